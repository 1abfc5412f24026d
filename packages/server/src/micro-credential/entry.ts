import { AWARD, FRAMEWORK, toDefinition } from '@recognition/recognition/micro-credential';
import { definitionFile } from '@recognition/recognition/frameworks';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { missingDefinitions, writeEntries } from '../framework/content/queries.ts';
import type { Services } from '../services.ts';
import type { KeptMicroCredential } from './document.ts';
import { withFacts } from './judge.ts';
import { readListed } from './queries.ts';

type Reading = Pick<Services, 'db' | 'clock' | 'settings'>;

/**
 * Puts versions that were listed among the definitions of the framework, where decisions, pictures, baskets and claims find them, with
 * their parts as the catalogue has them on this day. Again changes nothing. The database says there when one is out of use.
 */
export async function enterDefinitions(services: Reading, tx: Tx, listed: readonly KeptMicroCredential[]): Promise<void> {
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  const { invented, name } = services.settings.authority;
  const entries = listed.map((one) => {
    const definition = toDefinition(withFacts(snapshot, one, today));
    // What the listing says stands in its document, where it may be longer than a definition takes.
    const whole = definitionFile.safeParse(definition);
    return {
      kind: 'definition' as const,
      id: one.id,
      title: definition.title,
      sector: null,
      place: AWARD,
      code: one.code,
      document: whole.success ? whole.data : definitionFile.parse({ ...definition, listing: {} }),
    };
  });
  const origin = `Listed by ${name}`;
  await writeEntries(tx, FRAMEWORK.id, { origin, invented, at: services.clock.now() }, entries);
}

/** Enters what was listed before there was this place for it. Runs at each start, and does nothing where nothing is missing. */
export async function enterWhatIsMissing(services: Reading): Promise<void> {
  await services.db.asBatch(async (tx) => {
    const listed = await readListed(tx);
    const missing = new Set(
      await missingDefinitions(
        tx,
        FRAMEWORK.id,
        listed.map(({ id }) => id),
      ),
    );
    const some = listed.filter(({ id }) => missing.has(id));
    if (some.length > 0) await enterDefinitions(services, tx, some);
  });
}
