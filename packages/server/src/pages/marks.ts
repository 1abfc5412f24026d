import { type CheckResult, sentenceOf, type VerificationAnswer } from '@recognition/credentials';
import type { Say } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { PageOptions } from './shell.ts';

/** One check as a line: its mark, its question, its reason and its code. */
export function checkLine(t: Say, language: PageOptions['language'], check: CheckResult): string {
  const { question, reason } = sentenceOf(check, language);
  const notice = check.outcome === 'fail' || check.outcome === 'unknown' ? ' class="notice"' : '';
  return `<li${notice}>${mark(check.outcome, t(`verify.mark.${check.outcome}`), 22)}<b>${escapeHtml(question)}</b><span>${escapeHtml(reason)}</span><code>${check.check}</code></li>`;
}

/** The answer's own mark, large. */
export function bigMark(answer: VerificationAnswer['answer']): string {
  return mark(answer === 'verified' ? 'pass' : answer === 'not-verified' ? 'fail' : 'unknown', '', 60);
}

/** Three answers, three shapes: a disc with a tick, a broken ring with a question mark, a diamond with a cross. */
export function mark(outcome: CheckResult['outcome'], label: string, size: number): string {
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
