import { countedOf } from '../../award/counted.ts';
import { learnerRecord } from '../../award/learner-record.ts';
import { credentialOf, type Holder, holderOf, isCreditable } from '../../award/outcome-credential.ts';
import { awardsOf, lockLearner } from '../../award/queries.ts';
import { readForDecision } from '../../award/reading.ts';
import { awardTitleOf } from '../../award/title.ts';
import { openAward } from '../../award/view.ts';
import type { Tx } from '../../database/connection.ts';
import { Problem } from '../../http/problem.ts';
import { learnerName } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import type { Application } from './access.ts';
import { type HeldRow, heldOf } from './held-queries.ts';
import { noteReading } from './reading.ts';
import type { Standard } from './standards.ts';

/** A part of a list: how many at most, from which on, and issued after which moment. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly since: string | null;
}

/** One credential that may be read: made, or taken out, when it is on the page. */
interface Readable {
  readonly name: string;
  readonly isAward: boolean;
  readonly form: 'json' | 'jws';
  readonly open: () => Promise<unknown>;
}

export interface Listed {
  readonly total: number;
  readonly credential: readonly unknown[];
  readonly compactJwsString: readonly string[];
}

/**
 * The learner's credentials of a standard, for an application that she let read them: her awards in force, newest first, the achievements that
 * have a credential, and what she holds of other issuers, each exactly as it came. For CLR it is her whole record as one credential, made
 * for this reading, and the records of others. Written down before it is answered.
 */
export async function listCredentials(
  services: Services,
  application: Application,
  standard: Standard,
  { limit, offset, since }: Page,
): Promise<Listed> {
  const holder = await holderOf(services, application.learnerId);
  const name = standard === 'clr' ? await learnerName(services, application.learnerId) : null;
  return services.db.asBatch(async (tx) => {
    await lockLearner(tx, holder.learnerIds);
    const held = (await heldOf(tx, holder.learnerIds)).filter((row) => row.standard === standard).map(readableHeld);
    const own = standard === 'ob' ? await ownBadges(services, tx, holder) : await ownRecord(services, tx, holder, name);
    const all: Opened[] = [];
    const readable = [...own, ...held];
    const wanted = since === null ? readable.slice(offset, offset + limit) : readable;
    for (const one of wanted) all.push({ ...one, body: await one.open() });
    const newer = since === null ? all : all.filter(({ body }) => isAfter(body, since));
    const page = since === null ? newer : newer.slice(offset, offset + limit);
    await noteReading(services, tx, application, {
      outcomes: page.filter(({ isAward }) => !isAward).map((one) => one.name),
      awards: page.filter(({ isAward }) => isAward).length,
      fields: [standard],
    });
    return {
      total: since === null ? readable.length : newer.length,
      credential: page.flatMap(({ form, body }) => (form === 'json' ? [body] : [])),
      compactJwsString: page.flatMap(({ form, body }) => (form === 'jws' ? [String(body)] : [])),
    };
  });
}

type Opened = Readable & { readonly body: unknown };

async function ownBadges(services: Services, tx: Tx, holder: Holder): Promise<readonly Readable[]> {
  const awards = (await awardsOf(tx, holder.learnerIds)).filter(({ status }) => status === 'live' || status === 'suspended');
  const record = await readForDecision(tx, holder.learnerIds);
  const counted = countedOf(
    record,
    record.achievements.map(({ id }) => id),
  ).filter(isCreditable);
  return [
    ...awards.map(
      (award): Readable => ({
        name: awardTitleOf(award).en,
        isAward: true,
        form: 'json',
        open: async () => (await openAward(tx, award.publicId)).credential,
      }),
    ),
    ...counted.map(
      (one): Readable => ({
        name: one.outcome.name,
        isAward: false,
        form: 'json',
        open: () => credentialOf(services, tx, holder, one),
      }),
    ),
  ];
}

/** The record as it is now: one credential, or none where there is nothing in it. */
async function ownRecord(services: Services, tx: Tx, holder: Holder, name: string | null): Promise<readonly Readable[]> {
  try {
    const record = await learnerRecord(services, tx, holder, { chosen: null, name });
    return [{ name: 'New Zealand Record of Achievement', isAward: false, form: 'json', open: async () => record }];
  } catch (error) {
    if (error instanceof Problem && error.code === 'record-empty') return [];
    throw error;
  }
}

function readableHeld({ name, form, body }: HeldRow): Readable {
  return { name, isAward: false, form, open: async () => (form === 'jws' ? body : JSON.parse(body)) };
}

/** Whether a credential was issued after this moment. What says no date of its own was. */
function isAfter(credential: unknown, since: string): boolean {
  const text = typeof credential === 'string' ? payloadOf(credential) : credential;
  if (typeof text !== 'object' || text === null) return true;
  const dated: unknown = Reflect.get(text, 'validFrom') ?? Reflect.get(text, 'issuanceDate');
  return typeof dated !== 'string' || Number.isNaN(Date.parse(dated)) || Date.parse(dated) > Date.parse(since);
}

function payloadOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}
