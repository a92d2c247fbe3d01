import { namesIn, nearest, parse } from '../../expressions/index.ts';
import { type Message, say } from '../../language/index.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';
import { countOf } from './parameters.ts';
import { type Placeholder, partOf, placeholdersIn, textsIn } from './placeholders.ts';
import {
  type ExerciseTemplate,
  everyQuestion,
  isPool,
  type ParameterSource,
  type QuizTemplate,
  type Scope,
  usedBy,
} from './template.ts';

type Parameters = ReadonlyMap<string, ParameterSource>;

/** What is wrong with the parameters of a quiz before anything is drawn: unknown names, and names without a use. */
export function templateProblems(template: QuizTemplate): readonly SourceProblem[] {
  const { exercises, deploy: _, ...quiz } = template;
  const problems = new Problems();
  problems.texts(quiz, new Map(), []);
  exercises.forEach((exercise, i) => {
    const { questions: _, ...shared } = exercise;
    const path = ['exercises', i];
    const outer = problems.scope(shared, new Map(), path);
    for (const { question, path: own } of everyQuestion(exercise)) {
      const place = [...path, 'questions', ...own];
      problems.scope(question, outer, place);
      problems.unused(question, place);
    }
    problems.unused(exercise, path);
    problems.uses(exercise, path);
    exercise.questions.forEach((item, j) => {
      if (isPool(item)) problems.pool(item.pool, [...path, 'questions', j, 'pool']);
    });
  });
  return problems.found;
}

/** For a quiz without anything to draw: a placeholder would be shown as it is. */
export function strayPlaceholders(data: unknown): readonly SourceProblem[] {
  const problems = new Problems();
  problems.texts(data, new Map(), []);
  return problems.found;
}

class Problems {
  readonly found: SourceProblem[] = [];
  readonly #used = new Set<ParameterSource>();

  /** A question or an exercise with what it draws; gives all parameters that may be used within. */
  scope(source: Scope & Readonly<Record<string, unknown>>, outer: Parameters, path: Path): Parameters {
    const { draw, 'such-that': conditions, ...rest } = source;
    const known = new Map(outer);
    for (const [name, parameter] of Object.entries(draw)) {
      const place = [...path, 'draw', name];
      if (outer.has(name))
        this.#found(place, say('"{name}" is already drawn by the exercise: choose another name', { name }));
      if (countOf({ draw: { [name]: parameter }, 'such-that': [] }) === 0)
        this.#found(place, say('there is nothing to choose from: write the smaller number first'));
      const read = parse(name, { names: [name] });
      if (!read.ok || read.tree.kind !== 'name') {
        this.#found(
          place,
          say('"{name}" would be read differently in formulas: choose another name', { name }),
        );
      }
      if ('whole' in parameter) this.#formula(parameter.whole, known, [...place, 'whole']);
      else if ('is' in parameter) {
        for (const { text, path: at } of textsIn(parameter.is, [...place, 'is']))
          this.#formula(text, known, at);
      } else this.texts(parameter, known, place);
      known.set(name, parameter);
    }
    for (const { text, path: at } of textsIn(conditions, [...path, 'such-that']))
      this.#formula(text, known, at);
    this.texts(rest, known, path);
    return known;
  }

  texts(data: unknown, known: Parameters, path: Path): void {
    for (const { text, path: at } of textsIn(data, path)) {
      for (const placeholder of placeholdersIn(text)) this.#use(placeholder, known, at);
    }
  }

  unused({ draw }: Scope, path: Path): void {
    for (const [name, parameter] of Object.entries(draw)) {
      if (!this.#used.has(parameter)) {
        this.#found(
          [...path, 'draw', name],
          say('"{name}" is drawn but never used: write {placeholder} where it belongs, or remove it', {
            name,
            placeholder: `<<${name}>>`,
          }),
        );
      }
    }
  }

  /** Every attempt must be worth the same. */
  pool(
    { pick, of }: { readonly pick: number; readonly of: readonly Readonly<Record<string, unknown>>[] },
    path: Path,
  ): void {
    if (pick >= of.length)
      this.#found(
        [...path, 'pick'],
        say('picks {pick} of {count} questions: give more questions, or use no pool', {
          pick,
          count: of.length,
        }),
      );
    const marks = new Set(of.map((question) => question['marks'] ?? 1));
    if (marks.size > 1)
      this.#found(
        path,
        say('the questions of a pool must have equal marks, so that every attempt is worth the same'),
      );
  }

  /** Every attempt that gets a question must get the one that it uses before it, about the same network. */
  uses(exercise: ExerciseTemplate, path: Path): void {
    const placed = everyQuestion(exercise);
    for (const { question, path: own } of placed) {
      const id = usedBy(question) ?? '';
      const used = placed.find((each) => each.question.id === id);
      if (used === undefined) continue;
      const refuse = (message: Message) => this.#found([...path, 'questions', ...own, 'uses'], message);
      if ([exercise.shuffle].flat().includes('questions'))
        refuse(
          say(
            '"{id}" may come later, because the questions of this exercise are shuffled: do not shuffle them',
            {
              id,
            },
          ),
        );
      if (used.path.length > 1)
        refuse(
          say('not every attempt gets "{id}", because it is in a pool: take it out of the pool', { id }),
        );
      if (Object.keys(used.question.draw).length > 0)
        refuse(
          say('"{id}" draws parameters that this question does not have: let the exercise draw them', { id }),
        );
    }
  }

  #use({ name, parts, text, offset }: Placeholder, known: Parameters, path: Path): void {
    const parameter = known.get(name);
    if (parameter === undefined) {
      this.#unknown(text, name, known, path, offset);
      return;
    }
    this.#used.add(parameter);
    const lacking = (value: unknown) => !isFilled(value) && partOf(value, parts) === undefined;
    if ('one-of' in parameter && parameter['one-of'].some(lacking))
      this.#found(path, say('{text}: not every value of "{name}" has such a part', { text, name }), offset);
  }

  #unknown(text: string, name: string, known: Parameters, path: Path, offset: number): void {
    const meant = nearest(name, [...known.keys()]);
    const advice =
      meant === undefined
        ? say('draw it: {example}', { example: `draw: {${name}: {integers: [1, 9]}}` })
        : say('did you mean "{meant}"?', { meant });
    const message = say('{text}: there is no parameter "{name}" here: {advice}', { text, name, advice });
    this.#found(path, message, offset);
  }

  #formula(formula: string, known: Parameters, path: Path): void {
    const placeholders = placeholdersIn(formula);
    for (const placeholder of placeholders) this.#use(placeholder, known, path);
    const text = placeholders.reduce(
      (filled, placeholder) => filled.replace(placeholder.text, '(1)'),
      formula,
    );
    const read = parse(text, { names: known.keys() });
    if (!read.ok)
      this.#found(
        path,
        say('the formula "{formula}" cannot be read: {reason}', { formula, reason: read.error.message }),
      );
    for (const name of read.ok ? namesIn(read.tree) : []) {
      const parameter = known.get(name);
      if (parameter) this.#used.add(parameter);
    }
  }

  #found(path: Path, message: Message, offset = 0): void {
    this.found.push({ path, message, offset });
  }
}

/** Its parts are known only once it is drawn. */
const isFilled = (value: unknown): boolean => typeof value === 'string' && placeholdersIn(value).length > 0;
