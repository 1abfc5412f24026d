import { createServer } from 'node:http';
import { z } from 'zod';

const asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
});
const told = z.object({
  definition: z.object({ name: z.string(), practice: z.array(z.string()), assessments: z.array(z.string()) }),
});

export interface SmallModel {
  /** What `LANGUAGE_MODEL_URL` is set to. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * A small server that speaks OpenAI's chat completions, in the place of a language model: it writes no better than its rule, which is to say
 * what the definition says, but it is asked, and answers, over the wire as any model does.
 */
export async function startSmallModel(): Promise<SmallModel> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ object: 'chat.completion', choices: [{ index: 0, message: answerTo(body) }] }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => void server.close(() => done()));
    },
  };
}

function answerTo(body: string): { readonly role: 'assistant'; readonly content: string } {
  const { messages } = asked.parse(JSON.parse(body));
  const said = (role: 'system' | 'user'): string => messages.find((one) => one.role === role)?.content ?? '';
  const { definition } = told.parse(JSON.parse(said('user')));
  const [evidence = 'Seen at work'] = definition.assessments;
  const content = said('system').includes('"skills"')
    ? {
        skills: [definition.name, ...definition.practice]
          .slice(0, 6)
          .map((statement) => ({ statement: statement.slice(0, 200), relation: 'competent', evidence: evidence.slice(0, 300) })),
      }
    : { text: `You learn this: ${definition.name}.` };
  return { role: 'assistant', content: JSON.stringify(content) };
}
