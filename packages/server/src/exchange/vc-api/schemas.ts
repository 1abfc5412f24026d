import { z } from 'zod';

const document = z.record(z.string(), z.unknown());
const pointers = z.array(z.string().max(1_000)).max(200);

export const issueBody = z.object({
  credential: document,
  options: z
    .looseObject({
      cryptosuite: z.enum(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019', 'ecdsa-sd-2023']).optional(),
      mandatoryPointers: pointers.optional(),
      envelope: z.enum(['vc+jwt', 'vc+cose']).optional(),
      credentialStatus: z
        .array(z.object({ type: z.literal('BitstringStatusListEntry'), statusPurpose: z.enum(['revocation', 'suspension']) }))
        .max(2)
        .optional(),
    })
    .refine(
      ({ envelope, cryptosuite, mandatoryPointers }) =>
        envelope === undefined || (cryptosuite === undefined && mandatoryPointers === undefined),
      { message: 'An envelope is signed as a whole: it goes with neither a cryptosuite nor mandatory pointers.' },
    )
    .optional(),
});

const verifyOptions = z
  .looseObject({
    challenge: z.string().max(1_000).optional(),
    domain: z.string().max(1_000).optional(),
    checks: z.array(z.string()).max(10).optional(),
  })
  .optional();
export const verifyCredentialBody = z.object({ verifiableCredential: document, options: verifyOptions });
export const verifyPresentationBody = z.object({ verifiablePresentation: document, options: verifyOptions });

export const deriveBody = z.object({
  verifiableCredential: document,
  options: z.looseObject({ selectivePointers: pointers }),
});

export const statusBody = z.object({
  credentialId: z.string().min(1).max(2_000),
  credentialStatus: z.looseObject({
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.enum(['revocation', 'suspension']),
  }),
  status: z.boolean(),
});

export const credentialAnswer = z.object({ verifiableCredential: document });
const details = z.object({ type: z.string(), title: z.string(), detail: z.string() });
export const verifiedAnswer = z.object({
  verified: z.literal(true),
  checks: z.array(z.string()),
  warnings: z.array(details),
  errors: z.array(details),
});
export const issuersAnswer = z.object({ items: z.array(z.object({ id: z.string(), curve: z.string() })), next: z.null() });
export const changed = z.object({ credentialId: z.string(), status: z.boolean() });
