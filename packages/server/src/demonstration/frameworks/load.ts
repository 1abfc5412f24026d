import { importCatalogue } from '../../catalogue/import/import-catalogue.ts';
import { accreditation } from '../../catalogue/schema.ts';
import { bringContent } from '../../framework/content/bring.ts';
import { addOrganisation } from '../../organisation/add.ts';
import { accredit } from '../../organisation/change.ts';
import { listOrganisations } from '../../organisation/list.ts';
import type { Services } from '../../services.ts';
import { outcomeOf, type Unit } from './author.ts';
import { DK } from './dk.ts';
import { ES } from './es.ts';
import { COMPETENCIES, HIGHER, NON_CREDIT, PH } from './ph.ts';
import { SG } from './sg.ts';
import { FR } from './fr.ts';
import { IN } from './in.ts';

/** Statements of attainment are results of their own in Singapore: a module that was assessed gives one. */
const STATEMENTS: readonly Unit[] = SG.definitions
  .filter(({ award }) => award === 'soa')
  .map(({ id, title }) => ({ id, code: id.toUpperCase(), kind: 'statement-of-attainment', title, minutes: null }));

const ABROAD: readonly {
  readonly id: string;
  readonly name: string;
  readonly units: readonly Unit[];
  readonly level: string | null;
}[] = [
  { id: 'demo-olivo', name: 'Centro El Olivo (inventado)', units: ES.units, level: '2' },
  { id: 'demo-sampaguita', name: 'Sampaguita Training Centre (invented)', units: COMPETENCIES, level: null },
  { id: 'demo-kalachuchi', name: 'Kalachuchi College (invented)', units: HIGHER, level: '5' },
  { id: 'demo-kastanje', name: 'AMU-center Kastanje (opfundet)', units: DK.units, level: null },
  { id: 'demo-olivier', name: 'Centre des Oliviers (inventé)', units: FR.units, level: null },
  { id: 'demo-banyan', name: 'Banyan Skill Centre (invented)', units: IN.units, level: null },
  { id: 'demo-angsana', name: 'Angsana Institute (invented)', units: STATEMENTS, level: null },
];

/**
 * Fills six frameworks with invented content, and lets invented providers abroad report what a learner each earned there.
 * A second time changes nothing.
 */
export async function loadDemonstrationFrameworks(services: Services): Promise<void> {
  for (const content of [ES, PH, SG, IN, DK, FR]) await bringContent(services, 'operator', content);
  const { items } = await listOrganisations(services, { q: 'demo-', limit: 200 });
  const there = new Set(items.map(({ id }) => id));
  for (const { id, name, units, level } of ABROAD) {
    if (!there.has(id)) {
      await addOrganisation(services, 'operator', { id, name, kind: 'provider', providerNumber: null, opened: null });
      const scope = units.map((one) => ({ kind: 'outcome', lineage: one.id }));
      await accredit(services, 'operator', id, accreditation.parse({ from: '2020-01-01', to: null, scope }));
    }
    const file = {
      type: 'Catalogue',
      version: 1,
      organisations: [],
      outcomes: units.map((one) => outcomeOf(level, one, !NON_CREDIT.has(one.id))),
    };
    const bytes = Buffer.from(JSON.stringify(file));
    const { rejected } = await importCatalogue(services, 'operator', { name: 'demonstration', bytes }, 'json');
    if (rejected.length > 0) throw new Error(`an outcome of ${id} was rejected: ${rejected[0]?.message ?? ''}`);
  }
}
