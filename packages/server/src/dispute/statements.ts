import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Acting } from '../database/connection.ts';
import type { Statement } from '../record/read-queries.ts';
import { readOwnRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';

/** What goes beside the portable record, whose form is closed (contracts 2): a file of its own that names the lines by their ids there. */
export interface StatementsOfCorrection {
  readonly type: 'StatementsOfCorrection';
  readonly version: 1;
  readonly statements: readonly Statement[];
}

/** The statements of the learner who is signed in, as the file that goes beside their record. */
export async function statementsFile(services: Services, acting: Acting): Promise<StatementsOfCorrection> {
  const catalogue = await loadSnapshot(services);
  const { statements } = await readOwnRecord(services, acting, catalogue, services.clock.today());
  return { type: 'StatementsOfCorrection', version: 1, statements };
}
