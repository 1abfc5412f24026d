import type { AwardReason, LeftOut } from '../decide/answer.ts';
import type { AwardLine, AwardWords } from './words.ts';

function reason(code: AwardReason, provider: string, date: string): string {
  switch (code) {
    case 'after-as-of':
      return `det er dateret ${date}, efter dagen for denne afgørelse`;
    case 'not-achieved':
      return 'det er ikke bestået';
    case 'not-confirmed':
      return `${provider} har ikke bekræftet det endnu`;
    case 'withdrawn':
      return `${provider} har trukket det tilbage`;
    case 'outcome-not-accredited':
      return 'målet er ikke godkendt';
    case 'provider-not-accredited':
      return `${provider} var ikke godkendt til at udbyde det den ${date}`;
    case 'assessed-too-late':
      return 'det blev prøvet efter sidste prøvedato';
    case 'already-used':
      return 'denne læring indgår allerede i et bevis';
    case 'not-credit-bearing':
      return 'det giver ikke merit';
    case 'kind-not-counted':
      return 'denne slags læring tæller ikke til dette bevis';
    case 'mode-not-counted':
      return 'måden, det er anerkendt på, tæller ikke til dette bevis';
    case 'level-not-counted':
      return 'niveauet tæller ikke til dette bevis';
    case 'expired':
      return `det blev opnået den ${date} og gælder ikke længere`;
    case 'no-size':
      return 'det har ingen varighed, der kan tælles';
  }
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  'same-learning': 'denne læring tæller allerede',
  'excluded-pair': 'det udelukker noget, der tæller',
  'over-cap': 'der må ikke tælles mere derfra',
  'not-needed': 'der er nok uden det',
  'not-a-part': 'det er ikke en del af dette bevis',
  'group-not-whole': 'det tæller kun, når alle dets delmål er nået',
};

function line(said: AwardLine): string {
  switch (said.code) {
    case 'can':
      return `Du kan få: ${said.title}.`;
    case 'cannot':
      return `Du kan endnu ikke få: ${said.title}.`;
    case 'rule':
      return `Afgjort efter reglen ${said.version}, som gælder fra ${said.from}.`;
    case 'route':
      return `Vejen dertil: ${said.title}.`;
    case 'institution':
      return `Andelene er regnet ud, som om ${said.name} udsteder beviset.`;
    case 'size':
      return `${said.have} tæller; der kræves mindst ${said.need}.`;
    case 'at-level':
      return `På niveau ${said.level} eller højere: ${said.have} af mindst ${said.need}.`;
    case 'cap':
      return `${said.on === 'kind' ? 'Fra mikrobeviser' : 'Fra andre institutioner'}: ${said.have}, højst ${said.most} (${said.percent} %).`;
    case 'parts':
      return `Dele (${said.role}): ${said.have} af ${said.need}.`;
    case 'part-missing':
      return `Mangler: ${said.name}.`;
    case 'counts':
      return `Tæller: ${said.name}, ${said.date}.`;
    case 'left-out':
      return `${said.name}: tæller ikke her, fordi ${leftOut[said.why]}.`;
    case 'does-not-count':
      return `${said.name}: tæller ikke, fordi ${reason(said.reason, said.provider, said.date)}.`;
    case 'missing':
      return `Der mangler: ${said.size}.`;
    case 'points':
      return `Point (omfang gange niveau): ${said.points}.`;
    case 'keeps':
      return 'Intet bliver brugt op: det kan også tælle til andre beviser.';
    case 'spends':
      return 'Det, der tæller, er brugt af dette bevis og frit igen, hvis beviset trækkes tilbage.';
    case 'debits':
      return 'Det, der tæller, bliver endeligt fratrukket.';
    case 'valid-until':
      return `Udstedt i dag gælder det til ${said.on} og skal derefter fornyes.`;
    case 'cumulative':
      return `Den, der stopper nu, får bevis for de ${said.count} beståede dele; intet går tabt.`;
    case 'expires':
      return `Fra ${said.on} tæller ${said.name} ikke længere.`;
    case 'rounded':
      return `${said.size} er udeladt, fordi de ikke udgør en hel enhed.`;
    case 'note':
      return said.text;
  }
}

export const da: AwardWords = {
  months: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  date: (day, month, year) => `${day}. ${month} ${year}`,
  reason,
  leftOut,
  line,
};
