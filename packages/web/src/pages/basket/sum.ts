import type { BasketContents } from '@recognition/client';
import { type Outcome, parseRecord, type RecognitionRecord } from '@recognition/recognition';
import { addsUp, type Definition, FRAMEWORK_IDS, frameworks, type Sum } from '@recognition/recognition/frameworks';

/** A sum with what is needed to say it. Loaded apart, since it carries the rules of every framework. */
export interface SaidSum extends Sum {
  readonly names: Readonly<Record<string, FrameworkNames>>;
  readonly definitions: ReadonlyMap<string, Definition>;
}

interface FrameworkNames {
  readonly name: Words;
  readonly unit: { readonly en: readonly [string, string]; readonly mi: readonly [string, string] };
  readonly minutes: number;
  readonly awards: Readonly<Record<string, Words>>;
}

interface Words {
  readonly en: string;
  readonly mi: string;
}

/** What a basket adds up to in each framework, with what is held already where a record is given. `providers` says who would teach what. */
export function sumOf(
  contents: BasketContents,
  providers: ReadonlyMap<string, string>,
  own: RecognitionRecord | null,
  asOf: string,
): SaidSum {
  const definitions = contents.definitions.map(({ framework, ...given }) => ({ framework, definition: definitionOf(given) }));
  const picked = contents.items.flatMap(({ id, framework, record }) => {
    const outcome = outcomeOf(record);
    return outcome === null ? [] : [{ outcome, framework, provider: providers.get(id) ?? null }];
  });
  const all = FRAMEWORK_IDS.map((id) => ({
    framework: frameworks[id],
    definitions: definitions.filter((one) => one.framework === id).map(({ definition }) => definition),
  }));
  return {
    ...addsUp(picked, all, { asOf, own }),
    names: Object.fromEntries(
      FRAMEWORK_IDS.map((id) => {
        const { name, unit, awards } = frameworks[id];
        return [
          id,
          {
            name,
            unit: unit.words,
            minutes: unit.minutes,
            awards: Object.fromEntries(awards.map((award) => [award.id, award.title])),
          },
        ];
      }),
    ),
    definitions: new Map(definitions.map(({ definition }) => [definition.id, definition])),
  };
}

/** The service's answer is the record's own form (contracts 2), of which a JSON Schema says only that it is an object: read as one. */
function outcomeOf(record: Readonly<Record<string, unknown>>): Outcome | null {
  const read = parseRecord({ type: 'RecognitionRecord', version: 1, organisations: [], outcomes: [record], achievements: [] });
  return read.ok ? (read.record.outcomes[0] ?? null) : null;
}

function definitionOf({ parts, ...rest }: Omit<BasketContents['definitions'][number], 'framework'>): Definition {
  return { ...rest, parts: parts.map(({ name: _name, outcome: _outcome, ...part }) => part) };
}
