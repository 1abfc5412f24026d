import type { Definition } from '@recognition/recognition/frameworks';

/** Hands over definitions as the file that `nzrr compose` takes and this page reads again. */
export function save(name: string, definitions: readonly Definition[]): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(definitions, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
