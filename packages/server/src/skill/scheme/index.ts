import type { SchemeReader } from './concept.ts';
import { readCase } from './read-case.ts';
import { readCtdlAsnScheme } from './read-ctdl-asn.ts';
import { readEsco } from './read-esco.ts';
import { readMoodle } from './read-moodle.ts';
import { readOnet } from './read-onet.ts';
import { readRsd } from './read-rsd.ts';
import { readSingapore } from './read-singapore.ts';
import { readSkos } from './read-skos.ts';

export const SCHEME_FORMATS = ['esco', 'singapore', 'skos', 'onet', 'rsd', 'case', 'ctdl-asn', 'moodle'] as const;
export type SchemeFormat = (typeof SCHEME_FORMATS)[number];

/** Every form of file that a skill scheme is read from. `skos` is Turtle, as Australia's draft taxonomy. */
export const SCHEME_READERS: Readonly<Record<SchemeFormat, SchemeReader>> = {
  esco: readEsco,
  singapore: readSingapore,
  skos: readSkos,
  onet: readOnet,
  rsd: readRsd,
  case: readCase,
  'ctdl-asn': readCtdlAsnScheme,
  moodle: readMoodle,
};
