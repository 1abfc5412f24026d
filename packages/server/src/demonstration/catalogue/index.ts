import { importCatalogue } from '../../catalogue/import/import-catalogue.ts';
import { close } from '../../organisation/change.ts';
import type { Services } from '../../services.ts';
import { loadOwnSkills } from '../../skill/own-skills.ts';
import { ORGANISATIONS } from './organisations.ts';
import { OUTCOMES } from './outcomes/index.ts';

/** Brings the invented organisations and outcomes in, by the same import that everybody uses. Doing it again changes nothing. */
export async function loadDemonstrationCatalogue(services: Services): Promise<void> {
  await loadOwnSkills(services);
  const file = {
    type: 'Catalogue',
    version: 1,
    organisations: ORGANISATIONS.map(({ id, name, kind, accreditations }) => ({ id, name, kind, accreditations })),
    outcomes: OUTCOMES,
  };
  const source = { name: 'demonstration.json', bytes: new TextEncoder().encode(JSON.stringify(file)) };
  const answer = await importCatalogue(services, 'operator', source, 'json');
  const [first] = answer.rejected;
  if (first !== undefined) throw new Error(`the demonstration's catalogue: ${first.path ?? `entry ${first.row}`}: ${first.message}`);
  for (const { id, closed, successor } of ORGANISATIONS) {
    if (closed !== undefined) await close(services, 'operator', id, closed, successor ?? null);
  }
}
