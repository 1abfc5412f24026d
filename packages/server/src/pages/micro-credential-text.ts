import { fieldLabel, type Language, longDate, sayer } from '@recognition/web/language';
import type { showMicroCredential } from '../micro-credential/list.ts';
import { kindNamed, kindsIn } from './kinds.ts';
import { placeOf, TEXTS } from './micro-credential-words.ts';
import { block, fact } from './outcome-words.ts';

type Detail = Awaited<ReturnType<typeof showMicroCredential>>;

/**
 * One micro-credential as plain text, with the words of its page: what it is for, what it is made of and what each part is, where it leads,
 * how much of it is in others, and what the checks find.
 */
export function microCredentialText(language: Language, one: Detail): readonly string[] {
  const t = sayer(language);
  const { short, kinds } = kindsIn(language);
  const { content } = one;
  const kindOf = (named: string | null): string | null => kinds.find(({ kind }) => kind === kindNamed(named))?.name ?? null;
  const day = (date: string | null): string | null => (date === null ? null : longDate(date, language));
  const own = kinds.find(({ kind }) => kind === 'micro-credential');
  const lost = content.parts.filter(({ ref }) => !one.parts.some((part) => part.ref === ref));
  return [
    content.title,
    ...(own === undefined ? [] : [`${own.name}. ${own.says}`]),
    ...fact(t('outcome.code'), one.code),
    ...fact(t('outcome.version'), one.version),
    ...fact(t('figures.credits'), one.credits),
    ...(one.hours === null ? [] : [t('mc.hours', { n: one.hours })]),
    ...fact(t('figures.level'), content.level),
    ...fact(t('mc.nzsced'), content.nzsced),
    ...fact(t('outcome.developer'), one.developerName),
    ...fact(t('outcome.status'), t(`outcome.status.${one.status}`)),
    ...fact(t('mc.review'), content.reviewYears === null ? null : t('mc.years', { count: content.reviewYears })),
    ...fact(t('mc.listed'), day(one.listedOn)),
    ...fact(t('mc.review-due'), one.status === 'published' ? day(one.reviewDue) : null),
    ...fact(t('mc.discontinued'), day(one.discontinuedOn)),
    ...block(t('mc.parts'), [
      ...one.parts.map(
        ({ code, version, name, role, kind, credits, status }) =>
          `${code}${version === null ? '' : `/${version}`}  ${name}, ${kindOf(kind) ?? t(`mc.role.${role}`)}, ${t('stack.credits', { count: credits })}${status === 'offered' ? '' : `, ${t(`mc.part-status.${status}`)}`}`,
      ),
      ...lost.map(({ ref }) => t('mc.part-lost', { ref })),
    ]),
    ...TEXTS.flatMap((key) =>
      block(t(`mc.text.${key}`), textOf(content[key], key === 'titleReason' ? null : t('mc.text-missing'))),
    ),
    ...block(t('mc.onward'), [
      ...one.onward.awards.map(
        ({ title, credits, of, majors }) =>
          `${title[language]}: ${t('mc.onward-award', { credits, of })}${majors.length === 0 ? '' : ` ${t('mc.onward-major', { field: majors.map((slug) => fieldLabel(slug, language)).join(', ') })}`}`,
      ),
      ...one.onward.definitions.map(
        (each) => `${placeOf(each).slice(1)}  ${each.title}: ${t('mc.onward-definition', { have: each.have, of: each.of })}`,
      ),
    ]),
    ...block(
      t('mc.overlap'),
      one.overlaps.length === 0
        ? [t('mc.overlap-none')]
        : one.overlaps.map(
            (each) => `${placeOf(each).slice(1)}  ${t('mc.overlap-with', { percent: each.percent, title: each.title })}`,
          ),
    ),
    ...block(
      t('mc.finds'),
      one.findings.length === 0
        ? [t('mc.passes')]
        : one.findings.map(
            ({ severity, text, source }) =>
              `${t(severity === 'error' ? 'author.must' : 'author.advice')} ${text[language]} (${source})`,
          ),
    ),
    ...block(
      t('outcome.versions'),
      one.versions
        .filter(({ id }) => id !== one.id)
        .map(({ version, status }) => `${one.code}/${version}  ${t(`outcome.status.${status}`)}`),
    ),
    ...block(t('kinds.short-title'), [short]),
  ];
}

/** What somebody wrote, a line for each of its own; what is missing is said where it may not be. */
const textOf = (said: string, missing: string | null): readonly string[] =>
  said === '' ? (missing === null ? [] : [missing]) : said.split(/\n+/);
