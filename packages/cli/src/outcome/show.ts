import { parseArgs } from 'node:util';
import { newestVersion, showOutcome } from '@recognition/server/catalogue/list.ts';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import { toView } from '@recognition/server/catalogue/views.ts';
import { factsOf } from '@recognition/server/micro-credential/facts.ts';
import { madeOf } from '@recognition/server/micro-credential/list.ts';
import { kindsIn } from '@recognition/server/pages/kinds.ts';
import { outcomeWords } from '@recognition/server/pages/outcome-words.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage, readNamed } from '../named-version.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr outcome show <code>[/VERSION] [--language en|mi] [--json]

Reads one outcome or standard as everybody may: what it is, what it asks for, the skills that it gives, the standard that it belongs to,
and the micro-credentials that are made of it. Without a version, the newest in use.

  --language en|mi   the language of the words around it, default en; what its developer wrote stays as it was written
  --json             { outcome, standard, microCredentials, kinds } for a machine: the outcome as GET /api/v1/outcomes answers it

Exit: 0; 2 when there is no such outcome, or the options are off.

Example: npx nzrr outcome show HE03
`;

export const outcomeShow: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { language: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
    });
    const [text, ...more] = positionals;
    const named = text === undefined || more.length > 0 ? null : readNamed(text);
    const language = readLanguage(values.language);
    if (named === null || language === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const { code } = named;
      const version = named.version === undefined ? await newestVersion(services, code) : named.version;
      const outcome = await showOutcome(services, null, code, version);
      const { items } = await madeOf(services, outcome);
      const group = outcome.group?.lineage;
      const [standard = null] = group === undefined ? [] : factsOf(await loadSnapshot(services), [group], services.clock.today());
      if (values.json) {
        const whole = { ...toView(outcome), versions: outcome.versions };
        io.out(`${JSON.stringify({ outcome: whole, standard, microCredentials: items, kinds: kindsIn(language) }, null, 2)}\n`);
      } else io.out(`${outcomeWords(language, outcome, standard, items).join('\n')}\n`);
      return 0;
    });
  }),
};
