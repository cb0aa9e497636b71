import { randomBytes } from 'node:crypto';
import { readOptions, USAGE } from './options';
import { type Playground, startPlayground } from './playground';
import { Remembered } from './shop/remembered';
import { Users } from './shop/users';
import { openStore } from './stores/open-store';

try {
  await run();
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { port, flaws, store, servers } = readOptions(process.argv.slice(2), process.env);
  const open = await openStore(store);
  const shared = {
    // Servers that share a store in another process must share this as well.
    secret: process.env.PLAYGROUND_SECRET ?? randomBytes(32).toString('hex'),
    users: new Users(),
    remembered: new Remembered(),
  };
  const running: Playground[] = [];
  const close = async () => {
    await Promise.all(running.map((playground) => playground.close()));
    await open.close();
  };
  try {
    for (let at = 0; at < servers; at += 1) {
      const wanted = at === 0 ? port : 0;
      const own = { flaws, store: open.store, shared };
      running.push(await startPlayground(wanted === undefined ? own : { ...own, port: wanted }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  for (const { origin, hosts } of running) console.log(`The playground is at ${origin}/  (switches: ${hosts.desk}/)`);
  console.log(`Sessions are kept in ${open.kind === 'memory' ? 'memory' : `the store given (${open.kind})`}. Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}
