import { z } from 'zod';
import type { AnswerSet } from '../../answers/answer-set.ts';
import { answers } from '../../answers/index.ts';
import type { ClaimSet } from '../../claims/claim-set.ts';
import { claims } from '../../claims/index.ts';
import { packed, say } from '../../language/index.ts';
import { ActivationName, ModelSource, SigmaName } from '../../models/schema.ts';
import { FitsSource } from '../../models/trained-curves.ts';
import { BehaviourSource } from './behaviour.ts';
import { UsesSource } from './carried-forward.ts';
import { CreditSource } from './credit.ts';
import { readDuration } from './duration.ts';
import { exists, MOMENT } from './moment.ts';
import { PracticeSource } from './practice.ts';
import { ReviewSource } from './review-rules.ts';

const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    packed(say('must be lower-case letters, digits and hyphens, such as "or-weights"')),
  );

const Markdown = z.string().max(20_000).meta({ title: 'Markdown' });

/** A day (from its first minute, to its last for what closes) or a time of the course's own clock. */
const Moment = z
  .string()
  .regex(MOMENT, {
    error: packed(say('must be a date such as 2023-04-10, or 2023-04-10 23:59')),
    abort: true,
  })
  .refine(exists, packed(say('is not a real date: check the day and the time')))
  .meta({ title: 'date' });

const DURATION = packed(say('must be a duration of at most a year, such as "90 min", "1 h 30 min" or "2 d"'));
const Duration = z
  .string(DURATION)
  .refine((text) => readDuration(text) !== null, DURATION)
  .meta({ title: 'duration' });

export const FigureSource = z.union(
  [
    z.literal('model'),
    z.literal('fits'),
    z.strictObject({ activations: z.array(ActivationName).min(1).describe('Functions to draw together.') }),
  ],
  {
    error: packed(
      say('is drawn from the question itself, not read from a file: write model, fits, or {example}', {
        example: '{activations: [relu, sigmoid]}',
      }),
    ),
  },
);

/** What an exercise states once and its questions use; a question may state its own instead. */
const Material = {
  model: ModelSource.optional().describe('The network of the exercise or question.'),
  fits: FitsSource.optional().describe(
    'Small networks, trained on seeded data; their curves can be drawn and asked about.',
  ),
  figure: FigureSource.optional().describe(
    'What to draw: the network, the trained curves, or activation functions.',
  ),
  sigma: SigmaName.optional().describe('The function that σ stands for in formulas.'),
};

const drawn = z.string().describe('What was drawn, in words; written when a variant is made.');

const ExampleSource = z.strictObject({
  answer: z.unknown().describe('An answer, written like the key.'),
  outcome: z.enum(['right', 'wrong', 'invalid']).describe('What marking must make of it.'),
  note: z.string().optional().describe('A note that marking must give it.'),
  fraction: z.number().min(0).max(1).optional().describe('What it must earn, as a share of the marks.'),
  uses: z
    .unknown()
    .optional()
    .describe('The answer to the earlier question that goes with it, written like the key there.'),
});

