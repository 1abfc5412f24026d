import { type Language, longDate, sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { CHECKS, type CheckResult } from '@recognition/credentials';
import type { SharedContent } from '../sharing/index.ts';
import { checkLine, mark } from './marks.ts';

/** The awards that a learner shares, each with the answer of its checks of this moment. */
export function sharedAwards(language: Language, content: SharedContent): string {
  if (content.awards.length === 0) return '';
  const t = sayer(language);
  const items = content.awards.map((award) => {
    const name = award.title[language];
    const { answer } = award.verification;
    const outcome = answer === 'verified' ? 'pass' : answer === 'not-verified' ? 'fail' : 'unknown';
    const facts = [
      t(`shared.award-${award.status}`),
      ...(award.size === null ? [] : [award.size[language]]),
      ...(award.issuedOn === null ? [] : [t('shared.award-issued', { date: longDate(award.issuedOn, language) })]),
    ];
    const open =
      award.id === null
        ? ''
        : `<p class="small top-1"><a href="/verify?award=${encodeURIComponent(award.id)}&amp;lang=${language}">${escapeHtml(t('shared.award-open'))}</a></p>`;
    return `<li>${mark(outcome, '', 30)}<div><h3 class="h2">${escapeHtml(name)}</h3><p>${escapeHtml(t(`shared.award-${answer}`))} ${escapeHtml(facts.join(' · '))}</p>${open}
<details><summary>${escapeHtml(t('shared.award-checks'))}</summary><ul class="checks">${award.verification.checks
      .flatMap(checkOf)
      .map((check) => checkLine(t, language, check))
      .join('')}</ul></details></div></li>`;
  });
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('shared.awards'))}</h2></header><ul class="shared-awards">${items.join('')}</ul></section>`;
}

function checkOf(check: SharedContent['awards'][number]['verification']['checks'][number]): readonly CheckResult[] {
  const name = CHECKS.find((one) => one === check.check);
  return name === undefined ? [] : [{ ...check, check: name }];
}
