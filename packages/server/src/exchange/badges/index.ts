/** The APIs of Open Badges and CLR: what pages need of it. */
export { answerAuthorization, type Asked, type AuthorizationQuery, authorizationQuery, readAuthorization } from './consent.ts';
export { endVisit, returnQuery } from './visit.ts';
