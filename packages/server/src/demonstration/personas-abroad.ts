import type { Persona } from './persona.ts';

/** Learners who learned abroad, one for each framework that has units to hold: what they hold there and what it makes. */
export const ABROAD: readonly Persona[] = [
  {
    id: 'ines',
    door: 'learner',
    name: 'Inés Abubilla',
    email: 'ines@example.test',
    language: 'en',
    shows: {
      en: 'Learned in Spain and left early: two Grade B’s, which give a Grade C',
      mi: 'I ako ki Pāniora, ā, i wehe wawe: e rua ngā Taumata B, ka puta he Taumata C',
    },
    learner: { nsn: '0000000140', familyName: 'Abubilla', givenNames: 'Inés', birthDate: '1999-10-02' },
    opens: '/record/frameworks/es',
  },
  {
    id: 'amihan',
    door: 'learner',
    name: 'Amihan Maya',
    email: 'amihan@example.test',
    language: 'en',
    shows: {
      en: 'Learned in the Philippines: one competency short of a national certificate',
      mi: 'I ako ki ngā Piripīni: kotahi te āheinga e toe ana mō te tiwhikete ā-motu',
    },
    learner: { nsn: '0000000141', familyName: 'Maya', givenNames: 'Amihan', birthDate: '2002-02-11' },
    opens: '/record/frameworks/ph',
  },
  {
    id: 'dalisay',
    door: 'learner',
    name: 'Dalisay Kalaw',
    email: 'dalisay@example.test',
    language: 'en',
    shows: {
      en: 'Learned in the Philippines: micro-credentials of TESDA and CHED, one of them without credit, which never stacks',
      mi: 'I ako ki ngā Piripīni: ngā tohu moroiti a TESDA rāua ko CHED, kotahi kāore he whiwhinga, ā, e kore e whakapetohia',
    },
    learner: { nsn: '0000000146', familyName: 'Kalaw', givenNames: 'Dalisay', birthDate: '1995-05-06' },
    opens: '/record/frameworks/ph',
  },
  {
    id: 'weiling',
    door: 'learner',
    name: 'Wei Ling Merbok',
    email: 'weiling@example.test',
    language: 'en',
    shows: {
      en: 'Learned in Singapore: one statement of attainment short of a full WSQ',
      mi: 'I ako ki Hingapoa: kotahi te tauākī e toe ana mō te tohu WSQ katoa',
    },
    learner: { nsn: '0000000142', familyName: 'Merbok', givenNames: 'Wei Ling', birthDate: '1987-07-23' },
    opens: '/record/frameworks/sg',
  },
  {
    id: 'freja',
    door: 'learner',
    name: 'Freja Solsort',
    email: 'freja@example.test',
    language: 'en',
    shows: {
      en: 'Took courses in Denmark: two AMU certificates, and one test short of a third',
      mi: 'I whai akoranga ki Tenemāka: e rua ngā tiwhikete AMU, kotahi te whakamātautau e toe ana mō te tuatoru',
    },
    learner: { nsn: '0000000143', familyName: 'Solsort', givenNames: 'Freja', birthDate: '1985-04-02' },
    opens: '/record/frameworks/dk',
  },
  {
    id: 'manon',
    door: 'learner',
    name: 'Manon Mésange',
    email: 'manon@example.test',
    language: 'en',
    shows: {
      en: 'Learned in France: every block of a professional certification',
      mi: 'I ako ki Wīwī: ngā paraka katoa o tētahi tiwhikete ngaio',
    },
    learner: { nsn: '0000000144', familyName: 'Mésange', givenNames: 'Manon', birthDate: '1992-12-09' },
    opens: '/record/frameworks/fr',
  },
  {
    id: 'arjun',
    door: 'learner',
    name: 'Arjun Baya',
    email: 'arjun@example.test',
    language: 'en',
    shows: {
      en: 'Learned in India: a skill from a portfolio, and units of 7.5 hours, one short of a micro-credential across two sectors',
      mi: 'I ako ki Īnia: he pūkenga nā te kōpaki taunaki, me ngā waeine 7.5 hāora, kotahi e toe ana mō te tohu moroiti o ngā rāngai e rua',
    },
    learner: { nsn: '0000000145', familyName: 'Baya', givenNames: 'Arjun', birthDate: '2003-08-17' },
    opens: '/record/frameworks/in',
  },
];
