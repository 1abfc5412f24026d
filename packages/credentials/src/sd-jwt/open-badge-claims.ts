import { asList, idOf, isObject, type JsonObject } from '../json.ts';
import { seconds } from '../jose/credential.ts';
import { type JwtSigner } from '../jose/sign.ts';
import type { DisclosureFrame } from './conceal.ts';
import { issueSdJwt } from './token.ts';

export interface SdJwtVcInput {
  /** The address of the type, at which its metadata lies. */
  readonly vct: string;
  readonly signer: JwtSigner;
  /** RFC 3339. */
  readonly at: string;
  /** Its place in a Token Status List (`tokenStatus`). */
  readonly status?: object;
  /** The holder's public key: who presents the token must then sign with its private part. */
  readonly holder?: object;
}

/**
 * An Open Badge as an SD-JWT VC (`dc+sd-jwt`). The claims are the badge's own parts under their own names, so no fact is lost and no term is
 * ours. The holder may keep back: their name, each counted outcome, each skill, the result, and the link to the decision. Decoys hide how
 * many outcomes and skills there are, to the nearest eight. Issuer, type, times, status, the award's name and its credits are always shown.
 */
export async function issueSdJwtVc(credential: object, { vct, signer, at, status, holder }: SdJwtVcInput): Promise<string> {
  const {
    '@context': _,
    type: __,
    proof: ___,
    credentialStatus: ____,
    validFrom,
    validUntil,
    ...badge
  }: JsonObject = Object.fromEntries(Object.entries(credential));
  const [from, until, made] = [seconds(validFrom), seconds(validUntil), seconds(at)];
  const claims: JsonObject = {
    ...badge,
    iss: idOf(badge['issuer']),
    vct,
    ...(made === null ? {} : { iat: made }),
    ...(from === null ? {} : { nbf: from }),
    ...(until === null ? {} : { exp: until }),
    ...(holder === undefined ? {} : { cnf: { jwk: holder } }),
    ...(status === undefined ? {} : { status }),
  };
  return issueSdJwt(claims, { frame: frameOf(badge), signer, typ: 'dc+sd-jwt' });
}

function frameOf(badge: JsonObject): DisclosureFrame {
  const subject = badge['credentialSubject'];
  const achievement = isObject(subject) ? subject['achievement'] : null;
  const evidence = asList(badge['evidence']);
  const alignment = isObject(achievement) ? asList(achievement['alignment']) : [];
  return {
    _sd: ['relatedResource'].filter((name) => name in badge),
    credentialSubject: {
      _sd: ['identifier', 'result'].filter((name) => isObject(subject) && name in subject),
      ...(alignment.length === 0 ? {} : { achievement: { alignment: each(alignment) } }),
    },
    ...(evidence.length === 0 ? {} : { evidence: each(evidence) }),
  };
}

/** Every element on its own, and as many decoys as make the number a multiple of eight. */
function each(items: readonly unknown[]): DisclosureFrame {
  return { _sd: items.map((_, index) => index), _sd_decoy: (8 - (items.length % 8)) % 8 };
}
