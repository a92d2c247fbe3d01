import { say, type Words } from '../../language/index.ts';
import type { Path } from '../format/yaml.ts';
import type { Question, Quiz } from '../quiz.ts';
import { type Drawn, drawQuestion, drawQuiz, everyAssignment, only } from '../template/draw.ts';
import { countOf } from '../template/parameters.ts';
import { DrawError } from '../template/placeholders.ts';
import type { ExerciseTemplate, QuestionTemplate, QuizTemplate } from '../template/template.ts';

export interface ProvingOptions {
  /** How many seeded variants stand for those that cannot be counted. */
  readonly variants?: number | undefined;
  /** Only the variant of this seed. */
  readonly seed?: string | undefined;
}

/** Choices beyond which not every combination is tried. */
const MOST_COUNTED = 1000;
const SEEDED = 200;

/** A question of which there are variants. */
export interface VariedQuestion {
  readonly quiz: Quiz;
  readonly template: QuizTemplate;
  readonly exercise: ExerciseTemplate;
  readonly source: QuestionTemplate;
  /** In its first variant. */
  readonly question: Question;
  readonly path: Path;
}

/** The variants to prove: those of these seeds; null: all that there are. */
export interface Sample {
  readonly seeds: readonly string[] | null;
  readonly word: 'variants' | 'seeded variants' | 'deployed variants';
  readonly count: number;
}

export function sampleOf(
  { template, exercise, source }: VariedQuestion,
  { variants = SEEDED, seed }: ProvingOptions,
): Sample {
  if (seed !== undefined) return { seeds: [seed], word: 'seeded variants', count: 1 };
  const { deploy } = template;
  if (deploy) return { seeds: deploy.map(String), word: 'deployed variants', count: deploy.length };
  const count = countOf(exercise) * countOf(source);
  if (count <= MOST_COUNTED) return { seeds: null, word: 'variants', count };
  const seeds = Array.from({ length: variants }, (_, i) => String(i + 1));
  return { seeds, word: 'seeded variants', count: variants };
}

export interface Variant {
  /** What it draws, or its seed: for a person to find it again. */
  name(): Words;
  /** Throws DrawError. */
  draw(): Drawn;
}

export function* variantsOf(
  { template, exercise, source }: VariedQuestion,
  { seeds }: Sample,
): Generator<Variant> {
  const alone = only(template, exercise, source);
  const bySeed = (seed: string) => drawQuiz(alone, seed);
  for (const seed of seeds ?? []) {
    yield {
      name: () =>
        named(
          saysOf(() => bySeed(seed)),
          seed,
        ),
      draw: () => bySeed(seed),
    };
  }
  if (seeds !== null) return;
  for (const assigned of everyAssignment(exercise, source)) {
    const says = assigned
      .map((assignment) => assignment.says)
      .filter((each) => each !== '')
      .join(', ');
    const name = () => {
      const seed = SEEDS_TRIED.find((each) => saysOf(() => bySeed(each)) === says);
      return seed === undefined ? says : named(says, seed);
    };
    yield { name, draw: () => drawQuestion(template, exercise, source, assigned) };
  }
}

const named = (drawn: string, seed: string): Words =>
  drawn === '' ? say('(seed {seed})', { seed }) : say('{drawn} (seed {seed})', { drawn, seed });

const SEEDS_TRIED = Array.from({ length: 5000 }, (_, i) => String(i + 1));

/** What was drawn for the only question of a quiz: `f = A and B, w = 3`; nothing where nothing can be drawn. */
function saysOf(draw: () => Drawn): string {
  try {
    return draw()
      .places.map(({ says }) => says)
      .join(', ');
  } catch (error) {
    if (error instanceof DrawError) return '';
    throw error;
  }
}
