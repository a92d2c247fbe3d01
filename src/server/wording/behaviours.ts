import { type Message, say } from '../../language/index.ts';
import { type Behaviour, CERTAINTIES } from '../../quizzes/format/behaviour.ts';
import { SURE } from './certainty.ts';

const FREE = say('What is not a valid answer, and what you have checked before, costs nothing.');
const percent = (penalty: number) => Math.round(100 * penalty);

/** How a quiz marks what is tried, in a sentence or two; nothing where everything is marked when it is handed in. */
export function behaviourInWords(behaviour: Behaviour): readonly Message[] {
  switch (behaviour.kind) {
    case 'deferred':
      return [];
    case 'immediate':
      return [
        say('While you work you can check each answer once; after that it stays.'),
        say('What is not a valid answer costs nothing.'),
      ];
    case 'interactive': {
      const { tries, penalty } = behaviour;
      return [
        say(
          'While you work you can check each question: you have {tries, plural, one {# try} other {# tries}}.',
          {
            tries,
          },
        ),
        penalty === 0
          ? say('Your last answer counts, and a try costs nothing.')
          : say(
              'Your last answer counts; every other one that you checked takes off {percent, number} % of the marks.',
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
        say('While you work you can check your answers as often as you like.'),
        penalty === 0
          ? say('The best one counts, and a try costs nothing.')
          : say('The best one counts, each less {percent, number} % of the marks for every try before it.', {
              percent: percent(penalty),
            }),
        FREE,
      ];
    }
  }
}

/** The table of certainty, in multiples of the marks; null where it is not asked. */
export const certaintyTable = (behaviour: Behaviour) =>
  'certainty' in behaviour && behaviour.certainty
    ? CERTAINTIES.map(({ level, right, wrong }) => ({
        says: SURE[level],
        right: `${right}\u00d7`,
        wrong: wrong === 0 ? '0' : `\u2212${-wrong}\u00d7`,
      }))
    : null;
