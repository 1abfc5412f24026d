import { formatDate, type RecognitionRecord } from '@recognition/recognition';
import { type Nearest, type Plan, sayWhy } from '@recognition/recognition/pathway';
import type { Services } from '../services.ts';
import { viewOf } from '../offering/find.ts';
import { type Gathered, gather } from './gather.ts';
import type { AnswerView, Asked, PlanView } from './schemas.ts';
import { solveInThread } from './solve.ts';

/**
 * Plans a way to a goal for whoever's record this is: the plain function behind the API, the command line and agents. Reads what is offered,
 * keeps nothing. `besides`: whether a second plan is looked for where all aims have the same. Throws `goal-not-found` (404), `goal-without-units`, `pathway-dates` (422), `pathway-too-long` (503).
 */
export async function planPathway(
  services: Services,
  record: RecognitionRecord,
  asked: Asked,
  { besides = true }: { readonly besides?: boolean } = {},
): Promise<AnswerView> {
  const gathered = await gather(services, record, asked);
  const answer = await solveInThread(gathered.problem, besides);
  const { problem, title } = gathered;
  return {
    state: answer.state,
    title,
    plans: answer.state === 'plans' ? answer.plans.map((plan) => planViewOf(gathered, plan)) : [],
    unproven: answer.state === 'plans' ? [...answer.unproven] : [],
    nearest: answer.state === 'cannot' ? answer.nearest.map(nearestView) : [],
    notOffered: answer.state === 'cannot' ? answer.notOffered.map((ref) => nameOf(gathered, ref)) : [],
    madeFrom: {
      achievements: record.achievements.length,
      skills: problem.skills.length,
      offerings: problem.offers.length,
      asked: Object.keys(asked),
    },
    asked,
  };
}

/** What a lineage or a skill is called; itself where nobody says. */
function nameOf({ shelf }: Gathered, ref: string): string {
  const outcome = shelf.outcomes[shelf.byLineage.get(ref) ?? -1];
  return outcome?.row.name ?? shelf.skill.words.find(({ uri }) => uri === ref)?.en ?? ref;
}

function planViewOf({ problem, shelf }: Gathered, plan: Plan): PlanView {
  const offerings = new Map(shelf.offerings.map((one) => [String(one.id), one]));
  const skills = new Map(shelf.skill.words.map((one) => [one.uri, one]));
  const achievementName = (id: string): string => {
    const outcome = problem.record.achievements.find((one) => one.id === id)?.outcome;
    return problem.record.outcomes.find((one) => one.id === outcome)?.name ?? id;
  };
  const offerName = (id: string): string => {
    const own = problem.offers.find((one) => one.id === id)?.outcomes ?? [];
    return problem.outcomes
      .filter((one) => own.includes(one.id))
      .map(({ name }) => name)
      .join(', ');
  };
  const say = (why: Plan['steps'][number]['why'][number], language: 'en' | 'mi'): string =>
    sayWhy(
      why,
      {
        skill: (uri) => (language === 'mi' ? skills.get(uri)?.mi : null) ?? skills.get(uri)?.en ?? uri,
        offer: offerName,
        achievement: achievementName,
      },
      language,
    );
  return {
    aims: plan.aims.map(({ aim, proof }) => ({
      aim,
      status: proof.status,
      bound: proof.status === 'bounded' ? proof.bound : null,
    })),
    other: plan.other,
    steps: plan.steps.flatMap((step) => {
      const offering = offerings.get(step.offer);
      if (offering === undefined) return [];
      const outcomes = problem.outcomes.filter(({ id }) => step.outcomes.includes(id));
      return [
        {
          offering: viewOf(shelf, offering),
          outcomes: outcomes.map(({ id, code, version, name }) => ({ id, code, version, name })),
          begins: step.begins,
          ends: step.ends,
          minutes: step.minutes,
          hoursAWeek: step.hoursAWeek,
          cents: step.cents,
          why: step.why.map((why) => ({ code: why.code, en: say(why, 'en'), mi: say(why, 'mi') })),
        },
      ];
    }),
    finish: plan.finish,
    cents: plan.cents,
    minutes: plan.minutes,
    busiestHours: plan.busiestHours,
    skills: plan.skills.flatMap((uri) => {
      const known = skills.get(uri);
      return known === undefined ? [] : [{ uri, en: known.en, mi: known.mi }];
    }),
    held: plan.held.map((achievement) => ({ achievement, name: achievementName(achievement) })),
    credits: plan.credits,
  };
}

function nearestView(nearest: Nearest): AnswerView['nearest'][number] {
  const value = nearest.limit === 'major' ? null : typeof nearest.value === 'object' ? [...nearest.value] : nearest.value;
  return { limit: nearest.limit, value, ...sayNearest(nearest) };
}

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

function sayNearest(nearest: Nearest): { readonly en: string; readonly mi: string } {
  switch (nearest.limit) {
    case 'finish':
      return {
        en: `It takes longer: the earliest that it can be done is ${formatDate(nearest.value, 'en')}.`,
        mi: `He roa ake: ko te ${formatDate(nearest.value, 'mi')} te rā wawe rawa e oti ai.`,
      };
    case 'hours':
      return {
        en: `It can be done with ${nearest.value} hours a week.`,
        mi: `Ka taea mēnā e ${nearest.value} ngā hāora i te wiki.`,
      };
    case 'cents':
      return { en: `It costs at least ${dollars(nearest.value)}.`, mi: `Ko te utu iti rawa ko te ${dollars(nearest.value)}.` };
    case 'km':
      return {
        en: `It can be done by travelling ${nearest.value} km.`,
        mi: `Ka taea mā te haere i te ${nearest.value} km.`,
      };
    case 'deliveries':
      return {
        en: 'It can be done if you learn in other ways as well.',
        mi: 'Ka taea mēnā ka ako koe mā ētahi atu huarahi hoki.',
      };
    case 'languages':
      return { en: 'It can be done in other languages as well.', mi: 'Ka taea mā ētahi atu reo hoki.' };
    case 'major':
      return { en: 'Without this major it can be done.', mi: 'Ka taea me te kore o tēnei kaupapa matua.' };
  }
}
