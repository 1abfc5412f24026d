import { addYears } from '@recognition/recognition';
import {
  creditsOf,
  FRAMEWORK,
  type MicroCredentialContent,
  publishedChecks,
  ruleOf,
  ruleVersions,
  stacksOnward,
} from '@recognition/recognition/micro-credential';
import { z } from 'zod';
import { type CatalogueActor, runAs } from '../catalogue/actor.ts';
import type { KeptOutcome } from '../catalogue/document.ts';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { notFound } from './change.ts';
import type { KeptMicroCredential } from './document.ts';
import { definitionsOf, judge, withFacts } from './judge.ts';
import { readListed, readVersions, searchListed } from './queries.ts';

type Reading = Pick<Services, 'db' | 'clock'>;

/** Who reads: somebody signed in sees their own drafts too. */
export type Reader = CatalogueActor | null;

export function read<T>(services: Pick<Services, 'db'>, reader: Reader, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reader === null ? services.db.asPublic(work) : runAs(services, reader, work);
}

/** One version as everybody reads it: the document, its parts as the catalogue has them, and its size in credits and hours. */
export function viewOf(snapshot: CatalogueSnapshot, one: KeptMicroCredential, asOf: string) {
  const { id, code, version, status, developer, developerName, content, listedOn, discontinuedOn } = one;
  const { facts } = withFacts(snapshot, one, asOf);
  const credits = creditsOf({ content, facts });
  return {
    id,
    code,
    version,
    status,
    developer,
    developerName,
    listedOn,
    discontinuedOn,
    reviewDue: listedOn === null || content.reviewYears === null ? null : addYears(listedOn, content.reviewYears),
    credits,
    hours: credits === null ? null : (credits * FRAMEWORK.unit.minutes) / 60,
    content: { ...content, parts: [...content.parts] },
    parts: facts.map((fact) => ({ ...fact, excludes: [...fact.excludes], within: [...fact.within] })),
  };
}

export interface Asked {
  readonly q?: string | undefined;
  readonly part?: string | undefined;
  readonly developer?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of what is listed, whose code and title hold every word, whatever their case and macrons. */
export async function listMicroCredentials(services: Reading, { q, part, developer, cursor, limit }: Asked) {
  const after = readCursor(cursor, z.tuple([z.string()]));
  const snapshot = await loadSnapshot(services);
  const words = (q ?? '').split(/\s+/).filter((word) => word !== '');
  return services.db.asPublic(async (tx) => {
    const search = { words: words.slice(0, 10), part: part ?? null, developer: developer ?? null };
    const found = await searchListed(tx, search, after?.[0] ?? null, limit + 1);
    return pageOf(
      found,
      limit,
      (one) => viewOf(snapshot, one, services.clock.today()),
      ({ code }) => [code],
    );
  });
}

/** The micro-credentials that are made of an outcome, or of the standard that it belongs to: the first twenty by code. */
export const madeOf = (services: Reading, { group, lineage }: Pick<KeptOutcome, 'group' | 'lineage'>) =>
  listMicroCredentials(services, { part: partOf({ group, lineage }), limit: 20 });

/** What micro-credentials name an outcome by: its standard, where it belongs to one, since the credit sits there. */
export const partOf = ({ group, lineage }: Pick<KeptOutcome, 'group' | 'lineage'>): string => group?.lineage ?? lineage;

/** The newest version of a code that everybody may see: the one that is listed, else the last that was. Throws `micro-credential-not-found`. */
export async function newestVersion(services: Reading, code: string): Promise<number> {
  const versions = await services.db.asPublic((tx) => readVersions(tx, code));
  const newest = versions.findLast(({ status }) => status === 'published') ?? versions.at(-1);
  if (newest === undefined) throw notFound();
  return newest.version;
}

/** One version with the others of its code, what the checks find today, how much of it is in others, and where it stacks onward. */
export async function showMicroCredential(services: Reading, reader: Reader, code: string, version: number) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  return read(services, reader, async (tx) => {
    const versions = await readVersions(tx, code);
    const one = versions.find((each) => each.version === version);
    if (one === undefined) throw notFound();
    const listed = await readListed(tx);
    const others = definitionsOf(snapshot, listed, today, code);
    const subject = withFacts(snapshot, one, today);
    const { findings, overlaps } = judge(subject, { asOf: today, others });
    const { awards, definitions } = stacksOnward(subject, others, today);
    const nameOf = (id: string) => {
      const found = listed.find((each) => each.id === id);
      return { code: found?.code ?? id, version: found?.version ?? 1 };
    };
    return {
      ...viewOf(snapshot, one, today),
      versions: versions.map(({ id, version: number, status, listedOn }) => ({ id, version: number, status, listedOn })),
      findings,
      overlaps: overlaps.map((each) => ({ ...each, ...nameOf(each.id) })),
      onward: {
        awards: awards.map((each) => ({ ...each, majors: [...each.majors] })),
        definitions: definitions.map((each) => ({ ...each, ...nameOf(each.id) })),
      },
    };
  });
}

/** Every listed one in the engine's form, without those of one code: what overlaps are measured against, on the server and in the browser. */
export async function listDefinitions(services: Reading, except: string | null) {
  const snapshot = await loadSnapshot(services);
  return services.db.asPublic(async (tx) => definitionsOf(snapshot, await readListed(tx), services.clock.today(), except));
}

/** The checks on a document without keeping it, under the rule of a day or a version by name: 422 `unknown-policy` where there is none. */
export async function checkDocument(
  services: Reading,
  {
    code,
    developer,
    content,
    ...options
  }: {
    readonly code: string;
    readonly developer: string | null;
    readonly content: MicroCredentialContent;
    readonly asOf?: string;
    readonly version?: string;
  },
) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  const rule = options.version === undefined ? { asOf: options.asOf ?? today } : { version: options.version };
  return services.db.asPublic(async (tx) => {
    const others = definitionsOf(snapshot, await readListed(tx), today, code);
    const subject = withFacts(snapshot, { id: code, code, developerName: developer, content }, today);
    const judged = judge(subject, { ...rule, others });
    return { rule: ruleOf(rule).version, ...judged };
  });
}

/** The published set of checks: under the rule of a day or a version by name; with the versions that there are. */
export function listChecks(services: Pick<Services, 'clock'>, version: string | undefined) {
  const all = ruleVersions();
  if (version !== undefined && !all.some((one) => one.version === version))
    throw problem('unknown-policy', 422, `There is no version ${version} of the rule of micro-credentials.`);
  const options = version === undefined ? { asOf: services.clock.today() } : { version };
  const rule = ruleOf(options);
  return {
    version: rule.version,
    from: rule.from,
    source: rule.source,
    versions: all.map(({ version: name, from }) => ({ version: name, from })),
    items: publishedChecks(options).map((check) => ({ ...check })),
  };
}
