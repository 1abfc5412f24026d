import { parseArgs } from 'node:util';
import { compareDevelopers } from '@recognition/server/micro-credential/developers.ts';
import { listChecks } from '@recognition/server/micro-credential/list.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage } from '../named-version.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr micro-credential checks [--rule VERSION] [--language en|mi] [--json]
       nzrr micro-credential checks --developers [--json]

The one published set of checks of a micro-credential, each with its rule, the same for every developer; or every developer side by side: of
what each has listed, how many pass each check today.

  --rule VERSION     of the rule, such as 2018.1; the one in force today when it is left out
  --developers       developer by developer, by the rule of today
  --language en|mi   of the checks, default en
  --json             as GET /api/v1/micro-credentials/checks, or .../checks/developers, answers it

Exit: 0; 1 when nothing is listed yet; 2 when there is no such version, or the options are off.

Example: npx nzrr micro-credential checks --developers
`;

export const microCredentialChecks: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rule: { type: 'string' },
        developers: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const { rule, developers, json } = values;
    const language = readLanguage(values.language);
    if (language === null || (developers && rule !== undefined)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      if (!developers) {
        const checks = listChecks(services, rule);
        if (json) io.out(`${JSON.stringify(checks, null, 2)}\n`);
        else {
          io.out(`${checks.version}, in force from ${checks.from} (${checks.source})\n`);
          for (const { check, says, source } of checks.items) io.out(`${check}: ${says[language]} (${source})\n`);
        }
        return 0;
      }
      const compared = await compareDevelopers(services);
      if (json) io.out(`${JSON.stringify(compared, null, 2)}\n`);
      else
        for (const { name, listed, submitted, returned, passes, largestOverlap } of compared.developers) {
          const short = passes.filter((one) => one.passes < listed).map((one) => `${one.check} ${one.passes} of ${listed}`);
          const overlap =
            largestOverlap === null ? 'no overlap' : `largest overlap ${largestOverlap.percent}% with ${largestOverlap.with}`;
          io.out(
            `${name}: ${listed} listed, handed in ${submitted} times, returned ${returned} times; ${short.length === 0 ? `all pass all ${passes.length} checks` : short.join(', ')}; ${overlap}\n`,
          );
        }
      return compared.developers.length > 0 ? 0 : 1;
    });
  }),
};
