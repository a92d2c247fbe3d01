/**
 * The web, composed. How a page is added:
 *
 * 1. A folder src/server/pages/<page>/ whose index.ts exports `<page>Page = (server: Server): Route[]`: paths, each with a
 *    handler for `get`, `post` or both. A handler takes a request (who, when, parts of the address, form) and answers
 *    with a reply: a view with its context, an address to go to, JSON or a file. A page of several handlers has a file
 *    for each. Parse what came with `parseAddress` and `parseForm`; ask for courses and roles with `course-access.ts`;
 *    throw an error of `page-errors.ts` (grading's errors may pass through) to end in a page that says what is wrong.
 * 2. A template views/pages/<page>.hbs that begins {{#> layout title="…"}}, and beside the handler an interface of what it
 *    reads: `const quizView = view<QuizView>('quiz')`. What may be missing is null, for a name that the context does not
 *    have is an error. The option `course` gives the page the language and clock of a course.
 * 3. Its name in the list of pages below, a test in test/server/, and a visit in test/browser/tour/.
 */
import compression from 'compression';
import express, { type Express } from 'express';
import { sessions } from './http/access/sessions.ts';
import { noteArrival } from './http/arrival.ts';
import { errorPage, unknownAddress } from './http/error-page.ts';
import { securityHeaders } from './http/headers.ts';
import { requestLog } from './http/log.ts';
import { sameOriginWrites } from './http/origin.ts';
import { forGuests, forPeople } from './http/routes.ts';
import { accountPage } from './pages/account/index.ts';
import { attemptPage } from './pages/attempt/index.ts';
import { attemptHistoryPage } from './pages/attempt-history/index.ts';
import { coursePage } from './pages/course/index.ts';
import { gradesCsvPage } from './pages/grades-csv/index.ts';
import { groupsPage } from './pages/groups/index.ts';
import { handInPage } from './pages/hand-in/index.ts';
import { homePage } from './pages/home/index.ts';
import { languagePage } from './pages/language/index.ts';
import { markingPage } from './pages/marking/index.ts';
import { overridesPage } from './pages/overrides/index.ts';
import { peoplePage } from './pages/people/index.ts';
import { personPage } from './pages/person/index.ts';
import { practicePage } from './pages/practice/index.ts';
import type { AuthorFiles } from './pages/preview/files.ts';
import { previewPage } from './pages/preview/index.ts';
import { fromThisMachine } from './pages/preview/loopback.ts';
import { printedSheetPage } from './pages/printed-sheet/index.ts';
import { questionResponsesPage } from './pages/question-responses/index.ts';
import { quizPage } from './pages/quiz/index.ts';
import { quizAttemptsPage } from './pages/quiz-attempts/index.ts';
import { reviewPage } from './pages/review/index.ts';
import { scanPage } from './pages/scan/index.ts';
import { signInPage } from './pages/sign-in/index.ts';
import { signOutPage } from './pages/sign-out/index.ts';
import type { Server } from './server.ts';

/** Pages without signing in. */
const openPages = [signInPage, languagePage];

const pages = [
  signOutPage,
  accountPage,
  homePage,
  coursePage,
  quizPage,
  attemptPage,
  handInPage,
  reviewPage,
  practicePage,
  printedSheetPage,
  scanPage,
  quizAttemptsPage,
  gradesCsvPage,
  attemptHistoryPage,
  markingPage,
  questionResponsesPage,
  overridesPage,
  groupsPage,
  peoplePage,
  personPage,
];

/** `preview`: the files of an author at work, shown without signing in to this machine alone. */
export function createApp(server: Server, preview: AuthorFiles | null = null): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', server.trustProxy);

  app.use(noteArrival(server.now));
  app.use(requestLog(server.log));
  app.use(securityHeaders());
  // Set mathematics shrinks to a tenth: a page has to be light on a phone's network.
  app.use(compression());
  app.use('/assets', express.static(server.assets.folder, { immutable: true, maxAge: '1y', index: false }));
  app.use(sameOriginWrites);
  app.use(sessions(server));
  if (preview !== null) {
    app.use('/preview', fromThisMachine);
    forGuests(app, server, previewPage(server, preview));
  }
  for (const page of openPages) forGuests(app, server, page(server));
  for (const page of pages) forPeople(app, server, page(server));
  app.use(unknownAddress);
  app.use(errorPage(server));
  return app;
}
