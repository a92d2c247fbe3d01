import { type Language, type Message, say, type Words } from '../../../language/index.ts';
import { distractorsOf, type LoadedQuiz, type Proof, type Status } from '../../../quizzes/index.ts';
import { drawEvidence, type WitnessPart } from '../../questions/evidence.ts';

interface StatusLook {
  readonly icon: string;
  readonly tone: 'right' | 'warn' | 'wrong';
  readonly word: Message;
  readonly means: Message;
}

const STATUSES: Readonly<Record<Status, StatusLook>> = {
  proven: { icon: '✓', tone: 'right', word: say('proven'), means: say('decided by evaluation') },
  supported: {
    icon: '≈',
    tone: 'right',
    word: say('supported'),
    means: say('a seeded experiment with a control agrees'),
  },
  asserted: {
    icon: '…',
    tone: 'warn',
    word: say('asserted'),
    means: say('the author gives a reason for it'),
  },
  refuted: {
    icon: '✗',
    tone: 'wrong',
    word: say('refuted'),
    means: say('the key, or something else in the question, is not right'),
  },
};

/** What the partial `preview/checked` and the table of a quiz read: what the check says of a question, with the places in the file. */
export interface CheckedPart extends StatusLook {
  readonly id: string;
  readonly label: string;
  readonly place: string;
  readonly facts: readonly Words[];
  readonly claim: string | null;
  readonly distractors: ReturnType<typeof distractorsOf>;
  readonly findings: readonly {
    readonly place: string;
    readonly says: Words;
    readonly variant: Words | null;
    readonly reveals: Words | null;
    readonly expected: Words | null;
    readonly witness: WitnessPart | null;
  }[];
}

export function checked(
  { yaml }: LoadedQuiz,
  { question, path, status, findings, facts }: Proof,
  language: Language,
): CheckedPart {
  const placeOf = (at: Proof['path']) => {
    const { file, line, column } = yaml.problem(at, '');
    return `${file}:${line}:${column}`;
  };
  return {
    id: question.id,
    label: question.label,
    ...STATUSES[status],
    place: placeOf([...path, 'id']),
    facts,
    claim: question.source.claim ? JSON.stringify(question.source.claim).replaceAll('"', '') : null,
    distractors: distractorsOf(question),
    findings: findings.map(({ path: at, also, says, reveals, witness, variant }, i) => ({
      place: [at, ...(also ? [also] : [])].map((each) => placeOf([...path, ...each])).join(', '),
      says,
      variant: variant ?? null,
      reveals: reveals ?? null,
      expected: witness?.expected ?? null,
      witness: witness
        ? drawEvidence({ ...question, id: `${question.id}-finding-${i}` }, witness, language)
        : null,
    })),
  };
}

export interface StatusCount extends StatusLook {
  readonly count: number;
}

/** `25 proven, 4 supported, 3 asserted`; what is refuted first, because it needs somebody. */
export function countStatuses(proofs: readonly Proof[]): readonly StatusCount[] {
  const order: readonly Status[] = ['refuted', 'proven', 'supported', 'asserted'];
  return order
    .map((status) => ({
      ...STATUSES[status],
      count: proofs.filter((p) => p.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}
