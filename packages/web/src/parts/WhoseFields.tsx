import { useId } from 'react';
import { useLanguage } from '../language/context.tsx';

/** Who somebody is to a provider: number and birth date, which agree or find nobody. What is typed goes in a body, never in an address. */
export function WhoseFields({
  nsn,
  born,
  onNsn,
  onBorn,
}: {
  readonly nsn: string;
  readonly born: string;
  readonly onNsn: (nsn: string) => void;
  readonly onBorn: (born: string) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-nsn`}>{t('column.nsn')}</label>
        <input
          className="input"
          id={`${id}-nsn`}
          required
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{9,10}"
          value={nsn}
          onChange={(event) => onNsn(event.currentTarget.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-born`}>{t('column.date_of_birth')}</label>
        <input
          className="input"
          id={`${id}-born`}
          type="date"
          required
          value={born}
          onChange={(event) => onBorn(event.currentTarget.value)}
        />
      </div>
    </>
  );
}
