import { z } from 'zod';
import { say, type Words } from '../../language/index.ts';
import type { Note, Outcome, Verdict } from '../../values/outcome.ts';
import type { Witness } from '../../values/witness.ts';
import { defineKind, type Option, type Posted } from '../kind.ts';
import { checkOptions, listIds, readOptions, viewOptions } from '../options.ts';

const FIELD = 'options';
const MOST_POSTED = 100;

/** How a choice that is only partly right counts. */
const Credit = z
  .enum(['all-or-nothing', 'net-correct', 'each'])
  .describe(
    'What a partly right choice earns. `each`: the share of options decided correctly. `net-correct`: right options chosen, less wrong ones, as a share of the right ones.',
  );

/** Any number of options; the claim is asked of every option, and right is who chose exactly the right ones. */
export const choices = defineKind({
  name: 'choices',
  several: true,
  schema: z
    .object({ credit: Credit.default('all-or-nothing') })
    .catchall(z.unknown())
    .superRefine(({ credit: _, ...options }, context) => checkOptions(options, context))
    .describe('Any number of options, which stand under their ids. The claim judges each of them.'),
  optionsIn: ({ credit: _, ...options }) => options,
  answer({ credit, ...source }, { order }, literal) {
    const { options, faults } = readOptions(source, order, literal);
    if (faults.length > 0) return { faults };
    return {
      fields: [FIELD],
      options,
      inPart: credit !== 'all-or-nothing',
      read(posted) {
        const chosen = chosenOf(options, posted);
        if (chosen === null) return unknownOption;
        if (chosen.length === 0) return { state: 'blank' };
        return {
          state: 'read',
          values: options.map(({ value }) => value),
          get shown() {
            return commaList(chosen);
          },
          outcome: (verdicts) => ({ outcome: outcomeOf(decisionsOf(options, chosen, verdicts), credit) }),
        };
      },
      write(key) {
        const ids = z.array(z.string()).safeParse(typeof key === 'string' ? [key] : key);
        const known = ids.success && ids.data.every((id) => options.some((option) => option.id === id));
        if (known) return { posted: { [FIELD]: ids.data } };
        const list = { ids: listIds(options) };
        return { problem: say('The key of choices is a list of options, each one of {ids}.', list) };
      },
      writeValue: () => null,
      view: (posted) => ({ field: FIELD, options: viewOptions(options, idsOf(posted)) }),
    };
  },
});

const commaList = (options: readonly Option[]): Words => {
  const [first = '', ...others] = options.map(({ shown }) => shown);
  return others.reduce<Words>((all, next) => say('{all}, {next}', { all, next }), first);
};

const unknownOption = {
  state: 'invalid',
  problems: [{ field: FIELD, message: say('Choose from the options of this question.') }],
} as const;

function idsOf(posted: Posted): readonly string[] {
  const value = Object.hasOwn(posted, FIELD) ? posted[FIELD] : undefined;
  return (typeof value === 'string' ? [value] : (value ?? [])).filter((id) => id !== '');
}

/** The chosen options in the order of the file; null where one of them is none of this question's. */
function chosenOf(options: readonly Option[], posted: Posted): readonly Option[] | null {
  const ids = idsOf(posted);
  const known = ids.length <= MOST_POSTED && ids.every((id) => options.some((option) => option.id === id));
  return known ? options.filter(({ id }) => ids.includes(id)) : null;
}

interface Decision {
  readonly option: Option;
  readonly chosen: boolean;
  readonly verdict: Verdict;
}

const decisionsOf = (
  options: readonly Option[],
  chosen: readonly Option[],
  verdicts: readonly Verdict[],
): readonly Decision[] =>
  options.map((option, i) => {
    const verdict = verdicts[i];
    if (!verdict) throw new Error(`The option "${option.id}" needs a verdict.`);
    return { option, chosen: chosen.includes(option), verdict };
  });

function outcomeOf(decisions: readonly Decision[], credit: z.infer<typeof Credit>): Outcome {
  for (const { verdict } of decisions) {
    if (verdict.verdict === 'undecided') return { state: 'undecided', reason: verdict.reason };
  }
  const differing = decisions.filter(({ chosen, verdict }) => chosen !== (verdict.verdict === 'right'));
  const notes = differing.flatMap(({ verdict }) => ('notes' in verdict ? verdict.notes : []));
  const witness = witnessOf(differing);
  if (differing.length === 0) return { state: 'marked', fraction: 1, notes };
  const fraction = fractionOf(decisions, differing.length, credit);
  return {
    state: 'marked',
    fraction,
    notes: [...notes, ...counted(decisions, differing.length, credit)],
    ...(witness && { witness }),
  };
}

/** Moodle's fractions of an incomplete choice. */
function fractionOf(
  decisions: readonly Decision[],
  differing: number,
  credit: z.infer<typeof Credit>,
): number {
  if (credit === 'all-or-nothing') return 0;
  if (credit === 'each') return (decisions.length - differing) / decisions.length;
  const right = decisions.filter(({ verdict }) => verdict.verdict === 'right');
  const hits = right.filter(({ chosen }) => chosen).length;
  const misses = decisions.filter(({ chosen }) => chosen).length - hits;
  return right.length === 0 ? 0 : Math.max(0, (hits - misses) / right.length);
}

/** How the fraction came about, where there may be one. */
function counted(
  decisions: readonly Decision[],
  differing: number,
  credit: z.infer<typeof Credit>,
): readonly Note[] {
  if (credit === 'all-or-nothing') return [];
  if (credit === 'each') {
    const says = say(
      'You were right about {right, number} of {of, plural, one {# option} other {# options}}.',
      {
        right: decisions.length - differing,
        of: decisions.length,
      },
    );
    return [{ tag: 'by-option', says }];
  }
  const chosen = decisions.filter((decision) => decision.chosen);
  const hits = chosen.filter(({ verdict }) => verdict.verdict === 'right').length;
  const says = say(
    'Of the {chosen, number} options you chose, {hits, plural, one {# is} other {# are}} right; each wrong one cancels a right one.',
    { chosen: chosen.length, hits },
  );
  return [{ tag: 'by-option', says }];
}

/** Evidence against a wrongly chosen option; which right one was missed is for the solution to say. */
function witnessOf(differing: readonly Decision[]): Witness | undefined {
  for (const { chosen, verdict } of differing) {
    if (chosen && verdict.verdict === 'wrong') return verdict.witness;
    if (chosen && verdict.verdict === 'invalid') return { says: verdict.message };
  }
  const [missed] = differing;
  if (!missed) return undefined;
  return {
    says: say('Everything you chose is right, but something is missing.'),
    expected: say('Also right: {options}.', {
      options: commaList(differing.map(({ option }) => option)),
    }),
  };
}
