import { isCovered } from '@recognition/recognition';
import { type CourseFacts, frameworks } from '@recognition/recognition/frameworks';
import type { CatalogueSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { coursesFor, skillsOf } from './queries.ts';
import type { CourseView } from './schemas.ts';

const SHOWN = 30;

/** What the catalogue says today of these courses, for one provider. What is not in the catalogue is left out. */
export async function coursesOf(
  tx: Tx,
  snapshot: CatalogueSnapshot,
  providerId: number,
  ids: Iterable<string>,
  today: string,
): Promise<readonly CourseView[]> {
  const found = [...new Set(ids)].flatMap((id) => snapshot.outcomeByPublicId(id)?.outcome_id ?? []);
  return viewsOf(tx, snapshot, providerId, found, today);
}

/** Courses that a provider may teach and that have these words; without words, those that give the most of the skills. */
export async function searchCourses(
  tx: Tx,
  snapshot: CatalogueSnapshot,
  providerId: number,
  asked: { readonly q: string; readonly skills: readonly string[] },
  today: string,
): Promise<readonly CourseView[]> {
  const words = asked.q
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 10);
  const accreditations = snapshot.accreditationsOf(providerId);
  const found = (await coursesFor(tx, words, asked.skills, today))
    .filter((id) => snapshot.outcomeById(id) !== undefined && isCovered(accreditations, snapshot.toRecordOutcome(id), today))
    .slice(0, SHOWN);
  return viewsOf(tx, snapshot, providerId, found, today);
}

async function viewsOf(
  tx: Tx,
  snapshot: CatalogueSnapshot,
  providerId: number,
  outcomes: readonly number[],
  today: string,
): Promise<readonly CourseView[]> {
  const skills = await skillsOf(tx, outcomes);
  const accreditations = snapshot.accreditationsOf(providerId);
  return outcomes.flatMap((id) => {
    const row = snapshot.outcomeById(id);
    if (row === undefined) return [];
    return [
      {
        id: row.public_id,
        code: row.code,
        version: row.version,
        name: row.name,
        // A credit is ten hours (DASS rules 2022); an outcome that shares the credit of a standard has no size of its own.
        minutes:
          row.size_minutes ?? (row.credits === null || row.credits === 0 ? null : row.credits * frameworks.nz.unit.minutes),
        level: row.level,
        field: row.field,
        lastAssessment: row.last_assessment,
        withdrawn: row.status !== 'published' && row.status !== 'expiring',
        consented: isCovered(accreditations, snapshot.toRecordOutcome(id), today),
        skills: (skills.get(id) ?? []).map(({ uri, en, mi }) => ({ uri, en, mi })),
      },
    ];
  });
}

/** The facts that a plan is decided on, by the id of the course. */
export const factsOf = (courses: readonly CourseView[]): ReadonlyMap<string, CourseFacts> =>
  new Map(courses.map((course) => [course.id, course]));
