import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';
import { phpServer } from './php';

/** DokuWiki on plain files. */
export const dokuwiki: StoryApp = {
  packages: ['dokuwiki', 'php-cli', 'php-xml'],
  async start(host) {
    const root = join(host.folder, 'wiki');
    const conf = join(host.folder, 'conf');
    host.run('cp', ['-rL', '/usr/share/dokuwiki', root]);
    host.run('cp', ['-rL', '/etc/dokuwiki', conf]);
    host.run('cp', ['-rL', '/var/lib/dokuwiki/data', join(host.folder, 'data')]);
    host.run('sed', ['-i', `s#/etc/dokuwiki/#${conf}/#g`, join(root, 'inc/preload.php')]);
    const hash = host.run('php', ['-r', "echo password_hash('right horse 1', PASSWORD_BCRYPT);"]);
    writeFileSync(join(conf, 'users.auth.php'), `# users\nadmin:${hash}:Admin:admin@example.org:admin,user\n`);
    writeFileSync(join(conf, 'acl.auth.php'), '# access\n*\t@ALL\t1\n*\t@user\t8\n');
    const local = `$conf['useacl'] = 1; $conf['superuser'] = '@admin'; $conf['title'] = 'Story'; $conf['savedir'] = '${host.folder}/data';`;
    writeFileSync(join(conf, 'local.php'), `<?php ${local}\n`);
    return phpServer(host, root);
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('#dw__login [name=u]', 'admin');
      await page.fill('#dw__login [name=p]', password);
      await page.follow('#dw__login [type=submit]');
    };
    await page.goto(`${origin}/doku.php?id=start`);
    await page.goto(`${origin}/doku.php?id=start&do=login`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.goto(`${origin}/doku.php?id=start&do=edit`);
    await page.fill('[name=wikitext]', 'Hello.');
    await page.follow('#edbtn__save');
    await page.goto(`${origin}/doku.php?id=start&do=admin`);
    await page.follow('[href*="do=logout"]');
    await page.goto(`${origin}/doku.php?id=start&do=admin`);
  },
};
