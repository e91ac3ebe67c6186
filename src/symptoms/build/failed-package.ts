import { normalizedName } from '../../facts/requirements.ts';

/** What installers say of a package that they could not build, the surest words first. The first group is its name. */
const sentences: readonly RegExp[] = [
  /^╰─> ([A-Za-z][\w.-]*)(?:,|$)/,
  /Failed (?:to build|building wheel for) [`'"]?([A-Za-z][\w.-]*)/,
  /Failed to download and build `([A-Za-z][\w.-]*)/,
  /not a problem with poetry but with ([A-Za-z][\w.-]*) \(/,
  /(?:Installing|Preparing) ([A-Za-z][\w.-]*) \([^)]*\): Failed/,
];
/** pip's and uv's own lines; what a package's build says stands deeper. */
const begun = /^(?:Collecting ([A-Za-z][\w.-]*)| {3}Building ([A-Za-z][\w.-]*)(?: @|==))/;

/** The package that an installer had to build from its source, and could not; where it says no name, the one that it took up last. */
export function failedPackage(log: readonly string[]): string | undefined {
  for (const sentence of sentences) {
    const name = lastNamed(log, sentence, (line) => line.trim());
    if (name !== undefined) return name;
  }
  return lastNamed(log, begun, (line) => line);
}

function lastNamed(log: readonly string[], sentence: RegExp, read: (line: string) => string): string | undefined {
  const found = log.findLast((line) => sentence.test(read(line)));
  const groups = found === undefined ? null : sentence.exec(read(found));
  const name = groups?.[1] ?? groups?.[2];
  return name === undefined ? undefined : normalizedName(name.replace(/[.-]+$/, ''));
}

/** Something had to be built from its source, and that failed; what failed there failed in a program of the package's own. */
export function sourceBuildFailed(log: readonly string[]): boolean {
  return log.some((line) =>
    /Failed (?:to build|building wheel)|Failed to download and build|subprocess-exited-with-error|legacy-install-failure|metadata-generation-failed|build backend returned an error|PEP 517 build|ChefBuildError|did not run successfully/.test(
      line,
    ),
  );
}
