import type { AwardReason, LeftOut } from '../decide/answer.ts';
import type { AwardLine, AwardWords } from './words.ts';

function reason(code: AwardReason, provider: string, date: string): string {
  switch (code) {
    case 'after-as-of':
      return `il est daté du ${date}, après le jour de cette décision`;
    case 'not-achieved':
      return 'il n’a pas été validé';
    case 'not-confirmed':
      return `${provider} ne l’a pas encore confirmé`;
    case 'withdrawn':
      return `${provider} l’a retiré`;
    case 'outcome-not-accredited':
      return 'il n’est pas enregistré';
    case 'provider-not-accredited':
      return `${provider} n’était pas habilité à l’évaluer le ${date}`;
    case 'assessed-too-late':
      return 'il a été évalué après la dernière date d’évaluation';
    case 'already-used':
      return 'cet acquis est déjà utilisé';
    case 'not-credit-bearing':
      return 'il n’est pas capitalisable';
    case 'kind-not-counted':
      return 'ce type d’acquis ne compte pas ici';
    case 'mode-not-counted':
      return 'la voie par laquelle il a été reconnu ne compte pas ici';
    case 'level-not-counted':
      return 'son niveau ne compte pas ici';
    case 'expired':
      return `il a été obtenu le ${date} et n’est plus valable`;
    case 'no-size':
      return 'il n’a pas de durée à compter';
  }
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  'same-learning': 'cet acquis compte déjà',
  'excluded-pair': 'il est incompatible avec un acquis qui compte',
  'over-cap': 'le maximum de cette provenance est atteint',
  'not-needed': 'il n’est pas nécessaire',
  'not-a-part': 'il ne fait pas partie de cette certification',
  'group-not-whole': 'son unité ne compte que si tous ses acquis sont validés',
};

function line(said: AwardLine): string {
  switch (said.code) {
    case 'can':
      return `Vous pouvez demander : ${said.title}.`;
    case 'cannot':
      return `Vous ne pouvez pas encore demander : ${said.title}.`;
    case 'rule':
      return `Décidé selon la règle ${said.version}, en vigueur depuis le ${said.from}.`;
    case 'route':
      return `Voie : ${said.title}.`;
    case 'institution':
      return `Les parts sont calculées comme si ${said.name} délivrait la certification.`;
    case 'size':
      return `${said.have} comptent, sur au moins ${said.need}.`;
    case 'at-level':
      return `Au niveau ${said.level} ou au-dessus : ${said.have} sur au moins ${said.need}.`;
    case 'cap':
      return `${said.on === 'kind' ? 'Des microcertifications' : 'D’autres établissements'} : ${said.have}, au plus ${said.most} (${said.percent} %).`;
    case 'parts':
      return `Parties (${said.role}) : ${said.have} sur ${said.need}.`;
    case 'part-missing':
      return `Il manque : ${said.name}.`;
    case 'counts':
      return `Compte : ${said.name}, ${said.date}.`;
    case 'left-out':
      return `${said.name} : n’est pas compté ici, car ${leftOut[said.why]}.`;
    case 'does-not-count':
      return `${said.name} : ne compte pas, car ${reason(said.reason, said.provider, said.date)}.`;
    case 'missing':
      return `Il manque encore : ${said.size}.`;
    case 'points':
      return `Points (crédits multipliés par le niveau) : ${said.points}.`;
    case 'keeps':
      return 'Rien n’est consommé : l’acquis reste disponible pour d’autres certifications.';
    case 'spends':
      return 'Ce qui compte est consommé, et redevient libre si la certification est retirée.';
    case 'debits':
      return 'Ce qui compte est définitivement débité.';
    case 'valid-until':
      return `Délivrée ce jour, elle vaut jusqu’au ${said.on}, puis doit être renouvelée.`;
    case 'cumulative':
      return `Qui s’arrête maintenant garde les ${said.count} parties validées ; rien n’est perdu.`;
    case 'expires':
      return `À partir du ${said.on}, ${said.name} ne compte plus.`;
    case 'rounded':
      return `${said.size} ont été laissés de côté, car ils ne forment pas une unité entière.`;
    case 'note':
      return said.text;
  }
}

export const fr: AwardWords = {
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  reason,
  leftOut,
  line,
};
