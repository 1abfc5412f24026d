/** Credentials into wallets: what pages need of it. */
export { answerRequest, type Asked, readRequest } from './authorization.ts';
export { choicesFor } from './choices.ts';
