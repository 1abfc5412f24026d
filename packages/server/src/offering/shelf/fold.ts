/** Letters as people type them, as `catalogue.fold` has them in the database: case, macrons and doubled vowels do not matter. */
export function fold(said: string): string {
  return said
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/([aeiou])\1+/g, '$1');
}
