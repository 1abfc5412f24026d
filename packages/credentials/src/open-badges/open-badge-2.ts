import { asList, asString, hasType, isObject, type JsonObject } from '../json.ts';
import { instant } from '../time.ts';

/** A badge of Open Badges 2.0 as it can be shown: as evidence, nothing of it checked. */
export interface OpenBadge2 {
  /** The address of the assertion, at which its issuer serves it. */
  readonly id: string | null;
  /** Null where the badge class is named by its address only, and was not given. */
  readonly name: string | null;
  readonly description: string | null;
  readonly issuer: string | null;
  /** RFC 3339. */
  readonly issuedOn: string | null;
  readonly expires: string | null;
  readonly revoked: boolean;
  readonly narrative: string | null;
  /** Addresses of what was shown for it. */
  readonly evidence: readonly string[];
}

/** Whether this is an assertion of Open Badges 2.0. */
export function isOpenBadge2(value: unknown): boolean {
  return isObject(value) && hasType(value, 'Assertion') && (value['badge'] !== undefined || value['recipient'] !== undefined);
}

/**
 * Reads an assertion of Open Badges 2.0. Badge class and issuer are read where they are embedded; where the assertion only names the
 * address of the class, the caller may give it. Who received it is a hash of an e-mail address and is not read. Null if it is no assertion.
 */
export function readOpenBadge2(value: unknown, badgeClass: unknown = null): OpenBadge2 | null {
  if (!isObject(value) || !isOpenBadge2(value)) return null;
  const badge = isObject(value['badge'])
    ? value['badge']
    : isObject(badgeClass) && badgeClass['id'] === value['badge']
      ? badgeClass
      : {};
  const issuer = badge['issuer'];
  return {
    id: asString(value['id']),
    name: words(badge['name']),
    description: words(badge['description']),
    issuer: isObject(issuer) ? words(issuer['name']) : null,
    issuedOn: date(value['issuedOn']),
    expires: date(value['expires']),
    revoked: value['revoked'] === true,
    narrative: words(value['narrative']),
    evidence: asList(value['evidence']).flatMap((one) => {
      const address = isObject(one) ? asString(one['id']) : asString(one);
      return address === null || !/^https?:/u.test(address) ? [] : [address];
    }),
  };
}

/** The badge as evidence in a credential of Open Badges 3.0 (section B.9), in its own words. Null if it has no name. */
export function openBadge2AsEvidence(badge: OpenBadge2): JsonObject | null {
  if (badge.name === null) return null;
  return {
    ...(badge.id === null ? {} : { id: badge.id }),
    type: ['Evidence'],
    name: badge.name,
    ...(badge.description === null ? {} : { description: badge.description }),
    narrative: [
      badge.issuer === null ? 'Open Badge 2.0, not checked.' : `Open Badge 2.0 of ${badge.issuer}, not checked.`,
      badge.issuedOn === null ? '' : `Issued on ${badge.issuedOn.slice(0, 10)}.`,
      badge.narrative ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    genre: 'Open Badge 2.0',
  };
}

function words(value: unknown): string | null {
  const text = asString(value);
  return text === null || text.trim() === '' ? null : text.trim().slice(0, 4000);
}

function date(value: unknown): string | null {
  return instant(value) === null ? null : asString(value);
}
