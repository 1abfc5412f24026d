import { createHash } from 'node:crypto';
import type { SourceFile } from '../../catalogue/import/answer.ts';
import { type CatalogueActor, requireSteward, runAs } from '../../catalogue/actor.ts';
import type { Tx } from '../../database/connection.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { type CheckedScheme, checkScheme } from './check.ts';
import { NOT_TAKEN_CODES, type NotTakenCode } from './codes.ts';
import type { Concept } from './concept.ts';
import { differenceOf, slugsOf } from './difference.ts';
import { SCHEME_READERS, type SchemeFormat } from './index.ts';
import { writeTerms } from './term-queries.ts';
import {
  heldElsewhere,
  type HeldScheme,
  insertChanges,
  insertVersion,
  keepReplacements,
  lockScheme,
  readHeldConcepts,
  readHeldScheme,
  retireConcepts,
  upsertScheme,
  writeConcepts,
} from './write-queries.ts';

export interface SchemeAsked {
  /** Our short name of the scheme. */
  readonly scheme: string;
  readonly from: SchemeFormat;
  /** What the files do not say has to be given. */
  readonly version?: string | undefined;
  readonly uri?: string | undefined;
  readonly nameEn?: string | undefined;
  readonly nameMi?: string | undefined;
  readonly files: readonly SourceFile[];
}

export interface SchemeBrought {
  readonly scheme: string;
  readonly version: string;
  /** The version that this one follows; null for the first. */
  readonly supersedes: string | null;
  readonly rows: number;
  readonly concepts: number;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
  readonly returned: number;
  readonly unchanged: number;
  /** How many were not taken, by reason, and the first 1,000 of them. */
  readonly left: Readonly<Record<string, number>>;
  readonly notTaken: readonly {
    readonly file: string;
    readonly row: number;
    readonly code: string;
    readonly message: string;
    readonly detail: string;
  }[];
}

const MOST_TOLD = 1000;

/**
 * Brings a version of a skill scheme, all of it or nothing. The same files again change nothing; a newer version supersedes the held one:
 * what it lacks is retired and stays readable. Stewards and the operator only. Throws codes of a file, `version-missing`, `no-skills`,
 * `skills-of-another-scheme` (422), `version-differs`, `version-superseded`, `scheme-address-differs` (409).
 */
export async function bringScheme(services: Services, actor: CatalogueActor, asked: SchemeAsked): Promise<SchemeBrought> {
  requireSteward(actor);
  const base = asked.uri ?? new URL(`/skills/${asked.scheme}`, services.settings.url).href;
  const read = checkScheme(SCHEME_READERS[asked.from](asked.files, base));
  const version = asked.version ?? read.about.version;
  if (version === null)
    throw problem('version-missing', 422, 'The files do not say which version they are. Give the version of the scheme.');
  if (read.concepts.length === 0)
    throw problem('no-skills', 422, 'No skill could be taken from these files, so nothing was changed.', {
      notTaken: toldOf(read).slice(0, 20),
    });
  const name = asked.nameEn ?? read.about.name ?? asked.scheme;
  return runAs(services, actor, (tx) =>
    takeScheme(tx, {
      scheme: asked.scheme,
      source: asked.from,
      uri: asked.uri ?? read.about.uri ?? base,
      version,
      nameEn: name,
      nameMi: asked.nameMi ?? name,
      content: contentOf(asked.from, asked.files),
      files: asked.files.map((file) => file.name),
      by: actor === 'operator' ? 'operator' : actor.actor,
      at: services.clock.now(),
      read,
    }),
  );
}

export interface Taking {
  readonly scheme: string;
  readonly source: string;
  readonly uri: string;
  readonly version: string;
  readonly nameEn: string;
  readonly nameMi: string;
  readonly content: string;
  readonly files: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly read: CheckedScheme;
  /** Our own scheme comes with the product, and may change within a version. */
  readonly own?: boolean;
}

