import type { DisputeView } from '@recognition/client';
import type { Key, Say } from '../../language/index.ts';
import { longDate } from '../../language/index.ts';
import type { Language } from '../../language/languages.ts';

/** Where a dispute stands, in one sentence. */
export function standing(t: Say, language: Language, dispute: DisputeView): string {
  const provider = dispute.answerer ?? '';
  const date = longDate(dispute.answerBy, language);
  if (dispute.status === 'open') return t(dispute.late ? 'dispute.is.late' : 'dispute.is.open', { provider, date });
  if (dispute.status === 'escalated') return t('dispute.is.escalated', { date });
  const key: Key = `dispute.is.${dispute.status}`;
  return t(key, { provider: provider === '' ? t('dispute.by.provider') : provider });
}

/** What is disputed, by its name. */
export function subjectOf(language: Language, dispute: DisputeView): string {
  return dispute.line?.name ?? dispute.missing?.name ?? dispute.award?.title[language] ?? '';
}
