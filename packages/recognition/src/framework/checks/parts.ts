import { type DefinitionCheck, finding } from './check.ts';

/** It has as many parts as its kind may, of the kinds that it may, in whole steps, and none that cannot be stacked. */
export const parts: DefinitionCheck = (definition, context) => {
  const { rule } = context;
  const asked = rule.definition;
  const found = [];
  const count = definition.parts.length;
  if (asked?.parts != null && count < asked.parts.least)
    found.push(
      finding(
        'parts',
        'parts',
        context,
        `It has ${count} parts, and at least ${asked.parts.least} are needed.`,
        `E ${count} ngā wāhanga, me ${asked.parts.least} te iti rawa.`,
      ),
    );
  if (asked?.parts?.most != null && count > asked.parts.most)
    found.push(
      finding(
        'parts',
        'parts',
        context,
        `It has ${count} parts, and at most ${asked.parts.most} are allowed.`,
        `E ${count} ngā wāhanga, ko te ${asked.parts.most} te mōrahi.`,
      ),
    );
  for (const role of asked?.needs ?? [])
    if (!definition.parts.some((part) => part.role === role))
      found.push(finding('needs', 'parts', context, `A part “${role}” is needed.`, `Me whai wāhanga “${role}”.`));
  for (const [at, part] of definition.parts.entries()) {
    if (asked?.roles != null && !asked.roles.includes(part.role))
      found.push(
        finding(
          'roles',
          `parts[${at}].role`,
          context,
          `“${part.role}” is no part of an award of this kind.`,
          `Ehara te “${part.role}” i te wāhanga o tēnei momo tohu.`,
        ),
      );
    if (asked?.partStep != null && part.minutes !== null && part.minutes % asked.partStep !== 0)
      found.push(
        finding(
          'part-step',
          `parts[${at}].minutes`,
          context,
          `A unit is a multiple of ${asked.partStep} minutes.`,
          `He taurea o te ${asked.partStep} meneti ia wāhanga.`,
        ),
      );
    if (rule.counts.creditBearing && !part.creditBearing)
      found.push(
        finding(
          'non-credit',
          `parts[${at}].creditBearing`,
          context,
          'What bears no credit is never stacked.',
          'Ki te kore he whiwhinga, kāore e taea te whakapeto.',
        ),
      );
  }
  return found;
};
