import { say } from '../language/index.ts';
import type { Kind, Literal, ReadLiteral, Refused, Setting } from './kind.ts';

const WORDS = say('words such as {example}', { example: 'XOR' });

/**
 * Reads the value of an option: as of the first kind whose values the claim judges and that knows how it is written.
 * What no kind reads is words, where the claim takes words; else the first kind that tried says why not.
 */
export function literalReader(kinds: readonly Kind[], setting: Setting): ReadLiteral {
  const { accepts } = setting;
  const accepted = kinds.filter(({ yields }) => yields !== null && accepts.includes(yields));
  return (source) => {
    let refused: Refused | undefined;
    for (const kind of accepted) {
      const read = kind.literal(source, setting);
      if (read && 'value' in read) return read;
      refused ??= read ?? undefined;
    }
    return (accepts.includes('words') ? wordsOf(source) : null) ?? refused ?? unknown();
  };

  function unknown(): Refused {
    const writtenAs = (type: string) =>
      type === 'words' ? WORDS : (accepted.find(({ yields }) => yields === type)?.written ?? type);
    const [first = say('none'), ...others] = accepts.map(writtenAs);
    const wanted = others.reduce((all, next) => say('{all}, or {next}', { all, next }), first);
    return { problem: say('cannot be read; the claim of this question judges {wanted}', { wanted }) };
  }
}

function wordsOf(source: unknown): Literal | null {
  if (typeof source !== 'string' && typeof source !== 'number' && typeof source !== 'boolean') return null;
  const text = String(source);
  return { shown: text, value: { type: 'words', text } };
}
