import { parseArgs } from 'node:util';
import { convertSize, FRAMEWORK_IDS, frameworks } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { composing, frameworkOf, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose convert <amount> --from <id> [--json]

Reads a size of one framework in the units of all, in whole minutes, and says what rounding down to whole steps left out. For
comparison only: no country counts another's learning because the hours agree.

  --from <id>   whose unit the amount is in
  --json        the answer for a machine

Exit: 0; 2 when the amount is not understood.

Example: nzrr compose convert 40 --from nz
`;

export const composeConvert: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      let values: { readonly from?: string | undefined; readonly json: boolean };
      let positionals: readonly string[];
      try {
        ({ values, positionals } = parseArgs({
          args: [...args],
          allowPositionals: true,
          options: { from: { type: 'string' }, json: { type: 'boolean', default: false } },
        }));
      } catch (error) {
        throw new Unusable('usage', error instanceof Error ? error.message : String(error));
      }
      const [amount, ...more] = positionals;
      if (values.from === undefined) throw new Unusable('usage', 'Say --from.');
      if (amount === undefined || more.length > 0 || !/^[0-9]{1,6}(\.[0-9]{1,3})?$/.test(amount))
        throw new Unusable('usage', 'Name one amount, such as 40 or 0.25.');
      const { unit } = frameworkOf(values.from);
      const [whole = '0', part = ''] = amount.split('.');
      const thousandths = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
      const minutes = Math.floor((thousandths * unit.minutes) / 1000);
      const found = FRAMEWORK_IDS.map((id) => ({ framework: id, ...convertSize(minutes, frameworks[id]) }));
      if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
      else
        for (const { framework, amount: own, unit: name, remainder } of found)
          io.out(`${framework}  ${own} ${name}${remainder === 0 ? '' : `, ${remainder} minutes left out`}\n`);
      return 0;
    }),
};
