import type { Finding } from '@recognition/recognition';
import type { MicroCredentialContent, PartFacts } from '@recognition/recognition/micro-credential';
import { useLanguage } from '../../language/context.tsx';
import { Findings } from '../outcomes/Findings.tsx';
import { TextInput } from '../outcomes/TextInput.tsx';
import { AreaInput } from './AreaInput.tsx';
import { PartsField } from './PartsField.tsx';
import { partOf, TEXTS } from './parts.ts';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The form of a micro-credential, field by field of rule 6: what the checks find stands beside each part as it is typed. */
export function DocumentForm({
  content,
  facts,
  credits,
  findings,
  onChange,
  onAdd,
}: {
  readonly content: MicroCredentialContent;
  readonly facts: readonly PartFacts[];
  readonly credits: number | null;
  readonly findings: readonly Finding[];
  readonly onChange: (change: Partial<MicroCredentialContent>) => void;
  readonly onAdd: (part: PartFacts) => void;
}) {
  const { t } = useLanguage();
  const of = (part: string): readonly Finding[] => findings.filter(({ path }) => partOf(path) === part);
  return (
    <form className="author" aria-label={t('mc.form')} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        part="title"
        label={t('mc.field.title')}
        hint={t('mc.title-hint')}
        value={content.title}
        findings={of('title')}
        onChange={(title) => onChange({ title: title.slice(0, 200) })}
      />
      <PartsField
        refs={content.parts.map(({ ref }) => ref)}
        facts={facts}
        credits={credits}
        findings={of('parts')}
        onAdd={onAdd}
        onRemove={(at) => onChange({ parts: content.parts.filter((_, place) => place !== at) })}
      />
      <div className="pair">
        <div className="field part" id="part-level">
          <label htmlFor="level">{t('mc.field.level')}</label>
          <span className="hint">{t('mc.level-hint')}</span>
          <select
            id="level"
            className="input"
            aria-describedby="findings-level"
            value={content.level ?? ''}
            onChange={(event) => onChange({ level: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">{t('author.choose')}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </select>
          <Findings id="findings-level" findings={of('level')} />
        </div>
        <div className="field part" id="part-reviewYears">
          <label htmlFor="reviewYears">{t('mc.review-years')}</label>
          <span className="hint">{t('mc.years-hint')}</span>
          <select
            id="reviewYears"
            className="input"
            aria-describedby="findings-reviewYears"
            value={content.reviewYears ?? ''}
            onChange={(event) => onChange({ reviewYears: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">{t('author.choose')}</option>
            {[1, 2, 3, 4, 5].map((years) => (
              <option key={years} value={years}>
                {years}
              </option>
            ))}
          </select>
          <Findings id="findings-reviewYears" findings={of('reviewYears')} />
        </div>
      </div>
      <div className="pair">
        <TextInput
          part="nzsced"
          label={t('mc.nzsced')}
          hint={t('mc.nzsced-hint')}
          value={content.nzsced}
          inputMode="numeric"
          findings={of('nzsced')}
          onChange={(nzsced) => onChange({ nzsced: nzsced.slice(0, 20) })}
        />
        <div className="field part">
          <label htmlFor="lang">{t('mc.lang')}</label>
          <span className="hint">{t('mc.lang-hint')}</span>
          <select
            id="lang"
            className="input"
            value={content.lang}
            onChange={(event) => onChange({ lang: event.target.value === 'mi' ? 'mi' : 'en' })}
          >
            <option value="en" lang="en">
              English
            </option>
            <option value="mi" lang="mi">
              Te reo Māori
            </option>
          </select>
        </div>
      </div>
      {TEXTS.map((part) => (
        <AreaInput
          key={part}
          part={part}
          label={t(`mc.text.${part}`)}
          hint={t(`mc.hint.${part}`)}
          lang={content.lang}
          value={content[part]}
          findings={of(part)}
          onChange={(value) => onChange({ [part]: value })}
        />
      ))}
      <Findings id="findings-other" findings={of('developer')} />
    </form>
  );
}
