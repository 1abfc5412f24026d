import { asString } from '../json.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';
import { finding, type Finding } from './findings.ts';
import type { Subject } from './subject.ts';

/**
 * Is it still in date, and already (VC Data Model 2.0, section 4.9; 1.1 says `issuanceDate` and `expirationDate`)? The first instant counts as in date,
 * the last does not. A beginning may be five minutes ahead of our clock.
 */
export function checkValidity({ document, kind, now }: Subject): Finding {
  if (kind === 'presentation') return finding('validity', 'not-for-presentations');
  const at = instant(now) ?? Number.NaN;
  const from = document['validFrom'] ?? document['issuanceDate'];
  const until = document['validUntil'] ?? document['expirationDate'];
  const begins = from === undefined ? Number.NEGATIVE_INFINITY : instant(from);
  const ends = until === undefined ? Number.POSITIVE_INFINITY : instant(until);
  if (begins === null || ends === null) return finding('validity', 'bad-date');
  if (at + CLOCK_SKEW < begins) return finding('validity', 'not-yet', { on: asString(from) ?? '' });
  if (at >= ends) return finding('validity', 'expired', { on: asString(until) ?? '' });
  return until === undefined ? finding('validity', 'no-end') : finding('validity', 'in-date', { until: asString(until) ?? '' });
}
