/** Every setting, parsed once from the environment (and `.data/`), with where it came from. Secrets are masked when shown. */
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
  readonly openTelemetryEndpoint: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}
