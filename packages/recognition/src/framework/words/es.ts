import type { AwardReason, LeftOut } from '../decide/answer.ts';
import type { AwardLine, AwardWords } from './words.ts';

function reason(code: AwardReason, provider: string, date: string): string {
  switch (code) {
    case 'after-as-of':
      return `es del ${date}, posterior al día de esta decisión`;
    case 'not-achieved':
      return 'no se ha superado';
    case 'not-confirmed':
      return `${provider} todavía no lo ha confirmado`;
    case 'withdrawn':
      return `${provider} lo ha retirado`;
    case 'outcome-not-accredited':
      return 'el resultado de aprendizaje no está acreditado';
    case 'provider-not-accredited':
      return `${provider} no estaba autorizado para evaluarlo el ${date}`;
    case 'assessed-too-late':
      return 'se evaluó después de la última fecha de evaluación';
    case 'already-used':
      return 'este aprendizaje ya forma parte de otra acreditación';
    case 'not-credit-bearing':
      return 'no es acumulable';
    case 'kind-not-counted':
      return 'este tipo de aprendizaje no cuenta para esta acreditación';
    case 'mode-not-counted':
      return 'la vía por la que se reconoció no cuenta para esta acreditación';
    case 'level-not-counted':
      return 'su nivel no cuenta para esta acreditación';
    case 'expired':
      return `se obtuvo el ${date} y su vigencia ha terminado`;
    case 'no-size':
      return 'no tiene una duración que contar';
  }
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  'same-learning': 'es un aprendizaje que ya cuenta',
  'excluded-pair': 'es incompatible con algo que ya cuenta',
  'over-cap': 'se ha alcanzado el máximo de esa procedencia',
  'not-needed': 'no hace falta',
  'not-a-part': 'no forma parte de esta acreditación',
  'group-not-whole': 'su unidad solo cuenta con todos sus resultados',
};

function line(said: AwardLine): string {
  switch (said.code) {
    case 'can':
      return `Puede solicitar: ${said.title}.`;
    case 'cannot':
      return `Todavía no puede solicitar: ${said.title}.`;
    case 'rule':
      return `Decidido según la norma ${said.version}, en vigor desde el ${said.from}.`;
    case 'route':
      return `Vía: ${said.title}.`;
    case 'institution':
      return `Las proporciones se calculan como si ${said.name} expidiera la acreditación.`;
    case 'size':
      return `Cuentan ${said.have}; se necesitan al menos ${said.need}.`;
    case 'at-level':
      return `En el nivel ${said.level} o superior: ${said.have} de al menos ${said.need}.`;
    case 'cap':
      return `${said.on === 'kind' ? 'De microcredenciales' : 'De otras instituciones'}: ${said.have}, como máximo ${said.most} (${said.percent} %).`;
    case 'parts':
      return `Partes (${said.role}): ${said.have} de ${said.need}.`;
    case 'part-missing':
      return `Falta: ${said.name}.`;
    case 'counts':
      return `Cuenta: ${said.name}, ${said.date}.`;
    case 'left-out':
      return `${said.name}: no se cuenta aquí porque ${leftOut[said.why]}.`;
    case 'does-not-count':
      return `${said.name}: no cuenta porque ${reason(said.reason, said.provider, said.date)}.`;
    case 'missing':
      return `Faltan: ${said.size}.`;
    case 'points':
      return `Puntos (créditos por nivel): ${said.points}.`;
    case 'keeps':
      return 'Contarlo aquí no consume nada: sigue disponible para otras acreditaciones.';
    case 'spends':
      return 'Lo que cuenta queda consumido por esta acreditación, y libre de nuevo si se retira.';
    case 'debits':
      return 'Lo que cuenta se descuenta de forma definitiva.';
    case 'valid-until':
      return `Expedida hoy, es válida hasta el ${said.on} y después se renueva.`;
    case 'cumulative':
      return `Quien no termine recibe un certificado acumulativo de las ${said.count} partes superadas; nada se pierde.`;
    case 'expires':
      return `Desde el ${said.on}, ${said.name} ya no cuenta.`;
    case 'rounded':
      return `Al leer las duraciones se han dejado fuera ${said.size}, que no forman una unidad entera.`;
    case 'note':
      return said.text;
  }
}

export const es: AwardWords = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  date: (day, month, year) => `${day} de ${month} de ${year}`,
  reason,
  leftOut,
  line,
};
