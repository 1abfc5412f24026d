import { parseArgs } from 'node:util';
import { newestVersion, showMicroCredential } from '@recognition/server/micro-credential/list.ts';
import { microCredentialText } from '@recognition/server/pages/micro-credential-text.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage, readNamed } from '../named-version.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr micro-credential show <code>[/VERSION] [--language en|mi] [--json]

Reads a micro-credential's public document: what it is for, what it is made of and what each part is, where it stacks onward, how much of
it is in others, and what the checks find today. Without a version, the one that is listed.

  --language en|mi   the language of the words around it, default en; what its developer wrote stays as it was written
  --json             the document for a machine, as GET /api/v1/micro-credentials/{code}/{version} answers it

Exit: 0; 2 when there is no such micro-credential, or the options are off.

Example: npx nzrr micro-credential show MC-CARE
`;

export const microCredentialShow: Command = {
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
    if (named === null || named.version === null || language === null) {
      io.err(HELP);
      return 2;
    }
    const { code, version } = named;
    return withServices(io, async (services) => {
      const one = await showMicroCredential(services, null, code, version ?? (await newestVersion(services, code)));
      io.out(values.json ? `${JSON.stringify(one, null, 2)}\n` : `${microCredentialText(language, one).join('\n')}\n`);
      return 0;
    });
  }),
};
