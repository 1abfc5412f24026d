import { type FormEvent, type ReactNode, useState } from 'react';
import { queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { formText } from '../../parts/form-text.ts';
import { useTrouble } from '../../parts/Troubles.tsx';

/** A short form that changes one thing. What was typed stays when it could not be done; it is emptied when it was. */
export function Act({
  title,
  go,
  send,
  children,
  danger = false,
  stacked = false,
}: {
  readonly title: string;
  readonly go: string;
  readonly send: (text: (name: string) => string, key: string) => Promise<unknown>;
  readonly children: ReactNode;
  readonly danger?: boolean;
  /** One field under the other, for a form that asks for words. */
  readonly stacked?: boolean;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string): string => formText(data, name);
    setBusy(true);
    setError(null);
    setDone(false);
    try {
      await send(text, crypto.randomUUID());
      form.reset();
      setDone(true);
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const button = (
    <button className={`btn${danger ? ' danger' : ''}`} type="submit" disabled={busy}>
      {go}
    </button>
  );
  return (
    <details className="act">
      <summary>{title}</summary>
      <form className={stacked ? 'asked top-2' : 'look'} onSubmit={(event) => void submit(event)}>
        {children}
        {stacked ? <div className="acts">{button}</div> : button}
      </form>
      <p role="status" className={done ? 'say top-1' : undefined}>
        {done ? t('steward.done') : ''}
      </p>
      {error === null ? null : (
        <p className="say wrong top-1" role="alert">
          {trouble(error)}
        </p>
      )}
    </details>
  );
}
