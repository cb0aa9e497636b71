import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../browsers/until';
import type { StoryHost } from '../app';

/** A MariaDB on a socket of its own, with a database and a user that both are called `story`. Gives the socket's path. */
export async function mariadb(host: StoryHost): Promise<string> {
  const folder = join(host.folder, 'mariadb');
  const socket = join(folder, 'socket');
  mkdirSync(folder);
  host.run('mariadb-install-db', [
    '--no-defaults',
    '--user=root',
    `--datadir=${join(folder, 'data')}`,
    '--auth-root-authentication-method=normal',
  ]);
  host.serve('mariadbd', [
    '--no-defaults',
    '--user=root',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${socket}`,
    '--skip-networking',
  ]);
  const sql = (input: string) => host.run('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`], { input });
  await until('MariaDB answers', () => sql('select 1;'), { limit: 60_000 });
  sql(
    "create database story; create user 'story'@'localhost' identified by 'right horse 1'; grant all on *.* to 'story'@'localhost';",
  );
  return socket;
}
