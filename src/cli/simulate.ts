import { simulate } from './simulate/simulate';

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await simulate(process.argv.slice(2));
