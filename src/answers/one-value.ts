import type { Words } from '../language/index.ts';
import type { Judged, Verdict } from '../values/outcome.ts';
import type { Value } from '../values/value.ts';
import type { Read, Reading } from './kind.ts';

/** Most kinds: a response is one value, and the verdict on it is the outcome. */
export const readAs = (value: Value, shown: () => Words): Read => ({
  state: 'read',
  values: [value],
  get shown() {
    return shown();
  },
  outcome([verdict]) {
    if (!verdict) throw new Error('A value needs a verdict.');
    return judgedAs(verdict);
  },
});

/** The value of a response that is a single one; null where it cannot be read, or is several. */
export function onlyValue(reading: Reading): Value | null {
  const [value, ...others] = reading.state === 'read' ? reading.values : [];
  return value !== undefined && others.length === 0 ? value : null;
}

function judgedAs(verdict: Verdict): Judged {
  switch (verdict.verdict) {
    case 'right':
    case 'wrong': {
      const { notes, witness } = verdict;
      const fraction = verdict.verdict === 'right' ? 1 : 0;
      return {
        outcome: { state: 'marked', fraction, notes: [...notes], ...(witness && { witness }) },
        ...('parts' in verdict && verdict.parts && { parts: verdict.parts }),
      };
    }
    case 'invalid':
      // The rule is broken by the answer as a whole, so no single field is named.
      return { outcome: { state: 'invalid', problems: [{ field: '', message: verdict.message }] } };
    case 'undecided':
      return { outcome: { state: 'undecided', reason: verdict.reason } };
  }
}
