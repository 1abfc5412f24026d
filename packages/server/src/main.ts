import { startServer } from './start.ts';

const KNOWN = new Set(['--demo', '--https']);
const flags = process.argv.slice(2);
const unknown = flags.filter((flag) => !KNOWN.has(flag));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(' ')}. There are --https (a local certificate) and --demo (the demonstration on a DATABASE_URL).`,
  );
  process.exit(2);
}

const starting = startServer({
  env: process.env,
  cwd: process.cwd(),
  flags,
  print: (line) => process.stdout.write(`${line}\n`),
});

/** Heard from the first moment: what is being started is stopped as cleanly as what runs. A second signal does not wait for the start. */
let running = false;
let stopping = false;
function stop(): void {
  if (stopping && !running) process.exit(130);
  if (stopping) return;
  stopping = true;
  void starting
    .then((server) => server.stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// Whoever started us has gone.
process.on('disconnect', stop);

try {
  await starting;
  running = true;
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
