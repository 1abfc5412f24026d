import { isDeepStrictEqual } from 'node:util';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { countSkills } from '../employer/queries.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type Party, runFor } from './party.ts';
import { employerOf, insertPackage, packageOfRequest, requestOf, updateDraft } from './queries.ts';
import type { CoursePackageView, PackageText } from './schemas.ts';
import { found, viewOf } from './see.ts';

const EMPTY: PackageText = { framework: 'nz', groups: [], place: '', note: '', courses: [] };

/**
 * Opens a package for a request, as the provider who was asked. A request has one package at a time: asked again, this answers the
 * one that is there. Throws `request-not-found` (404), `request-ended` (409).
 */
export async function openForRequest(services: Services, by: Party, requestId: string): Promise<{ readonly id: string }> {
  return runFor(services, by, async (tx) => {
    const request = await requestOf(tx, Number(requestId));
    if (request === null || request.providerId !== by.organisationId)
      throw problem('request-not-found', 404, 'There is no such request.');
    const before = await packageOfRequest(tx, Number(requestId));
    if (before !== null) return { id: String(before) };
    if (request.status === 'declined' || request.status === 'taken-back')
      throw problem('request-ended', 409, 'This request has ended; nothing more can be said of it.');
    const { organisationId, providerId, title, skills } = request;
    const content = { ...EMPTY, place: request.place, groups: [{ name: title.slice(0, 80), people: request.people }] };
    const made = { requestId: Number(requestId), organisationId, providerId, title, skills };
    const id =
      (await insertPackage(tx, made, content, by.actor, services.clock.now())) ?? (await packageOfRequest(tx, Number(requestId)));
    return { id: String(id) };
  });
}

/** Opens a package for a job role of an employer that did not ask. Throws `employer-not-found` (404), `skill-not-found` (422). */
export async function openForRole(
  services: Services,
  by: Party,
  role: { readonly employer: string; readonly title: string; readonly skills: readonly string[] },
): Promise<{ readonly id: string }> {
  return runFor(services, by, async (tx) => {
    const organisationId = await employerOf(tx, role.employer);
    if (organisationId === null) throw problem('employer-not-found', 404, 'There is no employer with this id.');
    const skills = [...new Set(role.skills)];
    if ((await countSkills(tx, skills)) !== skills.length)
      throw problem('skill-not-found', 422, 'One of these skills is in no scheme that is loaded here.');
    const made = { requestId: null, organisationId, providerId: by.organisationId, title: role.title, skills };
    return { id: String(await insertPackage(tx, made, EMPTY, by.actor, services.clock.now())) };
  });
}

/**
 * Keeps what the provider wrote; nothing of it has to be finished. Throws `package-not-found` (404), `package-draft-changed` (409, with
 * theirs) when a colleague has changed it since, `package-step` (409) when it has ended.
 */
export async function saveDraft(
  services: Services,
  by: Party,
  id: string,
  { content, revision }: { readonly content: PackageText; readonly revision: number },
): Promise<CoursePackageView> {
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  return runFor(services, by, async (tx) => {
    const { status } = await found(tx, by, id);
    if (status === 'declined' || status === 'withdrawn')
      throw problem('package-step', 409, 'This package has ended; open a new one.');
    const kept = await updateDraft(tx, Number(id), revision, content, by.actor, services.clock.now());
    const view = await viewOf(tx, snapshot, today, by, id);
    // A save that was sent twice finds its own text, one revision on.
    if (!kept && !(view.draft?.revision === revision + 1 && isDeepStrictEqual(view.draft.content, content)))
      throw problem('package-draft-changed', 409, 'A colleague has changed this package since you opened it.', {
        theirs: view.draft,
      });
    return view;
  });
}
