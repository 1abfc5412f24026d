import { finding, type Finding } from './findings.ts';
import { achievementProblems, isOpenBadge } from './open-badge-shape.ts';
import type { Subject } from './subject.ts';
import { credentialProblems, presentationProblems } from './vc-shape.ts';

/** Does it hold all that it must: VC Data Model 2.0 (or 1.1), and Open Badges 3.0 if it says that it is one? */
export function checkSchema({ document, kind }: Subject): Finding {
  const problems =
    kind === 'presentation'
      ? presentationProblems(document)
      : [...credentialProblems(document), ...(isOpenBadge(document) ? achievementProblems(document) : [])];
  const [first] = problems;
  return first === undefined ? finding('schema', 'complete') : finding('schema', 'incomplete', { part: first });
}
