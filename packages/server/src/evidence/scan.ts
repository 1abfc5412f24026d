import { connect, type Socket } from 'node:net';
import { problem } from '../http/problem.ts';
import type { Settings } from '../operations/settings.ts';
import { EVIDENCE_SENTENCES } from './sentences.ts';

interface Scanning {
  readonly settings: Pick<Settings, 'evidenceScanner'>;
}

/** How long the scanner may take to be reached, to take the next piece and to answer, in milliseconds. */
const MOST_MILLISECONDS = 30_000;
/** The largest answer that is read, in letters: a verdict is a line. */
const MOST_LETTERS = 4096;

/**
 * Hands a file on piece by piece, and to a ClamAV daemon at the same time by its INSTREAM command (clamd(8): a null-terminated command, pieces
 * that begin with their length in four bytes, an empty one at the end). It ends only once the daemon has said that nothing was found, so that
 * whoever stores what comes out stores nothing else. `patience`, in milliseconds, is for the scanner alone: whoever sends the file may be slow. Where no scanner is set up it hands on what comes in. Throws `evidence-infected` (422), and
 * `evidence-scan-unavailable` (503) where the scanner cannot be asked or gives no verdict.
 */
export async function* scanned(
  services: Scanning,
  source: AsyncIterable<Uint8Array>,
  patience: number = MOST_MILLISECONDS,
): AsyncGenerator<Uint8Array> {
  const address = services.settings.evidenceScanner;
  if (address === null) {
    yield* source;
    return;
  }
  const asked = await ask(address, patience);
  try {
    for await (const piece of source) {
      if (piece.length === 0) continue;
      await asked.send(piece);
      yield piece;
    }
    refuseUnlessClean(await asked.verdict());
  } finally {
    asked.end();
  }
}

/** Scans what lies here already before it is handed to anybody: it may have come before there was a scanner, or before what is in it was known. */
export async function scanContent(services: Scanning, content: Buffer): Promise<void> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let begin = 0; begin < content.length; begin += 65_536) yield content.subarray(begin, begin + 65_536);
  }
  for await (const _ of scanned(services, whole()));
}

function refuseUnlessClean(verdict: string): void {
  if (verdict === 'stream: OK') return;
  if (/^stream: .{1,200} FOUND$/u.test(verdict))
    throw problem('evidence-infected', 422, EVIDENCE_SENTENCES['evidence-infected'].en);
  throw unavailable();
}

const unavailable = () => problem('evidence-scan-unavailable', 503, EVIDENCE_SENTENCES['evidence-scan-unavailable'].en);

interface Asked {
  readonly send: (piece: Uint8Array) => Promise<void>;
  readonly verdict: () => Promise<string>;
  readonly end: () => void;
}

async function ask(address: string, patience: number): Promise<Asked> {
  const socket = open(address);
  let said = '';
  // A daemon that closes or refuses ends every wait.
  const broken = new Promise<never>((_, failed) => {
    socket.once('error', () => failed(unavailable()));
    socket.once('close', () => failed(unavailable()));
  });
  broken.catch(() => undefined);
  const answered = new Promise<string>((done) => {
    socket.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const end = said.indexOf('\0');
      if (end >= 0 || said.length > MOST_LETTERS) done(end >= 0 ? said.slice(0, end) : '');
    });
  });
  /** Waits for the daemon, and closes the connection on one that takes too long. */
  const awaited = async <T>(wait: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => socket.destroy(), patience);
    try {
      return await Promise.race([wait, broken]);
    } finally {
      clearTimeout(timer);
    }
  };
  const write = (bytes: Uint8Array): Promise<void> =>
    awaited(new Promise<void>((done) => void socket.write(bytes, (error) => (error ? undefined : done()))));
  await awaited(new Promise<void>((done) => void socket.once('connect', () => done())));
  await write(Buffer.from('zINSTREAM\0'));
  return {
    send: async (piece) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      await write(Buffer.concat([length, piece]));
    },
    verdict: async () => {
      await write(Buffer.alloc(4));
      return awaited(answered);
    },
    end: () => void socket.destroy(),
  };
}

/** `tcp://host:port` or `unix:/path`: the settings let nothing else through. */
function open(address: string): Socket {
  const url = new URL(address);
  return url.protocol === 'unix:' ? connect(url.pathname) : connect(Number(url.port), url.hostname.replace(/^\[|\]$/gu, ''));
}
