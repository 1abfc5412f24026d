import type { Io, Listed } from './command.ts';
import { commands } from './index.ts';

/** Finds the command that the words name, and runs it. Exit 2 when there is none. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const command = find(words);
  if (command === null) {
    const asked = words.length === 0 || words.includes('--help') || words[0] === 'help';
    (asked ? io.out : io.err)(overview(words.filter((word) => !word.startsWith('-') && word !== 'help')));
    return asked ? 0 : 2;
  }
  const rest = words.slice(command.name.split(' ').length);
  const { help, run: work } = await command.load();
  if (rest.includes('--help')) {
    io.out(`${help.trimEnd()}\n`);
    return 0;
  }
  return work(rest, io);
}

function find(words: readonly string[]): Listed | null {
  const fitting = commands.filter((command) => {
    const name = command.name.split(' ');
    return name.every((word, at) => words[at] === word);
  });
  return fitting.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

function overview(words: readonly string[]): string {
  const within = commands.filter((command) => command.name.startsWith(words.join(' ')));
  const shown = within.length > 0 ? within : commands;
  const unknown = within.length > 0 || words.length === 0 ? '' : `There is no command "nzrr ${words.join(' ')}".\n\n`;
  const width = Math.max(...shown.map((command) => command.name.length));
  return `${unknown}${shown.map((command) => `  nzrr ${command.name.padEnd(width)}  ${command.summary}`).join('\n')}\n\n"nzrr <command> --help" says more.\n`;
}
