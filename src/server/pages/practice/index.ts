import { say } from '../../../language/index.ts';
import { quota } from '../../http/access/quota.ts';
import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { enterPractice, openExercise } from './draw.ts';
import { readAlong } from './read-along.ts';
import { showExercise } from './show.ts';

/**
 * A quiz to learn with, if its file says so, and for instructors to try out: each answer is judged when its button is
 * pressed, as often as one likes, and everything is shown. What was entered is in the form alone, and the variant in the
 * address: there is no attempt, so nothing can count it.
 */
export function practicePage(server: Server): Route[] {
  const drawing = quota(30, say('You are drawing new variants too fast.'));
  const show = showExercise(server, drawing);
  const path = '/courses/:course/quizzes/:quiz/practice';
  return [
    { path, get: enterPractice(server, drawing) },
    { path: `${path}/:exercise/read`, post: readAlong(server, drawing) },
    { path: `${path}/:exercise`, get: openExercise(server, drawing, show), post: show, refill: show },
  ];
}
