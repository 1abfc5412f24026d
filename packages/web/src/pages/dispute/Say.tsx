import { useState } from 'react';
import { queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { Words } from './Words.tsx';

interface Choice {
  readonly label: string;
  readonly danger?: boolean;
  readonly send: (words: string, key: string) => Promise<unknown>;
}

/** Words, and what they are sent as: each button is one way on. What was typed stays when it could not be sent. */
export function Say({
  kept,
  title,
  label,
  hint,
  first = '',
  choices,
  folded = false,
}: {
  /** Where the words are kept while they are written. */
  readonly kept: string;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly first?: string;
  readonly choices: readonly Choice[];
  /** Shown by its title alone until it is wanted. */
  readonly folded?: boolean;
}) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const [typed, setTyped, forget] = useKept(kept);
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const words = touched || typed !== '' ? typed : first;
  const send = async (choice: Choice): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await choice.send(words.trim(), key);
      forget();
      setTouched(false);
      setKey(crypto.randomUUID());
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
      setKey(crypto.randomUUID());
    }
    setBusy(false);
  };
  const [main] = choices;
  const form = (
    <form
      className="ask"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
        const chosen = choices.find((choice) => choice.label === pressed?.getAttribute('value')) ?? main;
        if (chosen !== undefined) void send(chosen);
      }}
    >
      {folded ? null : <h3 className="h3">{title}</h3>}
      <Words
        label={label}
        hint={hint}
        value={words}
        onChange={(text) => {
          setTouched(true);
          setTyped(text);
        }}
      />
      {error === null ? null : (
        <p className="say wrong top-2" role="alert">
          {trouble(error)}
        </p>
      )}
      <div className="acts">
        {choices.map((choice, at) => (
          <button
            key={choice.label}
            className={`btn${choice.danger === true ? ' danger' : at === 0 ? '' : ' second'}`}
            type="submit"
            value={choice.label}
            disabled={busy}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <p className="unseen" role="status">
        {busy ? t('dispute.sending') : ''}
      </p>
    </form>
  );
  if (!folded) return form;
  return (
    <details className="act">
      <summary>{title}</summary>
      {form}
    </details>
  );
}
