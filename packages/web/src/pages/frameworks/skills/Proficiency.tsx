import { useLanguage } from '../../../language/context.tsx';

/** A level on its scale: filled steps and the level in words, so that neither colour nor sight is needed. */
export function Proficiency({ steps, level }: { readonly steps: readonly string[]; readonly level: string }) {
  const { t } = useLanguage();
  const at = steps.indexOf(level);
  return (
    <span className="proficiency">
      <svg width={steps.length * 14} height="14" viewBox={`0 0 ${steps.length * 14} 14`} aria-hidden="true">
        {steps.map((step, nth) => (
          <rect key={step} className={nth <= at ? 'on' : 'off'} x={nth * 14 + 1} y={1} width={11} height={12} />
        ))}
      </svg>
      <span>{t('skills.level', { level, n: at + 1, of: steps.length })}</span>
    </span>
  );
}
