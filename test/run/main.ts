import { CHECK, type Part, TEST } from './parts';
import { ONE_FAILED, sentence, sum, type TestTally } from './tally';

const parts = process.argv[2] === 'check' ? CHECK : TEST;
const results = new Map<string, TestTally>();
const summary: string[] = [];
for (const part of parts) {
  const start = performance.now();
  const tally = await runPart(part, results);
  results.set(part.name, tally);
  summary.push(`${part.name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${sentence(tally)}`);
}
const total = sum([...results.values()]);
console.log(`\n${summary.join('\n')}\n\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runPart(part: Part, before: ReadonlyMap<string, TestTally>): Promise<TestTally> {
  console.log(`\n── ${part.name}`);
  const missing = part.needs.filter((name) => (before.get(name) ?? ONE_FAILED).failed > 0);
  if (missing.length > 0) {
    console.log(`Not run: ${missing.join(' and ')} failed.`);
    return ONE_FAILED;
  }
  try {
    return await part.run();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return ONE_FAILED;
  }
}
