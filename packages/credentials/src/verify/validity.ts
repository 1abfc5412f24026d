import { asString } from '../json.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { instant } from '../time.ts';
import { rfc3339 } from './envelope.ts';
import { finding, type Finding } from './findings.ts';
import type { Subject } from './subject.ts';

/**
 * Is it still in date, and already (VC Data Model 2.0, section 4.9; 1.1 says `issuanceDate` and `expirationDate`)? The first instant counts as in date,
 * the last does not. A beginning may be five minutes ahead of our clock.
 */
export function checkValidity({ document, kind, now, envelope }: Subject): Finding {
  const claims = envelope?.jwt.claims ?? {};
  if (kind === 'presentation' && claims['exp'] === undefined && claims['nbf'] === undefined)
    return finding('validity', 'not-for-presentations');
  const at = instant(now) ?? Number.NaN;
  // Where the token says it too, the narrower time counts.
  const froms = [document['validFrom'] ?? document['issuanceDate'], dated(claims['nbf'])].filter((one) => one !== undefined);
  const untils = [document['validUntil'] ?? document['expirationDate'], dated(claims['exp'])].filter((one) => one !== undefined);
  if ([...froms, ...untils].some((one) => instant(one) === null)) return finding('validity', 'bad-date');
  const early = froms.find((from) => at + CLOCK_SKEW < (instant(from) ?? Number.NaN));
  if (early !== undefined) return finding('validity', 'not-yet', { on: asString(early) ?? '' });
  const over = untils.find((until) => at >= (instant(until) ?? Number.NaN));
  if (over !== undefined) return finding('validity', 'expired', { on: asString(over) ?? '' });
  const [until] = untils;
  return until === undefined ? finding('validity', 'no-end') : finding('validity', 'in-date', { until: asString(until) ?? '' });
}

/** A claim's NumericDate as the documents write it; what is none stays what it is, and is found to be no date. */
function dated(claim: unknown): unknown {
  return claim === undefined ? undefined : (rfc3339(claim) ?? claim);
}
