import { type Measures, round } from './measures.ts';
import { wrap } from './time.ts';
import type { PlacedBlock, PlacedLine, PlacedText, StackInput, StackItem } from './types.ts';

/** Credits of each field, the major first, then by credits, then by name; a field of null is unclassified. */
export function fieldSums(
  items: readonly StackItem[],
  major: string | null,
  name: (field: string | null) => string,
): { field: string | null; credits: number; items: StackItem[] }[] {
  const sums = new Map<string | null, StackItem[]>();
  for (const item of items) sums.set(item.field, [...(sums.get(item.field) ?? []), item]);
  return [...sums]
    .map(([field, list]) => ({ field, credits: list.reduce((sum, item) => sum + item.credits, 0), items: list }))
    .sort(
      (a, b) =>
        Number(b.field === major && major !== null) - Number(a.field === major && major !== null) ||
        b.credits - a.credits ||
        (name(a.field) < name(b.field) ? -1 : 1),
    );
}

interface Pile {
  readonly blocks: readonly PlacedBlock[];
  readonly lines: readonly PlacedLine[];
  readonly texts: readonly PlacedText[];
  readonly left: number;
  readonly right: number;
}

/** The pile at the right: the same scale and baseline as the stair, sorted by field, with the 51% mark and the gap to 40. */
export function placePile(input: StackInput, counted: readonly StackItem[], m: Measures, base: number, plotRight: number): Pile {
  const narrow = input.size === 'narrow';
  const left = plotRight + (narrow ? 38 : 46);
  const right = left + m.pile + (narrow ? 8 : 10);
  const y = (credits: number): number => round(base - credits * m.pxPerCredit);
  const blocks: PlacedBlock[] = [];
  const lines: PlacedLine[] = [];
  const texts: PlacedText[] = [];
  let sum = 0;
  let lastLabel = base + 30;
  for (const part of fieldSums(counted, input.major, (field) => input.words.field(field))) {
    const start = sum;
    for (const item of part.items) {
      sum += item.credits;
      blocks.push({ item, x: left, y: y(sum), width: m.pile, height: item.credits * m.pxPerCredit, number: null });
    }
    const middle = round((y(start) + y(sum)) / 2);
    if (narrow) {
      if (y(start) - y(sum) >= 18)
        texts.push({ kind: 'tick', x: right - 2, y: middle + 4.5, text: String(part.credits), anchor: 'start' });
    } else if (part.field === input.major && input.major !== null) {
      lines.push({ kind: 'brace', d: `M${left + m.pile + 5} ${y(start) - 1}h4V${y(sum) + 1}h-4` });
      const name = wrap(`${input.words.field(part.field)} ${part.credits}`, input.size === 'still' ? 170 : 190, 19, 2);
      for (const [index, text] of name.entries())
        texts.push({
          kind: 'major',
          x: left + m.pile + 18,
          y: middle - 4 + (index - name.length + 1) * 22,
          text,
          anchor: 'start',
        });
      texts.push({ kind: 'quiet', x: left + m.pile + 18, y: middle + 16, text: input.words.share, anchor: 'start' });
      lastLabel = middle - 30;
    } else {
      const name = wrap(input.words.field(part.field), 190, 14, 2);
      const at = Math.min(middle + 4.5 - (name.length - 1) * 7.5, lastLabel - (name.length - 1) * 15 - 16);
      texts.push({ kind: 'strong', x: left + m.pile + 26, y: at, text: String(part.credits), anchor: 'end' });
      for (const [index, text] of name.entries())
        texts.push({ kind: 'label', x: left + m.pile + 34, y: at + index * 15, text, anchor: 'start' });
      lastLabel = at;
    }
  }
  if (sum > 0) {
    const mark = round(base - (sum * input.share * m.pxPerCredit) / 100);
    lines.push({ kind: '51c', d: `M${left} ${mark}h${m.pile}` }, { kind: '51', d: `M${left - 8} ${mark}h${m.pile + 12}` });
    texts.push({ kind: 'strong', x: left - 11, y: mark + 4.5, text: `${input.share}%`, anchor: 'end' });
  }
  if (sum < input.need) {
    lines.push({ kind: 'miss', d: `M${left} ${y(sum)}V${y(input.need)}M${left + m.pile} ${y(input.need)}V${y(sum)}` });
    if (input.words.gap !== null && !narrow) {
      const at = round((y(sum) + y(input.need)) / 2);
      texts.push({
        kind: 'total',
        x: left + m.pile + 18,
        y: Math.min(at, lastLabel - 34),
        text: input.words.gap[0],
        anchor: 'start',
      });
      texts.push({
        kind: 'quiet',
        x: left + m.pile + 18,
        y: Math.min(at, lastLabel - 34) + 19,
        text: input.words.gap[1],
        anchor: 'start',
      });
    }
  }
  lines.push({ kind: 'axis', d: `M${left} ${base}h${m.pile}` });
  texts.push({
    kind: 'total',
    x: narrow ? left + m.pile / 2 : left,
    y: Math.min(y(sum), y(input.need)) - 8,
    text: narrow ? String(sum) : input.words.total,
    anchor: narrow ? 'middle' : 'start',
  });
  if (!narrow) texts.push({ kind: 'tick', x: left, y: base + 19, text: input.words.byField, anchor: 'start' });
  return { blocks, lines, texts, left, right };
}
