#!/usr/bin/env node
// Finds the Node that runs TypeScript directly and hands the command line over to it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED, findNode, NODE_OPTIONS, WRONG_NODE } from '../../config/find-node.mjs';

const node = findNode();
if (node === null) {
  console.error(WRONG_NODE);
  process.exit(2);
}
const main = fileURLToPath(new URL('./src/main.ts', import.meta.url));
const child = spawn(node, [...NODE_OPTIONS, main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...COMPILED },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
