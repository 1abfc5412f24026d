import { createHash, randomUUID } from 'node:crypto';
import {
  addProof,
  buildAwardCredential,
  buildFrameworkAward,
  buildOutcomeCredential,
  type OutcomeInput,
  statusEntry,
} from '@recognition/credentials';
import { type Field, fieldName, type Result } from '@recognition/recognition';
import {
  type AwardClaim,
  claimedName,
  claimedNote,
  type Definition,
  type RecognitionFramework,
  sizeInWords,
} from '@recognition/recognition/frameworks';
import { serverDigest } from '../keys/digest.ts';
import { canonicalJson } from '../log/canonical.ts';
import type { Services } from '../services.ts';
import type { Counted } from './counted.ts';
import type { OutcomeFacts } from './facts-queries.ts';
import { currentSigner, issuerDid } from './issuer.ts';
import { statusListUrl } from './status.ts';
import type { StatusPlace } from './status-queries.ts';
import { DISCLAIMER } from './title.ts';

export interface AwardFacts {
  readonly credentialId: string;
  readonly publicId: string;
  readonly major: Field | null;
  readonly credits: number;
  readonly from: string;
  readonly to: string;
  readonly nameOnAward: string | null;
  readonly policy: { readonly id: string; readonly version: string };
  readonly decisionDigest: string;
  readonly counted: readonly Counted[];
  readonly facts: ReadonlyMap<string, OutcomeFacts>;
  readonly places: readonly StatusPlace[];
}

/** The digest by which a credential holds the decision it stands on: `sha256-<base64>` over the canonical JSON of input and trace. */
export function decisionDigest(input: unknown, trace: unknown): string {
  return `sha256-${createHash('sha256').update(canonicalJson({ input, trace })).digest('base64')}`;
}

/** The signed credential of an award. The subject's id is made for this credential alone, and it never carries an NSN. */
export async function awardCredential(services: Services, facts: AwardFacts): Promise<unknown> {
  const { url } = services.settings;
  const unsigned = buildAwardCredential({
    ...common(services, facts.credentialId, facts.nameOnAward, facts.places),
    achievementId: `${url}/awards/alq${facts.major === null ? '' : `#${facts.major}`}`,
    major: facts.major === null ? null : { name: fieldName(facts.major, 'en') },
    credits: facts.credits,
    from: facts.from,
    to: facts.to,
    policy: facts.policy,
    counted: facts.counted.map((counted) => outcomeInput(services, counted, facts.facts)),
    decision: { id: `${url}/api/v1/awards/${facts.publicId}/trace`, digestSRI: facts.decisionDigest },
  });
  return signed(services, unsigned);
}

/** What is said of an award that is made of named parts beside what is said of every award. */
export interface FrameworkAwardFacts extends Omit<AwardFacts, 'major' | 'credits'> {
  readonly framework: RecognitionFramework;
  readonly award: string;
  readonly claim: AwardClaim;
  readonly definition: Definition;
  /** Null where a part of it has no size. */
  readonly minutes: number | null;
  readonly validUntil: string | null;
}

/** The signed credential of an award of a framework that is made of named parts. */
export async function frameworkCredential(services: Services, facts: FrameworkAwardFacts): Promise<unknown> {
  const { url, authority } = services.settings;
  const { framework, definition, claim, counted, minutes } = facts;
  const { unit } = framework;
  const inCredits = unit.name === 'credit' && minutes !== null && minutes % unit.minutes === 0;
  const unsigned = buildFrameworkAward({
    ...common(services, facts.credentialId, facts.nameOnAward, facts.places),
    notice: authority.invented ? INVENTED_NOTICE : null,
    achievementId: `${url}/frameworks/${framework.id}/definitions/${encodeURIComponent(definition.id)}`,
    achievementType: claim.achievementType,
    name: claimedName(claim, definition, 'en'),
    note: claimedNote(claim, 'en'),
    size: minutes === null ? null : sizeInWords(minutes, unit, 'en'),
    credits: inCredits ? minutes / unit.minutes : null,
    criteria: `Every part that the definition “${definition.title}” (${definition.id}) asks for is held, as confirmed results.`,
    from: facts.from,
    to: facts.to,
    policy: facts.policy,
    counted: counted.map((one) => outcomeInput(services, one, facts.facts)),
    decision: { id: `${url}/api/v1/awards/${facts.publicId}/trace`, digestSRI: facts.decisionDigest },
    // To the end of its last day, wherever in New Zealand.
    ...(facts.validUntil === null ? {} : { validUntil: `${facts.validUntil}T12:00:00Z` }),
  });
  return signed(services, unsigned);
}

