import { randomUUID } from 'node:crypto';
import { decide, type Decision, DecisionError, type LocalDate, nz, type RecognitionRecord } from '@recognition/recognition';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import { awardSizeOf, awardTitleOf, type Title } from '../award/title.ts';
import type { Acting, Database } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { type AwardSummary, type Looked, outcomeTexts, type OutcomeTexts, type Statement } from './read-queries.ts';
import { type NamedRecord, readOwnRecord } from './read-record.ts';

export interface RecordView {
  readonly asOf: LocalDate;
  readonly record: RecognitionRecord;
  /** Null when the record is too entangled to decide (contracts 3). */
  readonly decision: Decision | null;
  readonly outcomes: Readonly<Record<string, Omit<OutcomeTexts, 'public_id'>>>;
  readonly learnerName: string;
  readonly awards: readonly (Omit<AwardSummary, 'title' | 'minutes'> & { readonly title: Title; readonly size: Title | null })[];
  readonly looked: readonly Looked[];
  readonly statements: readonly Statement[];
}

/** What a learner sees of themself: the record, what it is decided to be worth on a day, and who looked. */
export async function seeRecord(services: Services, acting: Acting, asOf?: LocalDate): Promise<RecordView> {
  return viewOf(services, (snapshot, today) => readOwnRecord(services, acting, snapshot, today), asOf);
}

/** A learner's record as pages show it, read as the caller reads it. */
export async function viewOf(
  services: Services,
  read: (snapshot: CatalogueSnapshot, today: LocalDate) => Promise<NamedRecord>,
  asOf?: LocalDate,
): Promise<RecordView> {
  const today = services.clock.today();
  const { snapshot, texts } = await catalogueNow(services);
  const { record, name, awards, looked, statements } = await read(snapshot, today);
  const outcomes: Record<string, Omit<OutcomeTexts, 'public_id'>> = {};
  for (const { id } of record.outcomes) {
    const known = texts.get(id);
    if (known !== undefined) outcomes[id] = known;
  }
  return {
    asOf: asOf ?? today,
    record: { ...record, learner: { id: exportId(), name } },
    decision: decision(record, asOf ?? today),
    outcomes,
    learnerName: name,
    awards: awards.map(({ minutes, ...award }) => ({
      ...award,
      title: awardTitleOf(award),
      size: awardSizeOf({ ...award, minutes }),
    })),
    looked,
    statements,
  };
}

/** The portable record of the learner who is signed in. */
export async function takeRecord(services: Services, acting: Acting): Promise<RecognitionRecord> {
  const { snapshot } = await catalogueNow(services);
  const { record, name } = await readOwnRecord(services, acting, snapshot, services.clock.today());
  return { ...record, learner: { id: exportId(), name } };
}

function decision(record: RecognitionRecord, asOf: LocalDate): Decision | null {
  try {
    return decide(nz, 'alq', record, { asOf });
  } catch (error) {
    if (error instanceof DecisionError && error.code === 'too-entangled') return null;
    throw error;
  }
}

/** Made for one export: it leads nowhere. */
function exportId(): string {
  return `x${randomUUID().replaceAll('-', '')}`;
}

interface CatalogueNow {
  readonly snapshot: CatalogueSnapshot;
  readonly texts: ReadonlyMap<string, Omit<OutcomeTexts, 'public_id'>>;
  readonly asked: number;
}

const catalogues = new WeakMap<Database, CatalogueNow>();
/** How old, in milliseconds, the catalogue may be when a record is shown; asking each time would cost as much as the record. */
const CATALOGUE_AGE = 1000;

async function catalogueNow(services: Services): Promise<CatalogueNow> {
  const held = catalogues.get(services.db);
  const asked = performance.now();
  if (held !== undefined && asked - held.asked < CATALOGUE_AGE) return held;
  const snapshot = await loadSnapshot(services);
  const texts = held?.snapshot === snapshot ? held.texts : await textsOf(services);
  const now = { snapshot, texts, asked };
  catalogues.set(services.db, now);
  return now;
}

async function textsOf(services: Services): Promise<CatalogueNow['texts']> {
  const { rows } = await services.db.asBatch((tx) => tx.query<OutcomeTexts>(outcomeTexts));
  return new Map(rows.map(({ public_id: id, ...texts }) => [id, texts]));
}
