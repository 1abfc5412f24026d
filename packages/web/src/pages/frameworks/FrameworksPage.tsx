import { FRAMEWORK_IDS, frameworks, sizeInWords } from '@recognition/recognition/frameworks';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** Every framework of recognition: how each measures learning, and what it awards. */
export function FrameworksPage() {
  const { t, language } = useLanguage();
  useTitle(t('frameworks.title'));
  return (
    <>
      <h1 className="display">{t('frameworks.headline')}</h1>
      <p className="lead">{t('frameworks.lead')}</p>
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
              <p>{t('frameworks.one-unit', { one: sizeInWords(unit.minutes, unit, language), hours: hoursOf(unit.minutes) })}</p>
              <p className="muted">{awards.map(({ title }) => title[language]).join('; ')}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Minutes as hours, as a decimal that is exact to a minute's sixtieth where it can be. */
export const hoursOf = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);
