import type { TaughtIn } from '@recognition/recognition';

/** How learning is offered. */
export const DELIVERIES = ['on-site', 'online', 'blended', 'workplace'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** As many outcomes as somebody may have to hold before an offering; a standard is all of its outcomes. */
export const MOST_REQUIRED = 20;

/** For whom a price is: a student or fresh graduate, an adult or mid-career, an employer who pays for its people, a visitor from abroad. */
export const AUDIENCES = ['student', 'adult', 'employer', 'international'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Prices in cents of New Zealand dollars with GST, by audience; an audience without one is not offered to. */
export type Prices = { readonly [One in Audience]?: number | undefined };

/** Every price there is, in cents. */
export const centsIn = (prices: Prices): readonly number[] => AUDIENCES.flatMap((one) => prices[one] ?? []);

/** What a provider offers: one outcome, or several as a programme, at a place and time and price. */
export interface Offered {
  /** What several outcomes are called together; null for one. */
  readonly title: string | null;
  /** The definition that it is made for, such as a micro-credential. */
  readonly programme: string | null;
  /** Lineages, so that an offering goes on with the next version of its outcomes. */
  readonly lineages: readonly string[];
  /** Lineages that whoever begins must hold. */
  readonly requires: readonly string[];
  readonly delivery: Delivery;
  /** None: the provider does not say. */
  readonly languages: readonly TaughtIn[];
  /** A slug of our towns; null online, and where the provider comes to any workplace. */
  readonly town: string | null;
  readonly venue: string;
  /** Null: any day. */
  readonly begins: string | null;
  readonly ends: string | null;
  readonly applyBy: string | null;
  readonly schedule: string;
  readonly prices: Prices;
  /** How many may come; null where nobody counts. */
  readonly places: number | null;
  readonly placesLeft: number | null;
  readonly link: string | null;
}

/** An offering as it is kept. */
export interface Offering extends Offered {
  readonly id: number;
  readonly providerId: number;
  readonly reference: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly withdrawn: boolean;
  readonly moved: number;
}
