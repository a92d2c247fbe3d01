import { GradingError } from '../../../grading/index.ts';
import type { Dates } from '../../../quizzes/quiz.ts';
import type { CourseQuiz } from '../../http/access/course-access.ts';
import type { PageRequest } from '../../http/page.ts';
import { type RulesPart, rulesToTell } from '../../wording/rules-to-tell.ts';
import type { FormProblem, OverrideQuestion, TermsForm } from './form.ts';

/** What stands on both pages of overrides, and what the partial `staff/override-form` reads. */
export interface OverrideHead<Form extends TermsForm = TermsForm> {
  readonly quiz: { readonly title: string; readonly href: string };
  readonly course: { readonly title: string; readonly href: string };
  /** The quiz's own rules. */
  readonly usual: RulesPart & Pick<Dates, 'opens' | 'due' | 'closes'>;
  readonly languageForm: 'override' | null;
  readonly typed: Form;
  readonly problem: FormProblem | null;
  /** Which field the problem is about. */
  readonly wrongField: FormProblem['field'];
  readonly question: OverrideQuestion | null;
}

/** What was typed, and why it does not hold yet. */
export interface Refused<Form extends TermsForm = TermsForm> {
  readonly typed: Form;
  readonly problem?: FormProblem;
  readonly question?: OverrideQuestion;
}

/** `refused` is null for a page that was just opened; then `typed` is what the form begins with. */
export const headOf = <Form extends TermsForm>(
  { course, row, href }: CourseQuiz,
  typed: Form,
  refused: Refused<Form> | null,
): OverrideHead<Form> => ({
  quiz: { title: row.title, href },
  course: { title: course.title, href: `/courses/${course.id}` },
  usual: { ...rulesToTell(row), opens: row.opens, due: row.due, closes: row.closes },
  languageForm: 'override',
  typed: refused?.typed ?? typed,
  problem: refused?.problem ?? null,
  wrongField: refused?.problem?.field ?? null,
  question: refused?.question ?? null,
});

export const statusOf = (refused: Refused | null): number => (refused?.problem === undefined ? 200 : 400);

export const authorOf = ({ who, now }: PageRequest) => ({ by: who.id, at: now });

/** Why grading did not take it; null: it did. */
export async function refusalOf(done: Promise<unknown>): Promise<FormProblem | null> {
  try {
    await done;
    return null;
  } catch (error) {
    if (!(error instanceof GradingError)) throw error;
    return { field: null, name: null, says: error.says };
  }
}
