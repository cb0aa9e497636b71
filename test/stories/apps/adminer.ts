import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';
import { phpServer } from './php';

/** Adminer on SQLite: its form and everything inside have one address, told apart by parameters. */
export const adminer: StoryApp = {
  packages: ['adminer', 'php-cli', 'php-sqlite3'],
  async start(host) {
    const root = join(host.folder, 'root');
    mkdirSync(root);
    host.run('cp', ['-rL', '/usr/share/adminer', join(root, 'adminer')]);
    // SQLite knows no passwords: Adminer's own plugin asks for one.
    const hash = host.run('php', ['-r', "echo password_hash('right horse 1', PASSWORD_BCRYPT);"]);
    writeFileSync(
      join(root, 'index.php'),
      `<?php
function adminer_object() {
  include_once './adminer/plugins/plugin.php';
  include_once './adminer/plugins/login-password-less.php';
  return new AdminerPlugin([new AdminerLoginPasswordLess('${hash}')]);
}
include './adminer/adminer.php';
`,
    );
    return phpServer(host, root);
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.choose('[name="auth[driver]"]', 'sqlite');
      await page.fill('[name="auth[username]"]', 'alice');
      await page.fill('[name="auth[password]"]', password);
      await page.click('[name="auth[permanent]"]');
      await page.follow('[type=submit][value=Login]');
    };
    await page.goto(`${origin}/`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#logout');
    await page.goto(`${origin}/?sqlite=&username=alice&sql=`);
    await page.goto(`${origin}/?sqlite=&username=alice`);
    await page.follow('#logout');
    await page.goto(`${origin}/?sqlite=&username=alice`);
  },
};
