export { type Agreement, covering, type Wish } from './agreement.ts';
export { criteriaOf, type Criterion, type Judged, judgedBy, type Judgement, JUDGEMENTS, type RubricFault } from './rubric.ts';
export { needsSecond } from './second-assessor.ts';
export { type Candidate, type Match, matchOutcomes, sentencesOf, type Spoken } from './story.ts';
