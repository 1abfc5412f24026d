import { api } from '../../api.ts';

type Search = { readonly reference: string } | { readonly nsn: string; readonly dateOfBirth: string };

/** Finds results that we reported ourselves, by reference or by whose they are. The number goes in the body, never in an address. */
export async function searchOwn(body: Search) {
  return (await api.post('/api/v1/providers/me/results/searches', { body })).items;
}

export type Own = Awaited<ReturnType<typeof searchOwn>>[number];

const RESULTS = ['achieved', 'merit', 'excellence', 'not-achieved'] as const;

/** The result's word as one of the closed set. */
export function wordOf(result: string): (typeof RESULTS)[number] {
  return RESULTS.find((one) => one === result) ?? 'achieved';
}
