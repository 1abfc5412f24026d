import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPageAssets } from '../../server/src/pages/assets.ts';
import { awardPrintPage } from '../../server/src/pages/award-print.ts';
import { appShell } from '../../server/src/pages/shell.ts';
import { verifyAnswerPage, verifyFormPage } from '../../server/src/pages/verify.ts';
import {
  fixtureAward,
  fixtureCredential,
  fixtureImport,
  fixtureOutcomes,
  fixtureSession,
  fixtureAnswer,
  fixturePrint,
} from './fixture-answers.ts';
import { fixtureRecord } from './fixture-record.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves the built site against invented answers, under the policy of the real server. `who` is in the cookie `who`. */
export async function fixtureServer(port: number, dist = fileURLToPath(new URL('../dist', import.meta.url))): Promise<Server> {
  const assets = await readPageAssets(join(dist, '.vite', 'manifest.json'));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const cookie = request.headers.cookie ?? '';
    const language =
      url.searchParams.get('lang') === 'mi' || (url.searchParams.get('lang') === null && /lang=mi/.test(cookie)) ? 'mi' : 'en';
    const who = /who=(\w+)/.exec(cookie)?.[1] ?? 'marama';
    const send = (type: string, body: string | Buffer, status = 200): void => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY });
      response.end(body);
    };
    const json = (value: unknown, status = 200): void => send('application/json', JSON.stringify(value), status);
    const page = {
      assets,
      language,
      otherLanguage: `${url.pathname}?lang=${language === 'en' ? 'mi' : 'en'}`,
      notice: fixtureSession('learner').authority[language],
    } as const;
    const path = url.pathname;
    if (path.startsWith('/assets/')) {
      readFile(join(dist, path)).then(
        (body) => send(TYPES[extname(path)] ?? 'application/octet-stream', body),
        () => send('text/plain', 'none', 404),
      );
    } else if (path === '/api/v1/session')
      json(fixtureSession(who === 'ngaio' ? 'provider' : who === 'public' ? null : 'learner'));
    else if (path === '/api/v1/learners/me/record') {
      if (who === 'public') json({ code: 'sign-in-needed', status: 401, title: 'Sign in', detail: 'Sign in to do this.' }, 401);
      else json(fixtureRecord(who === 'hemi' || who === 'moana' || who === 'empty' ? who : 'marama'));
    } else if (path === '/api/v1/awards' && request.method === 'POST')
      json({ code: 'learning-already-used', status: 409, title: 'Used', detail: 'Used.' }, 409);
    else if (path.startsWith('/api/v1/awards/')) json(fixtureAward());
    else if (path === '/api/v1/results/imports')
      json(
        request.method === 'POST' ? { id: 'i1' } : { items: [fixtureImport('checking')], next: null },
        request.method === 'POST' ? 202 : 200,
      );
    else if (path.startsWith('/api/v1/results/imports/')) json(fixtureImport(path.endsWith('i2') ? 'done' : 'checking'));
    else if (path === '/api/v1/outcomes') json({ items: fixtureOutcomes(), next: null });
    else if (path.startsWith('/api/v1/outcomes/')) json(fixtureOutcomes()[0]);
    else if (path === '/verify') {
      const answer = url.searchParams.get('award');
      send(
        'text/html',
        answer === null
          ? verifyFormPage(page)
          : verifyAnswerPage(
              { ...page, at: '2026-12-02T00:42:00Z', again: '/verify' },
              fixtureAnswer(answer),
              fixtureCredential(),
            ),
      );
    } else if (path.endsWith('/print')) send('text/html', awardPrintPage(page, fixturePrint()));
    else send('text/html', appShell(assets, language));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fixtureServer(Number(process.argv[2] ?? 4173), process.argv[3]);
