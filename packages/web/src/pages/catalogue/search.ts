/** What the address of the catalogue says: everything that is chosen, so that a link shows the same to anybody. */
export const FACETS = [
  'framework',
  'field',
  'level',
  'size',
  'skill',
  'provider',
  'place',
  'price',
  'start',
  'delivery',
  'language',
  'audience',
  'left',
] as const;
export type Facet = (typeof FACETS)[number];

const WORDS = ['q', ...FACETS, 'near', 'km', 'from', 'to', 'offered', 'sort'] as const;
type Word = (typeof WORDS)[number];

/** Values of a facet are parted by commas. */
export type CatalogueSearch = Readonly<Partial<Record<Word, string>>> & { readonly view?: 'map' };

export const SORTS = ['best', 'start', 'price', 'near', 'name'] as const;

/** The same as the router writes it: a number is a number there, or it would stand in quotation marks in the address. */
export type CatalogueAddress = Readonly<Partial<Record<Word, string | number>>> & { readonly view?: 'map' };

export function addressOf({ view, ...words }: CatalogueSearch): CatalogueAddress {
  const plain = Object.entries(words).map(([word, said]) => [word, String(Number(said)) === said ? Number(said) : said]);
  return { ...Object.fromEntries(plain), ...(view === undefined ? {} : { view }) };
}

/** Reads an address; what it does not know is left out. */
export function readSearch(given: Readonly<Record<string, unknown>>): CatalogueSearch {
  const found: Partial<Record<Word, string>> = {};
  for (const word of WORDS) {
    const value = given[word];
    const said = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
    if (said.trim() !== '') found[word] = said;
  }
  return { ...found, ...(given['view'] === 'map' ? { view: 'map' } : {}) };
}

/** What the service is asked, in one order: the same choices are the same question. */
export function askedOf(search: CatalogueSearch): Readonly<Record<string, string>> {
  return Object.fromEntries(WORDS.flatMap((word) => (search[word] === undefined ? [] : [[word, search[word]]])));
}

/** The same as a text: under which an answer is remembered. */
export const keyOf = (search: CatalogueSearch): string => String(new URLSearchParams(askedOf(search)));

export const valuesOf = (search: CatalogueSearch, facet: Facet): readonly string[] =>
  (search[facet] ?? '').split(',').filter((value) => value !== '');

/** The search with a value of a facet chosen, or given up where it was. */
export function toggled(search: CatalogueSearch, facet: Facet, value: string): CatalogueSearch {
  const values = valuesOf(search, facet);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return withWord(search, facet, next.join(','));
}

/** The search with a word said otherwise; an empty one is left out. */
export function withWord(search: CatalogueSearch, word: Word, said: string): CatalogueSearch {
  const { [word]: _before, ...rest } = search;
  return said === '' ? rest : { ...rest, [word]: said };
}

/** How many things are chosen beside words and order. */
export const narrowings = (search: CatalogueSearch): number =>
  FACETS.reduce((sum, facet) => sum + valuesOf(search, facet).length, 0) +
  [search.near, search.from, search.to, search.offered].filter((one) => one !== undefined).length;
