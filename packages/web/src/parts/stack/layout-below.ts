import { byDate, type Measures, round } from './measures.ts';
import { textWidth } from './time.ts';
import type { PlacedBlock, PlacedLine, PlacedText, StackInput } from './types.ts';

interface Below {
  readonly blocks: readonly PlacedBlock[];
  readonly lines: readonly PlacedLine[];
  readonly texts: readonly PlacedText[];
  readonly bottom: number;
  readonly notDrawn: number;
}

const ROWS = 7;
/** From this many blocks on they are small and carry no words: the table says them. */
const CROWD = 14;

/** What does not count here hangs below the axis at its own date; clashes stack downward, and words stand in nesting elbows. */
export function placeBelow(
  input: StackInput,
  m: Measures,
  x: (date: string) => number,
  base: number,
  plot: { left: number; right: number },
): Below {
  if (input.size === 'still') return { blocks: [], lines: [], texts: [], bottom: base + 28, notDrawn: 0 };
  const hanging = input.items.filter((item) => item.standing !== 'counted').sort(byDate);
  const crowd = hanging.length > CROWD;
  const width = crowd ? Math.max(5, m.block / 3) : m.block;
  const scale = crowd ? 2.4 : m.pxPerCredit;
  const top = base + 30;
  const floor: { right: number; bottom: number }[] = [];
  const blocks: PlacedBlock[] = [];
  let notDrawn = 0;
  let bottom = top;
  const ends: number[] = [];
  for (const item of hanging) {
    const at = x(item.date);
    if (at < plot.left - 1 || at + width > plot.right + 1) {
      notDrawn += 1;
      continue;
    }
    const height = Math.max(item.credits, crowd ? 1 : 0) * scale;
    if (crowd) {
      const row = ends.findIndex((end) => end <= at);
      const use = row === -1 ? ends.length : row;
      if (use >= ROWS) {
        notDrawn += 1;
        continue;
      }
      ends[use] = at + width + 1;
      const y = top + use * 16;
      blocks.push({ item, x: at, y, width, height: Math.min(height, 14), number: null });
      bottom = Math.max(bottom, y + 16);
      continue;
    }
    const y = Math.max(top, ...floor.filter((other) => other.right > at - 4).map((other) => other.bottom + 4));
    blocks.push({ item, x: at, y: round(y), width, height, number: height >= 14 ? String(item.credits) : null });
    floor.push({ right: at + width, bottom: y + height });
    bottom = Math.max(bottom, y + height);
  }
  if (crowd || input.size === 'narrow') return { blocks, lines: [], texts: [], bottom: bottom + 12, notDrawn };
  const words = placeWords(input, blocks, m, bottom, plot);
  return { blocks, ...words, notDrawn };
}

/** Names and reasons in rows under the blocks, each joined to its block by an elbow; the nearest row to the block furthest in. */
function placeWords(
  input: StackInput,
  blocks: readonly PlacedBlock[],
  m: Measures,
  under: number,
  plot: { left: number; right: number },
): { lines: PlacedLine[]; texts: PlacedText[]; bottom: number } {
  const lines: PlacedLine[] = [];
  const texts: PlacedText[] = [];
  const middle = (plot.left + plot.right) / 2;
  const leftOnes = blocks.filter((block) => block.x < middle).reverse();
  const rightOnes = blocks.filter((block) => block.x >= middle);
  const wideOf = (block: PlacedBlock): number => textWidth(`${block.item.name}  ${input.words.below(block.item)}`, m.font) + 24;
  const meets = leftOnes.some(
    (one, row) => rightOnes[row] !== undefined && one.x + one.width + wideOf(one) + wideOf(rightOnes[row]) > rightOnes[row].x,
  );
  const write = (side: 'start' | 'end', list: readonly PlacedBlock[]): number => {
    let y = under + 18;
    for (const [row, block] of list.entries()) {
      const tail = input.words.below(block.item);
      // Where both sides would meet, the left says its credits only: the name is in the table and on the card.
      const name = meets && side === 'start' ? String(block.item.credits) : block.item.name;
      const wide = textWidth(`${name}  ${tail}`, m.font) + 12;
      const beside = rightOnes[row];
      if (meets && side === 'start' && beside !== undefined && block.x + block.width + wide > beside.x - wideOf(beside)) {
        y += 18;
        continue;
      }
      const centre = round(block.x + block.width / 2);
      const x = side === 'start' ? Math.min(centre + 12, plot.right - wide) : Math.max(centre - 12, plot.left + wide);
      lines.push({
        kind: 'lead',
        d: `M${centre} ${round(block.y + block.height + 2)}V${round(y - 4.5)}H${side === 'start' ? x - 5 : x + 5}`,
      });
      texts.push({ kind: 'label', x, y, text: name, anchor: side, tail: { text: tail, kind: 'quiet' } });
      y += 18;
    }
    return y;
  };
  const end = Math.max(write('start', leftOnes), write('end', rightOnes));
  return { lines, texts, bottom: blocks.length === 0 ? under : end };
}
