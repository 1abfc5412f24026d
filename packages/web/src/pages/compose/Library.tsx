import { type Definition, frameworks, type Part, sizeInWords } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { type Composing, frameworkOf, isPicked, pick } from './model.ts';

interface Given {
  readonly composing: Composing;
  readonly definitions: readonly Definition[];
  readonly onChange: (next: Composing) => void;
}

/** The definitions that there are, each with its units: picked from, taken apart, or held. */
export function Library({ composing, definitions, onChange }: Given) {
  const { t, language } = useLanguage();
  const { awards } = frameworkOf(composing);
  return (
    <ul className="library">
      {definitions.map((definition) => {
        const award = awards.find(({ id }) => id === definition.award)?.title[language] ?? definition.award;
        const facts = [
          award,
          ...(definition.level === null ? [] : [t('package.level', { n: definition.level })]),
          ...(definition.sector === null ? [] : [definition.sector]),
        ];
        return (
          <li key={definition.id}>
            <fieldset>
              <legend className="h3">
                <Name>{definition.title}</Name>
              </legend>
              <p className="muted small">
                <code>{definition.id}</code> · {facts.join(' · ')}
              </p>
              <Whole composing={composing} definition={definition} onChange={onChange} />
              {composing.doing === 'unbundle' ? null : (
                <ul>
                  {definition.parts.map((part) => (
                    <li key={part.ref}>
                      <Unit composing={composing} definition={definition} part={part} onChange={onChange} />
                    </li>
                  ))}
                </ul>
              )}
            </fieldset>
          </li>
        );
      })}
    </ul>
  );
}

function Whole({ composing, definition, onChange }: Omit<Given, 'definitions'> & { readonly definition: Definition }) {
  const { t } = useLanguage();
  const refs = definition.parts.map(({ ref }) => ref);
  switch (composing.doing) {
    case 'unbundle':
      return (
        <label className="tick">
          <input
            type="radio"
            name="apart"
            className="choice"
            checked={composing.apart === definition.id}
            onChange={() =>
              onChange({ ...composing, apart: definition.id, pieces: Object.fromEntries(refs.map((ref) => [ref, 1])) })
            }
          />
          <span>{t('compose.take-apart', { title: definition.title })}</span>
        </label>
      );
    case 'claimable':
      return (
        <Held
          composing={composing}
          id={definition.id}
          onChange={onChange}
          label={t('compose.hold-whole', { title: definition.title })}
        />
      );
    default: {
      const all = refs.every((ref) => isPicked(composing, definition.id, ref));
      return (
        <button
          type="button"
          className="link"
          aria-label={t(all ? 'compose.none-of' : 'compose.all-of', { title: definition.title })}
          onClick={() => onChange(pick(composing, definition.id, refs, !all))}
        >
          {t(all ? 'compose.none' : 'compose.all')}
        </button>
      );
    }
  }
}

function Unit({
  composing,
  definition,
  part,
  onChange,
}: Omit<Given, 'definitions'> & { readonly definition: Definition; readonly part: Part }) {
  if (composing.doing === 'claimable')
    return (
      <Held composing={composing} id={part.ref} onChange={onChange} label={<UnitName composing={composing} part={part} />} />
    );
  return (
    <label className="tick">
      <input
        type="checkbox"
        className="choice"
        checked={isPicked(composing, definition.id, part.ref)}
        onChange={(event) => onChange(pick(composing, definition.id, [part.ref], event.target.checked))}
      />
      <UnitName composing={composing} part={part} />
    </label>
  );
}

function Held({
  composing,
  id,
  label,
  onChange,
}: {
  readonly composing: Composing;
  readonly id: string;
  readonly label: React.ReactNode;
  readonly onChange: (next: Composing) => void;
}) {
  const { held } = composing;
  return (
    <label className="tick">
      <input
        type="checkbox"
        className="choice"
        checked={held.includes(id)}
        onChange={(event) =>
          onChange({ ...composing, held: event.target.checked ? [...held, id] : held.filter((one) => one !== id) })
        }
      />
      <span>{label}</span>
    </label>
  );
}

/** A unit by its own identity: its reference, what it is, how large, and where it comes from. */
export function UnitName({ composing, part }: { readonly composing: Pick<Composing, 'framework'>; readonly part: Part }) {
  const { t, language } = useLanguage();
  const { unit } = frameworks[composing.framework];
  return (
    <span>
      <code>{part.ref}</code>{' '}
      <small className="muted">
        {[
          part.role,
          ...(part.minutes === null ? [] : [sizeInWords(part.minutes, unit, language)]),
          ...(part.source === null ? [] : [part.source]),
          ...(part.creditBearing ? [] : [t('compose.non-credit')]),
        ].join(' · ')}
      </small>
    </span>
  );
}
