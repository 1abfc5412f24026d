import { useId } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { Area } from '../../parts/Area.tsx';
import type { SentOutcome } from './queries.ts';
import { Shown } from './Shown.tsx';

const JUDGEMENTS = ['met', 'partly', 'not-met'] as const;
type Judgement = (typeof JUDGEMENTS)[number];

/** An outcome while it is judged. */
export interface Judging {
  readonly outcome: string;
  readonly decision: 'granted' | 'declined' | null;
  readonly result: 'achieved' | 'merit' | 'excellence';
  readonly reason: string;
  readonly rubric: Readonly<Record<string, { readonly judgement: Judgement | null; readonly reason: string }>>;
}

/** What was judged before, for the second time round; else nothing yet. */
export function startJudging(asked: SentOutcome): Judging {
  const before = new Map(asked.rubric.map(({ id, judgement, reason }) => [id, { judgement, reason }]));
  return {
    outcome: asked.outcome,
    decision: asked.decision,
    result: asked.result ?? 'achieved',
    reason: asked.reason ?? '',
    rubric: Object.fromEntries(asked.criteria.map(({ id }) => [id, before.get(id) ?? { judgement: null, reason: '' }])),
  };
}

/** As the service takes it. */
export function judgementOf({ outcome, decision, result, reason, rubric }: Judging) {
  return {
    outcome,
    decision: decision ?? ('declined' as const),
    result: decision === 'granted' ? result : null,
    reason: reason.trim(),
    rubric: Object.entries(rubric).map(([criterion, one]) => ({
      criterion,
      judgement: one.judgement ?? ('not-met' as const),
      reason: one.reason.trim(),
    })),
  };
}

/** One outcome: what speaks for it, each criterion with its judgement and the reason, and the decision. */
export function JudgeOutcome({
  id,
  asked,
  judging,
  onChange,
}: {
  readonly id: string;
  readonly asked: SentOutcome;
  readonly judging: Judging;
  readonly onChange: (next: Judging) => void;
}) {
  const { t } = useLanguage();
  const field = useId();
  const all = Object.values(judging.rubric);
  const met = all.length > 0 && all.every(({ judgement }) => judgement === 'met');
  return (
    <fieldset className="asked">
      <legend className="h3">
        <Name>{asked.name}</Name>
      </legend>
      <p className="small muted">{t('rpl.credits', { count: asked.credits })}</p>
      <Shown id={id} asked={asked} />
      {asked.criteria.map(({ id: criterion, about, words, lang }) => {
        const one = judging.rubric[criterion] ?? { judgement: null, reason: '' };
        const set = (next: Partial<typeof one>): void =>
          onChange({ ...judging, rubric: { ...judging.rubric, [criterion]: { ...one, ...next } } });
        return (
          <fieldset className="criterion" key={criterion}>
            <legend>
              <span className="small muted about">{t(`assess.about.${about}`)}</span>
              <span lang={lang}>{words}</span>
            </legend>
            <div className="choices">
              {JUDGEMENTS.map((judgement) => (
                <label key={judgement}>
                  <input
                    className="choice"
                    type="radio"
                    required
                    name={`${field}-${criterion}`}
                    checked={one.judgement === judgement}
                    onChange={() => set({ judgement })}
                  />
                  {t(`rpl.judged.${judgement}`)}
                </label>
              ))}
            </div>
            <input
              className="input"
              aria-label={t('assess.reason-for', { criterion: words })}
              placeholder={t('assess.reason')}
              required
              maxLength={2000}
              value={one.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          </fieldset>
        );
      })}
      <fieldset className="criterion">
        <legend>{t('assess.decision')}</legend>
        <div className="choices">
          {(['granted', 'declined'] as const).map((decision) => (
            <label key={decision}>
              <input
                className="choice"
                type="radio"
                required
                name={`${field}-decision`}
                disabled={decision === 'granted' && !met}
                checked={judging.decision === decision && (decision === 'declined' || met)}
                onChange={() => onChange({ ...judging, decision })}
              />
              {t(`assess.${decision}`)}
            </label>
          ))}
        </div>
        {met ? null : <p className="small muted">{t('assess.grant-when')}</p>}
        {judging.decision === 'granted' && asked.grades.length > 1 ? (
          <div className="choices">
            {asked.grades.map((grade) => (
              <label key={grade}>
                <input
                  className="choice"
                  type="radio"
                  name={`${field}-grade`}
                  checked={judging.result === grade}
                  onChange={() =>
                    onChange({ ...judging, result: grade === 'merit' || grade === 'excellence' ? grade : 'achieved' })
                  }
                />
                {t(grade === 'merit' ? 'result.merit' : grade === 'excellence' ? 'result.excellence' : 'result.achieved')}
              </label>
            ))}
          </div>
        ) : null}
        <Area
          label={t('assess.reasons')}
          value={judging.reason}
          onChange={(reason) => onChange({ ...judging, reason })}
          required
        />
      </fieldset>
    </fieldset>
  );
}
