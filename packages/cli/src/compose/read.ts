import { type Definition, type RecognitionFramework, frameworkNamed, readDefinitions } from '@recognition/recognition/frameworks';
import type { Io } from '../command.ts';
import { readJsonFile } from '../json-file.ts';

/** What stops a command before it composes anything: exit 2. */
export class Unusable extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Unusable';
    this.code = code;
  }
}

/** The definitions of a file. Throws Unusable with the path and the code of the first that is wrong. */
export async function definitionsIn(file: string, io: Io): Promise<readonly Definition[]> {
  const read = await readJsonFile(file, io);
  if (!read.ok) throw new Unusable(read.code, `${file}: ${read.message}`);
  const definitions = readDefinitions(read.value);
  if (!definitions.ok) {
    const [first] = definitions.problems;
    throw new Unusable(first?.code ?? 'not-a-definition', `${file}: ${first?.path ?? ''}: ${first?.message ?? ''}`);
  }
  return definitions.definitions;
}

/** A framework by its id. Throws Unusable. */
export function frameworkOf(id: string): RecognitionFramework {
  const framework = frameworkNamed(id);
  if (framework === null) throw new Unusable('unknown-framework', `There is no framework "${id}".`);
  return framework;
}

/** Runs a command's work: what is not understood or cannot be read is said, exit 2. */
export async function composing(help: string, json: boolean, io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    if (json) io.out(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`);
    else io.err(error.code === 'usage' ? `${error.message}\n\n${help}` : `${error.message} (${error.code})\n`);
    return 2;
  }
}
