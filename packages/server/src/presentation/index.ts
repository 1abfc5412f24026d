/** Asking wallets to show something, and what they show. */
export { askWallet, handleOf, walletAddress } from './ask.ts';
export { type Came, readAnswer } from './receive.ts';
