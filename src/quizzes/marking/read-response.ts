import type { Posted, Understood } from '../../answers/kind.ts';
import { withinBudget } from '../../expressions/index.ts';
import { say, type Words } from '../../language/index.ts';
import type { Question } from '../quiz.ts';

/** What is understood of a response while it is being written; never judges. */
export function readResponse(question: Question, posted: Posted): Understood {
  try {
    return withinBudget(() => understood(question, posted));
  } catch {
    // Whatever is stored, the pages that show it must work; marking calls the same response broken, and is told of.
    return invalid(
      say(
        'This answer is saved, but cannot be shown the way it was read. The people who run the course can see it.',
      ),
    );
  }
}

/** A rule that the question states (which weights, how many sizes) is told at once when it is broken. */
function understood({ answer, claim }: Question, posted: Posted): Understood {
  const reading = answer.read(posted);
  switch (reading.state) {
    case 'blank':
      return reading;
    case 'invalid': {
      const { problems, shown } = reading;
      return { state: 'invalid', problems, ...(shown !== undefined && { shown }) };
    }
    case 'read': {
      // Which options there are is no rule for whoever answers.
      const values = answer.options.length > 0 ? [] : reading.values;
      const [broken] = values.flatMap((value) => claim?.permits(value) ?? []);
      return broken ? invalid(broken) : { state: 'read', shown: reading.shown };
    }
  }
}

const invalid = (message: Words): Understood => ({ state: 'invalid', problems: [{ field: '', message }] });
