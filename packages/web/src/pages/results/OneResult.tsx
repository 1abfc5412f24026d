import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate } from '../../language/index.ts';
import { useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { WhoseFields } from '../../parts/WhoseFields.tsx';
import { changeByHand } from './change-by-hand.ts';
import { type Own, wordOf } from './own-result.ts';

const RESULTS = ['achieved', 'merit', 'excellence', 'not-achieved'] as const;

interface OneResultProps {
  readonly own: Own;
  /** What the search by learner knew already. */
  readonly nsn: string;
  readonly born: string;
}

/** One result: what happened to it so far, and a form that corrects or withdraws it through an import of one row. */
export function OneResult({ own, nsn: knownNsn, born: knownBorn }: OneResultProps) {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const [what, setWhat] = useState<'correct' | 'withdraw'>('correct');
  const [nsn, setNsn] = useState(knownNsn);
  const [born, setBorn] = useState(knownBorn);
  const [family, setFamily] = useState('');
  const [given, setGiven] = useState('');
  const [date, setDate] = useState(own.date);
  const [result, setResult] = useState<string>(own.result);
  const [status, setStatus] = useState(own.status === 'provisional' ? 'provisional' : 'confirmed');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly done: boolean; readonly text: string } | null>(null);
  const { data, error } = useQuery({
    queryKey: ['history', own.provider, own.reference],
    queryFn: () =>
      api.post('/api/v1/providers/me/results/histories', { body: { provider: own.provider, reference: own.reference } }),
    staleTime: 0,
  });
  const withdrawn = data?.items.at(-1)?.change === 'withdrawn';

  const submit = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    try {
      const answer = await changeByHand(
        what === 'withdraw'
          ? { action: 'withdraw', provider: own.provider, reference: own.reference }
          : {
              action: 'correct',
              provider: own.provider,
              reference: own.reference,
              nsn: nsn.trim(),
              family_name: family,
              given_names: given,
              date_of_birth: born,
              outcome: own.outcome.code,
              version: own.outcome.version === null ? '' : String(own.outcome.version),
              date,
              result,
              mode: own.mode,
              original_date: own.originalDate ?? '',
              original_provider: own.originalProvider ?? '',
              status,
            },
        reason.trim(),
        t('one.import', { reference: own.reference }),
      );
      setSaid(
        answer.done
          ? { done: true, text: t(what === 'correct' ? 'one.corrected' : 'one.was-withdrawn') }
          : { done: false, text: `${answer.message[language]} ${answer.fix[language]} ${t('one.kept')}` },
      );
      await queries.invalidateQueries({ queryKey: ['history', own.provider, own.reference] });
    } catch (problem) {
      setSaid({ done: false, text: trouble(problem) });
    }
    setBusy(false);
  };
  return (
    <section className="sec" aria-labelledby="one">
      <header>
        <h2 className="h2" id="one">
          {own.reference}: {own.outcome.code}, {own.outcome.name}
        </h2>
      </header>
      <h3 className="h3">{t('one.history')}</h3>
      {data === undefined ? error === null ? <Waiting /> : <p className="say wrong">{trouble(error)}</p> : null}
      <ol className="list-plain ruled">
        {data?.items.map((step) => (
          <li key={`${step.at} ${step.change} ${step.outcome.code}`}>
            {shortDate(dateOfInstant(step.at), language)}: {t(`one.change.${step.change}`)}.{' '}
            {t('one.was', { result: t(`result.${wordOf(step.result)}`), date: shortDate(step.date, language) })}{' '}
            {step.status === 'provisional' ? t('one.provisional') : ''}
            {step.reason === null ? '' : t('one.because', { reason: step.reason })}{' '}
            <span className="muted">{t(step.byPerson ? 'one.by-person' : 'one.by-system')}</span>
          </li>
        ))}
      </ol>
      {said === null ? null : (
        <p className={said.done ? 'say top-2' : 'say wrong top-2'} role={said.done ? 'status' : 'alert'}>
          {said.text}
        </p>
      )}
      {withdrawn ? (
        <p className="muted top-2">{t('one.over')}</p>
      ) : (
        <form
          className="asking top-3"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <fieldset>
            <legend className="h3">{t('one.what')}</legend>
            {(['correct', 'withdraw'] as const).map((way) => (
              <label className="tick" key={way}>
                <input type="radio" name="what" checked={what === way} onChange={() => setWhat(way)} />
                {t(`one.${way}`)}
              </label>
            ))}
          </fieldset>
          {what === 'withdraw' ? (
            <p className="say wait">{t('one.withdraw-text')}</p>
          ) : (
            <>
              <Field id="c-result" label={t('column.result')}>
                <select className="input" id="c-result" value={result} onChange={(event) => setResult(event.currentTarget.value)}>
                  {RESULTS.map((one) => (
                    <option key={one} value={one}>
                      {t(`result.${one}`)}
                    </option>
                  ))}
                </select>
              </Field>
              <Field id="c-date" label={t('column.date')}>
                <input
                  className="input"
                  id="c-date"
                  type="date"
                  required
                  value={date}
                  onChange={(event) => setDate(event.currentTarget.value)}
                />
              </Field>
              <Field id="c-status" label={t('column.status')}>
                <select className="input" id="c-status" value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
                  <option value="confirmed">{t('one.confirmed')}</option>
                  <option value="provisional">{t('one.provisional')}</option>
                </select>
              </Field>
              <p className="small muted measure">{t('one.whose')}</p>
              <WhoseFields nsn={nsn} born={born} onNsn={setNsn} onBorn={setBorn} />
              <Field id="c-given" label={t('column.given_names')}>
                <input
                  className="input"
                  id="c-given"
                  autoComplete="off"
                  value={given}
                  onChange={(event) => setGiven(event.currentTarget.value)}
                />
              </Field>
              <Field id="c-family" label={t('column.family_name')}>
                <input
                  className="input"
                  id="c-family"
                  autoComplete="off"
                  required={given === ''}
                  value={family}
                  onChange={(event) => setFamily(event.currentTarget.value)}
                />
              </Field>
            </>
          )}
          <Field id="c-reason" label={t('one.reason')}>
            <input
              className="input"
              id="c-reason"
              required
              minLength={3}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Field>
          <div className="acts">
            <button type="submit" className={what === 'withdraw' ? 'btn danger' : 'btn'} disabled={busy}>
              {t(what === 'withdraw' ? 'one.withdraw-now' : 'one.correct-now')}
            </button>
            <p className="small muted measure">{t('one.consequence')}</p>
          </div>
        </form>
      )}
    </section>
  );
}

function Field({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
