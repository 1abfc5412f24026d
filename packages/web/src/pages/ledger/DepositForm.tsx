import type { CreditBank } from '@recognition/client';
import { DEPOSIT_COLUMNS, type DepositFileRow, readDepositFile } from '@recognition/recognition/deposit-file';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import type { BankPlace } from './queries.ts';
import { useEntry } from './use-entry.ts';
import { kindName } from './words.ts';

const EMPTY = {
  nsn: '',
  given: '',
  family: '',
  birth: '',
  reference: '',
  code: '',
  title: '',
  kind: 'course',
  level: '',
  credits: '',
  earned: '',
  valid: '',
  mode: 'assessed',
  evidence: '',
};
type Draft = typeof EMPTY;

interface Answer {
  readonly deposited: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly message: string }[];
}

/** Deposits one credit by hand, or several by a small file; each row has its own answer. */
export function DepositForm({ place, bank }: { readonly place: BankPlace; readonly bank: CreditBank }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const { busy, error, enter } = useEntry('bank');
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const write = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const send = async (rows: readonly DepositFileRow[]): Promise<void> => {
    setAnswer(null);
    setFault(null);
    let got: Answer | null = null;
    await enter(async (key) => {
      got = await api.post('/api/v1/banks/{framework}/{bank}/deposits', {
        path: { ...place },
        body: { rows: rows.map((row) => ({ ...row, evidence: [...row.evidence] })) },
        key,
      });
    });
    setAnswer(got);
  };
  const take = async (file: File): Promise<void> => {
    const read = readDepositFile(await file.text());
    if (read.ok) await send(read.rows);
    else {
      setAnswer(null);
      setFault(t(`ledger.file-fault.${read.code}`, { at: read.at }));
    }
  };
  return (
    <section className="sec" aria-labelledby="deposit">
      <header>
        <h2 className="h2" id="deposit">
          {t('ledger.deposit')}
        </h2>
        <p className="small muted">{t('ledger.deposit-lead')}</p>
      </header>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send([rowOf(draft)]);
        }}
      >
        <Fields draft={draft} write={write} bank={bank} />
        <div className="acts">
          <button type="submit" className="btn" disabled={busy}>
            {t('ledger.deposit-go')}
          </button>
          <FileTrigger
            acceptedFileTypes={['.csv']}
            onSelect={(files) => {
              const chosen = files?.item(0);
              if (chosen != null) void take(chosen);
            }}
          >
            <Button className="btn second" isDisabled={busy}>
              {t('ledger.deposit-file')}
            </Button>
          </FileTrigger>
        </div>
        <p className="small muted">{t('ledger.deposit-file-text', { columns: DEPOSIT_COLUMNS.join(', ') })}</p>
      </form>
      <div role="status">
        {answer === null ? null : (
          <div className={`say top-2${answer.rejected.length > 0 ? ' wait' : ''}`}>
            <span>
              {t('ledger.deposited', { count: answer.deposited })}
              {answer.duplicates > 0 ? ` ${t('ledger.duplicates', { count: answer.duplicates })}` : ''}
              {answer.rejected.map(({ row, message }) => (
                <span key={row} className="block">
                  {t('ledger.refused', { row, message })}
                </span>
              ))}
            </span>
          </div>
        )}
      </div>
      {error === null && fault === null ? null : (
        <p className="say wrong top-2" role="alert">
          {fault ?? trouble(error)}
        </p>
      )}
    </section>
  );
}

const rowOf = (draft: Draft): DepositFileRow => ({
  learner: {
    nsn: draft.nsn.trim(),
    familyName: draft.family,
    givenNames: draft.given,
    birthDate: draft.birth === '' ? null : draft.birth,
  },
  reference: draft.reference.trim(),
  code: draft.code.trim(),
  title: draft.title.trim(),
  kind: draft.kind,
  level: draft.level === '' ? null : draft.level,
  credits: draft.credits.trim(),
  earned: draft.earned,
  ...(draft.valid === '' ? {} : { validYears: Number(draft.valid) }),
  mode: draft.mode === 'rpl' ? 'rpl' : 'assessed',
  evidence: draft.evidence.split(/\s+/).filter((link) => link !== ''),
});

function Fields({
  draft,
  write,
  bank,
}: {
  readonly draft: Draft;
  readonly write: (change: Partial<Draft>) => void;
  readonly bank: CreditBank;
}) {
  const { t, language } = useLanguage();
  const text = (
    name: keyof Draft,
    label: string,
    more: { type?: string; optional?: boolean; hint?: string; numeric?: boolean } = {},
  ) => (
    <div className="field">
      <label htmlFor={`deposit-${name}`}>{label}</label>
      {more.hint === undefined ? null : (
        <span className="hint" id={`deposit-${name}-hint`}>
          {more.hint}
        </span>
      )}
      <input
        id={`deposit-${name}`}
        className="input"
        type={more.type ?? 'text'}
        inputMode={more.numeric === true ? 'decimal' : undefined}
        autoComplete="off"
        required={more.optional !== true}
        aria-describedby={more.hint === undefined ? undefined : `deposit-${name}-hint`}
        value={draft[name]}
        onChange={(event) => write({ [name]: event.target.value })}
      />
    </div>
  );
  const choice = (name: 'kind' | 'level' | 'mode', label: string, options: readonly (readonly [string, string])[]) => (
    <div className="field">
      <label htmlFor={`deposit-${name}`}>{label}</label>
      <select
        id={`deposit-${name}`}
        className="input"
        value={draft[name]}
        onChange={(event) => write({ [name]: event.target.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <>
      <div className="pair">
        {text('nsn', t('ledger.nsn'), { numeric: true })}
        {text('birth', t('ledger.birth'), { type: 'date' })}
      </div>
      <div className="pair">
        {text('given', t('ledger.given'))}
        {text('family', t('ledger.family'))}
      </div>
      <div className="pair">
        {text('title', t('ledger.title'))}
        {text('code', t('ledger.code'))}
        {text('reference', t('ledger.reference'))}
      </div>
      <div className="pair">
        {text('credits', t('ledger.size'), { numeric: true })}
        {choice(
          'level',
          t('ledger.level'),
          ['', ...bank.levels].map((level) => [level, level] as const),
        )}
        {choice(
          'kind',
          t('ledger.kind'),
          bank.kinds.map((kind) => [kind, kindName(kind, language)] as const),
        )}
      </div>
      <div className="pair">
        {text('earned', t('ledger.earned'), { type: 'date' })}
        {text('valid', t('ledger.valid'), {
          optional: true,
          numeric: true,
          hint: t('ledger.valid-hint', { years: bank.shelfLifeYears }),
        })}
        {choice('mode', t('ledger.mode'), [
          ['assessed', t('ledger.mode.assessed')],
          ['rpl', t('ledger.mode.rpl')],
        ])}
      </div>
      {draft.mode !== 'rpl' ? null : (
        <div className="field">
          <label htmlFor="deposit-evidence">{t('ledger.evidence')}</label>
          <span className="hint" id="deposit-evidence-hint">
            {t('ledger.evidence-hint')}
          </span>
          <textarea
            id="deposit-evidence"
            className="input"
            required
            aria-describedby="deposit-evidence-hint"
            value={draft.evidence}
            onChange={(event) => write({ evidence: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
