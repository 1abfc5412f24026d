import type { McpServer } from '@modelcontextprotocol/server';
import type { RecognitionRecord } from '@recognition/recognition';
import { z } from 'zod';
import { loadSnapshot } from '../../catalogue/snapshot.ts';
import { assess, frameworkOr404 } from '../../framework/assess.ts';
import { problem } from '../../http/problem.ts';
import { aliasSet } from '../../identity/index.ts';
import { countCall, type Limit } from '../../operations/rate-limit.ts';
import { planPathway } from '../../pathway/plan.ts';
import { askBody } from '../../pathway/schemas.ts';
import { readRecord } from '../../record/read-record.ts';
import type { Services } from '../../services.ts';
import { type Application, noteReading, RECORD } from '../badges/index.ts';
import { answered } from './data.ts';
import { answer, READS } from './shapes.ts';

/** The tools that a learner's consent stands behind. */
export const OWN_TOOLS: readonly string[] = ['read_my_record', 'assess_my_record', 'plan_my_pathway'];

/** A plan is seconds of the processor: as many an hour as from the page. */
const PLANNING: Limit = { bucket: 'pathway', calls: 60, seconds: 3600 };

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

  server.registerTool(
    'plan_my_pathway',
    {
      title: 'Plan a way to a goal for the learner who signed in',
      description: `Plans a way to an award or to skills from what the learner who let this agent in has earned and from what is offered: by a solver, each plan with whether it is proven best, or what stands in the way and the nearest that can be met. Keeps nothing. Needs the scope ${RECORD}; each call is written down where the learner sees it.`,
      inputSchema: askBody,
      outputSchema: answer({ pathway: z.looseObject({ state: z.string() }) }),
      annotations: READS,
    },
    (asked) =>
      answered(async () => {
        // Counted before anything is read: a call that is one too many reads nothing, and nothing stands in her log.
        const { learnerId } = letIn(application);
        await countCall(services.db, `learner:${learnerId}`, PLANNING);
        const record = await ownRecord(services, application);
        return { pathway: await planPathway(services, record, asked) };
      }),
  );
}

/** The application of a learner who let it read her record. The route has refused others already; a tool opens nothing on its own either. */
function letIn(application: Application | null): Application {
  if (application === null || !application.scopes.includes(RECORD))
    throw problem('scope-missing', 403, `This needs the scope ${RECORD}.`);
  return application;
}

async function ownRecord(services: Services, asked: Application | null): Promise<RecognitionRecord> {
  const application = letIn(asked);
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
