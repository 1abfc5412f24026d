import { LEARNER, setScene } from '../award/test-scene.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createLearners } from '../identity/index.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import type { Services } from '../services.ts';
import { admitInstitution } from './institutions.ts';

export { LEARNER };
export const IN = { framework: 'in', bank: 'abc' } as const;
export const OWN = '/api/v1/learners/me/banks/in/abc';
export const BANK = '/api/v1/banks/in/abc';

/** Two institutions of the bank (`org-kea` redeems for both degrees, `org-tui` for one) and one that does not take part (`org-moa`). */
export async function setBank(at: TestDatabase, services: Services): Promise<void> {
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-tui', 'university'), ('org-moa', 'university');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, initcap(replace(public_id, 'org-', '')) || ' University'
      from catalogue.organisation where public_id in ('org-tui', 'org-moa')`);
  for (const [organisation, awards] of [
    ['org-kea', ['degree', 'degree-skills-university']],
    ['org-tui', ['degree']],
  ] as const)
    await admitInstitution(services, 'operator', { ...IN, organisation, awards, from: '2015-01-01', to: null });
}

export async function organisation(at: TestDatabase, id: string): Promise<number> {
  const { rows } = await at.owner.query<{ id: number }>(
    'select organisation_id as id from catalogue.organisation where public_id = $1',
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new RangeError(`no organisation ${id}`);
  return row.id;
}

export async function signedIn(
  at: TestDatabase,
  app: App,
  ...[kind, who]: Parameters<TestDatabase['session']>
): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}

/** An invented person of the tests, as an institution reports one. */
export const someone = (n: number) => ({
  nsn: `0000${String(800_000 + n)}`,
  familyName: 'Kingfisher',
  givenNames: 'Invented',
  birthDate: '1998-02-03',
});

/** A row of a deposit for this person. */
export const row = (n: number, reference: string, changes: Record<string, unknown> = {}) => ({
  learner: someone(n),
  reference,
  code: `C-${reference}`,
  title: `Invented course ${reference}`,
  kind: 'course',
  level: '4.5',
  credits: '8',
  earned: '2024-05-01',
  ...changes,
});

/** The learner's number of this person, made where there is none yet. */
export async function learnerNumber(services: Services, n: number): Promise<number> {
  const [id] = await createLearners(services, 'operator', [someone(n)]);
  if (typeof id !== 'number') throw new Error(`no learner: ${id}`);
  return id;
}
