import type { DueMail } from './queries.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SITE = { en: 'Recognition Repository', mi: 'Te Pūranga Whakamana' } as const;
const SAID = {
  en: {
    notices: (count: number) => (count === 1 ? 'There is a new notice for you' : `There are ${count} new notices for you`),
    noticesText: 'Sign in to see what it is about. For your privacy this mail does not say.',
    see: 'See your notices',
    address: 'Is this your address?',
    addressText:
      'Somebody wants notices of the Recognition Repository sent to this address. If it was you, open the link within two days. If not, do nothing: no more mail will come.',
    confirm: 'Yes, this is my address',
    stop: 'You can turn mail off in your account:',
  },
  mi: {
    notices: (count: number) => (count === 1 ? 'He pānui hou māu' : `E ${count} ngā pānui hou māu`),
    noticesText: 'Takiuru kia kite he aha te kaupapa. Hei tiaki i tō tūmataitinga, kāore e kīia i tēnei īmēra.',
    see: 'Tirohia ō pānui',
    address: 'Nāu tēnei wāhitau?',
    addressText:
      'E hiahia ana tētahi kia tukuna ngā pānui a Te Pūranga Whakamana ki tēnei wāhitau. Mehemea ko koe tērā, huakina te hono i roto i ngā rā e rua. Ki te kore, waiho: kāore he īmēra anō e tae atu.',
    confirm: 'Āe, nāku tēnei wāhitau',
    stop: 'Ka taea te whakaweto īmēra i tō pūkete:',
  },
} as const;

/** The mail in the words of its reader: text, and the same as simple HTML. It holds no name, number, result or award. */
export function letterOf(mail: Pick<DueMail, 'kind' | 'language' | 'count'>, url: string, token: string | null): Letter {
  const { language } = mail;
  const said = SAID[language];
  const account = `${url}/account?lang=${language}`;
  const [subject, text, label, link] =
    mail.kind === 'notices'
      ? [said.notices(mail.count), said.noticesText, said.see, `${url}/account/notices?lang=${language}`]
      : [said.address, said.addressText, said.confirm, `${url}/account/mail?lang=${language}#${token ?? ''}`];
  const foot = mail.kind === 'notices' ? `${said.stop} ${account}` : '';
  return {
    subject: `${SITE[language]}: ${subject}`,
    text: [`${subject}.`, text, `${label}: ${link}`, foot].filter((part) => part !== '').join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body><h1>${subject}</h1><p>${text}</p><p><a href="${link}">${label}</a></p>${
      foot === '' ? '' : `<p>${said.stop} <a href="${account}">${account}</a></p>`
    }</body></html>`,
  };
}
