import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LIMITS, type Limit, type Limits } from './rate-limit.ts';
import { LOOPBACK, origins, registers, scanner, type TrustedRegister } from './setting-forms.ts';
import { mask, MEANINGS, type Name, NAMES } from './setting-names.ts';

/** Every setting, parsed once from the environment, with where it came from. Secrets are masked when shown. */
export interface Settings {
  /** The public address, without a trailing slash, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  readonly demonstration: boolean;
  /** Whether a full identity that is new creates the learner, unconfirmed, or is refused (contracts 6). */
  readonly newLearners: 'create' | 'refuse';
  /** How many wrong identities an organisation may report within an hour before it is answered no more. */
  readonly identityMissesPerHour: number;
  /** The award-making authority as pages name it. In the demonstration it is invented and says so. */
  readonly authority: { readonly name: string; readonly nameMi: string; readonly invented: boolean };
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** What the issuer's tokens call what links a sign-in to a record. */
  readonly claims: ClaimNames;
  readonly limits: Limits;
  readonly metricsToken: string | null;
  /** `test` opens the VC-API to everybody, with issuers made for this process; in the demonstration only. */
  readonly vcApi: 'off' | 'test';
  /** What credentials as JWT and SD-JWT are signed with; embedded proofs are eddsa-rdfc-2022. */
  readonly jwtAlgorithm: 'EdDSA' | 'ES256';
  /** Origins that are asked although they are not on the public internet: a host within the authority's own network. */
  readonly outgoingAllowed: readonly string[];
  /** Registers whose signed lists say which other issuers are recognised here, each with the address of its list. */
  readonly trustedRegisters: readonly TrustedRegister[];
  /** An optional language model that drafts for developers; null: off. Asked by the chat completions of OpenAI's protocol. */
  readonly languageModel: { readonly url: string; readonly name: string; readonly key: string | null } | null;
  /** A ClamAV daemon that scans evidence; null: nothing is scanned for viruses. */
  readonly evidenceScanner: string | null;
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
  readonly openTelemetryEndpoint: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

export interface ClaimNames {
  readonly scope: string;
  readonly nsn: string;
  /** Must be true beside the NSN; null: whatever the issuer sends is verified. */
  readonly nsnVerified: string | null;
  readonly birthDate: string;
  readonly familyName: string;
  readonly givenNames: string;
}

/** What only the start needs: where the database and the keys are. */
export interface Places {
  readonly databaseAppUrl: string | null;
  readonly databaseIdentityUrl: string | null;
  /** The embedded database's folder; not used with `DATABASE_URL`. */
  readonly databaseFolder: string;
  readonly keyStore:
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'http'; readonly url: string; readonly token: string };
}

/** A setting as `nzrr config` shows it. */
export interface ShownSetting {
  readonly name: string;
  /** Masked when it is a secret. */
  readonly value: string;
  readonly source: 'environment' | 'default' | 'flag' | 'not set';
  readonly meaning: string;
}

