import type { CatalogueFile } from '@recognition/recognition';
import type { KeptOrganisation } from '../../organisation/queries.ts';
import type { OutcomeDocument } from '../document.ts';

type FileOutcome = CatalogueFile['outcomes'][number];

/** An outcome of a catalogue file with every key present. */
export function toDocument(outcome: FileOutcome): OutcomeDocument {
  return {
    ...outcome,
    size: outcome.size ?? null,
    kind: outcome.kind ?? null,
    creditBearing: outcome.creditBearing ?? true,
    levelLabel: outcome.levelLabel ?? null,
  };
}

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
    group,
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
    replaces,
    gradesAvailable,
  };
}

export function toFileOrganisation({ id, name, kind, accreditations }: KeptOrganisation) {
  return { id, name, kind, accreditations };
}
