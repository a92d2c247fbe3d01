import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Posted } from '../../../answers/kind.ts';
import { say } from '../../../language/index.ts';
import type { LoadedQuiz } from '../../../quizzes/index.ts';
import { type Guest, parseAddress, parseForm, type Reply, type Route } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { readResponses } from '../../questions/posted-sheet.ts';
import { Seed, seededVariant, variantPaging } from '../../questions/seeded-variant.ts';
import type { Server } from '../../server.ts';
import { drawnInWords } from '../../wording/variants.ts';
import { checked, countStatuses } from './checked.ts';
import type { AuthorFiles, QuizFile } from './files.ts';
import { PREVIEW_SECRET, previewedQuestion } from './question.ts';

const Address = z.object({ folder: z.string(), file: z.string() });
const ExerciseAddress = Address.extend({ exercise: z.coerce.number().int().positive() });
/** Which variant; without a seed the first one, with all questions of pools. */
const Which = z.strictObject({ seed: Seed });
const Seen = z.strictObject({ since: z.coerce.number().int() });

/**
 * For authors while they write: the files with their problems, and every quiz page by page as students see it, with
 * key, solution and what the check says beside it. Answers can be tried; nothing is ever stored. Without signing in,
 * so it is there only under `--watch` and for this machine itself.
 */
export function previewPage({ views }: Server, files: AuthorFiles): Route<Guest['who']>[] {
  async function list(): Promise<Reply> {
    const listed = files.list().map(async (each) => ({
      ...each,
      href: hrefOf(each),
      title: each.loaded?.quiz.title,
      counts: each.loaded && countStatuses(await files.prove(each.loaded)),
    }));
    const version = files.version;
    return {
      view: 'preview',
      context: { version, files: await Promise.all(listed), leftOut: files.leftOut },
    };
  }

  async function overview({ params, language }: Guest): Promise<Reply> {
    const file = find(parseAddress(Address, params));
    if (file.loaded === null) return broken(file);
    const { loaded, course } = file;
    const version = files.version;
    return {
      view: 'preview-quiz',
      context: {
        version,
        ...headOf(file, loaded),
        dates: loaded.dates,
        warnings: loaded.warnings,
        questions: (await files.prove(loaded)).map((proof) => ({
          ...checked(loaded, proof, language(course?.language)),
          href: `${hrefOf(file)}/${Number(proof.path[1]) + 1}#${proof.question.id}`,
        })),
        timezone: course?.timezone ?? 'UTC',
        language: course?.language,
      },
    };
  }

  async function exercise({ params, query, body, language }: Guest): Promise<Reply> {
    const { exercise: number, ...address } = parseAddress(ExerciseAddress, params);
    const file = find(address);
    if (file.loaded === null) return broken(file);
    const { loaded, course } = file;
    const { seed } = parseForm(Which, query);
    const variant = seededVariant(loaded.quiz, seed);
    const quiz = variant ?? loaded.quiz;
    const shown = quiz.exercises[number - 1];
    if (shown === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
    const version = files.version;
    const speak = language(course?.language);
    const search = seed === undefined ? '' : `?seed=${seed}`;
    const drawn = drawnInWords(quiz);
    const proofs = new Map((await files.prove(loaded)).map((proof) => [proof.question.id, proof]));
    const tried: Readonly<Record<string, Posted>> = readResponses(shown.questions, PREVIEW_SECRET, body);
    return {
      view: 'preview-exercise',
      context: {
        version,
        ...headOf(file, loaded, search),
        paging: variantPaging(loaded.quiz, seed, (other) => `${hrefOf(file)}/${number}${other}`),
        undrawn: variant === null,
        exercise: { ...shown, figure: shown.figure?.('exercise', speak), questions: null },
        questions: shown.questions.map((question) => {
          const proof = proofs.get(question.id);
          return {
            ...previewedQuestion(views, question, tried, speak),
            drawn: drawn.get(question.id),
            checked: proof && checked(loaded, proof, speak),
          };
        }),
        address: `${hrefOf(file)}/${number}${search}`,
        current: number,
        language: course?.language,
      },
    };
  }

  const changes = async ({ query }: Guest): Promise<Reply> => ({
    json: { version: await files.changes(parseForm(Seen, query).since) },
  });

  const broken = (file: QuizFile): Reply => ({
    view: 'preview-broken',
    context: { version: files.version, ...file },
  });

  function find(address: z.infer<typeof Address>): QuizFile {
    const href = `/preview/${encodeURIComponent(address.folder)}/${encodeURIComponent(address.file)}`;
    const found = files.list().find((file) => hrefOf(file) === href);
    if (found === undefined) throw new NotFound(say('There is no such quiz file.'));
    return found;
  }

  return [
    { path: '/preview', get: list },
    { path: '/preview/changes', get: changes },
    { path: '/preview/:folder/:file', get: overview },
    { path: '/preview/:folder/:file/:exercise', get: exercise, post: exercise, takesFiles: true },
  ];
}

/** Folder and name are enough to tell the files of one data folder apart. */
const hrefOf = ({ file }: Pick<QuizFile, 'file'>): string =>
  `/preview/${encodeURIComponent(basename(dirname(file)))}/${encodeURIComponent(basename(file))}`;

/** `search`: which variant is looked at. */
const headOf = (file: QuizFile, { quiz }: LoadedQuiz, search = '') => ({
  file: file.file,
  quiz: { title: quiz.title, text: quiz.text },
  href: hrefOf(file),
  exercises: quiz.exercises.map(({ number, title }) => ({
    number,
    title,
    href: `${hrefOf(file)}/${number}${search}`,
  })),
});
