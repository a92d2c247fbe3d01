import { parseForm, type Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { NewOverrideForm, TermsForm } from './form.ts';
import { give, listOverrides } from './list.ts';
import { change, showOverride, withdraw } from './override.ts';

const PATH = '/courses/:course/quizzes/:quiz/overrides';

/** Extra time, other dates and more attempts at a quiz for a person or a group; they hold at once. For instructors. */
export const overridesPage = (server: Server): Route[] => [
  {
    path: PATH,
    get: (request) => listOverrides(server, request),
    post: give(server),
    refill: (request) => listOverrides(server, request, { typed: parseForm(NewOverrideForm, request.body) }),
  },
  {
    path: `${PATH}/:override`,
    get: (request) => showOverride(server, request),
    post: change(server),
    refill: (request) => showOverride(server, request, { typed: parseForm(TermsForm, request.body) }),
  },
  { path: `${PATH}/:override/withdraw`, post: withdraw(server) },
];