export class SettingsError extends Error {
  readonly code = 'settings-unusable';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting. Throws `SettingsError` with a sentence for each that is unusable or, with `DATABASE_URL`, missing (contracts 1).
 */
export function loadSettings(
  env: Env,
  { cwd, demo = false }: { readonly cwd: string; readonly demo?: boolean },
): { readonly settings: Settings; readonly places: Places; readonly shown: readonly ShownSetting[] } {
  const problems: string[] = [];
  const given = (name: Name): string | null => env[name]?.trim() || null;
  const read = <T>(name: Name, schema: z.ZodType<T>, fallback: T, wanted: string): T => {
    const text = given(name);
    if (text === null) return fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    problems.push(`${name} must be ${wanted}.`);
    return fallback;
  };
  const limit = (name: Name, standard: Limit): Limit => ({
    ...standard,
    calls: read(name, z.coerce.number().int().min(1).max(1_000_000), standard.calls, 'a whole number from 1'),
  });
  const port = read('PORT', z.coerce.number().int().min(0).max(65_535), 8080, 'a port number, 0 to 65535');
  const dataFolder = resolve(cwd, given('RECOGNITION_DATA') ?? '.data');
  const databaseUrl = read('DATABASE_URL', postgresUrl.nullable(), null, 'a postgres:// URL');
  const oidc = { issuer: given('OIDC_ISSUER'), clientId: given('OIDC_CLIENT_ID'), clientSecret: given('OIDC_CLIENT_SECRET') };
  const demonstration = databaseUrl === null || demo;
  if (databaseUrl !== null) {
    const missing: Name[] = (
      [
        'RECOGNITION_URL',
        'KEY_STORE',
        ...(demo ? [] : (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)),
      ] as const
    ).filter((name) => given(name) === null);
    if (missing.length > 0)
      problems.push(
        `With DATABASE_URL these are needed and missing: ${missing.map((name) => `${name} (${MEANINGS[name]})`).join(', ')}.`,
      );
  }
  const url = read(
    'RECOGNITION_URL',
    z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, '')),
    `http://127.0.0.1:${port}`,
    'an http:// or https:// address',
  );
  if (url.startsWith('http:') && !LOOPBACK.has(new URL(url).hostname))
    problems.push('RECOGNITION_URL must begin with https: plain HTTP is for loopback addresses only.');
  if (given('VC_API') === 'test' && !demonstration) problems.push('VC_API=test is for the demonstration only.');
  const keyStore = keyStoreOf(given('KEY_STORE'), given('KEY_STORE_TOKEN'), dataFolder, problems);
  const settings: Settings = {
    url,
    port,
    demonstration,
    newLearners: read('NEW_LEARNERS', z.enum(['create', 'refuse']), 'create', 'create or refuse'),
    identityMissesPerHour: read('IDENTITY_MISSES_PER_HOUR', z.coerce.number().int().min(1), 200, 'a whole number from 1'),
    authority: demonstration
      ? { name: 'Invented Recognition Authority', nameMi: 'Te Mana Whakamana Tito', invented: true }
      : {
          name: given('AUTHORITY_NAME') ?? new URL(url).hostname,
          nameMi: given('AUTHORITY_NAME_MI') ?? given('AUTHORITY_NAME') ?? new URL(url).hostname,
          invented: false,
        },
    dataFolder,
    databaseUrl,
    oidc:
      oidc.issuer === null || oidc.clientId === null || oidc.clientSecret === null
        ? null
        : { issuer: oidc.issuer, clientId: oidc.clientId, clientSecret: oidc.clientSecret },
    claims: {
      scope: given('OIDC_SCOPE') ?? 'profile email',
      nsn: given('OIDC_CLAIM_NSN') ?? 'nsn',
      nsnVerified: given('OIDC_CLAIM_NSN_VERIFIED'),
      birthDate: given('OIDC_CLAIM_BIRTH_DATE') ?? 'birthdate',
      familyName: given('OIDC_CLAIM_FAMILY_NAME') ?? 'family_name',
      givenNames: given('OIDC_CLAIM_GIVEN_NAMES') ?? 'given_name',
    },
    limits: {
      api: limit('RECOGNITION_LIMIT_API', LIMITS.api),
      signIn: limit('RECOGNITION_LIMIT_SIGN_IN', LIMITS.signIn),
      link: limit('RECOGNITION_LIMIT_LINK', LIMITS.link),
      verification: limit('RECOGNITION_LIMIT_VERIFICATION', LIMITS.verification),
      share: limit('RECOGNITION_LIMIT_SHARE', LIMITS.share),
    },
    metricsToken: given('METRICS_TOKEN'),
    vcApi: read('VC_API', z.enum(['off', 'test']), 'off', 'off or test'),
    jwtAlgorithm: read('JWT_ALGORITHM', z.enum(['EdDSA', 'ES256']), 'EdDSA', 'EdDSA or ES256'),
    outgoingAllowed: read('OUTGOING_ALLOWED', origins, [], 'origins such as http://127.0.0.1:8090, separated by commas'),
    trustedRegisters: read(
      'TRUSTED_REGISTERS',
      registers,
      [],
      'registers such as did:web:other.example=https://other.example/api/v1/trusted-issuers, separated by commas, at most 20',
    ),
    languageModel: languageModelOf(
      given('LANGUAGE_MODEL_URL'),
      given('LANGUAGE_MODEL_NAME'),
      given('LANGUAGE_MODEL_KEY'),
      problems,
    ),
    evidenceScanner: read('EVIDENCE_SCANNER', scanner.nullable(), null, 'tcp://host:port or unix:/path'),
    mail: {
      smtpUrl: read('SMTP_URL', z.url({ protocol: /^smtps?$/ }).nullable(), null, 'an smtp:// or smtps:// address'),
      from: read(
        'MAIL_FROM',
        z.string().regex(/^([^<>\r\n]+ )?<?[^<>\s@]+@[^<>\s@]+>?$/),
        `no-reply@${new URL(url).hostname}`,
        'an address, or a name and an <address>',
      ),
    },
    openTelemetryEndpoint: read(
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      z.url({ protocol: /^https?$/ }).nullable(),
      null,
      'an http:// or https:// address',
    ),
    logLevel: read(
      'LOG_LEVEL',
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
      'info',
      'fatal, error, warn, info, debug or silent',
    ),
  };
  const places: Places = {
    databaseAppUrl: read('DATABASE_APP_URL', postgresUrl.nullable(), null, 'a postgres:// URL'),
    databaseIdentityUrl: read('DATABASE_IDENTITY_URL', postgresUrl.nullable(), null, 'a postgres:// URL'),
    databaseFolder: join(dataFolder, 'postgres'),
    keyStore,
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return { settings, places, shown: show(env, settings, places) };
}

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

