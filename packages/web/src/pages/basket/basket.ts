import { useSyncExternalStore } from 'react';

/** One thing in a basket: an outcome by its id, and how it would be learnt where that was chosen. */
export interface Item {
  readonly outcome: string;
  readonly offering: string | null;
}

export interface Saved {
  readonly name: string;
  readonly items: readonly Item[];
}

interface Kept {
  readonly items: readonly Item[];
  readonly saved: readonly Saved[];
}

const PLACE = 'nzrr-basket';
const EMPTY: Kept = { items: [], saved: [] };
const MOST = 100;
const MOST_SAVED = 20;

let kept: Kept | null = null;
const listeners = new Set<() => void>();

/** What this browser keeps, or nothing where that cannot be read: a basket is nobody's but whoever uses the browser's. */
function now(): Kept {
  kept ??= read(window.localStorage.getItem(PLACE));
  return kept;
}

/** Reads what was kept, and leaves out what is no basket. */
export function read(text: string | null): Kept {
  try {
    const given: unknown = JSON.parse(text ?? 'null');
    if (typeof given !== 'object' || given === null) return EMPTY;
    const items: unknown = 'items' in given ? given.items : [];
    const saved: unknown = 'saved' in given ? given.saved : [];
    return { items: itemsOf(items), saved: listOf(saved).flatMap(savedOf).slice(0, MOST_SAVED) };
  } catch {
    return EMPTY;
  }
}

function listOf(given: unknown): readonly unknown[] {
  if (!Array.isArray(given)) return [];
  const items: readonly unknown[] = given;
  return items;
}

function itemsOf(given: unknown): readonly Item[] {
  const found = new Map<string, Item>();
  for (const one of listOf(given)) {
    if (typeof one !== 'object' || one === null || !('outcome' in one) || typeof one.outcome !== 'string') continue;
    const offering = 'offering' in one && typeof one.offering === 'string' ? one.offering : null;
    found.set(one.outcome, { outcome: one.outcome, offering });
  }
  return [...found.values()].slice(0, MOST);
}

function savedOf(given: unknown): readonly Saved[] {
  if (typeof given !== 'object' || given === null || !('name' in given) || typeof given.name !== 'string') return [];
  return [{ name: given.name, items: itemsOf('items' in given ? given.items : []) }];
}

function write(next: Kept): void {
  kept = next;
  window.localStorage.setItem(PLACE, JSON.stringify(next));
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  const other = (event: StorageEvent): void => {
    if (event.key !== PLACE) return;
    // Another window wrote: what is there now is read again.
    kept = null;
    tell();
  };
  listeners.add(tell);
  window.addEventListener('storage', other);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', other);
  };
}

/** The basket of this browser: kept here, and with nobody else until it is shared or sent. */
export function useBasket() {
  const { items, saved } = useSyncExternalStore(listen, now);
  return {
    items,
    saved,
    /** Puts something in; what is there already is chosen anew. */
    add: (item: Item) => write({ items: itemsOf([...items.filter(({ outcome }) => outcome !== item.outcome), item]), saved }),
    choose: (outcome: string, offering: string | null) =>
      write({ items: items.map((one) => (one.outcome === outcome ? { outcome, offering } : one)), saved }),
    remove: (outcome: string) => write({ items: items.filter((one) => one.outcome !== outcome), saved }),
    replace: (next: readonly Item[]) => write({ items: itemsOf(next), saved }),
    /** Puts the basket away under a name; one of the same name makes place. */
    save: (name: string) =>
      write({ items, saved: [{ name, items }, ...saved.filter((one) => one.name !== name)].slice(0, MOST_SAVED) }),
    forget: (name: string) => write({ items, saved: saved.filter((one) => one.name !== name) }),
  };
}
