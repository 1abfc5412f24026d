import type { RecognitionRecord } from '@recognition/recognition';
import { entry, type Language, languageOfName, longDate, sayer, shortDate } from '@recognition/web/language';
import type { RecordView } from '../record/see-record.ts';
import { Sheet } from './sheet.ts';

/** What a record on paper is made from. */
export interface RecordPaperInput {
  readonly view: Pick<RecordView, 'record' | 'learnerName' | 'awards' | 'statements' | 'asOf'>;
  readonly authority: string;
  readonly notice: string | null;
  readonly created: Date;
  /** The page on which anyone verifies. */
  readonly verifyUrl: string;
  /** The signed record that goes into the file as it is; null when there is none. */
  readonly credential: unknown;
}

/**
 * A learner's record as a tagged PDF: every line, the newest first, with the learner's statements of correction beside the lines that they
 * are about (Privacy Act 2020, section 64), and the awards. Never an NSN.
 */
export async function recordPdf(language: Language, input: RecordPaperInput): Promise<Buffer> {
  const { view, authority, notice, created, verifyUrl, credential } = input;
  const { record, learnerName, awards, statements, asOf } = view;
  const t = sayer(language);
  const title = t('paper.record-title');
  const page = (at: number, pages: number) => t('paper.page', { page: at, pages });
  const sheet = new Sheet({ title, language, author: authority, subject: title, created, page });
  sheet.paragraph(authority, { size: 12, bold: true });
  sheet.space(16);
  sheet.heading(1, title);
  if (learnerName !== '') {
    const own = languageOfName(learnerName);
    sheet.paragraph(learnerName, { size: 18, ...(own === language ? {} : { language: own }) });
  }
  sheet.paragraph(t('paper.as-of', { date: longDate(asOf, language) }), { muted: true });
  if (notice !== null) sheet.paragraph(notice, { bold: true });
  sheet.space(10);
  if (awards.length > 0) {
    sheet.heading(2, t('paper.awards'));
    sheet.table(
      [
        { name: t('figures.date'), part: 0.14 },
        { name: t('paper.awards'), part: 0.44 },
        { name: t('paper.size'), part: 0.18, right: true },
        { name: t('paper.status'), part: 0.24 },
      ],
      awards.map(({ issuedOn, title: name, id, size, status }) => [
        shortDate(issuedOn, language),
        `${name[language]}\n${id}`,
        size?.[language] ?? '',
        t(`award.status.${status}`),
      ]),
    );
  }
  sheet.heading(2, t('earned.title'));
  if (record.achievements.length === 0) sheet.paragraph(t('record.nothing'));
  else sheet.table(columns(language), lines(language, record, statements));
  sheet.space(8);
  sheet.qr(verifyUrl, t('paper.qr-record'), [
    [t('print.check-text'), {}],
    [verifyUrl.replace(/^https?:\/\//u, ''), { bold: true }],
    ...(credential === null ? [] : [[t('paper.inside-record'), { size: 10, muted: true }] as const]),
  ]);
  if (credential !== null)
    sheet.attach('record-of-achievement.json', 'application/vc', t('paper.inside-record'), JSON.stringify(credential));
  return sheet.end();
}

function columns(language: Language) {
  const t = sayer(language);
  return [
    { name: t('figures.date'), part: 0.14 },
    { name: t('figures.outcome'), part: 0.36 },
    { name: t('figures.credits'), part: 0.1, right: true },
    { name: t('figures.level'), part: 0.09, right: true },
    { name: t('paper.result'), part: 0.13 },
    { name: t('figures.provider'), part: 0.18 },
  ];
}

function lines(
  language: Language,
  record: RecognitionRecord,
  statements: RecordPaperInput['view']['statements'],
): readonly (readonly string[])[] {
  const t = sayer(language);
  const outcomes = new Map(record.outcomes.map((one) => [one.id, one]));
  const providers = new Map(record.organisations.map((one) => [one.id, one.name]));
  return [...record.achievements]
    .filter(({ status }) => status !== 'withdrawn')
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1))
    .map(({ id, date, outcome, provider, result, status }) => {
      const what = outcomes.get(outcome);
      const said = statements.filter(({ achievement }) => achievement === id);
      return [
        shortDate(date, language),
        [`${what?.name ?? ''} (${what?.code ?? ''})`, ...said.map((one) => t('paper.statement', { text: one.statement }))].join(
          '\n',
        ),
        String(what?.credits ?? ''),
        what?.level == null ? '' : String(what.level),
        `${entry(language, `result.${result}`) ?? result}${status === 'provisional' ? `, ${t('paper.unconfirmed')}` : ''}`,
        providers.get(provider) ?? '',
      ];
    });
}
