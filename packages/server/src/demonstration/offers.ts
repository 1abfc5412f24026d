import { isCovered } from '@recognition/recognition';
import type { CatalogueSnapshot } from '../catalogue/snapshot.ts';
import type { Offer } from './generated-results.ts';

/** The first day on which the generators let anything be assessed. */
const OLDEST = '2014-01-01';

/** What each provider may assess, and from when until when: every accredited outcome that its consent covers on both days. */
export function offersOf(snapshot: CatalogueSnapshot, today: string): readonly Offer[] {
  const offers: Offer[] = [];
  for (const outcome of snapshot.outcomes) {
    if (outcome.status === 'draft' || outcome.status === 'in-review' || !outcome.accredited) continue;
    const asRecorded = snapshot.toRecordOutcome(outcome.outcome_id);
    for (const provider of snapshot.organisations) {
      for (const accreditation of snapshot.accreditationsOf(provider.organisation_id)) {
        const from = latest(OLDEST, accreditation.from, outcome.in_force_from);
        const to = earliest(today, accreditation.to, outcome.in_force_to, outcome.last_assessment);
        if (from <= to && isCovered([accreditation], asRecorded, from)) {
          offers.push({ outcome: outcome.code, field: outcome.field, provider: provider.public_id, from, to });
        }
      }
    }
  }
  return offers;
}

const latest = (...dates: readonly (string | null)[]): string =>
  dates.reduce<string>((found, date) => (date !== null && date > found ? date : found), '');
const earliest = (...dates: readonly (string | null)[]): string =>
  dates.reduce<string>((found, date) => (date !== null && date < found ? date : found), '9999-12-31');
