/** Case and macrons away, so that a search finds Māori, Maori and Maaori alike. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/([aeiou])\1/g, '$1');
}
