import { saidBy } from '../../language/index.ts';
import { ModelError } from '../../models/model-error.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import type { Path } from '../format/yaml.ts';

/**
 * Whether everything is checked that an author is told of. A stored snapshot was checked before it was stored, by what
 * was checked then: no later check may keep anybody from an attempt that has begun.
 */
export type Strictness = 'check' | 'trust';

/** Collects what is wrong with a source. */
export class Problems {
  readonly found: SourceProblem[] = [];
  readonly #strictness: Strictness;

  constructor(strictness: Strictness) {
    this.#strictness = strictness;
  }

  /** What keeps a question from being built. */
  add(...problems: readonly SourceProblem[]): void {
    this.found.push(...problems);
  }

  /** What else an author is told. */
  whenChecking(check: () => readonly SourceProblem[]): void {
    if (this.#strictness === 'check') this.add(...check());
  }

  /** Sentences of the engine and of models (a shape that does not fit) become problems of what stands at `path`. */
  orProblem<T>(path: Path, build: () => T): T | null {
    try {
      return build();
    } catch (error) {
      const inside = error instanceof ModelError ? ['model', ...error.path] : [];
      this.add({ path: [...path, ...inside], message: saidBy(error) });
      return null;
    }
  }
}
