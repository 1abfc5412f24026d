import { setStatus } from '../../award/status.ts';
import { drawPlace, type StatusPlace, type StatusPurpose } from '../../award/status-queries.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { hasPlace, lockCredential } from './queries.ts';

/** Credentials that came in by the VC-API lie under a name of their own, so that no call of it can reach an award. */
const keyOf = (credentialId: string): string => `vc-api:${credentialId}`;
/** They are nobody's in the record. */
const NO_LEARNER = 0;

/** A place for each purpose, drawn at random, all clear. A credential id is given places once: 409 `credential-known`. */
export async function drawPlaces(
  services: Services,
  credentialId: string,
  purposes: readonly StatusPurpose[],
): Promise<readonly StatusPlace[]> {
  const key = keyOf(credentialId);
  return services.db.asBatch(async (tx) => {
    await lockCredential(tx, key);
    const places: StatusPlace[] = [];
    for (const purpose of new Set(purposes)) {
      if (await hasPlace(tx, purpose, key))
        throw problem('credential-known', 409, 'A credential with this id was given a status before.');
      places.push(await drawPlace(tx, purpose, NO_LEARNER, key));
    }
    return places;
  });
}

/** Raises or clears the status of a credential that was issued here. 404 `not-found` for any other. */
export async function changeStatus(
  services: Services,
  { credentialId, purpose, raised }: { readonly credentialId: string; readonly purpose: StatusPurpose; readonly raised: boolean },
): Promise<void> {
  await services.db.asBatch(async (tx) => {
    if (!(await hasPlace(tx, purpose, keyOf(credentialId))))
      throw problem('not-found', 404, 'No such credential was given this status here.');
    await setStatus(tx, purpose, keyOf(credentialId), raised);
  });
}
