/** What is told in one language. `{name}` is a value of the notice's data: dates and numbers are written as that language does. */
interface Words {
  readonly en: string;
  readonly mi: string;
}

interface Notice extends Words {
  /** The words when `data.count` is 1. */
  readonly one?: Words;
  /** Where to go in the site; `{name}` is a value of the data. Null: nowhere. */
  readonly door: string | null;
}

const AWARD = '/record/awards/{award}';
const DISPUTE = '/record/disputes/{dispute}';

/** Everything that a learner may be told. A new kind of notice is a line here; data that a line names is needed to tell it. */
const NOTICES = {
  'award-noted': {
    en: 'A result under one of your awards was changed. The award still holds.',
    mi: 'Kua panonitia tētahi otinga kei raro i tētahi o ō tohu. Kei te tū tonu te tohu.',
    door: AWARD,
  },
  'award-restored': {
    en: 'An award of yours that was suspended holds again.',
    mi: 'Kua tū anō tētahi o ō tohu i whakatārewatia.',
    door: AWARD,
  },
  'award-revoked': {
    en: 'An award of yours was revoked. The award’s page says why, and what you can do.',
    mi: 'Kua whakakorea tētahi o ō tohu. Kei te whārangi o te tohu te take, me ngā mea ka taea e koe.',
    door: AWARD,
  },
  'award-suspended': {
    en: 'A result under one of your awards was changed, and the award no longer holds. It is suspended. You have until {answerBy} to answer.',
    mi: 'Kua panonitia tētahi otinga kei raro i tētahi o ō tohu, ā, kāore e tū ana te tohu ināianei. Kua whakatārewatia. Kei a koe tae noa ki te {answerBy} hei whakautu.',
    door: AWARD,
  },
  'can-claim': {
    en: 'You have earned enough to claim an Applied Learning Qualification.',
    mi: 'Kua nui ō whiwhinga hei tono i tētahi Tohu Ako Whakahāngai.',
    door: '/record/claim',
  },
  'approach-received': {
    en: '{organisation} would like to talk with you about: {title}. It does not know who you are. It learns that only if you accept, by {date}.',
    mi: 'E hiahia ana a {organisation} ki te kōrero ki a koe mō: {title}. Kāore ia e mōhio ko wai koe. Ka mōhio anake ina whakaae koe i mua i te {date}.',
    door: '/record/found',
  },
  // Privacy Act 2020, IPP 3A: what was collected, from whom, why, who holds and receives it, and one's rights.
  collected: {
    en: '{organisation} has reported results about you to us: what you were assessed on, the result and the date, with your name, date of birth and National Student Number to know you by. We hold them so that you can show what you have earned, as the Education and Training Act 2020 provides. You, the provider and our stewards see them, and whoever you share them with. You may see everything we hold, and have it corrected: open your record and dispute what is wrong.',
    mi: 'Kua tukuna mai e {organisation} ngā otinga mōu: te mea i aromatawaia, te otinga me te rā, me tō ingoa, tō rā whānau me tō Tau Ākonga ā-Motu kia mōhiotia ai koe. Ka puritia e mātou kia taea ai e koe te whakaatu i ō whiwhinga, i raro i te Ture Mātauranga me te Whakangungu 2020. Ko koe, ko te kaiwhakarato me ā mātou kaitiaki ka kite, me te hunga ka tohaina e koe. Ka āhei koe te kite i ngā mea katoa e puritia ana, me te whakatika: huakina tō mauhanga, ka tohe i ngā mea hē.',
    door: '/record',
  },
  'pathway-changed': {
    en: 'Something that your plan “{title}” counts on has changed. Look at what, and plan again.',
    mi: 'Kua rerekē tētahi mea e whirinaki ai tō mahere “{title}”. Tirohia he aha, ka whakamahere anō.',
    door: '/record/pathway/{pathway}',
  },
  'pathway-planned-again': {
    en: 'Something that your plan “{title}” counts on has changed, and a new plan was made for the same goal. Yours stays until you take the new one.',
    mi: 'Kua rerekē tētahi mea e whirinaki ai tō mahere “{title}”, ā, kua hangaia he mahere hou mō taua whāinga anō. Ka noho tonu tāu kia tango rā anō koe i te mea hou.',
    door: '/record/pathway/{pathway}',
  },
  'pathway-better': {
    en: 'Your plan “{title}” still stands, and with what is offered now a better one is possible for the same goal. Yours stays until you take the new one.',
    mi: 'E tū tonu ana tō mahere “{title}”, ā, mā ngā mea e whakaratohia ana ināianei ka taea he mahere pai ake mō taua whāinga anō. Ka noho tonu tāu kia tango rā anō koe i te mea hou.',
    door: '/record/pathway/{pathway}',
  },
  'credit-deposited': {
    en: '{organisation} has deposited credit for you in a bank of credits. See what you hold and when it lapses.',
    mi: 'Kua tāpae a {organisation} i ngā whiwhinga māu ki tētahi pēke whiwhinga. Tirohia ō whiwhinga me te rā e pau ai.',
    door: '/bank/{framework}/{bank}',
  },
  'credits-leaving': {
    en: '{count} of your credits leave the seven-year window on or before {date}. What you earned stays in your record; it can no longer count towards a new award.',
    mi: 'E {count} o ō whiwhinga ka puta i ngā tau e whitu i te {date}, i mua atu rānei. Ka noho tonu ō whiwhinga ki tō mauhanga; kāore e taea te tatau mō tētahi tohu hou.',
    one: {
      en: 'One of your credits leaves the seven-year window on or before {date}. What you earned stays in your record; it can no longer count towards a new award.',
      mi: 'Kotahi o ō whiwhinga ka puta i ngā tau e whitu i te {date}, i mua atu rānei. Ka noho tonu ō whiwhinga ki tō mauhanga; kāore e taea te tatau mō tētahi tohu hou.',
    },
    door: '/record',
  },
  'learning-credit-granted': {
    en: 'Your learning account was given {amount}. Reserve it for a listed programme.',
    mi: 'Kua tukuna te {amount} ki tō pūkete ako. Puritia mō tētahi hōtaka kua rārangitia.',
    door: '/learning/{account}',
  },
  'delegate-accepted': {
    en: '{name} has taken the code and may act for you. You can end that at any time.',
    mi: 'Kua tango a {name} i te waehere, ā, ka taea e ia te mahi mōu. Ka taea e koe te whakamutu i ngā wā katoa.',
    door: '/record/delegates',
  },
  'delegate-ended': {
    en: '{name} does not act for you any more.',
    mi: 'Kua mutu te mahi a {name} mōu.',
    door: '/record/delegates',
  },
  'delegate-entered': {
    en: '{name} acted for you today. What was done stands in the list of who looked at your record.',
    mi: 'I mahi a {name} mōu i tēnei rā. Kei te rārangi o te hunga i titiro tō mauhanga ngā mahi.',
    door: '/record/delegates',
  },
  'delegate-given': {
    en: 'A steward has let {name} act for you, on evidence that they saw. You can end that at any time.',
    mi: 'Kua tukuna e tētahi kaitiaki a {name} kia mahi mōu, i runga i ngā taunakitanga i kitea. Ka taea e koe te whakamutu i ngā wā katoa.',
    door: '/record/delegates',
  },
  'dispute-corrected': {
    en: '{organisation} has corrected what you said was wrong.',
    mi: 'Kua whakatikahia e {organisation} te mea i kī ai koe kei te hē.',
    door: DISPUTE,
  },
  'dispute-declined': {
    en: '{organisation} has answered what you said was wrong, and does not change it. You can put a statement beside it, or ask the stewards.',
    mi: 'Kua whakautua e {organisation} te mea i kī ai koe kei te hē, ā, kāore e panonitia. Ka taea e koe te tāpiri tauākī ki tōna taha, te pātai rānei ki ngā kaitiaki.',
    door: DISPUTE,
  },
  'dispute-dismissed': {
    en: 'A steward has looked at what you said was wrong, and leaves it as it is. The page says why, and what you can do.',
    mi: 'Kua tirohia e tētahi kaitiaki te mea i kī ai koe kei te hē, ā, ka waiho kia pērā tonu. Kei te whārangi te take, me ngā mea ka taea e koe.',
    door: DISPUTE,
  },
  'dispute-extended': {
    en: '{organisation} needs longer to answer what you said was wrong, until {answerBy}. The page says why. If you do not agree, you can complain to the Office of the Privacy Commissioner.',
    mi: 'Me roa ake te wā o {organisation} hei whakautu i te mea i kī ai koe kei te hē, tae noa ki te {answerBy}. Kei te whārangi te take. Ki te kore koe e whakaae, ka taea te amuamu ki Te Mana Mātāpono Matatapu.',
    door: DISPUTE,
  },
  'dispute-late': {
    en: '{organisation} has not answered in time what you said was wrong. The stewards look at it now.',
    mi: 'Kāore i tae mai i te wā tika te whakautu a {organisation} mō te mea i kī ai koe kei te hē. Ka tirohia e ngā kaitiaki ināianei.',
    door: DISPUTE,
  },
  'dispute-returned': {
    en: 'A steward has looked at what you said was wrong, and asked {organisation} to look again by {answerBy}.',
    mi: 'Kua tirohia e tētahi kaitiaki te mea i kī ai koe kei te hē, ā, kua tono kia titiro anō a {organisation} i mua i te {answerBy}.',
    door: DISPUTE,
  },
  'dispute-upheld': {
    en: 'A steward agrees with what you said was wrong. The page says what follows.',
    mi: 'E whakaae ana tētahi kaitiaki ki te mea i kī ai koe kei te hē. Kei te whārangi ngā mahi ka whai ake.',
    door: DISPUTE,
  },
  'link-moved': {
    en: 'A steward has given your record to another sign-in, because its holder showed that the record is theirs.',
    mi: 'Kua tukuna e tētahi kaitiaki tō mauhanga ki tētahi atu takiuru, nā te mea i whakaaturia e tōna kaipupuri nāna te mauhanga.',
    door: '/account',
  },
  'record-read': {
    en: '{organisation} read your record. Purpose: {purpose}',
    mi: 'I pānuitia tō mauhanga e {organisation}. Te take: {purpose}',
    door: '/record',
  },
  'result-arrived': {
    en: '{organisation} reported {count} new results for you.',
    mi: 'E {count} ngā otinga hou kua tukuna mai mōu e {organisation}.',
    one: {
      en: '{organisation} reported a new result for you.',
      mi: 'Kotahi te otinga hou kua tukuna mai mōu e {organisation}.',
    },
    door: '/record',
  },
  'result-changed': {
    en: '{organisation} corrected or withdrew {count} of your results.',
    mi: 'E {count} o ō otinga kua whakatikahia, kua tangohia rānei e {organisation}.',
    one: {
      en: '{organisation} corrected or withdrew one of your results.',
      mi: 'Kotahi o ō otinga kua whakatikahia, kua tangohia rānei e {organisation}.',
    },
    door: '/record',
  },
  'rpl-asked': {
    en: '{organisation} asks you something about your application for recognition of prior learning.',
    mi: 'He pātai tā {organisation} mō tō tono kia whakamanahia ō mōhiotanga o mua.',
    door: '/record/experience/{application}',
  },
  'rpl-decided': {
    en: '{organisation} has decided on your application for recognition of prior learning. The page says what was granted, and why.',
    mi: 'Kua whakatau a {organisation} i tō tono kia whakamanahia ō mōhiotanga o mua. Kei te whārangi ngā mea i whakaaetia, me te take.',
    door: '/record/experience/{application}',
  },
  'share-locked': {
    en: 'Your link for {name} is locked: someone gave a wrong PIN ten times. Give it another PIN, or withdraw it.',
    mi: 'Kua rakaina tō hono mō {name}: tekau ngā PIN hē i tukuna e tētahi. Tukuna he PIN hou, tangohia rānei te hono.',
    door: '/record/shares/{share}',
  },
  'share-opened': {
    en: 'What you shared was opened for the first time: {name}',
    mi: 'Kua huakina tuatahitia tāu i tiri ai: {name}',
    door: '/record/shares/{share}',
  },
  'transfer-decided': {
    en: '{organisation} has decided on the credit transfer that you asked for.',
    mi: 'Kua whakatau a {organisation} i te whakawhiti whiwhinga i tonoa e koe.',
    door: '/record/transfer',
  },
} as const satisfies Readonly<Record<string, Notice>>;

