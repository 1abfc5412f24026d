import { changedParts, changedWords, type Piece } from './changes.ts';
import { type Content, type Part, PARTS } from './draft.ts';

export type { Content } from './draft.ts';
export { partName } from './part-name.ts';

/** A part of two definitions: each side's lines, of which every word stays, or is the side's own. */
export interface SideRow {
  readonly part: Part;
  readonly differs: boolean;
  readonly before: readonly (readonly Piece[])[];
  readonly after: readonly (readonly Piece[])[];
}

/** Two definitions part by part, in the order of the form; a part that both leave empty is left out. */
export function sideBySide(
  before: Content,
  after: Content,
  field: (slug: string | null) => string,
  known: (name: string) => string | null,
): readonly SideRow[] {
  const changed = changedParts(before, after);
  return PARTS.flatMap((part) => {
    const [old, now] = [linesOf(before, part, field, known), linesOf(after, part, field, known)];
    const differs = changed.includes(part);
    if (!differs && old.length === 0) return [];
    return [{ part, differs, before: side(old, now, 'removed'), after: side(now, old, 'added') }];
  });
}

/** Each line beside the line of the other side that is in its place, with what is its own. */
export function side(own: readonly string[], other: readonly string[], kind: 'added' | 'removed'): readonly (readonly Piece[])[] {
  return own.map((line, at) => {
    const beside = other.includes(line) ? line : (other[at] ?? '');
    const pieces = kind === 'added' ? changedWords(beside, line) : changedWords(line, beside);
    return pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind);
  });
}

function linesOf(
  content: Content,
  part: Part,
  field: (slug: string | null) => string,
  known: (name: string) => string | null,
): readonly string[] {
  switch (part) {
    case 'assessments':
    case 'theory':
    case 'practice':
      return content[part].map(({ text }) => text);
    case 'skills':
      return content.skills
        .map(({ label, relation, proficiency }) =>
          [label, known(`author.relation.${relation}`) ?? relation, proficiency ?? ''].filter((one) => one !== '').join(', '),
        )
        .sort();
    case 'gradesAvailable':
      return content.gradesAvailable.map((grade) => known(`result.${grade}`) ?? grade);
    case 'excludes':
      return [...content.excludes].sort();
    case 'field':
      return content.field === null ? [] : [field(content.field)];
    case 'group':
      return content.group === null ? [] : [content.group.id];
    default: {
      const value = content[part];
      return value === null || value === '' ? [] : [String(value)];
    }
  }
}
