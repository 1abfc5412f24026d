import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepForeign } from '@recognition/server/evidence/foreign.ts';
import { keepLink } from '@recognition/server/evidence/links.ts';
import { receiveFile } from '@recognition/server/evidence/receive.ts';
import { fileQuery, newLink } from '@recognition/server/evidence/schemas.ts';
import { problem } from '@recognition/server/http/problem.ts';
import { bytesOf, FOR_A_LEARNER, forLearner, formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';

const HELP = `nzrr evidence add --learner ID (--file FILE | --link URL | --credential FILE [--as-document]) [--title TEXT]

Keeps something that shows what a learner can do: a file (judged by its content, and scanned for viruses where a scanner is set up), a link, or a
credential of another issuer, checked by our verifier. One that does not verify is refused, unless it is kept --as-document, with what the checks
said beside it. The same again keeps nothing twice. Answers its number.
${FOR_A_LEARNER}

  --title TEXT  what it is called; without it, the name of the file, the address, or what the credential calls itself

Exit 0; 2 when it is refused, with why; nothing is kept then.

  npx nzrr evidence add --learner 1049600 --file letter.pdf --title "Letter from the district nurse"
`;

export const evidenceAdd: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        file: { type: 'string' },
        link: { type: 'string' },
        credential: { type: 'string' },
        title: { type: 'string' },
        'as-document': { type: 'boolean', default: false },
      },
    });
    const { learner, file, link: url, credential } = values;
    if ([file, url, credential].filter((one) => one !== undefined).length !== 1) {
      io.err(`It needs one of --file, --link and --credential.\n\n${HELP}`);
      return 2;
    }
    return forLearner(io, { learner, help: HELP }, async (services, by) => {
      if (url !== undefined) {
        const { id } = await keepLink(services, by, formed(newLink, { url, title: values.title ?? url.slice(0, 200) }));
        io.out(`${id}  link\n`);
      } else if (file !== undefined) {
        const { title } = formed(fileQuery, { title: values.title ?? basename(file) });
        const path = resolve(io.cwd, file);
        const found = await stat(path).catch(() => null);
        if (found?.isFile() !== true) throw problem('not-readable', 400, 'The file cannot be read.', { file });
        const { id } = await receiveFile(services, by, createReadStream(path), { title, declaredBytes: found.size });
        io.out(`${id}  file\n`);
      } else if (credential !== undefined) {
        const title = values.title === undefined ? null : formed(fileQuery, { title: values.title }).title;
        const given = { document: await bytesOf(io, credential), title, asDocument: values['as-document'] };
        const { id, proof, verification } = await keepForeign(services, by, given);
        io.out(`${id}  ${proof ? 'proof' : 'document'}: ${verification.answer}\n`);
      }
      return 0;
    });
  }),
};
