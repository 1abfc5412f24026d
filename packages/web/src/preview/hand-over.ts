/** A file that one page hands to the next without giving it away: the rejected rows of an import, to be mended. */
let held: File | null = null;

export function handOver(file: File): void {
  held = file;
}

export function takeOver(): File | null {
  const file = held;
  held = null;
  return file;
}
