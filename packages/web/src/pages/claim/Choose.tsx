import type { AwardOption, Decision } from '@recognition/recognition';
import { itemsOf, type Line, RULE, sumsOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { fieldSums } from '../../parts/stack/layout-pile.ts';
import { Swatch } from '../../parts/Swatch.tsx';
import { SmallPile } from './SmallPile.tsx';
import type { Claim } from './use-claim.ts';

interface ChooseProps {
  readonly decision: Decision;
  readonly lines: readonly Line[];
  readonly claim: Claim;
}

/** The awards that are open today, side by side, and the major that is nearest to being open. */
export function Choose({ decision, lines, claim }: ChooseProps) {
  const { t } = useLanguage();
  const majors = decision.options.filter((option) => option.major !== null);
  const plain = decision.options.find((option) => option.major === null);
  const options = plain === undefined ? majors : [...majors, plain];
  const next = decision.majors.filter((major) => major.missing > 0).sort((a, b) => a.missing - b.missing)[0];
  return (
    <fieldset className="sec">
      <legend className="unseen">{t('claim.choose')}</legend>
      <header>
        <h2 className="h2">
          <span className="num">1</span>
          {t('claim.choose')}
        </h2>
      </header>
      <div className="opts">
        {options.map((option) => (
          <Option key={option.major} option={option} lines={lines} claim={claim} />
        ))}
        {next === undefined ? null : <NotYet field={next.field} missing={next.missing} by={next.by} />}
      </div>
    </fieldset>
  );
}

function Option({
  option,
  lines,
  claim,
}: {
  readonly option: AwardOption;
  readonly lines: readonly Line[];
  readonly claim: Claim;
}) {
  const { t, language, field } = useLanguage();
  const on = claim.draft.major === option.major;
  const counted = new Set(option.counted);
  const { largest } = sumsOf(lines, counted);
  const items = itemsOf(lines, counted, option, option.to).filter((item) => item.standing === 'counted');
  const free = lines.filter((line) => line.reason === null && !counted.has(line.id)).reduce((sum, line) => sum + line.credits, 0);
  return (
    <div className={`opt${on ? ' on' : ''}`}>
      <label htmlFor={`option-${option.major ?? 'none'}`}>
        <input
          id={`option-${option.major ?? 'none'}`}
          className="choice"
          type="radio"
          name="option"
          checked={on}
          onChange={() => claim.choose(option)}
        />
        <b>{option.major === null ? t('claim.no-major') : t('claim.major', { field: field(option.major) })}</b>
        <small>{t('award.alq')}</small>
      </label>
      <div className="fig">
        <SmallPile items={items} major={option.major} />
        <ul>
          {fieldSums(items, option.major, field).map((sum) => (
            <li key={sum.field}>
              <Swatch field={sum.field} width={16} height={12} />
              <b>{sum.credits}</b>
              <span>{field(sum.field)}</span>
            </li>
          ))}
        </ul>
      </div>
      <dl>
        <Pair name={t('figures.credits')}>
          {t('claim.credits-of', {
            credits: option.credits,
            need: RULE.credits,
            outcomes: t('unit.outcomes', { count: option.counted.length }),
          })}
        </Pair>
        <Pair name={t('claim.earned')}>
          {t('claim.span', { from: longDate(option.from, language), to: longDate(option.to, language) })}
        </Pair>
        <Pair name={t('claim.major-name')}>
          {largest === null
            ? t('claim.none')
            : t(option.major === null ? 'claim.largest' : 'claim.major-share', {
                credits: largest.credits,
                total: option.credits,
                field: field(largest.field),
                percent: largest.percent,
                share: RULE.share,
              })}
        </Pair>
        <Pair name={t('claim.free')}>{t('stack.credits', { count: free })}</Pair>
      </dl>
    </div>
  );
}

function NotYet({ field: slug, missing, by }: { readonly field: string; readonly missing: number; readonly by: string | null }) {
  const { t, language, field } = useLanguage();
  return (
    <div className="opt no">
      <label htmlFor={`option-${slug}`}>
        <input id={`option-${slug}`} className="choice" type="radio" name="option" disabled />
        <b>{t('claim.major', { field: field(slug) })}</b>
        <small>{t('claim.more-credits', { count: missing, field: field(slug) })}</small>
      </label>
      <dl>
        <Pair name={t('claim.by-when')}>{by === null ? t('claim.no-deadline') : longDate(by, language)}</Pair>
      </dl>
    </div>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
