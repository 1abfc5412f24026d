/** An agreement: what is recognised for which outcome by whom, and in which days. Dates are inclusive; a null end is open. */
export interface Agreement {
  readonly reference: string;
  readonly fromLineage: string | null;
  readonly fromAward: string | null;
  /** A provider's public id, or the issuer of an award as it names itself; null: any provider. */
  readonly fromIssuer: string | null;
  readonly toLineage: string;
  readonly toProvider: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Wish {
  /** A result of this catalogue, or the award of another place. */
  readonly source: { readonly lineage: string; readonly provider: string } | { readonly award: string; readonly issuer: string };
  readonly toLineage: string;
  readonly toProvider: string;
  readonly on: string;
}

/** The agreement that covers a wish, the one that began last; null where none does. Names of awards are compared without case and spaces. Pure. */
export function covering(agreements: readonly Agreement[], wish: Wish): Agreement | null {
  const fitting = agreements.filter(
    (one) =>
      one.toLineage === wish.toLineage &&
      one.toProvider === wish.toProvider &&
      one.from <= wish.on &&
      (one.to === null || wish.on <= one.to) &&
      isFrom(one, wish.source),
  );
  return fitting.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.reference < b.reference ? -1 : 1))[0] ?? null;
}

function isFrom({ fromLineage, fromAward, fromIssuer }: Agreement, source: Wish['source']): boolean {
  if ('lineage' in source) return fromLineage === source.lineage && (fromIssuer === null || fromIssuer === source.provider);
  return fromAward !== null && fromIssuer !== null && same(fromAward, source.award) && same(fromIssuer, source.issuer);
}

function same(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en');
  return plain(a) === plain(b);
}
