import { say } from '../../../language/index.ts';
import { inExamBrowser } from '../../http/access/exam-browser.ts';
import { quota } from '../../http/access/quota.ts';
import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { autosave } from './autosave.ts';
import { handwriting } from './handwriting.ts';
import { readAlong, setFlag, tellClock } from './live.ts';
import { saveExercise } from './save-exercise.ts';
import { enterAttempt, showExercise } from './show.ts';

/** Writing: one exercise a page; everything is saved as typed, and only a check that the quiz allows says what is right. */
export function attemptPage(server: Server): Route[] {
  const files = handwriting(server);
  // A page saves itself every two seconds at most while somebody types, and once for each box that is ticked.
  const saving = quota(120, say('You are saving too often, so this was not saved.'));
  const checking = quota(60, say('You are checking too fast, so this was not checked. It is saved.'));
  return inExamBrowser(server, [
    { path: '/attempts/:attempt', get: enterAttempt(server) },
    { path: '/attempts/:attempt/clock', get: tellClock(server) },
    {
      path: '/attempts/:attempt/exercises/:exercise',
      get: showExercise(server),
      post: saveExercise(server, { saving, checking, files }),
      takesFiles: true,
    },
    { path: '/attempts/:attempt/flags', post: setFlag(server, saving) },
    { path: '/attempts/:attempt/files', post: files.addInPlace, takesFiles: true },
    { path: '/attempts/:attempt/save', post: autosave(server, saving) },
    { path: '/attempts/:attempt/read', post: readAlong(server) },
  ]);
}
