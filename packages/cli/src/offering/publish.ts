import { parseArgs } from 'node:util';
import { loadSnapshot } from '@recognition/server/catalogue/snapshot.ts';
import { publishOfferings } from '@recognition/server/offering/publish.ts';
import { batchBody } from '@recognition/server/offering/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readJsonFile } from '../json-file.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr offering publish <file.json> --provider ID [--json]

Publishes what a provider offers: a JSON list of offerings, as POST /api/v1/providers/me/offerings takes each (docs/reference/offerings.md).
A reference that is there with the same content publishes nothing more. One that is refused stops none of the others.

Exit 0; 1 when one was refused; 2 when the file cannot be used.

  npx nzrr offering publish summer.json --provider demo-harakeke
`;

export const offeringPublish: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { provider: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined || values.provider === undefined) {
      io.err(`It needs a file and --provider.\n\n${HELP}`);
      return 2;
    }
    const read = await readJsonFile(file, io);
    const body = batchBody.safeParse({ items: read.ok ? read.value : null });
    if (!read.ok || !body.success) {
      const why = read.ok
        ? (body.error?.issues ?? []).map(({ path, message }) => `${path.slice(1).join('.')} ${message}`)
        : [read.message];
      io.err(`${file} cannot be used: ${why.join('; ')} (not-offerings)\n`);
      return 2;
    }
    const { provider, json } = values;
    return withServices(io, async (services) => {
      const organisation = (await loadSnapshot(services)).organisationByPublicId(provider);
      if (organisation === undefined) {
        io.err(`There is no organisation ${provider}. (organisation-not-found)\n`);
        return 2;
      }
      const by = { acting: 'operator', organisationId: organisation.organisation_id, actor: 'operator' } as const;
      const answers = await publishOfferings(services, by, body.data.items);
      for (const one of answers) {
        const said = one.ok
          ? { reference: one.offering.reference, id: String(one.offering.id), code: null, message: null }
          : { reference: one.reference, id: null, code: one.code, message: one.message };
        if (json) io.out(`${JSON.stringify(said)}\n`);
        else
          io.out(
            said.code === null
              ? `${said.reference}  ${said.id}\n`
              : `${said.reference}  refused: ${said.message} (${said.code})\n`,
          );
      }
      return answers.every(({ ok }) => ok) ? 0 : 1;
    });
  }),
};
