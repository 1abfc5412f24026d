import { rekeyLearners } from '@recognition/server/identity/index.ts';
import type { KeyPurpose } from '@recognition/server/keys/key-store.ts';
import { openServices } from '@recognition/server/open-services.ts';
import type { Command } from '../command.ts';
import { inSentences } from '../config/sentences.ts';

const PURPOSES: readonly KeyPurpose[] = ['signing', 'signing-p256', 'nsn-encryption', 'nsn-index', 'evidence', 'sharing'];
const SECOND_MS = 1000;

export const command: Command = {
  help: `nzrr keys rotate signing|signing-p256|nsn-encryption|nsn-index|evidence|sharing

Makes a new key and retires the one before. Old signing keys stay listed, so what they signed verifies. For nsn-encryption and nsn-index
every NSN is written anew under the new key, then the old one is dropped; stopped in the middle, "--continue" finishes it. The product may
run meanwhile.

  --continue   make no new key, only finish what was begun

Exit 0; 2 when it could not.

  npx nzrr keys rotate signing
`,
  run: (args, io) =>
    inSentences(io, async () => {
      const purpose = PURPOSES.find((one) => args.includes(one));
      if (purpose === undefined) {
        io.err(`nzrr keys rotate takes one of ${PURPOSES.join(', ')}.\n`);
        return 2;
      }
      const { services, stop } = await openServices(io.env, { cwd: io.cwd, attach: true });
      try {
        if (!args.includes('--continue')) io.out(`The new key is ${(await services.keys.rotate(purpose)).keyId}.\n`);
        if (purpose === 'nsn-encryption' || purpose === 'nsn-index') {
          let count = await rekeyLearners(services, purpose);
          // Another process may have written under the old key until it saw the new one, a second later.
          await new Promise((next) => setTimeout(next, 2 * SECOND_MS));
          count += await rekeyLearners(services, purpose);
          await services.keys.forgetRetired(purpose);
          io.out(`${count} NSNs were written anew.\n`);
        }
        return 0;
      } finally {
        await stop();
      }
    }),
};