function languageModelOf(
  url: string | null,
  name: string | null,
  key: string | null,
  problems: string[],
): Settings['languageModel'] {
  if (url === null) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (
    parsed === null ||
    !/^https?:$/.test(parsed.protocol) ||
    parsed.username !== '' ||
    parsed.password !== '' ||
    parsed.search !== ''
  ) {
    problems.push(
      'LANGUAGE_MODEL_URL must be an http:// or https:// address such as https://models.example/v1, without a password in it.',
    );
    return null;
  }
  if (name === null) {
    problems.push('LANGUAGE_MODEL_NAME is needed with LANGUAGE_MODEL_URL and missing.');
    return null;
  }
  return { url: url.replace(/\/+$/, ''), name, key };
}

function keyStoreOf(place: string | null, token: string | null, dataFolder: string, problems: string[]): Places['keyStore'] {
  // Beside the database's folder, never in it; no backup holds it.
  const own = { kind: 'file', file: join(dataFolder, 'keys', 'keys.json') } as const;
  if (place === null) return own;
  if (/^file:\/./.test(place)) return { kind: 'file', file: place.slice('file:'.length).replace(/^\/\/+/, '/') };
  if (!URL.canParse(place) || !/^https?:$/.test(new URL(place).protocol)) {
    problems.push('KEY_STORE must be file:/path/keys.json or an https:// address.');
    return own;
  }
  if (place.startsWith('http:') && !LOOPBACK.has(new URL(place).hostname))
    problems.push('KEY_STORE must begin with https: plain HTTP is for loopback addresses only.');
  if (token === null) problems.push('KEY_STORE is a service: KEY_STORE_TOKEN is needed and missing.');
  return { kind: 'http', url: place, token: token ?? '' };
}

function show(env: Env, settings: Settings, places: Places): readonly ShownSetting[] {
  const effective: Partial<Record<Name, string>> = {
    PORT: String(settings.port),
    RECOGNITION_URL: settings.url,
    RECOGNITION_DATA: settings.dataFolder,
    KEY_STORE: places.keyStore.kind === 'file' ? `file:${places.keyStore.file}` : places.keyStore.url,
    NEW_LEARNERS: settings.newLearners,
    IDENTITY_MISSES_PER_HOUR: String(settings.identityMissesPerHour),
    AUTHORITY_NAME: settings.authority.name,
    AUTHORITY_NAME_MI: settings.authority.nameMi,
    OIDC_SCOPE: settings.claims.scope,
    OIDC_CLAIM_NSN: settings.claims.nsn,
    OIDC_CLAIM_BIRTH_DATE: settings.claims.birthDate,
    OIDC_CLAIM_FAMILY_NAME: settings.claims.familyName,
    OIDC_CLAIM_GIVEN_NAMES: settings.claims.givenNames,
    RECOGNITION_LIMIT_API: String(settings.limits.api.calls),
    RECOGNITION_LIMIT_SIGN_IN: String(settings.limits.signIn.calls),
    RECOGNITION_LIMIT_LINK: String(settings.limits.link.calls),
    RECOGNITION_LIMIT_VERIFICATION: String(settings.limits.verification.calls),
    RECOGNITION_LIMIT_SHARE: String(settings.limits.share.calls),
    MAIL_FROM: settings.mail.from,
    LOG_LEVEL: settings.logLevel,
  };
  return NAMES.map((name) => {
    const text = env[name]?.trim() || null;
    const value = effective[name] ?? text ?? '';
    return {
      name,
      value: mask(name, value),
      source: text !== null ? 'environment' : value === '' ? 'not set' : 'default',
      meaning: MEANINGS[name],
    };
  });
}
