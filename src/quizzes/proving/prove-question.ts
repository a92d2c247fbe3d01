import type { Posted } from '../../answers/kind.ts';
import { sameAnswer } from '../../claims/same-answer.ts';
import { joined } from '../../claims/says.ts';
import { limits, withTimeLimit } from '../../expressions/index.ts';
import { numeral, saidBy, say, type Words } from '../../language/index.ts';
import type { Note, Outcome } from '../../values/outcome.ts';
import type { Witness } from '../../values/witness.ts';
import type { Path } from '../format/yaml.ts';
import { keyOf } from '../key.ts';
import { markResponse } from '../marking/mark-response.ts';
import type { Question } from '../quiz.ts';
import { provenUses } from './prove-carried-forward.ts';

/**
 * How far a key is known to be right: evaluation decided it; a seeded experiment with a control agrees; a person
 * vouches for it; or it is wrong, or something else in the question is.
 */
export type Status = 'proven' | 'supported' | 'asserted' | 'refuted';

/** Something that checking found. `path` is relative to the question's place in the file. */
export interface Finding {
  readonly path: Path;
  readonly says: Words;
  /** Another place that it is about, relative like `path`. */
  readonly also?: Path;
  /** What the author may see and a log may not: the key, or what the engine would have expected. */
  readonly reveals?: Words;
  readonly witness?: Witness;
  /** Which variant it was found in: what was drawn, and a seed that draws it. */
  readonly variant?: Words;
}

export interface Proof {
  readonly question: Question;
  readonly path: Path;
  readonly status: Status;
  /** Why it is refuted; empty otherwise. */
  readonly findings: readonly Finding[];
  /** Facts worth knowing: how many settings are right, how many mistakes are named; of all variants alike. */
  readonly facts: readonly Words[];
  /** `12 of 12 variants`, for a question that varies. */
  readonly variants?: string;
}

/** Puts key, options, examples and named mistakes through the marking that students get; stopped when it takes too long. */
export function proveQuestion(
  question: Question,
  path: Path,
  milliseconds: number = limits.proofMilliseconds,
): Proof {
  const findings = provenOrBroken(question, milliseconds, () => [
    ...provenKey(question),
    ...provenOptions(question),
    ...provenExamples(question),
    ...provenMisconceptions(question),
    ...provenSolutions(question),
    ...provenUses(question).problems.map((says) => ({ path: ['uses'], says })),
  ]);
  const held: Status = question.claim?.level ?? 'asserted';
  return {
    question,
    path,
    status: findings.length > 0 ? 'refuted' : held,
    findings,
    facts: findings.length > 0 ? [] : [...facts(question), ...provenUses(question).facts],
  };
}

/** A defect of a question refutes it, as does a proof that does not end, and leaves the others to be proven. */
function provenOrBroken(
  { id }: Question,
  milliseconds: number,
  prove: () => readonly Finding[],
): readonly Finding[] {
  try {
    return withTimeLimit(milliseconds, prove);
  } catch (error) {
    const reason = saidBy(error);
    return [{ path: [], says: say('the question "{id}" cannot be evaluated: {reason}', { id, reason }) }];
  }
}

const isRight = (outcome: Outcome): boolean => outcome.state === 'marked' && outcome.fraction === 1;

function provenKey(question: Question): Finding[] {
  const { source, answer, claim } = question;
  if (!claim) return [];
  const written = source.key === undefined ? null : answer.write(source.key);
  if (written && 'problem' in written) return [{ path: ['key'], says: written.problem }];
  const posted = keyOf(question);
  if (posted === null) return [];
  const outcome = markResponse(question, posted, undefined);
  if (isRight(outcome)) return [];
  return [
    {
      path: ['key'],
      reveals: say('key: {key}', { key: JSON.stringify(source.key ?? posted) }),
      ...told(say('the key is not right'), outcome),
    },
  ];
}

/**
 * All options are distinct, and exactly one is right, or of several at least one. What is wrong with a stated key, the key
 * is told for; that several are right is not told of those that are the same.
 */
function provenOptions(question: Question): Finding[] {
  const { source, answer, claim } = question;
  const same = sameOptions(question);
  if (!claim || answer.options.length === 0) return same;
  const keys = source.key === undefined ? null : [source.key].flat().map(String);
  const findings: Finding[] = [];
  const right: string[] = [];
  for (const { id, value } of answer.options) {
    const verdict = claim.judge(value);
    const path = ['answer'];
    if (verdict.verdict === 'undecided' || verdict.verdict === 'invalid') {
      const reason = verdict.verdict === 'invalid' ? verdict.message : verdict.reason;
      findings.push({
        path,
        says: say('an option cannot be judged: {reason}', { reason }),
        reveals: say('option {id}', { id }),
      });
      continue;
    }
    if (verdict.verdict === 'right') right.push(id);
  }
  const one = !answer.several;
  const keyHolds = keys === null || keys.some((id) => right.includes(id));
  const counted = { right: right.length, all: answer.options.length };
  if (keyHolds && (right.length === 0 || (one && right.length > 1 && same.length === 0))) {
    findings.push({
      path: ['answer'],
      says: one
        ? say('{right} of {all} options are right; exactly one must be', counted)
        : say('{right} of {all} options are right; at least one must be', counted),
      reveals: say('right: {options}', { options: right.join(', ') || say('none') }),
    });
  }
  return [...findings, ...same];
}

