import { limits } from '../../expressions/index.ts';
import { random } from '../../numbers/random.ts';
import type { Caches } from '../environment.ts';
import { prepareDrawn } from '../prepare/prepare-quiz.ts';
import type { Question, Quiz } from '../quiz.ts';
import { type Drawn, drawQuiz } from '../template/draw.ts';
import { DrawError } from '../template/placeholders.ts';
import type { QuizTemplate } from '../template/template.ts';
import { proveQuestion } from './prove-question.ts';

const MOST_TRIES = 20;

/**
 * The quiz as an attempt with this seed gets it: drawn, and proven as it is drawn; the quiz itself where nothing varies.
 * A deployed list is drawn from alone. null: everything that was tried is refuted.
 */
export function variantOf(quiz: Quiz, seed: string): Quiz | null {
  const { template } = quiz;
  if (template === null) return quiz;
  for (const each of seedsOf(template, seed)) {
    const drawn = drawnOrNull(template, each);
    if (drawn === null) continue;
    const source = template.deploy ? { ...drawn.source, deployed: Number(each) } : drawn.source;
    const { quiz: variant } = prepareDrawn(quiz.id, source, 'check', quiz.environment);
    if (
      variant?.exercises.every(({ questions }) =>
        questions.every((question) => isProven(question, quiz.environment.caches)),
      )
    )
      return variant;
  }
  return null;
}

/**
 * What an exercise is in the first drawing of `variantOf`, to be compared: nothing is prepared or proven, which is most of
 * the work.
 */
export function drawnText({ template }: Quiz, seed: string, exercise: number): string | undefined {
  if (template === null) return undefined;
  const [first = seed] = seedsOf(template, seed);
  return JSON.stringify(drawnOrNull(template, first)?.source.exercises[exercise - 1]);
}

/** The variant of exactly this seed, refuted or not, for those who teach; null: it draws what cannot be. */
export function variantOfSeed(quiz: Quiz, seed: number): Quiz | null {
  if (quiz.template === null) return quiz;
  const drawn = drawnOrNull(quiz.template, String(seed));
  return drawn && prepareDrawn(quiz.id, drawn.source, 'check', quiz.environment).quiz;
}

/** The seeds of a deployed list; null: all seeds are given. */
export const deployedSeeds = ({ template }: Quiz): readonly number[] | null => template?.deploy ?? null;

/** The seeds to try in turn; the deployed ones from that which the attempt's seed chooses. */
function seedsOf({ deploy }: QuizTemplate, seed: string): readonly string[] {
  if (!deploy) return Array.from({ length: MOST_TRIES }, (_, i) => (i === 0 ? seed : `${seed} ${i}`));
  const first = random(`deployed ${seed}`).integer(deploy.length);
  return [...deploy.slice(first), ...deploy.slice(0, first)].map(String);
}

/** null where the seed draws what cannot be (a formula that is no number). */
function drawnOrNull(template: QuizTemplate, seed: string): Drawn | null {
  try {
    return drawQuiz(template, seed);
  } catch (error) {
    if (error instanceof DrawError) return null;
    throw error;
  }
}

function isProven(question: Question, { proven }: Caches): boolean {
  const { version } = question;
  const holds = proven.get(version) ?? proveQuestion(question, [], limits.milliseconds).findings.length === 0;
  proven.set(version, holds);
  return holds;
}
