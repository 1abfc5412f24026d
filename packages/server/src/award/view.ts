import { type Field, fieldName, type RecognitionRecord } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { countedOf, fieldCreditsOf } from './counted.ts';
import { usesUp } from './made.ts';
import { type AwardRow, type AwardStatus, type EventRow, eventsOf, findAward, locate, readEvidence } from './queries.ts';
import { reasonCode } from './rule-reason.ts';
import { awardSizeOf, awardTitleOf, noteOf, readField } from './title.ts';

export interface AwardSummary {
  readonly id: string;
  readonly award: string;
  readonly title: { readonly en: string; readonly mi: string };
  readonly major: string | null;
  readonly credits: number;
  readonly from: string;
  readonly to: string;
  readonly issuedOn: string;
  readonly status: AwardStatus;
  readonly version: number;
  readonly supersedes: string | null;
  readonly nameOnAward: string | null;
  readonly policy: { readonly id: string; readonly version: string };
  readonly reason: string | null;
  /** Where the rule gave the reason, its code: the sentence is then said in the reader’s language. */
  readonly reasonCode: 'no-longer-holds' | null;
  readonly answerBy: string | null;
  readonly framework: string;
  /** What it was made by, where it is made of named parts. */
  readonly definition: string | null;
  /** Its size in the words of its framework. */
  readonly size: { readonly en: string; readonly mi: string } | null;
  readonly validUntil: string | null;
  /** What everybody who sees it is told of its kind. */
  readonly note: { readonly en: string; readonly mi: string };
  /** Whether it uses up what it counts, so that this is free again once it ends. */
  readonly spends: boolean;
}

export interface CountedView {
  readonly achievement: string;
  readonly outcome: {
    readonly code: string;
    readonly version: number | null;
    readonly name: string;
    readonly credits: number;
    readonly level: number | null;
    readonly field: Field | null;
  };
  readonly provider: string;
  readonly date: string;
  readonly result: string;
  readonly mode: string;
}

export interface AwardView extends AwardSummary {
  readonly counted: readonly CountedView[];
  readonly fieldCredits: Readonly<Record<string, number>>;
  readonly verifyUrl: string;
  readonly credentialUrl: string;
  readonly printUrl: string;
}

export function summaryOf(award: AwardRow): AwardSummary {
  return {
    id: award.publicId,
    award: award.award,
    title: awardTitleOf(award),
    major: award.major,
    credits: award.credits,
    from: award.from,
    to: award.to,
    issuedOn: award.issuedOn,
    status: award.status,
    version: award.version,
    supersedes: award.supersedes,
    nameOnAward: award.nameOnAward,
    policy: { id: award.policyId, version: award.policyVersion },
    reason: award.reason,
    reasonCode: reasonCode(award.reason),
    answerBy: award.answerBy,
    framework: award.framework,
    definition: award.definition,
    size: awardSizeOf(award),
    validUntil: award.validUntil,
    note: noteOf(award),
    spends: usesUp(award),
  };
}

interface Found {
  readonly award: AwardRow;
  readonly input: RecognitionRecord;
  readonly trace: unknown;
  readonly credential: unknown;
}

/** The award with all it stands on, as far as the actor may see it; one that is not theirs is not there (404 `award-not-found`). */
export async function openAward(tx: Tx, publicId: string): Promise<Found> {
  const place = await locate(tx, publicId);
  const award = place === null || place.awardId === null ? null : await findAward(tx, place.learnerId, place.awardId);
  const evidence = award === null ? null : await readEvidence(tx, award.learnerId, award.awardId);
  if (award === null || evidence === null) throw problem('award-not-found', 404, 'There is no such award.');
  return { award, ...evidence };
}

/** The award as pages and other systems see it: its facts are those of the day on which it was issued. */
export async function viewAward(services: Services, signedIn: SignedIn, publicId: string): Promise<AwardView> {
  const found = await services.db.as(signedIn.acting, (tx) => openAward(tx, publicId));
  return viewOf(services, found);
}

function viewOf({ settings }: Services, { award, input }: Found): AwardView {
  return {
    ...summaryOf(award),
    counted: countedOf(input, award.selection).map(({ achievement, outcome, provider }) => ({
      achievement: achievement.id,
      outcome: {
        code: outcome.code,
        version: outcome.version,
        name: outcome.name,
        credits: outcome.credits,
        level: outcome.level,
        field: outcome.field,
      },
      provider: provider.name,
      date: achievement.date,
      result: achievement.result,
      mode: achievement.mode,
    })),
    fieldCredits: fieldCreditsOf(input, award.selection),
    verifyUrl: `${settings.url}/verify?award=${award.publicId}`,
    credentialUrl: `/api/v1/awards/${award.publicId}/credential`,
    printUrl: `/awards/${award.publicId}/print`,
  };
}

/** What the printable page of an award needs: its view, its fields' names and the authority, for the HTML that pages/ writes. */
export interface AwardPage extends AwardView {
  readonly majorName: { readonly en: string; readonly mi: string } | null;
  readonly authority: Services['settings']['authority'];
}

export async function awardPage(services: Services, signedIn: SignedIn, publicId: string): Promise<AwardPage> {
  const view = await viewAward(services, signedIn, publicId);
  const major = readField(view.major);
  return {
    ...view,
    majorName: major === null ? null : { en: fieldName(major, 'en'), mi: fieldName(major, 'mi') },
    authority: services.settings.authority,
  };
}

/** The decision of an award: its input, its trace and all that happened to it since. For the owner and stewards. */
export async function awardTrace(
  services: Services,
  signedIn: SignedIn,
  publicId: string,
): Promise<{ input: unknown; trace: unknown; events: readonly EventRow[] }> {
  return services.db.as(signedIn.acting, async (tx) => {
    const { award, input, trace } = await openAward(tx, publicId);
    return { input, trace, events: await eventsOf(tx, award.learnerId, award.awardId) };
  });
}
