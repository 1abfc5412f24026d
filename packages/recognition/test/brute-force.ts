import {
  FIELDS,
  type Achievement,
  type Organisation,
  type Outcome,
  type RecognitionRecord,
} from '../src/record/portable-record.ts';

/**
 * The contract read word by word, tried on every subset of up to 14 achievements. It shares no code with the engine, not even for
 * dates, and cares for nothing but being plainly right.
 */
export interface Held {
  readonly a: Achievement;
  readonly o: Outcome;
  readonly date: string;
}

export interface Plain {
  readonly excluded: readonly { achievement: string; reason: string }[];
  readonly eligible: boolean;
  readonly options: readonly {
    major: string | null;
    credits: number;
    counted: readonly string[];
    from: string;
    to: string;
    fieldCredits: Record<string, number>;
  }[];
  readonly missing: { credits: number; from: string | null; by: string | null; counted: readonly string[] } | null;
  readonly majors: readonly { field: string; missing: number; by: string | null }[];
  readonly expiring: readonly { achievement: string; on: string }[];
  readonly asOf: string | null;
}

export function sevenYearsOn(date: string): string {
  const later = `${Number(date.slice(0, 4)) + 7}${date.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-02-29', '-02-28') : later;
}

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function accredited(provider: Organisation, o: Outcome, date: string): boolean {
  return provider.accreditations.some(
    ({ from, to, scope }) =>
      from <= date &&
      (to === null || to >= date) &&
      scope.some((s) => {
        if (s.kind === 'all') return true;
        if (s.kind === 'outcome') return s.lineage === o.lineage || s.lineage === o.group?.lineage;
        const same =
          s.kind === 'field' ? s.field === o.field : s.kind === 'subfield' ? s.subfield === o.subfield : s.domain === o.domain;
        return same && o.level !== null && (s.maxLevel === undefined || o.level <= s.maxLevel);
      }),
  );
}

/** Ids of everything that a chain of `source` connects with this achievement, itself included. */
export function chainOf(id: string, all: readonly Achievement[]): ReadonlySet<string> {
  const chain = new Set([id]);
  for (let before = 0; before !== chain.size; ) {
    before = chain.size;
    for (const a of all) {
      if (a.source === null) continue;
      if (chain.has(a.id)) chain.add(a.source);
      if (chain.has(a.source)) chain.add(a.id);
    }
  }
  return chain;
}

export const lineagesOf = (o: Outcome): readonly string[] => (o.group === null ? [o.lineage] : [o.lineage, o.group.lineage]);

export const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

export interface Read {
  readonly asOf: string | null;
  readonly excluded: Plain['excluded'];
  /** What may count, by counting date and id. */
  readonly held: readonly Held[];
  readonly clash: (x: Held, y: Held) => boolean;
}

/** What may count and what clashes, by the words of the contract. */
export function readPlainly(record: RecognitionRecord, options: { asOf?: string; supersedes?: string } = {}): Read {
  const outcome = (a: Achievement): Outcome => record.outcomes.find((o) => o.id === a.outcome)!;
  const counting = (a: Achievement): string => (a.mode === 'crt' ? a.originalDate! : a.date);
  const all = record.achievements;
  const asOf = options.asOf ?? all.map(counting).sort().at(-1) ?? null;
  const spent = all.filter((a) => a.usedIn.some((award) => award !== options.supersedes));
  const chains = new Map(all.map((a) => [a.id, chainOf(a.id, all)]));
  const usedUp = (a: Achievement): boolean => {
    const o = outcome(a);
    return spent.some((s) => {
      const so = outcome(s);
      return (
        overlap(lineagesOf(o), lineagesOf(so)) ||
        chains.get(a.id)!.has(s.id) ||
        overlap(o.excludes, lineagesOf(so)) ||
        overlap(so.excludes, lineagesOf(o))
      );
    });
  };
  const reason = (a: Achievement): string | null => {
    const o = outcome(a);
    if (asOf !== null && counting(a) > asOf) return 'after-as-of';
    if (a.result === 'not-achieved') return 'not-achieved';
    if (a.status === 'provisional') return 'not-confirmed';
    if (a.status === 'withdrawn') return 'withdrawn';
    if (!o.accredited) return 'outcome-not-accredited';
    if (!accredited(record.organisations.find((p) => p.id === a.provider)!, o, a.date)) return 'provider-not-accredited';
    if (o.lastAssessment !== null && o.lastAssessment < counting(a)) return 'assessed-too-late';
    if (usedUp(a)) return 'already-used';
    return o.credits === 0 && o.group === null ? 'zero-credit' : null;
  };
  const excluded = all
    .flatMap((a) => (reason(a) === null ? [] : [{ achievement: a.id, reason: reason(a)! }]))
    .sort((x, y) => (x.achievement < y.achievement ? -1 : 1));
  const held: Held[] = all
    .filter((a) => reason(a) === null)
    .map((a) => ({ a, o: outcome(a), date: counting(a) }))
    .sort((x, y) => (x.date + x.a.id < y.date + y.a.id ? -1 : 1));

  const clash = (x: Held, y: Held): boolean => {
    if (x.o.lineage === y.o.lineage || chains.get(x.a.id)!.has(y.a.id)) return true;
    if (x.o.group !== null && x.o.group.id === y.o.group?.id) return false;
    return (
      overlap(lineagesOf(x.o), lineagesOf(y.o)) ||
      overlap(x.o.excludes, lineagesOf(y.o)) ||
      overlap(y.o.excludes, lineagesOf(x.o))
    );
  };
  return { asOf, excluded, held, clash };
}

/** The whole answer, by trying every subset. */
export function plainly(record: RecognitionRecord, options: { asOf?: string; supersedes?: string } = {}): Plain {
  const { asOf, excluded, held, clash } = readPlainly(record, options);
  const clashes = held.map((x, i) => held.reduce((mask, y, j) => (i !== j && clash(x, y) ? mask | (1 << j) : mask), 0));

  interface Selection {
    mask: number;
    total: number;
    by: Map<string | null, number>;
    from: string;
    to: string;
  }
  const selections: Selection[] = [];
  for (let mask = 1; mask < 1 << held.length; mask += 1) {
    const chosen = held.filter((_, i) => (mask >> i) & 1);
    if (held.some((_, i) => (mask >> i) & 1 && clashes[i]! & mask)) continue;
    const from = chosen[0]!.date;
    const to = chosen.at(-1)!.date;
    if (to > sevenYearsOn(from)) continue;
    const by = new Map<string | null, number>();
    let total = 0;
    let whole = true;
    const groups = new Map<string, Set<string>>();
    for (const { o } of chosen) {
      if (o.group !== null) groups.set(o.group.id, (groups.get(o.group.id) ?? new Set()).add(o.id));
      else {
        total += o.credits;
        by.set(o.field, (by.get(o.field) ?? 0) + o.credits);
      }
    }
    for (const [id, members] of groups) {
      const { group, field } = chosen.find(({ o }) => o.group?.id === id)!.o;
      if (members.size !== group!.members) whole = false;
      total += group!.credits;
      by.set(field, (by.get(field) ?? 0) + group!.credits);
    }
    if (whole) selections.push({ mask, total, by, from, to });
  }

  const walk = (among: readonly Selection[]): Selection => {
    let left = among;
    let taken = 0;
    for (let i = 0; i < held.length; i += 1) {
      const bit = 1 << i;
      const kept = left.filter(({ mask }) => (mask & taken) === taken && mask & bit);
      if (kept.length > 0) {
        left = kept;
        taken |= bit;
      }
    }
    return left[0]!;
  };
  const idsOf = (mask: number): readonly string[] => held.filter((_, i) => (mask >> i) & 1).map(({ a }) => a.id);
  const best = (field: string | null): Selection | null => {
    const own = (s: Selection): number => (field === null ? 0 : (s.by.get(field) ?? 0));
    const fitting = selections.filter((s) => s.total >= 40 && (field === null || 100 * own(s) >= 51 * s.total));
    if (fitting.length === 0) return null;
    const least = Math.min(...fitting.map(({ total }) => total));
    const smallest = fitting.filter(({ total }) => total === least);
    const most = Math.max(...smallest.map(own));
    return walk(smallest.filter((s) => own(s) === most));
  };
  const option = (major: string | null, s: Selection) => ({
    major,
    credits: s.total,
    counted: idsOf(s.mask),
    from: s.from,
    to: s.to,
    fieldCredits: Object.fromEntries([...s.by].map(([field, credits]) => [field ?? 'unclassified', credits])),
  });

  const plain = best(null);
  const fields = FIELDS.filter((field) => held.some(({ o }) => o.field === field));
  const withMajor = fields.flatMap((field) => {
    const found = best(field);
    return found === null ? [] : [option(field, found)];
  });
  const share = (one: (typeof withMajor)[number]): number => one.fieldCredits[one.major!]! / one.credits;
  withMajor.sort((x, y) => share(y) - share(x) || (x.major! < y.major! ? -1 : 1));

  const joinable = selections.filter(({ from }) => asOf !== null && asOf <= sevenYearsOn(from));
  let missing: Plain['missing'] = null;
  if (plain === null) {
    const under = joinable.filter(({ total }) => total < 40);
    const most = Math.max(...under.map(({ total }) => total));
    const largest = under.filter(({ total }) => total === most);
    const latest = largest
      .map(({ from }) => from)
      .sort()
      .at(-1);
    missing = { credits: 40, from: null, by: null, counted: [] };
    if (latest !== undefined) {
      const found = walk(largest.filter(({ from }) => from === latest));
      missing = { credits: 40 - found.total, from: latest, by: sevenYearsOn(latest), counted: idsOf(found.mask) };
    }
  }
  const majors = fields.map((field) => {
    if (withMajor.some(({ major }) => major === field)) return { field, missing: 0, by: null };
    for (let x = 1; ; x += 1) {
      const enough = (total: number, own: number): boolean => total + x >= 40 && 100 * (own + x) >= 51 * (total + x);
      if (enough(0, 0)) return { field, missing: x, by: null };
      const found = joinable.filter((s) => enough(s.total, s.by.get(field) ?? 0));
      if (found.length > 0)
        return {
          field,
          missing: x,
          by: sevenYearsOn(
            found
              .map(({ from }) => from)
              .sort()
              .at(-1)!,
          ),
        };
    }
  });
  const expiring = held
    .map(({ a, date }) => ({ achievement: a.id, on: nextDay(sevenYearsOn(date)) }))
    .sort((x, y) => (x.on + x.achievement < y.on + y.achievement ? -1 : 1));
  return {
    excluded,
    eligible: plain !== null,
    options: plain === null ? [] : [option(null, plain), ...withMajor],
    missing,
    majors,
    expiring,
    asOf,
  };
}
