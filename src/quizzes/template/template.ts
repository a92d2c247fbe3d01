import { z } from 'zod';
import { packed, say } from '../../language/index.ts';
import { UsesSource, usedId } from '../format/carried-forward.ts';
import { ExerciseSource, QuestionSource, QuizSource } from '../format/schema.ts';
import { issueProblems, type SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';

const Formula = z.string().min(1).max(500).meta({ title: 'formula' });

/** How a parameter gets its value: chosen, or worked out from the parameters before it. */
export const ParameterSource = z.union(
  [
    z.strictObject({
      'one-of': z.array(z.unknown()).min(1).max(200).describe('One of a list of any values.'),
    }),
    z.strictObject({
      integers: z
        .tuple([z.number().int(), z.number().int()])
        .describe('A whole number from the first to the last.'),
      except: z
        .array(z.number().int())
        .default([])
        .describe('With `integers`: numbers that are never drawn.'),
    }),
    z.strictObject({ shuffled: z.array(z.unknown()).min(2).max(6).describe('A list in a random order.') }),
    z.strictObject({
      is: z
        .union([Formula, z.array(z.unknown()).min(1)])
        .describe('A formula of the parameters before it, or lists of formulas.'),
    }),
    z.strictObject({
      whole: Formula.describe('A formula. All is drawn again until it is a whole number.'),
    }),
  ],
  {
    error: packed(
      say('a parameter is drawn as {drawn}, or worked out as {is}', {
        drawn: ['{one-of: […]}', '{integers: [1, 9]}', '{shuffled: […]}'].join(', '),
        is: '{is: 2 w}, {whole: w/2}',
      }),
    ),
  },
);
export type ParameterSource = z.infer<typeof ParameterSource>;

const Name = z
  .string()
  .regex(
    /^[A-Za-z]{1,30}\d{0,4}$/,
    packed(
      say('the name of a parameter is letters, with digits after them if you like, such as w, size or n1'),
    ),
  );

/** What a question or an exercise draws. */
const Drawing = {
  draw: z.record(Name, ParameterSource).default({}).describe('Parameters by name, used as `<<name>>`.'),
  'such-that': z
    .union([Formula, z.array(Formula)])
    .default([])
    .describe('What must hold, such as `a != b`. All is drawn again until it does.'),
};

const QuestionShuffle = z
  .enum(['options', 'none'])
  .optional()
  .describe(
    'Whether each attempt gets the options in an order of its own. Default: as the exercise or quiz says.',
  );

const QuestionTemplate = z.looseObject({ ...Drawing, id: z.string(), shuffle: QuestionShuffle });

const Pool = z.strictObject({
  pool: z.strictObject({
    pick: z.number().int().positive().describe('How many of the questions each attempt gets.'),
    of: z.array(QuestionTemplate).min(2).max(100),
  }),
});

const ExerciseShuffle = z
  .union([z.enum(['questions', 'options']), z.array(z.enum(['questions', 'options']))])
  .default([])
  .describe('What each attempt gets in an order of its own.');

const ExerciseTemplate = z.looseObject({
  ...Drawing,
  title: z.string(),
  shuffle: ExerciseShuffle,
  questions: z.array(
    z.union([Pool, QuestionTemplate], {
      error: packed(say('must be a question, or {pool}', { pool: '{pool: {pick: 2, of: […]}}' })),
    }),
  ),
});

/** What of a quiz differs between attempts; everything else is checked once it is drawn. */
const QuizTemplate = z.looseObject({
  shuffle: z
    .literal('options')
    .optional()
    .describe('Each attempt gets the options of every question in an order of its own.'),
  deploy: z
    .array(z.number().int().positive())
    .min(1)
    .max(1000)
    .optional()
    .describe('Attempts get only the variants of these seeds. Default: all.'),
  exercises: z.array(ExerciseTemplate),
});

export type Scope = Pick<z.infer<typeof QuestionTemplate>, 'draw' | 'such-that'>;
export type QuestionTemplate = z.infer<typeof QuestionTemplate>;
export type ExerciseTemplate = z.infer<typeof ExerciseTemplate>;
export type QuizTemplate = z.infer<typeof QuizTemplate>;

/** A quiz file as authors write it: the plain fields, and what varies. What drawing writes itself is no field of it. */
export function quizFileSchema() {
  const question = QuestionSource.omit({ order: true, drawn: true, 'from-pool': true }).extend({
    ...Drawing,
    shuffle: QuestionShuffle,
  });
  const pool = z.strictObject({
    pool: Pool.shape.pool
      .extend({ of: z.array(question).min(2).max(100).describe('The questions. All have the same marks.') })
      .describe('Each attempt gets some of these questions.'),
  });
  const exercise = ExerciseSource.omit({ drawn: true }).extend({
    ...Drawing,
    shuffle: ExerciseShuffle,
    questions: z
      .array(z.union([question, pool]))
      .min(1)
      .max(100)
      .describe('Its questions, in order.'),
  });
  const { shuffle, deploy } = QuizTemplate.shape;
  return QuizSource.omit({ deployed: true }).extend({
    shuffle,
    deploy,
    exercises: z.array(exercise).min(1).max(50).describe('Its exercises, in order.'),
  });
}

const VARYING = ['draw', 'such-that', 'shuffle', 'deploy', 'pool'];

/** Whether attempts at a quiz differ at all. */
export function isVaried(data: unknown): boolean {
  const fields = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
  const within = ['exercises', 'questions'].flatMap((name) => {
    const list = fields[name];
    return Array.isArray(list) ? list : [];
  });
  return VARYING.some((name) => Object.hasOwn(fields, name)) || within.some(isVaried);
}

export function readTemplate(
  data: unknown,
): { readonly template: QuizTemplate } | { readonly problems: readonly SourceProblem[] } {
  const parsed = QuizTemplate.safeParse(data);
  return parsed.success ? { template: parsed.data } : { problems: issueProblems(parsed.error) };
}

/** A question of an exercise, its place below `questions`, and the pool that it is drawn from. */
interface Placed {
  readonly question: QuestionTemplate;
  readonly path: Path;
  readonly pool?: { readonly pick: number; readonly of: number };
}

/** Every question of an exercise, those of pools too. */
export const everyQuestion = ({ questions }: ExerciseTemplate): readonly Placed[] =>
  questions.flatMap((item, i): Placed[] => {
    if (!isPool(item)) return [{ question: item, path: [i] }];
    const { pick, of } = item.pool;
    const pool = { pick, of: of.length };
    return of.map((question, j) => ({ question, path: [i, 'pool', 'of', j], pool }));
  });

export const isPool = (item: ExerciseTemplate['questions'][number]): item is z.infer<typeof Pool> =>
  typeof item['pool'] === 'object' && !('id' in item);

/** The id of the earlier question that a question uses. */
export const usedBy = (question: QuestionTemplate): string | undefined =>
  usedId(UsesSource.safeParse(question['uses']).data);

/** A question after those that it uses, one through another. */
export function withUsed(exercise: ExerciseTemplate, question: QuestionTemplate): QuestionTemplate[] {
  const id = usedBy(question);
  const used = everyQuestion(exercise).find((each) => each.question.id === id);
  return used ? [...withUsed(exercise, used.question), question] : [question];
}
