import { overlapsOf, publishedChecks, ruleOf, toDefinition } from '@recognition/recognition/micro-credential';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Services } from '../services.ts';
import { definitionsOf, judge, withFacts } from './judge.ts';
import { countReturns, readListed } from './queries.ts';

/**
 * The same checks for every developer, side by side (N4): of what each has listed, how many pass each check today, how often what is
 * listed was returned before, and the largest overlap with another. What is listed passed every check then; the catalogue has moved since.
 */
export async function compareDevelopers(services: Pick<Services, 'db' | 'clock'>) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  const [listed, returns] = await services.db.asBatch(async (tx) => [await readListed(tx), await countReturns(tx)] as const);
  const checks = publishedChecks({ asOf: today });
  const definitions = definitionsOf(snapshot, listed, today);
  const codes = new Map(listed.map(({ id, code }) => [id, code]));
  const judged = listed.map((one) => {
    const subject = withFacts(snapshot, one, today);
    const others = definitions.filter(({ id }) => codes.get(id) !== one.code);
    const failed = new Set(
      judge(subject, { asOf: today, others })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ check }) => check),
    );
    return { one, failed, overlap: overlapsOf(toDefinition(subject), others)[0] ?? null };
  });
  const developers = [...Map.groupBy(judged, ({ one }) => one.developerId).entries()].map(([developerId, own]) => {
    const largest = own
      .flatMap(({ one, overlap }) => (overlap === null ? [] : [{ id: one.id, with: overlap.id, percent: overlap.percent }]))
      .sort((a, b) => b.percent - a.percent);
    return {
      developer: own[0]?.one.developer ?? '',
      name: own[0]?.one.developerName ?? '',
      listed: own.length,
      returned: returns.get(developerId)?.returned ?? 0,
      submitted: returns.get(developerId)?.submitted ?? 0,
      passes: checks.map(({ check }) => ({ check, passes: own.filter(({ failed }) => !failed.has(check)).length })),
      largestOverlap: largest[0] ?? null,
    };
  });
  return {
    asOf: today,
    rule: ruleOf({ asOf: today }).version,
    checks: checks.map((check) => ({ ...check })),
    developers: developers.sort((a, b) => a.name.localeCompare(b.name, 'mi')),
  };
}
