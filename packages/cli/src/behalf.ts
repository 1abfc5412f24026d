import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { asLearner, asStaff, type LearnerAtMachine, type StaffAtMachine } from '@recognition/server/account/at-machine.ts';
import { problem } from '@recognition/server/http/problem.ts';
import type { Services } from '@recognition/server/services.ts';
import type { z } from 'zod';
import type { Io } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { withServices } from './open.ts';

/** What every command for a learner says of itself. */
export const FOR_A_LEARNER = `Only on the learner's own request: what is written names the operator, and the learner sees it. The id is the learner's number in this
repository, never an NSN.`;

/** Does something for a learner who asked for it, named by number. Where none is named, or it is no number, the help is shown, with exit 2. */
export async function forLearner(
  io: Io,
  { learner, help }: { readonly learner: string | undefined; readonly help: string },
  work: (services: Services, learner: LearnerAtMachine) => Promise<number>,
): Promise<number> {
  if (!/^[1-9][0-9]{0,15}$/u.test(learner ?? '') || !Number.isSafeInteger(Number(learner))) {
    io.err(`Name the learner by number.\n\n${help}`);
    return 2;
  }
  return withServices(io, (services) => asLearner(services, Number(learner), (by) => work(services, by)));
}

/** Does something as somebody of an organisation, named by the address of their sign-in. */
export async function forStaff(
  io: Io,
  who: {
    readonly kind: 'provider' | 'employer';
    readonly organisation: string | undefined;
    readonly mail: string | undefined;
    readonly roles: readonly string[];
    readonly help: string;
  },
  work: (services: Services, staff: StaffAtMachine) => Promise<number>,
): Promise<number> {
  const { kind, organisation, mail, roles, help } = who;
  if (organisation === undefined || mail === undefined) {
    io.err(`It needs --${kind} and --as.\n\n${help}`);
    return 2;
  }
  return withServices(io, (services) => asStaff(services, { kind, organisation, mail, roles }, (by) => work(services, by)));
}

/** What was asked for in the form that the API takes. Throws `invalid-request` (400), with all that is wrong. */
export function formed<Form extends z.ZodType>(form: Form, value: unknown): z.infer<Form> {
  const read = form.safeParse(value);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`.trim());
  throw problem('invalid-request', 400, wrong.join('; '));
}

/** The value of a JSON file in that form. Throws `invalid-request` (400), and `not-readable` or `not-json` where there is none. */
export async function formedFile<Form extends z.ZodType>(io: Io, path: string, form: Form): Promise<z.infer<Form>> {
  const read = await readJsonFile(path, io);
  if (!read.ok) throw problem(read.code, 400, read.message, { file: path });
  return formed(form, read.value);
}

/** The text of a file in UTF-8. Throws `not-readable` (400). */
export async function textOf(io: Pick<Io, 'cwd'>, path: string): Promise<string> {
  return new TextDecoder('utf-8').decode(await bytesOf(io, path));
}

/** The bytes of a file. Throws `not-readable` (400). */
export async function bytesOf(io: Pick<Io, 'cwd'>, path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(io.cwd, path));
  } catch {
    throw problem('not-readable', 400, 'The file cannot be read.', { file: path });
  }
}
