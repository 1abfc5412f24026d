import { frameworks, isSound, planPackage } from '@recognition/recognition/frameworks';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { sayOfPackage } from '../employer/package-queries.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { coursesOf, factsOf } from './courses.ts';
import { type Party, runFor } from './party.ts';
import { type Act, insertAct, insertVersion, type PackageRow } from './queries.ts';
import type { CoursePackageView } from './schemas.ts';
import { found, seeCoursePackage, viewOf } from './see.ts';

/**
 * Proposes what stands in the draft as the next version, which does not change again. The same draft is proposed once. Throws
 * `package-not-ready` (422, with what stands in the way), `package-draft-changed` (409), `package-step` (409), `request-ended` (409).
 */
export async function propose(
  services: Services,
  by: Party,
  id: string,
  { revision, words }: { readonly revision: number; readonly words: string },
): Promise<CoursePackageView> {
  const snapshot = await loadSnapshot(services);
  const [today, at] = [services.clock.today(), services.clock.now()];
  const done = ({ versions }: PackageRow): boolean => versions.some(({ draftRevision }) => draftRevision === revision);
  return once(services, by, id, done, () =>
    runFor(services, by, async (tx) => {
      const row = await found(tx, by, id);
      if (done(row)) return viewOf(tx, snapshot, today, by, id);
      const { draft, request, providerId } = row;
      if (draft === null || draft.revision !== revision)
        throw problem('package-draft-changed', 409, 'A colleague has changed this package since you opened it.', {
          theirs: draft,
        });
      const { content } = draft;
      const courses = await coursesOf(
        tx,
        snapshot,
        providerId,
        content.courses.map(({ course }) => course),
        today,
      );
      const { findings, ...sums } = planPackage(frameworks[content.framework], factsOf(courses), content, {
        today,
        beginsBy: request?.beginsBy ?? null,
      });
      if (!isSound({ findings })) throw problem('package-not-ready', 422, 'Something still stands in the way.', { findings });
      const version = row.version + 1;
      const outcomes = content.courses.flatMap(({ course }) => snapshot.outcomeByPublicId(course)?.outcome_id ?? []);
      await insertVersion(tx, row.id, { version, content, sums, draftRevision: revision }, outcomes, at);
      await insertAct(tx, row.id, { version, kind: 'proposed', side: 'provider', words, actor: by.actor, at });
      if (request !== null) {
        const said = { side: 'provider', words: words === '' ? row.title : words, actor: by.actor, at } as const;
        await sayOfPackage(tx, Number(request.id), { kind: 'offered', ...said });
      }
      return viewOf(tx, snapshot, today, by, id);
    }),
  );
}

/**
 * What a party does about the version that it read: the employer asks for a change, agrees or declines; the provider withdraws. Done
 * twice, it stands once. Throws `package-changed` (409) when there is a newer version, `package-course-withdrawn` (409), `package-not-ready`
 * (422, with what stands in the way of agreeing), `package-step` (409), `request-ended` (409).
 */
export async function act(
  services: Services,
  by: Party,
  id: string,
  kind: Exclude<Act, 'proposed'>,
  { version, words }: { readonly version: number; readonly words: string },
): Promise<CoursePackageView> {
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  const done = (row: PackageRow): boolean => row.status === kind && row.version === version;
  return once(services, by, id, done, () =>
    runFor(services, by, async (tx) => {
      const row = await found(tx, by, id);
      const view = await viewOf(tx, snapshot, today, by, id);
      if (done(row)) return view;
      if (kind === 'agreed' && row.status === 'proposed' && row.version === version) {
        const stops = view.findings.filter(({ severity }) => severity === 'error');
        if (stops.some(({ code }) => code === 'course-withdrawn')) throw withdrawn(stops);
        if (stops.length > 0) throw problem('package-not-ready', 422, 'Something stands in the way.', { findings: stops });
      }
      const step = { version, kind, side: by.side, words, actor: by.actor, at: services.clock.now() };
      await insertAct(tx, row.id, step);
      return viewOf(tx, snapshot, today, by, id);
    }),
  );
}

const withdrawn = (findings: CoursePackageView['findings']): Problem =>
  problem('package-course-withdrawn', 409, 'A course of this package was withdrawn meanwhile.', { findings });

/** What the database refused, as whoever asked is told it; what somebody else did at the same moment is answered as done. */
async function once(
  services: Services,
  by: Party,
  id: string,
  done: (row: PackageRow) => boolean,
  work: () => Promise<CoursePackageView>,
): Promise<CoursePackageView> {
  try {
    return await work();
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    const row = await runFor(services, by, (tx) => found(tx, by, id));
    if (done(row)) return seeCoursePackage(services, by, id);
    throw refused;
  }
}

function refusalOf(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('constraint' in error)) return null;
  switch (error.constraint) {
    case 'course_package_step':
      return problem('package-step', 409, 'This cannot be done where the package stands now.');
    case 'course_package_version':
    case 'course_package_version_pkey':
    case 'course_package_version_package_id_draft_revision_key':
      return problem('package-changed', 409, 'There is a newer version than the one that you read.');
    case 'course_package_withdrawn':
      return withdrawn([]);
    case 'course_package_request':
      return problem('request-ended', 409, 'This request has ended; nothing more can be said of it.');
    default:
      return null;
  }
}
