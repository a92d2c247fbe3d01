import { ENGLISH, type Words } from '../language/index.ts';
import {
  distractorsOf,
  type FileProblem,
  type Finding,
  type LoadedCourse,
  type LoadedQuiz,
  type Proof,
  type Status,
} from '../quizzes/index.ts';
import type { NetworkValues } from '../values/witness.ts';

export interface Checked {
  readonly courses: readonly LoadedCourse[];
  readonly quizzes: readonly { readonly loaded: LoadedQuiz; readonly proofs: readonly Proof[] }[];
  readonly problems: readonly FileProblem[];
  /** Files that were left out. Warnings about a quiz are kept with the quiz. */
  readonly warnings: readonly FileProblem[];
}

interface Options {
  /** Whether keys and expected values are printed. Without it, a log gives nothing away. */
  readonly showKeys: boolean;
  readonly colour: boolean;
}

type Reporter = (checked: Checked, options: Options) => string;

export const reporters: ReadonlyMap<string, Reporter> = new Map([
  ['text', text],
  ['json', json],
  ['junit', junit],
  ['github', github],
]);

const STATUSES: readonly Status[] = ['proven', 'supported', 'asserted', 'refuted'];

function counts({ quizzes }: Checked): Readonly<Record<Status | 'questions', number>> {
  const all = quizzes.flatMap(({ proofs }) => proofs);
  const count = (status: Status) => all.filter((proof) => proof.status === status).length;
  return {
    questions: all.length,
    proven: count('proven'),
    supported: count('supported'),
    asserted: count('asserted'),
    refuted: count('refuted'),
  };
}

function summary(checked: Checked): string {
  const { questions, ...by } = counts(checked);
  return `${questions} questions: ${STATUSES.map((status) => `${by[status]} ${status}`).join(', ')}`;
}

const placeOf = (loaded: LoadedQuiz, { path }: Proof, finding?: Finding): FileProblem =>
  loaded.yaml.problem([...path, ...(finding?.path ?? ['id'])], finding?.says ?? '');

/** The second place of a finding that is about two. */
const otherPlace = (loaded: LoadedQuiz, { path }: Proof, { also }: Finding): string[] =>
  also ? [`the other: ${at(loaded.yaml.problem([...path, ...also], ''))}`] : [];

const factsOf = ({ facts }: Proof): readonly string[] => facts.map((fact) => ENGLISH.say(fact));

const at = ({ file, line, column }: FileProblem) => `${file}:${line}:${column}`;

/** The claim as the file states it, on one line. */
const claimText = ({ question }: Proof) => JSON.stringify(question.source.claim ?? {}).replaceAll('"', '');

/** The evidence of a finding: claim, then witness, then what the engine expected. */
function evidence(loaded: LoadedQuiz, proof: Proof, finding: Finding, { showKeys }: Options): string[] {
  const { witness, reveals, variant } = finding;
  return [
    ...otherPlace(loaded, proof, finding),
    ...(variant ? [`variant: ${ENGLISH.say(variant)}`] : []),
    ...(proof.question.claim ? [`claim: ${claimText(proof)}`] : []),
    ...(witness ? [`witness: ${plain(witness.says)}`] : []),
    ...(witness?.network ? [`at: ${drawn(witness.network)}`] : []),
    ...(showKeys && witness?.expected ? [`expected: ${plain(witness.expected)}`] : []),
    ...(showKeys && reveals ? [ENGLISH.say(reveals)] : []),
  ];
}

/** The values that a page would show on the drawing of the network. */
function drawn({ values, weights = {} }: NetworkValues): string {
  const matrices = Object.entries(weights).map(([name, rows]) => `${name} = ${JSON.stringify(rows)}`);
  return [...Object.entries(values).map(([name, value]) => `${name} = ${value}`), ...matrices].join(', ');
}

/** A message without its Markdown. */
const plain = (words: Words) =>
  ENGLISH.say(words)
    .replace(/\$([^$]*)\$/g, '$1')
    .replace(/\*\*?/g, '');

const COLOURS: Readonly<Record<Status, string>> = {
  proven: '32',
  supported: '36',
  asserted: '33',
  refuted: '31',
};

function text(checked: Checked, options: Options): string {
  const paint = (status: Status, words: string) =>
    options.colour ? `\u001b[${COLOURS[status]}m${words}\u001b[0m` : words;
  const ids = checked.quizzes.flatMap(({ proofs }) => proofs.map(({ question }) => question.id.length));
  const width = Math.max(0, ...ids);
  const lines = checked.problems.map((problem) => `${at(problem)}: ${ENGLISH.say(problem.message)}`);
  lines.push(...checked.warnings.map(warningLine));
  for (const { loaded, proofs } of checked.quizzes) {
    lines.push(`${loaded.quiz.title} (${loaded.file})`);
    lines.push(...loaded.warnings.map((warning) => `  ${warningLine(warning)}`));
    for (const proof of proofs) {
      const { label, id, source } = proof.question;
      const known = proof.status === 'asserted' ? [oneLine(source.because ?? '')] : factsOf(proof);
      const variants = proof.variants === undefined ? '' : `(${proof.variants}) `;
      const status = paint(proof.status, proof.status.padEnd(9));
      lines.push(
        `  ${label.padEnd(3)} ${id.padEnd(width)}  ${status}  ${variants}${known.join('; ')}`.trimEnd(),
      );
      if (options.showKeys) lines.push(...distractorLines(proof).map((line) => `      ${line}`));
      for (const finding of proof.findings) {
        lines.push(`      ${at(placeOf(loaded, proof, finding))}: ${ENGLISH.say(finding.says)}`);
        lines.push(...evidence(loaded, proof, finding, options).map((line) => `        ${line}`));
      }
    }
    lines.push('');
  }
  if (checked.problems.length > 0)
    lines.push(
      `${checked.problems.length} ${checked.problems.length === 1 ? 'problem' : 'problems'} in the files, whose quizzes were not checked`,
    );
  lines.push(summary(checked));
  return `${lines.join('\n')}\n`;
}

