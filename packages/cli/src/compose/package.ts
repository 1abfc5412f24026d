import { parseArgs } from 'node:util';
import { isLocalDate } from '@recognition/recognition';
import { type Definition, packageOf } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { composing, definitionsIn, frameworkOf, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose package <courses.json>... --on <date> [--framework dk] [--group target] [--participants 1] [--json]

Sums the days and the price of courses, in the order given, for one employer. Each course is certified; the package never is.

  --on <date>           the day on which the first course begins: its year says the tariff
  --framework <id>      whose unit and tariff, default dk
  --group <group>       who pays, by the tariff's name, default target
  --participants <n>    how many people, default 1
  --json                the answer for a machine; money in hundredths

Exit: 0 made, 1 refused, 2 a file cannot be used.

Example: nzrr compose package courses.json --on 2024-05-01 --participants 12
`;

export const composePackage: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const { values, positionals } = parsed(args);
      if (positionals.length === 0) throw new Unusable('usage', 'Name at least one file of courses.');
      if (!isLocalDate(values.on)) throw new Unusable('usage', '--on takes a date, YYYY-MM-DD.');
      if (!/^[1-9][0-9]{0,4}$/.test(values.participants))
        throw new Unusable('usage', '--participants takes a whole number from 1.');
      const framework = frameworkOf(values.framework);
      const courses: Definition[] = [];
      for (const file of positionals) courses.push(...(await definitionsIn(file, io)));
      const answer = packageOf(framework, courses, {
        on: values.on,
        group: values.group,
        participants: Number(values.participants),
      });
      if (values.json) io.out(`${JSON.stringify(answer, null, 2)}\n`);
      else if (!answer.ok) io.out(`${answer.message.en} (${answer.code}${answer.ref === null ? '' : `, ${answer.ref}`})\n`);
      else {
        const price =
          answer.price === null
            ? 'no price is known for this group and year'
            : `${answer.currency} ${(answer.price / 100).toFixed(2)}`;
        io.out(
          `${answer.courses.length} courses, ${answer.days} days, ${price}. Certificates: ${answer.certificates.join(', ')}.\n`,
        );
      }
      return answer.ok ? 0 : 1;
    }),
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        framework: { type: 'string', default: 'dk' },
        group: { type: 'string', default: 'target' },
        participants: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
}
