import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';
import { mariadb } from './mariadb';
import { phpServer } from './php';

/** phpMyAdmin with cookie authentication: the password goes into an encrypted cookie. */
export const phpmyadmin: StoryApp = {
  packages: ['phpmyadmin', 'php-cli', 'php-mysql', 'php-mbstring', 'mariadb-server'],
  async start(host) {
    const root = join(host.folder, 'phpmyadmin');
    const socket = await mariadb(host);
    host.run('cp', ['-rL', '/usr/share/phpmyadmin', root]);
    rmSync(join(root, 'config.inc.php'), { force: true });
    const config = `<?php
$cfg['blowfish_secret'] = 'a secret of thirty-two octets...';
$cfg['Servers'][1] = ['auth_type' => 'cookie', 'host' => 'localhost', 'socket' => '${socket}'];
$cfg['TempDir'] = '${host.folder}'; $cfg['VersionCheck'] = false;
`;
    writeFileSync(join(root, 'config.inc.php'), config);
    // Debian's own paths lead to /etc.
    host.run('sed', ['-i', `s#/etc/phpmyadmin/#${root}/#g`, join(root, 'libraries/vendor_config.php')]);
    return phpServer(host, root);
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#input_username', 'story');
      await page.fill('#input_password', password);
      await page.follow('#input_go');
    };
    await page.goto(`${origin}/index.php`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#server-breadcrumb, #serverinfo, #li_server_info');
    await page.goto(`${origin}/index.php?route=/server/databases`);
    await page.fill('#text_create_db', 'another');
    await page.click('#buttonGo');
    await page.appears('body', 'No tables found in database');
    await page.follow('#pma_navigation a.logout');
    await page.appears('#input_username');
    await page.goto(`${origin}/index.php?route=/server/databases`);
  },
};
