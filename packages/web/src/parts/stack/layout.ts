import { placeBelow } from './layout-below.ts';
import { placeLabels } from './layout-labels.ts';
import { placePile } from './layout-pile.ts';
import { byDate, type Measures, MEASURES, round } from './measures.ts';
import { dateOf, dayOf } from './time.ts';
import type { PlacedBlock, PlacedLine, PlacedText, StackInput, StackScene } from './types.ts';

export { dateOf, dayOf, monthsOn, yearsOn } from './time.ts';
export type * from './types.ts';

const DAYS = 365.2425;

/** Which days the time axis shows, and its scale: everything if it fits, else the frame and what is near it. */
function timeAxis(input: StackInput, m: Measures): { first: number; pxPerDay: number } {
  const from = dayOf(input.window.from);
  const to = dayOf(input.window.to);
  const centred = (pxPerDay: number): { first: number; pxPerDay: number } => ({
    first: (from + to) / 2 - m.plotWidth / pxPerDay / 2,
    pxPerDay,
  });
  if (input.size !== 'wide') return centred(m.pxPerYear / DAYS);
  const dates = input.items.map((item) => dayOf(item.date));
  const first = Math.min(from, ...dates, dayOf(input.today ?? input.window.to)) - 18;
  const last = Math.max(to, ...dates, dayOf(input.today ?? input.window.to)) + 100;
  const pxPerDay = Math.min(m.pxPerYear / DAYS, m.plotWidth / (last - first));
  if (pxPerDay * DAYS < 44) return centred(44 / DAYS);
  const spare = m.plotWidth / pxPerDay - (last - first);
  return { first: first - spare * 0.62, pxPerDay };
}

/**
 * Places the whole picture: stair, pile, what hangs below, frame, axes and labels. Pure: the same input gives the same picture,
 * in the browser and on the server. Heights are credits and are never rounded up to be legible.
 */
export function layoutStack(input: StackInput): StackScene {
  const m = MEASURES[input.size];
  const { first, pxPerDay } = timeAxis(input, m);
  const x = (date: string): number => round(m.left + (dayOf(date) - first) * pxPerDay);
  const counted = input.items.filter((item) => item.standing === 'counted' && item.credits > 0).sort(byDate);
  const total = counted.reduce((sum, item) => sum + item.credits, 0);
  const scaleTop = Math.max(input.need, total);
  const base = m.top + scaleTop * m.pxPerCredit;
  const y = (credits: number): number => round(base - credits * m.pxPerCredit);
  const left = m.left;
  const right = m.left + m.plotWidth;
  const frame = { left: x(input.window.from), right: x(input.window.to), tab: m.tab };

  let sum = 0;
  const stair: PlacedBlock[] = counted.map((item) => {
    sum += item.credits;
    const height = item.credits * m.pxPerCredit;
    return { item, x: x(item.date), y: y(sum), width: m.block, height, number: height >= 14 ? String(item.credits) : null };
  });
  const pile = placePile(input, counted, m, base, right);
  const below = placeBelow(input, m, x, base, { left, right });
  const bottom = input.size === 'still' ? base + 28 : Math.max(base + 60, below.bottom);

  const lines: PlacedLine[] = [];
  const texts: PlacedText[] = [];
  for (let credits = 0; credits <= scaleTop; credits += 10) {
    if (credits > 0 && credits !== input.need) lines.push({ kind: 'grid', d: `M${left} ${y(credits)}H${right}` });
    if (credits === input.need || Math.abs(y(credits) - y(input.need)) > 12)
      texts.push({
        kind: credits === input.need ? 'strong' : 'tick',
        x: left - 8,
        y: y(credits) + 4.5,
        text: String(credits),
        anchor: 'end',
      });
  }
  placeYears(first, pxPerDay, { left, right, base, every: pxPerDay * DAYS < 40 ? 2 : 1 }, lines, texts);
  if (input.today !== null && x(input.today) >= left && x(input.today) <= right) {
    lines.push({ kind: 'today', d: `M${x(input.today)} ${m.tab + 14}V${base}` });
    texts.push({ kind: 'tick', x: x(input.today) - 5, y: m.tab + 30, text: input.words.today, anchor: 'end' });
  }
  lines.push({ kind: 'need', d: `M${left} ${y(input.need)}H${pile.right}` });
  const steps = stair.map((block, index) => `M${round(block.x + block.width)} ${block.y}H${stair[index + 1]?.x ?? pile.left}`);
  if (steps.length > 0) lines.push({ kind: 'step', d: steps.join('') });
  lines.push({ kind: 'axis', d: `M${left} ${base}H${right}` }, ...pile.lines, ...below.lines);
  texts.push(...pile.texts, ...placeLabels(input, stair, m, frame), ...below.texts);

  return {
    width: m.total,
    height: bottom + 6,
    plot: { left, right, top: m.tab + 14, bottom, base },
    frame,
    pxPerDay,
    stair,
    below: below.blocks,
    pile: pile.blocks,
    lines,
    texts,
    notDrawn: below.notDrawn,
  };
}

function placeYears(
  first: number,
  pxPerDay: number,
  plot: { left: number; right: number; base: number; every: number },
  lines: PlacedLine[],
  texts: PlacedText[],
): void {
  const start = Number(dateOf(first).slice(0, 4));
  for (let year = start; year < start + 60; year += 1) {
    const at = round(plot.left + (dayOf(`${year}-01-01`) - first) * pxPerDay);
    if (at > plot.right) return;
    if (at < plot.left) continue;
    lines.push({ kind: 'year', d: `M${at} ${plot.base}v8` });
    if (year % plot.every === 0 && at + 34 < plot.right)
      texts.push({ kind: 'year', x: at + 5, y: plot.base + 19, text: String(year), anchor: 'start' });
  }
}
