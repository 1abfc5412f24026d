import { useId } from 'react';

const MOST = 2000;

/** A text of some length, with what it is for. */
export function Words({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="field top-3">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        className="input"
        id={id}
        aria-describedby={`${id}-hint`}
        required
        maxLength={MOST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
