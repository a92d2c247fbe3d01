import { isDeepStrictEqual } from 'node:util';
import { say, type Words } from '../../language/index.ts';
import type { Path } from '../format/yaml.ts';
import { contentHash } from '../hash.ts';
import { keyOf } from '../key.ts';
import { prepareDrawn } from '../prepare/prepare-quiz.ts';
import type { Question, Quiz } from '../quiz.ts';
import { type Drawn, drawQuestion, drawQuiz, everyAssignment, only } from '../template/draw.ts';
import { countOf } from '../template/parameters.ts';
import { DrawError } from '../template/placeholders.ts';
import {
  type ExerciseTemplate,
  everyQuestion,
  type QuestionTemplate,
  type QuizTemplate,
  readTemplate,
  withUsed,
} from '../template/template.ts';
import { type Finding, type Proof, proveQuestion, type Status } from './prove-question.ts';

export interface ProvingOptions {
  /** How many seeded variants stand for those that cannot be counted. */
  readonly variants?: number | undefined;
  /** Only the variant of this seed. */
  readonly seed?: string | undefined;
}

/** A question about to be proven: `run` yields after each of its variants, so that others get their turn. */
export interface Proving {
  readonly question: Question;
  readonly path: Path;
  /** How many variants there are to prove, about; 1 for a question that does not vary. */
  readonly count: number;
  run(): Generator<void, Proof>;
}

/** Choices beyond which not every combination is tried. */
const MOST_COUNTED = 1000;
const SEEDED = 200;
/** Variants that fail are told up to this many; the others are counted. */
const MOST_TOLD = 3;

/** Puts key, options, examples and named mistakes of every question through the marking that students get. */
export function* proveQuiz(quiz: Quiz, options: ProvingOptions = {}): Generator<Proof> {
  for (const proving of provingsOf(quiz, options)) yield proven(proving);
}

