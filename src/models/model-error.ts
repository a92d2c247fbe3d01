import { SaidError, saidBy } from '../language/index.ts';

export type SourcePath = readonly (string | number)[];

/** What does not fit in a network's source: a sentence, and where in the source. */
export class ModelError extends SaidError {
  override readonly name = 'ModelError';
  readonly path: SourcePath;

  constructor(path: SourcePath, cause: unknown) {
    super(saidBy(cause), { cause });
    this.path = path;
  }
}
