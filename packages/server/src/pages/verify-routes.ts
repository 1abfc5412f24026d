import { answerOf, CredentialError, ERROR_SENTENCES } from '@recognition/credentials';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { examineForPublic, publicAward, readAwardId } from '../award/index.ts';
import type { App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { html, pageOptions } from './page.ts';
import { readFile, readText, type Sent } from './sent.ts';
import { verifyAnswerPage, verifyFormPage } from './verify.ts';

/** A credential as a file is refused above this: 10 MB, as the verifier itself does. */
export const MOST_BYTES = 10_000_000;

const TROUBLES = {
  code: {
    en: 'There is no award with this code. Check it against the certificate.',
    mi: 'Kāore he tohu me tēnei waehere. Tirohia ki te tiwhikete.',
  },
  nothing: {
    en: 'Give a link, a file, or the text of a credential.',
    mi: 'Tukuna he hono, he kōnae, te kupu rānei o tētahi tiwhikete matihiko.',
  },
  link: {
    en: 'We open links to this service only. Download the credential from where the link leads, and give the file here.',
    mi: 'Ka huakina e mātou ngā hono ki tēnei ratonga anake. Tikiake te tiwhikete i te wāhi o te hono, ka tuku mai ai i te kōnae.',
  },
} as const;

const query = z.object({ award: z.string().max(64).optional(), lang: z.enum(['en', 'mi']).optional() });

/** The page on which anyone verifies: a link, a code, a file or a text; without JavaScript and without an account. */
export function verifyPages(app: App, services: Services): void {
  app.get('/verify', { schema: { hide: true, querystring: query } }, async (request, reply) => {
    const typed = request.query.award?.trim();
    if (typed === undefined || typed === '') return html(reply, verifyFormPage(await pageOptions(request, services)));
    const id = readAwardId(typed);
    const credential = id === null ? null : await publicAward(services, id);
    if (credential === null) return again(request, reply.code(404), services, typed, TROUBLES.code[request.language]);
    return answered(request, reply, services, credential, request.url);
  });

  app.post(
    '/verify',
    { schema: { hide: true }, config: { csrf: false }, bodyLimit: 2 * MOST_BYTES + 65_536 },
    async (request, reply) => {
      const { sent, text } = await readSent(request, services.settings.url);
      const lang = `lang=${request.language}`;
      switch (sent.kind) {
        case 'nothing':
          return again(request, reply.code(422), services, text, TROUBLES.nothing[request.language]);
        case 'other-link':
          return again(request, reply.code(422), services, text, TROUBLES.link[request.language]);
        case 'share':
          return reply.header('referrer-policy', 'no-referrer').redirect(`/s/${sent.token}?${lang}`, 303);
        case 'award':
          return reply.redirect(`/verify?award=${sent.id}&${lang}`, 303);
        case 'credential':
          return credentialAnswered(request, reply, services, sent.credential, text);
      }
    },
  );
}

async function credentialAnswered(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  credential: string | Uint8Array,
  text: string,
): Promise<FastifyReply> {
  try {
    return await answered(request, reply, services, credential, null);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    return again(request, reply.code(422), services, text, ERROR_SENTENCES[error.code][request.language]);
  }
}

/** The form once more, with what was typed and a sentence about it. */
async function again(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  text: string,
  trouble: string,
): Promise<FastifyReply> {
  return html(reply, verifyFormPage(await pageOptions(request, services), { text, trouble }));
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  credential: unknown,
  address: string | null,
): Promise<FastifyReply> {
  const examination = await examineForPublic(services, credential);
  const options = { ...(await pageOptions(request, services)), at: services.clock.now().toISOString(), again: address };
  return html(reply, verifyAnswerPage(options, answerOf(examination), examination.document, examination.credentials));
}

/** The form's link, file or text; the file wins. What was typed comes back with a trouble. */
async function readSent(request: FastifyRequest, url: string): Promise<{ readonly sent: Sent; readonly text: string }> {
  if (!request.isMultipart()) {
    const form = z.object({ text: z.string() }).safeParse(request.body);
    const text = form.success ? form.data.text : '';
    return { sent: readText(text, url), text };
  }
  let file: Sent = { kind: 'nothing' };
  let text = '';
  let link = '';
  for await (const part of request.parts()) {
    if (part.type === 'file') file = readFile(await part.toBuffer(), url);
    else if (part.fieldname === 'text' && typeof part.value === 'string') text = part.value;
    else if (part.fieldname === 'link' && typeof part.value === 'string') link = part.value;
  }
  const typed = text.trim() === '' ? link : text;
  return { sent: file.kind === 'nothing' ? readText(typed, url) : file, text: typed };
}
