import { basename } from 'node:path';
import { LANGUAGES, say } from '../../language/index.ts';
import type { Environment } from '../environment.ts';
import type { CourseSource } from '../format/course.ts';
import type { FileProblem, YamlFile } from '../format/yaml.ts';
import { datesOf } from '../prepare/dates.ts';
import { prepareSource } from '../prepare/prepare-quiz.ts';
import { pastWarnings, type RuleWarning, ruleWarnings } from '../proving/warnings.ts';
import type { LoadedQuiz } from './loaded.ts';
import { placeOf, readFileAsYaml, slug } from './yaml-files.ts';

/** null where it cannot be used; why not is told among the problems. */
export async function loadQuiz(
  file: string,
  { timezone, language }: Pick<CourseSource, 'timezone' | 'language'>,
  problems: FileProblem[],
  { unreadable, environment }: { readonly unreadable: FileProblem; readonly environment: Environment },
): Promise<LoadedQuiz | null> {
  const yaml = await readFileAsYaml(file, problems, { unreadable });
  if (!yaml) return null;
  const id = slug(basename(file).replace(/\.ya?ml$/, ''));
  const { quiz, problems: found } = prepareSource(id, withDecimals(yaml.data, language), environment);
  problems.push(...found.map((problem) => placeOf(yaml, problem)));
  if (quiz === null) return null;
  const dates = datesOf(quiz.source, timezone);
  const warnings = [
    ...yaml.warnings,
    ...ruleWarnings(quiz, dates).map((warning) => problemOf(yaml, warning)),
  ];
  return { id, file, yaml, quiz, dates, warnings };
}

/** Students write decimals as the language of the course does, unless the quiz says otherwise. */
function withDecimals(data: unknown, language: string): unknown {
  const comma = LANGUAGES.find(({ tag }) => tag === language)?.point === ',';
  return comma && typeof data === 'object' && data !== null ? { decimals: 'comma', ...data } : data;
}

/** Its warnings, and those about dates that would be past if it were published now. */
export function warningsAt({ yaml, dates, warnings }: LoadedQuiz, now: number): readonly FileProblem[] {
  return [...warnings, ...pastWarnings(dates, now).map((warning) => problemOf(yaml, warning))];
}

const problemOf = (yaml: YamlFile, { field, message }: RuleWarning): FileProblem =>
  yaml.problem([field], say('{what}: {reason}', { what: field, reason: message }));
