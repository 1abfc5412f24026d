import { at } from '../author.ts';

const reo = at({ field: 'maori', subfield: 'Reo Māori', domain: 'Te Reo Māori', developer: 'nzqa' });
const toi = at({ field: 'maori', subfield: 'Ngā Mahi a te Whare Pora', domain: 'Raranga', developer: 'nzqa' });
const tikanga = at({ field: 'maori', subfield: 'Tikanga', domain: 'Tikanga Practices', developer: 'nzqa' });

export const maori = [
  reo('MA01', 'Te reo Māori i te wāhi mahi', 3, 3, {
    lang: 'mi',
    assess: ['Kōrero i te wāhi mahi, e rua ngā wā'],
    theory: ['Ngā kupu me ngā rerenga mō te mahi o ia rā'],
    practice: ['Ka mihi, ka tono, ka whakautu i te reo Māori'],
    skills: ['te-reo-maori:competent', 'communicate-clearly:competent'],
  }),
  reo('MA02', 'Te whai wāhi ki te pōwhiri', 4, 3, {
    lang: 'mi',
    assess: ['Te whai wāhi ki ngā pōwhiri e rua'],
    theory: ['Te kawa me te tikanga o te marae'],
    practice: ['Ka whai wāhi ki te karanga, ki te whaikōrero, ki te waiata rānei i runga i te tika'],
    skills: ['tikanga-maori:competent', 'te-reo-maori:earns'],
  }),
  reo('MA03', 'Kōrero Māori mō te whānau', 5, 2, {
    lang: 'mi',
    assess: ['He kōrero ā-waha, e rima meneti'],
    theory: ['Ngā kupu whanaungatanga'],
    practice: ['Ka whakamārama i te whakapapa me ngā mahi a te whānau'],
    skills: ['te-reo-maori:earns'],
  }),
  reo('MA04', 'Interpret a hui for people who are learning te reo Māori', 6, 6, {
    assess: ['Two hui interpreted'],
    theory: ['Register, metaphor and what is left unsaid'],
    practice: ['Interprets speeches and says where meaning cannot be carried over'],
    skills: ['te-reo-maori:showcases', 'work-across-cultures:showcases'],
  }),
  toi('MA05', 'Te raranga i te kōnae', 5, 3, {
    lang: 'mi',
    assess: ['Ngā kōnae e rua kua oti'],
    theory: ['Te tikanga o te hauhake harakeke'],
    practice: ['Ka hauhake, ka whakarite, ka raranga i te kōnae'],
    skills: ['weave-harakeke:competent', 'tikanga-maori:earns'],
  }),
  toi('MA06', 'Te whakairo i te pare', 8, 5, {
    lang: 'mi',
    assess: ['He pare kua oti, me tōna kōrero'],
    theory: ['Ngā tauira me ō rātou kōrero'],
    practice: ['Ka whiriwhiri, ka tapahi, ka whakaoti i te whakairo'],
    skills: ['carve-wood:competent', 'use-hand-tools:showcases'],
  }),
  tikanga('MA07', 'Host manuhiri on a marae', 4, 3, {
    assess: ['Observed at one hui'],
    theory: ['Manaakitanga and the work of the back'],
    practice: ['Prepares beds, food and the welcome with the hau kāinga'],
    skills: ['tikanga-maori:showcases', 'work-in-a-team:competent'],
  }),
  tikanga('MA08', 'Apply Te Tiriti o Waitangi in an organisation', 5, 5, {
    assess: ['A review of one policy with changes made'],
    theory: ['The texts, the articles and the settlements'],
    practice: ['Finds where a policy falls short and works with mana whenua on a change'],
    skills: ['te-tiriti:competent', 'work-across-cultures:competent'],
  }),
  tikanga('MA09', 'Harvest and care for mahinga kai', 4, 3, {
    assess: ['Two harvests with the kaitiaki'],
    theory: ['Maramataka, rāhui and the law'],
    practice: ['Gathers what is allowed, shares it and leaves the place well'],
    skills: ['ecology:earns', 'tikanga-maori:competent'],
  }),
];
