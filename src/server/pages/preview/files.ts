import { basename, dirname } from 'node:path';
import type { FileProblem, Loaded, LoadedCourse, LoadedQuiz, Proof, Proofs } from '../../../quizzes/index.ts';

/** A browser asks again after this long, so that no proxy or power saving takes the silence for a fault. */
const PATIENCE = 25_000;

/** A quiz file as it was last loaded: the quiz, or what keeps it from being read. */
export interface QuizFile {
  readonly file: string;
  readonly course: LoadedCourse | null;
  readonly loaded: LoadedQuiz | null;
  readonly problems: readonly FileProblem[];
}

/** Folder and name are enough to tell the files of one data folder apart. */
export const hrefOf = ({ file }: Pick<QuizFile, 'file'>): string =>
  `/preview/${encodeURIComponent(basename(dirname(file)))}/${encodeURIComponent(basename(file))}`;

/** The files that an author is writing, with what checking says of them; told anew whenever one is saved. */
export class AuthorFiles {
  #loaded: Loaded = { courses: [], problems: [], warnings: [] };
  #version = 0;
  readonly #proofs: Proofs;
  readonly #waiting = new Set<() => void>();

  constructor(proofs: Proofs) {
    this.#proofs = proofs;
  }

  get version(): number {
    return this.#version;
  }

  /** Called with what was loaded, at the start and after every save. */
  show(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#version += 1;
    this.#wake();
  }

  /** What was left out of the courses. */
  get leftOut(): readonly FileProblem[] {
    return this.#loaded.warnings;
  }

  /** What cannot be read comes first; the others in the order of their courses. */
  list(): readonly QuizFile[] {
    const { courses, problems } = this.#loaded;
    const read = courses.flatMap((course) =>
      course.quizzes.map((loaded) => ({ file: loaded.file, course, loaded, problems: [] })),
    );
    const unread = [...new Set(problems.map(({ file }) => file))].map((file) => ({
      file,
      course: null,
      loaded: null,
      problems: problems.filter((problem) => problem.file === file),
    }));
    return [...unread, ...read];
  }

  /** What the check says of every question, in the order of the file. */
  prove({ quiz }: LoadedQuiz): Promise<readonly Proof[]> {
    return this.#proofs.of(quiz);
  }

  /** The version as soon as it is another one than `seen`, or after a while all the same. */
  async changes(seen: number): Promise<number> {
    if (seen === this.#version) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.#waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, PATIENCE);
        this.#waiting.add(done);
      });
    }
    return this.#version;
  }

  /** Answers every browser that waits for a change. */
  close(): void {
    this.#wake();
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}
