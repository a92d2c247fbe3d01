import type { z } from 'zod';
import type { Message, Words } from '../language/index.ts';
import type { Form } from '../values/form.ts';
import type { Notation } from '../values/notation.ts';
import type { Judged, Problem, Verdict } from '../values/outcome.ts';
import type { Value, ValueType } from '../values/value.ts';

/** The fields of one answer as a browser posts them, under the names of `Answer.fields`. A missing field is ''. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

interface Blank {
  readonly state: 'blank';
}

interface Invalid {
  readonly state: 'invalid';
  readonly problems: readonly Problem[];
  /** As far as it was understood, with what is unknown underlined. */
  readonly shown?: string | undefined;
}

/** A response as values to be judged. */
export interface Read {
  readonly state: 'read';
  /** Markdown with mathematics. Set when it is asked for, as marking never does; so is `shown` of what is invalid. */
  readonly shown: Words;
  readonly values: readonly Value[];
  /** Puts the verdicts on the values together, given in the same order. */
  outcome(verdicts: readonly Verdict[]): Judged;
}

/** What reading a response once gives: everything that showing and marking it need. Says nothing of right or wrong. */
export type Reading = Blank | Invalid | Read;

/** What may be shown of a reading while answering. */
export type Understood = Blank | Invalid | Pick<Read, 'state' | 'shown'>;

/** A value written in a question file, and how it is set (Markdown). */
export interface Literal {
  readonly shown: Words;
  readonly value: Value;
}

/** Option of a choice: its id, how it is set, and the value that the claim judges. */
export interface Option extends Literal {
  readonly id: string;
}

/** What an answer kind is given to lay out and read its fields. */
export interface Setting {
  readonly form: Form;
  readonly notation: Notation;
  /** Types of value that the question's claim can judge; a question without a claim accepts words and text. */
  readonly accepts: readonly ValueType[];
  /** Ids of options in the order in which they are shown; any others follow, as in the file. */
  readonly order?: readonly string[] | undefined;
}

/** Reads a literal of a question file as a value that the claim can judge, by whichever kind knows it. */
export type ReadLiteral = (source: unknown) => Literal | Refused;

/** Why something of a file cannot be used, and how to mend it. */
export interface Refused {
  readonly problem: Message;
}

/** How an answer is entered, read and shown; what it leaves out holds for most kinds. */
export interface Layout {
  readonly fields: readonly string[];
  /** For choices: what may be picked; empty for other kinds. */
  readonly options?: readonly Option[];
  /** A wrong answer is worth a part of the marks, by what the file says of this answer. */
  readonly inPart?: boolean;
  read(posted: Posted): Reading;
  /** A key (or example) of the file as a student would post it, or what is wrong with it. */
  write(key: unknown): { readonly posted: Posted } | Refused;
  /** A value as a student would post it, where this kind can express it (used for misconceptions). */
  writeValue(value: Value): Posted | null;
  /** What the partial `views/answers/<kind>.hbs` needs to draw the fields, filled with what was posted. */
  view(posted: Posted): Readonly<Record<string, unknown>>;
}

/** What a kind is, whatever the file says of it. */
interface Traits {
  /** Any number of its options may be right, and be chosen. */
  readonly several?: boolean;
  /** A person reads and marks it; no claim does. */
  readonly byPerson?: boolean;
  /** It is shown as text with paragraphs (Markdown), not on a line. */
  readonly prose?: boolean;
}

/** An answer of a question, ready to be shown and read. */
export interface Answer extends Required<Layout>, Required<Traits> {
  readonly kind: string;
}

/** What makes an answer impossible to lay out and how to mend it; `path` leads into its configuration. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: Message;
}

/** A way to enter an answer, without what is particular to one question. */
export interface Kind {
  readonly name: string;
  readonly schema: z.ZodType;
  /** The type of its values; null where options may be of any type that the claim judges. */
  readonly yields: ValueType | null;
  /** How its values are written in a file: "a number such as 593536". */
  readonly written: Message | null;
  /** Reads a literal of a question file as this kind's value; null if the source is of another kind. */
  literal(source: unknown, setting: Setting): Literal | Refused | null;
  /** The options of a configuration as a file writes it, by their ids. */
  optionsIn(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Checks what the file says of the answer; it stays checked for every setting. */
  bind(config: unknown): { readonly bound: Bound } | { readonly error: z.ZodError };
}

/** A kind with what the file says of the answer, parsed. */
export interface Bound {
  layOut(setting: Setting, literal: ReadLiteral): Answer | { readonly faults: readonly Fault[] };
}

interface Definition<C> extends Traits {
  /** The key of the kind in a question file, its folder and its partial. */
  readonly name: string;
  /** What the file may say of it; parses `{}` where the bare name is enough. */
  readonly schema: z.ZodType<C>;
  readonly yields?: ValueType;
  readonly written?: Message;
  readonly literal?: Kind['literal'];
  readonly optionsIn?: Kind['optionsIn'];
  readonly answer: (config: C, setting: Setting, literal: ReadLiteral) => Layout | Faulty;
}

/** Why an answer cannot be laid out. */
interface Faulty {
  readonly faults: readonly (Fault | Message)[];
}

/** Binds a kind's typed functions to its schema once, so that an index can hold kinds of every configuration. */
export function defineKind<C>(definition: Definition<C>): Kind {
  const { name, schema, several = false, byPerson = false, prose = false } = definition;
  const usual = { kind: name, several, byPerson, prose, options: [], inPart: false };
  return {
    name,
    schema,
    yields: definition.yields ?? null,
    written: definition.written ?? null,
    literal: definition.literal ?? (() => null),
    optionsIn: definition.optionsIn ?? (() => ({})),
    bind(source) {
      const { data: config, error } = schema.safeParse(source);
      if (error) return { error };
      const layOut: Bound['layOut'] = (setting, literal) => {
        const laidOut = definition.answer(config, setting, literal);
        if (!('faults' in laidOut)) return { ...usual, ...laidOut };
        const faults = laidOut.faults.map((fault) =>
          'text' in fault ? { path: [], message: fault } : fault,
        );
        return { faults };
      };
      return { bound: { layOut } };
    },
  };
}
