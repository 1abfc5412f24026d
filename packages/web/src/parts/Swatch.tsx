import { centred, fieldFill } from '../fields/patterns.ts';

/** A small block of a field, beside which its name stands. Its height may tell credits. */
export function Swatch({
  field,
  width = 22,
  height = 16,
}: {
  readonly field: string | null;
  readonly width?: number;
  readonly height?: number;
}) {
  const box = centred(field, 0, 0, width, height);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        className={field === null ? 'st-none' : undefined}
        transform={`translate(${box.dx} ${box.dy})`}
        x={box.x}
        y={box.y}
        width={width}
        height={height}
        fill={fieldFill(field)}
      />
    </svg>
  );
}
