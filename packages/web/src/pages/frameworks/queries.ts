import {
  type CaseFile,
  type Definition,
  frameworkNamed,
  readCases,
  readDefinitions,
  type RecognitionFramework,
} from '@recognition/recognition/frameworks';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** Definitions as the service gives them: parsed, never trusted. Throws when they are none. */
export function definitionsOf(json: readonly unknown[]): readonly Definition[] {
  const read = readDefinitions(json);
  if (!read.ok) throw new TypeError(read.problems[0]?.message ?? '');
  return read.definitions;
}

/** A framework by the id of an address; null when there is none. The rules are in the browser, so that it decides by them itself. */
export const frameworkOf = (id: string): RecognitionFramework | null => frameworkNamed(id);

export const ownPathwaysQuery = queryOptions({
  queryKey: ['own-pathways'],
  queryFn: async () => {
    const { asOf, items } = await api.get('/api/v1/learners/me/frameworks');
    return {
      asOf,
      items: items.map(({ framework, definitions, names, held }) => ({
        framework,
        definitions: definitionsOf(definitions),
        names,
        held: new Map(Object.entries(held)),
      })),
    };
  },
});

export const definitionQuery = (framework: string, id: string) =>
  queryOptions({
    queryKey: ['definition', framework, id],
    queryFn: async () => {
      const found = await api.get('/api/v1/frameworks/{framework}/definitions/{id}', { path: { framework, id } });
      return { ...found, definitions: definitionsOf(found.definitions) };
    },
  });

export const sectorsQuery = (framework: string) =>
  queryOptions({
    queryKey: ['sectors', framework],
    queryFn: async () => (await api.get('/api/v1/frameworks/{framework}/sectors', { path: { framework } })).items,
  });

export const casesQuery = (framework: string) =>
  queryOptions({
    queryKey: ['cases', framework],
    queryFn: async (): Promise<CaseFile['cases']> => {
      const { items } = await api.get('/api/v1/frameworks/{framework}/cases', { path: { framework } });
      return items.length === 0 ? [] : readCases({ framework, invented: true, cases: items }).cases;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
