import { type DefinitionCheck, finding } from './check.ts';

/** It covers less than each whole award of another kind that its parts come from. */
export const lesserThanWhole: DefinitionCheck = (definition, context) => {
  if (context.rule.definition?.lesserThanWhole !== true) return [];
  const own = new Set(definition.parts.map(({ ref }) => ref));
  return context.others
    .filter(({ id, award, parts }) => id !== definition.id && award !== definition.award && parts.length > 0)
    .filter(
      ({ parts }) =>
        parts.filter(({ role }) => role === 'core').length > 0 && parts.every(({ ref, role }) => role !== 'core' || own.has(ref)),
    )
    .map(({ title }) =>
      finding(
        'lesser-than-whole',
        'parts',
        context,
        `It covers all of “${title}”, and so is not less than it.`,
        `Kapi katoa i a ia te “${title}”, nō reira kāore e iti iho.`,
      ),
    );
};
