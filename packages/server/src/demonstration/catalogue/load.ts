import type { ImportAnswer } from '../../catalogue/import/answer.ts';
import { importCatalogue } from '../../catalogue/import/import-catalogue.ts';
import { accreditation as accreditationSchema } from '../../catalogue/schema.ts';
import { addOrganisation } from '../../organisation/add.ts';
import { accredit, close } from '../../organisation/change.ts';
import { listOrganisations } from '../../organisation/list.ts';
import type { Services } from '../../services.ts';
import { loadOwnSkills } from '../../skill/own-skills.ts';
import { ORGANISATIONS } from './organisations.ts';
import { OUTCOMES } from './outcomes/index.ts';
import { LEGACY } from './outcomes/legacy.ts';

interface Invented {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly closed?: string;
  readonly successor?: string;
  readonly accreditations: readonly object[];
}

/** Brings the demonstration's skills, organisations and outcomes, by the use cases that everybody's go through. A second time changes nothing. */
export async function loadDemonstrationCatalogue(services: Services): Promise<ImportAnswer> {
  await loadOwnSkills(services);
  const invented: readonly Invented[] = ORGANISATIONS;
  const { items } = await listOrganisations(services, { q: 'demo-', limit: 200 });
  const there = new Set(items.map(({ id }) => id));
  const added = invented.filter(({ id }) => !there.has(id));
  for (const { id, name, kind, accreditations } of added) {
    await addOrganisation(services, 'operator', { id, name, kind, providerNumber: null, opened: null });
    for (const accreditation of accreditations)
      await accredit(services, 'operator', id, accreditationSchema.parse(accreditation));
  }
  for (const { id, closed, successor } of added) {
    if (closed !== undefined) await close(services, 'operator', id, closed, successor ?? null);
  }
  return importOutcomes(services, OUTCOMES);
}

/** Brings the legacy outcomes, which were listed before this repository and say little. A second time changes nothing. */
export async function loadLegacyCatalogue(services: Services): Promise<ReadonlySet<string>> {
  const { rejected } = await importOutcomes(services, LEGACY);
  if (rejected.length > 0) throw new Error(`a legacy outcome was rejected: ${rejected[0]?.message ?? ''}`);
  return new Set(LEGACY.map(({ code }) => code));
}

function importOutcomes(services: Services, outcomes: readonly object[]): Promise<ImportAnswer> {
  const file = { type: 'Catalogue', version: 1, organisations: [], outcomes };
  return importCatalogue(services, 'operator', { name: 'demonstration', bytes: Buffer.from(JSON.stringify(file)) }, 'json');
}