/** What a quiz file may say, with these claims and these ways to answer. */
export function quizFormat({ source: claim }: ClaimSet, { source: answer }: AnswerSet) {
  const QuestionSource = z.strictObject({
    id: Id.describe('The name of the question in addresses and statistics.'),
    text: Markdown.describe('What is asked, in Markdown with `$…$` for mathematics.'),
    ...Material,
    paper: z
      .boolean()
      .default(false)
      .describe('Marks the question on the printed sheet as work on paper, not as part of the quiz.'),
    marks: z.number().positive().max(1000).default(1).describe('The marks for a right answer.'),
    claim: claim.optional().describe('What must be true of the answer: one of the [claims](#claims).'),
    answer,
    uses: UsesSource.optional().describe(
      'An earlier question that this one builds on: an error there is carried forward, so that what is right for it still earns marks.',
    ),
    credit: CreditSource.optional().describe('What a wrong answer earns. Default: nothing.'),
    key: z.unknown().optional().describe('The right answer. Some claims can compute it.'),
    because: Markdown.optional().describe(
      'Why the key of a question without a claim is right, or why a person must mark it.',
    ),
    feedback: z
      .record(z.string(), Markdown)
      .default({})
      .describe('By note or option: what to tell the student.'),
    penalty: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'The share of the marks that each try costs that is not right. Default: the one of the quiz.',
      ),
    hint: Markdown.optional().describe(
      'Shown with the feedback on a wrong answer, and after the first try that is not right.',
    ),
    hints: z
      .array(Markdown.min(1))
      .min(1)
      .max(10)
      .optional()
      .describe('Hints for further tries, one after each try that is not right.'),
    solution: Markdown.optional().describe('The model solution.'),
    examples: z
      .array(ExampleSource)
      .default([])
      .describe('Answers that `markprop check` marks, with what must come of them.'),
    order: z.array(z.string()).optional().describe('Options in the order in which they are shown.'),
    drawn: drawn.optional(),
    'from-pool': z
      .strictObject({ pick: z.number().int(), of: z.number().int() })
      .optional()
      .describe('How many of how many questions were picked, this one among them.'),
  });

  const ExerciseSource = z.strictObject({
    title: z.string().min(1).max(200).describe('Its heading.'),
    text: Markdown.default('').describe('What all its questions share, in Markdown.'),
    ...Material,
    drawn: drawn.optional(),
    questions: z.array(QuestionSource).min(1).max(100).describe('Its questions, in order.'),
  });

  const QuizSource = z.strictObject({
    title: z.string().min(1).max(200).describe('Its name.'),
    text: Markdown.default('').describe('An introduction, in Markdown.'),
    opens: Moment.optional().describe('From when attempts can be started.'),
    due: Moment.optional().describe('Until when to hand in. Later still counts, and is called late.'),
    closes: Moment.optional().describe('Until when attempts can be started, changed and handed in.'),
    'time-limit': Duration.optional().describe(
      'How long an attempt takes, such as `90 min` or `1 h 30 min`.',
    ),
    'when-time-runs-out': z
      .enum(['submit', 'grace', 'abandon'])
      .optional()
      .describe(
        '`submit` (the default): the saved answers are handed in. `grace`: for a while they can be handed in, but not changed. `abandon`: an attempt that was not handed in is not marked.',
      ),
    grace: Duration.optional().describe(
      'For how long it can be handed in, with `when-time-runs-out: grace`.',
    ),
    'between-attempts': z
      .union([
        Duration,
        z.strictObject({
          first: Duration.describe('After the first attempt.'),
          later: Duration.describe('After later ones.'),
        }),
      ])
      .optional()
      .describe('How long to wait between attempts: always, or after the first and after later ones.'),
    grade: z
      .enum(['highest', 'average', 'first', 'last'])
      .optional()
      .describe('Which attempts make the grade. Default: the highest.'),
    'build-on-last': z
      .boolean()
      .optional()
      .describe('A new attempt starts with the answers and variants of the last one.'),
    solutions: Moment.optional().describe('When students see the solutions.'),
    review: ReviewSource.optional(),
    practice: PracticeSource.optional(),
    attempts: z
      .number()
      .int()
      .positive()
      .max(1000)
      .optional()
      .describe('How many attempts a student has. Default: any number.'),
    'safe-exam-browser': z
      .array(
        z
          .string()
          .regex(
            /^[0-9a-f]{64}$/i,
            packed(say('must be a Config Key or Browser Exam Key: 64 digits from 0 to f')),
          )
          .toLowerCase(),
      )
      .min(1)
      .max(20)
      .optional()
      .describe('Keys of Safe Exam Browser. Attempts can then be written only there.'),
    behaviour: BehaviourSource.optional().describe(
      'Whether answers can be checked during the attempt, and what a try costs. Default: `deferred`, only after handing in.',
    ),
    decimals: z
      .enum(['point', 'comma'])
      .default('point')
      .describe(
        'How students write decimals: 1.5, or 1,5 as well. Default: as in the language of the course.',
      ),
    deployed: z.number().int().optional().describe('Which of the deployed variants this is: its seed.'),
    exercises: z.array(ExerciseSource).min(1).max(50).describe('Its exercises, in order.'),
  });
  return { QuestionSource, ExerciseSource, QuizSource };
}

/** The format of quiz files. */
export const QUIZ_FORMAT = quizFormat(claims, answers);
export type QuizFormat = typeof QUIZ_FORMAT;
export const { QuestionSource, ExerciseSource, QuizSource } = QUIZ_FORMAT;

export type FigureSource = z.infer<typeof FigureSource>;
export type QuestionSource = z.infer<typeof QuestionSource>;
export type ExerciseSource = z.infer<typeof ExerciseSource>;
export type QuizSource = z.infer<typeof QuizSource>;
