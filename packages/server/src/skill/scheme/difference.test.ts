import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScheme } from './check.ts';
import { type Concept, conceptOf } from './concept.ts';
import { differenceOf, slugsOf } from './difference.ts';

const named = (uri: string, label: string, to: readonly string[] = []): Concept =>
  conceptOf({
    uri: `https://s.example/${uri}`,
    label,
    links: to.map((one) => ({ kind: 'broader' as const, to: `https://s.example/${one}` })),
  });
const held = (concept: Concept, status: 'current' | 'retired' = 'current') => ({
  ...concept,
  slug: concept.uri.slice(-1),
  status,
});

test('a new version tells what was added, changed, retired and came back', () => {
  const difference = differenceOf(
    [held(named('a', 'A')), held(named('b', 'B')), held(named('c', 'C')), held(named('d', 'D'), 'retired')],
    [named('a', 'A'), named('b', 'Other'), named('d', 'D'), named('e', 'E')],
  );
  expect(difference.unchanged).toBe(1);
  expect(difference.added.map(({ label }) => label)).toEqual(['E']);
  expect(difference.changed.map(({ was, concept }) => [was.label, concept.label])).toEqual([['B', 'Other']]);
  expect(difference.retired.map(({ label }) => label)).toEqual(['C']);
  expect(difference.returned.map(({ concept }) => concept.label)).toEqual(['D']);
});

test('links never close a circle, whatever they say, and a version against itself changes nothing', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.array(fc.record({ uri: name, up: fc.array(name, { maxLength: 4 }) }), { maxLength: 12 }), (given) => {
      const concepts = given.map(({ uri, up }, at) => ({ file: 'f', row: at + 1, concept: named(uri, uri, up) }));
      const scheme = checkScheme({ about: { uri: null, name: null, version: null }, rows: given.length, concepts, notTaken: [] });
      const above = new Map(scheme.concepts.map(({ uri, links }) => [uri, links.map(({ to }) => to)]));
      for (const { uri } of scheme.concepts) {
        const seen = new Set<string>();
        const queue = [...(above.get(uri) ?? [])];
        for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
          expect(one).not.toBe(uri);
          if (!seen.has(one)) queue.push(...(above.get(one) ?? []));
          seen.add(one);
        }
      }
      const again = differenceOf(
        scheme.concepts.map((one) => held(one)),
        scheme.concepts,
      );
      expect([again.added, again.changed, again.retired, again.unchanged]).toEqual([[], [], [], scheme.concepts.length]);
    }),
    { numRuns: 100 },
  );
});

test('places in an address are the code or the end of the address, different, and stay', () => {
  const [one, other] = [named('x/Weave', 'W'), { ...named('y/Weave', 'W'), notation: null }];
  const slugs = slugsOf([one, other], [], () => 'abcdef1234');
  expect([...slugs.values()]).toEqual(['Weave', 'Weave-abcdef12']);
  expect(slugsOf([other], [{ ...held(other), slug: 'kept' }], () => '').get(other.uri)).toBe('kept');
});