function proven(proving: Proving): Proof {
  const steps = proving.run();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function* provingsOf(quiz: Quiz, options: ProvingOptions = {}): Generator<Proving> {
  const read = quiz.varied ? readTemplate(quiz.template) : null;
  if (read && 'problems' in read) throw new Error('A prepared quiz has a template without problems.');
  for (const [i, exercise] of quiz.exercises.entries()) {
    const source = read?.template.exercises[i];
    const placed = source ? everyQuestion(source) : [];
    for (const [j, question] of exercise.questions.entries()) {
      const own = placed[j];
      const path = ['exercises', i, 'questions', ...(own?.path ?? [j])];
      if (read && source && own && varies(source, own.question, read.template)) {
        yield provingOf(
          { quiz, template: read.template, exercise: source, source: own.question, question, path },
          options,
        );
      } else {
        yield {
          question,
          path,
          count: 1,
          *run() {
            yield;
            return proveQuestion(question, path);
          },
        };
      }
    }
  }
}

const varies = (exercise: ExerciseTemplate, question: QuestionTemplate, { deploy }: QuizTemplate) =>
  countOf(exercise) * countOf(question) > 1 || deploy !== undefined;

interface Subject {
  readonly quiz: Quiz;
  readonly template: QuizTemplate;
  readonly exercise: ExerciseTemplate;
  readonly source: QuestionTemplate;
  /** In its first variant. */
  readonly question: Question;
  readonly path: Path;
}

/** Variants to prove; `all`: there are no others. */
interface Sample {
  readonly seeds: readonly string[] | null;
  readonly word: 'variants' | 'seeded variants' | 'deployed variants';
  readonly count: number;
}

function sampleOf(
  { template, exercise, source }: Subject,
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

function provingOf(subject: Subject, options: ProvingOptions): Proving {
  const { question, path } = subject;
  const sample = sampleOf(subject, options);
  return { question, path, count: sample.count, run: () => proveVariants(subject, sample) };
}

interface Variant {
  /** What it draws, or its seed: for a person to find it again. */
  name(): Words;
  /** Throws DrawError. */
  draw(): Drawn;
}

function* variantsOf({ template, exercise, source }: Subject, { seeds }: Sample): Generator<Variant> {
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

function* proveVariants(subject: Subject, sample: Sample): Generator<void, Proof> {
  const { question, path } = subject;
  const findings: Finding[] = [];
  const proofs = new Map<string, Proven>();
  const looks: Looks = new Map();
  let facts: readonly Words[] | null = null;
  let [tried, failed] = [0, 0];
  for (const variant of variantsOf(subject, sample)) {
    tried += 1;
    const proof = proveVariant(subject, variant, proofs, looks);
    facts = (facts ?? proof.facts).filter((fact) =>
      proof.facts.some((other) => isDeepStrictEqual(fact, other)),
    );
    if (proof.findings.length > 0) {
      failed += 1;
      const told = failed <= MOST_TOLD ? proof.findings : [];
      findings.push(...told.map((finding) => ({ ...finding, variant: variant.name() })));
    }
    yield;
  }
  if (tried === 0) findings.push({ path: ['draw'], says: say('no draw satisfies the conditions') });
  if (failed > MOST_TOLD) {
    const counted = { failed, tried, told: MOST_TOLD };
    const says = say('{failed} of {tried} variants fail; the first {told} are listed', counted);
    findings.push({ path: [], says });
  }
  const refuted = findings.length > 0;
  const status: Status = refuted ? 'refuted' : (question.claim?.level ?? 'asserted');
  const variants = `${tried - failed} of ${tried} ${sample.word}`;
  return { question, path, status, findings, facts: refuted ? [] : (facts ?? []), variants };
}

type Proven = Pick<Proof, 'findings' | 'facts'>;

/** What students saw of a variant, with its key and what it drew. */
type Looks = Map<string, { readonly key: string; readonly variant: Variant }>;

/** Equal drawings are proven once. */
function proveVariant(subject: Subject, variant: Variant, proofs: Map<string, Proven>, looks: Looks): Proven {
  try {
    const drawn = variant.draw();
    const version = contentHash(drawn.source);
    const proof = proofs.get(version) ?? proveDrawn(subject, drawn, variant, looks);
    proofs.set(version, proof);
    return proof;
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    return { findings: [{ path: ownPath(subject, error.path), says: error.says }], facts: [] };
  }
}

/** A place within the question, of one in the quiz that has it alone after those that it uses. */
function ownPath({ exercise, source }: Subject, [, , field, index, ...rest]: Path): Path {
  if (field !== 'questions') return [];
  return index === withUsed(exercise, source).length - 1 ? rest : ['uses'];
}

/** What checking says of one variant. */
function proveDrawn(subject: Subject, drawn: Drawn, variant: Variant, looks: Looks): Proven {
  const prepared = prepareDrawn(subject.quiz.id, drawn.source, 'check');
  if (!prepared.quiz) {
    const findings = prepared.problems.map(({ path: at, message }) => ({
      path: ownPath(subject, at),
      says: message,
    }));
    return { findings, facts: [] };
  }
  const [shown] = prepared.quiz.exercises;
  const question = shown?.questions.at(-1);
  if (!shown || !question) throw new Error('A drawn question is in its quiz.');
  const { findings, facts } = proveQuestion(question, subject.path);
  // What cannot even be evaluated has no key to compare with others.
  if (findings.length > 0) return { findings, facts };
  const look = contentHash([
    shown.text,
    question.source.text,
    figured(prepared.quiz, question),
    options(question),
  ]);
  const key = contentHash([keyed(question)]);
  const known = looks.get(look);
  if (known === undefined) looks.set(look, { key, variant });
  if (known === undefined || known.key === key) return { findings, facts };
  const says = say(
    'looks the same as the variant with {variant}, but has a different key: say in the text what differs',
    { variant: known.variant.name() },
  );
  return { findings: [...findings, { path: ['text'], says }], facts };
}

/** What is drawn for students to see. */
function figured({ source: { exercises } }: Quiz, { source }: Question): unknown {
  const [exercise] = exercises;
  const seen = (figure: unknown, { model, fits }: { readonly model?: unknown; readonly fits?: unknown }) =>
    figure === 'model' ? (model ?? null) : figure === 'fits' ? (fits ?? null) : (figure ?? null);
  return [seen(exercise?.figure, exercise ?? {}), seen(source.figure, { ...exercise, ...source })];
}

const options = ({ answer }: Question) => answer.options.map(({ shown }) => shown).sort();

/** By what options say, because their ids may stand for something else in each variant. */
function keyed(question: Question): unknown {
  const { answer, claim, source } = question;
  if (answer.options.length === 0) return keyOf(question);
  const keys = [source.key].flat().map(String);
  const right = answer.options.filter(({ id, value }) =>
    claim ? claim.judge(value).verdict === 'right' : keys.includes(id),
  );
  return right.map(({ shown }) => shown).sort();
}
