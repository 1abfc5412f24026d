import { decide as decideStack, nz, parseRecord, type RecognitionRecord } from '../packages/recognition/src/index.ts';
import {
  type AwardOptions,
  decide,
  type Definition,
  type FrameworkId,
  frameworks,
} from '../packages/recognition/src/framework/index.ts';
import { generate, THREE_HUNDRED } from '../packages/recognition/test/generator.ts';
import { type Figure, percentile } from './figure.ts';

const RECORDS = 1000;
const WARM = 100;

/** The award of each framework that asks the most of the engine, with what it needs to know. */
const HARDEST: readonly {
  readonly id: FrameworkId;
  readonly award: string;
  readonly role: string | null;
  readonly below?: string;
  /** Sizes so small that the caps decide whether there is enough. */
  readonly tight?: true;
}[] = [
  { id: 'nz', award: 'graduate-diploma', role: null },
  { id: 'in', award: 'degree', role: null },
  { id: 'in', award: 'degree', role: null, tight: true },
  { id: 'ph', award: 'nc', role: 'core' },
  { id: 'dk', award: 'amu-certificate', role: 'sub-goal' },
  { id: 'sg', award: 'wsq', role: 'core' },
  { id: 'es', award: 'd', role: 'b', below: 'module' },
  { id: 'fr', award: 'certification', role: 'bloc', below: 'assessment' },
];

/** Deciding records of 300 achievements in each framework, against the Applied Learning Qualification on the same records. */
export async function run(): Promise<readonly Figure[]> {
  const records = Array.from({ length: RECORDS + WARM }, (_, seed) => read(seed + 1));
  const alq = times(records, (record) => decideStack(nz, 'alq', record));
  const median = percentile(alq, 0.5);
  const figures: Figure[] = [];
  for (const { id, award, role, below, tight } of HARDEST) {
    const given = records.map((record) => dressed(record, id, tight === true));
    const options = given.map((record) => optionsFor(record, award, role, below));
    const took = times(given, (record, at) => decide(frameworks[id], award, record, options[at]));
    const own = percentile(took, 0.5);
    figures.push({
      name: `decision in ${id} (${award}${tight === true ? ', caps bind' : ''}), 300 achievements, median`,
      value: `${own.toFixed(3)} ms; 99 of 100 within ${percentile(took, 0.99).toFixed(3)} ms`,
      ratio: own / median,
      target: '<= 2',
      reached: own / median <= 2,
      how: `${RECORDS} seeded records of 300 achievements with lineages, exclusions, groups, repeats and transfers; ratio to the Applied Learning Qualification on the same records (${median.toFixed(3)} ms)`,
    });
  }
  return figures;
}

function times(
  records: readonly RecognitionRecord[],
  decideOne: (record: RecognitionRecord, at: number) => unknown,
): readonly number[] {
  return records.flatMap((record, at) => {
    const before = performance.now();
    decideOne(record, at);
    const took = performance.now() - before;
    return at < WARM ? [] : [took];
  });
}

function read(seed: number): RecognitionRecord {
  const parsed = parseRecord(generate(seed, THREE_HUNDRED));
  if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.record;
}

/** The same record with sizes of the country: in India as many units of 7.5 hours as it has credits, two of three micro-credentials, so that the cap binds. */
function dressed(record: RecognitionRecord, id: FrameworkId, tight: boolean): RecognitionRecord {
  const step = id === 'in' && !tight ? frameworks.in.unit.minutes / 2 : frameworks[id].unit.step;
  return {
    ...record,
    framework: id,
    outcomes: record.outcomes.map((outcome, at) =>
      outcome.group !== null
        ? outcome
        : {
            ...outcome,
            size: { minutes: outcome.credits * step, amount: String(outcome.credits), unit: 'step' },
            kind: at % 3 === 0 ? 'course' : 'micro-credential',
          },
    ),
  };
}

function optionsFor(record: RecognitionRecord, award: string, role: string | null, below: string | undefined): AwardOptions {
  if (role === null) return {};
  const refs = [...new Set(record.outcomes.map(({ lineage }) => lineage))];
  const header = { level: null, sector: null, minutes: null, electives: 0, reviewYears: null, withdrawn: null, listing: {} };
  const part = (ref: string, of: string) => ({ ref, role: of, minutes: null, source: null, creditBearing: true });
  const lower: readonly Definition[] =
    below === undefined
      ? []
      : refs.map((ref) => ({ ...header, id: `of-${ref}`, award: role, title: ref, parts: [part(ref, below)] }));
  const whole: Definition = {
    ...header,
    id: 'whole',
    award,
    title: 'whole',
    parts: lower.length > 0 ? lower.map(({ id }) => part(id, role)) : refs.map((ref) => part(ref, role)),
  };
  return { definition: 'whole', definitions: [whole, ...lower] };
}
