import { fieldName, FIELDS, skillsNeeded } from '@recognition/recognition';
import type { Goal } from '@recognition/recognition/pathway';
import { definitionsNamed } from '../catalogue/definition-queries.ts';
import { around, keptDefinitions } from '../framework/content/definitions.ts';
import { jobRoleForm } from '../framework/content/form.ts';
import { readEntry } from '../framework/content/queries.ts';
import { problem } from '../http/problem.ts';
import { readRoleNamed } from '../job-role/queries.ts';
import type { Services } from '../services.ts';
import type { GoalBody } from './schemas.ts';

/** A goal as the rules take it, and what it is called. */
export interface NamedGoal {
  readonly goal: Goal;
  readonly title: { readonly en: string; readonly mi: string };
}

/**
 * Finds what a goal names. Throws 404 `goal-not-found`; 422 `goal-without-units` for a role whose skills are no units here, `goal-without-skills`
 * for one of which no skills are known.
 */
export async function goalOf(services: Services, asked: GoalBody): Promise<NamedGoal> {
  switch (asked.kind) {
    case 'alq': {
      const { major } = asked;
      const name = { en: 'Applied Learning Qualification', mi: 'Tohu Ako Whakahāngai' };
      const title =
        major === null ? name : { en: `${name.en}, ${fieldName(major, 'en')}`, mi: `${name.mi}, ${fieldName(major, 'mi')}` };
      return {
        goal: { kind: 'stack', framework: 'nz', award: 'alq', major: FIELDS.find((one) => one === major) ?? null },
        title,
      };
    }
    case 'definition': {
      const { framework, definition: id } = asked;
      const [offered] = await services.db.asPublic((tx) => definitionsNamed(tx, [id]));
      const kept = (await keptDefinitions(services))(framework).definitions;
      const definitions = offered?.framework === framework ? [offered.definition, ...kept] : kept;
      const found = definitions.find((one) => one.id === id);
      if (found === undefined) throw notFound();
      return {
        goal: {
          kind: 'definition',
          framework,
          award: found.award,
          definition: id,
          definitions: around(definitions, new Set([id])),
        },
        title: { en: found.title, mi: found.title },
      };
    }
    case 'role': {
      const row = await services.db.asPublic((tx) => readEntry(tx, asked.framework, 'job-role', asked.role));
      if (row === null) throw notFound();
      const role = jobRoleForm.parse(row.document);
      const units = role.skills.flatMap(({ unit }) => unit ?? []);
      if (units.length === 0)
        throw problem('goal-without-units', 422, 'The skills of this role are no units here, so nothing can be planned for it.');
      return { goal: { kind: 'units', units }, title: { en: role.title, mi: role.title } };
    }
    case 'job': {
      const role = await services.db.asPublic((tx) => readRoleNamed(tx, asked.source, asked.code));
      if (role === null) throw notFound();
      const skills = skillsNeeded(role.skills).map(({ uri }) => uri);
      if (skills.length === 0)
        throw problem('goal-without-skills', 422, 'The source of this job role names no skills of it. Choose skills instead.');
      return { goal: { kind: 'skills', skills: [...new Set(skills)] }, title: { en: role.title, mi: role.title } };
    }
    case 'skills':
      return {
        goal: { kind: 'skills', skills: [...new Set(asked.skills)] },
        title: { en: `${asked.skills.length} skills`, mi: `Ngā pūkenga e ${asked.skills.length}` },
      };
  }
}

const notFound = (): Error => problem('goal-not-found', 404, 'There is nothing of this name to plan for.');
