import type { Finding } from '@recognition/recognition';
import type { Better } from '@recognition/recognition/wording';
import { createContext, useContext } from 'react';
import { useLanguage } from '../../language/context.tsx';

/** A finding of a listing check, or of a rule of wording, which may bring better words. */
export type Found = Finding & { readonly better?: Better | null };

/** What puts better words in their place; null where nobody writes. */
export const UseBetter = createContext<((better: Better) => void) | null>(null);

/** What the checks say of one part, beside it: each with the rule that it comes from, and better words where it gives them. */
export function Findings({ id, findings }: { readonly id: string; readonly findings: readonly Found[] }) {
  const { t, language } = useLanguage();
  const onUse = useContext(UseBetter);
  return (
    <div id={id} className="findings" aria-live="polite">
      {findings.map((finding) => (
        <div key={`${finding.check} ${finding.path} ${finding.text.en}`} className={finding.severity}>
          <p>
            <b>{t(finding.severity === 'error' ? 'author.must' : 'author.advice')}</b> {finding.text[language]}
          </p>
          {finding.better == null ? null : <BetterWords better={finding.better} onUse={onUse} />}
          <small lang={language === 'en' ? undefined : 'en'}>{finding.source}</small>
        </div>
      ))}
    </div>
  );
}

function BetterWords({ better, onUse }: { readonly better: Better; readonly onUse: ((better: Better) => void) | null }) {
  const { t } = useLanguage();
  const lang = better.path.endsWith('.lang');
  const named = better.to === 'mi' ? 'te reo Māori' : 'English';
  return (
    <p className="better">
      {lang ? t('wording.better-lang', { to: named }) : t('wording.better', { to: `“${better.to}”` })}{' '}
      {onUse === null ? null : (
        <button type="button" className="link" onClick={() => onUse(better)}>
          {t('wording.use')}
          <span className="unseen">: {lang ? named : better.to}</span>
        </button>
      )}
    </p>
  );
}
