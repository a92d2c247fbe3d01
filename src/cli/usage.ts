/** Wrong words on the command line, or input that cannot be used: told in one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `markprop: quizzes for neural-network courses, whose answers are run

  markprop check [PATH…]       proves the keys of courses, quiz folders or files (default: data)
      --format FORMAT          text (default), json, junit or github
      --show-keys              prints keys and expected values
      --variants N             how many variants to draw where there are too many to try all (default: 200)
      --seed N                 checks only the variant of this seed
  markprop serve               runs the server (settings: see README)
      --data DIR               courses to publish (default: data)
      --watch                  shows the files with the check's findings, and reloads on save
  markprop publish DIR         checks a course and publishes it to the running server
  markprop schema              prints the JSON Schema of quiz files, for editors
  markprop account add EMAIL NAME [--admin]
                               adds an account and prints its password once
  markprop help | --version

Exit codes: 0 all is well, 1 a key is refuted or something failed, 2 the input cannot be used.
`;
