import type { BasketContents } from '@recognition/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, recordQuery, sessionQuery } from '../../api.ts';
import { dateOfInstant } from '../../language/index.ts';
import { centsFor } from '../catalogue/offering-line.ts';
import { type Item, useBasket } from './basket.ts';
import type { SaidSum } from './sum.ts';

/** The outcomes of a basket as they are now. */
export function useContents(items: readonly Item[]) {
  const outcomes = items.map(({ outcome }) => outcome).join(',');
  return useQuery({
    queryKey: ['basket', outcomes],
    queryFn: () => api.get('/api/v1/baskets/contents', { query: { outcomes } }),
    enabled: items.length > 0,
    placeholderData: keepPreviousData,
  });
}

export type Chosen = BasketContents['items'][number]['offered'][number];

/**
 * How a thing would be learnt: what was chosen while it is open; else a programme of which everything is in the basket, what is offered
 * of it alone, or the first programme that has it.
 */
export function chosenOf({ id, offered }: BasketContents['items'][number], items: readonly Item[]): Chosen | null {
  const chosen = items.find(({ outcome }) => outcome === id)?.offering;
  const there = new Set(items.map(({ outcome }) => outcome));
  return (
    offered.find((one) => one.id === chosen) ??
    offered.find(({ outcomes }) => outcomes.length > 1 && outcomes.every((one) => there.has(one.id))) ??
    offered.find(({ outcomes }) => outcomes.length === 1) ??
    offered[0] ??
    null
  );
}

/** What an adult pays for all of it, in cents: a programme once, however much of it is in the basket. */
export function costOf(chosen: readonly (Chosen | null)[]): number {
  const each = new Map(chosen.flatMap((one) => (one === null ? [] : [[one.id, centsFor(one.prices, [])] as const])));
  return [...each.values()].reduce((sum, cents) => sum + cents, 0);
}

/** What the basket adds up to, decided here by the rules that the service runs; with the learner's own record where she wants it. */
export function useSum(withOwn: boolean): {
  readonly contents: BasketContents | undefined;
  readonly sum: SaidSum | null;
  readonly learner: boolean;
} {
  const { items } = useBasket();
  const { data: contents } = useContents(items);
  const { data: session } = useQuery(sessionQuery);
  const learner = session?.actor === 'learner' && session.linked;
  const { data: own } = useQuery({ ...recordQuery, enabled: learner && withOwn });
  const [sum, setSum] = useState<SaidSum | null>(null);
  useEffect(() => {
    if (contents === undefined || items.length === 0) {
      setSum(null);
      return undefined;
    }
    let wanted = true;
    const there = new Set(items.map(({ outcome }) => outcome));
    const mine = { ...contents, items: contents.items.filter(({ id }) => there.has(id)) };
    const providers = new Map(
      mine.items.flatMap((item) => {
        const chosen = chosenOf(item, items);
        return chosen === null ? [] : [[item.id, chosen.provider.id] as const];
      }),
    );
    const decide = async (): Promise<void> => {
      const { sumOf } = await import('./sum.ts');
      const today = dateOfInstant(new Date().toISOString());
      if (wanted) setSum(sumOf(mine, providers, withOwn ? (own?.record ?? null) : null, today));
    };
    void decide();
    return () => {
      wanted = false;
    };
  }, [contents, items, own, withOwn]);
  return { contents: items.length === 0 ? undefined : contents, sum, learner };
}
