import { create } from 'qrcode';
import { escapeHtml } from '@recognition/web/stack-still';

/** A QR code of a text as SVG: one path, black on white, with the four-module quiet zone of ISO/IEC 18004. */
export function qrCode(text: string, label: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let d = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) !== 0) d += `M${column + 4} ${row + 4}h1v1h-1z`;
  }
  const size = modules.size + 8;
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(label)}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${d}" fill="#000"/></svg>`;
}
