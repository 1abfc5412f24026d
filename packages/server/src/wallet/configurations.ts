import type { Services } from '../services.ts';
import { typeAddress } from '../award/formats.ts';

export const WHATS = ['award', 'achievement'] as const;
/** What can go into a wallet: an award, or one achieved outcome. */
export type What = (typeof WHATS)[number];

interface Configuration {
  readonly what: What;
  readonly format: 'dc+sd-jwt' | 'jwt_vc_json' | 'ldp_vc';
}

/** What an issuer of ours can issue into a wallet, by the ids that its metadata names (OpenID4VCI 1.0, section 12.2.4). */
export const CONFIGURATIONS = {
  AwardSdJwt: { what: 'award', format: 'dc+sd-jwt' },
  AwardJwt: { what: 'award', format: 'jwt_vc_json' },
  AwardLdp: { what: 'award', format: 'ldp_vc' },
  AchievementSdJwt: { what: 'achievement', format: 'dc+sd-jwt' },
  AchievementJwt: { what: 'achievement', format: 'jwt_vc_json' },
  AchievementLdp: { what: 'achievement', format: 'ldp_vc' },
} as const satisfies Readonly<Record<string, Configuration>>;
export type ConfigurationId = keyof typeof CONFIGURATIONS;

export const CONFIGURATION_IDS: readonly ConfigurationId[] = [
  'AwardSdJwt',
  'AwardJwt',
  'AwardLdp',
  'AchievementSdJwt',
  'AchievementJwt',
  'AchievementLdp',
];

/** The configuration of this id; null if there is none. */
export function configurationId(id: unknown): ConfigurationId | null {
  return CONFIGURATION_IDS.find((one) => one === id) ?? null;
}

export function configurationsFor(what: What): readonly ConfigurationId[] {
  return CONFIGURATION_IDS.filter((id) => CONFIGURATIONS[id].what === what);
}

const NAMES = {
  award: { en: 'Applied Learning Qualification', mi: 'Tohu Ako Whakahāngai' },
  achievement: { en: 'Learning outcome', mi: 'Hua ako' },
} as const;

const TYPES = ['VerifiableCredential', 'OpenBadgeCredential'];

/** Keys that one request may bind copies to. */
export const BATCH = 10;

/** The issuer's metadata (OpenID4VCI 1.0, section 12.2.3). */
export function issuerMetadata(services: Pick<Services, 'settings'>): object {
  const { url, authority } = services.settings;
  return {
    credential_issuer: url,
    credential_endpoint: `${url}/wallet/credential`,
    nonce_endpoint: `${url}/wallet/nonce`,
    deferred_credential_endpoint: `${url}/wallet/deferred`,
    notification_endpoint: `${url}/wallet/notification`,
    batch_credential_issuance: { batch_size: BATCH },
    display: [
      { name: authority.name, locale: 'en' },
      { name: authority.nameMi, locale: 'mi' },
    ],
    credential_configurations_supported: Object.fromEntries(CONFIGURATION_IDS.map((id) => [id, described(services, id)])),
  };
}

function described(services: Pick<Services, 'settings'>, id: ConfigurationId): object {
  const { what, format } = CONFIGURATIONS[id];
  const common = {
    format,
    scope: id,
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['EdDSA', 'ES256', 'ES384'] } },
    credential_metadata: {
      display: [
        { name: NAMES[what].en, locale: 'en' },
        { name: NAMES[what].mi, locale: 'mi' },
      ],
    },
  };
  switch (format) {
    case 'dc+sd-jwt':
      return {
        ...common,
        vct: typeAddress(services, what === 'award' ? 'award' : 'outcome'),
        cryptographic_binding_methods_supported: ['jwk', 'did:key', 'did:jwk'],
        credential_signing_alg_values_supported: [services.settings.jwtAlgorithm],
      };
    case 'jwt_vc_json':
      return {
        ...common,
        credential_definition: { type: TYPES },
        cryptographic_binding_methods_supported: ['did:key', 'did:jwk'],
        credential_signing_alg_values_supported: [services.settings.jwtAlgorithm],
      };
    case 'ldp_vc':
      return {
        ...common,
        credential_definition: {
          '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
          type: TYPES,
        },
        cryptographic_binding_methods_supported: ['did:key', 'did:jwk'],
        credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
      };
  }
}

/** The metadata of the authorization server, which is this service too (RFC 8414). */
export function serverMetadata({ settings: { url } }: Pick<Services, 'settings'>): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/wallet/authorize`,
    token_endpoint: `${url}/wallet/token`,
    pushed_authorization_request_endpoint: `${url}/wallet/par`,
    require_pushed_authorization_requests: true,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'urn:ietf:params:oauth:grant-type:pre-authorized_code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    dpop_signing_alg_values_supported: ['ES256', 'EdDSA', 'ES384'],
    scopes_supported: CONFIGURATION_IDS,
    authorization_details_types_supported: ['openid_credential'],
    authorization_response_iss_parameter_supported: true,
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}
