import { useLanguage } from '../../language/context.tsx';

const STEPS = ['read', 'check', 'fix', 'record'] as const;

/** The four steps of a report, and which is at hand. */
export function Steps({ step }: { readonly step: number }) {
  const { t } = useLanguage();
  return (
    <ol className="steps">
      {STEPS.map((name, index) => (
        <li key={name} className={index < step ? 'done' : undefined} aria-current={index === step ? 'step' : undefined}>
          <b>{t(`step.${name}`)}</b>
          {t(`step.${name}-text`)}
        </li>
      ))}
    </ol>
  );
}
