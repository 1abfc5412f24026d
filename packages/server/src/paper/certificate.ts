import { fieldLabel, type Language, languageOfName, longDate, sayer, shortDate } from '@recognition/web/language';
import type { AwardView } from '../award/view.ts';
import { Sheet } from './sheet.ts';

/** What a certificate on paper is made from. */
export interface CertificateInput {
  readonly award: AwardView;
  readonly authority: string;
  /** A sentence that everybody must see, such as that the authority is invented. */
  readonly notice: string | null;
  readonly created: Date;
  /** The signed credential; it goes into the file as it is. */
  readonly credential: unknown;
}

/**
 * The certificate of an award as a tagged PDF: the award in both languages, what it stands on, a QR code of the address at which anyone
 * checks it, and the signed credential inside. It names the learner only when the award does, and never by a number.
 */
export async function certificatePdf(language: Language, input: CertificateInput): Promise<Buffer> {
  const { award, authority, notice, created, credential } = input;
  const t = sayer(language);
  const other: Language = language === 'en' ? 'mi' : 'en';
  const { title } = award;
  const sheet = new Sheet({
    title: title[language],
    language,
    author: authority,
    subject: t('print.award-no', { id: award.id }),
    created,
    page: (page, pages) => t('paper.page', { page, pages }),
  });
  sheet.paragraph(authority, { size: 12, bold: true });
  sheet.paragraph(`${t('print.award-no', { id: award.id })}. ${t('claim.rule', award.policy)}`, { size: 10, muted: true });
  sheet.space(24);
  if (award.status !== 'live')
    sheet.paragraph(`${t('paper.status')}: ${t(`award.status.${award.status}`)}`, { size: 13, bold: true });
  if (award.nameOnAward !== null) {
    sheet.paragraph(t('print.awarded-to'), { muted: true });
    sheet.paragraph(award.nameOnAward, { size: 20, ...marked(award.nameOnAward, language) });
    sheet.space(10);
  }
  sheet.heading(1, title[language]);
  sheet.paragraph(title[other], { size: 14, muted: true, language: other });
  sheet.paragraph(longDate(award.issuedOn, language), { size: 12 });
  sheet.paragraph(longDate(award.issuedOn, other), { size: 12, muted: true, language: other });
  sheet.space(12);
  sheet.paragraph(award.definition === null ? t('award.no-level') : award.note[language]);
  if (notice !== null) sheet.paragraph(notice, { bold: true });
  sheet.space(12);
  sheet.heading(2, t('print.check'));
  sheet.qr(award.verifyUrl, t('award.qr'), [
    [t('print.check-text'), {}],
    [award.verifyUrl.replace(/^https?:\/\//u, ''), { bold: true }],
    [t('paper.inside'), { size: 10, muted: true }],
  ]);
  sheet.space(8);
  sheet.heading(2, t('print.outcomes'));
  sheet.table(
    [
      { name: t('figures.date'), part: 0.13 },
      { name: t('figures.outcome'), part: 0.33 },
      { name: t('figures.field'), part: 0.17 },
      { name: t('figures.credits'), part: 0.1, right: true },
      { name: t('figures.level'), part: 0.09, right: true },
      { name: t('figures.provider'), part: 0.18 },
    ],
    award.counted.map(({ date, outcome, provider }) => [
      shortDate(date, language),
      outcome.name,
      fieldLabel(outcome.field, language),
      String(outcome.credits),
      outcome.level === null ? '' : String(outcome.level),
      provider,
    ]),
  );
  if (award.size !== null) sheet.paragraph(`${t('print.total')}: ${award.size[language]}`, { bold: true });
  sheet.attach('credential.json', 'application/vc', t('paper.inside'), JSON.stringify(credential));
  return sheet.end();
}

function marked(name: string, language: Language): { readonly language?: Language } {
  const own = languageOfName(name);
  return own === language ? {} : { language: own };
}