const allWarnings = ({ warnings, quizzes }: Checked): readonly FileProblem[] => [
  ...warnings,
  ...quizzes.flatMap(({ loaded }) => loaded.warnings),
];

/** What each wrong option is. This gives away which one is right. */
const distractorLines = ({ question }: Proof): string[] =>
  distractorsOf(question).map(
    ({ option, mistakes }) => `option ${option}: ${mistakes.join(', ') || 'no named mistakes'}`,
  );

/** Warnings as compilers write them, a line each. */
export const warningLines = (warnings: readonly FileProblem[]): string =>
  warnings.map((warning) => `${warningLine(warning)}\n`).join('');

const warningLine = (warning: FileProblem) => `${at(warning)}: warning: ${ENGLISH.say(warning.message)}`;

const oneLine = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

function json(checked: Checked, options: Options): string {
  const questions = checked.quizzes.flatMap(({ loaded, proofs }) =>
    proofs.map((proof) => ({
      quiz: loaded.id,
      ...place(placeOf(loaded, proof)),
      label: proof.question.label,
      id: proof.question.id,
      status: proof.status,
      facts: factsOf(proof),
      variants: proof.variants,
      distractors: distractorCounts(proof, options),
      findings: proof.findings.map((finding) => ({
        ...place(placeOf(loaded, proof, finding)),
        message: ENGLISH.say(finding.says),
        details: evidence(loaded, proof, finding, options),
      })),
    })),
  );
  const inEnglish = (found: readonly FileProblem[]) =>
    found.map((each) => ({ ...each, message: ENGLISH.say(each.message) }));
  const problems = inEnglish(checked.problems);
  const warnings = inEnglish(allWarnings(checked));
  return `${JSON.stringify({ summary: counts(checked), problems, warnings, questions }, null, 2)}\n`;
}

/** For a choice: how many options are wrong, how many of these are named mistakes, and which; option by option with `showKeys`. */
function distractorCounts({ question }: Proof, { showKeys }: Options) {
  const distractors = distractorsOf(question);
  if (distractors.length === 0 || (question.answer.several && !showKeys)) return undefined;
  return {
    wrong: distractors.length,
    named: distractors.filter(({ mistakes }) => mistakes.length > 0).length,
    mistakes: [...new Set(distractors.flatMap(({ mistakes }) => mistakes))].sort(),
    ...(showKeys && { options: distractors }),
  };
}

const place = ({ file, line, column }: FileProblem) => ({ file, line, column });

/** JUnit XML: a test case for each question; problems of files are errors. */
function junit(checked: Checked, options: Options): string {
  const { questions, refuted } = counts(checked);
  const cases = checked.quizzes.flatMap(({ loaded, proofs }) =>
    proofs.map((proof) => {
      const open = `    <testcase classname="${xml(loaded.id)}" name="${xml(`${proof.question.label} ${proof.question.id}`)}" file="${xml(loaded.file)}"`;
      const failures = proof.findings.map((finding) => {
        const details = [
          at(placeOf(loaded, proof, finding)),
          ...evidence(loaded, proof, finding, options),
        ].join('\n');
        return `      <failure message="${xml(ENGLISH.say(finding.says))}">${xml(details)}</failure>`;
      });
      return failures.length === 0 ? `${open}/>` : [`${open}>`, ...failures, '    </testcase>'].join('\n');
    }),
  );
  const errors = checked.problems.map(
    (problem) =>
      `    <testcase classname="files" name="${xml(at(problem))}"><error message="${xml(ENGLISH.say(problem.message))}">${xml(at(problem))}</error></testcase>`,
  );
  const warnings = allWarnings(checked).map(warningLine);
  const totals = `tests="${questions + errors.length}" failures="${refuted}" errors="${errors.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="markprop check" ${totals}>`,
    ...cases,
    ...errors,
    ...warnings.map((line) => `    <system-out>${xml(line)}</system-out>`),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const xml = (words: string) =>
  words
    // XML allows no control characters, not even escaped.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Annotations that GitHub Actions shows beside the lines of a pull request. */
function github(checked: Checked, options: Options): string {
  const annotation = ({ file, line, column }: FileProblem, message: Words, level = 'error') =>
    `::${level} file=${property(file)},line=${line},col=${column}::${escaped(ENGLISH.say(message))}`;
  const problems = checked.problems.map((problem) => annotation(problem, problem.message));
  const findings = checked.quizzes.flatMap(({ loaded, proofs }) =>
    proofs.flatMap((proof) =>
      proof.findings.map((finding) => {
        const message = [
          `${proof.question.label} ${proof.question.id}: ${ENGLISH.say(finding.says)}`,
          ...evidence(loaded, proof, finding, options),
        ];
        return annotation(placeOf(loaded, proof, finding), message.join('\n'));
      }),
    ),
  );
  const warnings = allWarnings(checked).map((warning) => annotation(warning, warning.message, 'warning'));
  return `${[...problems, ...warnings, ...findings, summary(checked)].join('\n')}\n`;
}

/** The escapes of workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const escaped = (words: string) =>
  words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (words: string) => escaped(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
