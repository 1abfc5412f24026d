import { ApiError, failure } from './error.ts';
import type { Answer, CallOptions, Method, OperationOf, PathOf, Rest } from './operation.ts';

export { ApiError } from './error.ts';
export type { Answer, CallOptions } from './operation.ts';
export type * from './types.ts';

export interface ClientOptions {
  /** Where the service is, without a trailing slash; empty in the browser. */
  readonly baseUrl?: string;
  readonly language: () => string;
  /** The session's token, waited for where the session is still being asked for: whoever is quick is not refused. */
  readonly csrfToken: () => Promise<string | null>;
  readonly fetch?: typeof fetch;
}

/** Values of a query: a list is sent as the same name several times; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined>>;

interface AnyOptions extends CallOptions {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
  readonly body?: unknown;
}

export interface Upload extends CallOptions {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Client = ReturnType<typeof createClient>;

/**
 * A thin caller of the service, typed from its own OpenAPI document. Every call throws `ApiError` when what was asked is not done;
 * an unsafe call carries an idempotency key and the session's CSRF token.
 */
export function createClient(options: ClientOptions) {
  const ask = options.fetch ?? fetch;

  /** Any call, for files and streams; the others are made of it. `path` is already filled in. */
  async function call(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    const unsafe = method !== 'GET';
    const csrf = unsafe ? await options.csrfToken() : null;
    const response = await ask(`${options.baseUrl ?? ''}${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': options.language(),
        ...(csrf === null ? {} : { 'x-csrf-token': csrf }),
        ...(unsafe ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...headers,
      },
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { body }),
    }).catch((error: unknown) => {
      if (signal?.aborted === true) throw error;
      throw new ApiError(0, 'offline', 'No answer came from the service.', {});
    });
    if (!response.ok) throw await failure(response);
    return response;
  }

  /** The caller of one method: an address of the document, with what goes in its path, its query and its body. */
  function caller<M extends Method>(method: M) {
    return async <P extends PathOf<M>>(path: P, ...rest: Rest<OperationOf<P, M>>): Promise<Answer<OperationOf<P, M>>> => {
      const given: AnyOptions = rest[0] ?? {};
      const response = await call(
        method.toUpperCase(),
        addressOf(path, given.path, given.query),
        given.body === undefined ? undefined : JSON.stringify(given.body),
        {
          ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
        },
        given.signal,
      );
      const text = await response.text();
      const answer: Answer<OperationOf<P, M>> = text === '' ? undefined : JSON.parse(text);
      return answer;
    };
  }

  return {
    call,
    get: caller('get'),
    post: caller('post'),
    put: caller('put'),
    patch: caller('patch'),
    delete: caller('delete'),
    /** Sends a file or a stream as it is and answers what the same POST would. */
    upload: async <P extends PathOf<'post'>>(
      path: P,
      body: BodyInit,
      { query, headers, key, signal }: Upload = {},
    ): Promise<Answer<OperationOf<P, 'post'>>> => {
      const response = await call(
        'POST',
        addressOf(path, undefined, query),
        body,
        { ...headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        signal,
      );
      const answer: Answer<OperationOf<P, 'post'>> = await response.json();
      return answer;
    },
  };
}

/** An address with its parts filled in: `/a/{id}` with `{ id: 'x/y' }` is `/a/x%2Fy`. */
export function addressOf(path: string, parts: Readonly<Record<string, string | number>> = {}, query: Query = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
