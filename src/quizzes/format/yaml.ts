import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { say, type Words } from '../../language/index.ts';
import { cutTexts, lastAlias, type Mistake, misreadings, syntaxMistake } from './yaml-mistakes.ts';

/** Something wrong with a file, where an editor can jump to it. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Words;
}

export type Path = readonly PropertyKey[];

/** A YAML file as plain data that remembers where everything stood. */
export interface YamlFile {
  readonly data: unknown;
  /** What may stay as it is, and should be looked at. */
  readonly warnings: readonly FileProblem[];
  /** The place of a value, or of the nearest thing around it; `offset` counts characters into a text. */
  problem(path: Path, message: Words, offset?: number): FileProblem;
  /** The place of a field's name. */
  nameProblem(path: Path, message: Words): FileProblem;
}

const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 200;

/** Reads YAML text; syntax errors, duplicate keys and alias bombs come back as problems. */
export function readYaml(file: string, text: string): { yaml: YamlFile } | { problems: FileProblem[] } {
  if (text.length > MOST_CHARACTERS) {
    const message = say(
      'This file has {count, number} characters, more than the {most, number} that a quiz may have. Split it.',
      { count: text.length, most: MOST_CHARACTERS },
    );
    return { problems: [{ file, line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placed = ({ offset, message }: Mistake): FileProblem => ({ file, ...at(offset), message });
  const syntax = syntaxMistake(document);
  // One tab makes errors in many places, none of which names it.
  const tab = /^ *\t/m.exec(text);
  if (syntax && tab) {
    const message = say('This line is indented with a tab: indent with spaces.');
    return { problems: [placed({ offset: tab.index, message })] };
  }
  const mistakes = syntax ? [syntax] : misreadings(document, text);
  if (mistakes.length > 0) return { problems: mistakes.map(placed) };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    const message = say(
      'This repeats parts within parts, more than {most} times in all: write the repeated part out.',
      { most: MOST_ALIASES },
    );
    return { problems: [placed({ offset: lastAlias(document), message })] };
  }

  const problem = (path: Path, message: Words, offset = 0): FileProblem => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const start = at(node.range[0]);
      if (length < path.length || !isScalar(node) || typeof node.value !== 'string')
        return { file, ...start, message };
      if (node.type !== 'BLOCK_LITERAL') return { file, ...start, message };
      return { file, ...within(start.line, text, node.value.slice(0, offset)), message };
    }
    return { file, line: 1, column: 1, message };
  };
  const nameProblem = (path: Path, message: Words): FileProblem => {
    const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(around)
      ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined;
    const name = isNode(pair?.key) ? pair.key.range : undefined;
    return name ? placed({ offset: name[0], message }) : problem(path, message);
  };
  return { yaml: { data, warnings: cutTexts(document).map(placed), problem, nameProblem } };
}

/** Where the character of block text stands that comes after `before`; the text begins on the line after its |. */
function within(line: number, file: string, before: string) {
  const lines = before.split('\n');
  const first =
    file
      .split('\n')
      .slice(line)
      .find((each) => each.trim() !== '') ?? '';
  const indent = first.length - first.trimStart().length;
  return { line: line + lines.length, column: indent + (lines.at(-1)?.length ?? 0) + 1 };
}
