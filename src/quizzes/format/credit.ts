import { z } from 'zod';
import type { Answer } from '../../answers/kind.ts';
import type { Claim } from '../../claims/claim.ts';
import { type Message, packed, say } from '../../language/index.ts';
import type { Judged, Outcome, Parts, Unit } from '../../values/outcome.ts';

/** What a wrong answer still earns. How choices count is said with their options. */
export const CreditSource = z.union(
  [
    z.literal('all-or-nothing'),
    z.literal('by-cell').describe('The share of cells that are right.'),
    z.literal('by-pair').describe('The share of pairs that are right.'),
    z
      .record(
        z.string(),
        z
          .number()
          .min(0)
          .lt(1, packed(say('must be below 1, which is for right answers'))),
      )
      .describe('By the note of a named mistake: what an answer with only such mistakes earns.'),
  ],
  {
    error: packed(
      say(
        'must be all-or-nothing, by-cell, by-pair, or {notes} with fractions from 0 to below 1, such as {example}',
        { notes: '{factor-2: …}', example: '{factor-2: 0.5}' },
      ),
    ),
  },
);
export type CreditSource = z.infer<typeof CreditSource>;

const UNITS: Readonly<Record<string, Unit>> = { 'by-cell': 'cell', 'by-pair': 'pair' };

/** What makes a rule of credit impossible to apply, each with how to mend it. */
export function creditProblems(
  credit: CreditSource | undefined,
  claim: Claim | null,
  answer: Answer,
): Message[] {
  if (credit === undefined || credit === 'all-or-nothing') return [];
  if (!claim) return [say('needs a claim that decides what is partly right')];
  if (typeof credit === 'string') {
    const unit = UNITS[credit];
    if (answer.options.length > 0) {
      const example = '{choices: {credit: each, …}}';
      return [say('an option is right or wrong as a whole: for choices, write {example}', { example })];
    }
    if (claim.unit === unit) return [];
    const mend = claim.unit
      ? say('write {field}', { field: `by-${claim.unit}` })
      : say('give credit by notes, or none');
    return [
      say('the claim "{claim}" does not count {unit, select, cell {cells} other {pairs}}: {mend}', {
        claim: claim.name,
        unit: unit ?? '',
        mend,
      }),
    ];
  }
  const { tags } = claim;
  return Object.keys(credit)
    .filter((tag) => !tags.includes(tag))
    .map((tag) =>
      say('"{tag}" is not a note of this claim: they are {tags}', {
        tag,
        tags: tags.join(', ') || say('none'),
      }),
    );
}

/** What was judged, with what a wrong answer earns by the rule of its question. */
export function withCredit(credit: CreditSource | undefined, { outcome, parts }: Judged): Outcome {
  if (credit === undefined || outcome.state !== 'marked' || outcome.fraction > 0) return outcome;
  if (typeof credit === 'string') return byParts(UNITS[credit], outcome, parts);
  const worth = outcome.notes.map(({ tag }) => (Object.hasOwn(credit, tag) ? (credit[tag] ?? 0) : 0));
  return { ...outcome, fraction: worth.length === 0 ? 0 : Math.min(...worth) };
}

function byParts(
  unit: Unit | undefined,
  outcome: Extract<Outcome, { state: 'marked' }>,
  parts: Parts | undefined,
): Outcome {
  if (!unit || !parts) return outcome;
  const { right, open, of } = parts;
  if (open > 0) {
    return {
      state: 'undecided',
      reason:
        unit === 'cell'
          ? say(
              '{open, number} of {of, plural, one {# cell} other {# cells}} could not be decided; {right, plural, one {# is} other {# are}} right.',
              { open, of, right },
            )
          : say(
              '{open, number} of {of, plural, one {# pair} other {# pairs}} could not be decided; {right, plural, one {# is} other {# are}} right.',
              { open, of, right },
            ),
    };
  }
  const says =
    unit === 'cell'
      ? say(
          '{right, number} of {of, plural, one {# cell} other {# cells}} {right, plural, one {is} other {are}} right.',
          { right, of },
        )
      : say(
          '{right, number} of {of, plural, one {# pair} other {# pairs}} {right, plural, one {is} other {are}} right.',
          { right, of },
        );
  return { ...outcome, fraction: right / of, notes: [...outcome.notes, { tag: `by-${unit}`, says }] };
}
