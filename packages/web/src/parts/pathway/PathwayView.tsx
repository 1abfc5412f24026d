import { type RecognitionFramework, sizeInWords } from '@recognition/recognition/frameworks';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { PathwayPicture } from './PathwayPicture.tsx';
import { StepDetail } from './StepDetail.tsx';
import { StepList } from './StepList.tsx';
import type { Trying } from './use-pathway.ts';
import type { PathwayWords } from './words.ts';

interface Props {
  readonly framework: RecognitionFramework;
  readonly trying: Trying;
  readonly words: PathwayWords;
  readonly label: string;
  readonly description: string;
  /** The rules themselves: nothing is held and nothing is tried. */
  readonly still?: boolean;
}

/** A pathway whole: which award is drawn, the picture, one step in words, and the table with the same content. */
export function PathwayView({ framework, trying, words, label, description, still = false }: Props) {
  const { t, language } = useLanguage();
  const [picked, pick] = useState<string | null>(null);
  const step = trying.pathway.steps.find(({ ref }) => ref === picked);
  return (
    <div className={still ? 'pathway-view still' : 'pathway-view'}>
      {still || trying.wholes.length < 2 ? null : (
        <label className="field pathway-focus">
          <span>{t('pathway.focus')}</span>
          <select
            className="input"
            value={trying.focus ?? ''}
            onChange={(event) => trying.setFocus(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{t('pathway.all')}</option>
            {trying.wholes.map((one) => (
              <option key={one.ref} value={one.ref} lang={words.lang}>
                {words.nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {still ? null : (
        <ul className="pathway-key" aria-label={t('pathway.key')}>
          {(['earned', 'given', 'next', 'open'] as const).map((state) => (
            <li key={state} className={state}>
              {t(`pathway.key.${state}`)}
            </li>
          ))}
        </ul>
      )}
      <figure>
        <PathwayPicture
          trying={trying}
          words={words}
          picked={picked}
          onPick={pick}
          label={label}
          description={description}
          still={still}
        />
      </figure>
      {still || trying.tried.size === 0 ? null : (
        <p className="say wait" role="status">
          {t('pathway.trying', { count: trying.tried.size })}{' '}
          <button type="button" className="link" onClick={trying.clear}>
            {t('pathway.clear')}
          </button>
        </p>
      )}
      {step === undefined ? (
        <p className="muted top-1">{t(still ? 'pathway.pick-rule' : 'pathway.pick')}</p>
      ) : (
        <StepDetail
          step={step}
          trying={trying}
          words={words}
          unitWords={(minutes) => sizeInWords(minutes, framework.unit, language)}
          still={still}
        />
      )}
      <details className="top-2" open={!still}>
        <summary>{t('pathway.as-table')}</summary>
        <StepList trying={trying} words={words} still={still} onPick={pick} />
      </details>
    </div>
  );
}
