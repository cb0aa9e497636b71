import type { RunOptions, StoryHost } from '../app';

/** PHP's own server on a folder; gives the origin once it answers. */
export async function phpServer(host: StoryHost, root: string, env: RunOptions['env'] = {}): Promise<string> {
  const port = await host.freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = ['-d', 'session.save_path=/tmp', '-d', 'display_errors=0', '-d', 'error_reporting=0'];
  host.serve('php', [...settings, '-S', `127.0.0.1:${port}`, '-t', root], {
    cwd: root,
    env: { PHP_CLI_SERVER_WORKERS: '4', ...env },
  });
  await host.answers(origin);
  return origin;
}
