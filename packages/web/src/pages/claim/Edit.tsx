import type { Decision } from '@recognition/recognition';
import { frameFrom, itemsOf, type Line, RULE, standingOf, sumsOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { reasonSentence } from '../../parts/stack/words.ts';
import { Swatch } from '../../parts/Swatch.tsx';
import { SmallPile } from './SmallPile.tsx';
import { rulesOf } from './rules.ts';
import type { Claim } from './use-claim.ts';

interface EditProps {
  readonly decision: Decision;
  readonly lines: readonly Line[];
  readonly claim: Claim;
}

/** What is counted, editable, with the totals and a plain sentence for every rule beside it, decided again at each change. */
export function Edit({ decision, lines, claim }: EditProps) {
  const { t, language, field } = useLanguage();
  const selected = new Set(claim.draft.select);
  const proposal = new Set(
    (decision.options.find((option) => option.major === claim.draft.major) ?? decision.options[0])?.counted ?? [],
  );
  // A line stays where the proposal put it until the choice changes, so that nothing jumps away under the finger.
  const inside = lines.filter((line) => proposal.has(line.id));
  const outside = lines.filter((line) => !proposal.has(line.id));
  const { total } = sumsOf(lines, selected);
  const frame = frameFrom(claim.selection.from ?? claim.asOf);
  const items = itemsOf(lines, selected, frame, claim.asOf).filter((item) => item.standing === 'counted');
  const changed = lines.find((line) => line.id === claim.last?.id);
  const row = (line: Line, note: string) => {
    const may = line.reason === null;
    const differs = selected.has(line.id) !== proposal.has(line.id);
    return (
      <li key={line.id} className={differs ? 'changed' : undefined}>
        <label>
          <input
            className="choice"
            type="checkbox"
            checked={selected.has(line.id)}
            disabled={!may}
            onChange={() => claim.toggle(line.id)}
          />
          <Swatch field={line.field} width={28} height={Math.max(5, Math.min(60, line.credits * 5))} />
          <span>
            <Name>{line.name}</Name>
            <small>{note}</small>
          </span>
          <span className="r">{line.credits}</span>
        </label>
      </li>
    );
  };
  return (
    <section className="sec" aria-labelledby="edit">
      <header>
        <h2 className="h2" id="edit">
          <span className="num">2</span>
          {t('claim.check')}
        </h2>
        <p className="small muted">{t('claim.check-how')}</p>
      </header>
      <div className="edit">
        <div className="list">
          <h3>
            <span>{t('claim.proposed')}</span>
            <span>{t('figures.credits')}</span>
          </h3>
          <ul>{inside.map((line) => row(line, `${longDate(line.date, language)}, ${line.provider}`))}</ul>
          {outside.length === 0 ? null : (
            <>
              <h3>
                <span>{t('claim.others')}</span>
                <span>{t('figures.credits')}</span>
              </h3>
              <ul>
                {outside.map((line) =>
                  row(
                    line,
                    line.reason === null && selected.has(line.id)
                      ? t('claim.added')
                      : reasonSentence(language, line, standingOf(line, selected, frame), frame),
                  ),
                )}
              </ul>
            </>
          )}
        </div>
        <div className="live">
          {changed === undefined || claim.last === null ? null : (
            <p className="say">
              <span>{t(claim.last.added ? 'claim.you-added' : 'claim.you-removed', { name: changed.name })}</span>
              <button type="button" className="link" onClick={claim.undo}>
                {t('claim.undo')}
              </button>
            </p>
          )}
          <div className="tot">
            <SmallPile items={items} major={claim.draft.major} perCredit={4.2} width={56} />
            <div>
              <p className="big">{total}</p>
              <p>
                {total === RULE.credits
                  ? t('claim.total-exact')
                  : total > RULE.credits
                    ? t('claim.total-enough', { count: total - RULE.credits })
                    : t('claim.total-short', { count: RULE.credits - total })}
              </p>
            </div>
          </div>
          <ul className="rules" aria-live="polite">
            {rulesOf({ t, language, field }, lines, claim).map((rule) => (
              <li key={rule.text} className={rule.ok ? undefined : 'no'}>
                <RuleMark ok={rule.ok} />
                <span>
                  {rule.text}
                  {rule.more === undefined ? null : <small>{rule.more}</small>}
                </span>
              </li>
            ))}
          </ul>
          <p className="small muted top-1">{t('claim.rule', { id: decision.policy.id, version: decision.policy.version })}</p>
        </div>
      </div>
    </section>
  );
}

function RuleMark({ ok }: { readonly ok: boolean }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2.2" aria-hidden="true">
      <path d={ok ? 'M3.5 10.5l4.5 4.5L16.5 5' : 'M4.5 4.5l11 11M15.5 4.5l-11 11'} />
    </svg>
  );
}
