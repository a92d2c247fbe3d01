import { z } from 'zod';
import { answerSource } from '../../answers/index.ts';
import { claimSource } from '../../claims/index.ts';
import { LANGUAGES, packed, say } from '../../language/index.ts';
import { ModelSource } from '../../models/schema.ts';
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

const Markdown = z.string().max(20_000);

/** A day (from its first minute, to its last for what closes) or a time of the course's own clock. */
const Moment = z
  .string()
  .regex(MOMENT, {
    error: packed(say('must be a date such as 2023-04-10, or 2023-04-10 23:59')),
    abort: true,
  })
  .refine(exists, packed(say('is not a date of the calendar: check the day and the time')));

const DURATION = packed(say('must be a duration of at most a year, such as "90 min", "1 h 30 min" or "2 d"'));
const Duration = z.string(DURATION).refine((text) => readDuration(text) !== null, DURATION);

const Sigma = z.enum(['relu', 'sigmoid', 'tanh']);

export const FigureSource = z.union(
  [
    z.literal('model'),
    z.literal('fits'),
    z.strictObject({ activations: z.array(z.enum(['sigmoid', 'tanh', 'relu', 'identity'])).min(1) }),
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
  model: ModelSource.optional().describe('The network: evaluated by the engine and drawn as the figure.'),
  fits: FitsSource.optional().describe(
    'Networks trained on seeded data; their curves can be drawn and asked about.',
  ),
  figure: FigureSource.optional(),
  sigma: Sigma.optional().describe('The function that σ stands for in formulas.'),
};

const drawn = z.string().describe('What was drawn, in words; written when a variant is made.');

const ExampleSource = z.strictObject({
  answer: z.unknown(),
  outcome: z.enum(['right', 'wrong', 'invalid']),
  note: z.string().optional().describe('A tag that marking must give this answer.'),
  fraction: z.number().min(0).max(1).optional().describe('What the answer must be worth.'),
  uses: z
    .unknown()
    .optional()
    .describe(
      'An answer to the question that this one uses, written as there: what is right for it is marked so.',
    ),
});

export const QuestionSource = z.strictObject({
  id: Id,
  text: Markdown,
  ...Material,
  paper: z
    .boolean()
    .default(false)
    .describe('Marked on the sheet as work on paper, not as part of the quiz.'),
  marks: z.number().positive().max(1000).default(1),
  claim: claimSource.optional(),
  answer: answerSource,
  uses: UsesSource.optional().describe(
    'An earlier question of the exercise: what is right for a wrong answer to it still earns something here.',
  ),
  credit: CreditSource.optional().describe('What a wrong answer still earns; without it, nothing.'),
  key: z.unknown().optional(),
  because: Markdown.optional().describe('Why a key that nothing evaluates is right.'),
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
      'The share of its marks that each try which is not right costs, instead of what the quiz says.',
    ),
  hint: Markdown.optional(),
  hints: z
    .array(Markdown.min(1))
    .min(1)
    .max(10)
    .optional()
    .describe('One after the other, after each try that is not right; a single "hint" comes before them.'),
  solution: Markdown.optional(),
  examples: z.array(ExampleSource).default([]),
  order: z.array(z.string()).optional().describe('Options in the order in which they are shown.'),
  drawn: drawn.optional(),
  'from-pool': z
    .strictObject({ pick: z.number().int(), of: z.number().int() })
    .optional()
    .describe('How many of how many questions were picked, this one among them.'),
});

export const ExerciseSource = z.strictObject({
  title: z.string().min(1).max(200),
  text: Markdown.default(''),
  ...Material,
  drawn: drawn.optional(),
  questions: z.array(QuestionSource).min(1).max(100),
});

export const QuizSource = z.strictObject({
  title: z.string().min(1).max(200),
  text: Markdown.default(''),
  opens: Moment.optional(),
  due: Moment.optional().describe('Until when to hand in; later counts too, and is called late.'),
  closes: Moment.optional(),
  'time-limit': Duration.optional().describe('From the start of an attempt: 90 min, 1 h 30 min.'),
  'when-time-runs-out': z
    .enum(['submit', 'grace', 'abandon'])
    .optional()
    .describe(
      'submit (the default): what was saved is handed in. grace: it can be handed in for a while, but not changed; then what was saved is. abandon: what was not handed in before is not marked.',
    ),
  grace: Duration.optional().describe('How long it can still be handed in, with when-time-runs-out: grace.'),
  'between-attempts': z
    .union([Duration, z.strictObject({ first: Duration, later: Duration })])
    .optional()
    .describe('How long to wait before the next attempt: one duration, or first and later ones.'),
  grade: z
    .enum(['highest', 'average', 'first', 'last'])
    .optional()
    .describe('What counts of several attempts; without it, the highest.'),
  'build-on-last': z
    .boolean()
    .optional()
    .describe('A new attempt begins with the responses of the last one.'),
  solutions: Moment.optional().describe('When the solutions become visible.'),
  review: ReviewSource.optional(),
  practice: PracticeSource.optional(),
  attempts: z
    .number()
    .int()
    .positive()
    .max(1000)
    .optional()
    .describe('Most attempts; without it, any number.'),
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
    .describe('Keys of Safe Exam Browser; attempts are written in no other browser.'),
  behaviour: BehaviourSource.optional().describe(
    'Whether and how answers are checked while the quiz is written; without it, deferred: when it is handed in.',
  ),
  decimals: z
    .enum(['point', 'comma'])
    .default('point')
    .describe('How students write decimals: 1.5, or 1,5 as well; without it, as the language of the course.'),
  deployed: z.number().int().optional().describe('Which of the deployed variants this is: its seed.'),
  exercises: z.array(ExerciseSource).min(1).max(50),
});

export const CourseSource = z.strictObject({
  title: z.string().min(1).max(200),
  text: Markdown.default(''),
  timezone: z
    .string()
    .default('UTC')
    .refine(isTimezone, packed(say('must be a time zone such as Europe/Zurich'))),
  language: z
    .enum(LANGUAGES.map(({ tag }) => tag))
    .default('en')
    .describe('What the pages around the quizzes are in; a person can choose another one.'),
  quizzes: z
    .array(z.string())
    .optional()
    .describe('Files of the course in the order to list them; without it, all, by name.'),
});

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type FigureSource = z.infer<typeof FigureSource>;
export type QuestionSource = z.infer<typeof QuestionSource>;
export type ExerciseSource = z.infer<typeof ExerciseSource>;
export type QuizSource = z.infer<typeof QuizSource>;
export type CourseSource = z.infer<typeof CourseSource>;
