import type { Field } from '@recognition/recognition';
import type { Database } from '../../database/connection.ts';
import type { Services } from '../../services.ts';
import { readStamp } from '../snapshot-queries.ts';
import { readChangedOutcomes, readChangedOutcomesAfter } from './case-queries.ts';
import { publisherOf } from './export-register.ts';
import type { Node } from './node.ts';
import {
  caseAssociations,
  caseDefinitions,
  caseDocument,
  caseItem,
  caseLink,
  type CaseLink,
  type CaseOutcome,
  documentId,
  frameworkOf,
  frameworkTitle,
  itemId,
} from './write-case.ts';
import type { Publisher } from './write-ctdl.ts';

const PAGE = 500;

interface Framework {
  readonly framework: Field | 'unclassified';
  changedAt: string;
  readonly outcomes: string[];
}

/** Where everything of the public catalogue is, by the identifiers of CASE. */
interface Index {
  readonly stamp: number;
  readonly documents: ReadonlyMap<string, Framework>;
  /** The outcome of an item or of an association. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly definitions: ReturnType<typeof caseDefinitions>;
}

const indexes = new WeakMap<Database, Index>();

/** The public catalogue as CASE 1.1 gives it: a document for each field that has outcomes, and one for those without a field. */
export interface CaseProvider {
  readonly documents: readonly (Node & CaseLink)[];
  readonly document: (identifier: string) => (Node & CaseLink) | null;
  readonly package: (identifier: string) => Promise<Node | null>;
  readonly item: (identifier: string) => Promise<Node | null>;
  readonly itemAssociations: (identifier: string) => Promise<Node | null>;
  readonly association: (identifier: string) => Promise<Node | null>;
  readonly itemType: (identifier: string) => Node | null;
  readonly subject: (identifier: string) => Node | null;
}

/** Opens the provider on the catalogue as it is; the index is made again only when the catalogue has changed. */
export async function caseProvider(services: Services): Promise<CaseProvider> {
  const publisher = publisherOf(services);
  const { url } = publisher;
  const index = await indexOf(services, publisher);
  const documents = [...index.documents.values()].map((one) => alone(publisher, one));
  const read = (ids: readonly string[]) => services.db.asPublic((tx) => readChangedOutcomes(tx, ids));
  const outcomeOf = async (identifier: string): Promise<CaseOutcome | null> => {
    const id = index.outcomes.get(identifier);
    return id === undefined ? null : ((await read([id]))[0] ?? null);
  };
  const itemAlone = (outcome: CaseOutcome): Node => ({
    ...caseItem(outcome, publisher),
    CFDocumentURI: documentLink(url, outcome),
  });
  const associations = (outcome: CaseOutcome): readonly Node[] =>
    caseAssociations(outcome, publisher, frameworkOf(outcome)).map((one) => ({
      ...one,
      CFDocumentURI: documentLink(url, outcome),
    }));
  return {
    documents,
    document: (identifier) => documents.find((one) => one.identifier === identifier) ?? null,
    package: async (identifier) => {
      const found = index.documents.get(identifier);
      if (found === undefined) return null;
      const outcomes = await read(found.outcomes);
      return {
        CFDocument: caseDocument(publisher, found.framework, found.changedAt),
        CFItems: outcomes.map((one) => caseItem(one, publisher)),
        CFAssociations: outcomes.flatMap((one) => caseAssociations(one, publisher, found.framework)),
        CFDefinitions: caseDefinitions(
          outcomes.flatMap(({ kind }) => (kind === null ? [] : [kind])),
          outcomes.flatMap(({ field }) => (field === null ? [] : [field])),
          publisher,
          found.changedAt,
        ),
      };
    },
    item: async (identifier) => {
      const outcome = await outcomeOf(identifier);
      return outcome === null || itemId(url, outcome) !== identifier ? null : itemAlone(outcome);
    },
    itemAssociations: async (identifier) => {
      const outcome = await outcomeOf(identifier);
      if (outcome === null || itemId(url, outcome) !== identifier) return null;
      return { CFItem: itemAlone(outcome), CFAssociations: associations(outcome) };
    },
    association: async (identifier) => {
      const outcome = await outcomeOf(identifier);
      return outcome === null ? null : (associations(outcome).find((one) => one['identifier'] === identifier) ?? null);
    },
    itemType: (identifier) => index.definitions.CFItemTypes.find((one) => one.identifier === identifier) ?? null,
    subject: (identifier) => index.definitions.CFSubjects.find((one) => one.identifier === identifier) ?? null,
  };
}

function alone(publisher: Publisher, { framework, changedAt }: Framework): Node & CaseLink {
  const document = caseDocument(publisher, framework, changedAt);
  return { ...document, CFPackageURI: caseLink(publisher.url, 'CFPackages', document.identifier, document.title) };
}

function documentLink(url: string, outcome: CaseOutcome): CaseLink {
  const framework = frameworkOf(outcome);
  return caseLink(url, 'CFDocuments', documentId(url, framework), frameworkTitle(framework));
}

async function indexOf(services: Services, publisher: Publisher): Promise<Index> {
  const stamp = await services.db.asPublic(readStamp);
  const held = indexes.get(services.db);
  if (held?.stamp === stamp) return held;
  const documents = new Map<string, Framework>();
  const outcomes = new Map<string, string>();
  const kinds = new Set<string>();
  const fields = new Set<Field>();
  let newest = '';
  for (let after = ''; ; ) {
    const from = after;
    const page = await services.db.asPublic((tx) => readChangedOutcomesAfter(tx, from, PAGE));
    for (const outcome of page) {
      const framework = frameworkOf(outcome);
      const key = documentId(publisher.url, framework);
      const document = documents.get(key) ?? { framework, changedAt: outcome.changedAt, outcomes: [] };
      document.outcomes.push(outcome.id);
      if (outcome.changedAt > document.changedAt) document.changedAt = outcome.changedAt;
      documents.set(key, document);
      outcomes.set(itemId(publisher.url, outcome), outcome.id);
      for (const { identifier } of caseAssociations(outcome, publisher, framework)) outcomes.set(String(identifier), outcome.id);
      if (outcome.kind !== null) kinds.add(outcome.kind);
      if (outcome.field !== null) fields.add(outcome.field);
      if (outcome.changedAt > newest) newest = outcome.changedAt;
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? '';
  }
  const sorted = new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1)));
  const index = { stamp, documents: sorted, outcomes, definitions: caseDefinitions(kinds, fields, publisher, newest) };
  indexes.set(services.db, index);
  return index;
}
