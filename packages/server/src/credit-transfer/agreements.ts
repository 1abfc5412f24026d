import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import { pageOf } from '../http/paging.ts';
import type { Services } from '../services.ts';
import { agreementHolder, agreementsOf, upsertAgreement } from './queries.ts';
import { agreementBody } from './schemas.ts';
import { TRANSFER_SENTENCES } from './sentences.ts';

export interface Loaded {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The first one that is wrong stops none of the others. */
  readonly rejected: { readonly row: number; readonly code: string; readonly message: string }[];
}

/**
 * Loads agreements, each under its reference: the same again changes nothing, another content changes it. `organisationId` is the provider
 * whose registrar loads, for what it accepts itself; null for a steward or an operator, who load for all.
 */
export async function loadAgreements(
  services: Services,
  by: { readonly actor: string; readonly organisationId: number | null },
  items: readonly unknown[],
): Promise<Loaded> {
  const catalogue = await loadSnapshot(services);
  const count = { created: 0, changed: 0, unchanged: 0 };
  const rejected: Loaded['rejected'] = [];
  for (const [at, item] of items.entries()) {
    const read = readAgreement(catalogue, item);
    if (!read.ok) {
      rejected.push({ row: at + 1, code: read.code, message: read.message });
      continue;
    }
    const done = await services.db.asBatch(async (tx) => {
      const holder = await agreementHolder(tx, read.agreement.reference);
      const { toProviderId } = read.agreement;
      const foreign =
        by.organisationId !== null && (toProviderId !== by.organisationId || (holder !== null && holder !== by.organisationId));
      return foreign ? null : upsertAgreement(tx, read.agreement, { actor: by.actor, at: services.clock.now() });
    });
    if (done === null)
      rejected.push({ row: at + 1, code: 'agreement-not-yours', message: TRANSFER_SENTENCES['agreement-not-yours'].en });
    else count[done] += 1;
  }
  return { rows: items.length, ...count, rejected };
}

function readAgreement(catalogue: CatalogueSnapshot, item: unknown) {
  const wrong = (code: string, message: string) => ({ ok: false, code, message }) as const;
  const read = agreementBody.safeParse(item);
  if (!read.success) {
    const said = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
    return wrong('agreement-unusable', said);
  }
  const { reference, from, to, begins, ends, note } = read.data;
  if (ends !== null && ends < begins) return wrong('agreement-unusable', 'it ends before it begins');
  const provider = catalogue.organisationByPublicId(to.provider);
  if (provider === undefined) return wrong('organisation-not-found', `there is no organisation ${to.provider}`);
  const target = catalogue.byCode(to.outcome)[0];
  if (target === undefined) return wrong('outcome-not-found', `there is no outcome ${to.outcome}`);
  const whole = { reference, toLineage: target.lineage, toProviderId: provider.organisation_id, from: begins, to: ends, note };
  if ('award' in from)
    return { ok: true, agreement: { ...whole, fromLineage: null, fromAward: from.award, fromIssuer: from.issuer } } as const;
  const source = catalogue.byCode(from.outcome)[0];
  if (source === undefined) return wrong('outcome-not-found', `there is no outcome ${from.outcome}`);
  if (from.provider !== null && catalogue.organisationByPublicId(from.provider) === undefined)
    return wrong('organisation-not-found', `there is no organisation ${from.provider}`);
  return { ok: true, agreement: { ...whole, fromLineage: source.lineage, fromAward: null, fromIssuer: from.provider } } as const;
}

/** A page of the agreements, for everybody; `outcome` is the code of what is recognised. */
export async function listAgreements(
  services: Services,
  { outcome, after, limit }: { readonly outcome: string | null; readonly after: string | null; readonly limit: number },
) {
  const catalogue = await loadSnapshot(services);
  const toLineage = outcome === null ? null : (catalogue.byCode(outcome)[0]?.lineage ?? '');
  const rows = await services.db.asPublic((tx) => agreementsOf(tx, { toLineage, after, limit: limit + 1 }));
  return pageOf(
    rows,
    limit,
    ({ reference, fromLineage, fromAward, fromIssuer, toLineage: lineage, toProvider, from, to, note }) => ({
      reference,
      from: { outcome: fromLineage, award: fromAward, issuer: fromIssuer },
      to: { outcome: lineage, provider: toProvider },
      begins: from,
      ends: to,
      note,
    }),
    ({ reference }) => [reference],
  );
}
