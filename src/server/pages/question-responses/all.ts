import { responseSplits, splitOf } from '../../../grading/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { type Handler, view } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { type Statistics, statisticsOf } from './statistics.ts';

interface QuestionsView {
  readonly quiz: { readonly title: string; readonly href: string };
  readonly questions: readonly (Statistics & {
    readonly id: string;
    readonly label: string;
    readonly href: string;
  })[];
}

const questionsView = view<QuestionsView>('questions');

/** A line for each question of a quiz. */
export const listQuestions =
  (server: Server): Handler =>
  async (request) => {
    const { course, row, href } = await instructedQuiz(server, request);
    const { exercises } = await server.quizOf(row.id, row.version);
    const splits = await responseSplits(server.storage.read, { courseId: course.id, quizId: row.id });
    const questions = exercises.flatMap(({ questions }) => questions);
    return questionsView(
      {
        quiz: { title: row.title, href },
        questions: questions.map(({ id, label }) => ({
          id,
          label,
          href: `${href}/questions/${id}`,
          ...statisticsOf(splits.get(id) ?? splitOf([])),
        })),
      },
      { course },
    );
  };
