import type { JsonObject } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import { achievementProblems, isOpenBadge } from './open-badge-shape.ts';
import { differingResources } from './related-resource.ts';
import { clrProblems, endorsementProblems, sdJwtVcProblems } from './shapes.ts';
import type { Subject } from './subject.ts';
import { credentialProblems, presentationProblems } from './vc-shape.ts';

/**
 * Does it hold all that it must: VC Data Model 2.0 (or 1.1), and what Open Badges 3.0, CLR 2.0 or SD-JWT VC ask of one that says it is theirs?
 * And is what it builds on still what its issuer meant?
 */
export async function checkSchema({ document, kind, envelope, resource }: Subject): Promise<Finding> {
  const [first] =
    kind === 'presentation'
      ? presentationProblems(document)
      : envelope?.profile === 'sd-jwt-vc'
        ? sdJwtVcProblems(document)
        : shapeProblems(document);
  if (first !== undefined) return finding('schema', 'incomplete', { part: first });
  const [differing] = await differingResources(document, resource);
  return differing === undefined ? finding('schema', 'complete') : finding('schema', 'resource-differs', { address: differing });
}

/** The paths of what is missing or malformed in a credential, for whoever is about to sign one. */
export function shapeProblems(document: JsonObject): readonly string[] {
  return [
    ...credentialProblems(document),
    ...(isOpenBadge(document) ? achievementProblems(document) : []),
    ...clrProblems(document),
    ...endorsementProblems(document),
  ];
}
