import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A platform authenticator in software: makes a passkey and answers challenges with it, as CTAP2 and WebAuthn level 3 lay down. */
export interface Authenticator {
  readonly make: (options: Options, changes?: Changes) => object;
  readonly answer: (options: Options, changes?: Changes) => object;
  /** How often it has signed, as it says. */
  counter: number;
}

interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

interface Changes {
  readonly origin?: string;
  readonly verified?: boolean;
  readonly userHandle?: string;
}

export function authenticator(origin = 'http://127.0.0.1:8080'): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let handle = '';
  const rpHash = createHash('sha256').update(new URL(origin).hostname).digest();
  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const self: Authenticator = {
    counter: 0,
    make: ({ challenge, user }, changes = {}) => {
      handle = user?.id ?? '';
      const data = Buffer.concat([
        rpHash,
        flags(changes.verified ?? true, true),
        uint32(self.counter),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose(publicKey),
      ]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(data),
      ]);
      return {
        ...credential(id),
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, changes.origin ?? origin).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    answer: ({ challenge }, changes = {}) => {
      self.counter += 1;
      const data = Buffer.concat([rpHash, flags(changes.verified ?? true, false), uint32(self.counter)]);
      const client = clientData('webauthn.get', challenge, changes.origin ?? origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...credential(id),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signed.length > 0 ? signature(signed, privateKey) : '',
          userHandle: changes.userHandle ?? handle,
        },
      };
    },
  };
  return self;
}

function credential(id: Buffer) {
  const name = id.toString('base64url');
  return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {} };
}

function signature(signed: Buffer, key: KeyObject): string {
  return sign('sha256', signed, key).toString('base64url');
}

function flags(verified: boolean, attested: boolean): Buffer {
  return Buffer.from([0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0)]);
}

function uint32(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}

// CBOR, as little of it as is needed (RFC 8949): short texts, byte strings, and a map with small keys.
function text(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
}

function bytes(content: Buffer): Buffer {
  const length =
    content.length < 256 ? Buffer.from([0x58, content.length]) : Buffer.from([0x59, content.length >> 8, content.length & 255]);
  return Buffer.concat([length, content]);
}

/** An EC2 key in COSE (RFC 9053): kty 2, alg -7, crv 1, x, y. */
function cose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}
