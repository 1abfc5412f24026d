import { useLanguage } from '../../language/context.tsx';
import { type Composing, frameworkOf, madeAwards, type NewAward as Made, ruleOf } from './model.ts';

const OWN_FIELDS = ['title', 'level', 'size', 'sector', 'review-period'];

/** What the new award is called and is: its kind says which fields its listing asks for. */
export function NewAward({
  composing,
  onChange,
}: {
  readonly composing: Composing;
  readonly onChange: (next: Composing) => void;
}) {
  const { t, language } = useLanguage();
  const { made } = composing;
  const asked = ruleOf(composing.framework, made.award)?.definition?.required ?? [];
  const write = (change: Partial<Made>): void => onChange({ ...composing, made: { ...made, ...change } });
  return (
    <div className="form">
      <div className="pair">
        <Text id="made-title" label={t('compose.made-title')} value={made.title} onChange={(title) => write({ title })} />
        <Text id="made-id" label={t('compose.made-id')} value={made.id} onChange={(id) => write({ id })} />
        <div className="field">
          <label htmlFor="made-award">{t('compose.made-award')}</label>
          <select id="made-award" className="input" value={made.award} onChange={(event) => write({ award: event.target.value })}>
            {madeAwards(composing.framework).map((award) => (
              <option key={award.id} value={award.id}>
                {award.title[language]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="made-level">{t('compose.made-level')}</label>
          <select id="made-level" className="input" value={made.level} onChange={(event) => write({ level: event.target.value })}>
            <option value="">{t('compose.no-level')}</option>
            {frameworkOf(composing).levels.map(({ label }) => (
              <option key={label}>{label}</option>
            ))}
          </select>
        </div>
        {asked.includes('sector') || made.sector !== '' ? (
          <Text id="made-sector" label={t('compose.made-sector')} value={made.sector} onChange={(sector) => write({ sector })} />
        ) : null}
        {asked.includes('review-period') ? (
          <Text
            id="made-review"
            label={t('compose.made-review')}
            value={made.reviewYears}
            onChange={(reviewYears) => write({ reviewYears })}
          />
        ) : null}
        {asked
          .filter((name) => !OWN_FIELDS.includes(name))
          .map((name) => (
            <Text
              key={name}
              id={`made-${name}`}
              label={t('compose.made-listing', { name })}
              value={made.listing[name] ?? ''}
              onChange={(text) => write({ listing: { ...made.listing, [name]: text } })}
            />
          ))}
      </div>
    </div>
  );
}

function Text({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
