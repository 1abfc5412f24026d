import {
  bakeIntoPng,
  bakeIntoSvg,
  issueJwtCredential,
  issueSdJwtVc,
  type JwtSigner,
  jwtSigner,
  tokenStatus,
} from '@recognition/credentials';
import { toBuffer, toString } from 'qrcode';
import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { currentSigner } from './issuer.ts';
import { statusListUrl } from './status.ts';
import { drawToken } from './status-queries.ts';

export const CREDENTIAL_TYPE = 'application/vc+ld+json';

/** The forms in which a credential can be taken: with an embedded proof, as a JWT, with selective disclosure, or baked into a picture. */
export const FORMATS = ['ldp_vc', 'vc+jwt', 'dc+sd-jwt', 'png', 'svg'] as const;
export type Format = (typeof FORMATS)[number];

/** A credential as it is handed over. */
export interface Taken {
  readonly body: string | Buffer;
  /** The media type of `body`. */
  readonly type: string;
  /** How a file of it is called at its end. */
  readonly extension: string;
}

const signedCredential = z.looseObject({
  id: z.string(),
  credentialSubject: z.looseObject({
    achievement: z.looseObject({ achievementType: z.string().optional() }).optional(),
  }),
});

/**
 * A credential that was issued, in the form asked for. A JWT and a picture carry the same status entries; an SD-JWT has a place in a token
 * list, drawn when the first is made, which follows the same revocations. `holder` is the public key that whoever presents an SD-JWT must sign
 * with. `page` is where the picture, a QR code, leads.
 */
export async function takeAs(
  services: Services,
  tx: Tx,
  credential: unknown,
  {
    format,
    learnerId,
    page,
    holder,
  }: { readonly format: Format; readonly learnerId: number; readonly page: string; readonly holder?: object },
): Promise<Taken> {
  const at = services.clock.now().toISOString();
  switch (format) {
    case 'ldp_vc':
      return { body: JSON.stringify(credential), type: CREDENTIAL_TYPE, extension: 'json' };
    case 'vc+jwt': {
      const signer = await tokenSigner(services);
      return {
        body: await issueJwtCredential(signedCredential.parse(credential), { signer, at }),
        type: 'application/vc+jwt',
        extension: 'jwt',
      };
    }
    case 'dc+sd-jwt': {
      const read = signedCredential.parse(credential);
      const { list, index } = await drawToken(tx, learnerId, read.id);
      const body = await issueSdJwtVc(read, {
        vct: typeAddress(services, isAward(read) ? 'award' : 'outcome'),
        signer: await tokenSigner(services),
        at,
        status: tokenStatus(statusListUrl(services, list), index),
        ...(holder === undefined ? {} : { holder }),
      });
      return { body, type: 'application/dc+sd-jwt', extension: 'sd-jwt' };
    }
    case 'png': {
      const picture = await toBuffer(page, { errorCorrectionLevel: 'M', width: 512 });
      return { body: Buffer.from(bakeIntoPng(picture, JSON.stringify(credential))), type: 'image/png', extension: 'png' };
    }
    case 'svg': {
      const picture = await toString(page, { type: 'svg', errorCorrectionLevel: 'M' });
      return { body: bakeIntoSvg(picture, JSON.stringify(credential)), type: 'image/svg+xml', extension: 'svg' };
    }
  }
}

/** The key that signs tokens: Ed25519, or P-256 by the setting JWT_ALGORITHM. */
async function tokenSigner(services: Services): Promise<JwtSigner> {
  return jwtSigner(await currentSigner(services, services.settings.jwtAlgorithm === 'ES256' ? 'P-256' : 'Ed25519'));
}

function isAward({ credentialSubject }: z.infer<typeof signedCredential>): boolean {
  // Of what we sign, a single outcome is a competency; all else is an award.
  return credentialSubject.achievement?.achievementType !== 'Competency';
}

const TYPES = {
  award: [
    'Award',
    'Accredited learning outcomes, put together under one rule into an award; each outcome can be shown on its own.',
  ],
  outcome: ['Learning outcome', 'One learning outcome that was achieved, with its credits, level, field and skills.'],
} as const;
export type CredentialKind = keyof typeof TYPES;
export const KINDS = ['award', 'outcome'] as const satisfies readonly CredentialKind[];

/** What `vct` names, and where its metadata is served. */
export function typeAddress({ settings }: Pick<Services, 'settings'>, kind: CredentialKind): string {
  return `${settings.url}/credentials/types/${kind}`;
}

/** The metadata of an SD-JWT VC type (SD-JWT VC, section 6): what it is called, and which claims can be kept back. */
export function typeMetadata(services: Pick<Services, 'settings'>, kind: CredentialKind): object {
  const [name, description] = TYPES[kind];
  const claim = (path: readonly (string | null)[], label: string, sd: 'always' | 'never') => ({
    path,
    display: [{ locale: 'en', label }],
    sd,
  });
  return {
    vct: typeAddress(services, kind),
    name,
    description,
    display: [{ locale: 'en', name, description }],
    claims: [
      claim(['name'], 'Name', 'never'),
      claim(['awardedDate'], 'Awarded on', 'never'),
      claim(['credentialSubject', 'creditsEarned'], 'Credits', 'never'),
      claim(['credentialSubject', 'identifier'], 'Holder', 'always'),
      claim(['credentialSubject', 'achievement', 'alignment', null], 'Skills', 'always'),
      claim(['evidence', null], kind === 'award' ? 'Outcomes' : 'Outcome', 'always'),
    ],
  };
}
