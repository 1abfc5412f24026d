import { FRAMEWORK_IDS, frameworks, type RecognitionFramework, sizeInWords } from '@recognition/recognition/frameworks';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import type { Language, Say } from '../../language/index.ts';
import { useTitle } from '../../parts/use-title.ts';

/** Every framework of recognition: how each measures learning, and what it awards. */
export function FrameworksPage() {
  const { t, language } = useLanguage();
  useTitle(t('frameworks.title'));
  return (
    <>
      <h1 className="display">{t('frameworks.headline')}</h1>
      <p className="lead top-1">{t('frameworks.lead')}</p>
      <ul className="frameworks">
        {FRAMEWORK_IDS.map((id) => {
          const { name, unit, awards } = frameworks[id];
          return (
            <li key={id}>
              <h2 className="h3">
                <Link to="/frameworks/$framework" params={{ framework: id }}>
                  {name[language]}
                </Link>
              </h2>
              <p>{measured(unit, t, language)}</p>
              <p className="muted">{awards.map(({ title }) => title[language]).join('; ')}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How a framework measures learning, in a sentence. */
export function measured(unit: RecognitionFramework['unit'], t: Say, language: Language): string {
  if (unit.minutes === 60) return t('frameworks.measured', { many: (unit.words[language] ?? unit.words.en)[1] });
  const hours = String(Math.round((unit.minutes / 60) * 100) / 100);
  return t('frameworks.one-unit', { one: sizeInWords(unit.minutes, unit, language), hours });
}
