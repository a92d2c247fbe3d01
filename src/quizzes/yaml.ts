import { type ErrorCode, isNode, isScalar, LineCounter, parseDocument } from 'yaml';

/** Something wrong with a file, where an editor can jump to it. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** A YAML file as plain data that remembers where everything stood. */
export interface YamlFile {
  readonly data: unknown;
  /** The place of a value, or of the nearest thing around it; `offset` counts characters into a text. */
  problem(path: Path, message: string, offset?: number): FileProblem;
}

const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 200;

/** The library says what is wrong; how authors mend it, by what usually is behind it. */
const MEND: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'Let the fields of one thing begin in the same column, and close every bracket.',
  BAD_SCALAR_START: 'Put a text that begins with a special character in quotes, or under |.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text with a colon in quotes.',
  DUPLICATE_KEY: 'Remove one of the two.',
  MISSING_CHAR: 'Close the bracket or quote that was opened before.',
  MULTILINE_IMPLICIT_KEY: 'Each field needs a colon; write a long text under |.',
  UNEXPECTED_TOKEN: 'Put a text that begins with *, &, ! or a bracket in quotes, or under |.',
};

/** Reads YAML text; syntax errors, duplicate keys and alias bombs come back as problems. */
export function readYaml(file: string, text: string): { yaml: YamlFile } | { problems: FileProblem[] } {
  if (text.length > MOST_CHARACTERS) {
    const message = `This file has ${text.length} characters, more than the ${MOST_CHARACTERS} that a quiz may have. Split it.`;
    return { problems: [{ file, line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map((error) => ({
    file,
    ...at(error.pos[0]),
    message: [`${error.message}.`, MEND[error.code]].filter((said) => said !== undefined).join(' '),
  }));
  // One tab makes errors in many places, none of which names it.
  const tab = /^ *\t/m.exec(text);
  if (problems.length > 0 && tab) {
    const message = 'This line is indented with a tab: indent with spaces.';
    return { problems: [{ file, ...at(tab.index), message }] };
  }
  if (problems.length > 0) return { problems };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)}. Write the repeated part out.`;
    return { problems: [{ file, line: 1, column: 1, message }] };
  }

  const problem = (path: Path, message: string, offset = 0): FileProblem => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const start = at(node.range[0]);
      if (length < path.length || !isScalar(node) || typeof node.value !== 'string')
        return { file, ...start, message };
      return { file, ...within(start, node.value, offset, node.type ?? ''), message };
    }
    return { file, line: 1, column: 1, message };
  };
  return { yaml: { data, problem } };
}

/** Where a character of a scalar stands: exactly its line in block text, the scalar's start elsewhere. */
function within(start: { line: number; column: number }, value: string, offset: number, type: string) {
  if (!type.startsWith('BLOCK_LITERAL')) return start;
  const before = value.slice(0, offset).split('\n');
  return { line: start.line + before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
