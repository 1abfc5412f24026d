import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';

/** The code of an authority, shown once, to be given in person. */
export function GivenCode({
  given,
}: {
  readonly given: { readonly named: string; readonly code: string; readonly codeUntil: string } | null;
}) {
  const { t, language } = useLanguage();
  return (
    <div aria-live="polite">
      {given === null ? null : (
        <section className="sec">
          <h2 className="h2">{t('acting.code-title', { name: given.named })}</h2>
          <p className="code-shown">{given.code}</p>
          <p className="measure">
            {t('acting.code-once', { name: given.named, date: longDate(dateOfInstant(given.codeUntil), language) })}
          </p>
        </section>
      )}
    </div>
  );
}