/** Takes what was read into the database, within a transaction. */
export async function takeScheme(tx: Tx, taking: Taking): Promise<SchemeBrought> {
  const { scheme, version, content, read } = taking;
  await lockScheme(tx, scheme);
  const held = await readHeldScheme(tx, scheme);
  const counts = {
    scheme,
    version,
    rows: read.rows,
    concepts: read.concepts.length,
    ...leftOf(read),
    notTaken: toldOf(read).slice(0, MOST_TOLD),
  };
  if (held !== null && isThere(held, taking))
    return { ...counts, supersedes: null, added: 0, changed: 0, retired: 0, returned: 0, unchanged: read.concepts.length };
  const elsewhere = await heldElsewhere(
    tx,
    scheme,
    read.concepts.map(({ uri }) => uri),
  );
  if (elsewhere.length > 0)
    throw problem('skills-of-another-scheme', 422, 'Another scheme holds some of these skills, so nothing was changed.', {
      uris: elsewhere,
    });
  const before = await readHeldConcepts(tx, scheme);
  const { added, changed, returned, retired, unchanged } = differenceOf(before, read.concepts);
  const slugs = slugsOf(read.concepts, before, (uri) => createHash('sha256').update(uri).digest('hex'));
  const slugged = (concept: Concept) => ({ ...concept, slug: slugs.get(concept.uri) ?? concept.uri });
  await upsertScheme(tx, taking);
  const written = [...added, ...[...changed, ...returned].map(({ concept }) => concept)];
  await writeConcepts(tx, scheme, version, written.map(slugged));
  await retireConcepts(
    tx,
    version,
    retired.map(({ uri }) => uri),
  );
  const answer = {
    ...counts,
    supersedes: held === null || held.version === version ? null : held.version,
    added: added.length,
    changed: changed.length,
    retired: retired.length,
    returned: returned.length,
    unchanged,
  };
  await insertVersion(tx, { ...taking, content, answer });
  if (before.length > 0)
    await insertChanges(tx, scheme, version, [
      ...added.map(({ uri }) => ({ uri, change: 'added', was: null })),
      ...changed.map(({ concept, was }) => ({ uri: concept.uri, change: 'changed', was: saidOf(was) })),
      ...returned.map(({ concept, was }) => ({ uri: concept.uri, change: 'returned', was: saidOf(was) })),
      ...retired.map((was) => ({ uri: was.uri, change: 'retired', was: saidOf(was) })),
    ]);
  await keepReplacements(tx, read.replaced ?? [], 'scheme', taking.by, taking.at);
  // Skills that were there before schemes had versions have no words yet.
  const worded = held?.versions.length === 0 ? read.concepts : written;
  await writeTerms(
    tx,
    [...worded, ...retired].map(({ uri }) => uri),
  );
  return answer;
}

const saidOf = ({ label, mi, description, altLabels, level }: Concept): object => ({ label, mi, description, altLabels, level });

/** Whether this very content is held already. Throws where the version, or the scheme, is another one. */
function isThere(held: HeldScheme, { scheme, version, content, uri, own }: Taking): boolean {
  const same = held.versions.find((one) => one.version === version);
  if (held.uri !== uri)
    throw problem('scheme-address-differs', 409, `The scheme ${scheme} has the address ${held.uri}; these files are of ${uri}.`, {
      held: held.uri,
      offered: uri,
    });
  if (same === undefined) return false;
  if (version !== held.version)
    throw problem('version-superseded', 409, `Version ${version} was superseded by ${held.version}; nothing was changed.`);
  if (same.content === content) return true;
  if (own === true) return false;
  throw problem(
    'version-differs',
    409,
    `Version ${version} is loaded with other content. Give these files a version of their own.`,
  );
}

function contentOf(from: string, files: readonly SourceFile[]): string {
  const hash = createHash('sha256').update(from);
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('hex');
}

function leftOf({ notTaken }: CheckedScheme): { left: Record<string, number> } {
  const left: Partial<Record<NotTakenCode, number>> = {};
  for (const { code } of notTaken) left[code] = (left[code] ?? 0) + 1;
  return { left };
}

const toldOf = ({ notTaken }: CheckedScheme): SchemeBrought['notTaken'] =>
  notTaken.map((one) => ({ ...one, message: NOT_TAKEN_CODES[one.code].en }));
