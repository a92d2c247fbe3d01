import type { ErrorRequestHandler, Request, Response } from 'express';
import { say, type Words } from '../../language/index.ts';
import type { Server } from '../server.ts';
import { personOf } from './access/sessions.ts';
import { arrivalOf } from './arrival.ts';
import { explain } from './explain-error.ts';
import { languageOf } from './language.ts';
import { view } from './page.ts';
import { NotFound, PageError, SignInFirst, TooMany, type Way } from './page-errors.ts';
import { send } from './reply.ts';

interface ErrorView {
  readonly message: Words;
  readonly remedy: Words;
  readonly way: Way | null;
  readonly reference: string | null;
}

const errorView = view<ErrorView>('error');

export function unknownAddress(): never {
  throw new NotFound();
}

/** Ends every failed request: a page (or JSON, for scripts) that says what and what next, and a line in the log for faults of ours. */
export const errorPage =
  (server: Server): ErrorRequestHandler =>
  async (error: unknown, request: Request, response: Response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof SignInFirst) return response.redirect(303, error.goTo);
    const known = explain(error);
    if (known === null) server.log.error({ err: error, request: request.id }, 'a request failed');
    const shown =
      known ??
      new PageError(
        500,
        say('Something went wrong on our side.'),
        say('What you saved is safe. Try again; if it happens again, tell the people who run your course.'),
      );
    const person = await personOf(server, request).catch(() => null);
    response.status(shown.status).set('Cache-Control', 'no-store');
    if (shown.status === 503) response.set('Retry-After', '5');
    if (shown instanceof TooMany) response.set('Retry-After', String(shown.seconds));
    if (request.accepts(['html', 'json']) === 'json') {
      const speak = languageOf(server.languages, request, person);
      return response.json({ problem: speak.say(shown.says), remedy: speak.say(shown.remedy) });
    }
    const { says: message, remedy, way } = shown;
    await send(
      server,
      request,
      response,
      errorView(
        { message, remedy, way, reference: known === null ? String(request.id) : null },
        { status: shown.status },
      ),
      { person, now: arrivalOf(request), returnTo: '/' },
    );
  };
