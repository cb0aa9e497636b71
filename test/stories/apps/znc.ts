import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

/** The web pages of ZNC, a server in C++ with sessions of its own. */
export const znc: StoryApp = {
  packages: ['znc'],
  async start(host) {
    const port = await host.freePort();
    const folder = join(host.folder, 'configs');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'znc.conf'),
      `Version = 1.8.2
LoadModule = webadmin
<Listener web>
  Port = ${port}
  Host = 127.0.0.1
  IPv6 = false
  AllowIRC = false
  SSL = false
</Listener>
<User alice>
  Admin = true
  Nick = alice
  Pass = plain#right horse 1
</User>
`,
    );
    host.serve('znc', ['--foreground', '--allow-root', '--datadir', host.folder]);
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('[name=user]', 'alice');
      await page.fill('[name=pass]', password);
      await page.follow('[type=submit]');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/mods/global/webadmin/listusers`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('a[href*=logout]');
    await page.goto(`${origin}/mods/global/webadmin/edituser?user=alice`);
    await page.fill('[name=nick]', 'ann');
    await page.follow('[name=submit_return]');
    await page.goto(`${origin}/`);
    await page.follow('a[href*=logout]');
    await page.goto(`${origin}/mods/global/webadmin/listusers`);
  },
};
