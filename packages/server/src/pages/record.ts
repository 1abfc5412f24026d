import { fieldLabel, type Language, type Say, sayer } from '@recognition/web/language';
import { actsOf, answerAtRest, eyebrowOf, heldOf } from '@recognition/web/record-answer';
import { escapeHtml } from '@recognition/web/stack-still';
import type { RecordView } from '../record/see-record.ts';
import { type PageOptions, publicPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

/**
 * My record as it opens: the answer in words, at once, while the website that draws the rest is on its way. `known` holds the same
 * answers for it, so that it asks for nothing twice. Null where there is no decision to tell: the website says why.
 */
export function recordPage(options: Options, view: RecordView, known: object): string | null {
  const { decision } = view;
  if (decision === null || view.record.achievements.length === 0) return null;
  const { language } = options;
  const t = sayer(language);
  const spoken = { t, language, field: (field: string | null) => fieldLabel(field, language) };
  const { headline, lead } = answerAtRest({ record: view.record, decision }, spoken);
  const held = heldOf(view.awards, spoken);
  const content = `<div class="door"><section class="answer"><p class="eyebrow">${escapeHtml(eyebrowOf(view.asOf, spoken))}</p>
${held.length === 0 ? '' : `<ul class="holding">${held.map((award) => `<li class="${award.waits ? 'say wait' : 'say'}">${escapeHtml(award.says)} <a href="/record/awards/${encodeURIComponent(award.id)}?lang=${language}">${escapeHtml(award.open)}</a></li>`).join('')}</ul>`}
<h1 class="display">${escapeHtml(headline)}</h1>
<p class="lead">${escapeHtml(lead)}</p>
<div class="acts">${actsOf(decision, t)
    .map(
      ({ to, says, main }) => `<a class="${main ? 'btn' : 'btn second'}" href="${to}?lang=${language}">${escapeHtml(says)}</a>`,
    )
    .join('')}</div></section>
${coming(t, language)}</div>`;
  return publicPage({ ...options, website: 'record/RecordPage.tsx', current: 'record', title: t('record.title') }, content, {
    known,
  });
}

/** In place of the picture, until it comes; where it never will, a line that says so. */
function coming(t: Say, language: Language): string {
  return `<section class="picture"><div role="status"><span class="unseen">${escapeHtml(t('site.loading'))}</span><span class="bone pic"></span></div><noscript><p>${escapeHtml(t('site.needs-script'))} <a href="/verify?lang=${language}">${escapeHtml(t('verify.title'))}</a></p></noscript></section>`;
}
