import { z } from 'zod';
import { say } from '../../../language/index.ts';
import type { FileProblem, LoadedQuiz } from '../../../quizzes/index.ts';
import { type Reply, view } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { type AuthorFiles, hrefOf, type QuizFile } from './files.ts';

export const Address = z.object({ folder: z.string(), file: z.string() });

/** What stands on the pages of a quiz file. */
export interface PreviewHead {
  readonly version: number;
  readonly file: string;
  readonly quiz: { readonly title: string; readonly text: string };
  readonly href: string;
  readonly exercises: readonly { readonly number: number; readonly title: string; readonly href: string }[];
}

interface PreviewBrokenView {
  readonly version: number;
  readonly file: string;
  readonly problems: readonly FileProblem[];
}

const previewBrokenView = view<PreviewBrokenView>('preview-broken');

export const brokenFile = ({ version }: AuthorFiles, { file, problems }: QuizFile): Reply =>
  previewBrokenView({ version, file, problems });

/** `search`: which variant is looked at. */
export const headOf = (
  { version }: AuthorFiles,
  { file }: QuizFile,
  { quiz }: LoadedQuiz,
  search = '',
): PreviewHead => ({
  version,
  file,
  quiz: { title: quiz.title, text: quiz.text },
  href: hrefOf({ file }),
  exercises: quiz.exercises.map(({ number, title }) => ({
    number,
    title,
    href: `${hrefOf({ file })}/${number}${search}`,
  })),
});

/** By the parts of its address; 404 if there is none. */
export function fileAt(files: AuthorFiles, address: z.infer<typeof Address>): QuizFile {
  const href = `/preview/${encodeURIComponent(address.folder)}/${encodeURIComponent(address.file)}`;
  const found = files.list().find((file) => hrefOf(file) === href);
  if (found === undefined) throw new NotFound(say('There is no such quiz file.'));
  return found;
}
