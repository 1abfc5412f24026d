import { whoIsSignedIn } from '../account/who.ts';
import { Problem } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { recordView } from '../record/schemas.ts';
import { seeRecord } from '../record/see-record.ts';
import type { Services } from '../services.ts';
import { html, pageOptions } from './page.ts';
import { recordPage } from './record.ts';
import { appShell } from './shell.ts';

/** My record for whoever is signed in as a learner; everybody else gets the website, which says what to do. */
export function recordPages(app: App, services: Services): void {
  app.get('/record', { schema: { hide: true } }, async (request, reply) => {
    const options = await pageOptions(request, services);
    const { signedIn } = request;
    void reply.header('cache-control', 'no-store');
    const shell = appShell(options.assets, options.language, options.theme);
    if (signedIn === null || signedIn.kind !== 'learner' || signedIn.learnerId === null) return html(reply, shell);
    const view = await seeRecord(services, signedIn.acting).catch(refused);
    // The website asks again, and says what stands in the way.
    if (view === null) return html(reply, shell);
    const session = await whoIsSignedIn(services, request);
    // As the API answers them.
    const known = [
      { queryKey: ['session'], data: session },
      { queryKey: ['record'], data: recordView.parse(view) },
    ];
    return html(reply, recordPage({ ...options, hidden: true, signedIn: session.person?.name ?? '' }, view, known) ?? shell);
  });
}

/** A refusal is the website's to tell; anything else is a fault. */
function refused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}
