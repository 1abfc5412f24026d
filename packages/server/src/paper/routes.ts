import { sayer } from '@recognition/web/language';
import { idParams } from '../award/schemas.ts';
import { openAward, viewAward } from '../award/view.ts';
import { requireAct, requireLearner, type Routes } from '../http/route.ts';
import { seeRecord } from '../record/see-record.ts';
import { recordCredential } from './record-credential.ts';

const tags = ['Paper'];

/** A learner's record and certificates on paper: tagged PDF with the signed credentials inside. */
export const paperRoutes: Routes = (app, services) => {
  const { authority, url } = services.settings;
  app.get(
    '/api/v1/awards/:id/certificate.pdf',
    { schema: { tags, summary: 'The certificate of my award, with the signed credential inside', params: idParams } },
    async (request, reply) => {
      const learner = requireLearner(request);
      const { id } = request.params;
      const award = await viewAward(services, learner, id);
      const { credential } = await services.db.as(learner.acting, (tx) => openAward(tx, id));
      const { certificatePdf } = await import('./certificate.ts');
      const pdf = await certificatePdf(request.language, {
        award,
        credential,
        authority: nameOf(request.language),
        notice: noticeIn(request.language),
        created: services.clock.now(),
      });
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="certificate-${id}.pdf"`)
        .type('application/pdf')
        .send(pdf);
    },
  );

  app.get(
    '/api/v1/learners/me/record.pdf',
    { schema: { tags, summary: 'My record on paper, with the signed credentials inside' } },
    async (request, reply) => {
      // The credentials inside are made at the first request, which is more than reading.
      const learner = requireAct(request, 'claim');
      const view = await seeRecord(services, learner.acting);
      const { recordPdf } = await import('./record-paper.ts');
      const pdf = await recordPdf(request.language, {
        view,
        credential: await recordCredential(services, learner),
        authority: nameOf(request.language),
        notice: noticeIn(request.language),
        created: services.clock.now(),
        verifyUrl: `${url}/verify`,
      });
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="record.pdf"')
        .type('application/pdf')
        .send(pdf);
    },
  );

  function noticeIn(language: 'en' | 'mi'): string | null {
    return authority.invented ? sayer(language)('site.invented', { authority: nameOf(language) }) : null;
  }

  function nameOf(language: 'en' | 'mi'): string {
    return language === 'mi' ? authority.nameMi : authority.name;
  }
};
