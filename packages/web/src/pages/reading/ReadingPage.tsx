import type { Reading } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { WhoseFields } from '../../parts/WhoseFields.tsx';
import { ReadRecord } from './ReadRecord.tsx';

const REASONS = ['enrolment', 'credit-transfer', 'recognition', 'support', 'check-reported', 'other'] as const;
type Reason = (typeof REASONS)[number];
type Way = 'code' | 'number';

/** Read the record of a learner whom we know, for a purpose that the learner will see. There is no search by name. */
export function ReadingPage() {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const { data: session } = useQuery(sessionQuery);
  const [way, setWay] = useState<Way>('code');
  const [code, setCode] = useState('');
  const [nsn, setNsn] = useState('');
  const [born, setBorn] = useState('');
  const [reason, setReason] = useState<Reason | ''>('');
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [read, setRead] = useState<Reading | null>(null);
  useTitle(t('reading.title'));
  const ask = async (): Promise<void> => {
    if (reason === '') return;
    setBusy(true);
    setFailure(null);
    try {
      const why = { reason, purpose: purpose.trim() };
      const body =
        way === 'code'
          ? { code: code.trim(), ...why }
          : { nsn: nsn.trim(), dateOfBirth: born, familyName: '', givenNames: '', ...why };
      setRead(await api.post('/api/v1/providers/me/readings', { body }));
    } catch (problem) {
      setFailure(problem);
    }
    setBusy(false);
  };
  if (read !== null)
    return (
      <ReadRecord
        reading={read}
        why={reason === '' ? '' : t(`reason.${reason}`)}
        onDone={() => {
          setRead(null);
          setCode('');
          setNsn('');
          setBorn('');
        }}
      />
    );
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">{t('reading.title')}</h1>
      <p className="lead top-2">{t('reading.lead')}</p>
      <form
        className="asking top-3"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <fieldset>
          <legend className="h3">{t('reading.who')}</legend>
          {(['code', 'number'] as const).map((one) => (
            <label className="tick" key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              {t(`reading.by-${one}`)}
            </label>
          ))}
        </fieldset>
        {way === 'code' ? (
          <div className="field">
            <label htmlFor="code">{t('reading.code')}</label>
            <p className="hint">{t('reading.code-text')}</p>
            <input
              className="input code"
              id="code"
              required
              autoComplete="off"
              spellCheck={false}
              minLength={8}
              maxLength={12}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          </div>
        ) : (
          <WhoseFields nsn={nsn} born={born} onNsn={setNsn} onBorn={setBorn} />
        )}
        <div className="field">
          <label htmlFor="why">{t('reading.why')}</label>
          <p className="hint">{t('reading.why-text')}</p>
          <select
            className="input"
            id="why"
            required
            value={reason}
            onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? '')}
          >
            <option value="">{t('reading.choose')}</option>
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`reason.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="words">{t(reason === 'other' ? 'reading.words-needed' : 'reading.words')}</label>
          <input
            className="input"
            id="words"
            maxLength={300}
            required={reason === 'other'}
            minLength={reason === 'other' ? 3 : 0}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
        </div>
        {failure === null ? null : (
          <p className="say wrong top-2" role="alert">
            {trouble(failure)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn" disabled={busy}>
            {t('reading.read')}
          </button>
          <p className="small muted measure">{t('reading.seen')}</p>
        </div>
      </form>
    </>
  );
}
