import { isDeepStrictEqual } from 'node:util';
import { say, type Words } from '../../language/index.ts';
import type { Path } from '../format/yaml.ts';
import { contentHash } from '../hash.ts';
import { prepareDrawn } from '../prepare/prepare-quiz.ts';
import type { Drawn } from '../template/draw.ts';
import { DrawError } from '../template/placeholders.ts';
import { withUsed } from '../template/template.ts';
import { type Looks, lookAlikes } from './look-alikes.ts';
import type { Finding, Proof, Status } from './proof.ts';
import { proveQuestion } from './prove-question.ts';
import { type Sample, type Variant, type VariedQuestion, variantsOf } from './sample.ts';

/** Variants that fail are told up to this many; the others are counted. */
const MOST_TOLD = 3;

/** Proves the variants of a question one after the other; others get their turn in between. */
export function* proveVariants(varied: VariedQuestion, sample: Sample): Generator<void, Proof> {
  const { question, path } = varied;
  const findings: Finding[] = [];
  const proofs = new Map<string, Proven>();
  const looks: Looks = new Map();
  let facts: readonly Words[] | null = null;
  let [tried, failed] = [0, 0];
  for (const variant of variantsOf(varied, sample)) {
    tried += 1;
    const proof = proveVariant(varied, variant, proofs, looks);
    facts = (facts ?? proof.facts).filter((fact) =>
      proof.facts.some((other) => isDeepStrictEqual(fact, other)),
    );
    if (proof.findings.length > 0) {
      failed += 1;
      const told = failed <= MOST_TOLD ? proof.findings : [];
      findings.push(...told.map((finding) => ({ ...finding, variant: variant.name() })));
    }
    yield;
  }
  if (tried === 0) findings.push({ path: ['draw'], says: say('no draw satisfies the conditions') });
  if (failed > MOST_TOLD) {
    const counted = { failed, tried, told: MOST_TOLD };
    const says = say('{failed} of {tried} variants fail; the first {told} are listed', counted);
    findings.push({ path: [], says });
  }
  const refuted = findings.length > 0;
  const status: Status = refuted ? 'refuted' : (question.claim?.level ?? 'asserted');
  const variants = `${tried - failed} of ${tried} ${sample.word}`;
  return { question, path, status, findings, facts: refuted ? [] : (facts ?? []), variants };
}

type Proven = Pick<Proof, 'findings' | 'facts'>;

/** Equal drawings are proven once. */
function proveVariant(
  varied: VariedQuestion,
  variant: Variant,
  proofs: Map<string, Proven>,
  looks: Looks,
): Proven {
  try {
    const drawn = variant.draw();
    const version = contentHash(drawn.source);
    const proof = proofs.get(version) ?? proveDrawn(varied, drawn, variant, looks);
    proofs.set(version, proof);
    return proof;
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    return { findings: [{ path: ownPath(varied, error.path), says: error.says }], facts: [] };
  }
}

/** A place within the question, of one in the quiz that has it alone after those that it uses. */
function ownPath({ exercise, source }: VariedQuestion, [, , field, index, ...rest]: Path): Path {
  if (field !== 'questions') return [];
  return index === withUsed(exercise, source).length - 1 ? rest : ['uses'];
}

/** What checking says of one variant. */
function proveDrawn(varied: VariedQuestion, drawn: Drawn, variant: Variant, looks: Looks): Proven {
  const prepared = prepareDrawn(varied.quiz.id, drawn.source, 'check', varied.quiz.environment);
  if (!prepared.quiz) {
    const findings = prepared.problems.map(({ path: at, message }) => ({
      path: ownPath(varied, at),
      says: message,
    }));
    return { findings, facts: [] };
  }
  const question = prepared.quiz.exercises[0]?.questions.at(-1);
  if (!question) throw new Error('A drawn question is in its quiz.');
  const { findings, facts } = proveQuestion(question, varied.path);
  // What cannot even be evaluated has no key to compare with others.
  if (findings.length > 0) return { findings, facts };
  return { findings: lookAlikes(prepared.quiz, question, variant, looks), facts };
}
