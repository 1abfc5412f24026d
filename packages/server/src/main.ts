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

try {
  const server = await startServer({
    env: process.env,
    cwd: process.cwd(),
    flags,
    print: (line) => process.stdout.write(`${line}\n`),
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever started us has gone.
  process.on('disconnect', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
