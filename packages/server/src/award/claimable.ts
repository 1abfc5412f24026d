import type { RecognitionRecord } from '@recognition/recognition';
import {
  type AwardDecision,
  claimable,
  claimedAward,
  claimedName,
  claimedNote,
  explain,
  FRAMEWORK_IDS,
  frameworks,
  inUseOn,
  missingParts,
  sizeInWords,
  sizeOfMade,
  spanOfMade,
} from '@recognition/recognition/frameworks';
import type { Tx } from '../database/connection.ts';
import { around, type Kept, keptDefinitions, namesOf } from '../framework/content/definitions.ts';
import { heldIn } from '../framework/content/own-pathways.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { decided } from './claim-steps.ts';
import { decideMade, keptAs } from './made.ts';
import { type AwardRow, awardsOf } from './queries.ts';
import { readForDecision } from './reading.ts';

type Words = { readonly en: string; readonly mi: string };

/** An award that a record makes, or lacks one part of. */
export interface ClaimableAward {
  readonly framework: string;
  readonly award: string;
  readonly kind: Words;
  readonly definition: string;
  readonly title: Words;
  /** Null where a part of it has no size. */
  readonly size: Words | null;
  readonly use: AwardDecision['use'];
  readonly note: Words;
  readonly claimable: boolean;
  /** The award of this definition that stands already, by its public id. */
  readonly held: string | null;
  /** Parts that are missing by the nearest way, each by its `ref`: of electives only as many as are still needed. */
  readonly missing: readonly string[];
  readonly parts: readonly {
    readonly ref: string;
    readonly role: string;
    readonly name: string;
    readonly held: boolean;
    readonly on: string | null;
    readonly provider: string | null;
  }[];
  readonly lines: { readonly en: readonly string[]; readonly mi: readonly string[] };
}

/** What the signed-in learner can claim of awards that are made of named parts, what they hold already, and what one part more would make. */
export async function claimableAwards(
  services: Services,
  { acting, learnerId }: SignedIn & { readonly learnerId: number },
): Promise<readonly ClaimableAward[]> {
  return claimableOf(services, learnerId, (work) => services.db.as(acting, work));
}

/** The same of any learner, read as `run` reads. Those that can be claimed come first, then those that are held; each decided by the engine. */
export async function claimableOf(
  services: Services,
  learnerId: number,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<readonly ClaimableAward[]> {
  const learnerIds = await aliasSet(services, learnerId);
  const [record, awards] = await run(async (tx) => [await readForDecision(tx, learnerIds), await awardsOf(tx, learnerIds)]);
  const keptOf = await keptDefinitions(services);
  const held = heldIn(record);
  const found: ClaimableAward[] = [];
  for (const id of FRAMEWORK_IDS) {
    const framework = frameworks[id];
    if (!framework.awards.some((award) => claimedAward(framework, award.id) !== null)) continue;
    const kept = keptOf(id);
    const near = around(kept.definitions, new Set(held.keys()));
    // What was achieved as it is, such as a statement of attainment, is a result already.
    const close = claimable(framework, near, held, services.clock.today()).filter(
      ({ definition, missing }) => missing.length <= 1 && !held.has(definition),
    );
    const names = await namesOf(services, kept, near);
    for (const { definition } of close) found.push(...decideOne(services, { id, kept, definition, record, awards, names }));
  }
  const order = (one: ClaimableAward): number => (one.held !== null ? 1 : one.claimable ? 0 : 2);
  return found.sort((a, b) => order(a) - order(b) || (a.title.en < b.title.en ? -1 : 1));
}

function decideOne(
  services: Services,
  {
    id,
    kept,
    definition: named,
    record,
    awards,
    names,
  }: {
    readonly id: (typeof FRAMEWORK_IDS)[number];
    readonly kept: Kept;
    readonly definition: string;
    readonly record: RecognitionRecord;
    readonly awards: readonly AwardRow[];
    readonly names: Readonly<Record<string, string>>;
  },
): readonly ClaimableAward[] {
  const framework = frameworks[id];
  const definition = kept.definitions.find((one) => one.id === named);
  const claimed = definition === undefined ? null : claimedAward(framework, definition.award);
  if (definition === undefined || claimed === null) return [];
  const { key, definitions, accredited } = keptAs(kept, definition);
  const standing = awards.find(
    ({ framework: of, award, definitionKey, status }) =>
      of === id && award === definition.award && definitionKey === key && (status === 'live' || status === 'suspended'),
  );
  const asOf = services.clock.today();
  const decision = decided(() =>
    decideMade(framework, definition.award, record, {
      framework: id,
      definition: definition.id,
      definitions: [...definitions],
      accredited: [...accredited(record)],
      asOf,
      ...(standing === undefined ? {} : { supersedes: standing.publicId }),
    }),
  );
  const achievements = new Map(record.achievements.map((one) => [one.id, one]));
  const providers = new Map(record.organisations.map((one) => [one.id, one.name]));
  const span = spanOfMade(decision, record);
  const makes = decision.eligible && span !== null && inUseOn(definition, span.to);
  if (definition.withdrawn !== null && !makes && standing === undefined) return [];
  const minutes = sizeOfMade(definition, decision, definitions);
  const inBoth = (say: (language: 'en' | 'mi') => string): Words => ({ en: say('en'), mi: say('mi') });
  return [
    {
      framework: id,
      award: definition.award,
      kind: { en: claimed.award.title.en, mi: claimed.award.title.mi },
      definition: definition.id,
      title: inBoth((language) => claimedName(claimed.claim, definition, language)),
      size: minutes === null ? null : inBoth((language) => sizeInWords(minutes, framework.unit, language)),
      use: decision.use,
      note: inBoth((language) => claimedNote(claimed.claim, language)),
      claimable: makes && standing === undefined,
      held: standing?.publicId ?? null,
      missing: missingParts(decision),
      parts: decision.parts.map(({ ref, role, held: by }) => {
        const achievement = by === null ? undefined : achievements.get(by);
        return {
          ref,
          role,
          name: names[ref] ?? kept.definitions.find((one) => one.id === ref)?.title ?? ref,
          held: by !== null,
          on: achievement?.date ?? null,
          provider: achievement === undefined ? null : (providers.get(achievement.provider) ?? null),
        };
      }),
      lines: {
        en: explain(framework, decision, record, 'en', definitions).map(({ text }) => text),
        mi: explain(framework, decision, record, 'mi', definitions).map(({ text }) => text),
      },
    },
  ];
}
