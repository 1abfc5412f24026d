import { z } from 'zod';
import { guardedRequest } from '../http/guarded-fetch.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { promptFor } from './prompt.ts';

/** A draft takes a model seconds; who waits for longer than this is better told so. */
const MOST_MILLISECONDS = 30_000;
const MOST_BYTES = 200_000;
const MOST_TOKENS = 900;

const answered = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string().max(20_000) }) })).min(1),
});

/**
 * Asks the language model that the operator set up, by the chat completions of OpenAI's protocol, and answers what it wrote. No tool is
 * offered to it. The address is asked under the guard of every outgoing request. Throws `model-off` (409) where none is set up,
 * `model-unreachable` (502) where none answers in time, `model-answer-unusable` (502) where it answers in another form.
 */
export async function askModel(
  { settings }: Pick<Services, 'settings'>,
  messages: ReturnType<typeof promptFor>,
  milliseconds = MOST_MILLISECONDS,
): Promise<string> {
  const model = settings.languageModel;
  if (model === null) throw problem('model-off', 409, 'No language model is set up here. Everything can be written without one.');
  const answer = await guardedRequest(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(model.key === null ? {} : { authorization: `Bearer ${model.key}` }),
    },
    body: JSON.stringify({ model: model.name, messages, temperature: 0.2, max_tokens: MOST_TOKENS, stream: false }),
    allowed: settings.outgoingAllowed,
    milliseconds,
    bytes: MOST_BYTES,
  });
  if (answer.status === 'unreachable') throw unreachable(answer.detail);
  if (answer.code !== 200) throw unreachable(`the answer was ${answer.code}`);
  const read = answered.safeParse(answer.body);
  const content = read.success ? read.data.choices[0]?.message.content : undefined;
  if (content === undefined) throw unusable();
  return content;
}

const unreachable = (detail: string) =>
  problem(
    'model-unreachable',
    502,
    `The language model did not answer (${detail}). Nothing of yours is changed; write it yourself or try again.`,
  );

export const unusable = () =>
  problem(
    'model-answer-unusable',
    502,
    'The language model answered in another form than was asked for. Nothing of yours is changed; write it yourself or try again.',
  );
