import type { Queries } from '../../../storage/index.ts';

/** By attempt and question: the mark that counts, null where a person has to decide. */
export async function selectLatestMarks(
  db: Queries,
  { courseId, quizId }: { readonly courseId: string; readonly quizId: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> {
  const rows = await db
    .selectFrom('markings')
    .innerJoin('attempts', 'attempts.id', 'markings.attemptId')
    .select(['markings.attemptId', 'markings.questionId', 'markings.mark'])
    .where('attempts.courseId', '=', courseId)
    .where('attempts.quizId', '=', quizId)
    .where('attempts.state', '=', 'marked')
    .orderBy('markings.sequence')
    .execute();
  const marks = new Map<string, Map<string, number | null>>();
  for (const { attemptId, questionId, mark } of rows) {
    const own = marks.get(attemptId) ?? new Map<string, number | null>();
    marks.set(attemptId, own.set(questionId, mark));
  }
  return marks;
}
