import { useMemo } from 'react';
import { create } from 'qrcode';

/** A QR code as one path, black on white in every theme, with the quiet zone that cameras need. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { d, size } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    let path = '';
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    return { d: path, size: modules.size + 8 };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
