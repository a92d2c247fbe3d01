import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { attemptSheet } from './of-attempt.ts';
import { quizSheet } from './of-quiz.ts';

/** A quiz as an exercise sheet on paper, with or without solutions: an attempt's own, and for instructors the quiz itself. */
export const printedSheetPage = (server: Server): Route[] => [
  { path: '/attempts/:attempt/sheet', get: attemptSheet(server) },
  { path: '/courses/:course/quizzes/:quiz/sheet', get: quizSheet(server) },
];
