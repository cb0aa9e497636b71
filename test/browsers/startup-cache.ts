import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ProfileFolder, profileFolder } from './profile-folder';

/** Firefox's own scripts, compiled; and of which Firefox they are, without which it would discard them. */
const FILES = ['startupCache', 'compatibility.ini'];

/**
 * What the first Firefox of this process has compiled of its own code. The others begin with it, and so in two thirds of the
 * time; nothing else of a profile is passed on. It is complete only in the profile of a Firefox that has quit by itself.
 */
class StartupCache {
  #folder: ProfileFolder | null = null;

  get isKept(): boolean {
    return this.#folder !== null;
  }

  /** Keeps that of a profile whose Firefox has quit. */
  keep(profile: ProfileFolder): void {
    if (this.#folder || !FILES.every((name) => existsSync(join(profile.path, name)))) return;
    this.#folder = profileFolder('firefox-startup');
    copy(profile, this.#folder);
  }

  /** Gives a fresh profile what is kept, if anything is. */
  giveTo(profile: ProfileFolder): void {
    if (this.#folder) copy(this.#folder, profile);
  }
}

export const startupCache = new StartupCache();

function copy(from: ProfileFolder, to: ProfileFolder): void {
  for (const name of FILES) cpSync(join(from.path, name), join(to.path, name), { recursive: true });
}
