import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { showQuiz } from './show.ts';
import { askToStart, start } from './start.ts';

/** A quiz: when, how often, how it is marked, what you did so far; and the button that starts an attempt. */
export const quizPage = (server: Server): Route[] => [
  { path: '/courses/:course/quizzes/:quiz', get: showQuiz(server) },
  { path: '/courses/:course/quizzes/:quiz/start', get: askToStart(server), post: start(server) },
];
