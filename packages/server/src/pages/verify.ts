import { type Examination, isOpenBadge2, type VerificationAnswer } from '@recognition/credentials';
import { dateOfInstant, entry, longDate, type Say, sayer, timeOfInstant } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { type CredentialReading, readCredential } from './credential-reading.ts';
import { bigMark, checkLine } from './marks.ts';
import { type PageOptions, serverPage } from './shell.ts';
import { awardName, awardSections } from './verify-award.ts';
import { badgeSection, insideSection } from './verify-inside.ts';

type VerifyOptions = Omit<PageOptions, 'title' | 'current'>;

/** The form on which anyone verifies: a file, or its text, or a code. `trouble` is a sentence about what was sent before, which is kept. */
export function verifyFormPage(
  options: VerifyOptions,
  kept: { readonly text: string; readonly trouble: string | null } = { text: '', trouble: null },
): string {
  const t = sayer(options.language);
  const e = (key: Parameters<Say>[0]): string => escapeHtml(t(key));
  // A link or a code goes back into its own field, the text of a credential into the other.
  const short = kept.text.length <= 300 && !/[{<\n]/.test(kept.text);
  const content = `<h1 class="display">${e('verify.headline')}</h1><p class="lead top-2">${e('verify.lead')}</p>
${kept.trouble === null ? '' : `<p class="say wrong top-2" role="alert">${escapeHtml(kept.trouble)}</p>`}
<form class="verify-form" method="post" action="/verify?lang=${options.language}" enctype="multipart/form-data">
<div class="field"><label for="link">${e('verify.link')}</label><span class="hint" id="link-hint">${e('verify.link-hint')}</span><input class="input" id="link" name="link" autocomplete="off" spellcheck="false" aria-describedby="link-hint" value="${escapeHtml(short ? kept.text : '')}"></div>
<div class="field"><label for="file">${e('verify.file')}</label><span class="hint" id="file-hint">${e('verify.file-hint')}</span><input class="input" id="file" name="file" type="file" accept=".json,.jsonld,.jwt,.sd-jwt,.cose,.txt,.png,.svg,.pdf,application/json,application/ld+json,application/vc+ld+json,image/png,image/svg+xml,application/pdf" aria-describedby="file-hint"></div>
<div class="field"><label for="text">${e('verify.paste')}</label><span class="hint" id="text-hint">${e('verify.paste-hint')}</span><textarea class="input" id="text" name="text" spellcheck="false" aria-describedby="text-hint">${escapeHtml(short ? '' : kept.text)}</textarea></div>
<div><button class="btn" type="submit">${e('verify.go')}</button></div></form>
<p class="top-3"><a href="/verify/wallet?lang=${options.language}">${e('wallet.verify-link')}</a></p>`;
  return serverPage({ ...options, title: t('verify.title'), current: 'verify' }, content);
}

/** The answer about a credential: one sentence, every check with its reason, the award as the document states it, and what it is not. */
export function verifyAnswerPage(
  options: VerifyOptions & { readonly at: string; readonly again: string | null },
  answer: VerificationAnswer,
  document: unknown,
  inside: readonly Examination[] = [],
): string {
  const t = sayer(options.language);
  const read = readCredential(document);
  const said = headlineOf(t, options.language, answer, read);
  const content = `<section class="answer-top">${bigMark(answer.answer)}<div><h1 class="display">${escapeHtml(said.headline)}</h1><p class="lead top-2">${escapeHtml(said.lead)}</p>
<p class="small muted top-2">${escapeHtml(t('verify.checked-at', { date: longDate(dateOfInstant(options.at), options.language), time: timeOfInstant(options.at) }))}</p>
<div class="acts">${answer.answer === 'inconclusive' && options.again !== null ? `<a class="btn" href="${escapeHtml(options.again)}">${escapeHtml(t('verify.again'))}</a>` : ''}<a class="btn second" href="/verify?lang=${options.language}">${escapeHtml(t('verify.another'))}</a></div></div></section>
<section class="sec"><header><h2 class="h2">${escapeHtml(t('verify.checks'))}</h2></header><ul class="checks">${answer.checks.map((check) => checkLine(t, options.language, check)).join('')}</ul></section>${insideSection(t, options.language, inside)}
${isOpenBadge2(document) ? badgeSection(t, options.language, document) : read.name === null ? '' : awardSections(options.language, read, answer.answer === 'verified')}`;
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
