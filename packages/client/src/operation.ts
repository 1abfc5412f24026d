import type { paths } from './openapi.gen.ts';

/** What the OpenAPI document says of the service, turned into what a caller gives and gets. */

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The addresses that answer to a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [_ in M]: { readonly responses: unknown } } ? P : never;
}[keyof paths];

export type OperationOf<P, M extends Method> = P extends keyof paths
  ? paths[P] extends { readonly [_ in M]: infer Operation }
    ? Operation
    : never
  : never;

type InPath<O> = O extends { readonly parameters: { readonly path: infer Given } } ? { readonly path: Given } : unknown;
type InQuery<O> = O extends { readonly parameters: { readonly query: infer Given } }
  ? { readonly query: Given }
  : O extends { readonly parameters: { readonly query?: infer Given } }
    ? [NonNullable<Given>] extends [never]
      ? unknown
      : { readonly query?: Given }
    : unknown;
type InBody<O> = O extends { readonly requestBody: { readonly content: { readonly 'application/json': infer Given } } }
  ? { readonly body: Given }
  : unknown;

export interface CallOptions {
  /** The same key again is the same request: give one to be able to ask again after a lost answer. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

export type Given<O> = InPath<O> & InQuery<O> & InBody<O> & CallOptions;

/** Options may be left out where nothing in them is needed. */
export type Rest<O> = CallOptions extends Given<O> ? readonly [options?: Given<O>] : readonly [options: Given<O>];

type Success = 200 | 201 | 202;
type Answers<O> = O extends { readonly responses: infer R } ? R[keyof R & Success] : never;

/** What is answered; `undefined` where the service says no more than that it is done. */
export type Answer<O> = Answers<O> extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;
