import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CheckName, examineCredential, type Examination, type Resolver } from '../src/index.ts';

const folder = resolve(process.env['RECOGNITION_SHARED'] ?? join(import.meta.dirname, '../../../../shared'));

/** Where published credentials lie that others made, good ones and bad ones. */
export const FOLDERS = [
  'data/1edtech-badges-clr/ob30',
  'data/1edtech-badges-clr/clr20',
  'data/1edtech-badges-clr/ob20',
  'data/dcc-signed-credentials',
  'standards/open-badges-3.0/samples',
  'standards/clr-2.0/samples',
  'standards/bitstring-status-list/1edtech-samples',
  'standards/vc-jose-cose/input',
] as const;

export function allThere(): boolean {
  return FOLDERS.every((one) => existsSync(join(folder, one)));
}

/** Every file of these folders that claims to be a credential, by path. */
export function publishedFiles(): readonly string[] {
  return FOLDERS.flatMap((one) =>
    readdirSync(join(folder, one), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((path) => !/SOURCES\.md$|\.csv$|\/assets\/|\/testlist$|\/vm-[\w-]+\.json$/u.test(path))
      // Unsigned inputs of the W3C suite, which its runner signs first.
      .filter((path) => !/vc-jose-cose\/input\/.*\.json$/u.test(path)),
  ).sort();
}

/** What was found about one file. */
export interface Found {
  readonly file: string;
  /** Null: it cannot be read at all, for this reason. */
  readonly examined: Examination | null;
  readonly unreadable: string | null;
}

/** A moment at which the presentations of the JOSE suite were in date; for everything else, the day of the other tests. */
const AT = (file: string): string => (file.includes('vc-jose-cose') ? '2024-12-16T01:10:00Z' : '2026-11-24T09:00:00Z');

/**
 * Examines one file as anybody would who reaches its issuer. No test may ask the network, so each issuer is taken to publish the key that
 * the file names: `…#z6Mk…` says the key itself. Status lists are the ones that came with the samples. Nobody is on a list of trust.
 */
export async function examineFile(file: string): Promise<Found> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  try {
    const examined = await examineCredential(bytes, {
      now: AT(file),
      trusted: [],
      resolver: web(new TextDecoder().decode(bytes)),
    });
    return { file, examined, unreadable: null };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { file, examined: null, unreadable: String(error.code) };
  }
}

const LIST = 'standards/bitstring-status-list/1edtech-samples/testlist';
const JOSE = 'https://example.issuer/vc-jose-cose';

function web(text: string): Resolver {
  const pages = new Map<string, unknown>([[JOSE, joseController()]]);
  for (const [, controller, key] of text.matchAll(/"((?:https?|did:web):[^"#]+)#(z6Mk\w+)"/gu)) publish(pages, controller!, key!);
  const list: { id: string; proof: { verificationMethod: string }[] } = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
  pages.set(list.id, list);
  const named = /"statusListCredential":\s*"([^"]+\/testlist)"/u.exec(text)?.[1];
  if (named !== undefined) pages.set(named, list);
  return {
    fetch: async (url) =>
      pages.has(url) ? { status: 'found', body: pages.get(url) } : { status: 'unreachable', detail: 'not here' },
  };
}

function publish(pages: Map<string, unknown>, controller: string, key: string): void {
  const url = controller.startsWith('did:web:')
    ? `https://${decodeURIComponent(controller.slice(8).replaceAll(':', '/'))}${controller.split(':').length === 3 ? '/.well-known' : ''}/did.json`
    : controller;
  const method = { id: `${controller}#${key}`, type: 'Multikey', controller, publicKeyMultibase: key };
  pages.set(url, { id: controller, verificationMethod: [method], assertionMethod: [method.id] });
}

function joseController(): unknown {
  const methods = ['vm-p256', 'vm-p384', 'vm-p521', 'vm-ed25519'].map((name) => {
    const { id, type, controller, publicKeyJwk }: Record<string, unknown> = JSON.parse(
      readFileSync(join(folder, `standards/vc-jose-cose/input/${name}.json`), 'utf8'),
    );
    return { id, type, controller, publicKeyJwk };
  });
  return {
    id: JOSE,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
    authentication: methods.map(({ id }) => id),
  };
}

/** The checks that fail, here or in a credential inside: `check/code`. */
export function failures({ examined }: Found): readonly string[] {
  return examined === null
    ? []
    : all(examined)
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ check, code }) => `${check}/${code}`);
}

/** The checks that nothing could be said about, other than that the issuer is a stranger. */
export function unknowns({ examined }: Found): readonly string[] {
  return examined === null
    ? []
    : all(examined)
        .filter(({ outcome, code }) => outcome === 'unknown' && code !== 'stranger' && code !== 'not-read')
        .map(({ check, code }) => `${check}/${code}`);
}

function all({ checks, credentials }: Examination): readonly {
  readonly check: CheckName;
  readonly outcome: string;
  readonly code: string;
  readonly detail: string;
}[] {
  return [...checks, ...credentials.flatMap(all)];
}
