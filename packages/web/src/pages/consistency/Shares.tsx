/** The share of each ending of a row, one beside the other; what is withheld is a dotted outline. The numbers beside it say the same. */
export function Shares({ people, counts }: { readonly people: number | null; readonly counts: readonly (number | null)[] }) {
  const known = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const whole = people ?? known;
  if (whole === 0)
    return (
      <svg className="shares" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0.5" y="1" width="99" height="12" className="withheld" />
      </svg>
    );
  const widths = counts.map((count) => ((count ?? 0) / whole) * 100);
  const upTo = (end: number): number => widths.slice(0, end).reduce((sum, width) => sum + width, 0);
  const shown = upTo(widths.length);
  return (
    <svg className="shares" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      {widths.map((width, end) =>
        width === 0 ? null : (
          // oxlint-disable-next-line react/no-array-index-key -- an ending is its place
          <rect key={end} x={upTo(end)} y="0" width={Math.max(0.4, width - 0.6)} height="14" className={`end end-${end}`} />
        ),
      )}
      {shown < 99 ? <rect x={shown + 0.5} y="1" width={99 - shown} height="12" className="withheld" /> : null}
    </svg>
  );
}

/** The colour of an ending, as the picture has it. */
export function Swatch({ at }: { readonly at: number }) {
  return (
    <svg className="end-swatch" viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" className={`end end-${at}`} />
    </svg>
  );
}
