import type { Services } from '../../services.ts';
import { issuerOf } from './consent.ts';
import { API, OFFLINE, type Right, RIGHTS, SCOPES, scopeOf, type Standard } from './standards.ts';

const SAYS: Readonly<Record<Right, string>> = {
  'credential.readonly': 'Permission to read the credentials of the authenticated entity.',
  'credential.upsert': 'Permission to create or replace credentials of the authenticated entity.',
  'profile.readonly': 'Permission to read the profile of the authenticated entity.',
  'profile.update': 'Permission to update the profile of the authenticated entity.',
};

const OPERATIONS = [
  ['/credentials', 'get', 'getCredentials', 'credential.readonly'],
  ['/credentials', 'post', 'upsertCredential', 'credential.upsert'],
  ['/profile', 'get', 'getProfile', 'profile.readonly'],
  ['/profile', 'put', 'putProfile', 'profile.update'],
] as const;

/** The service description document of a standard (Open Badges 3.0, section 6.3): OpenAPI 3.0, for anyone. */
export function serviceDescription({ settings }: Pick<Services, 'settings'>, standard: Standard): object {
  const { url, authority } = settings;
  const { title, base } = API[standard];
  const paths: Record<string, Record<string, object>> = {};
  for (const [path, method, operationId, right] of OPERATIONS) {
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId,
        security: [{ OAuth2ACG: [scopeOf(standard, right)] }],
        responses: {
          '200': { description: 'As the standard says.' },
          default: { description: 'Imsx_StatusInfo: what went wrong.' },
        },
      },
    };
  }
  return {
    openapi: '3.0.1',
    info: {
      title: authority.name,
      description: `${title} API`,
      version: '1',
      termsOfService: `${url}/`,
      'x-imssf-privacyPolicyUrl': `${url}/`,
    },
    servers: [{ url: `${url}${base}` }],
    paths: {
      ...paths,
      '/discovery': { get: { operationId: 'getServiceDescription', responses: { '200': { description: 'This document.' } } } },
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          description: 'OAuth 2.0 authorization code grant with PKCE (S256)',
          'x-imssf-name': authority.name,
          'x-imssf-privacyPolicyUrl': `${url}/`,
          'x-imssf-registrationUrl': `${url}/badges/register`,
          'x-imssf-termsOfServiceUrl': `${url}/`,
          flows: {
            authorizationCode: {
              authorizationUrl: `${url}/badges/authorize`,
              tokenUrl: `${url}/badges/token`,
              refreshUrl: `${url}/badges/token`,
              scopes: {
                ...Object.fromEntries(RIGHTS.map((right) => [scopeOf(standard, right), SAYS[right]])),
                [OFFLINE]: 'Permission to come back while the user is not there.',
              },
            },
          },
        },
      },
      schemas: {},
    },
  };
}

/** The authorization server of both (RFC 8414). */
export function badgeServerMetadata({ settings }: Pick<Services, 'settings'>): object {
  const { url } = settings;
  return {
    issuer: issuerOf(settings),
    authorization_endpoint: `${url}/badges/authorize`,
    token_endpoint: `${url}/badges/token`,
    registration_endpoint: `${url}/badges/register`,
    revocation_endpoint: `${url}/badges/revoke`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    scopes_supported: SCOPES,
    authorization_response_iss_parameter_supported: true,
  };
}
