/** How a sending stands. `waiting`: the connection is lost; the file is kept and sent again. `locked-out`: the sign-in has ended. */
export type Sending =
  | { readonly state: 'sending'; readonly sent: number; readonly total: number; readonly perSecond: number }
  | { readonly state: 'waiting' }
  | { readonly state: 'locked-out' };

export interface Upload {
  /** Goes on when it is asked: at once, not when the next try is due. */
  readonly goOn: () => void;
  readonly stop: () => void;
  /** The id of the import; rejects with `UploadFailed`, or null when it was stopped. */
  readonly done: Promise<string | null>;
}

/** The service refused the file; sending it again as it is would change nothing. */
export class UploadFailed extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'UploadFailed';
    this.status = status;
    this.code = code;
  }
}

const AGAIN_AFTER = 5000;

/**
 * Sends a file to be checked. One Idempotency-Key for all tries: when an answer was lost, the next try is told what the first one made,
 * and nothing is doubled. A lost connection is waited out; so is a sign-in that has ended.
 */
export function upload(
  url: string,
  body: Blob,
  type: string,
  headers: () => Promise<Readonly<Record<string, string>>>,
  tell: (sending: Sending) => void,
): Upload {
  const key = crypto.randomUUID();
  let stopped = false;
  let request: XMLHttpRequest | null = null;
  let wake: () => void = () => undefined;

  const wait = (ms: number): Promise<void> =>
    new Promise((next) => {
      const timer = setTimeout(next, ms);
      const now = (): void => {
        clearTimeout(timer);
        window.removeEventListener('online', now);
        next();
      };
      wake = now;
      window.addEventListener('online', now);
    });

  const once = async (): Promise<{ readonly status: number; readonly text: string }> => {
    const given = await headers().catch(() => null);
    if (given === null) return { status: 0, text: '' };
    return new Promise((answer) => {
      const asked = new XMLHttpRequest();
      request = asked;
      const began = performance.now();
      asked.open('POST', url);
      asked.setRequestHeader('content-type', type);
      asked.setRequestHeader('accept', 'application/json');
      asked.setRequestHeader('idempotency-key', key);
      for (const [name, value] of Object.entries(given)) asked.setRequestHeader(name, value);
      asked.upload.addEventListener('progress', ({ loaded }) => {
        const seconds = (performance.now() - began) / 1000;
        tell({ state: 'sending', sent: loaded, total: body.size, perSecond: seconds > 0.2 ? loaded / seconds : 0 });
      });
      asked.addEventListener('loadend', () => answer({ status: asked.status, text: asked.responseText }));
      asked.send(body);
    });
  };

  const run = async (): Promise<string | null> => {
    for (;;) {
      tell({ state: 'sending', sent: 0, total: body.size, perSecond: 0 });
      const { status, text } = await once();
      if (stopped) return null;
      const said = parsed(text);
      if (status >= 200 && status < 300) return said.id;
      if (status === 401 || said.code === 'csrf-refused') {
        tell({ state: 'locked-out' });
        await wait(600_000);
      } else if (status === 0 || status >= 502 || said.code === 'upload-cut-off') {
        tell({ state: 'waiting' });
        await wait(AGAIN_AFTER);
      } else if (said.code === 'request-in-flight') await wait(1500);
      else throw new UploadFailed(status, said.code, said.detail);
      if (stopped) return null;
    }
  };
  return {
    done: run(),
    goOn: () => wake(),
    stop: () => {
      stopped = true;
      request?.abort();
      wake();
    },
  };
}

function parsed(text: string): { readonly id: string; readonly code: string; readonly detail: string } {
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // No answer of the service's own.
  }
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const word = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return { id: word('id'), code: word('code'), detail: word('detail') };
}
