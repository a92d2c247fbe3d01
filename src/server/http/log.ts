import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

interface Sent {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** One line a request: what was asked for and how it ended; never a body, a cookie, a query or another header. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    serializers: {
      req: ({ id, method, url }: Sent) => ({ id, method, path: url.split('?', 1)[0] }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ status: statusCode }),
    },
  });
