/** A package that the package manager of a distribution did not find. */
export interface MissingSystemPackage {
  readonly manager: 'apt' | 'apk' | 'dnf' | 'zypper';
  readonly name: string;
  /** The one that was asked for; then the package is there in others. */
  readonly version?: string;
  /** What the package manager itself names in its place. */
  readonly instead?: string;
  readonly line: string;
}

const sentences: readonly (readonly [RegExp, MissingSystemPackage['manager']])[] = [
  [/^E: Unable to locate package (?<name>\S+)/, 'apt'],
  [/^E: Package '(?<name>[^']+)' has no installation candidate/, 'apt'],
  [/^E: Couldn't find any package by (?:regex|glob) '(?<name>[^']+)'/, 'apt'],
  [/^E: Version '(?<version>[^']+)' for '(?<name>[^']+)' was not found/, 'apt'],
  [/^(?<name>[\w.+-]+) \(no such package\):/, 'apk'],
  [/^breaks: world\[(?<name>[\w.+-]+)(?<version>[=<>~][^\]]*)\]/, 'apk'],
  [/^(?:Error: )?Unable to find a match: (?<name>\S+)/, 'dnf'],
  [/^No match for argument: (?<name>\S+)/, 'dnf'],
  [/^(?:error: )?No package (?:matches )?'?(?<name>[\w.+-]+)'?(?: available\.?)?$/, 'dnf'],
  [/^(?:No provider of|Package) '(?<name>[^']+)' (?:found|not found)\./, 'zypper'],
];

/** Each once, in the order in which they are told. */
export function missingSystemPackages(log: readonly string[]): readonly MissingSystemPackage[] {
  const found = new Map<string, MissingSystemPackage>();
  for (const line of log) {
    for (const [sentence, manager] of sentences) {
      const { name, version } = sentence.exec(line.trim())?.groups ?? {};
      if (name === undefined || found.has(name)) continue;
      const instead = insteadOf(name, log);
      found.set(name, {
        manager,
        name,
        line: line.trim(),
        ...(version === undefined ? {} : { version: version.replace(/^=/, '') }),
        ...(instead === undefined ? {} : { instead }),
      });
    }
  }
  return [...found.values()];
}

/** `However the following packages replace it:`, or those that provide a virtual package. */
function insteadOf(name: string, log: readonly string[]): string | undefined {
  const told = log.findIndex(
    (line) =>
      line.startsWith(`Package ${name} is not available`) || line.startsWith(`Package ${name} is a virtual package`),
  );
  if (told < 0) return undefined;
  const at = log.findIndex(
    (line, index) => index >= told && /following packages replace it|virtual package provided by/.test(line),
  );
  const isNear = at >= 0 && at - told < 4;
  return isNear ? log[at + 1]?.trim().split(/\s+/)[0] : undefined;
}
