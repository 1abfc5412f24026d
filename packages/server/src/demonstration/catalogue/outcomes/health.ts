import { at } from '../author.ts';

const care = at({
  field: 'health',
  subfield: 'Health, Disability, and Aged Support',
  domain: 'Support Work',
  developer: 'isb-health-and-community',
});
const community = at({
  field: 'health',
  subfield: 'Health, Disability, and Aged Support',
  domain: 'Community Support',
  developer: 'isb-health-and-community',
});

export const health = [
  care('HE01', 'Move and handle a person safely', 4, 3, {
    assess: ['Observed on the job with two people who have different needs, and questions afterwards'],
    theory: ['How bodies bear load', 'When to use equipment and when to ask for help'],
    practice: [
      'Transfers a person between bed, chair and standing with the right equipment',
      'Checks and reports the condition of equipment',
    ],
    skills: ['move-people-safely:showcases', 'assess-risk:competent'],
  }),
  care('HE02', 'Prevent and control infection in a care setting', 3, 3, {
    assess: ['Observed during one shift', 'Short written test'],
    theory: ['How infections travel', 'Standard precautions'],
    practice: ['Cleans hands, equipment and surfaces as the plan says', 'Puts on and takes off protective clothing'],
    skills: ['prevent-infection:competent'],
  }),
  care('HE03', 'Support a person’s daily routine', 5, 3, {
    assess: ['Portfolio over four weeks, confirmed by a supervisor'],
    theory: ['Dignity, choice and independence', 'What a support plan contains'],
    practice: ['Helps a person wash, dress and eat as they choose', 'Writes down what was done and what changed'],
    skills: ['support-daily-living:showcases', 'keep-records:competent', 'communicate-clearly:competent'],
  }),
  care('HE04', 'Recognise and report decline in a person’s health', 4, 3, {
    assess: ['Three case studies', 'Observed handover'],
    theory: ['Signs of decline in older people', 'Who to tell, and how fast'],
    practice: ['Measures and writes down temperature, pulse and breathing', 'Gives a handover in the agreed form'],
    skills: ['notice-decline:showcases', 'keep-records:competent', 'anatomy:earns'],
  }),
  care('HE05', 'Support a person living with dementia', 4, 3, {
    version: 1,
    lineage: 'HE05',
    lastAssessment: '2023-12-31',
    status: 'expiring',
    assess: ['Written assignment on one person’s story'],
    theory: ['What dementia does to memory and mood'],
    practice: ['Plans activities that fit the person'],
    skills: ['support-dementia:earns', 'communicate-clearly:competent'],
  }),
  care('HE05', 'Support a person living with dementia', 4, 3, {
    version: 2,
    lineage: 'HE05',
    registered: '2021-07-01',
    replaces: { lineage: 'HE05', category: 'B' },
    assess: ['Observed over two weeks with one person', 'Reflective discussion with the assessor'],
    theory: ['How dementia changes memory, mood and senses', 'Ways to lower distress without restraint'],
    practice: ['Uses the person’s life story to plan the day', 'Answers distress calmly and notes what helped'],
    skills: ['support-dementia:competent', 'communicate-clearly:showcases', 'psychology:earns'],
  }),
  care('HE06', 'Give medicines under direction', 4, 4, {
    assess: ['Observed on ten medicine rounds', 'Calculation test, no errors allowed'],
    theory: ['The rights of giving medicines', 'Common side effects'],
    practice: ['Checks, gives and records medicines as directed', 'Reports an error at once'],
    skills: ['give-medicines:competent', 'use-numbers:competent', 'keep-records:showcases'],
  }),
  care('HE07', 'Give first aid at work', 2, 2, {
    assess: ['Three simulated emergencies'],
    theory: ['The order of actions in an emergency'],
    practice: ['Gives CPR, stops bleeding and treats burns on a manikin or a partner'],
    skills: ['give-first-aid:competent'],
    grades: ['achieved'],
  }),
  community('HE08', 'Support a person’s recovery at home', 5, 4, {
    assess: ['Portfolio of six visits'],
    theory: ['Goals and recovery after injury or illness'],
    practice: ['Works with the person and their whānau on steps towards a goal', 'Changes the plan when progress stops'],
    skills: ['support-daily-living:competent', 'support-families:earns', 'plan-work:competent'],
  }),
  community('HE09', 'Work with hauora Māori models of health', 3, 3, {
    assess: ['Discussion with the assessor', 'Short written plan'],
    theory: ['Te Whare Tapa Whā and other models', 'What rongoā means to people'],
    practice: ['Describes a person’s wellbeing with one model and agrees support with them'],
    skills: ['tikanga-maori:earns', 'work-across-cultures:competent'],
  }),
  community('HE10', 'Coordinate support between services', 6, 5, {
    assess: ['Project with two services over eight weeks'],
    theory: ['How health and social services connect', 'Consent and sharing of information'],
    practice: ['Makes and keeps a shared plan', 'Leads a review meeting with the person present'],
    skills: ['plan-work:showcases', 'advocate-for-people:competent', 'privacy-law:competent'],
  }),
  community('HE11', 'Talk about end of life with a person and whānau', 4, 4, {
    assess: ['Recorded role play', 'Reflective journal'],
    theory: ['Grief and loss', 'Advance care plans'],
    practice: ['Opens, holds and closes a conversation about wishes', 'Respects tikanga around dying'],
    skills: ['communicate-clearly:showcases', 'tikanga-maori:earns', 'support-families:competent'],
  }),
];
