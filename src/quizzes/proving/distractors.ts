import type { Question } from '../quiz.ts';

/** A wrong option, and the tags of the named mistakes that it makes; none: it makes no mistake that has a name. */
export interface Distractor {
  readonly option: string;
  readonly mistakes: readonly string[];
}

/** The wrong options of a choice that evaluation decides. */
export const distractorsOf = ({ claim, answer }: Question): readonly Distractor[] =>
  answer.options.flatMap(({ id, value }) => {
    const verdict = claim?.level === 'proven' ? claim.judge(value) : null;
    return verdict?.verdict === 'wrong'
      ? [{ option: id, mistakes: verdict.notes.map(({ tag }) => tag) }]
      : [];
  });
