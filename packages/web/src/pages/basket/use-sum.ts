import type { BasketContents } from '@recognition/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, recordQuery, sessionQuery } from '../../api.ts';
import { dateOfInstant } from '../../language/index.ts';
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

/** How each thing would be learnt: what was chosen while it is open, else the first that is offered. */
export function chosenOf({ id, offered }: BasketContents['items'][number], items: readonly Item[]): Chosen | null {
  const chosen = items.find(({ outcome }) => outcome === id)?.offering;
  return offered.find((one) => one.id === chosen) ?? offered[0] ?? null;
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
    void import('./sum.ts').then(({ sumOf }) => {
      if (wanted) setSum(sumOf(mine, providers, withOwn ? (own?.record ?? null) : null, dateOfInstant(new Date().toISOString())));
    });
    return () => {
      wanted = false;
    };
  }, [contents, items, own, withOwn]);
  return { contents: items.length === 0 ? undefined : contents, sum, learner };
}
