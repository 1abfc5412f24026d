import type { SourceFile } from '../catalogue/import/answer.ts';

/** A job role of a public framework as its source has it. What the source does not say is null or empty. */
export interface JobRole {
  readonly code: string;
  readonly title: string;
  readonly sector: string | null;
  readonly track: string | null;
  readonly description: string;
  readonly tasks: readonly string[];
  /** Skills by the source's own codes, the most needed first. */
  readonly skills: readonly { readonly code: string; readonly weight: 'essential' | 'useful' }[];
}

/** A row that was not taken, with its reason. Rows count from 1 under the header. */
export interface RoleNotTaken {
  readonly file: string;
  readonly row: number;
  readonly code: 'row-not-readable' | 'code-missing' | 'title-missing' | 'twice' | 'role-unknown' | 'skill-unknown';
  readonly detail: string;
}

export interface ReadRoles {
  readonly name: string;
  readonly rows: number;
  readonly roles: readonly JobRole[];
  readonly notTaken: readonly RoleNotTaken[];
}

/** Reads the files of one version of a source. Throws codes of a file. */
export type RoleReader = (files: readonly SourceFile[]) => ReadRoles;

export const ROLE_FORMS = ['singapore', 'onet', 'json'] as const;
export type RoleForm = (typeof ROLE_FORMS)[number];

/** As many skills as a role of an employer may name. */
export const MOST_SKILLS = 100;
