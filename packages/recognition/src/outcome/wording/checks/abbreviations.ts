import { advise, type WordingCheck, type WordingRule } from '../finding.ts';
import type { Statement } from '../statements.ts';

const rule: WordingRule = {
  check: 'abbreviations',
  weight: 10,
  source:
    'Plain Language Act 2022, section 5; digital.govt.nz, Content design guidance: write an acronym out in full the first time',
  says: {
    en: 'Writes every abbreviation out once, unless everybody knows it.',
    mi: 'Ka tuhi katoa i ia kupu rāpoto kia kotahi te wā, hāunga ngā mea e mōhiotia whānuitia ana.',
  },
};
const find = advise(rule);

/** What everybody in New Zealand knows without its long form. */
const KNOWN: ReadonlySet<string> = new Set(
  'NZ NZQA NZQCF ALQ UK USA US EU TV USB PDF DVD CD IT AM PM OK CV ID CO2 H2O GST IRD A4 A3 3D 2D ASAP PIN SMS QR HTML CSS SQL API XML JSON URL DNA'.split(
    ' ',
  ),
);

/** Abbreviations of New Zealand's workplaces, written out. */
const LONG: Readonly<Record<string, string>> = {
  PPE: 'personal protective equipment',
  SOP: 'standard operating procedure',
  HSWA: 'Health and Safety at Work Act 2015',
  PCBU: 'person conducting a business or undertaking',
  CPR: 'cardiopulmonary resuscitation',
  AED: 'automated external defibrillator',
  SDS: 'safety data sheet',
  JSA: 'job safety analysis',
  SWMS: 'safe work method statement',
  RCD: 'residual current device',
  MEWP: 'mobile elevating work platform',
  HACCP: 'hazard analysis and critical control points',
  KPI: 'key performance indicator',
  CAD: 'computer-aided design',
  CNC: 'computer numerical control',
  GPS: 'global positioning system',
  GIS: 'geographic information system',
  RPL: 'recognition of prior learning',
  ECE: 'early childhood education',
  ATV: 'all-terrain vehicle',
  MSD: 'Ministry of Social Development',
  ACC: 'Accident Compensation Corporation',
};

const ABBREVIATION = /(?<![\p{L}\d])([A-Z][A-Z\d]{1,6})s?(?![\p{L}\d])/gu;

/** More of them are not named one by one: the first are enough to do. */
const MOST = 20;

/** Each abbreviation is written out where it first stands, in any language of the definition. */
export const abbreviations: WordingCheck = {
  rule,
  look: (_, { all }) => {
    const seen = new Set(all.flatMap(({ text }) => definedIn(text)));
    const findings = all.flatMap((statement) =>
      shortIn(statement)
        .filter((short) => !seen.has(short) && seen.add(short))
        .slice(0, MOST)
        .map((short) => finding(statement, short)),
    );
    return { of: all.length, findings };
  },
};

function shortIn({ text }: Statement): readonly string[] {
  // A text all in capitals says nothing of what is short in it.
  if (!/\p{Ll}/u.test(text)) return [];
  const found = [...text.matchAll(ABBREVIATION)].map(([, short = '']) => short);
  return [...new Set(found)].filter((short) => !KNOWN.has(short) && !/^[IVXLC]+$/u.test(short));
}

const DEFINED = [
  /\p{Ll}[\p{L}\d]{0,40}\s{1,5}\(([A-Z][A-Z\d]{1,6})s?\)/gu,
  /(?<![\p{L}\d])([A-Z][A-Z\d]{1,6})s?\s{1,5}\([^)]{0,200}\p{Ll}/gu,
];

/** The abbreviations that a text writes out: `long form (ABC)` or `ABC (long form)`. */
function definedIn(text: string): readonly string[] {
  return DEFINED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, short = '']) => short));
}

function finding({ path, text }: Statement, short: string) {
  const long = LONG[short];
  const at = new RegExp(`(?<![\\p{L}\\d])${short}(s?)(?![\\p{L}\\d])`, 'u');
  const better =
    long === undefined
      ? null
      : {
          path,
          to: text.replace(at, (one, plural: string, place: number) => {
            const written = place === 0 ? long.charAt(0).toUpperCase() + long.slice(1) : long;
            return `${written}${plural} (${one})`;
          }),
        };
  return find(
    path,
    `Not everybody knows “${short}”. Write it out where it first stands, with “(${short})” behind it.`,
    `Kāore te katoa e mōhio ki “${short}”. Tuhia katoatia i te wāhi tuatahi, me te “(${short})” i muri.`,
    better,
  );
}
