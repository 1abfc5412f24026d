import { readDefinitions } from '@recognition/recognition/frameworks';
import { type CatalogueActor, requireSteward, runAs } from '../../catalogue/actor.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { frameworkOr404 } from '../assess.ts';
import { contentForm, contentProblems, type FrameworkContent } from './form.ts';
import { type NewEntry, writeEntries } from './queries.ts';

export interface Brought {
  readonly framework: string;
  readonly units: number;
  readonly definitions: number;
  readonly jobRoles: number;
  readonly programmes: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Fills a framework with units, definitions, job roles and programmes, in one transaction: all of the content or nothing. Again changes
 * nothing; an entry that differs takes the place of the one that is held. Stewards and the operator only. 422 `content-not-usable` with
 * the path and the code of all that is wrong; 404 `unknown-framework`.
 */
export async function bringContent(services: Services, actor: CatalogueActor, json: unknown): Promise<Brought> {
  requireSteward(actor);
  const content = readContent(json);
  const { framework, origin, invented, units, definitions, jobRoles, programmes } = content;
  const entries = entriesOf(content);
  const written = await runAs(services, actor, (tx) =>
    writeEntries(tx, framework, { origin, invented, at: services.clock.now() }, entries),
  );
  return {
    framework,
    units: units.length,
    definitions: definitions.length,
    jobRoles: jobRoles.length,
    programmes: programmes.length,
    ...written,
    unchanged: entries.length - written.created - written.changed,
  };
}

/** Reads content out of untrusted JSON. Throws `content-not-usable` (422) with every problem. */
export function readContent(json: unknown): FrameworkContent {
  const read = contentForm.safeParse(json);
  const wrong = (problems: readonly object[]) =>
    problem('content-not-usable', 422, 'This content of a framework cannot be used. Nothing of it was taken.', {
      problems: problems.slice(0, 100),
    });
  if (!read.success)
    throw wrong(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: 'not-valid', message })));
  const problems = contentProblems(read.data, frameworkOr404(read.data.framework));
  const definitions = readDefinitions(read.data.definitions);
  const circles = definitions.ok ? [] : definitions.problems.map(({ path, ...one }) => ({ path: `definitions.${path}`, ...one }));
  if (problems.length + circles.length > 0) throw wrong([...problems, ...circles]);
  return read.data;
}

const entriesOf = ({ units, definitions, jobRoles, programmes }: FrameworkContent): readonly NewEntry[] => [
  ...units.map((one) => ({
    kind: 'unit' as const,
    id: one.id,
    title: one.title,
    sector: one.sector,
    place: one.kind,
    document: one,
  })),
  ...definitions.map((one) => ({
    kind: 'definition' as const,
    id: one.id,
    title: one.title,
    sector: one.sector,
    place: one.award,
    document: one,
  })),
  ...jobRoles.map((one) => ({
    kind: 'job-role' as const,
    id: one.id,
    title: one.title,
    sector: one.sector,
    place: one.track,
    document: one,
  })),
  ...programmes.map((one) => ({
    kind: 'programme' as const,
    id: one.id,
    title: one.title,
    sector: one.sector,
    place: one.kind,
    document: one,
  })),
];
