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

/** Reads the problem document of an answer that is not a success. */
export async function failure(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null);
  const fields: Readonly<Record<string, unknown>> = typeof problem === 'object' && problem !== null ? { ...problem } : {};
  const code = typeof fields['code'] === 'string' ? fields['code'] : `http-${response.status}`;
  const detail = typeof fields['detail'] === 'string' ? fields['detail'] : response.statusText;
  return new ApiError(response.status, code, detail, fields);
}
