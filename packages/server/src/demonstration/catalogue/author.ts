import { OWN_SCHEME, OWN_SKILLS } from '../../skill/own-scheme.ts';

/** A text with its language, as the catalogue file has it (contracts 2b). */
export interface Text {
  readonly text: string;
  readonly lang: 'en' | 'mi';
}

/** What an author says of one invented outcome; `outcome` fills in the rest of the catalogue file's form. */
export interface Written {
  readonly assess: readonly string[];
  readonly theory: readonly string[];
  readonly practice: readonly string[];
  /** `slug:earns`, `slug:competent` or `slug:showcases`, of our own scheme. */
  readonly skills: readonly string[];
  readonly lang?: 'en' | 'mi';
  readonly version?: number;
  readonly lineage?: string;
  readonly excludes?: readonly string[];
  readonly group?: { readonly id: string; readonly lineage: string; readonly credits: number; readonly members: number };
  readonly lastAssessment?: string;
  readonly status?: 'published' | 'expiring' | 'discontinued';
  readonly replaces?: { readonly lineage: string; readonly category: 'A' | 'B' | 'C' | 'D' };
  readonly grades?: readonly string[];
  readonly registered?: string;
}

export interface Placed {
  readonly field: string;
  readonly subfield: string;
  readonly domain: string;
  readonly developer: string;
}

/** An author for one place of the classification: `const health = at({ field: 'health', … }); health('HE01', 'Move …', 4, 3, { … })`. */
export function at(place: Placed) {
  return (code: string, name: string, credits: number, level: number, written: Written) => {
    const lang = written.lang ?? 'en';
    const version = written.version ?? 1;
    return {
      id: `demo-${code.toLowerCase()}-v${version}`,
      code,
      version,
      name,
      credits,
      level,
      field: place.field,
      subfield: place.subfield,
      domain: place.domain,
      lineage: written.lineage ?? code,
      accredited: true,
      excludes: written.excludes ?? [],
      group: written.group ?? null,
      lastAssessment: written.lastAssessment ?? null,
      developer: place.developer,
      assessments: written.assess.map((text) => ({ text, lang })),
      theory: written.theory.map((text) => ({ text, lang })),
      practice: written.practice.map((text) => ({ text, lang })),
      skills: written.skills.map(skill),
      status: written.status ?? 'published',
      registered: written.registered ?? '2016-01-01',
      replaces: written.replaces ?? null,
      gradesAvailable: written.grades ?? ['achieved', 'merit', 'excellence'],
    };
  };
}

const bySlug = new Map(OWN_SKILLS.map((own) => [own.slug, own]));

function skill(said: string) {
  const [slug = '', relation = ''] = said.split(':');
  const own = bySlug.get(slug);
  if (own === undefined) throw new RangeError(`our scheme has no skill "${slug}"`);
  if (relation !== 'earns' && relation !== 'competent' && relation !== 'showcases')
    throw new RangeError(`"${said}" does not say how far`);
  return { uri: `${OWN_SCHEME.uri}/${slug}`, scheme: OWN_SCHEME.scheme, label: own.en, relation, proficiency: null };
}
