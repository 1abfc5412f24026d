import { DecisionError } from '@recognition/recognition';
import { holdings } from '@recognition/recognition/micro-credential';
import { readForDecision } from '../award/reading.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { notFound } from './change.ts';
import { withFacts } from './judge.ts';
import { readVersions } from './queries.ts';

/** How the signed-in learner stands to one micro-credential: which parts are held, by which result and since when, and why. */
export async function standingOf(
  services: Services,
  learner: SignedIn & { readonly learnerId: number },
  code: string,
  version: number,
) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  const learnerIds = await aliasSet(services, learner.learnerId);
  const [one, record] = await services.db.as(learner.acting, async (tx) => [
    (await readVersions(tx, code)).find((each) => each.version === version),
    await readForDecision(tx, learnerIds),
  ]);
  if (one === undefined) throw notFound();
  const subject = withFacts(snapshot, one, today);
  try {
    const { whole, have, of, parts, lines } = holdings(subject, record, today);
    const dates = new Map(record.achievements.map(({ id, date }) => [id, date]));
    return {
      asOf: today,
      whole,
      have,
      of,
      parts: parts.map(({ ref, held }) => {
        const known = subject.facts.find((fact) => fact.ref === ref);
        return {
          ref,
          code: known?.code ?? ref,
          name: known?.name ?? ref,
          held,
          on: held === null ? null : (dates.get(held) ?? null),
        };
      }),
      lines: { en: [...lines.en], mi: [...lines.mi] },
    };
  } catch (error) {
    if (error instanceof DecisionError) throw problem(error.code, 422, error.message);
    throw error;
  }
}
