import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Act } from '../stewardship/Act.tsx';

/** Takes longer for an answer, once, with the reason; the learner is told both. */
export function Extend({ id, from, latest }: { readonly id: string; readonly from: string; readonly latest: string }) {
  const { t, language } = useLanguage();
  return (
    <div className="top-3">
      <Act
        title={t('dispute.extend')}
        go={t('dispute.extend-go')}
        stacked
        send={(text, key) =>
          api.post('/api/v1/disputes/{id}/extension', { path: { id }, body: { until: text('until'), words: text('words') }, key })
        }
      >
        <div className="field">
          <label htmlFor="until">{t('dispute.extend-until', { date: longDate(latest, language) })}</label>
          <input className="input" id="until" name="until" type="date" required min={from} max={latest} />
        </div>
        <div className="field">
          <label htmlFor="words">{t('dispute.extend-why')}</label>
          <textarea className="input" id="words" name="words" required rows={3} maxLength={2000} aria-describedby="words-hint" />
          <p className="small muted" id="words-hint">
            {t('dispute.extend-hint')}
          </p>
        </div>
      </Act>
    </div>
  );
}
