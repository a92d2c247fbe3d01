import { joined } from '../../../claims/phrases.ts';
import { say, type Words } from '../../../language/index.ts';
import type { Outcome } from '../../../values/outcome.ts';
import type { Finding } from '../proof.ts';

export const isRight = (outcome: Outcome): boolean => outcome.state === 'marked' && outcome.fraction === 1;

/** What is wrong, with what marking said or showed of it. */
export function withReason(what: Words, outcome: Outcome): Pick<Finding, 'says' | 'witness'> {
  switch (outcome.state) {
    case 'marked':
      return { says: what, ...(outcome.witness && { witness: outcome.witness }) };
    case 'invalid':
      return {
        says: because(
          what,
          joined(
            ' ',
            outcome.problems.map(({ message }) => message),
          ),
        ),
      };
    case 'blank':
      return { says: because(what, say('it is blank')) };
    default:
      return { says: because(what, outcome.reason) };
  }
}

export const because = (what: Words, reason: Words): Words => say('{what}: {reason}', { what, reason });
