import { type MicroCredentialContent, microCredentialContent } from '@recognition/recognition/micro-credential';

/** What was typed and not yet kept by the service, in this tab, and the revision that it was written on. */
export interface KeptDocument {
  readonly content: MicroCredentialContent;
  readonly revision: number;
}

const place = (id: string): string => `micro-credential:${id}`;

export function keepDocument(id: string, kept: KeptDocument | null): void {
  if (kept === null) sessionStorage.removeItem(place(id));
  else sessionStorage.setItem(place(id), JSON.stringify(kept));
}

/** What this tab kept, or null when there is nothing that this version of the form can read. */
export function readKeptDocument(id: string): KeptDocument | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place(id)) ?? 'null');
    if (typeof value !== 'object' || value === null || !('content' in value) || !('revision' in value)) return null;
    const read = microCredentialContent.safeParse(value.content);
    return read.success && typeof value.revision === 'number' ? { content: read.data, revision: value.revision } : null;
  } catch {
    return null;
  }
}
