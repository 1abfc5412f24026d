import type { KeptOrganisation } from '../../organisation/queries.ts';
import type { OutcomeDocument } from '../document.ts';

/** An outcome as the catalogue file has it: what is only for the product is left out, and so are keys for other frameworks that say nothing. */
export function toFileOutcome(outcome: OutcomeDocument) {
  const {
    id,
    code,
    version,
    name,
    credits,
    level,
    field,
    subfield,
    domain,
    lineage,
    accredited,
    excludes,
    group,
    lastAssessment,
  } = outcome;
  const {
    size,
    kind,
    creditBearing,
    levelLabel,
    developer,
    assessments,
    theory,
    practice,
    skills,
    status,
    registered,
    replaces,
    gradesAvailable,
  } = outcome;
  return {
    id,
    code,
    version,
    name,
    credits,
    level,
    field,
    subfield,
    domain,
    lineage,
    accredited,
    excludes,
    group: group === null ? null : { id: group.id, lineage: group.lineage, credits: group.credits, members: group.members },
    lastAssessment,
    ...(size === null ? {} : { size }),
    ...(kind === null ? {} : { kind }),
    ...(creditBearing ? {} : { creditBearing }),
    ...(levelLabel === null ? {} : { levelLabel }),
    developer,
    assessments: assessments.map(({ text, lang }) => ({ text, lang })),
    theory: theory.map(({ text, lang }) => ({ text, lang })),
    practice: practice.map(({ text, lang }) => ({ text, lang })),
    skills: skills.map(({ uri, scheme, label, relation, proficiency }) => ({ uri, scheme, label, relation, proficiency })),
    status,
    registered,
    replaces: replaces === null ? null : { lineage: replaces.lineage, category: replaces.category },
    gradesAvailable,
  };
}

export function toFileOrganisation({ id, name, kind, accreditations }: KeptOrganisation) {
  return { id, name, kind, accreditations: accreditations.map(({ from, to, scope }) => ({ from, to, scope })) };
}
