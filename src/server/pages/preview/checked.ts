import { type Language, say } from '../../../language/index.ts';
import { distractorsOf, type LoadedQuiz, type Proof, type Status } from '../../../quizzes/index.ts';
import { drawEvidence } from '../../wording/verdicts.ts';

const STATUSES = {
  proven: { icon: '✓', tone: 'right', word: say('proven'), means: say('evaluation decides it') },
  supported: {
    icon: '≈',
    tone: 'right',
    word: say('supported'),
    means: say('a seeded experiment with a control agrees'),
  },
  asserted: { icon: '…', tone: 'warn', word: say('asserted'), means: say('a person vouches for it') },
  refuted: {
    icon: '✗',
    tone: 'wrong',
    word: say('refuted'),
    means: say('the key, or something else in the question, is not right'),
  },
} as const satisfies Record<Status, unknown>;

/** What the check says of a question, with the places in the file. */
export function checked(
  { yaml }: LoadedQuiz,
  { question, path, status, findings, facts }: Proof,
  language: Language,
) {
  const placeOf = (at: Proof['path']) => {
    const { file, line, column } = yaml.problem(at, '');
    return `${file}:${line}:${column}`;
  };
  return {
    id: question.id,
    label: question.label,
    status,
    ...STATUSES[status],
    place: placeOf([...path, 'id']),
    facts,
    claim: question.source.claim && JSON.stringify(question.source.claim).replaceAll('"', ''),
    distractors: distractorsOf(question),
    findings: findings.map(({ path: at, also, says, reveals, witness, variant }, i) => ({
      place: [at, ...(also ? [also] : [])].map((each) => placeOf([...path, ...each])).join(', '),
      says,
      variant,
      reveals,
      expected: witness?.expected,
      witness: witness && drawEvidence({ ...question, id: `${question.id}-finding-${i}` }, witness, language),
    })),
  };
}

/** `25 proven, 4 supported, 3 asserted`; what is refuted first, because it needs somebody. */
export function countStatuses(proofs: readonly Proof[]) {
  const order: readonly Status[] = ['refuted', 'proven', 'supported', 'asserted'];
  return order
    .map((status) => ({
      status,
      ...STATUSES[status],
      count: proofs.filter((p) => p.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}
