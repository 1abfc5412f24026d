import { type CheckResult, sentenceOf, type VerificationAnswer } from '@recognition/credentials';
import { dateOfInstant, entry, longDate, type Say, sayer, timeOfInstant } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { type CredentialReading, readCredential } from './credential-reading.ts';
import { type PageOptions, serverPage } from './shell.ts';
import { awardName, awardSections } from './verify-award.ts';

type VerifyOptions = Omit<PageOptions, 'title' | 'current'>;

/** The form on which anyone verifies: a file, or its text, or a code. `trouble` is a sentence about what was sent before, which is kept. */
export function verifyFormPage(
  options: VerifyOptions,
  kept: { readonly text: string; readonly trouble: string | null } = { text: '', trouble: null },
): string {
  const t = sayer(options.language);
  const e = (key: Parameters<Say>[0]): string => escapeHtml(t(key));
  const content = `<h1 class="display">${e('verify.headline')}</h1><p class="lead top-2">${e('verify.lead')}</p>
${kept.trouble === null ? '' : `<p class="say wrong top-2" role="alert">${escapeHtml(kept.trouble)}</p>`}
<form class="verify-form" method="post" action="/verify?lang=${options.language}" enctype="multipart/form-data">
<div class="field"><label for="file">${e('verify.file')}</label><span class="hint" id="file-hint">${e('verify.file-hint')}</span><input class="input" id="file" name="file" type="file" accept=".json,.jsonld,application/json,application/ld+json" aria-describedby="file-hint"></div>
<div class="field"><label for="text">${e('verify.paste')}</label><span class="hint" id="text-hint">${e('verify.paste-hint')}</span><textarea class="input" id="text" name="text" spellcheck="false" aria-describedby="text-hint">${escapeHtml(kept.text)}</textarea></div>
<div><button class="btn" type="submit">${e('verify.go')}</button></div></form>
<form class="verify-form" method="get" action="/verify"><input type="hidden" name="lang" value="${options.language}">
<div class="field"><label for="award">${e('verify.code')}</label><input class="input" id="award" name="award" autocomplete="off" spellcheck="false"></div>
<div><button class="btn second" type="submit">${e('verify.go')}</button></div></form>`;
  return serverPage({ ...options, title: t('verify.title'), current: 'verify' }, content);
}

/** The answer about a credential: one sentence, every check with its reason, the award as the document states it, and what it is not. */
export function verifyAnswerPage(
  options: VerifyOptions & { readonly at: string; readonly again: string | null },
  answer: VerificationAnswer,
  document: unknown,
): string {
  const t = sayer(options.language);
  const read = readCredential(document);
  const said = headlineOf(t, options.language, answer, read);
  const content = `<section class="answer-top">${bigMark(answer.answer)}<div><h1 class="display">${escapeHtml(said.headline)}</h1><p class="lead top-2">${escapeHtml(said.lead)}</p>
<p class="small muted top-2">${escapeHtml(t('verify.checked-at', { date: longDate(dateOfInstant(options.at), options.language), time: timeOfInstant(options.at) }))}</p>
<div class="acts">${answer.answer === 'inconclusive' && options.again !== null ? `<a class="btn" href="${escapeHtml(options.again)}">${escapeHtml(t('verify.again'))}</a>` : ''}<a class="btn second" href="/verify?lang=${options.language}">${escapeHtml(t('verify.another'))}</a></div></div></section>
<section class="sec"><header><h2 class="h2">${escapeHtml(t('verify.checks'))}</h2></header><ul class="checks">${answer.checks.map((check) => checkLine(t, options.language, check)).join('')}</ul></section>
${read.name === null ? '' : awardSections(options.language, read, answer.answer === 'verified')}`;
  return serverPage({ ...options, title: said.headline, current: 'verify' }, content);
}

function headlineOf(
  t: Say,
  language: PageOptions['language'],
  answer: VerificationAnswer,
  read: CredentialReading,
): { headline: string; lead: string } {
  if (answer.answer === 'verified') {
    const name = awardName(language, read);
    const headline = !read.isAward
      ? t('verify.genuine-outcome', { name })
      : read.holder === null
        ? t('verify.genuine-unnamed', { name })
        : t('verify.genuine', { who: read.holder, name });
    return { headline, lead: read.awarded === null ? '' : t('verify.genuine-lead', { date: longDate(read.awarded, language) }) };
  }
  if (answer.answer === 'inconclusive') {
    return {
      headline: t('verify.unknown'),
      lead: t('verify.unknown-lead', { count: answer.checks.filter((check) => check.outcome === 'unknown').length }),
    };
  }
  const failed = answer.checks.find((check) => check.outcome === 'fail');
  return {
    headline: entry(language, `verify.false.${failed?.check ?? 'other'}`) ?? t('verify.false.other'),
    lead: t('verify.false-lead'),
  };
}

function checkLine(t: Say, language: PageOptions['language'], check: CheckResult): string {
  const { question, reason } = sentenceOf(check, language);
  const notice = check.outcome === 'fail' || check.outcome === 'unknown' ? ' class="notice"' : '';
  return `<li${notice}>${mark(check.outcome, t(`verify.mark.${check.outcome}`), 22)}<b>${escapeHtml(question)}</b><span>${escapeHtml(reason)}</span><code>${check.check}</code></li>`;
}

function bigMark(answer: VerificationAnswer['answer']): string {
  return mark(answer === 'verified' ? 'pass' : answer === 'not-verified' ? 'fail' : 'unknown', '', 60);
}

/** Three answers, three shapes: a disc with a tick, a broken ring with a question mark, a diamond with a cross. */
function mark(outcome: CheckResult['outcome'], label: string, size: number): string {
  const name = label === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`;
  const open = `<svg class="mark mark-${outcome}" width="${size}" height="${size}" viewBox="0 0 24 24" ${name}>`;
  if (outcome === 'pass')
    return `${open}<circle cx="12" cy="12" r="11" fill="currentColor"/><path d="M7 12.4l3.4 3.4L17 9" fill="none" stroke="var(--paper)" stroke-width="2.4"/></svg>`;
  if (outcome === 'fail')
    return `${open}<path d="M12 0.8L23.2 12L12 23.2L0.8 12z" fill="currentColor"/><path d="M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6" stroke="var(--paper)" stroke-width="2.2"/></svg>`;
  if (outcome === 'unknown')
    return `${open}<circle cx="12" cy="12" r="10.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="4.2 2.33"/><path d="M9.2 9.6a2.8 2.8 0 1 1 4.1 2.5c-.9.5-1.3 1-1.3 2.1" fill="none" stroke="currentColor" stroke-width="1.9"/><path d="M12 16.3v1.9" stroke="currentColor" stroke-width="2"/></svg>`;
  return `${open}<path d="M6 12h12" stroke="currentColor" stroke-width="2"/></svg>`;
}
