import type { FileProblem } from '../../../quizzes/index.ts';
import type { Dates } from '../../../quizzes/quiz.ts';
import { type GuestRequest, type Handler, parseAddress, view } from '../../http/page.ts';
import { type CheckedPart, checked } from './checked.ts';
import { Address, brokenFile, fileAt, headOf, type PreviewHead } from './file.ts';
import { type AuthorFiles, hrefOf } from './files.ts';

interface PreviewQuizView extends PreviewHead {
  readonly dates: Dates;
  readonly warnings: readonly FileProblem[];
  readonly questions: readonly (CheckedPart & { readonly href: string })[];
}

const previewQuizView = view<PreviewQuizView>('preview-quiz');

/** A quiz file with what the check says of each question. */
export const previewQuiz =
  (files: AuthorFiles): Handler<GuestRequest['who']> =>
  async ({ params, language }) => {
    const file = fileAt(files, parseAddress(Address, params));
    if (file.loaded === null) return brokenFile(files, file);
    const { loaded, course } = file;
    // Before proving, which takes a while: a file that is saved meanwhile has another version.
    const head = headOf(files, file, loaded);
    const speak = language(course?.language);
    const questions = (await files.prove(loaded)).map((proof) => ({
      ...checked(loaded, proof, speak),
      href: `${hrefOf(file)}/${Number(proof.path[1]) + 1}#${proof.question.id}`,
    }));
    return previewQuizView(
      { ...head, dates: loaded.dates, warnings: loaded.warnings, questions },
      { course },
    );
  };
