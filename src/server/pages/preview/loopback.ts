import type { RequestHandler } from 'express';
import { NotFound } from '../../http/page-errors.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a server that listens there can be reached from its own machine only. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'];

/**
 * Lets only a browser of this machine through: the address must say so by name, because another site's name may be
 * pointed at this machine, and no proxy may have passed the request on.
 */
export const fromThisMachine: RequestHandler = (request, _response, next) => {
  if (!isLoopback(request.hostname) || FORWARDED.some((name) => request.get(name) !== undefined)) {
    throw new NotFound();
  }
  next();
};
