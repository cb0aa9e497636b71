import { expect, test } from 'vitest';
import { fileAuditor } from './file-auditor';

const OPTIONS = { ownHosts: [], browser: null, thirdParty: null };
const script = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

test.each([
  ['fails', `throw new Error('no memory left')`, 'no memory left'],
  ['ends', `process.exit(7)`, 'ended with 7'],
])('a thread that %s costs its own file alone', async (_, action, words) => {
  const answer = `parentPort.postMessage({ kind: 'refused', cause: 'unreadable', why: file })`;
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ file }) => { if (file === 'bad') ${action}; else ${answer}; });`;
  const { audit, close } = fileAuditor(OPTIONS, script(code), new AbortController().signal);
  const results = await Promise.all([audit('good'), audit('bad')]);
  results.push(await audit('after'));
  await close();
  expect(results.map((result) => result.kind === 'refused' && result.why)).toEqual([
    'good',
    expect.stringContaining(words),
    'after',
  ]);
});
