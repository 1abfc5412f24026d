import type { LearnerRecord } from '@recognition/client';
import { type Achievement, decide, type Field, nz, type Outcome, type RecognitionRecord } from '@recognition/recognition';

/** Invented people and results, for looking at pages and for tests of the parts. */
export const TODAY = '2026-11-24';

type Row = readonly [
  date: string,
  name: string,
  credits: number,
  field: Field | null,
  provider: string,
  result?: Achievement['result'],
  more?: Partial<Achievement>,
];

const MARAMA: readonly Row[] = [
  ['2018-03-12', 'Prepare espresso coffee', 4, 'service-sector', 'Toetoe Workplace Training'],
  ['2018-07-16', 'Handle food safely', 3, 'service-sector', 'Toetoe Workplace Training'],
  ['2018-12-10', 'Give first aid at work', 2, 'health', 'Rimurapa First Aid'],
  ['2020-02-17', 'Move and handle a person safely', 4, 'health', 'Harakeke College of Care'],
  ['2020-09-09', 'Prevent and control infection', 3, 'health', 'Harakeke College of Care', 'merit'],
  ['2021-03-22', 'Write clear workplace reports', 3, 'core-generic', 'Tī Kōuka Institute'],
  ['2021-10-14', 'Support a person’s daily routine', 5, 'health', 'Harakeke College of Care'],
  ['2022-05-30', 'Te whai wāhi ki te pōwhiri', 4, 'maori', 'Te Whare Ako o Huia'],
  ['2022-11-11', 'Recognise and report decline', 4, 'health', 'Harakeke College of Care', 'merit'],
  ['2023-06-26', 'Plan a roster with spreadsheets', 3, 'computing-and-information-technology', 'Tī Kōuka Institute'],
  ['2024-04-08', 'Lead a team through a shift', 5, 'business', 'Rātā Business School'],
  ['2024-08-19', 'Support a person living with dementia', 4, 'health', 'Harakeke College of Care', 'excellence'],
  ['2025-03-03', 'Te reo Māori i te wāhi mahi', 3, 'maori', 'Te Whare Ako o Huia'],
  ['2025-07-21', 'Resolve a complaint', 4, 'business', 'Rātā Business School'],
  ['2026-02-16', 'Give medicines under direction', 4, 'health', 'Harakeke College of Care', 'merit'],
  ['2026-06-08', 'Plan meals for special diets', 2, 'service-sector', 'Toetoe Workplace Training', 'achieved', { mode: 'rpl' }],
  ['2026-08-10', 'Mentor a new colleague', 3, 'business', 'Rātā Business School', 'achieved', { status: 'provisional' }],
];

const HEMI: readonly Row[] = [
  ['2022-08-15', 'Plan safe work at height', 5, 'planning-and-construction', 'Tōtara Trades'],
  ['2023-02-20', 'Read and mark out from drawings', 4, 'planning-and-construction', 'Tōtara Trades'],
  ['2023-09-11', 'Measure and estimate timber', 3, 'planning-and-construction', 'Tōtara Trades'],
  ['2024-03-05', 'Use hand and power tools', 4, 'engineering-and-technology', 'Tōtara Trades'],
  ['2024-10-02', 'Set out a small building', 5, 'planning-and-construction', 'Tōtara Trades'],
  ['2025-03-12', 'Write a site diary', 2, 'core-generic', 'Tōtara Trades'],
  ['2025-10-01', 'Count and bank the takings', 1, 'business', 'Rātā Business School'],
  ['2026-03-18', 'Test soil on site', 3, 'sciences', 'Tōtara Trades'],
];

function many(): Row[] {
  const fields = nz.fields.map((field) => field.slug);
  return Array.from({ length: 300 }, (_, index): Row => {
    const day = new Date(Date.UTC(2009, 0, 5) + index * 21 * 86_400_000).toISOString().slice(0, 10);
    return [
      day,
      `Invented outcome number ${index + 1}`,
      1 + (index % 5),
      fields[(index * 7) % 17] ?? null,
      'Harakeke College of Care',
    ];
  });
}

function recordOf(rows: readonly Row[]): RecognitionRecord {
  const names = [...new Set(rows.map((row) => row[4]))];
  return {
    type: 'RecognitionRecord',
    version: 1,
    framework: 'nz',
    learner: { id: 'x1', name: 'Mārama Kōtare' },
    organisations: names.map((name, index) => ({
      id: `org-${index}`,
      name,
      kind: 'provider',
      accreditations: [{ from: '2000-01-01', to: null, scope: [{ kind: 'all' }] }],
    })),
    outcomes: rows.map(
      ([, name, credits, field], index): Outcome => ({
        id: `lo-${index}`,
        code: `8${100 + index}-1`,
        version: 1,
        name,
        credits,
        level: 2 + (index % 3),
        field,
        subfield: null,
        domain: null,
        lineage: `8${100 + index}-1`,
        accredited: true,
        excludes: [],
        group: null,
        lastAssessment: null,
      }),
    ),
    achievements: rows.map(
      ([date, , , , provider, result = 'achieved', more = {}], index): Achievement => ({
        id: String(100 + index),
        outcome: `lo-${index}`,
        provider: `org-${names.indexOf(provider)}`,
        date,
        result,
        mode: 'assessed',
        originalDate: null,
        source: null,
        status: 'confirmed',
        usedIn: [],
        alsoCountedIn: [],
        ...more,
      }),
    ),
  };
}

/** The answer of `GET /learners/me/record` for one of the invented people. */
export function fixtureRecord(who: 'marama' | 'hemi' | 'moana' | 'empty'): LearnerRecord {
  const record = recordOf(who === 'marama' ? MARAMA : who === 'hemi' ? HEMI : who === 'moana' ? many() : []);
  return {
    asOf: TODAY,
    record,
    decision: decide(nz, 'alq', record, { asOf: TODAY }),
    outcomes: Object.fromEntries(
      record.outcomes.map((outcome) => [
        outcome.id,
        { status: 'published', assessments: [], theory: [], practice: [], skills: [] },
      ]),
    ),
    learnerName: 'Mārama Kōtare',
    awards: [],
    statements: [],
    looked:
      who === 'empty'
        ? []
        : [
            {
              at: '2026-08-10T02:00:00Z',
              who: 'Rātā Business School',
              name: 'Rātā Business School',
              reason: null,
              delegate: null,
              did: null,
              purpose: 'to report a result',
            },
          ],
  };
}
