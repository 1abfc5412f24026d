import type { Step } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { drawnSteps } from './layout.ts';
import { Names } from './StepDetail.tsx';
import type { Trying } from './use-pathway.ts';
import type { PathwayWords } from './words.ts';

interface Props {
  readonly trying: Trying;
  readonly words: PathwayWords;
  readonly still: boolean;
  readonly onPick: (ref: string) => void;
}

/** The same as the picture, as a table: the whole first, down to the units. */
export function StepList({ trying, words, still, onPick }: Props) {
  const { t } = useLanguage();
  const { pathway, tried } = trying;
  const shown = drawnSteps({ pathway, chosen: trying.chosen, every: still });
  const groups = pathway.columns
    .map((award, at) => ({ award, steps: shown.filter(({ column }) => column === at) }))
    .filter(({ steps }) => steps.length > 0)
    .reverse();
  const moreOf = (step: Step) =>
    still ? (
      step.ways.map((way) => words.wayTitle(way)).join('; ')
    ) : step.lacks.length > 0 ? (
      <>
        {t('pathway.lacks')} <Names refs={step.lacks} words={words} />
      </>
    ) : pathway.completes.has(step.ref) ? (
      <>
        {t('pathway.completes')} <Names refs={pathway.completes.get(step.ref) ?? []} words={words} />
      </>
    ) : null;
  return (
    <table className="tbl pathway-table">
      <caption className="unseen">{t('pathway.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('pathway.what')}</th>
          <th scope="col">{t('pathway.how')}</th>
          <th scope="col">{t('pathway.more')}</th>
        </tr>
      </thead>
      {groups.map(({ award, steps }) => (
        <tbody key={award ?? ''}>
          <tr className="group">
            <th colSpan={3} scope="rowgroup">
              {words.kindOf(award)}
            </th>
          </tr>
          {steps.map((step) => (
            <tr key={step.ref}>
              <th scope="row">
                <button type="button" className="link" lang={words.lang} onClick={() => onPick(step.ref)}>
                  {words.nameOf(step)}
                </button>
              </th>
              <td>{words.stateOf(step, tried.has(step.ref))}</td>
              <td>{moreOf(step)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
