import { type Content, type Part, PARTS } from './draft.ts';

export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** More words than this on both sides are shown as one text taken out and one put in. */
const MOST_WORDS = 1500;

/** What changed from one text to another, word by word: the longest run of words that both share stays, in order. */
export function changedWords(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ text: before, kind: 'same' }];
  const [old, now] = [words(before), words(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return joined([...pieces(old, 'removed'), ...pieces(now, 'added')]);
  const width = now.length + 1;
  const shared = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      shared[i * width + j] =
        old[i] === now[j]
          ? (shared[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(shared[(i + 1) * width + j] ?? 0, shared[i * width + j + 1] ?? 0);
  const found: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [one, other] = [old[i], now[j]];
    if (one !== undefined && one === other) {
      found.push({ text: one, kind: 'same' });
      i += 1;
      j += 1;
    } else if (
      other === undefined ||
      (one !== undefined && (shared[(i + 1) * width + j] ?? 0) >= (shared[i * width + j + 1] ?? 0))
    ) {
      found.push({ text: one ?? '', kind: 'removed' });
      i += 1;
    } else {
      found.push({ text: other, kind: 'added' });
      j += 1;
    }
  }
  return joined(found);
}

const words = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];
const pieces = (given: readonly string[], kind: Piece['kind']): readonly Piece[] => given.map((text) => ({ text, kind }));

function joined(given: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of given) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) found[found.length - 1] = { text: last.text + piece.text, kind: last.kind };
    else found.push(piece);
  }
  return found;
}

/** The parts in which two definitions differ, in the order of the form. */
export function changedParts(before: Content, after: Content): readonly Part[] {
  return PARTS.filter((part) => JSON.stringify(plain(before, part)) !== JSON.stringify(plain(after, part)));
}

function plain(content: Content, part: Part): unknown {
  if (part === 'skills')
    return content.skills.map(({ uri, relation, proficiency }) => `${uri} ${relation} ${proficiency ?? ''}`).sort();
  if (part === 'excludes') return [...content.excludes].sort();
  if (part === 'assessments' || part === 'theory' || part === 'practice')
    return content[part].map(({ text, lang }) => `${lang} ${text}`);
  return content[part];
}
