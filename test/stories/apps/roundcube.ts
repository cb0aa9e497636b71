import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp, StoryHost } from '../app';
import { phpServer } from './php';

/** A mail server on a port of its own, for Roundcube to ask whether a password holds. */
async function dovecot(host: StoryHost): Promise<number> {
  const port = await host.freePort();
  const { folder } = host;
  writeFileSync(join(folder, 'users'), 'alice:{PLAIN}right horse 1\n');
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=65534 gid=65534 home=${folder}/mail
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
}
`,
  );
  mkdirSync(join(folder, 'run'));
  mkdirSync(join(folder, 'mail'));
  host.run('chmod', ['755', folder]);
  host.run('chown', ['65534:65534', join(folder, 'mail')]);
  host.serve('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')]);
  return port;
}

/** Roundcube on SQLite, with a mail server behind it. */
export const roundcube: StoryApp = {
  packages: ['roundcube-core', 'roundcube-sqlite3', 'php-cli', 'dovecot-imapd'],
  async start(host) {
    const imap = await dovecot(host);
    const config = join(host.folder, 'config');
    mkdirSync(config);
    host.run('cp', ['/etc/roundcube/mimetypes.php', '/etc/roundcube/defaults.inc.php', config]);
    const database = join(host.folder, 'roundcube.sqlite');
    const tables = "$db = new PDO('sqlite:' . $argv[1]); $db->exec(file_get_contents($argv[2]));";
    host.run('php', ['-r', tables, database, '/usr/share/roundcube/SQL/sqlite.initial.sql']);
    const settings = {
      db_dsnw: `sqlite:///${database}?mode=0640`,
      imap_host: `127.0.0.1:${imap}`,
      des_key: 'a key of 24 letters long',
      temp_dir: host.folder,
      log_dir: host.folder,
      skin: 'elastic',
    };
    const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = '${value}';`);
    writeFileSync(join(config, 'config.inc.php'), `<?php\n${lines.join('\n')}\n$config['plugins'] = [];\n`);
    return phpServer(host, '/var/lib/roundcube/public_html', { ROUNDCUBE_CONFIG_DIR: `${config}/` });
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#rcmloginuser', 'alice');
      await page.fill('#rcmloginpwd', password);
      await page.follow('#rcmloginsubmit');
    };
    await page.goto(`${origin}/`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#messagelist');
    await page.goto(`${origin}/?_task=settings&_action=folders`);
    await page.goto(`${origin}/?_task=mail`);
    await page.appears('#messagelist');
    await page.followHidden('a[href*="_task=logout"]');
    await page.appears('#rcmloginuser');
    await page.goto(`${origin}/?_task=mail`);
  },
};
