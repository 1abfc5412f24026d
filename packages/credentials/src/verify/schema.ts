import type { JsonObject } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import { achievementProblems, isOpenBadge } from './open-badge-shape.ts';
import { clrProblems, endorsementProblems, sdJwtVcProblems } from './shapes.ts';
import type { Subject } from './subject.ts';
import { credentialProblems, presentationProblems } from './vc-shape.ts';

/** Does it hold all that it must: VC Data Model 2.0 (or 1.1), and what Open Badges 3.0, CLR 2.0 or SD-JWT VC ask of one that says it is theirs? */
export function checkSchema({ document, kind, envelope }: Subject): Finding {
  const [first] =
    kind === 'presentation'
      ? presentationProblems(document)
      : envelope?.profile === 'sd-jwt-vc'
        ? sdJwtVcProblems(document)
        : problemsOf(document);
  return first === undefined ? finding('schema', 'complete') : finding('schema', 'incomplete', { part: first });
}

function problemsOf(document: JsonObject): readonly string[] {
  return [
    ...credentialProblems(document),
    ...(isOpenBadge(document) ? achievementProblems(document) : []),
    ...clrProblems(document),
    ...endorsementProblems(document),
  ];
}
