import * as v from 'valibot';

export interface Stated {
  readonly changelog: string;
  /** By file, the versions that it names. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
}

/** What speaks against a release under this tag, a sentence each. */
export function troublesOf(tag: string, { changelog, versions }: Stated): readonly string[] {
  const version = versionOf(tag);
  if (version === undefined) return [`${tag} is no version: a release is named vX.Y.Z, such as v1.2.3.`];
  const sections = sectionsOf(changelog);
  const section = sections.find(({ heading }) => heading.split(' ')[0] === version);
  const unreleased = sections.find(({ heading }) => heading === 'Unreleased');
  return [
    ...Object.entries(versions).flatMap(([file, named]) =>
      named
        .filter((each) => each !== version)
        .map((each) => `${file} says ${each}, and the tag ${tag}: write ${version} there.`),
    ),
    ...(section === undefined
      ? [`CHANGELOG.md has no heading "## ${version} (YYYY-MM-DD)": call the part "Unreleased" so.`]
      : [
          ...(/^\S+ \(\d{4}-\d{2}-\d{2}\)$/.test(section.heading)
            ? []
            : [
                `CHANGELOG.md says "## ${section.heading}": write "## ${version} (YYYY-MM-DD)", for the day is missing.`,
              ]),
          ...(section.text === '' ? [`CHANGELOG.md says nothing about ${version}: write what users can see.`] : []),
        ]),
    ...(section !== undefined && unreleased !== undefined && unreleased.text !== ''
      ? [`CHANGELOG.md still has lines under "Unreleased": put them below "## ${version}", for they are in it.`]
      : []),
  ];
}

/** What CHANGELOG.md says about the version. */
export function notesOf(changelog: string, tag: string): string | undefined {
  const version = versionOf(tag);
  const text = sectionsOf(changelog).find(({ heading }) => heading.split(' ')[0] === version)?.text;
  return text === undefined ? undefined : `${text}\n`;
}

/** The tag that workflows name, `v1`, where this version is the newest of its kind: a correction of an older one does not turn it back. */
export function majorTagOf(tag: string, tags: readonly string[]): string | undefined {
  const own = numbersOf(tag);
  if (own === undefined) return undefined;
  const newer = tags
    .flatMap((each) => [numbersOf(each) ?? []])
    .some(([major, minor = 0, patch = 0]) => major === own[0] && (minor - own[1] || patch - own[2]) > 0);
  return newer ? undefined : `v${own[0]}`;
}

const manifestSchema = v.object({
  version: v.string(),
  packages: v.optional(v.object({ '': v.object({ version: v.string() }) })),
});

/** The versions in package.json, and the two in package-lock.json. */
export function packageVersions(text: string): readonly string[] {
  const { version, packages } = v.parse(manifestSchema, JSON.parse(text));
  return [version, ...(packages === undefined ? [] : [packages[''].version])];
}

function versionOf(tag: string): string | undefined {
  return numbersOf(tag)?.join('.');
}

function numbersOf(tag: string): readonly [number, number, number] | undefined {
  const [, major, minor, patch] = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

interface Section {
  readonly heading: string;
  readonly text: string;
}

function sectionsOf(changelog: string): readonly Section[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading: heading.trim(), text: lines.join('\n').trim() };
    });
}
