import { z } from 'zod';

/** What every tool here is to an agent: it reads, changes nothing, and may be called again. */
export const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

/** The shape of an answer: the notice, then the data. */
export const answer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject({ notice: z.string(), ...z.object(shape).partial().shape });
