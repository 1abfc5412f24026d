import { COLUMNS } from '@recognition/recognition/results';
import { Temporal } from 'temporal-polyfill';
import { PERSONAS } from '../personas.ts';

type Told = readonly [outcome: string, months: number, how?: { readonly mode?: 'rpl'; readonly at?: string }];

/** What learners earned abroad, and how many months ago. */
const EARNED: Readonly<Record<string, { readonly provider: string; readonly results: readonly Told[] }>> = {
  // Two Grade B's, one by its A's and one by its module: the Grade C follows. One outcome of the last module is missing.
  ines: {
    provider: 'demo-olivo',
    results: [
      ['es-demo-ra-1', 20],
      ['es-demo-ra-2', 18],
      ['es-demo-ra-3', 15],
      ['es-demo-mf-2', 11],
      ['es-demo-ra-4', 4],
    ],
  },
  // Two certificates of competency of three; one competency is missing for the third, and with it for the national certificate.
  amihan: {
    provider: 'demo-sampaguita',
    results: [
      ['ph-demo-b-1', 14],
      ['ph-demo-b-2', 14],
      ['ph-demo-m-1', 12],
      ['ph-demo-c-1', 10],
      ['ph-demo-c-2', 8],
      ['ph-demo-c-3', 3],
    ],
  },
  // One core unit, and no basic or common one: a micro-credential of TESDA. Of CHED one for credit, and one without.
  dalisay: {
    provider: 'demo-sampaguita',
    results: [
      ['ph-demo-c-2', 9],
      ['ph-demo-h-1', 6, { at: 'demo-kalachuchi' }],
      ['ph-demo-h-2', 4, { at: 'demo-kalachuchi' }],
      ['ph-demo-h-4', 2, { at: 'demo-kalachuchi' }],
    ],
  },
  // Two courses with their tests, and a third without its test.
  freja: {
    provider: 'demo-kastanje',
    results: [
      ['dk-demo-1-1', 9],
      ['dk-demo-1-2', 9],
      ['dk-demo-1-t', 9],
      ['dk-demo-2-1', 5],
      ['dk-demo-2-t', 5],
      ['dk-demo-3-1', 1],
    ],
  },
  // The assessment of each block of one certification.
  manon: {
    provider: 'demo-olivier',
    results: [
      ['fr-demo-e-1', 13],
      ['fr-demo-e-2', 3],
    ],
  },
  // Two units of one sector, which make a micro-credential, and a skill recognised from a portfolio; a unit of another sector would make the second.
  arjun: {
    provider: 'demo-banyan',
    results: [
      ['in-demo-u-1', 7],
      ['in-demo-u-2', 6],
      ['in-demo-skill-1', 2, { mode: 'rpl' }],
    ],
  },
  // Two core statements of three and an elective: one more makes the full qualification.
  weiling: {
    provider: 'demo-angsana',
    results: [
      ['sg-demo-soa-trees', 9],
      ['sg-demo-soa-soil', 6],
      ['sg-demo-soa-walks', 2],
    ],
  },
};

/** Lines of a results file for those who learned abroad, header first, told relative to today. */
export function* abroadRows(today: string): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const [persona, { provider, results }] of Object.entries(EARNED)) {
    const who = PERSONAS.find(({ id }) => id === persona)?.learner;
    if (who === undefined) throw new RangeError(`the demonstration has no learner "${persona}"`);
    for (const [nth, [outcome, months, { mode = 'assessed', at = provider } = {}]] of results.entries()) {
      const on = Temporal.PlainDate.from(today).subtract({ months }).toString();
      yield `record,${at},${who.nsn},${who.familyName},${who.givenNames},${who.birthDate},${outcome.toUpperCase()},,${on},achieved,${mode},,,confirmed,demo-${persona}-${nth}\n`;
    }
  }
}
