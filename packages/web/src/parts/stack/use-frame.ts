import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import { dateOf, dayOf, monthsOn, yearsOn } from './time.ts';
import type { StackItem } from './types.ts';

interface FrameOptions {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly items: readonly StackItem[];
  readonly from: string;
  readonly best: string;
  readonly today: string;
  readonly pxPerDay: number;
  /** The width of the viewBox, to turn px of the screen into px of the picture. */
  readonly width: number;
  readonly onFrame: (from: string) => void;
}

/** The dates on which moving the frame changes what it holds: an outcome enters at its end, or is the first that it keeps. */
export function frameStops(items: readonly { readonly date: string }[], least: string, most: string): string[] {
  const stops = new Set<string>();
  for (const item of items)
    for (const date of [item.date, yearsOn(item.date, -7)]) if (date >= least && date <= most) stops.add(date);
  return [...stops, least, most].sort();
}

/** Moves the frame: by pointer, with the arrows to where something changes, with Shift by a month, Home, End, and B for the best. */
export function useFrame(options: FrameOptions): {
  readonly dragging: boolean;
  readonly least: number;
  readonly most: number;
  readonly now: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent<SVGGElement>) => void;
} {
  const [dragging, setDragging] = useState(false);
  const { svg, items, from, best, today, onFrame } = options;
  const first = items.reduce((least, item) => (item.date < least ? item.date : least), best < from ? best : from);
  const last = items.reduce(
    (most, item) => (item.date > most ? item.date : most),
    [best, from, yearsOn(today, -7)].sort().at(-1)!,
  );
  const clamp = (date: string): string => (date < first ? first : date > last ? last : date);

  const onKeyDown = (event: KeyboardEvent): void => {
    const stops = frameStops(items, first, last);
    const step =
      event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : 0;
    let to: string | undefined;
    if (step !== 0)
      to = event.shiftKey
        ? monthsOn(from, step)
        : step < 0
          ? stops.findLast((stop) => stop < from)
          : stops.find((stop) => stop > from);
    else if (event.key === 'Home') to = first;
    else if (event.key === 'End') to = yearsOn(today, -7);
    else if (event.key === 'b' || event.key === 'B') to = best;
    else return;
    event.preventDefault();
    if (to !== undefined) onFrame(clamp(to));
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>): void => {
    if (event.button !== 0) return;
    const target = event.currentTarget;
    const perPx = options.width / (svg.current?.getBoundingClientRect().width ?? options.width);
    const startX = event.clientX;
    const startDay = dayOf(from);
    const { pxPerDay } = options;
    let asked = 0;
    let x = startX;
    const move = (moved: globalThis.PointerEvent): void => {
      x = moved.clientX;
      if (asked === 0) asked = requestAnimationFrame(apply);
    };
    const apply = (): void => {
      asked = 0;
      onFrame(clamp(dateOf(startDay + ((x - startX) * perPx) / pxPerDay)));
    };
    const end = (): void => {
      target.removeEventListener('pointermove', move);
      setDragging(false);
    };
    target.setPointerCapture(event.pointerId);
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', end, { once: true });
    target.addEventListener('pointercancel', end, { once: true });
    setDragging(true);
  };

  return { dragging, least: dayOf(first), most: dayOf(last), now: dayOf(from), onKeyDown, onPointerDown };
}