/** Pairs of options that are the same answer, however they are written; of right ones too, so that it gives no key away. */
function sameOptions({ answer: { kind, options }, claim, context }: Question): Finding[] {
  const pathOf = (id: string): Path => ['answer', kind, id];
  const verdicts = options.map(({ value }) => claim?.judge(value).verdict);
  return options.flatMap((option, i) =>
    options.slice(0, i).flatMap((before, j): Finding[] => {
      if (verdicts[i] !== verdicts[j]) return [];
      const same = claim
        ? claim.same(before.value, option.value)
        : sameAnswer(before.value, option.value, context);
      if (same === false) return [];
      const says = same
        ? say('two options are the same answer, written in two ways: change one of them')
        : say(
            'it could not be decided whether two options are the same answer: write one of them differently',
          );
      return [{ path: pathOf(option.id), also: pathOf(before.id), says }];
    }),
  );
}

function provenExamples(question: Question): Finding[] {
  return question.source.examples.flatMap((example, i): Finding[] => {
    const path = ['examples', i];
    const written = question.answer.write(example.answer);
    const outcome: Outcome =
      'problem' in written
        ? { state: 'invalid', problems: [{ field: 'answer', message: written.problem }] }
        : markResponse(question, written.posted, usedIn(example, question));
    const came = isRight(outcome) ? 'right' : outcome.state === 'marked' ? 'wrong' : outcome.state;
    if (came !== example.outcome) {
      const what = say('the example should be {expected}, but is {came}', {
        expected: example.outcome,
        came,
      });
      return [{ path, ...told(what, outcome) }];
    }
    const worth = outcome.state === 'marked' ? outcome.fraction : 0;
    if (Math.abs(worth - (example.fraction ?? worth)) > 1e-9) {
      const fractions = { expected: numeral(String(example.fraction)), worth: numeral(String(worth)) };
      return [{ path, says: say('the example should be worth {expected}, but is worth {worth}', fractions) }];
    }
    const tags = outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : [];
    if (example.note === undefined || tags.includes(example.note)) return [];
    const noted = { note: example.note, tags: tags.length > 0 ? tags.join(', ') : say('nothing') };
    return [{ path, says: say('the example should get the note "{note}", but gets {tags}', noted) }];
  });
}

/** The earlier response that an example goes with. */
function usedIn({ uses }: Question['source']['examples'][number], question: Question): Posted | undefined {
  const written = uses === undefined ? undefined : question.uses?.question.answer.write(uses);
  return written && 'posted' in written ? written.posted : undefined;
}

/** Every named mistake must be wrong, and be noted as what it is when a student makes it. */
function provenMisconceptions(question: Question): Finding[] {
  return (question.claim?.misconceptions ?? []).flatMap(({ tag, value }): Finding[] => {
    const posted: Posted | null = question.answer.writeValue(value);
    if (!posted) return [];
    const outcome = markResponse(question, posted, undefined);
    if (isRight(outcome))
      return [{ path: ['claim'], says: say('the mistake "{tag}" leads to a right answer here', { tag }) }];
    const notes: readonly Note[] = outcome.state === 'marked' ? outcome.notes : [];
    if (outcome.state === 'invalid' || notes.some((note) => note.tag === tag)) return [];
    const says = say('the mistake "{tag}" is not recognised when a student makes it', { tag });
    return [{ path: ['claim'], says }];
  });
}

function provenSolutions({ claim }: Question): Finding[] {
  if (claim?.solutions?.right !== 0) return [];
  const settings = String(claim.solutions.settings);
  const says = say('none of the {settings} settings is right: the question has no answer', { settings });
  return [{ path: ['claim'], says }];
}

function told(what: Words, outcome: Outcome): Pick<Finding, 'says' | 'witness'> {
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

const because = (what: Words, reason: Words): Words => say('{what}: {reason}', { what, reason });

function facts(question: Question): Words[] {
  const { claim, answer } = question;
  if (!claim) return [];
  const { solutions } = claim;
  return [
    ...(solutions
      ? [
          say('{right} of {settings} settings are right', {
            right: String(solutions.right),
            settings: String(solutions.settings),
          }),
        ]
      : []),
    ...(answer.options.length > 0
      ? [say('{n, plural, one {# option} other {# options}}', { n: answer.options.length })]
      : []),
    // Of choices with several right options, how many are wrong is a part of the key.
    ...(answer.several ? [] : distractorFacts(distractorsOf(question))),
    ...(claim.misconceptions.length > 0 && answer.options.length === 0
      ? [
          say('{n, plural, one {# named mistake} other {# named mistakes}}', {
            n: claim.misconceptions.length,
          }),
        ]
      : []),
  ];
}

/** A wrong option, and the tags of the named mistakes that it makes; none: it makes no mistake that has a name. */
interface Distractor {
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

/** How many wrong options are mistakes with a name, and which; not which option, so that a log gives no key away. */
function distractorFacts(distractors: readonly Distractor[]): Words[] {
  if (distractors.length === 0) return [];
  const named = distractors.filter(({ mistakes }) => mistakes.length > 0);
  const tags = [...new Set(named.flatMap(({ mistakes }) => mistakes))].sort();
  const fact = say('{named} of {all} wrong ones are named', { named: named.length, all: distractors.length });
  return [tags.length > 0 ? because(fact, tags.join(', ')) : fact];
}
