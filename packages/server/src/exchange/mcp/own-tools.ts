import type { McpServer } from '@modelcontextprotocol/server';
import type { RecognitionRecord } from '@recognition/recognition';
import { z } from 'zod';
import { loadSnapshot } from '../../catalogue/snapshot.ts';
import { assess, frameworkOr404 } from '../../framework/assess.ts';
import { problem } from '../../http/problem.ts';
import { aliasSet } from '../../identity/index.ts';
import { readRecord } from '../../record/read-record.ts';
import type { Services } from '../../services.ts';
import { type Application, noteReading, RECORD } from '../badges/index.ts';
import { answered } from './data.ts';
import { answer, READS } from './shapes.ts';

/** The tools that a learner's consent stands behind. */
export const OWN_TOOLS: readonly string[] = ['read_my_record', 'assess_my_record'];

/** The learner's own record, for an agent that she let read it: each reading stands in her access log before it is answered. */
export function ownTools(server: McpServer, services: Services, application: Application | null): void {
  server.registerTool(
    'read_my_record',
    {
      title: 'Read the record of the learner who signed in',
      description: `Reads the portable record of the learner who let this agent in: organisations, outcomes, results. Without a name and without a National Student Number. Needs the scope ${RECORD}; each call is written down where the learner sees it.`,
      inputSchema: z.object({}),
      outputSchema: answer({ record: z.looseObject({ type: z.string() }) }),
      annotations: READS,
    },
    () => answered(async () => ({ record: await ownRecord(services, application) })),
  );

  server.registerTool(
    'assess_my_record',
    {
      title: 'Assess the record of the learner who signed in',
      description: `Decides the Applied Learning Qualification on the record of the learner who let this agent in, as of today: whether it is earned, the best selections, what is missing, what expires. Needs the scope ${RECORD}; each call is written down where the learner sees it.`,
      inputSchema: z.object({ language: z.enum(['en', 'mi']).default('en') }),
      outputSchema: answer({ decision: z.looseObject({ eligible: z.boolean() }) }),
      annotations: READS,
    },
    ({ language }) =>
      answered(async () => {
        const record = await ownRecord(services, application);
        const body = { record: { ...record }, award: 'alq', definitions: [], language, asOf: services.clock.today() };
        return { decision: assess(frameworkOr404('nz'), body, language) };
      }),
  );
}

async function ownRecord(services: Services, application: Application | null): Promise<RecognitionRecord> {
  // The route has refused it already; a tool opens nothing on its own either.
  if (application === null || !application.scopes.includes(RECORD))
    throw problem('scope-missing', 403, `This needs the scope ${RECORD}.`);
  const [ids, catalogue] = await Promise.all([aliasSet(services, application.learnerId), loadSnapshot(services)]);
  return services.db.asBatch(async (tx) => {
    const { record, awards } = await readRecord(tx, catalogue, ids, services.clock.today());
    await noteReading(services, tx, application, {
      outcomes: record.outcomes.map(({ name }) => name),
      awards: awards.length,
      fields: ['mcp'],
    });
    return record;
  });
}
