/** Every name in the environment that the product reads, with what it means. */
export const MEANINGS = {
  PORT: 'the port on 127.0.0.1',
  RECOGNITION_URL: 'the public address; kept at the first start with DATABASE_URL',
  RECOGNITION_DATA: 'the folder of the embedded database, its keys and spooled files',
  DATABASE_URL: 'a PostgreSQL server (16 to 18), signed in as the owner; without it the embedded one',
  DATABASE_APP_URL: 'the same database, signed in as nzrr_app: then injected SQL cannot become the owner',
  DATABASE_IDENTITY_URL: 'the same database, signed in as nzrr_identity',
  KEY_STORE: 'file:/path/keys.json, or https://… of a key management service',
  KEY_STORE_TOKEN: 'what the key management service asks for',
  OIDC_ISSUER: 'the OpenID Connect issuer that people sign in with',
  OIDC_CLIENT_ID: 'our name there',
  OIDC_CLIENT_SECRET: 'our secret there',
  OIDC_SCOPE: 'what is asked for there, beside openid',
  OIDC_CLAIM_NSN: 'the claim that holds a verified NSN; with the next three it links a sign-in to its record',
  OIDC_CLAIM_NSN_VERIFIED:
    'the claim that must be true for the NSN to count as verified; not set: the issuer sends verified ones only',
  OIDC_CLAIM_BIRTH_DATE: 'the claim that holds the date of birth, YYYY-MM-DD',
  OIDC_CLAIM_FAMILY_NAME: 'the claim that holds the family name',
  OIDC_CLAIM_GIVEN_NAMES: 'the claim that holds the given names',
  NEW_LEARNERS: 'create or refuse: what a full identity that is new does',
  IDENTITY_MISSES_PER_HOUR: 'wrong identities that an organisation may report within an hour',
  AUTHORITY_NAME: 'the award-making authority, in English',
  AUTHORITY_NAME_MI: 'the award-making authority, in te reo Māori',
  RECOGNITION_LIMIT_API: 'calls of the API that one actor may make within a minute',
  RECOGNITION_LIMIT_SIGN_IN: 'sign-ins and tokens that one caller may ask for within a minute',
  RECOGNITION_LIMIT_LINK: 'tries to link a sign-in to a record within an hour',
  RECOGNITION_LIMIT_VERIFICATION: 'credentials that one caller may have verified within a minute',
  RECOGNITION_LIMIT_SHARE: 'shared links that one caller may open within a minute',
  METRICS_TOKEN: 'lets a Prometheus elsewhere read /metrics; not set: this machine only',
  VC_API: 'off, or test: the VC-API open to everybody, for conformance suites; in the demonstration only',
  JWT_ALGORITHM: 'EdDSA, or ES256 for readers that know no Ed25519: what credentials as JWT and SD-JWT are signed with',
  OUTGOING_ALLOWED:
    'origins, separated by commas, that we may ask although they are not on the public internet, such as http://127.0.0.1:8090',
  TRUSTED_REGISTERS:
    'registers whose issuers the verify page recognises beside our own, each as the DID that signs its list, =, and the address of the list; separated by commas',
  LANGUAGE_MODEL_URL:
    'where a language model that drafts for developers answers by the chat completions of OpenAI, such as https://models.example/v1; not set: none does. An address that is not public stands in OUTGOING_ALLOWED too',
  LANGUAGE_MODEL_NAME: 'the name of that model there',
  LANGUAGE_MODEL_KEY: 'what it asks for, sent as a bearer token',
  EVIDENCE_SCANNER:
    'where a ClamAV daemon scans evidence, such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; not set: nothing is scanned for viruses',
  SMTP_URL:
    'smtp:// or smtps:// address of the mail server; not set: no mail is sent (the demonstration keeps it in its mailbox)',
  MAIL_FROM: 'who mail comes from, such as Recognition Repository <no-reply@recognition.example>',
  RECOGNITION_TRUSTED: 'the list of issuers that "nzrr credential verify" trusts, a file or https address',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'where OpenTelemetry traces go; not set: nowhere',
} as const;
export type Name = keyof typeof MEANINGS;
const isName = (text: string): text is Name => Object.hasOwn(MEANINGS, text);
export const NAMES: readonly Name[] = Object.keys(MEANINGS).filter(isName);

const SECRETS: ReadonlySet<Name> = new Set<Name>([
  'KEY_STORE_TOKEN',
  'OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
  'LANGUAGE_MODEL_KEY',
]);
const URLS_WITH_PASSWORDS: ReadonlySet<Name> = new Set<Name>([
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'DATABASE_IDENTITY_URL',
  'KEY_STORE',
  'SMTP_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
]);

/** A value as it may be shown: secrets and passwords within addresses are masked. */
export function mask(name: Name, value: string): string {
  if (value === '') return '';
  if (SECRETS.has(name)) return '********';
  return URLS_WITH_PASSWORDS.has(name)
    ? value
        .replace(/^([a-z]+:\/\/[^:@/]*):[^@]*@/, '$1:********@')
        .replace(/([?&][^=&]*(?:password|token|key|secret)[^=&]*=)[^&]*/gi, '$1********')
    : value;
}
