import type { Answer, Setting } from '../../answers/kind.ts';
import type { Claim, Context } from '../../claims/claim.ts';
import type { Words } from '../../language/index.ts';
import { usesProblems } from '../carried-forward/problems.ts';
import type { Caches } from '../environment.ts';
import { behaviourFor, behaviourOf, maximumOf } from '../format/behaviour.ts';
import { creditOf, usedId } from '../format/carried-forward.ts';
import { creditProblems } from '../format/credit.ts';
import type { ExerciseSource, QuestionSource, QuizSource } from '../format/schema.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';
import { contentHash } from '../hash.ts';
import type { Question } from '../quiz.ts';
import { questionContext } from './context.ts';
import { figureOf, remembered } from './figure.ts';
import { feedbackProblems, keyProblems } from './key-problems.ts';
import type { Problems } from './problems.ts';

/** A question as its file states it, with the quiz and the exercise that it stands in. */
interface Sources {
  readonly quiz: QuizSource;
  readonly exercise: ExerciseSource;
  readonly source: QuestionSource;
  /** What the exercise gives its questions. */
  readonly shared: Context;
  readonly caches: Caches;
}

interface Place {
  readonly label: string;
  readonly path: Path;
  /** The questions before it. */
  readonly earlier: readonly Question[];
}

/** null where it cannot be built; why not is among the problems. */
export function prepareQuestion(
  { quiz, exercise, source, shared, caches }: Sources,
  { label, path, earlier }: Place,
  problems: Problems,
): Question | null {
  const at = (field: string, messages: readonly Words[]): SourceProblem[] =>
    messages.map((message) => ({ path: [...path, field], message }));
  const used = earlier.find(({ id }) => id === usedId(source.uses));
  const version = versionOf(quiz, exercise, source, used);
  const context = questionContext(source, shared, version, caches);

  const inContext = source.claim?.inContext(context) ?? { claim: null, problems: [] };
  problems.add(...at('claim', inContext.problems));
  if (inContext.problems.length > 0) return null;
  const { claim } = inContext;
  const answer = layOut(source, claim, context, [...path, 'answer'], problems);
  if (!answer) return null;
  problems.whenChecking(() => at('credit', creditProblems(source.credit, claim, answer)));
  problems.whenChecking(() => at('uses', used ? usesProblems(used, { claim, answer, context }) : []));

  const { byPerson } = answer;
  const behaviour = behaviourFor(behaviourOf(quiz.behaviour), { byPerson, penalty: source.penalty });
  const question: Question = {
    id: source.id,
    label,
    version,
    source,
    maximum: maximumOf(behaviour, source.marks),
    behaviour,
    hints: [...(source.hint === undefined ? [] : [source.hint]), ...(source.hints ?? [])],
    context,
    claim,
    answer,
    uses: source.uses && used ? { question: used, credit: creditOf(source.uses) } : null,
    figure: remembered(figureOf(source.figure, context)),
    readings: caches.readings,
  };
  const drawn = source.drawn !== undefined || exercise.drawn !== undefined;
  problems.whenChecking(() =>
    [...keyProblems(question, drawn), ...feedbackProblems(question, drawn)].map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    })),
  );
  return question;
}

/** In whatever order its options stand, and from whatever pool it comes, it is the same question. */
function versionOf(
  { decimals }: QuizSource,
  { questions: _, ...exercise }: ExerciseSource,
  { order: __, 'from-pool': ___, ...question }: QuestionSource,
  used: Question | undefined,
): string {
  return contentHash({ decimals, exercise, question, ...(used && { uses: used.version }) });
}

function layOut(
  source: QuestionSource,
  claim: Claim | null,
  { notation }: Context,
  path: Path,
  problems: Problems,
): Answer | null {
  const setting: Setting = {
    form: claim?.form ?? {},
    notation: { ...notation, names: claim?.form.names ?? notation.names },
    accepts: claim?.accepts ?? ['words', 'text'],
    order: source.order,
  };
  const answer = source.answer.layOut(setting);
  if (!('faults' in answer)) return answer;
  problems.add(...answer.faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
  return null;
}
