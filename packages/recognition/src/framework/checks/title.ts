import { type DefinitionCheck, finding } from './check.ts';

/** The title avoids the words that its kind may not use, and begins as it must. A hyphen or space inside a word is optional. */
export const title: DefinitionCheck = (definition, context) => {
  const rule = context.rule.definition;
  if (rule === null) return [];
  const { title: said } = definition;
  const banned = rule.titleBans.filter((word) =>
    new RegExp(
      `(?<![\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[- ]/g, '[-\\s]?')}(?:'?s|al)?(?![\\p{L}])`,
      'iu',
    ).test(said.normalize('NFC')),
  );
  const begins = rule.titleBegins === null || rule.titleBegins.some((start) => said.startsWith(`${start} `));
  return [
    ...banned.map((word) =>
      finding(
        'title',
        'title',
        context,
        `A title does not use the word “${word}”.`,
        `Kāore te taitara e whakamahi i te kupu “${word}”.`,
      ),
    ),
    ...(begins
      ? []
      : [
          finding(
            'title',
            'title',
            context,
            `The title begins with “${rule.titleBegins?.join('” or “')}”.`,
            `Ka tīmata te taitara ki te “${rule.titleBegins?.join('” ki te “')}” rānei.`,
          ),
        ]),
  ];
};
