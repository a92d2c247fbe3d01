import type { Request, RequestHandler } from 'express';

const arrivals = new WeakMap<Request, number>();

/** Takes the time of a request before anything else is done with it: what arrives in time counts, however late it is handled. */
export const noteArrival =
  (now: () => number): RequestHandler =>
  (request, _response, next) => {
    arrivals.set(request, now());
    next();
  };

/** UTC milliseconds. */
export function arrivalOf(request: Request): number {
  const at = arrivals.get(request);
  if (at === undefined) throw new Error('The arrival of this request was not noted.');
  return at;
}
