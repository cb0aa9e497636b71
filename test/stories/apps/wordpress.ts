import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';
import { mariadb } from './mariadb';
import { phpServer } from './php';

const CONFIG = (socket: string) => `<?php
define('DB_NAME', 'story'); define('DB_USER', 'story'); define('DB_PASSWORD', 'right horse 1'); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $each) { define($each . '_KEY', $each . 'key of a story'); define($each . '_SALT', $each . 'salt of a story'); }
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** WordPress on MariaDB. */
export const wordpress: StoryApp = {
  packages: ['wordpress', 'php-cli', 'php-mysql', 'mariadb-server'],
  async start(host) {
    const root = join(host.folder, 'wordpress');
    const socket = await mariadb(host);
    host.run('cp', ['-rL', '/usr/share/wordpress', root]);
    rmSync(join(root, 'wp-config.php'));
    writeFileSync(join(root, 'wp-config.php'), CONFIG(socket));
    const origin = await phpServer(host, root);
    const answers = {
      weblog_title: 'Story',
      user_name: 'admin',
      admin_password: 'right horse 1',
      admin_password2: 'right horse 1',
      pw_weak: '1',
      admin_email: 'admin@example.org',
    };
    await fetch(`${origin}/wp-admin/install.php?step=2`, { method: 'POST', body: new URLSearchParams(answers) });
    return origin;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#user_login', 'admin');
      await page.fill('#user_pass', password);
      await page.follow('#wp-submit');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/wp-admin/profile.php`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.fill('#nickname', 'boss');
    await page.follow('#submit');
    await page.goto(`${origin}/wp-admin/users.php`);
    await page.followHidden('#wp-admin-bar-logout a');
    await page.goto(`${origin}/wp-admin/users.php`);
  },
};
