import { parseArgs } from 'node:util';
import { accreditation } from '@recognition/server/catalogue/schema.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import { accredit } from '@recognition/server/organisation/change.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';
import { guarded } from '../guarded.ts';

const HELP = `nzrr organisation accredit <id> --from DATE [--to DATE] (--all | --field SLUG | --subfield NAME | --domain NAME | --outcome LINEAGE)... [--max-level N]

Accredits an organisation, with consent to assess what is named, from one day to another, both inclusive. Without --to it stays open.
--max-level goes with every field, subfield and domain that is named.

Exit 0; 2 when the organisation is unknown or a value is off.

  npx nzrr organisation accredit invented-training --from 2020-01-01 --field health --max-level 4
`;

const several = { type: 'string', multiple: true } as const;

export const organisationAccredit: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        all: { type: 'boolean', default: false },
        field: several,
        subfield: several,
        domain: several,
        outcome: several,
        'max-level': { type: 'string' },
      },
    });
    const limit = values['max-level'] === undefined ? {} : { maxLevel: Number(values['max-level']) };
    const asked = accreditation.safeParse({
      from: values.from,
      to: values.to ?? null,
      scope: [
        ...(values.all ? [{ kind: 'all' }] : []),
        ...(values.field ?? []).map((field) => ({ kind: 'field', field, ...limit })),
        ...(values.subfield ?? []).map((subfield) => ({ kind: 'subfield', subfield, ...limit })),
        ...(values.domain ?? []).map((domain) => ({ kind: 'domain', domain, ...limit })),
        ...(values.outcome ?? []).map((lineage) => ({ kind: 'outcome', lineage })),
      ],
    });
    const [id] = positionals;
    if (id === undefined || !asked.success) {
      io.err(
        `${asked.success ? '' : `${asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')}\n\n`}${HELP}`,
      );
      return 2;
    }
    return withServices(io, async (services) => {
      try {
        const { added } = await accredit(services, 'operator', id, asked.data);
        io.out(added === 0 ? `${id} is accredited so already.\n` : `Accredited ${id}.\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        io.err(`${error.message} (${error.code})\n`);
        return 2;
      }
    });
  }),
};
