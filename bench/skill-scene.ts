import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../packages/server/src/database/connection.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { migrate } from '../packages/server/src/database/migrate.ts';
import type { Services } from '../packages/server/src/services.ts';
import { bringScheme } from '../packages/server/src/skill/scheme/bring-scheme.ts';
import type { SchemeFormat } from '../packages/server/src/skill/scheme/index.ts';
import { loadOwnSkills } from '../packages/server/src/skill/own-skills.ts';
import { testServices } from '../packages/server/src/test-services.ts';

/** The folder of real public files, where there is one: `RECOGNITION_SHARED`, or `shared` beside the project. */
export const DATA = [process.env['RECOGNITION_SHARED'], new URL('../../shared', import.meta.url).pathname]
  .map((folder) => `${folder}/data`)
  .find((folder) => existsSync(join(folder, 'us-onet')));

export const dataFile = (path: string): string => readFileSync(join(DATA ?? '', path), 'utf8');

/** Whole schemes; tasks and occupations are no skills and fill the number of concepts up. */
const SCHEMES: readonly (readonly [scheme: string, from: SchemeFormat, files: readonly string[]])[] = [
  ['esco', 'esco', ['eu-esco/skills_en.csv', 'eu-esco/skill_groups.csv', 'eu-esco/skill_group_hierarchy.csv']],
  ['sg-unique', 'singapore', ['sg-skills-framework/unique_skills_list.csv']],
  ['sg', 'singapore', ['sg-skills-framework/skill_definitions.csv']],
  [
    'au',
    'skos',
    ['au-training-gov-au/national_skills_taxonomy_part1.ttl', 'au-training-gov-au/national_skills_taxonomy_unit_tagged.ttl'],
  ],
  ['onet', 'onet', ['us-onet/dwa_reference.csv']],
  ['onet-technology', 'onet', ['us-onet/technology_skills.csv']],
  ['onet-elements', 'onet', ['us-onet/content_model_reference.csv']],
  ['onet-tasks', 'onet', ['us-onet/task_statements.csv']],
  ['esco-occupations', 'esco', ['eu-esco/occupations.csv']],
  ['rsd', 'rsd', ['us-osmt-rsd/rsd_skills_v3.json', 'us-osmt-rsd/rsd_collection_skills_v3.json']],
  ['case', 'case', ['us-case-frameworks/smarter_balanced_pkg_3.json']],
  ['case-2', 'case', ['us-case-frameworks/smarter_balanced_pkg_2.json']],
  ['ctdl', 'ctdl-asn', ['us-ctdl/Competency-Frameworks/bcsp-ohst.json']],
  ['ctdl-2', 'ctdl-asn', ['us-ctdl/Competency-Frameworks/ConnectingCredentials.json']],
  ['moodle', 'moodle', ['moodle-competency-framework/pharmacy_core_competencies.csv']],
];

export interface SkillScene {
  readonly services: Services;
  readonly owner: pg.Client;
  readonly concepts: number;
  /** Seconds that loading a scheme took, with how many concepts it has. */
  readonly loads: readonly { readonly scheme: string; readonly concepts: number; readonly seconds: number }[];
  readonly stop: () => Promise<void>;
}

/** An embedded PostgreSQL with every scheme of the real files. */
export async function skillScene(): Promise<SkillScene> {
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ folder: join(folder, 'postgres') });
  const address = { host: server.host, port: server.port, database: 'postgres' };
  const owner = new pg.Client({ ...address, user: 'postgres' });
  await owner.connect();
  await migrate(owner);
  const db = await openDatabase(address, address, { poolSize: 4 });
  const services = testServices({ db });
  await loadOwnSkills(services);
  const loads: SkillScene['loads'][number][] = [];
  for (const [scheme, from, files] of SCHEMES) {
    const began = performance.now();
    const brought = await bringScheme(services, 'operator', {
      scheme,
      from,
      version: '1',
      uri: `https://bench.example/${scheme}`,
      files: files.map((path) => ({ name: basename(path), bytes: Buffer.from(dataFile(path)) })),
    });
    loads.push({ scheme, concepts: brought.concepts, seconds: (performance.now() - began) / 1000 });
  }
  await owner.query('vacuum analyze');
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::integer as count from catalogue.skill where status = 'current'`,
  );
  return {
    services,
    owner,
    concepts: rows[0]?.count ?? 0,
    loads,
    stop: async () => {
      await db.end();
      await owner.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
