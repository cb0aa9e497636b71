import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const SETTINGS = `
const bcrypt = require('bcryptjs');
module.exports = {
  uiHost: '127.0.0.1', userDir: __dirname, flowFile: 'flows.json',
  editorTheme: { tours: false },
  telemetry: { enabled: false, updateNotification: false },
  adminAuth: { type: 'credentials', users: [{ username: 'admin', password: bcrypt.hashSync('right horse 1', 8), permissions: '*' }] },
};
`;

/** Node-RED: its page keeps a token in the browser's storage and sends it in a header. No cookie has a part in it. */
export const nodeRed: StoryApp = {
  packages: [],
  async start(host) {
    const port = await host.freePort();
    writeFileSync(join(host.folder, 'package.json'), '{}');
    writeFileSync(join(host.folder, 'settings.js'), SETTINGS);
    host.run('npm', ['install', '--no-audit', '--no-fund', 'node-red@4', 'bcryptjs@2'], { cwd: host.folder });
    host.serve('node', ['node_modules/node-red/red.js', '-s', 'settings.js', '-p', String(port)], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#node-dialog-login-username', 'admin');
      await page.fill('#node-dialog-login-password', password);
      await page.clickFor('#node-dialog-login-submit', 'auth/token');
    };
    await page.goto(`${origin}/`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#red-ui-header-button-user');
    await page.click('#red-ui-header-button-user');
    await page.follow('#usermenu-item-logout, [id*=logout]');
    await page.appears('#node-dialog-login-username');
  },
};
