import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { verifyForPublic } from '../../award/verification.ts';
import { assess, frameworkOr404 } from '../../framework/assess.ts';
import type { Services } from '../../services.ts';
import { CredentialError } from '@recognition/credentials';
import { problem } from '../../http/problem.ts';
import { answered } from './data.ts';
import { answer, READS } from './shapes.ts';

const date = z.iso.date();

/** Deciding a record and checking a credential, of whoever hands them in. Nothing of either is kept. `count` holds the limit of checking. */
export function checkingTools(server: McpServer, services: Services, count: () => Promise<void>): void {
  server.registerTool(
    'assess_record',
    {
      title: 'Assess a portable record',
      description:
        'Decides an award on a portable record (type RecognitionRecord, version 1), by default the Applied Learning Qualification of New Zealand: whether it is earned, the best selections, what is missing, what expires. Exact, and the same as the repository decides. Keeps nothing.',
      inputSchema: z.object({
        record: z
          .looseObject({ type: z.literal('RecognitionRecord') })
          .describe('The portable record, as its owner downloaded it.'),
        framework: z.string().max(16).default('nz').describe('Whose rules decide: nz, in, ph, dk, sg, es.'),
        award: z.string().max(64).default('alq'),
        asOf: date.optional().describe('The day of the decision; the latest date in the record when left out.'),
        language: z.enum(['en', 'mi']).default('en').describe('The language of the explanation.'),
      }),
      outputSchema: answer({ decision: z.looseObject({ eligible: z.boolean() }) }),
      annotations: READS,
    },
    ({ record, framework, award, asOf, language }) =>
      answered(async () => {
        await count();
        const body = { record, award, definitions: [], language, ...(asOf === undefined ? {} : { asOf }) };
        return { decision: assess(frameworkOr404(framework), body, language) };
      }),
  );

  server.registerTool(
    'verify_credential',
    {
      title: 'Verify a credential',
      description:
        'Checks a credential or presentation: a JSON-LD document, or a compact JWT or SD-JWT as text. Answers verified, not-verified or inconclusive, with each check and its reason. Keeps nothing.',
      inputSchema: z.object({ credential: z.union([z.looseObject({}), z.string().min(1).max(500_000)]) }),
      outputSchema: answer({ verification: z.looseObject({ answer: z.string() }) }),
      annotations: { ...READS, openWorldHint: true },
    },
    ({ credential }) =>
      answered(async () => {
        await count();
        try {
          return { verification: await verifyForPublic(services, credential) };
        } catch (error) {
          if (!(error instanceof CredentialError)) throw error;
          throw problem('credential-unreadable', 400, `This is no credential: ${error.message}.`);
        }
      }),
  );
}
