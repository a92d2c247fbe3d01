import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { say } from '../../language/index.ts';
import { ON_ITS_WAY } from '../../quizzes/index.ts';
import type { Person } from '../../storage/index.ts';
import type { Server } from '../server.ts';
import { examBrowserOf } from './access/exam-browser.ts';
import { personOf } from './access/sessions.ts';
import { admitUpload } from './access/upload-limits.ts';
import { arrivalOf } from './arrival.ts';
import { readForm } from './body.ts';
import { chooseLanguage, languageOf } from './language.ts';
import type { PageRequest, Route } from './page.ts';
import { PageError, SignedOut, SignInFirst } from './page-errors.ts';
import { send } from './reply.ts';

/** Beside what a page reads of it: the language in which the page is asked for again. */
const Form = z.looseObject({ language: z.unknown().optional() });

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

function mount<Who>(
  app: Express,
  server: Server,
  route: Route<Who>,
  admit: (request: Request, person: Person | null) => Who,
): void {
  app.all(route.path, async (request, response) => {
    const arrived = arrivalOf(request);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handler = method === 'GET' ? route.get : method === 'POST' ? route.post : undefined;
    if (handler === undefined) return refuseMethod(route, response);
    const person = await personOf(server, request);
    const who = admit(request, person);
    const withFiles = method === 'POST' && route.takesFiles === true && isMultipart(request);
    const leave = withFiles ? await admitUpload(server, request, person) : () => {};
    try {
      const form = method === 'POST' ? await readForm(request, response, withFiles) : { body: {}, files: [] };
      // Of a form that takes longer, only so much is made up for, or whoever sends slowly has more time.
      const now = Math.max(arrived, server.now() - ON_ITS_WAY);
      const { language, ...body } = Form.parse(form.body);
      const keep =
        route.refill && language !== undefined
          ? await chooseLanguage(server, person, String(language))
          : null;
      const reader = person && keep ? { ...person, language: keep.language } : person;
      const asked: PageRequest<Who> = {
        who,
        now,
        url: request.originalUrl,
        ip: request.ip ?? '',
        examBrowser: examBrowserOf(request),
        secure: request.secure,
        language: (course) => languageOf(server.languages, request, reader, course),
        params: request.params,
        query: request.query,
        ...form,
      };
      const returnTo = route.get ? request.originalUrl : '/';
      const reply = await (keep && route.refill ? route.refill({ ...asked, body }) : handler(asked));
      const answer = keep && 'view' in reply ? { ...reply, keep } : reply;
      await send(server, request, response, answer, { person: reader, now, returnTo });
    } finally {
      leave();
    }
  });
}

const isMultipart = (request: Request) => typeof request.is('multipart/form-data') === 'string';

function refuseMethod(route: { readonly get?: unknown; readonly post?: unknown }, response: Response): never {
  const allowed = [route.get && 'GET', route.post && 'POST'].filter(Boolean).join(', ');
  response.set('Allow', allowed);
  throw new PageError(
    405,
    say('This address works only when a form is sent to it.'),
    say('Start from the page with the form.'),
    {
      href: '/',
      text: say('Your courses'),
    },
  );
}
