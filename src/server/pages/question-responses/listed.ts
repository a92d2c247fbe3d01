import { z } from 'zod';
import { type ResponseSplit, type Solution, solutionOf, splitOf } from '../../../grading/index.ts';
import type { Language } from '../../../language/index.ts';
import { hasDrawnOptions, type SingleQuestion, statedVersion } from '../../../quizzes/index.ts';
import type { Question, Quiz } from '../../../quizzes/quiz.ts';
import type { QuizRow } from '../../../storage/index.ts';
import { type Pages, pagesOf } from '../../paging.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import type { Server } from '../../server.ts';
import { parametersOf } from '../../wording/variants.ts';
import {
  alike,
  alikeInVariants,
  lineOf,
  type ResponseLine,
  type Statistics,
  statisticsOf,
  understoodIn,
} from './statistics.ts';
import { readVersions, type Version, versionsAmong } from './versions.ts';

const SIZE = 50;
const Page = z.coerce.number().int().min(1).max(1_000_000).default(1);

/** `variant`: only the responses to this version of the question; `variants`: the page of the list of them. */
export const Query = z.strictObject({
  page: Page,
  variants: Page,
  variant: z.string().max(100).default(''),
});
type Query = z.infer<typeof Query>;

/** The question that the page is about, as it is now: of a varied quiz, in its first variant. */
interface Subject {
  readonly server: Server;
  readonly row: QuizRow;
  readonly quiz: Quiz;
  readonly question: Question;
  readonly address: string;
}

const readOf = ({ server, row, question }: Subject, versions: Parameters<typeof readVersions>[2]) =>
  readVersions(server, { quizId: row.id, questionId: question.id }, versions);

/** What was asked. */
export interface Asked {
  readonly exercise: { readonly title: string; readonly text: string; readonly figure: FigurePart | null };
  readonly text: string;
  readonly figure: FigurePart | null;
  readonly solution: Solution;
  /** The version that was chosen. */
  readonly chosen: VariantWords | null;
}

/** What the partial `staff/variant` reads: a version in a few words. */
interface VariantWords {
  readonly drawn: readonly string[];
  readonly earlier: boolean;
}

interface VariantLink extends VariantWords {
  readonly href: string;
}

/** The table of responses. */
export interface Lines {
  readonly responses: readonly (ResponseLine & {
    /** In how many variants it was answered, where in several. */
    readonly among: number | null;
    /** The version that was answered, where there are several. */
    readonly of: VariantLink | null;
  })[];
  readonly pages: Pages;
}

/** The table of versions. */
export interface Variants {
  readonly variants: readonly (Statistics & VariantLink)[];
  readonly variantPages: Pages | null;
}

export const NO_VARIANTS: Variants = { variants: [], variantPages: null };

/** What was asked, in the version that was chosen; null: as it is now. */
export async function askedIn(subject: Subject, chosen: Version | null, language: Language): Promise<Asked> {
  const { quiz, question } = subject;
  const alone = chosen && (await readOf(subject, [chosen])).get(chosen.version);
  const exercise = alone?.exercise ?? quiz.exercises.find(({ questions }) => questions.includes(question));
  const asked = alone?.question ?? question;
  return {
    exercise: {
      title: exercise?.title ?? '',
      text: exercise?.text ?? '',
      figure: drawFigure(exercise?.figure ?? null, 'exercise', language),
    },
    text: asked.source.text,
    figure: drawFigure(asked.figure, asked.id, language),
    solution: solutionOf(asked, undefined),
    chosen: alone && chosen ? { drawn: drawnOf(alone), earlier: await isEarlier(subject, chosen) } : null,
  };
}

/** What was answered: within one version what was understood alike, across variants what came to the same. */
export async function linesOf(
  subject: Subject,
  split: ResponseSplit,
  { page, variant }: Query,
): Promise<Lines> {
  const { quiz, question, address } = subject;
  const versions = versionsAmong(split.groups);
  const across = quiz.varied && versions.length > 1;
  const likeness = across
    ? alikeInVariants({ drawnOptions: hasDrawnOptions(quiz, question.id) })
    : understoodIn(await readOf(subject, versions));
  const found = alike(split.groups, likeness);
  const listed = found.slice((page - 1) * SIZE, page * SIZE);
  const shown = new Set(listed.map(({ group }) => group.questionVersion));
  const used = versions.filter(({ version }) => shown.has(version));
  const read = await readOf(subject, used);
  const words = new Map(
    await Promise.all(
      used.map(async (each) => [each.version, await described(subject, each, read)] as const),
    ),
  );
  return {
    responses: listed.flatMap((each) => {
      const alone = read.get(each.group.questionVersion);
      if (alone === undefined) return [];
      const { versions: among } = each;
      return [
        {
          ...lineOf(alone.question, each, split.total),
          among: across && among > 1 ? among : null,
          of: versions.length > 1 ? (words.get(each.group.questionVersion) ?? null) : null,
        },
      ];
    }),
    pages: pagesOf({ page, size: SIZE, total: found.length }, (number) =>
      linkTo(address, { variant, page: number }),
    ),
  };
}

/** How the responses to each version split; nothing where there is only the question as it is. */
export async function variantsOf(
  subject: Subject,
  versions: readonly Version[],
  { variants: page }: Query,
): Promise<Variants> {
  const { address } = subject;
  const listed = versions.slice((page - 1) * SIZE, page * SIZE);
  const read = await readOf(subject, listed);
  const variants = await Promise.all(
    listed.map(async (each) => ({
      ...statisticsOf(splitOf(each.groups)),
      ...(await described(subject, each, read)),
    })),
  );
  if (versions.length < 2 && !variants.some(({ earlier }) => earlier)) return NO_VARIANTS;
  return {
    variants,
    variantPages: pagesOf({ page, size: SIZE, total: versions.length }, (number) =>
      linkTo(address, { variants: number }),
    ),
  };
}

/** A version in a few words, and where its responses are. */
const described = async (
  subject: Subject,
  version: Version,
  read: ReadonlyMap<string, SingleQuestion>,
): Promise<VariantLink> => ({
  drawn: drawnOf(read.get(version.version)),
  earlier: await isEarlier(subject, version),
  href: linkTo(subject.address, { variant: version.version }),
});

/** Whether the file has changed since what it says of this question. */
async function isEarlier({ server, row, quiz, question }: Subject, { published }: Version): Promise<boolean> {
  if (published === row.version) return false;
  const then = await server.quizOf(row.id, published);
  return statedVersion(then, question.id) !== statedVersion(quiz, question.id);
}

function drawnOf(alone: SingleQuestion | undefined): readonly string[] {
  const [exercise] = alone?.source.exercises ?? [];
  return alone && exercise ? parametersOf(exercise, alone.question.source) : [];
}

function linkTo(address: string, query: Partial<Query>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && value !== 1) search.set(name, String(value));
  }
  return search.size === 0 ? address : `${address}?${search}`;
}
