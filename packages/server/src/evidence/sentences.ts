import { SERVICE_POLICY } from '../dispute/policy.ts';
import type { Sentences } from '../http/sentences.ts';

const { evidenceFile, evidenceItems } = SERVICE_POLICY.parameters;

export const EVIDENCE_SENTENCES = {
  'evidence-not-found': { en: 'There is no such evidence of yours.', mi: 'Kāore āu taunakitanga pēnei.' },
  'evidence-too-large': {
    en: `A file has at most ${evidenceFile.value} MB. Of something longer, such as a film, give a link.`,
    mi: `Kia ${evidenceFile.value} MB te nui rawa o te kōnae. Mō te mea roa ake, pērā i te kiriata, tukuna he hono.`,
  },
  'evidence-infected': {
    en: 'The virus scanner found something in this file. It is not kept, and not shown; give another copy, or a link.',
    mi: 'I kitea e te matawai wheori tētahi mea i tēnei kōnae. Kāore e puritia, kāore hoki e whakaaturia; tukuna he tārua kē, he hono rānei.',
  },
  'evidence-scan-unavailable': {
    en: 'Files are scanned for viruses here, and the scanner does not answer at the moment. Nothing is changed; try again later.',
    mi: 'Ka matawaitia ngā kōnae mō te wheori i konei, ā, kāore te matawai e whakautu ana ināianei. Kāore he mea i panonitia; whakamātauria anō ā muri ake.',
  },
  'evidence-empty': { en: 'There is nothing in this file.', mi: 'Kāore he mea kei roto i tēnei kōnae.' },
  'evidence-type': {
    en: 'This is no kind of file that we keep: give a picture, a PDF, a document, a sound, a short film or a text.',
    mi: 'Ehara tēnei i te momo kōnae ka puritia: tukuna he pikitia, he PDF, he tuhinga, he oro, he kiriata poto, he kupu rānei.',
  },
  'evidence-executable': {
    en: 'This file, or one in it, is a program. Programs are not kept; give a picture of it, or a link.',
    mi: 'He pūmanaaki tēnei kōnae, tētahi rānei o roto. Kāore ngā pūmanaaki e puritia; tukuna he pikitia, he hono rānei.',
  },
  'evidence-archive-locked': {
    en: 'This archive is locked with a password, so nobody can look into it. Give its files without one.',
    mi: 'Kua rakaina tēnei pūranga ki te kupuhipa, nā reira kāore e taea te titiro. Tukuna ngā kōnae me te kore kupuhipa.',
  },
  'evidence-archive-damaged': {
    en: 'This archive is damaged or empty. Make it anew.',
    mi: 'Kua pakaru, kua piako rānei tēnei pūranga. Hangaia anō.',
  },
  'evidence-archive-too-many': {
    en: 'There are too many files in this archive. Give those that show what you can do.',
    mi: 'He nui rawa ngā kōnae o tēnei pūranga. Tukuna ko ērā e whakaatu ana i ō āheinga.',
  },
  'evidence-archive-too-large': {
    en: 'What is in this archive is far larger than the archive itself. Give the files one by one.',
    mi: 'He rahi noa atu ngā mea o roto i te pūranga. Tukuna takitahitia ngā kōnae.',
  },
  'evidence-archive-nested': {
    en: 'There are archives within archives within this one. Give the files one by one.',
    mi: 'He pūranga kei roto i ngā pūranga o tēnei. Tukuna takitahitia ngā kōnae.',
  },
  'evidence-full': {
    en: `You keep ${evidenceItems.value} pieces of evidence already. Remove what you do not need first.`,
    mi: `Kua puritia kētia e koe ngā taunakitanga e ${evidenceItems.value}. Tangohia i te tuatahi ngā mea kāore e hiahiatia ana.`,
  },
  'evidence-in-use': {
    en: 'Somebody has still to decide on what you sent them with this. Withdraw that first.',
    mi: 'Kāore anō te whakatau kia oti mō te tono i tukuna ai tēnei. Unuhia tērā i te tuatahi.',
  },
  'evidence-unreadable': {
    en: 'This file cannot be read at the moment.',
    mi: 'Kāore e taea te pānui i tēnei kōnae i tēnei wā.',
  },
  'evidence-link': {
    en: 'A link begins with https:// and holds no name and password.',
    mi: 'Ka tīmata te hono ki te https://, ā, kāore he ingoa, he kupuhipa kei roto.',
  },
  'credential-unreadable': {
    en: 'This is no credential that can be read. Keep it as a file if it shows something.',
    mi: 'Kāore e taea te pānui i tēnei tohu. Puritia hei kōnae mēnā he mea e whakaaturia ana.',
  },
  'credential-not-verified': {
    en: 'The checks of this credential do not all pass, so it is no proof. You can keep it as a document, with what the checks said beside it.',
    mi: 'Kāore i tika katoa ngā hihira o tēnei tohu, nā reira ehara i te whakapūmau. Ka taea te pupuri hei tuhinga, me ngā kitenga ki tōna taha.',
  },
  'credential-of-another': {
    en: 'This credential names somebody else: neither your name nor the e-mail address that you sign in with. You can keep it as a document.',
    mi: 'He tangata kē e whakaingoatia ana e tēnei tohu: ehara i tō ingoa, ehara hoki i te īmēra e takiuru ai koe. Ka taea te pupuri hei tuhinga.',
  },
} as const satisfies Sentences;
