import type { SourceFile } from '../../catalogue/import/answer.ts';
import { SOURCE_READERS, type SourceFormat } from '../../catalogue/import/sources/index.ts';
import type { FrameworkContent } from './form.ts';
import { isJobRoles, readJobRoles } from './read-job-roles.ts';

/** Whose framework a country's file fills. A country without a framework here has nowhere to put it. */
export const FRAMEWORK_OF: Readonly<Partial<Record<SourceFormat, string>>> = {
  'nsqf-pack': 'in',
  tesda: 'ph',
  'skills-framework': 'sg',
  'es-certificado': 'es',
  'rncp-block': 'fr',
};

export interface FromSource {
  readonly rows: number;
  readonly content: FrameworkContent;
  readonly rejected: readonly { readonly row: number; readonly code: string }[];
}

/**
 * A country's own file as content of its framework: units, the awards made of them, and job roles where the file is a list of those.
 * Nothing is invented; a row that cannot be used costs itself only. Throws `not-this-format` for another file.
 */
export function contentOf(format: SourceFormat, framework: string, file: SourceFile): FromSource {
  const base = { type: 'FrameworkContent', version: 1, framework, origin: file.name, invented: false } as const;
  if (format === 'skills-framework' && isJobRoles(file)) {
    const { rows, jobRoles, rejected } = readJobRoles(file);
    return { rows, content: { ...base, units: [], definitions: [], jobRoles, programmes: [] }, rejected };
  }
  const read = SOURCE_READERS[format](file);
  return {
    rows: read.count,
    rejected: read.rejected.map(({ row, code }) => ({ row, code })),
    content: {
      ...base,
      units: read.outcomes.map(({ outcome }) => ({
        id: outcome.lineage,
        code: outcome.code,
        title: outcome.name.slice(0, 2000),
        kind: outcome.kind,
        level: outcome.levelLabel,
        minutes: outcome.size?.minutes ?? null,
        sector: outcome.subfield,
        category: outcome.domain,
        description: outcome.practice.length === 0 ? null : outcome.practice.join('\n').slice(0, 20_000),
      })),
      definitions: read.definitions.map((one) => ({ ...one, parts: [...one.parts] })),
      jobRoles: [],
      programmes: [],
    },
  };
}
