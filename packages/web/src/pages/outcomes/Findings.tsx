import type { Finding } from '@recognition/recognition';
import { useLanguage } from '../../language/context.tsx';

/** What the checks say of one part, beside it: each with the rule that it comes from. */
export function Findings({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }) {
  const { t, language } = useLanguage();
  return (
    <div id={id} className="findings" aria-live="polite">
      {findings.map((finding) => (
        <p key={`${finding.check} ${finding.path} ${finding.text.en}`} className={finding.severity}>
          <b>{t(finding.severity === 'error' ? 'author.must' : 'author.advice')}</b> {finding.text[language]}
          <small lang={language === 'en' ? undefined : 'en'}>{finding.source}</small>
        </p>
      ))}
    </div>
  );
}
