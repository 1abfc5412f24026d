import {
  checkMicroCredential,
  type CheckOptions,
  creditsOf,
  type MicroCredential,
  type MicroCredentialContent,
  overlapsOf,
  refsOf,
  toDefinition,
} from '@recognition/recognition/micro-credential';
import type { Definition } from '@recognition/recognition/frameworks';
import { DecisionError } from '@recognition/recognition';
import type { CatalogueSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { KeptMicroCredential } from './document.ts';
import { factsOf } from './facts.ts';

/** A document with what the catalogue says of its parts on a day. */
export function withFacts(
  snapshot: CatalogueSnapshot,
  one: {
    readonly id: string;
    readonly code: string;
    readonly developerName: string | null;
    readonly content: MicroCredentialContent;
  },
  asOf: string,
): MicroCredential {
  const { id, code, developerName, content } = one;
  return { id, code, developer: developerName, content, facts: factsOf(snapshot, refsOf(content), asOf) };
}

/** Every listed micro-credential in the form that overlaps are measured against; other versions of the same code are no overlap. */
export function definitionsOf(
  snapshot: CatalogueSnapshot,
  listed: readonly KeptMicroCredential[],
  asOf: string,
  except: string | null = null,
): Definition[] {
  return listed.filter(({ code }) => code !== except).map((one) => toDefinition(withFacts(snapshot, one, asOf)));
}

/** What the checks find of a document under the rule that the options name, whether it may be listed, and how much of it is there already. */
export function judge(one: MicroCredential, options: CheckOptions) {
  try {
    const findings = checkMicroCredential(one, options);
    return {
      ready: findings.every(({ severity }) => severity !== 'error'),
      credits: creditsOf(one),
      findings: [...findings],
      overlaps: overlapsOf(toDefinition(one), options.others ?? []).map((each) => ({ ...each, shared: [...each.shared] })),
    };
  } catch (error) {
    if (error instanceof DecisionError) throw problem('unknown-policy', 422, error.message);
    throw error;
  }
}
