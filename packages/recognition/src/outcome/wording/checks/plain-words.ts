import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import { asBegun, isEnglish } from '../statements.ts';

const rule: WordingRule = {
  check: 'plain-words',
  weight: 10,
  source: 'Plain Language Act 2022, section 5, and ISO 24495-1:2023: words that readers know',
  says: {
    en: 'Uses everyday words in place of the language of offices.',
    mi: 'Ka whakamahi i ngā kupu o ia rā, kaua i te reo o ngā tari.',
  },
};
const find = advise(rule);

/** Words of offices, and what everybody says. Endings that a verb may have are given with the verb. */
const VERBS: readonly (readonly [string, string])[] = [
  ['utilis', 'us'],
  ['utiliz', 'us'],
  ['commenc', 'start'],
  ['endeavour', 'try'],
  ['ascertain', 'find out'],
  ['terminat', 'end'],
  ['expedit', 'hasten'],
  ['remunerat', 'pay'],
];
const PHRASES: readonly (readonly [string, string])[] = [
  ['in accordance with', 'following'],
  ['in compliance with', 'following'],
  ['in order to', 'to'],
  ['in relation to', 'about'],
  ['in respect of', 'about'],
  ['with regard to', 'about'],
  ['with respect to', 'about'],
  ['pertaining to', 'about'],
  ['a range of', 'different'],
  ['a variety of', 'different'],
  ['a number of', 'several'],
  ['prior to', 'before'],
  ['subsequent to', 'after'],
  ['by means of', 'by'],
  ['in the event of', 'if there is'],
  ['due to the fact that', 'because'],
  ['for the purpose of', 'for'],
  ['on a regular basis', 'regularly'],
  ['as appropriate', 'where it fits'],
  ['thereof', 'of it'],
  ['therein', 'in it'],
  ['aforementioned', 'named'],
  ['personnel', 'people'],
  ['and/or', 'or'],
  ['e.g.', 'for example'],
  ['i.e.', 'that is'],
  ['via', 'by'],
  ['whilst', 'while'],
  ['amongst', 'among'],
];

const VERB_FORMS: Readonly<Record<string, (stem: string) => string>> = {
  e: plain,
  es: third,
  ed: past,
  ing,
  s: third,
  '': plain,
};

interface Plain {
  /** Without these letters nothing is looked for: most texts hold none of it. */
  readonly letters: string;
  readonly said: RegExp;
  readonly all: RegExp;
  readonly inPlace: (found: string) => string;
}

const PLAIN: readonly Plain[] = [
  ...PHRASES.map(([said, inPlace]) => plainly(said, escaped(said), () => inPlace)),
  ...VERBS.map(([stem, instead]) =>
    plainly(stem, `${stem}(?:es|ed|ing|e|s|)`, (found) => (VERB_FORMS[found.slice(stem.length).toLowerCase()] ?? plain)(instead)),
  ),
];

function plainly(letters: string, pattern: string, inPlace: Plain['inPlace']): Plain {
  const source = `(?<![\\p{L}\\d])${pattern}(?![\\p{L}\\d])`;
  return { letters, said: new RegExp(source, 'iu'), all: new RegExp(source, 'giu'), inPlace };
}

/** No word of offices stands where an everyday one would. */
export const plainWords: WordingCheck = {
  rule,
  look: (_, { all }) => {
    const texts = all.filter(isEnglish);
    return {
      of: texts.length,
      findings: texts.flatMap(({ path, text }) => {
        const low = text.toLowerCase();
        return PLAIN.filter(({ letters }) => low.includes(letters)).flatMap(({ said, all: everywhere, inPlace }) => {
          const found = said.exec(text)?.[0];
          if (found === undefined) return [];
          const instead = inPlace(found);
          const to = text.replaceAll(everywhere, (one) => asBegun(inPlace(one), one));
          return [find(path, `Say “${instead}” in place of “${found}”.`, `Kīia “${instead}”, kaua “${found}”.`, { path, to })];
        });
      }),
    };
  },
};

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

// “us” is the stem of “use”; “find out” takes its ending in the middle.
function plain(verb: string): string {
  return verb === 'us' ? 'use' : verb;
}

function third(verb: string): string {
  const [first = '', ...rest] = plain(verb).split(' ');
  return [first === 'try' ? 'tries' : `${first}s`, ...rest].join(' ');
}

function past(verb: string): string {
  const known: Readonly<Record<string, string>> = { us: 'used', try: 'tried', 'find out': 'found out', pay: 'paid' };
  return known[verb] ?? `${verb}ed`;
}

function ing(verb: string): string {
  const [first = '', ...rest] = (verb === 'us' ? 'us' : verb).split(' ');
  return [`${first}ing`, ...rest].join(' ');
}
