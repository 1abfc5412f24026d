import { createServer } from 'node:net';

/** What the small scanner finds, however it is cut. */
export const INVENTED_SIGNATURE = 'INVENTED-TEST-SIGNATURE';

export interface SmallScanner {
  /** What `EVIDENCE_SCANNER` is set to. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The verdict on a file as clamd words it: on what has the invented signature in it, and on what has not. */
export const verdictOn = (content: Buffer): string =>
  content.includes(INVENTED_SIGNATURE) ? 'stream: Invented.Test FOUND\0' : 'stream: OK\0';

/**
 * A small server that speaks INSTREAM as clamd does, in the place of a ClamAV daemon, which is an operator's own. `answer` is given the pieces that
 * came; null closes the connection without a word.
 */
export async function startSmallScanner(answer: (content: Buffer) => string | null = verdictOn): Promise<SmallScanner> {
  const server = createServer((socket) => {
    let held: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      held = Buffer.concat([held, more]);
      const command = Buffer.from('zINSTREAM\0');
      if (held.length < command.length) return;
      if (!held.subarray(0, command.length).equals(command)) return void socket.end('UNKNOWN COMMAND\0');
      const pieces: Buffer[] = [];
      for (let at = command.length; at + 4 <= held.length; ) {
        const length = held.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(pieces));
          return void (said === null ? socket.destroy() : socket.end(said));
        }
        if (at + 4 + length > held.length) return;
        pieces.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  return {
    address: `tcp://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`,
    stop: () => new Promise((done) => void server.close(() => done())),
  };
}
