import { z } from 'zod';

export interface TrustedRegister {
  /** The DID or address that signs the list. */
  readonly id: string;
  readonly list: string;
}

/** This machine's own addresses, as URLs name them. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Origins, separated by commas. */
export const origins = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((all) => all.every((one) => URL.canParse(one) && new URL(one).origin === one));
/** Registers of trusted issuers, `DID=address of the signed list`, separated by commas, at most 20. */
export const registers = z
  .string()
  .transform((text) =>
    text.split(',').map((one) => {
      const [, id = '', list = ''] = /^((?:did:|https:)[^=\s]+)=(https?:\S+)$/u.exec(one.trim()) ?? [];
      return { id, list };
    }),
  )
  .refine(
    (all) =>
      all.length <= 20 &&
      all.every(({ list }) => URL.canParse(list) && (list.startsWith('https:') || LOOPBACK.has(new URL(list).hostname))),
  );

/** Where a ClamAV daemon listens. */
export const scanner = z
  .string()
  .regex(/^(?:tcp:\/\/(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}|unix:\/[^\s?#]+)$/u)
  .refine((address) => URL.canParse(address), { message: 'no port has this number' });
