import { simulate } from './simulate/simulate';

// A reader that has seen enough (`| head`) is no fault of ours; a full disk is.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`simulate: the output cannot be written: ${message}\n`);
  process.exit(3);
});

process.exitCode = await simulate(process.argv.slice(2));
