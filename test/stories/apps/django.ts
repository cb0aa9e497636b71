import type { StoryApp } from '../app';

/** Django's own administration site. */
export const django: StoryApp = {
  packages: ['python3-django'],
  async start(host) {
    const port = await host.freePort();
    const python = (...args: readonly string[]) =>
      host.run('/usr/bin/python3', args, { cwd: host.folder, env: { DJANGO_SUPERUSER_PASSWORD: 'right horse 1' } });
    python('-m', 'django', 'startproject', 'site1', host.folder);
    python('manage.py', 'migrate');
    python('manage.py', 'createsuperuser', '--noinput', '--username', 'admin', '--email', 'admin@example.org');
    host.serve('/usr/bin/python3', ['manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/admin/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#id_username', 'admin');
      await page.fill('#id_password', password);
      await page.follow('[type=submit]');
    };
    await page.goto(`${origin}/admin/`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.goto(`${origin}/admin/auth/group/add/`);
    await page.fill('#id_name', 'editors');
    await page.follow('[name=_save]');
    await page.follow('#user-tools [href*=logout]');
    await page.goto(`${origin}/admin/auth/group/`);
  },
};
