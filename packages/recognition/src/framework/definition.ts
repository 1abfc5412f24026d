import { z } from 'zod';
import { isLocalDate } from '../record/local-date.ts';

const id = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/);
const text = z.string().min(1).max(2000);

/** A part of an award: an outcome by its lineage, or a definition by its id. */
const part = z.strictObject({
  ref: id,
  /** What it is here, such as core, elective, module, standard, or the award that it is a definition of. */
  role: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  minutes: z.int().min(0).max(100_000_000).nullable().default(null),
  /** Where it comes from, such as a training regulation. */
  source: id.nullable().default(null),
  creditBearing: z.boolean().default(true),
});

/** One award as its developer defined it: a certificate with its modules, a micro-credential with its outcomes. */
export const definitionFile = z.strictObject({
  id,
  award: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: text,
  level: z.string().max(20).nullable().default(null),
  sector: text.nullable().default(null),
  minutes: z.int().min(0).max(100_000_000).nullable().default(null),
  parts: z.array(part).max(2000),
  /** How many electives it takes. */
  electives: z.int().min(0).max(1000).default(0),
  reviewYears: z.int().min(1).max(100).nullable().default(null),
  withdrawn: z.string().refine(isLocalDate).nullable().default(null),
  /** What a listing asks for beside these, such as a purpose; by name. */
  listing: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), text).default({}),
});

export type Definition = Readonly<z.infer<typeof definitionFile>>;
export type Part = Definition['parts'][number];

export type ReadDefinitions =
  | { readonly ok: true; readonly definitions: readonly Definition[] }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly path: string; readonly code: string; readonly message: string }[];
    };

/**
 * Reads definitions out of untrusted JSON: one, or a list. A part that stands twice, a definition of itself, and a circle of
 * definitions are refused with the path. Never throws.
 */
export function readDefinitions(json: unknown): ReadDefinitions {
  const read = z
    .array(definitionFile)
    .max(5000)
    .safeParse(Array.isArray(json) ? json : [json]);
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: 'not-a-definition', message })),
    };
  }
  const problems = read.data.flatMap(({ id: own, parts }, at) => {
    const seen = new Set<string>();
    return parts.flatMap(({ ref }, nth) => {
      const path = `${at}.parts.${nth}.ref`;
      if (ref === own) return [{ path, code: 'bundle-of-itself', message: 'A definition is not a part of itself.' }];
      if (seen.has(ref)) return [{ path, code: 'unit-twice', message: 'This part is in the definition before.' }];
      seen.add(ref);
      return [];
    });
  });
  problems.push(...circles(read.data));
  return problems.length === 0 ? { ok: true, definitions: read.data } : { ok: false, problems };
}

function circles(definitions: readonly Definition[]): { path: string; code: string; message: string }[] {
  const parts = new Map(definitions.map((one) => [one.id, one.parts.map(({ ref }) => ref)]));
  const clear = new Set<string>();
  const onCircle = (from: string, way: ReadonlySet<string>): boolean => {
    if (way.has(from)) return true;
    if (clear.has(from)) return false;
    const longer = new Set([...way, from]);
    const found = (parts.get(from) ?? []).some((ref) => parts.has(ref) && onCircle(ref, longer));
    if (!found) clear.add(from);
    return found;
  };
  return definitions.flatMap(({ id: own, parts: own_ }, at) =>
    own_.every(({ ref }) => ref !== own) && onCircle(own, new Set())
      ? [{ path: `${at}`, code: 'cycle', message: 'This definition leads back to itself.' }]
      : [],
  );
}
