import { join } from 'node:path';
import type { StoryApp } from '../app';
import { phpServer } from './php';

const ROOT = '/usr/share/mediawiki';

/** MediaWiki on SQLite. */
export const mediawiki: StoryApp = {
  packages: ['mediawiki', 'php-cli', 'php-sqlite3'],
  async start(host) {
    const settings = join(host.folder, 'LocalSettings.php');
    const origin = await phpServer(host, ROOT, { MW_CONFIG_FILE: settings });
    host.run(
      'php',
      [
        'maintenance/install.php',
        '--dbtype=sqlite',
        `--dbpath=${host.folder}`,
        `--confpath=${host.folder}`,
        `--server=${origin}`,
        '--scriptpath=',
        '--pass=right horse 1 battery',
        'Story',
        'Admin',
      ],
      { cwd: ROOT, env: { MW_CONFIG_FILE: '' } },
    );
    return origin;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#wpName1', 'Admin');
      await page.fill('#wpPassword1', password);
      await page.follow('#wpLoginAttempt');
    };
    await page.goto(`${origin}/index.php/Main_Page`);
    await page.goto(`${origin}/index.php?title=Special:UserLogin&returnto=Main+Page`);
    await signIn('wrong');
    await signIn('right horse 1 battery');
    await page.goto(`${origin}/index.php?title=Special:Watchlist`);
    await page.goto(`${origin}/index.php?title=Sandbox&action=edit`);
    await page.fill('#wpTextbox1', 'Hello.');
    await page.follow('#wpSave');
    await page.goto(`${origin}/index.php?title=Special:UserLogout&returnto=Main+Page`);
    await page.follow('#mw-content-text [type=submit]');
    await page.goto(`${origin}/index.php?title=Special:Watchlist`);
  },
};
