import type { Measures } from './measures.ts';
import { textWidth, wrap } from './time.ts';
import type { PlacedBlock, PlacedText, StackInput } from './types.ts';

/**
 * The names of the blocks of the stair, each within the band of its own block: to the right in the left half of the frame, else to
 * the left, where the text fits inside the frame and is clear of the last label on that side; else none, since the table has it.
 */
export function placeLabels(
  input: StackInput,
  stair: readonly PlacedBlock[],
  m: Measures,
  frame: { left: number; right: number },
): PlacedText[] {
  const out: PlacedText[] = [];
  const middle = (frame.left + frame.right) / 2;
  const last = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  for (const block of stair) {
    const leaving = block.item.leaves === null ? null : input.words.leaves(block.item.leaves);
    const room = { start: frame.right - 6 - (block.x + block.width + 7), end: block.x - 7 - frame.left - 6 };
    const sides = block.x + block.width / 2 < middle ? (['start', 'end'] as const) : (['end', 'start'] as const);
    for (const side of sides) {
      const placed =
        input.size === 'narrow' ? narrowLabel(block, leaving, m, room[side]) : wideLabel(block, leaving, m, room[side]);
      if (placed === null) continue;
      const top = placed[0]!.y;
      const bottom = placed.at(-1)!.y;
      if (bottom > last[side] - 15) continue;
      const x = side === 'start' ? block.x + block.width + 7 : block.x - 7;
      const width = Math.max(
        ...placed.map((line) => textWidth(line.text + (line.tail?.text ?? ''), m.font) + (line.tail === undefined ? 0 : 10)),
      );
      const box = {
        left: side === 'start' ? x : x - width,
        right: side === 'start' ? x + width : x,
        top: top - m.font * 0.72,
        bottom: bottom + 2,
      };
      if (
        stair.some(
          (other) =>
            other !== block &&
            other.x < box.right &&
            other.x + other.width > box.left &&
            other.y < box.bottom &&
            other.y + other.height > box.top,
        )
      )
        continue;
      for (const line of placed) out.push({ ...line, x, anchor: side });
      last[side] = top;
      break;
    }
  }
  return out;
}

type Line = Omit<PlacedText, 'x' | 'anchor'>;

function wideLabel(block: PlacedBlock, leaving: string | null, m: Measures, room: number): Line[] | null {
  const width = textWidth(block.item.name, m.font) + (leaving === null ? 0 : 12 + textWidth(leaving, m.font));
  const y = block.y + block.height / 2 + 5;
  const name = block.height < 14 ? `${block.item.name}, ${block.item.credits}` : block.item.name;
  if (width > room) return null;
  return [{ kind: 'label', y, text: name, ...(leaving === null ? {} : { tail: { text: leaving, kind: 'leave' as const } }) }];
}

function narrowLabel(block: PlacedBlock, leaving: string | null, m: Measures, room: number): Line[] | null {
  const lines = Math.floor(block.height / 14) - (leaving === null ? 0 : 1);
  if (lines < 1 || room < 70) return null;
  const name = wrap(block.item.name, room, m.font, lines);
  if (name.some((line) => line.length < 4)) return null;
  const all: { text: string; kind: 'label' | 'leave' }[] = name.map((text) => ({ text, kind: 'label' }));
  if (leaving !== null) all.push({ text: leaving, kind: 'leave' });
  const first = block.y + block.height / 2 + 4.5 - (all.length - 1) * 7;
  return all.map((line, index) => ({ ...line, y: first + index * 14 }));
}
