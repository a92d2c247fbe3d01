import { type Message, say } from '../../language/index.ts';
import { type Behaviour, CERTAINTIES } from '../../quizzes/format/behaviour.ts';
import { SURE } from './certainty.ts';

const FREE = say('Unreadable or repeated answers cost nothing.');
const percent = (penalty: number) => Math.round(100 * penalty);

/** How a quiz marks what is tried, in a sentence or two; nothing where everything is marked when it is handed in. */
export function behaviourInWords(behaviour: Behaviour): readonly Message[] {
  switch (behaviour.kind) {
    case 'deferred':
      return [];
    case 'immediate':
      return [
        say('While you work, you can check each answer once; after that it is final.'),
        say('Unreadable answers cost nothing.'),
      ];
    case 'interactive': {
      const { tries, penalty } = behaviour;
      return [
        say(
          'While you work, you can check your answers: you have {tries, plural, one {# try} other {# tries}} for each question.',
          {
            tries,
          },
        ),
        penalty === 0
          ? say('Your last answer counts, and tries cost nothing.')
          : say(
              'Your last answer counts. Every other answer you checked takes off {percent, number} % of the marks.',
              {
                percent: percent(penalty),
              },
            ),
        FREE,
      ];
    }
    case 'adaptive': {
      const { penalty } = behaviour;
      return [
        say('While you work, you can check your answers as often as you like.'),
        penalty === 0
          ? say('Your best answer counts, and tries cost nothing.')
          : say(
              'Each try takes {percent, number} % of the marks off later answers. Your best result counts.',
              {
                percent: percent(penalty),
              },
            ),
        FREE,
      ];
    }
  }
}

/** A line of the table of certainty. */
export interface CertaintyLine {
  readonly says: Message;
  readonly right: string;
  readonly wrong: string;
}

/** The table of certainty, in multiples of the marks; null where it is not asked. */
export const certaintyTable = (behaviour: Behaviour): readonly CertaintyLine[] | null =>
  'certainty' in behaviour && behaviour.certainty
    ? CERTAINTIES.map(({ level, right, wrong }) => ({
        says: SURE[level],
        right: `${right}\u00d7`,
        wrong: wrong === 0 ? '0' : `\u2212${-wrong}\u00d7`,
      }))
    : null;
