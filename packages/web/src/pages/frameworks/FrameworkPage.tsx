import { languagesOf, patternOf, type RecognitionFramework, sizeInWords } from '@recognition/recognition/frameworks';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { entry } from '../../language/index.ts';
import { PathwayView } from '../../parts/pathway/PathwayView.tsx';
import { usePathway } from '../../parts/pathway/use-pathway.ts';
import { pathwayWords } from '../../parts/pathway/words.ts';
import { NotFound } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { AwardRules } from './AwardRules.tsx';
import { BesideAwards } from './BesideAwards.tsx';
import { Filled } from './Filled.tsx';
import { measured } from './FrameworksPage.tsx';
import { frameworkOf } from './queries.ts';

const NOTHING = new Map<string, readonly string[]>();

/** One framework: its unit, its levels, its awards with the versions of their rules side by side, what else it says, what it is filled with. */
export function FrameworkPage() {
  const { framework: id } = useParams({ from: '/frameworks/$framework' });
  const framework = frameworkOf(id);
  return framework === null ? <NotFound /> : <One key={id} framework={framework} />;
}

function One({ framework }: { readonly framework: RecognitionFramework }) {
  const { t, language } = useLanguage();
  const { unit, name, levels, awards } = framework;
  const pattern = useMemo(() => patternOf(framework), [framework]);
  const trying = usePathway(framework, pattern, NOTHING, null);
  const words = useMemo(() => pathwayWords(framework, {}, new Map(), t, language, true), [framework, t, language]);
  useTitle(name[language]);
  const drawn = new Set(pattern.map((one) => one.id));
  const bySize = awards.filter((award) => !drawn.has(award.id));
  const languages = languagesOf(framework).map((one) => entry(language, `frameworks.language.${one}`) ?? one);
  return (
    <>
      <p className="eyebrow">
        <Link to="/frameworks">{t('frameworks.title')}</Link>
      </p>
      <h1 className="display">{name[language]}</h1>
      <p className="lead top-1">{measured(unit, t, language)}</p>
      <dl className="pairs top-2">
        <Pair
          name={t('frameworks.unit')}
          value={`${sizeInWords(unit.minutes, unit, language)}: ${t('frameworks.minutes', { n: unit.minutes })}`}
        />
        <Pair name={t('frameworks.step')} value={sizeInWords(unit.step, unit, language)} />
        {Object.entries(unit.kinds).map(([kind, minutes]) => (
          <Pair
            key={kind}
            name={t('frameworks.unit-of', { kind: kind.replaceAll('-', ' ') })}
            value={t('frameworks.minutes', { n: minutes })}
          />
        ))}
        <Pair name={t('frameworks.source')} value={unit.source} lang="en" />
        <Pair name={t('frameworks.languages')} value={languages.join(', ')} />
      </dl>

      <section className="sec" aria-labelledby="made">
        <header>
          <h2 className="h2" id="made">
            {t('frameworks.made')}
          </h2>
        </header>
        <p className="measure">{t('frameworks.made-lead')}</p>
        <PathwayView
          framework={framework}
          trying={trying}
          words={words}
          label={t('frameworks.made')}
          description={t('frameworks.made-lead')}
          still
        />
        {bySize.length === 0 ? null : (
          <p className="measure top-2">
            {t('frameworks.by-size')} {bySize.map(({ title }) => title[language]).join('; ')}.
          </p>
        )}
      </section>

      <section className="sec" aria-labelledby="levels">
        <header>
          <h2 className="h2" id="levels">
            {t('frameworks.levels')}
          </h2>
        </header>
        <p className="measure">{t('frameworks.levels-lead')}</p>
        <table className="tbl narrow">
          <thead>
            <tr>
              <th scope="col">{t('frameworks.level')}</th>
              <th scope="col">{t('frameworks.eqf')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ label, eqf }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{eqf ?? t('frameworks.not-found')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>

      <section className="sec" aria-labelledby="awards">
        <header>
          <h2 className="h2" id="awards">
            {t('frameworks.awards')}
          </h2>
        </header>
        {awards.map((award) => (
          <AwardRules key={award.id} framework={framework} award={award} />
        ))}
      </section>
      <BesideAwards framework={framework} />
      <Filled framework={framework} />
    </>
  );
}

function Pair({ name, value, lang }: { readonly name: string; readonly value: string; readonly lang?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{value}</dd>
    </div>
  );
}
