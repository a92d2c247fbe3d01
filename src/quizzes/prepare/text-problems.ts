import { checkContent, type FormulaCache } from '../content/check.ts';
import type { QuizSource } from '../format/schema.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';

/** What is wrong with the Markdown and the mathematics of texts. */
export function textProblems(source: QuizSource, formulas: FormulaCache): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const check = (path: Path, text: string | undefined) =>
    problems.push(...checkContent(text ?? '', formulas).map((problem) => ({ path, ...problem })));
  check(['text'], source.text);
  source.exercises.forEach((exercise, i) => {
    check(['exercises', i, 'text'], exercise.text);
    exercise.questions.forEach((question, j) => {
      const path = ['exercises', i, 'questions', j];
      for (const field of ['text', 'hint', 'solution', 'because'] as const)
        check([...path, field], question[field]);
      for (const [k, hint] of (question.hints ?? []).entries()) check([...path, 'hints', k], hint);
      for (const [tag, text] of Object.entries(question.feedback)) check([...path, 'feedback', tag], text);
    });
  });
  return problems;
}
