import { parseArgs } from 'node:util';
import { FRAMEWORK_IDS, frameworks, languagesOf, said } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';

const HELP = `Usage: nzrr framework list [--language en|mi] [--json]

Every framework of recognition: its unit, its awards with the versions of their rules, and the languages that explain it.

  --language en|mi   the language of the names, default en
  --json             the list for a machine

Exit: 0; 2 when the command is not understood.

Example: nzrr framework list
`;

export const frameworkList: Command = {
  help: HELP,
  run: async (args, io) => {
    let asked: { readonly language: 'en' | 'mi'; readonly json: boolean };
    try {
      const { values } = parseArgs({
        args: [...args],
        options: { language: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
      });
      if (values.language !== 'en' && values.language !== 'mi') throw new Error('--language takes en or mi.');
      asked = { language: values.language, json: values.json };
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const { language } = asked;
    const list = FRAMEWORK_IDS.map((id) => {
      const framework = frameworks[id];
      return {
        id,
        name: said(framework.name, language),
        unit: { name: framework.unit.name, minutes: framework.unit.minutes },
        languages: languagesOf(framework),
        awards: framework.awards.map((award) => ({
          id: award.id,
          title: said(award.title, language),
          versions: award.versions.map(({ version, from }) => ({ version, from })),
        })),
      };
    });
    if (asked.json) io.out(`${JSON.stringify(list, null, 2)}\n`);
    else
      for (const { id, name, unit, awards } of list) {
        io.out(`${id}  ${name} (1 ${unit.name} = ${unit.minutes} minutes)\n`);
        for (const award of awards)
          io.out(`    ${award.id}  ${award.title}  ${award.versions.map(({ version }) => version).join(', ')}\n`);
      }
    return 0;
  },
};
