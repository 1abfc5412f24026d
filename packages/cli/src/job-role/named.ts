/** A job role of a public framework as a word names it: its number, or its source and the code that it has there; null where it is neither. */
export function jobNamed(
  word: string | undefined,
): { readonly id: number } | { readonly source: string; readonly code: string } | null {
  if (word === undefined) return null;
  if (/^[0-9]{1,9}$/u.test(word)) return { id: Number(word) };
  const [source = '', ...code] = word.split('/');
  return source === '' || code.join('/') === '' ? null : { source, code: code.join('/') };
}
