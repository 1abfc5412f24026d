/** A code with the version that was named after a stroke: `MC-CARE/2`, `40001/unstated`. Undefined where none was; null for no version. */
export function readNamed(text: string): { readonly code: string; readonly version: number | null | undefined } | null {
  const found = /^(.{1,100}?)(?:\/([1-9][0-9]{0,5}|unstated))?$/u.exec(text);
  if (found?.[1] === undefined || found[1].includes('/')) return null;
  const version = found[2];
  return { code: found[1], version: version === undefined ? undefined : version === 'unstated' ? null : Number(version) };
}

/** The language that was asked for; null for one in which the product says nothing. */
export const readLanguage = (text: string): 'en' | 'mi' | null => (text === 'en' || text === 'mi' ? text : null);
