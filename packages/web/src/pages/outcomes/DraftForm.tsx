import type { OutcomeView } from '@recognition/client';
import type { Finding } from '@recognition/recognition';
import { FIELDS } from '../../fields/fields.ts';
import { useLanguage } from '../../language/context.tsx';
import type { Draft } from './draft.ts';
import { partOf } from './draft.ts';
import { Findings } from './Findings.tsx';
import { PlainSummary } from './PlainSummary.tsx';
import { SkillDrafts } from './SkillDrafts.tsx';
import { SkillsField } from './SkillsField.tsx';
import { TextsField } from './TextsField.tsx';
import { TextInput } from './TextInput.tsx';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const GRADES = ['achieved', 'merit', 'excellence'] as const;
const KINDS = ['skill-standard', 'unit-standard', 'achievement-standard', 'micro-credential', 'outcome'] as const;

/** The form of a definition: what the checks find stands beside each part as it is typed. */
export function DraftForm({
  outcome,
  draft,
  findings,
  onChange,
}: {
  readonly outcome: OutcomeView;
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const { t, field } = useLanguage();
  const legacy = outcome.status === 'legacy';
  const of = (part: string): readonly Finding[] => findings.filter(({ path }) => partOf(path) === part);
  const fixed = (value: unknown): boolean => legacy && value !== null && value !== '';
  const said = [draft.name, ...draft.practice.map(({ text }) => text), ...draft.theory.map(({ text }) => text)].join(' ');
  const kinds: readonly string[] = draft.kind === null || isKnownKind(draft.kind) ? KINDS : [draft.kind, ...KINDS];
  return (
    <form className="author" aria-label={t('author.form')} onSubmit={(event) => event.preventDefault()}>
      {legacy ? <p className="say">{t('author.legacy-stays')}</p> : null}
      <TextInput
        part="name"
        label={t('author.name')}
        hint={t('author.name-hint')}
        value={draft.name}
        isFixed={fixed(outcome.name)}
        findings={of('name')}
        onChange={(name) => onChange({ name })}
      />
      <div className="pair">
        <TextInput
          part="credits"
          label={t('figures.credits')}
          hint={t(draft.group === null ? 'author.credits-hint' : 'author.credits-group')}
          value={draft.credits}
          isFixed={fixed(outcome.credits)}
          inputMode="numeric"
          findings={of('credits')}
          onChange={(credits) => onChange({ credits })}
        />
        <div className="field part" id="part-level">
          <label htmlFor="level">{t('figures.level')}</label>
          <span className="hint">{t('author.level-hint')}</span>
          <select
            id="level"
            className="input"
            disabled={fixed(outcome.level)}
            aria-describedby="findings-level"
            value={draft.level ?? ''}
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
      </div>
      <div className="field part" id="part-kind">
        <label htmlFor="kind">{t('author.kind')}</label>
        <span className="hint">{t('author.kind-hint')}</span>
        <select
          id="kind"
          className="input"
          value={draft.kind ?? ''}
          onChange={(event) => onChange({ kind: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{t('author.choose')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {isKnownKind(kind) ? t(`kind.${kind}`) : kind}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="part" id="part-field">
        <legend className="h3">{t('author.classification')}</legend>
        <p className="hint">{t('author.classification-hint')}</p>
        <div className="triple">
          <div className="field">
            <label htmlFor="field">{t('figures.field')}</label>
            <select
              id="field"
              className="input"
              aria-describedby="findings-field"
              value={draft.field ?? ''}
              onChange={(event) => onChange({ field: FIELDS.find((slug) => slug === event.target.value) ?? null })}
            >
              <option value="">{t('author.choose')}</option>
              {FIELDS.map((slug) => (
                <option key={slug} value={slug}>
                  {field(slug)}
                </option>
              ))}
            </select>
          </div>
          <TextInput
            part="subfield"
            label={t('author.subfield')}
            value={draft.subfield ?? ''}
            findings={of('subfield')}
            onChange={(subfield) => onChange({ subfield: subfield === '' ? null : subfield })}
          />
          <TextInput
            part="domain"
            label={t('author.domain')}
            value={draft.domain ?? ''}
            findings={of('domain')}
            onChange={(domain) => onChange({ domain: domain === '' ? null : domain })}
          />
        </div>
        <Findings id="findings-field" findings={of('field')} />
      </fieldset>
      {(['assessments', 'theory', 'practice'] as const).map((part) => (
        <TextsField
          key={part}
          part={part}
          title={t(`outcome.${part}`)}
          hint={t(`author.${part}-hint`)}
          texts={draft[part]}
          findings={of(part)}
          onChange={(texts) => onChange({ [part]: texts })}
        />
      ))}
      <SkillsField
        outcome={outcome.id}
        skills={draft.skills}
        said={said}
        findings={of('skills')}
        onChange={(skills) => onChange({ skills })}
      />
      <SkillDrafts outcome={outcome.id} skills={draft.skills} onChange={(skills) => onChange({ skills })} />
      <PlainSummary outcome={outcome.id} />
      <fieldset className="part" id="part-gradesAvailable">
        <legend className="h3">{t('author.grades')}</legend>
        <p className="hint">{t('author.grades-hint')}</p>
        <div className="checks-row">
          {GRADES.map((grade) => (
            <label key={grade}>
              <input
                className="choice"
                type="checkbox"
                checked={draft.gradesAvailable.includes(grade)}
                onChange={(event) =>
                  onChange({
                    gradesAvailable: GRADES.filter((one) =>
                      one === grade ? event.target.checked : draft.gradesAvailable.includes(one),
                    ),
                  })
                }
              />
              <span>{t(`result.${grade}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextInput
        part="excludes"
        label={t('author.excludes')}
        hint={t('author.excludes-hint')}
        value={draft.excludes}
        findings={of('excludes')}
        onChange={(excludes) => onChange({ excludes })}
      />
      {outcome.replaces === null ? null : (
        <TextInput
          part="previousUntil"
          type="date"
          label={t('author.previous-until')}
          hint={t('author.previous-until-hint')}
          value={draft.previousUntil}
          findings={[]}
          onChange={(previousUntil) => onChange({ previousUntil })}
        />
      )}
      <Findings
        id="findings-other"
        findings={findings.filter(({ path }) => ['group', 'developer', 'registered', 'lastAssessment'].includes(partOf(path)))}
      />
    </form>
  );
}

function isKnownKind(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((one) => one === kind);
}
