import type { McpServer } from '@modelcontextprotocol/server';
import { FIELDS } from '@recognition/recognition';
import { checkWording } from '@recognition/recognition/wording';
import { z } from 'zod';
import { outcomeAddress } from '../../catalogue/address.ts';
import type { KeptOutcome } from '../../catalogue/document.ts';
import { listOutcomes, showOutcome } from '../../catalogue/list.ts';
import { text } from '../../catalogue/schema.ts';
import { loadSnapshot } from '../../catalogue/snapshot.ts';
import { toView } from '../../catalogue/views.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { answered } from './data.ts';
import { answer, READS } from './shapes.ts';

/** Finding and reading definitions, as everybody may. No description holds a word of the catalogue. */
export function catalogueTools(server: McpServer, services: Services): void {
  server.registerTool(
    'search_catalogue',
    {
      title: 'Search the catalogue of learning outcomes',
      description:
        'Finds outcomes, skill standards and unit standards by words (all must fit; case and macrons do not matter), field and level. Answers at most 50 at a time, with a cursor for the next.',
      inputSchema: z.object({
        q: z.string().max(200).optional().describe('Words of the code, name, classification or skills.'),
        field: z.enum(FIELDS).optional().describe('One of the 17 fields.'),
        level: z.int().min(1).max(10).optional().describe('Level of the framework, 1 to 10.'),
        cursor: z.string().max(1000).optional().describe('"next" of the answer before.'),
        limit: z.int().min(1).max(50).default(20),
      }),
      outputSchema: answer({ total: z.int(), next: z.string().nullable(), items: z.array(z.looseObject({ code: z.string() })) }),
      annotations: READS,
    },
    ({ q, field, level, cursor, limit }) =>
      answered(async () => {
        const page = await listOutcomes(services, null, {
          limit,
          ...(q === undefined ? {} : { q }),
          ...(field === undefined ? {} : { field }),
          ...(level === undefined ? {} : { level }),
          ...(cursor === undefined ? {} : { cursor }),
        });
        return { total: page.total, next: page.next, items: page.items.map((one) => briefly(one, services.settings.url)) };
      }),
  );

  server.registerTool(
    'read_definition',
    {
      title: 'Read one definition',
      description:
        'Reads the whole definition of an outcome by its code: assessments, theory, practice, skills by address, dates, versions. Without a version it is the one in force today, or the newest.',
      inputSchema: z.object({
        code: z.string().min(1).max(100),
        version: z.int().min(1).max(1_000_000).optional(),
      }),
      outputSchema: answer({ outcome: z.looseObject({ code: z.string(), url: z.string() }) }),
      annotations: READS,
    },
    ({ code, version }) =>
      answered(async () => {
        const found = await showOutcome(services, null, code, version ?? (await versionOf(services, code)));
        const { versions, ...outcome } = found;
        return { outcome: { ...toView(outcome), versions, url: outcomeAddress(services.settings.url, outcome) } };
      }),
  );

  const texts = z.array(text).max(100).default([]);
  server.registerTool(
    'check_wording',
    {
      title: 'Check how readable a definition is',
      description:
        'Scores a definition that is being written from 0 to 100 by published rules: an act that can be seen, one outcome, conditions, standard, plain words. Answers every finding with its source, and better words where a rule gives them. Keeps nothing.',
      inputSchema: z.object({ name: z.string().max(500), assessments: texts, theory: texts, practice: texts }),
      outputSchema: answer({ score: z.int(), findings: z.array(z.looseObject({ check: z.string() })) }),
      annotations: READS,
    },
    (given) =>
      answered(async () => {
        const { score, grade, parts, findings } = checkWording({ ...given, credits: null, level: null, field: null, skills: [] });
        // What a definition has beside its words is not asked for here, so it is not judged.
        const judged = findings.filter(({ check }) => check !== 'structure' && check !== 'skills-linked');
        return { score, grade, parts, findings: judged };
      }),
  );
}

async function versionOf(services: Services, code: string): Promise<number | null> {
  const snapshot = await loadSnapshot(services);
  const listed = snapshot.byCode(code).filter(({ status }) => status !== 'draft' && status !== 'in-review');
  const found = snapshot.inForce(code, services.clock.today()) ?? listed.at(-1);
  if (found === undefined) throw problem('outcome-not-found', 404, 'There is no outcome with this code.');
  return found.version;
}

function briefly(outcome: KeptOutcome, url: string) {
  const { id, code, version, name, status, credits, level, field, developerName, skills } = outcome;
  return {
    id,
    code,
    version,
    name,
    status,
    credits,
    level,
    field,
    developer: developerName,
    skills: skills.map(({ uri, label, relation }) => ({ uri, label, relation })),
    url: outcomeAddress(url, outcome),
  };
}
