import type {
  AwardView,
  ClaimRequest,
  ImportProgress,
  ImportSummary,
  LearnerRecord,
  OutcomePage,
  OutcomeView,
  Page,
  Session,
} from './types.ts';

export type * from './types.ts';

/** What the service answered when it did not do what was asked: an RFC 9457 problem, or no answer at all (`offline`). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, detail: string, problem: Readonly<Record<string, unknown>>) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Where the service is, without a trailing slash; empty in the browser. */
  readonly baseUrl?: string;
  readonly language: () => string;
  readonly csrfToken: () => string | null;
  readonly fetch?: typeof fetch;
}

export interface OutcomeQuery {
  readonly q?: string;
  readonly field?: readonly string[];
  readonly level?: readonly number[];
  readonly status?: string;
  readonly cursor?: string;
}

export type Client = ReturnType<typeof createClient>;

/** A thin caller of `/api/v1`. Throws `ApiError`; an unsafe call carries an idempotency key and the session's CSRF token. */
export function createClient(options: ClientOptions) {
  const ask = options.fetch ?? fetch;

  async function call(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const csrf = options.csrfToken();
    const unsafe = method !== 'GET';
    const response = await ask(`${options.baseUrl ?? ''}/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': options.language(),
        ...(unsafe && csrf !== null ? { 'x-csrf-token': csrf } : {}),
        ...(unsafe ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    }).catch(() => {
      throw new ApiError(0, 'offline', 'No answer came from the service.', {});
    });
    if (!response.ok) throw await failure(response);
    return response;
  }

  async function read<T>(path: string): Promise<T> {
    const answer: T = await (await call('GET', path)).json();
    return answer;
  }

  async function send<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    const response = await call('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
    const text = await response.text();
    const answer: T = text === '' ? {} : JSON.parse(text);
    return answer;
  }

  return {
    session: () => read<Session>('/session'),
    endSession: () => send<unknown>('/session/end', {}),
    record: () => read<LearnerRecord>('/learners/me/record'),
    /** The same `key` again is the same claim: send it again after a lost answer. */
    claim: (claim: ClaimRequest, key: string) => send<{ readonly id: string }>('/awards', claim, { 'idempotency-key': key }),
    award: (id: string) => read<AwardView>(`/awards/${encodeURIComponent(id)}`),
    withdrawAward: (id: string, reason: string) => send<unknown>(`/awards/${encodeURIComponent(id)}/withdrawal`, { reason }),
    answerForAward: (id: string, text: string) => send<unknown>(`/awards/${encodeURIComponent(id)}/answer`, { text }),
    imports: () => read<Page<ImportSummary>>('/results/imports'),
    import: (id: string) => read<ImportProgress>(`/results/imports/${encodeURIComponent(id)}`),
    stopImport: (id: string) => send<unknown>(`/results/imports/${encodeURIComponent(id)}/stop`, {}),
    recordImport: (id: string) => send<{ readonly id?: string }>(`/results/imports/${encodeURIComponent(id)}/record`, {}),
    /** Sends a file to be checked; nothing is recorded. Answers the id to follow it by. */
    checkFile: async (file: File): Promise<{ readonly id: string }> => {
      const type = /\.(nd)?jsonl?(\.gz)?$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv';
      const gzip: Record<string, string> = /\.gz$/i.test(file.name) ? { 'content-encoding': 'gzip' } : {};
      const response = await call('POST', `/results/imports?dryRun=true&name=${encodeURIComponent(file.name)}`, file, {
        'content-type': type,
        ...gzip,
      });
      const answer: { readonly id: string } = await response.json();
      return answer;
    },
    outcomes: (query: OutcomeQuery) => {
      const search = new URLSearchParams();
      if (query.q !== undefined && query.q !== '') search.set('q', query.q);
      for (const field of query.field ?? []) search.append('field', field);
      for (const level of query.level ?? []) search.append('level', String(level));
      if (query.status !== undefined) search.set('status', query.status);
      if (query.cursor !== undefined) search.set('cursor', query.cursor);
      return read<OutcomePage>(`/outcomes?${search}`);
    },
    outcome: (code: string, version: string) =>
      read<OutcomeView>(`/outcomes/${encodeURIComponent(code)}/${encodeURIComponent(version)}`),
  };
}

async function failure(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null);
  const fields: Readonly<Record<string, unknown>> = typeof problem === 'object' && problem !== null ? { ...problem } : {};
  const code = typeof fields['code'] === 'string' ? fields['code'] : `http-${response.status}`;
  const detail = typeof fields['detail'] === 'string' ? fields['detail'] : response.statusText;
  return new ApiError(response.status, code, detail, fields);
}
