import type { GuestRequest, Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { previewExercise } from './exercise.ts';
import type { AuthorFiles } from './files.ts';
import { listFiles, tellChanges } from './list.ts';
import { previewQuiz } from './quiz.ts';

/**
 * For authors while they write: the files with their problems, and every quiz page by page as students see it, with
 * key, solution and what the check says beside it. Answers can be tried; nothing is ever stored. Without signing in,
 * so it is there only under `--watch` and for this machine itself.
 */
export function previewPage(server: Server, files: AuthorFiles): Route<GuestRequest['who']>[] {
  const exercise = previewExercise(server, files);
  return [
    { path: '/preview', get: listFiles(files) },
    { path: '/preview/changes', get: tellChanges(files) },
    { path: '/preview/:folder/:file', get: previewQuiz(files) },
    { path: '/preview/:folder/:file/:exercise', get: exercise, post: exercise, takesFiles: true },
  ];
}
