/** The two standards of 1EdTech whose API this is: one shape, other documents. */
export const STANDARDS = ['ob', 'clr'] as const;
export type Standard = (typeof STANDARDS)[number];

interface Described {
  readonly title: string;
  /** The path of the API under the service's address (Open Badges 3.0, section 6; CLR 2.0, section 5). */
  readonly base: string;
  readonly scope: string;
  /** The type that a credential of this standard has, beside VerifiableCredential. */
  readonly types: readonly string[];
  readonly context: string;
}

export const API: Readonly<Record<Standard, Described>> = {
  ob: {
    title: 'Open Badges 3.0',
    base: '/ims/ob/v3p0',
    scope: 'https://purl.imsglobal.org/spec/ob/v3p0/scope/',
    types: ['OpenBadgeCredential', 'AchievementCredential'],
    context: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  },
  clr: {
    title: 'Comprehensive Learner Record 2.0',
    base: '/ims/clr/v2p0',
    scope: 'https://purl.imsglobal.org/spec/clr/v2p0/scope/',
    types: ['ClrCredential'],
    context: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  },
};

/** What an application may be let do. */
export const RIGHTS = ['credential.readonly', 'credential.upsert', 'profile.readonly', 'profile.update'] as const;
export type Right = (typeof RIGHTS)[number];

/** Asks to be let in while the learner is not there, by a refresh token (OpenID Connect Core 1.0, section 11). */
export const OFFLINE = 'offline_access';

/** Lets an agent read the learner's whole record over MCP (`exchange/mcp`): its own scope, so that a token for badges opens nothing there. */
export const RECORD = 'record:read';

export function scopeOf(standard: Standard, right: Right): string {
  return `${API[standard].scope}${right}`;
}

/** Every scope that there is, as registrations and requests name them. */
export const SCOPES: readonly string[] = [
  ...STANDARDS.flatMap((standard) => RIGHTS.map((right) => scopeOf(standard, right))),
  RECORD,
  OFFLINE,
];

/** The scopes that a text names and that we know, each once. */
export function readScopes(text: string | undefined): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const named = [...new Set((text ?? '').split(' ').filter((one) => one !== ''))];
  return { known: named.filter((one) => SCOPES.includes(one)), unknown: named.filter((one) => !SCOPES.includes(one)) };
}

const CODES = ['read-badges', 'read-records', 'read-record', 'write-badges', 'read-profile', 'write-profile', 'offline'] as const;
/** What a learner is told that a set of scopes lets somebody do; each has a sentence in both languages. */
export type Permission = (typeof CODES)[number];

/** What scopes let somebody do, in the order in which a learner reads it. */
export function permissionsOf(scopes: readonly string[]): readonly Permission[] {
  const has = (right: Right, ...standards: readonly Standard[]): boolean =>
    standards.some((standard) => scopes.includes(scopeOf(standard, right)));
  const given: Readonly<Record<Permission, boolean>> = {
    'read-badges': has('credential.readonly', 'ob'),
    'read-records': has('credential.readonly', 'clr'),
    'read-record': scopes.includes(RECORD),
    'write-badges': has('credential.upsert', 'ob', 'clr'),
    'read-profile': has('profile.readonly', 'ob', 'clr'),
    'write-profile': has('profile.update', 'ob', 'clr'),
    offline: scopes.includes(OFFLINE),
  };
  return CODES.filter((code) => given[code]);
}
