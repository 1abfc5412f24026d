import { FIELDS, type Field } from '@recognition/recognition';

/** The slug of a field as a listing writes it: case, macrons (also lost ones), "&" for "and" and punctuation do not matter. Undefined when it is none of the 17. */
export function fieldSlug(name: string): Field | undefined {
  const folded = fold(name);
  return FIELDS.find((slug) => slug === folded || slug === folded.replace('m-ori', 'maori'));
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
