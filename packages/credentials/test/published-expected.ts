import type { CheckName } from '../src/index.ts';

/** What those who published a file meant by it. */
export interface Expected {
  readonly meant: 'good' | 'bad';
  /** Of a bad one: the check at which it has to fail. */
  readonly at?: CheckName;
  /** Why we say something else, or cannot say; one sentence. */
  readonly apart?: string;
}

const NO_LIST = 'The status list is on the network only, and did not come with the file.';
const TWO = 'Open Badges 2.0 is read as evidence; nothing of it is verified.';
const NO_METHOD = 'The key is named in a way that nobody could look up, so nothing can be said: unknown, never verified.';

/** By the name of the file, first that fits. Names are the publishers’ own: `err`, `bad`, `revoked` … say what is wrong. */
const RULES: readonly (readonly [RegExp, Expected])[] = [
  [/ob20\/.*(?:invalid|in-future|expired|no-public-key|redirected)/u, { meant: 'bad', at: 'format', apart: TWO }],
  [/ob20\/redirected/u, { meant: 'bad', apart: TWO }],
  [/ob20\//u, { meant: 'good', apart: TWO }],

  [/credential-status-revoked(?:-blank-nodes)?\.json$.*/u, { meant: 'bad', at: 'status' }],
  [/v1RevokedAndExpired/u, { meant: 'bad', at: 'validity' }],
  [/v1Revoked/u, { meant: 'bad', at: 'status', apart: NO_LIST }],
  [/WithValidStatus/u, { meant: 'good', apart: NO_LIST }],
  [/[Ee]xpired|err-expired/u, { meant: 'bad', at: 'validity' }],
  [/testVC/u, { meant: 'bad', at: 'proof' }],

  [/simple-noproof/u, { meant: 'bad', at: 'proof' }],
  [/old_safesigned/u, { meant: 'bad', at: 'proof' }],
  [/err-issued/u, { meant: 'bad', at: 'validity' }],
  [/err-issuer\.json/u, { meant: 'bad', at: 'issuer' }],
  [/err-proof-value/u, { meant: 'bad', at: 'proof' }],
  [/err-proof-method-no-scheme/u, { meant: 'bad', at: 'proof' }],
  [/err-proof-method/u, { meant: 'bad', at: 'proof', apart: NO_METHOD }],
  [/err-(?:type|credential-subject-profile|issuer-parentorg)/u, { meant: 'bad', at: 'proof' }],
  [/endorsement-err/u, { meant: 'bad', at: 'proof' }],
  [/err-/u, { meant: 'bad', at: 'schema' }],

  [/complete_v1/u, { meant: 'good', apart: 'Its own end date has passed.' }],
  [/complete\.json/u, { meant: 'good', apart: NO_LIST }],
  [
    /simple\.jwt/u,
    { meant: 'good', apart: 'It has no achievement, which Open Badges 3.0 requires; it is a sample of the signature only.' },
  ],
  [/velocity/u, { meant: 'good', apart: 'Its key is a `did:velocity`, which we cannot look up.' }],
  [
    /simple-jwt/u,
    { meant: 'good', apart: 'Its key stands in the header; whether it is the issuer’s, only the issuer could tell.' },
  ],
  [/simple-eddsa-2022/u, { meant: 'good', apart: 'Its proof is of a draft (`eddsa-2022`) that became `eddsa-rdfc-2022`.' }],
  [/derivedcredential/u, { meant: 'good', apart: 'Its proof is `ecdsa-sd-2023`.' }],
  [
    /did-key-method|clr20\/simple_v1|clr-2\.0\/samples\/(?:simple_v1|complex)/u,
    { meant: 'good', apart: 'Its issuer, or that of a credential inside, is named in a way that cannot be looked up.' },
  ],

  [/cose-minimal-not/u, { meant: 'bad', apart: 'It is hexadecimal, in which no form of a credential is written.' }],
  [/cose-single/u, { meant: 'good', apart: 'The credential in it is a token of which somebody left out the end.' }],
  [/bad-media-type|sdjwt-bad-credential|vc-vp-claims/u, { meant: 'bad', at: 'format' }],
  [/bad-signature/u, { meant: 'bad', at: 'proof' }],
  [/(?:jose|cose)-bad-credential/u, { meant: 'bad', at: 'format' }],
];

export function expectedOf(file: string): Expected {
  // A sample of 1EdTech's older list, which is on the network only.
  if (/(?:ob30|3\.0\/samples)\/credential-status-revoked/u.test(file)) return { meant: 'bad', at: 'status', apart: NO_LIST };
  return RULES.find(([name]) => name.test(file))?.[1] ?? { meant: 'good' };
}