/** A stable code of what is told. */
export type NoticeCode = keyof typeof NOTICES;

const all: ReadonlyMap<string, Notice> = new Map<string, Notice>(Object.entries(NOTICES));

/** Values that a notice keeps: numbers, `YYYY-MM-DD`, names, or a text in both languages. Never an NSN or a result. */
export type NoticeData = Readonly<Record<string, string | number | Words>>;

/** A notice in words. A code of a newer version of the product says that something happened, and leads to the record. */
export function wordsOf(
  code: string,
  data: NoticeData,
  write: { readonly date: (date: string, language: 'en' | 'mi') => string },
): { readonly text: Words; readonly href: string | null } {
  const notice = all.get(code);
  if (notice === undefined) return { text: UNKNOWN, href: '/record' };
  const words = data['count'] === 1 ? (notice.one ?? notice) : notice;
  const fill = (language: 'en' | 'mi'): string =>
    words[language].replace(/\{(\w+)\}/g, (_, name: string) => valueOf(data[name], language, write.date));
  return {
    text: { en: fill('en'), mi: fill('mi') },
    href:
      notice.door === null
        ? null
        : notice.door.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueOf(data[name], 'en', (date) => date))),
  };
}

const UNKNOWN: Words = { en: 'Something happened to your record.', mi: 'I pā tētahi mea ki tō mauhanga.' };

function valueOf(
  value: NoticeData[string] | undefined,
  language: 'en' | 'mi',
  date: (date: string, language: 'en' | 'mi') => string,
): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value[language];
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value, language) : value;
}

export const NOTICE_CODES: readonly string[] = [...all.keys()];