/** The signed credential of a single outcome that the learner achieved. */
export async function outcomeCredential(
  services: Services,
  facts: {
    readonly credentialId: string;
    readonly counted: Counted;
    readonly facts: ReadonlyMap<string, OutcomeFacts>;
    readonly name: string | null;
    readonly places: readonly StatusPlace[];
  },
): Promise<unknown> {
  const unsigned = buildOutcomeCredential({
    ...common(services, facts.credentialId, facts.name, facts.places),
    outcome: outcomeInput(services, facts.counted, facts.facts),
  });
  return signed(services, unsigned);
}

async function signed(services: Services, unsigned: ReturnType<typeof buildAwardCredential>): Promise<unknown> {
  return addProof(unsigned, {
    signer: await currentSigner(services),
    created: services.clock.now().toISOString(),
    digest: serverDigest,
  });
}

function common(services: Services, id: string, name: string | null, places: readonly StatusPlace[]) {
  const { url, authority } = services.settings;
  return {
    id,
    issuer: { id: issuerDid(url), name: authority.name, url },
    subject: { id: `urn:uuid:${randomUUID()}`, name },
    validFrom: services.clock.now().toISOString(),
    status: places.map(({ list, index, purpose }) => statusEntry({ list: statusListUrl(services, list), index, purpose })),
    notice: authority.invented ? `${DISCLAIMER.en} ${INVENTED_NOTICE}` : DISCLAIMER.en,
  };
}

const INVENTED_NOTICE = 'The authority, the people and the results are invented.';

/** A result in the words that credentials say it in. */
export const RESULTS: Readonly<Record<Result, string>> = {
  achieved: 'Achieved',
  merit: 'Achieved with Merit',
  excellence: 'Achieved with Excellence',
  'not-achieved': 'Not Achieved',
};

const GRADES = ['achieved', 'merit', 'excellence'] as const satisfies readonly Result[];

function outcomeInput(
  services: Services,
  { achievement, outcome, provider }: Counted,
  facts: ReadonlyMap<string, OutcomeFacts>,
): OutcomeInput {
  const { url } = services.settings;
  const more = facts.get(achievement.id);
  const grades = GRADES.filter((grade) => more?.grades.includes(grade) === true).map((grade) => RESULTS[grade]);
  const english = (texts: OutcomeFacts['theory'] | undefined): readonly string[] => (texts ?? []).map(({ text }) => text);
  return {
    achievement: achievement.id,
    url: `${url}/api/v1/outcomes/${encodeURIComponent(outcome.code)}/${outcome.version ?? 1}`,
    code: outcome.code,
    version: outcome.version,
    name: outcome.name,
    credits: outcome.credits,
    level: outcome.level,
    field: outcome.field === null ? null : fieldName(outcome.field, 'en'),
    provider: { id: `${url}/organisations/${encodeURIComponent(provider.id)}`, name: provider.name },
    date: achievement.date,
    result: RESULTS[achievement.result],
    assessments: english(more?.assessments),
    theory: english(more?.theory),
    practice: english(more?.practice),
    skills: more?.skills ?? [],
    ...(grades.length === 0 ? {} : { grades }),
  };
}
