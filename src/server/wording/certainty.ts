import { type Message, say } from '../../language/index.ts';
import { CERTAINTIES, type Certainty } from '../../quizzes/format/behaviour.ts';
import type { Question } from '../../quizzes/quiz.ts';

/** How sure somebody may be, with what that earns and costs. */
export interface CertaintyWords {
  readonly says: Message;
  readonly earns: Message;
}

/** What the partial `attempt/certainty` reads. */
export interface CertaintyPart {
  readonly name: string;
  readonly disabled: boolean;
  readonly levels: readonly (CertaintyWords & { readonly level: Certainty; readonly checked: boolean })[];
}

/** The choice of certainty with what each earns and costs; null where it is not asked. */
export function certaintyOf(
  { behaviour, source, id }: Question,
  chosen: Certainty | null,
  disabled: boolean,
): CertaintyPart | null {
  if (!('certainty' in behaviour) || !behaviour.certainty) return null;
  return {
    name: `${id}.certainty`,
    disabled,
    levels: CERTAINTIES.map(({ level }) => ({
      level,
      checked: level === (chosen ?? 1),
      ...certaintyWords(source.marks, level),
    })),
  };
}

/** What a certainty is called, and what it earns and costs in a question of these marks. */
export function certaintyWords(marks: number, chosen: Certainty): CertaintyWords {
  const { right, wrong } = CERTAINTIES.find(({ level }) => level === chosen) ?? CERTAINTIES[0];
  return {
    says: SURE[chosen],
    earns: say(
      '{right, plural, one {# mark} other {# marks}} if right, {cost, plural, =0 {nothing} one {# mark} other {# marks}} off if wrong',
      { right: right * marks, cost: -wrong * marks || 0 },
    ),
  };
}

export const SURE: Readonly<Record<Certainty, Message>> = {
  1: say('Not sure'),
  2: say('Fairly sure'),
  3: say('Very sure'),
};
