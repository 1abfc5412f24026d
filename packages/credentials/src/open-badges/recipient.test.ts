import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { recipientOf } from './recipient.ts';

const mere = { emails: ['Mere.Rimu@example.test'], names: ['Mere Rimu'] };
const hashOf = (text: string, salt = ''): string =>
  `sha256$${createHash('sha256')
    .update(text + salt)
    .digest('hex')}`;
const badge3 = (...identifier: readonly object[]) => ({ type: ['OpenBadgeCredential'], credentialSubject: { identifier } });
const badge2 = (recipient: object) => ({ type: 'Assertion', badge: 'https://example.test/b', recipient });
const of3 = (identityType: string, identityHash: string, more: object = {}) =>
  badge3({ type: 'IdentityObject', identityType, identityHash, hashed: false, ...more });

describe('whom a badge names', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    ['her address, in other letters', of3('emailAddress', 'mere.rimu@EXAMPLE.test'), 'named'],
    [
      'her address, hashed with a salt',
      of3('emailAddress', hashOf('mere.rimu@example.test', 'x1'), { hashed: true, salt: 'x1' }),
      'named',
    ],
    ['her address as she writes it, hashed', of3('emailAddress', hashOf('Mere.Rimu@example.test'), { hashed: true }), 'named'],
    ['the wrong salt', of3('emailAddress', hashOf('mere.rimu@example.test', 'x1'), { hashed: true, salt: 'x2' }), 'another'],
    ['her name', of3('name', ' Mere  Rimu'), 'named'],
    ['another name', of3('name', 'Mere Rimū'), 'another'],
    ['another address', of3('emailAddress', 'hemi@example.test'), 'another'],
    [
      'her name beside an address that we do not know',
      badge3(
        { identityType: 'emailAddress', identityHash: 'old@example.test' },
        { identityType: 'name', identityHash: 'Mere Rimu' },
      ),
      'named',
    ],
    ['a number that is no name', of3('sourcedId', '12345'), 'unnamed'],
    ['a kind that every object has', of3('constructor', 'Hemi Rata'), 'unnamed'],
    ['MD5', of3('emailAddress', 'md5$0123456789abcdef0123456789abcdef', { hashed: true }), 'unnamed'],
    ['nobody', { type: ['OpenBadgeCredential'], credentialSubject: { id: 'did:example:1' } }, 'unnamed'],
    [
      '2.0: her address, hashed',
      badge2({ type: 'email', hashed: true, salt: 's', identity: hashOf('mere.rimu@example.test', 's') }),
      'named',
    ],
    ['2.0: another', badge2({ type: 'email', hashed: false, identity: 'hemi@example.test' }), 'another'],
    ['2.0: nobody', badge2({}), 'unnamed'],
  ])('%s', (_, document, said) => expect(recipientOf(document, mere)).toBe(said));

  test('of a person of whom nothing is known, nothing is said', () => {
    expect(recipientOf(of3('emailAddress', 'mere@example.test'), { emails: [], names: ['Mere Rimu'] })).toBe('unnamed');
  });
});
