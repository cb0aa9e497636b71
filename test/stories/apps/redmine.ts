import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const READY = `
User.find_by(login: 'admin').tap { |user| user.password = 'right horse 1'; user.must_change_passwd = false; user.save! }
Setting.autologin = '7'
`;

/** Redmine, a Rails application: the session lies encrypted in its cookie and is new with every answer. */
export const redmine: StoryApp = {
  packages: ['redmine', 'redmine-sqlite', 'puma'],
  async start(host) {
    const port = await host.freePort();
    const root = join(host.folder, 'redmine');
    host.run('cp', ['-r', '/usr/share/redmine', root]);
    const settings = join(root, 'config/database.yml');
    rmSync(settings, { force: true });
    // Debian keeps several instances apart; here there is but one.
    host.run('sed', ['-i', "s/|| 'default'//", join(root, 'lib/redmine/multi_tenancy.rb')]);
    writeFileSync(settings, `production:\n  adapter: sqlite3\n  database: ${host.folder}/redmine.sqlite\n`);
    host.run('sed', ['-i', `s#/usr/share/redmine/{config,instances/\\*/config}#${root}/config#`, join(root, 'Gemfile')]);
    const env = {
      RAILS_ENV: 'production',
      REDMINE_LANG: 'en',
      SECRET_KEY_BASE: 'a secret of the story '.repeat(4),
      RAILS_SERVE_STATIC_FILES: '1',
      PATH: '/usr/bin:/bin',
    };
    const rails = (...args: readonly string[]) => host.run('/usr/bin/ruby', ['bin/rails', ...args], { cwd: root, env });
    rails('db:migrate');
    rails('redmine:load_default_data');
    rails('runner', READY);
    host.serve('/usr/bin/puma', ['-e', 'production', '-b', `tcp://127.0.0.1:${port}`], { cwd: root, env });
    await host.answers(`http://127.0.0.1:${port}/login`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#username', 'admin');
      await page.fill('#password', password);
      await page.click('#autologin');
      await page.follow('#login-submit');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/my/page`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#loggedas');
    await page.goto(`${origin}/projects/new`);
    await page.fill('#project_name', 'Story');
    await page.fill('#project_identifier', 'story');
    await page.follow('[name=commit]');
    // The browser is closed and opened again: the session ends, what remembers stays.
    await page.forget('_redmine_session');
    await page.goto(`${origin}/my/page`);
    await page.appears('#loggedas');
    await page.goto(`${origin}/logout`);
    await page.follow('form[action="/logout"] [type=submit]');
    await page.appears('a.login');
    await page.goto(`${origin}/my/page`);
  },
};
