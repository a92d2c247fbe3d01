import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import type { Person } from '../storage/index.ts';
import { readForm } from './body.ts';
import { NotFound, PageError, SignedOut } from './errors.ts';
import type { Reply, Route, Visit } from './page.ts';
import type { Server } from './server.ts';
import { beginSession, endSession, personOf } from './sessions.ts';
import { THEME_COOKIE, themeOf } from './theme.ts';
import { explain } from './trouble.ts';

const YEAR = 365 * 24 * 3_600_000;

/** Pages that anybody may see. */
export function forGuests(app: Express, server: Server, routes: readonly Route<Person | null>[]): void {
  for (const route of routes) mount(app, server, route, (_request, person) => person);
}

/** Pages for those who are signed in; others are asked to, and come back to where they wanted to go. */
export function forPeople(app: Express, server: Server, routes: readonly Route[]): void {
  for (const route of routes) {
    mount(app, server, route, (request, person) => {
      if (person !== null) return person;
      if (request.method === 'GET' || request.method === 'HEAD') throw new SignInFirst(request.originalUrl);
      throw new SignedOut();
    });
  }
}

class SignInFirst extends Error {
  readonly goTo: string;
  constructor(next: string) {
    super('Nobody is signed in.');
    this.goTo = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  }
}

function mount<Who>(
  app: Express,
  server: Server,
  route: Route<Who>,
  admit: (request: Request, person: Person | null) => Who,
): void {
  app.all(route.path, async (request, response) => {
    const now = server.now();
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const work = method === 'GET' ? route.get : method === 'POST' ? route.post : undefined;
    if (work === undefined) return refuseMethod(route, response);
    const person = await personOf(server, request);
    const visit: Visit<Who> = {
      who: admit(request, person),
      now,
      url: request.originalUrl,
      address: request.ip ?? '',
      params: request.params,
      query: request.query,
      body: method === 'POST' ? await readForm(request, response) : {},
    };
    await send(server, request, response, await work(visit), { person, now });
  });
}

function refuseMethod(route: { readonly get?: unknown; readonly post?: unknown }, response: Response): never {
  const allowed = [route.get && 'GET', route.post && 'POST'].filter(Boolean).join(', ');
  response.set('Allow', allowed);
  throw new PageError(
    405,
    'This address does something only when a form is sent to it.',
    'Start from the page with the form.',
    {
      href: '/',
      text: 'Your courses',
    },
  );
}

interface Frame {
  readonly person: Person | null;
  readonly now: number;
}

async function send(
  server: Server,
  request: Request,
  response: Response,
  reply: Reply,
  frame: Frame,
): Promise<void> {
  response.set('Cache-Control', 'no-store');
  if ('view' in reply) {
    const context = {
      timezone: 'UTC',
      ...frame,
      theme: themeOf(request),
      assets: server.assets.manifest,
      ...reply.context,
    };
    response.status(reply.status ?? 200).send(server.views(reply.view, context));
  } else if ('json' in reply) {
    response.json(reply.json);
  } else if ('file' in reply) {
    response.attachment(reply.file).type(reply.type).send(reply.content);
  } else {
    if ('signIn' in reply) await beginSession(request, reply.signIn);
    if ('signOut' in reply) await endSession(request);
    if ('theme' in reply) {
      response.cookie(THEME_COOKIE, reply.theme, {
        httpOnly: true,
        sameSite: 'lax',
        secure: request.secure,
        maxAge: YEAR,
      });
    }
    response.redirect(303, reply.goTo);
  }
}

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
        'Something went wrong on our side.',
        'What you saved is safe. Try again; if it happens again, tell the people who run your course.',
      );
    response.status(shown.status).set('Cache-Control', 'no-store');
    if (shown.status === 503) response.set('Retry-After', '5');
    if (request.accepts(['html', 'json']) === 'json') {
      return response.json({ problem: shown.message, remedy: shown.remedy });
    }
    const { message, remedy, way } = shown;
    await send(
      server,
      request,
      response,
      {
        view: 'error',
        context: { message, remedy, way, reference: known === null ? request.id : null },
        status: shown.status,
      },
      { person: await personOf(server, request).catch(() => null), now: server.now() },
    );
  };
