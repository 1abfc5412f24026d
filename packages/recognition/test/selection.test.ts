import { expect, test } from 'vitest';
import { decideSelection, FIELDS, nz, type RecognitionRecord } from '../src/index.ts';
import { chainOf, type Held, lineagesOf, overlap, readPlainly, sevenYearsOn } from './brute-force.ts';
import { generate, SMALL } from './generator.ts';
import { random } from './random.ts';

interface Said {
  readonly code: string;
  readonly achievements: readonly string[];
}

const KIND = { ...SMALL, achievements: [4, 14] } as const;
const key = ({ code, achievements }: Said): string => `${code}: ${achievements.join(', ')}`;
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

/** Why two of what is picked may not count beside one another, by the words of the contract; null where they may. */
function between(x: Held, y: Held, record: RecognitionRecord): string | null {
  if (chainOf(x.a.id, record.achievements).has(y.a.id)) return 'same-transfer';
  if (x.o.lineage === y.o.lineage) return 'same-lineage';
  if (x.o.group !== null && x.o.group.id === y.o.group?.id) return null;
  if (overlap(lineagesOf(x.o), lineagesOf(y.o))) return 'same-lineage';
  return overlap(x.o.excludes, lineagesOf(y.o)) || overlap(y.o.excludes, lineagesOf(x.o)) ? 'excluded-pair' : null;
}

/** The answer to an edited claim, rule by rule. */
function plainly(record: RecognitionRecord, select: readonly string[]) {
  const { excluded, held } = readPlainly(record);
  const picked = held.filter(({ a }) => select.includes(a.id));
  const problems: Said[] = [];
  const unknown = select.filter((id) => record.achievements.every((a) => a.id !== id));
  if (unknown.length > 0) problems.push({ code: 'unknown-achievement', achievements: sorted(unknown) });
  for (const code of new Set(excluded.map(({ reason }) => reason))) {
    const own = excluded.filter(({ achievement, reason }) => reason === code && select.includes(achievement));
    if (own.length > 0) problems.push({ code, achievements: sorted(own.map(({ achievement }) => achievement)) });
  }
  const late = picked.filter(({ date }) => date > sevenYearsOn(picked[0]!.date));
  if (late.length > 0) problems.push({ code: 'outside-window', achievements: sorted(late.map(({ a }) => a.id)) });
  picked.forEach((x, at) => {
    for (const y of picked.slice(at + 1)) {
      const code = between(x, y, record);
      if (code !== null) problems.push({ code, achievements: sorted([x.a.id, y.a.id]) });
    }
  });
  const by = new Map<string | null, number>();
  const add = (field: string | null, credits: number): void => void by.set(field, (by.get(field) ?? 0) + credits);
  for (const { o } of picked) if (o.group === null) add(o.field, o.credits);
  for (const id of new Set(picked.flatMap(({ o }) => (o.group === null ? [] : [o.group.id])))) {
    const members = picked.filter(({ o }) => o.group?.id === id);
    const { group, field } = members[0]!.o;
    if (new Set(members.map(({ o }) => o.id)).size === group!.members) add(field, group!.credits);
    else problems.push({ code: 'group-not-whole', achievements: sorted(members.map(({ a }) => a.id)) });
  }
  const credits = [...by.values()].reduce((sum, one) => sum + one, 0);
  if (credits < 40) problems.push({ code: 'too-few-credits', achievements: sorted(picked.map(({ a }) => a.id)) });
  const valid = problems.length === 0;
  return {
    valid,
    credits,
    from: picked[0]?.date ?? null,
    to: picked.at(-1)?.date ?? null,
    majors: valid ? FIELDS.filter((field) => 100 * (by.get(field) ?? 0) >= 51 * credits) : [],
    problems: problems.map(key).sort(),
  };
}

test('an edited selection has every problem that the words of the contract find in it, each with whom it names', () => {
  const met = new Map<string, number>();
  let valid = 0;
  for (let seed = 1; seed <= 1500; seed += 1) {
    const record = generate(seed, KIND);
    const r = random(seed);
    const share = r.whole(1, 10);
    const select = record.achievements.map(({ id }) => id).filter(() => r.whole(1, 10) <= share);
    if (seed % 9 === 0) select.push('nobody-2', 'nobody-1');
    const { selection } = decideSelection(nz, 'alq', record, { select });
    expect({ ...selection, problems: selection.problems.map(key).sort() }, `seed ${seed}`).toEqual(plainly(record, select));
    // Whatever stands where in the file.
    const turned = { ...record, achievements: [...record.achievements].reverse(), outcomes: [...record.outcomes].reverse() };
    expect(decideSelection(nz, 'alq', turned, { select }).selection, `seed ${seed}`).toEqual(selection);
    if (selection.valid) valid += 1;
    for (const { code } of selection.problems) met.set(code, (met.get(code) ?? 0) + 1);
  }
  // Nothing of it was tested by chance alone.
  expect(valid).toBeGreaterThan(20);
  for (const code of [
    'unknown-achievement',
    'outside-window',
    'same-lineage',
    'excluded-pair',
    'same-transfer',
    'group-not-whole',
    'too-few-credits',
  ])
    expect(met.get(code) ?? 0, code).toBeGreaterThan(10);
});
