import type { NextFunction, Request, Response } from 'express';
import { say } from '../../language/index.ts';
import { Refused } from './page-errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site caused. Browsers tell where a request comes from and pages cannot forge it:
 * Sec-Fetch-Site on HTTPS and localhost, else Origin, else Referer. A write that carries none of the three is refused too.
 */
export function sameOriginWrites(request: Request, _response: Response, next: NextFunction): void {
  if (!SAFE.has(request.method) && !isSameOrigin(request)) {
    throw new Refused(
      say('This request did not come from a page of this site, so nothing was changed.'),
      say('Open the page here and send the form from there.'),
    );
  }
  next();
}

function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return hostOf(request.get('origin') ?? request.get('referer')) === request.host;
}

function hostOf(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : null;
}
