import { idOf } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import type { Subject } from './subject.ts';

/** Is the issuer on a list that we trust? Compared code point by code point, so that a look-alike is a stranger. */
export function checkRecognised({ document, kind, trusted }: Subject): Finding {
  if (kind === 'presentation') return finding('recognised', 'not-for-presentations');
  const issuer = idOf(document['issuer']);
  if (issuer === null) return finding('recognised', 'no-issuer');
  const known = trusted.find(({ id }) => id === issuer);
  return known === undefined ? finding('recognised', 'stranger') : finding('recognised', 'trusted', { name: known.name });
}
