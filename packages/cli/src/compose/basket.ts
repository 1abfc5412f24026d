import { parseArgs } from 'node:util';
import { frameworkNamed, said, sizeInWords } from '@recognition/recognition/frameworks';
import { type BasketSum, sumBasket } from '@recognition/server/offering/basket/sum.ts';
import { exportRecord } from '@recognition/server/record/read-record.ts';
import { readLearner } from '../bank/place.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage } from '../named-version.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr compose basket <outcome>... [--framework ID] [--learner ID] [--language en|mi] [--json]

What outcomes of the catalogue add up to in each framework, as the page of the basket says it: their size in its unit, the awards that they
make or lack something of, what overlaps, and what one more would complete. An outcome is named by its lineage, such as HE01, or by its id.

  --framework ID     in this framework alone
  --learner ID       with what this learner holds already: their number in this repository, never an NSN
  --language en|mi   the language of the names, default en
  --json             as GET /api/v1/baskets/sum answers it

Exit: 0; 1 when none of them is in the catalogue; 2 when there is no such framework or learner, or the options are off.

Example: npx nzrr compose basket HE01 HE02 HE03 --framework nz
`;

const MOST = 100;

export const composeBasket: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        learner: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const learner = values.learner === undefined ? 'nobody' : readLearner(values.learner);
    const language = readLanguage(values.language);
    if (positionals.length === 0 || positionals.length > MOST || learner === null || language === null) {
      io.err(positionals.length > MOST ? `A basket holds ${MOST} outcomes at most.\n\n${HELP}` : HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const own = learner === 'nobody' ? null : await exportRecord(services, learner);
      const sum = await sumBasket(services, positionals, { framework: values.framework ?? null, own });
      io.out(values.json ? `${JSON.stringify(sum, null, 2)}\n` : `${linesOf(sum, language).join('\n')}\n`);
      return sum.items.length === 0 ? 1 : 0;
    });
  }),
};

function linesOf(sum: BasketSum, language: 'en' | 'mi'): readonly string[] {
  const named = (ref: string): string => {
    const name = sum.titles[ref] ?? sum.names[ref];
    return name === undefined ? ref : `${ref} (${name})`;
  };
  return [
    ...sum.items.map(({ lineage, name }) => `${lineage}  ${name}`),
    ...sum.missing.map((id) => `Not in the catalogue: ${id}`),
    ...sum.overlaps.map((one) =>
      one.kind === 'held'
        ? `Held already, and counted once: ${named(one.lineage)}`
        : one.kind === 'twice'
          ? `Named more than once, and counted once: ${named(one.lineage)}`
          : `May not count beside each other: ${named(one.lineage)} and ${named(one.other)}`,
    ),
    ...sum.unsized.map((ref) => `Without a size, so that no sum has it: ${named(ref)}`),
    ...sum.frameworks.flatMap((one) => inFramework(one, named, language)),
  ];
}

function inFramework(
  { framework: id, size, compared, sized, made, oneMore }: BasketSum['frameworks'][number],
  named: (ref: string) => string,
  language: 'en' | 'mi',
): readonly string[] {
  const framework = frameworkNamed(id);
  if (framework === null) return [];
  const { name, unit, awards } = framework;
  const titleOf = (award: string): string => {
    const found = awards.find((each) => each.id === award);
    return found === undefined ? award : said(found.title, language);
  };
  return [
    '',
    `${said(name, language)}: ${sizeInWords(size.minutes - size.remainder, unit, language)}${size.exact ? '' : `, and ${size.remainder} minutes`}${compared ? ' (for comparison: some are units of another framework)' : ''}`,
    ...sized.map(({ award, enough, missing, majors, before }) => {
      const major = majors.length === 0 ? '' : `, with a major in ${majors.join(' or ')}`;
      const stands = before ? 'made already' : enough ? `made${major}` : `${sizeInWords(missing, unit, language)} short`;
      return `  ${award}  ${titleOf(award)}: ${stands}`;
    }),
    ...made.map(({ definition, award, claimable, missing, before }) => {
      const stands = before ? 'made already' : claimable ? 'made' : `needs ${missing.map(named).join(', ')}`;
      return `  ${named(definition)}, ${titleOf(award)}: ${stands}`;
    }),
    ...oneMore.map(({ ref, completes }) => `  One more, ${named(ref)}, completes ${completes.map(named).join(', ')}.`),
  ];
}
