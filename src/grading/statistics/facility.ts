import type { Outcome } from '../../values/outcome.ts';

/**
 * How easy a question was, 0..1: the mean fraction of the responses that are decided,
 *
 *   Σ countᵢ · fractionᵢ / Σ countᵢ
 *
 * A blank or invalid response has fraction 0; one that a person has yet to decide is left out. The fraction is of the
 * response alone, without what earlier tries or certainty make of its mark. null: none is decided.
 */
export function facilityOf(
  groups: readonly { readonly outcome: Outcome; readonly count: number }[],
): number | null {
  const decided = groups.flatMap(({ outcome, count }) => {
    const fraction = fractionOf(outcome);
    return fraction === null ? [] : [{ fraction, count }];
  });
  const sum = decided.reduce((sum, { fraction, count }) => sum + fraction * count, 0);
  const among = decided.reduce((sum, { count }) => sum + count, 0);
  return among === 0 ? null : sum / among;
}

function fractionOf(outcome: Outcome): number | null {
  if (outcome.state === 'marked') return outcome.fraction;
  return outcome.state === 'blank' || outcome.state === 'invalid' ? 0 : null;
}
