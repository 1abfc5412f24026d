import { useId } from 'react';

/** A text of some length, with what it is for. */
export function Area({
  label,
  hint,
  value,
  onChange,
  onLeave,
  most = 4000,
  required = false,
  tall = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly most?: number;
  readonly required?: boolean;
  readonly tall?: boolean;
}) {
  const id = useId();
  return (
    <div className="field top-2">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        className={tall ? 'input tall' : 'input'}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        required={required}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </div>
  );
}
