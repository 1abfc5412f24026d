import {
  convertSize,
  FRAMEWORK_IDS,
  frameworks,
  languagesOf,
  type RecognitionFramework,
} from '@recognition/recognition/frameworks';
import { z } from 'zod';
import type { Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { assess, frameworkOr404 } from './assess.ts';
import { compose } from './compose.ts';
import { contentRoutes } from './content/routes.ts';
import {
  assessBody,
  assessmentView,
  composeBody,
  compositionView,
  frameworkSummary,
  frameworkView,
  params,
  sizeQuery,
  sizeView,
} from './schemas.ts';
import { FRAMEWORK_SENTENCES } from './sentences.ts';

const tags = ['Frameworks'];

/** The rules of countries, and deciding and composing by them: open to everybody, without a record being kept. */
export const frameworkRoutes: Routes = (app, services) => {
  addSentences(FRAMEWORK_SENTENCES);
  contentRoutes(app, services);

  app.get(
    '/api/v1/frameworks',
    {
      schema: {
        tags,
        summary: 'The frameworks of recognition',
        response: { 200: z.object({ items: z.array(frameworkSummary) }) },
      },
    },
    async () => ({ items: FRAMEWORK_IDS.map((id) => summaryOf(frameworks[id])) }),
  );

  app.get(
    '/api/v1/frameworks/:framework',
    { schema: { tags, summary: 'One framework, with its rules as data', params, response: { 200: frameworkView } } },
    async (request) => {
      const framework = frameworkOr404(request.params.framework);
      return { summary: summaryOf(framework), file: { ...framework } };
    },
  );

  app.post(
    '/api/v1/frameworks/:framework/assessments',
    {
      schema: {
        tags,
        summary: 'Decide an award of the framework on a portable record; nothing is kept',
        params,
        body: assessBody,
        response: { 200: assessmentView },
      },
    },
    async (request) => {
      const made = assess(frameworkOr404(request.params.framework), request.body, request.language);
      return {
        ...made,
        counted: [...made.counted],
        excluded: [...made.excluded],
        leftOut: [...made.leftOut],
        gates: made.gates.map((gate) => ({ ...gate })),
        parts: [...made.parts],
        cumulative: made.cumulative === null ? null : [...made.cumulative],
        expiring: [...made.expiring],
        lines: [...made.lines],
      };
    },
  );

  app.post(
    '/api/v1/frameworks/:framework/compositions',
    {
      schema: {
        tags,
        summary: 'Take apart, put together, package, check, or ask what can be claimed; nothing is kept',
        params,
        body: composeBody,
        response: { 200: compositionView },
      },
    },
    async (request) => compositionView.parse(compose(frameworkOr404(request.params.framework), request.body)),
  );

  app.get(
    '/api/v1/sizes',
    {
      schema: {
        tags,
        summary: 'A size of learning in the units of every framework',
        querystring: sizeQuery,
        response: { 200: sizeView },
      },
    },
    async (request) => ({
      items: FRAMEWORK_IDS.map((id) => ({ framework: id, ...convertSize(request.query.minutes, frameworks[id]) })),
    }),
  );
};

function summaryOf(framework: RecognitionFramework): z.infer<typeof frameworkSummary> {
  const { id, name, unit, awards } = framework;
  return {
    id,
    name: spoken(name),
    unit: { name: unit.name, minutes: unit.minutes, step: unit.step },
    languages: [...languagesOf(framework)],
    awards: awards.map((award) => ({
      id: award.id,
      title: spoken(award.title),
      versions: award.versions.map(({ version, from }) => ({ version, from })),
    })),
  };
}

const spoken = (words: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).flatMap(([language, text]) => (text === undefined ? [] : [[language, text]])));
