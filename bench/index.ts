import { cpus, totalmem } from 'node:os';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

/**
 * `npm run bench [name …]`: runs each figure's file, prints the figures as they come and writes bench/results.md, where figures that are not run keep their rows. A figure is a
 * ratio within one run wherever it can be, since machines differ and are noisy.
 */
const RESULTS = new URL('results.md', import.meta.url);

const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.figure.ts'))
  .map((name) => name.slice(0, -'.figure.ts'.length))
  .sort();
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const chosen = asked.length === 0 ? files : files.filter((name) => asked.includes(name));
const unknown = asked.filter((name) => !files.includes(name));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}. There are: ${files.join(', ')}.`);
  process.exit(2);
}

const figures: { readonly file: string; readonly figure: Figure }[] = [];
for (const name of chosen) {
  console.log(`— ${name}`);
  const module: { run: () => Promise<readonly Figure[]> } = await import(`./${name}.figure.ts`);
  for (const figure of await module.run()) {
    figures.push({ file: name, figure });
    console.log(
      `  ${figure.name}: ${figure.value}${figure.ratio === undefined ? '' : `, ratio ${figure.ratio.toFixed(3)}`} (to reach: ${figure.target}; ${mark(figure)})`,
    );
  }
}
writeFileSync(RESULTS, page());

function mark(figure: Figure): string {
  return figure.reached === null ? 'published' : figure.reached ? 'reached' : 'not reached';
}

function page(): string {
  const rows = figures.map(
    ({ file, figure }) =>
      `| ${figure.name} | ${figure.value} | ${figure.ratio?.toFixed(3) ?? ''} | ${figure.target} | ${mark(figure)} | \`${file}\`: ${figure.how} |`,
  );
  // Figures that were not measured this time keep what an earlier run said.
  const before = existsSync(RESULTS)
    ? readFileSync(RESULTS, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('| '))
    : [];
  const kept = before.slice(2).filter((line) => !chosen.some((name) => line.includes(`| \`${name}\`:`)));
  const table = [...kept, ...rows].sort((one, other) => fileOf(one).localeCompare(fileOf(other)));
  return `# Figures\n\nWritten by \`npm run bench\`: Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB. Trust the ratios more than the absolute numbers.\n\n| figure | measured | ratio | to reach | | how |\n| --- | --- | --- | --- | --- | --- |\n${table.join('\n')}\n`;
}

/** The file that a row of the table came from. */
function fileOf(row: string): string {
  return /\| `([\w-]+)`:/.exec(row)?.[1] ?? '';
}
