import { advise, type WordingCheck, type WordingRule } from '../finding.ts';

const rule: WordingRule = {
  check: 'skills-linked',
  weight: 5,
  source: 'Repository rules S1 and S2; Berners-Lee, Linked Data (2006): names that can be looked up',
  says: {
    en: 'Links its skills to public schemes, each by an address that opens.',
    mi: 'Ka hono i ōna pūkenga ki ngā tikanga tūmatanui, mā te wāhitau ka taea te huaki.',
  },
};
const find = advise(rule);

/** At least one skill, each by a web address. */
export const skillsLinked: WordingCheck = {
  rule,
  look: ({ skills }) => {
    if (skills.length === 0)
      return {
        of: 1,
        findings: [
          find(
            'skills',
            'Link at least one skill: without it a program cannot tell what a learner can do.',
            'Hono mai kia kotahi neke atu te pūkenga: ki te kore, kāore te pūmanawa e mōhio ki ngā pūkenga o te ākonga.',
          ),
        ],
      };
    return {
      of: skills.length,
      findings: skills.flatMap(({ uri }, at) =>
        /^https?:\/\/\S+$/u.test(uri)
          ? []
          : [
              find(
                `skills[${at}].uri`,
                'Nobody can open this address of a skill. Take the skill from a scheme on the web.',
                'Kāore e taea tēnei wāhitau pūkenga te huaki. Tīkina te pūkenga i tētahi tikanga kei te tukutuku.',
              ),
            ],
      ),
    };
  },
};
