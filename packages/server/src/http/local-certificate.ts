import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The certificate for `--https` on this machine, made once and kept in the folder (the key with mode 0600). Nobody else trusts it. */
export async function localCertificate(folder: string): Promise<{ readonly key: string; readonly cert: string }> {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  if (!existsSync(keyFile) || !existsSync(certFile)) {
    const now = Date.now();
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      notBeforeDate: new Date(now - 24 * 3600 * 1000),
      notAfterDate: new Date(now + YEAR_MS),
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
        { name: 'basicConstraints', cA: false },
      ],
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, made.private, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}
