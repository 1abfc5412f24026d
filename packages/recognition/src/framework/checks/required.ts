import { type DefinitionCheck, finding } from './check.ts';

/** Every field that its listing asks for is there. */
export const required: DefinitionCheck = (definition, context) =>
  (context.rule.definition?.required ?? []).flatMap((name) => {
    const own: Readonly<Record<string, unknown>> = {
      title: definition.title,
      level: definition.level,
      size: definition.minutes,
      sector: definition.sector,
      'review-period': definition.reviewYears,
    };
    const value = name in own ? own[name] : definition.listing[name];
    return value === undefined || value === null
      ? [finding('required', `listing.${name}`, context, `The listing needs “${name}”.`, `Me whai “${name}” te rārangitanga.`)]
      : [];
  });
