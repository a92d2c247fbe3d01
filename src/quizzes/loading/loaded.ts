import type { FileProblem, YamlFile } from '../format/yaml.ts';
import type { Dates, Quiz } from '../quiz.ts';

export interface LoadedQuiz {
  readonly id: string;
  readonly file: string;
  readonly yaml: YamlFile;
  readonly quiz: Quiz;
  readonly dates: Dates;
  /** What may stay as it is, and should be looked at. */
  readonly warnings: readonly FileProblem[];
}

export interface LoadedCourse {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly timezone: string;
  /** Of the interface, by its tag. */
  readonly language: string;
  readonly quizzes: readonly LoadedQuiz[];
}

export interface Loaded {
  readonly courses: readonly LoadedCourse[];
  readonly problems: readonly FileProblem[];
  /** What was left out and was hardly meant to be. Odd rules of a quiz stand with the quiz. */
  readonly warnings: readonly FileProblem[];
}
