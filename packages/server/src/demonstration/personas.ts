import { ABROAD } from './personas-abroad.ts';

/**
 * The people of the demonstration, one for each telling state. All are invented; their NSNs are ten digits beginning 0000. The
 * demonstration's issuer signs each in by one click, and `index.ts` in this folder gives each their record.
 */
export interface Persona {
  /** In the sign-in link: `/sign-in?as=<id>`; also the subject at the demonstration's issuer. */
  readonly id: string;
  readonly door: 'learner' | 'provider' | 'developer' | 'employer' | 'steward';
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'mi';
  /** What this person's sign-in is good for seeing. */
  readonly shows: { readonly en: string; readonly mi: string };
  /** Learners: who they are to the identity folder. */
  readonly learner?: {
    readonly nsn: string;
    readonly familyName: string;
    readonly givenNames: string;
    readonly birthDate: string;
    /** Their issuer has not verified who they are: they link their record with a provider's code. */
    readonly unverified?: true;
  };
  /** The page that the sign-in leads to, where it is not the door's first. */
  readonly opens?: string;
  /** Staff: public id of the organisation, and their roles there. */
  readonly staff?: { readonly organisation: string; readonly roles: readonly string[] };
}

export const PERSONAS: readonly Persona[] = [
  {
    id: 'marama',
    door: 'learner',
    name: 'Mārama Kōtare',
    email: 'marama@example.test',
    language: 'en',
    shows: { en: 'Can claim an ALQ, with a choice of majors', mi: 'Ka taea te tono ALQ, me te kōwhiri i te kaupapa matua' },
    learner: { nsn: '0000000101', familyName: 'Kōtare', givenNames: 'Mārama', birthDate: '1996-03-14' },
  },
  {
    id: 'hemi',
    door: 'learner',
    name: 'Hēmi Tīeke',
    email: 'hemi@example.test',
    language: 'en',
    shows: {
      en: 'One credit short, and the oldest credits leave soon',
      mi: 'Kotahi te whiwhinga e toe ana, ā, ka tata puta ngā mea tawhito',
    },
    learner: { nsn: '0000000102', familyName: 'Tīeke', givenNames: 'Hēmi', birthDate: '1998-04-11' },
  },
  {
    id: 'rangi',
    door: 'learner',
    name: 'Rangi Pīwakawaka',
    email: 'rangi@example.test',
    language: 'mi',
    shows: { en: 'Holds an ALQ; its credits are spent', mi: 'Kua whiwhi ALQ; kua pau ngā whiwhinga' },
    learner: { nsn: '0000000103', familyName: 'Pīwakawaka', givenNames: 'Rangi', birthDate: '1989-09-02' },
  },
  {
    id: 'nikau',
    door: 'learner',
    name: 'Nikau Tūī',
    email: 'nikau@example.test',
    language: 'en',
    shows: {
      en: 'A result under an award was withdrawn: the award waits for an answer',
      mi: 'Kua tangohia tētahi hua i raro i te tohu: e tatari ana te tohu ki te whakautu',
    },
    learner: { nsn: '0000000104', familyName: 'Tūī', givenNames: 'Nikau', birthDate: '1993-12-21' },
  },
  {
    id: 'aroha',
    door: 'learner',
    name: 'Aroha Weka',
    email: 'aroha@example.test',
    language: 'en',
    shows: { en: 'Earned something on 29 February', mi: 'I whiwhi mea i te 29 o Huitanguru' },
    learner: { nsn: '0000000105', familyName: 'Weka', givenNames: 'Aroha', birthDate: '2000-02-29' },
  },
  {
    id: 'wiremu',
    door: 'learner',
    name: 'Wiremu Matuku',
    email: 'wiremu@example.test',
    language: 'mi',
    shows: {
      en: 'Recognised from experience, and by credit transfer',
      mi: 'Kua whakamanahia mai i te wheako, me te whakawhiti whiwhinga',
    },
    learner: { nsn: '0000000106', familyName: 'Matuku', givenNames: 'Wiremu', birthDate: '1974-06-30' },
  },
  {
    id: 'moana',
    door: 'learner',
    name: 'Moana Toroa',
    email: 'moana@example.test',
    language: 'en',
    shows: { en: 'Three hundred outcomes', mi: 'E toru rau ngā hua ako' },
    learner: { nsn: '0000000107', familyName: 'Toroa', givenNames: 'Moana Jane', birthDate: '1980-01-17' },
  },
  {
    id: 'ira',
    door: 'learner',
    name: 'Ira Kawau',
    email: 'ira@example.test',
    language: 'en',
    shows: {
      en: 'Not linked to a record yet: needs a provider’s one-time code',
      mi: 'Kāore anō kia hono ki tōna mauhanga: me whai waehere kotahi nā te kaiwhakarato',
    },
    learner: { nsn: '0000000108', familyName: 'Kawau', givenNames: 'Ira', birthDate: '2001-08-19', unverified: true },
  },
  {
    id: 'hana',
    door: 'learner',
    name: 'Hana Kea',
    email: 'hana@example.test',
    language: 'en',
    shows: {
      en: 'A learner of school age: her guardian shares for her',
      mi: 'He ākonga pakeke kura: mā tana kaitiaki e tiri mōna',
    },
    learner: { nsn: '0000000109', familyName: 'Kea', givenNames: 'Hana', birthDate: '2013-05-09' },
  },
  {
    id: 'kiri',
    door: 'learner',
    name: 'Kiri Miromiro',
    email: 'kiri@example.test',
    language: 'en',
    shows: {
      en: 'Holds all that a micro-credential asks for: claims it, and keeps the credits for an ALQ',
      mi: 'Kei a ia ngā mea katoa o tētahi tohu moroiti: ka tono, ā, ka mau tonu ngā whiwhinga mō te ALQ',
    },
    learner: { nsn: '0000000113', familyName: 'Miromiro', givenNames: 'Kiri', birthDate: '1997-06-21' },
  },
  {
    id: 'huhana',
    door: 'learner',
    name: 'Huhana Tarāpunga',
    email: 'huhana@example.test',
    language: 'en',
    shows: {
      en: 'Cared for her nan: writes an application for recognition of what she can do',
      mi: 'I tiaki i tana kuia: e tuhi tono ana kia whakamanahia ōna āheinga',
    },
    learner: { nsn: '0000000151', familyName: 'Tarāpunga', givenNames: 'Huhana', birthDate: '1984-02-03' },
    opens: '/record/experience',
  },
  {
    id: 'tawera',
    door: 'learner',
    name: 'Tāwera Kea',
    email: 'tawera@example.test',
    language: 'en',
    shows: { en: 'Guardian of Hana: acts for her', mi: 'Te kaitiaki o Hana: ka mahi mōna' },
    opens: '/account/acting',
  },
  {
    id: 'asha',
    door: 'learner',
    name: 'Asha Bulbul',
    email: 'asha@example.test',
    language: 'en',
    shows: {
      en: 'Holds credit in a bank of credits (India): enough to redeem, some of it lapses soon',
      mi: 'He whiwhinga kei te pēke whiwhinga (Īnia): ka rawaka hei hoko, ka tata pau ētahi',
    },
    learner: { nsn: '0000000111', familyName: 'Bulbul', givenNames: 'Asha', birthDate: '1999-10-05' },
    opens: '/bank/in/abc',
  },
  {
    id: 'meilin',
    door: 'learner',
    name: 'Mei Lin Sunbird',
    email: 'meilin@example.test',
    language: 'en',
    shows: {
      en: 'Has a learning account (Singapore): a reservation, a grant that lapsed, one that does not',
      mi: 'He pūkete ako tōna (Hingapoa): he puritanga, he karāti kua pau, he karāti e mau tonu ana',
    },
    learner: { nsn: '0000000112', familyName: 'Sunbird', givenNames: 'Mei Lin', birthDate: '1982-07-19' },
    opens: '/learning',
  },
  ...ABROAD,
  {
    id: 'ngaio',
    door: 'provider',
    name: 'Ngaio Karearea',
    email: 'ngaio@example.test',
    language: 'en',
    shows: { en: 'Registrar of a provider: report results', mi: 'Pouroki o tētahi kaiwhakarato: tuku hua' },
    staff: { organisation: 'demo-harakeke', roles: ['administrator', 'registrar'] },
  },
  {
    id: 'pita',
    door: 'provider',
    name: 'Pita Whio',
    email: 'pita@example.test',
    language: 'en',
    shows: {
      en: 'A second registrar and assessor of the same provider, for what two people must agree to; writes its micro-credentials',
      mi: 'He pouroki, he kaiaromatawai tuarua nō taua kaiwhakarato anō, mō ngā mea me whakaae tokorua; ka tuhi i ana tohu moroiti',
    },
    staff: { organisation: 'demo-harakeke', roles: ['administrator', 'registrar', 'assessor', 'developer'] },
  },
  {
    id: 'whetu',
    door: 'provider',
    name: 'Whetū Kōkako',
    email: 'whetu@example.test',
    language: 'en',
    shows: {
      en: 'Assessor of the same provider: one application for recognition of prior learning waits',
      mi: 'Kaiaromatawai nō taua kaiwhakarato anō: kotahi te tono whakamana mōhiotanga e tatari ana',
    },
    staff: { organisation: 'demo-harakeke', roles: ['assessor'] },
    opens: '/assess',
  },
  {
    id: 'devi',
    door: 'provider',
    name: 'Devi Koel',
    email: 'devi@example.test',
    language: 'en',
    shows: {
      en: 'Registrar of an institution that deposits in a bank of credits (India)',
      mi: 'Pouroki o tētahi whare ako e tāpae ana ki te pēke whiwhinga (Īnia)',
    },
    staff: { organisation: 'demo-bulbul', roles: ['administrator', 'registrar'] },
    opens: '/results/bank/in/abc',
  },
  {
    id: 'tama',
    door: 'developer',
    name: 'Tama Ruru',
    email: 'tama@example.test',
    language: 'en',
    shows: { en: 'Writes outcomes for an industry skills board', mi: 'Ka tuhi hua ako mō tētahi poari pūkenga ahumahi' },
    staff: { organisation: 'isb-health-and-community', roles: ['developer'] },
  },
  {
    id: 'edith',
    door: 'employer',
    name: 'Edith Lantern',
    email: 'edith@example.test',
    language: 'en',
    shows: { en: 'Employs people; checks what they bring', mi: 'Ka tuku mahi ki te tangata; ka hihira i ā rātou tohu' },
    staff: { organisation: 'demo-lantern', roles: ['administrator'] },
  },
  {
    id: 'kahu',
    door: 'steward',
    name: 'Kahu Kererū',
    email: 'kahu@example.test',
    language: 'en',
    shows: {
      en: 'Steward: accredits, approves, answers for awards',
      mi: 'Kaitiaki: ka whakamana, ka whakaae, ka whakautu mō ngā tohu',
    },
    staff: { organisation: 'nzqa', roles: ['steward'] },
  },
  {
    id: 'petra',
    door: 'steward',
    name: 'Petra Inanga',
    email: 'petra@example.test',
    language: 'en',
    shows: { en: 'A second steward, for what two people must agree to', mi: 'He kaitiaki tuarua, mō ngā mea me whakaae tokorua' },
    staff: { organisation: 'nzqa', roles: ['steward'] },
  },
];
