import first from './clr-2.0/context.json' with { type: 'json' };
import current from './clr-2.0/context-2.0.1.json' with { type: 'json' };

/** The context of Comprehensive Learner Record 2.0 that we write. */
export const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** The contexts of CLR 2.0, which no package publishes. */
export const CLR_CONTEXTS: ReadonlyMap<string, { [key: string]: never }> = new Map([
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', asContext(first)],
  [CLR, asContext(current)],
]);

function asContext(file: object): { [key: string]: never } {
  return JSON.parse(JSON.stringify(file));
}
