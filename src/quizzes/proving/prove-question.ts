import { limits, withTimeLimit } from '../../expressions/index.ts';
import { saidBy, say } from '../../language/index.ts';
import type { Path } from '../format/yaml.ts';
import type { Question } from '../quiz.ts';
import { checkCarriedForward } from './checks/carried-forward.ts';
import { exampleFindings } from './checks/examples.ts';
import { keyFindings } from './checks/key.ts';
import { mistakeFindings, solutionFindings } from './checks/mistakes.ts';
import { optionFindings } from './checks/options.ts';
import { factsOf } from './facts.ts';
import type { Proof, Status } from './proof.ts';

/** Puts key, options, examples and named mistakes through the marking that students get; stopped when it takes too long. */
export function proveQuestion(
  question: Question,
  path: Path,
  milliseconds: number = limits.proofMilliseconds,
): Proof {
  const { findings, facts } = checkedWithin(milliseconds, question);
  const held: Status = question.claim?.level ?? 'asserted';
  return { question, path, status: findings.length > 0 ? 'refuted' : held, findings, facts };
}

type Checked = Pick<Proof, 'findings' | 'facts'>;

/** A defect of a question refutes it, as does a proof that does not end, and leaves the others to be proven. */
function checkedWithin(milliseconds: number, question: Question): Checked {
  try {
    return withTimeLimit(milliseconds, () => checked(question));
  } catch (error) {
    const values = { id: question.id, reason: saidBy(error) };
    const says = say('the question "{id}" cannot be evaluated: {reason}', values);
    return { findings: [{ path: [], says }], facts: [] };
  }
}

function checked(question: Question): Checked {
  const carriedForward = checkCarriedForward(question);
  const findings = [
    ...keyFindings(question),
    ...optionFindings(question),
    ...exampleFindings(question),
    ...mistakeFindings(question),
    ...solutionFindings(question),
    ...carriedForward.findings,
  ];
  return { findings, facts: findings.length > 0 ? [] : [...factsOf(question), ...carriedForward.facts] };
}
