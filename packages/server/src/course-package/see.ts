import { frameworks, planPackage } from '@recognition/recognition/frameworks';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { coursesOf, factsOf, searchCourses } from './courses.ts';
import { type Party, runFor } from './party.ts';
import { listOf, packageOf, type PackageRow } from './queries.ts';
import type { CoursePackageView, CourseView, PackageLine } from './schemas.ts';

const MOST = 500;

/** The packages of the organisation that is signed in, the newest first. */
export async function listCoursePackages(services: Services, party: Party): Promise<readonly PackageLine[]> {
  const rows = await runFor(services, party, (tx) => listOf(tx, MOST, party.acting === null ? party.organisationId : null));
  return rows.map(({ id, changedAt, ...row }) => ({ ...row, id: String(id), changedAt: changedAt.toISOString() }));
}

/** One package, with what its courses are today. Throws `package-not-found` (404). */
export async function seeCoursePackage(services: Services, party: Party, id: string): Promise<CoursePackageView> {
  const snapshot = await loadSnapshot(services);
  return runFor(services, party, (tx) => viewOf(tx, snapshot, services.clock.today(), party, id));
}

/** Courses that the provider of a package may put in it. Throws `package-not-found` (404). */
export async function coursesForPackage(services: Services, party: Party, id: string, q: string): Promise<readonly CourseView[]> {
  const snapshot = await loadSnapshot(services);
  return runFor(services, party, async (tx) => {
    const { providerId, skills } = await found(tx, party, id);
    return searchCourses(tx, snapshot, providerId, { q, skills: skills.map(({ uri }) => uri) }, services.clock.today());
  });
}

/** The package of an id as this party sees it. Throws `package-not-found` (404). */
export async function found(tx: Tx, { side, acting, organisationId }: Party, id: string): Promise<PackageRow> {
  const row = await packageOf(tx, Number(id), side);
  // The product's own rights see every package: whoever acts with them for an organisation sees that organisation's.
  const own = row !== null && (acting !== null || organisationId === (side === 'employer' ? row.employerId : row.providerId));
  if (!own) throw problem('package-not-found', 404, 'There is no such package.');
  return row;
}

export async function viewOf(
  tx: Tx,
  snapshot: CatalogueSnapshot,
  today: string,
  party: Party,
  id: string,
): Promise<CoursePackageView> {
  const { employerId: _employer, providerId, draft, versions, changedAt, ...row } = await found(tx, party, id);
  const contents = [...versions.map(({ content }) => content), ...(draft === null ? [] : [draft.content])];
  const courses = await coursesOf(
    tx,
    snapshot,
    providerId,
    contents.flatMap((content) => content.courses.map(({ course }) => course)),
    today,
  );
  const current = versions.find(({ version }) => version === row.version);
  const waits = row.status === 'proposed' || row.status === 'change-asked' || row.status === 'agreed';
  return {
    ...row,
    id: String(row.id),
    changedAt: changedAt.toISOString(),
    draft: draft === null ? null : { ...draft, proposed: versions.some(({ draftRevision }) => draftRevision === draft.revision) },
    versions: versions.map(({ version, content, sums, proposedAt }) => ({ version, content, sums, proposedAt })),
    courses,
    findings:
      current === undefined || !waits
        ? []
        : planPackage(frameworks[current.content.framework], factsOf(courses), current.content, {
            today: row.status === 'agreed' ? (current.sums.first ?? today) : today,
            beginsBy: row.request?.beginsBy ?? null,
          }).findings,
  };
}
