import { parseRecord } from '../../record/parse-record.ts';
import type { RecognitionRecord } from '../../record/portable-record.ts';
import type { HeldInCase } from './case-file.ts';

/** The portable record of a case: invented providers, outcomes and achievements. Throws when the case makes no usable record. */
export function recordOf(holds: readonly HeldInCase[], unaccredited: readonly string[] = []): RecognitionRecord {
  const each = holds.flatMap((one) =>
    one.times === 1
      ? [one]
      : Array.from({ length: one.times }, (_, at) => ({ ...one, id: `${one.id}.${at + 1}`, of: `${one.of}.${at + 1}` })),
  );
  const providers = [...new Set(each.map(({ by }) => by))];
  const outcomes = new Map<string, object>();
  for (const one of each) {
    const { of, lineage = of, minutes, credits = 0, level, kind, field = null, creditBearing, accredited, excludes } = one;
    const whole = level !== undefined && /^\d+$/.test(level);
    outcomes.set(of, {
      id: of,
      code: of,
      version: null,
      name: `Invented ${of}`,
      credits,
      level: whole ? Number(level) : null,
      field,
      subfield: null,
      domain: null,
      lineage,
      accredited,
      excludes,
      group: null,
      lastAssessment: null,
      ...(minutes === undefined ? {} : { size: { minutes, amount: String(minutes), unit: 'minute' } }),
      ...(kind === undefined ? {} : { kind }),
      ...(creditBearing === undefined ? {} : { creditBearing }),
      ...(level === undefined || whole ? {} : { levelLabel: level }),
    });
  }
  const parsed = parseRecord({
    type: 'RecognitionRecord',
    version: 1,
    organisations: providers.map((id) => ({
      id,
      name: `Invented ${id}`,
      kind: 'provider',
      accreditations: unaccredited.includes(id) ? [] : [{ from: '1990-01-01', to: null, scope: [{ kind: 'all' }] }],
    })),
    outcomes: [...outcomes.values()],
    achievements: each.map(({ id, of, by, on, mode, result, status, source = null, usedIn }) => ({
      id,
      outcome: of,
      provider: by,
      date: on,
      result,
      mode,
      originalDate: mode === 'crt' ? on : null,
      source,
      status,
      usedIn,
      alsoCountedIn: [],
    })),
  });
  if (!parsed.ok) throw new TypeError(`${parsed.problems[0]?.path}: ${parsed.problems[0]?.message}`);
  return parsed.record;
}
