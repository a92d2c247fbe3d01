import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { listQuestions } from './all.ts';
import { showResponses } from './one.ts';

/** What students answered: a line for each question of a quiz, and how the responses to one of them split. */
export const questionResponsesPage = (server: Server): Route[] => [
  { path: '/courses/:course/quizzes/:quiz/questions', get: listQuestions(server) },
  { path: '/courses/:course/quizzes/:quiz/questions/:question', get: showResponses(server) },
];
