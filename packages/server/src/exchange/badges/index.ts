/** The APIs of Open Badges and CLR: what pages need of it. */
export {
  answerAuthorization,
  type Asked,
  type AuthorizationQuery,
  authorizationQuery,
  issuerOf,
  readAuthorization,
} from './consent.ts';
export { type Application, applicationOf } from './access.ts';
export { noteReading, noteRefusal } from './reading.ts';
export { RECORD } from './standards.ts';
export { endVisit, returnQuery } from './visit.ts';
