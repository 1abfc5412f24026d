import { examples } from '@recognition/recognition/examples';
import { FRAMEWORK_IDS, frameworks } from '@recognition/recognition/frameworks';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Claims } from './Claims.tsx';
import { DropFile } from './DropFile.tsx';
import { Library } from './Library.tsx';
import { Made } from './Made.tsx';
import { begin, type Composing, DOINGS, keep, kept, library } from './model.ts';
import { NewAward } from './NewAward.tsx';
import { OwnUnits } from './OwnUnits.tsx';
import { TakeApart } from './TakeApart.tsx';

/** Units of a framework picked, put together, put together anew, taken apart; decided in the browser at every step. For everybody. */
export function ComposePage() {
  const { t, language } = useLanguage();
  const [composing, set] = useState<Composing>(() => kept() ?? begin('ph'));
  useEffect(() => keep(composing), [composing]);
  useTitle(t('compose.title'));
  const change = (next: Partial<Composing>): void => set((before) => ({ ...before, ...next }));
  const definitions = library(examples[composing.framework], composing);
  const { doing } = composing;
  const makes = doing === 'bundle' || doing === 'rebundle';
  return (
    <>
      <h1 className="display">{t('compose.headline')}</h1>
      <p className="lead top-2">{t('compose.lead')}</p>
      <div className="pair compose-terms top-3">
        <div className="field">
          <label htmlFor="compose-framework">{t('compose.framework')}</label>
          <select
            id="compose-framework"
            className="input"
            value={composing.framework}
            onChange={(event) => {
              const framework = FRAMEWORK_IDS.find((id) => id === event.target.value);
              if (framework !== undefined) set(begin(framework, doing));
            }}
          >
            {FRAMEWORK_IDS.map((id) => (
              <option key={id} value={id}>
                {frameworks[id].name[language]}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="doings">
          <legend className="unseen">{t('compose.doing')}</legend>
          {DOINGS.map((one) => (
            <label key={one} className="tick">
              <input
                type="radio"
                name="doing"
                className="choice"
                checked={doing === one}
                onChange={() => change({ doing: one })}
              />
              <span>{t(`compose.doing.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <p className="measure muted top-2">{t(`compose.about.${doing}`)}</p>
      <div className="compose">
        <section aria-labelledby="library">
          <h2 className="h2" id="library">
            {t(doing === 'unbundle' ? 'compose.which' : doing === 'claimable' ? 'compose.held' : 'compose.units')}
          </h2>
          <Library composing={composing} definitions={definitions} onChange={set} />
          {makes ? <OwnUnits composing={composing} onChange={set} /> : null}
          <DropFile composing={composing} onChange={set} />
        </section>
        <section aria-labelledby="result" className="compose-result">
          <h2 className="h2" id="result">
            {t(`compose.result.${doing}`)}
          </h2>
          {makes ? (
            <>
              <NewAward composing={composing} onChange={set} />
              <Made composing={composing} definitions={definitions} onChange={set} />
            </>
          ) : doing === 'unbundle' ? (
            <TakeApart composing={composing} definitions={definitions} onChange={set} />
          ) : (
            <Claims composing={composing} definitions={definitions} />
          )}
        </section>
      </div>
    </>
  );
}
