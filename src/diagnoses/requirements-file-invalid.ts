import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Edit, Fix, Location } from '../finding.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { invalidRequirement, type InvalidRequirement } from '../symptoms/build/invalid-requirement.ts';
import { failedPlace } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';
const dockerfile = servedBy('["uvicorn", "app:app"]');

export const requirementsFileInvalid: Diagnosis = {
  id: 'requirements-file-invalid',
  blames: 'image',
  summary: 'a line of the requirements file is none that the installer can follow',
  why: 'A requirement is a name with a version behind `==`, `>=` and the like, an address, or a path that is there in the image. The form of conda, a path of the machine of a developer, the marks of a merge and another encoding are none of these.',
  references: ['https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const invalid = invalidRequirement(log, facts);
    if (invalid === undefined) return;
    const { kind, location, lines } = invalid;
    const text = shown(invalid.text);
    const place = location ?? failedPlace(facts, build?.failure.line);
    const fix = fixOf(invalid, facts);
    yield {
      headline: fittingHeadline(`the build stops, ${says(kind, text)}`, `the build stops, ${says(kind, undefined)}`),
      title: title(kind, text),
      why: whys[kind],
      advice: adviceFor(invalid, fix, facts),
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, lines),
      explains: ['build-step-failed', 'requirements-file-absent', 'project-install-incomplete'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'one `=` instead of two',
      dockerfile,
      files: { 'requirements.txt': 'uvicorn==0.54.0\nfastapi=0.110.0\n' },
      saw: {
        build: failedStep(4, install, [
          "ERROR: Invalid requirement: 'fastapi=0.110.0' (from line 2 of requirements.txt)",
          'Hint: = is not a valid operator. Did you mean == ?',
        ]),
      },
      place: 'requirements.txt:2',
      fixed: 'fastapi==0.110.0',
    },
    {
      title: 'the form of conda, told by a newer pip',
      dockerfile,
      files: { 'requirements.txt': '# conda\nnumpy=1.26.0=py311h64a7726_0\n' },
      saw: {
        build: failedStep(4, install, [
          "ERROR: Invalid requirement: 'numpy=1.26.0=py311h64a7726_0': Expected semicolon (after name with no version specifier) or end",
          '    numpy=1.26.0=py311h64a7726_0',
          '         ^ (from line 2 of requirements.txt)',
          'Hint: = is not a valid operator. Did you mean == ?',
        ]),
      },
      place: 'requirements.txt:2',
      fixed: 'numpy==1.26.0',
    },
    {
      title: 'uv, and the version after a blank',
      dockerfile: dockerfile.replace('pip install --no-cache-dir', 'uv pip install --system'),
      files: { 'requirements.txt': 'idna\nfastapi 0.110.0\n' },
      saw: {
        build: failedStep(
          4,
          'uv pip install --system -r requirements.txt',
          [
            "error: Couldn't parse requirement in `requirements.txt` at position 5",
            '  cause: Expected one of `@`, `(`, `<`, `=`, `>`, `~`, `!`, `;`, found `0`',
            '         fastapi 0.110.0',
            '                 ^',
          ],
          2,
        ),
      },
      place: 'requirements.txt:2',
      fixed: 'fastapi==0.110.0',
    },
    {
      title: 'a path of the machine of a developer',
      dockerfile,
      files: { 'requirements.txt': 'uvicorn==0.54.0\nships @ file:///home/anna/ships\n' },
      saw: {
        build: failedStep(4, install, [
          'Processing /home/anna/ships',
          "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '/home/anna/ships'",
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'an editable name',
      dockerfile,
      files: { 'requirements.txt': '-e ships\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: ships is not a valid editable requirement. It should either be a path to a local project or a VCS URL (beginning with bzr+http, git+https).',
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'the marks of a merge',
      dockerfile,
      files: { 'requirements.txt': '<<<<<<< HEAD\nidna\n=======\nsniffio\n>>>>>>> other\n' },
      saw: {
        build: failedStep(4, install, ["ERROR: Invalid requirement: '<<<<<<< HEAD' (from line 1 of requirements.txt)"]),
      },
      place: 'requirements.txt:1',
    },
  ],
  confusions: [
    {
      title: 'the file is not there at all',
      is: 'requirements-file-absent',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN pip install -r requirements.txt\nCOPY . .\n',
      files: { 'requirements.txt': 'idna\n' },
      saw: {
        build: failedStep(3, 'pip install -r requirements.txt', [
          "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
        ]),
      },
    },
  ],
};

const whys: Readonly<Record<InvalidRequirement['kind'], string>> = {
  syntax: 'The installer reads the whole file before it installs anything, and stops at a line that it cannot read.',
  path: 'A path must be there in the image when the step runs, and what stands there must be a project.',
  encoding: 'Installers read requirements as UTF-8.',
};

function says(kind: InvalidRequirement['kind'], text: string | undefined): string {
  if (kind === 'encoding') return `\`${text ?? 'requirements.txt'}\` is no UTF-8`;
  if (kind === 'path') return text === undefined ? 'a required path is not there' : `\`${text}\` is not there`;
  return text === undefined ? 'a requirement cannot be read' : `\`${text}\` is no requirement`;
}

function title(kind: InvalidRequirement['kind'], text: string): string {
  if (kind === 'encoding') return `\`${text}\` is not in UTF-8`;
  return kind === 'path'
    ? `\`${text}\` is required by its path, and is not in the image`
    : `\`${text}\` is no requirement`;
}

function adviceFor({ kind, text }: InvalidRequirement, fix: Fix | undefined, facts: Facts): string {
  if (fix !== undefined) return `${fix.title}.`;
  if (kind === 'encoding') return 'Save it as UTF-8: PowerShell writes UTF-16 where `>` leads into a file.';
  if (/^(?:<{7}|={7}|>{7})/.test(text)) return 'Resolve the merge, and take its marks away.';
  if (kind === 'path') {
    const inside = facts.context.kindOf(text.replace(/^\.?\/(?:app\/)?/, '').replace(/\[.*\]$/, ''));
    return inside === undefined
      ? 'Name the package and its version instead, or copy the project into the image and name that path.'
      : 'Copy it before this step.';
  }
  if (text.startsWith('-')) return 'Correct the option: the installer knows none of that name.';
  return 'Write `name==version`.';
}

/** What was surely meant: `name=version`, conda's `name=version=build`, `name version`, `name=>version`. */
function meant(text: string): string | undefined {
  const { name, version } =
    /^(?<name>[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*(?:=\s*|\s)(?<version>\d[\w.!+*]*)(?:=\S*)?$/.exec(text)?.groups ??
    {};
  if (name !== undefined && version !== undefined) return `${name}==${version}`;
  const swapped = /^(?<name>[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*)=(?<order>[<>~!])(?<rest>\s*\d[\w.!+*]*)$/.exec(
    text,
  )?.groups;
  return swapped === undefined ? undefined : `${swapped['name']}${swapped['order']}=${swapped['rest']}`;
}

function fixOf({ kind, text, location }: InvalidRequirement, facts: Facts): Fix | undefined {
  const right = kind === 'syntax' ? meant(text) : undefined;
  if (right === undefined || location === undefined) return undefined;
  const at: Location = { ...location, endColumn: location.column + text.length };
  const edits = [{ location: at, text: right }, ...othersLike(location, facts)];
  return { title: `Write \`${right}\``, safety: 'safe', edits };
}

/** The installer stops at the first of them: a list that conda has exported has the same fault in every line. */
function othersLike({ path, line }: Location, { context, python }: Facts): readonly Edit[] {
  const file = python.requirementsFiles.find((each) => context.reportPath(each.file.path) === path)?.file.path;
  const lines = file === undefined ? [] : (context.readText(file)?.split(/\r\n|\n|\r/) ?? []);
  return lines.flatMap((text, index) => {
    const right = index + 1 > line && /^[\w.-]+=[\w.+!-]+(?:=\S+)?$/.test(text) ? meant(text) : undefined;
    const at = { path, line: index + 1, column: 1, endLine: index + 1, endColumn: text.length + 1 };
    return right === undefined ? [] : [{ location: at, text: right }];
  });
}

function shown(text: string): string {
  const plain = text.replaceAll('`', "'");
  return plain.length > 50 ? `${plain.slice(0, 49)}…` : plain;
}
