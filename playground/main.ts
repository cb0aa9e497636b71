import { parseArgs } from 'node:util';
import { startPlayground } from './playground';
import { isVariantId } from './variants';

const { values } = parseArgs({ options: { port: { type: 'string' }, flaw: { type: 'string', multiple: true } } });

const playground = await startPlayground({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  flaws: (values.flaw ?? []).filter(isVariantId),
});
console.log(`The playground is at ${playground.origin}/  (switches: ${playground.hosts.desk}/). Ctrl+C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.close());
