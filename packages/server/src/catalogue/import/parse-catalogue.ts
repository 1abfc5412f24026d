import { type Organisation, parseCatalogue as checkRules } from '@recognition/recognition';
import { z } from 'zod';
import type { OutcomeDocument } from '../document.ts';
import { organisation, outcome } from '../schema.ts';

/** A catalogue file, checked (contracts 2b). */
export interface CatalogueFile {
  readonly organisations: readonly Organisation[];
  readonly outcomes: readonly OutcomeDocument[];
}

/** One thing that is wrong, and where it is, such as `outcomes[3].level`. */
export interface CatalogueProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const file = z.strictObject({
  type: z.literal('Catalogue'),
  version: z.literal(1),
  organisations: z.array(organisation),
  outcomes: z.array(outcome),
});

/** Reads a catalogue file: by the rules of contracts 2b first, then by what the catalogue can keep (lengths, no control characters, known developers). */
export function parseCatalogue(
  json: unknown,
):
  | { readonly ok: true; readonly catalogue: CatalogueFile }
  | { readonly ok: false; readonly problems: readonly CatalogueProblem[] } {
  const rules = checkRules(json);
  if (!rules.ok) return rules;
  const read = file.safeParse(json);
  if (!read.success)
    return { ok: false, problems: read.error.issues.map(({ path, code, message }) => ({ path: pathOf(path), code, message })) };
  const problems = crossChecks(read.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue: read.data };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).slice(0, 64)}`))
    .join('')
    .replace(/^\./, '');
}

// What one entry alone cannot show: ids twice, references to nothing, and groups whose members disagree (contracts 2).
function crossChecks({ organisations, outcomes }: CatalogueFile): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const ids = new Set<string>();
  for (const [at, one] of organisations.entries()) {
    if (ids.has(one.id))
      problems.push({ path: `organisations[${at}].id`, code: 'duplicate-id', message: 'This id is in the file before.' });
    ids.add(one.id);
  }
  const seen = new Set<string>();
  const groups = new Map<string, OutcomeDocument[]>();
  for (const [at, one] of outcomes.entries()) {
    const add = (part: string, code: string, message: string) =>
      problems.push({ path: `outcomes[${at}].${part}`, code, message });
    if (seen.has(one.id)) add('id', 'duplicate-id', 'This id is in the file before.');
    seen.add(one.id);
    if (one.developer !== null && !ids.has(one.developer)) add('developer', 'dangling-reference', 'No organisation has this id.');
    if (one.excludes.some((lineage) => lineage === one.lineage || lineage === one.group?.lineage))
      add('excludes', 'excludes-itself', 'An outcome cannot exclude its own lineage.');
    if (one.group === null) continue;
    if (one.credits !== 0) add('credits', 'group-member-has-credit', 'The credit sits on the group, so its members carry 0.');
    const fault = groupFault(one, groups.get(one.group.id) ?? []);
    if (fault !== null) add('group', ...fault);
    else groups.set(one.group.id, [...(groups.get(one.group.id) ?? []), one]);
  }
  return problems;
}

function groupFault(one: OutcomeDocument, before: readonly OutcomeDocument[]): readonly [code: string, message: string] | null {
  const first = before[0];
  if (first?.group == null || one.group === null) return null;
  const { group } = first;
  if (
    one.group.lineage !== group.lineage ||
    one.group.credits !== group.credits ||
    one.group.members !== group.members ||
    one.field !== first.field
  ) {
    return ['group-disagrees', 'The members of a group agree on the group and on the field.'];
  }
  if (before.length >= group.members)
    return ['group-too-many-members', `This group has ${group.members} members, and the file has more.`];
  const conflicts = before.some(
    (other) => other.lineage === one.lineage || other.excludes.includes(one.lineage) || one.excludes.includes(other.lineage),
  );
  return conflicts ? ['group-members-conflict', 'Members of a group neither share a lineage nor exclude one another.'] : null;
}
