import { fittingHeadline } from '../symptoms/fitting.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { packagePlace, requirementsLine } from '../symptoms/build/required-package.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

/** `differs`: what was downloaded is not what was locked. `lacks`: hashes are demanded, and this one has none. `unpinned`: nor a version. */
type Kind = 'differs' | 'lacks' | 'unpinned';

interface HashProblem {
  readonly kind: Kind;
  readonly name: string;
  readonly lines: readonly string[];
  /** As pip names it: the file, and the line. */
  readonly at?: readonly [string, number];
}

const install = 'pip install --no-cache-dir -r requirements.txt';

export const requirementHashMismatch: Diagnosis = {
  id: 'requirement-hash-mismatch',
  blames: 'image',
  summary: 'a package does not have the hash that is locked for it, or lacks one where hashes are demanded',
  why: 'As soon as one requirement has a hash, pip demands one of each, with an exact version, and takes no file with another hash. The lock is then older than the version, was made for another platform, or the file is not what it was.',
  references: ['https://pip.pypa.io/en/stable/topics/secure-installs/'],
  moments: ['build'],
  *recognise(symptoms) {
    const problem = hashProblem(symptoms.log);
    if (problem === undefined) return;
    const { facts, build } = symptoms;
    const { kind, name, at } = problem;
    const place =
      (at === undefined ? undefined : requirementsLine(facts, ...at)?.location) ?? packagePlace(facts, build, name);
    yield {
      headline: fittingHeadline(
        `the build stops, ${says[kind](name)}`,
        'the build stops, the hash of a package is wrong',
      ),
      title: titles[kind](name),
      why: whys[kind],
      advice: advices[kind](name),
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, problem.lines),
      explains: ['build-step-failed'],
    };
  },
  examples: [
    {
      title: 'pip, another hash than the locked one',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': '# locked\nidna==3.10 --hash=sha256:01\n' },
      saw: {
        build: failedStep(4, install, [
          'Collecting idna==3.10',
          'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.',
          '    idna==3.10 from https://files.pythonhosted.org/packages/76/c6/c88e/idna-3.10-py3-none-any.whl (from -r requirements.txt (line 2)):',
          '        Expected sha256 01',
          '             Got        946d195a',
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'pip, one without a hash beside one that has one',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'idna==3.10 --hash=sha256:946d195a\nsniffio==1.3.1\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. Here is a list of those requirements along with the hashes their downloaded archives actually had. Add lines like these to your requirements files to prevent tampering.',
          '    sniffio==1.3.1 --hash=sha256:2f6da418d1f1e0fddd844478f41680e794e6051915791a034ff65e5f100525a2',
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'pip, one without an exact version',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'idna==3.10 --hash=sha256:946d195a\nsniffio\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:',
          '    sniffio from https://files.pythonhosted.org/packages/e9/44/7519/sniffio-1.3.1-py3-none-any.whl (from -r requirements.txt (line 2))',
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'uv',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('pip install --no-cache-dir', 'uv pip install --system'),
      files: { 'requirements.txt': 'idna==3.10 --hash=sha256:01\n' },
      saw: {
        build: failedStep(4, 'uv pip install --system -r requirements.txt', [
          'Resolved 1 package in 201ms',
          'error: Failed to download `idna==3.10`',
          '  cause: Hash mismatch for `idna==3.10`',
          '',
          '         Expected:',
          '           sha256:01',
        ]),
      },
      place: 'requirements.txt:1',
    },
  ],
  confusions: [
    {
      title: 'the version does not exist, hash or not',
      is: 'requirement-version-not-found',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'idna==99 --hash=sha256:01\n' },
      saw: {
        build: failedStep(4, install, [
          'ERROR: Could not find a version that satisfies the requirement idna==99 (from versions: 3.9, 3.10)',
          'ERROR: No matching distribution found for idna==99',
        ]),
      },
    },
  ],
};

const says: Readonly<Record<Kind, (name: string) => string>> = {
  differs: (name) => `\`${name}\` has another hash`,
  lacks: (name) => `\`${name}\` has no hash`,
  unpinned: (name) => `\`${name}\` has no exact version`,
};
const titles: Readonly<Record<Kind, (name: string) => string>> = {
  differs: (name) => `\`${name}\` does not have the hash that is locked for it`,
  lacks: (name) => `\`${name}\` has no hash, and hashes are demanded`,
  unpinned: (name) => `\`${name}\` has no exact version, and hashes are demanded`,
};
const whys: Readonly<Record<Kind, string>> = {
  differs: 'What was downloaded is not the file that the lock names, so the installer refuses it.',
  lacks: 'One requirement with a hash, or `--require-hashes`, demands one of all.',
  unpinned: 'A hash fits one version alone, so each must be pinned with `==`.',
};
const advices: Readonly<Record<Kind, (name: string) => string>> = {
  differs: () =>
    'Lock anew, for the platform and the Python of the image, once it is clear why the file is another one.',
  lacks: (name) => `Lock anew with hashes (\`pip-compile --generate-hashes\`), so that \`${name}\` has one too.`,
  unpinned: (name) =>
    `Lock anew with hashes (\`pip-compile --generate-hashes\`), so that \`${name}\` and what it needs are pinned.`,
};

function hashProblem(log: Symptoms['log']): HashProblem | undefined {
  for (const [index, line] of log.entries()) {
    const below = log.slice(index + 1).find((each) => each.trim() !== '' && !/^\s*(?:Downloading|━)/.test(each)) ?? '';
    const lines = [line.trim(), below.trim()];
    if (/THESE PACKAGES DO NOT MATCH THE HASHES/.test(line)) return { kind: 'differs', lines, ...namedBelow(below) };
    if (/Hashes are required in --require-hashes mode/.test(line))
      return { kind: 'lacks', lines, ...namedBelow(below) };
    if (/In --require-hashes mode, all requirements must have their versions pinned/.test(line))
      return { kind: 'unpinned', lines, ...namedBelow(below) };
    const unpinned =
      /In `--require-hashes` mode, all requirements must have their versions pinned with `==`, but found: (\S+)/.exec(
        line,
      )?.[1];
    if (unpinned !== undefined) return { kind: 'unpinned', name: bare(unpinned), lines: [line.trim()] };
    const lacking =
      /In `--require-hashes` mode, all requirements must have a hash, but (?:none were|there were no overlapping hashes) provided[^:]*: (\S+)/.exec(
        line,
      )?.[1];
    if (lacking !== undefined) return { kind: 'lacks', name: bare(lacking), lines: [line.trim()] };
    const differing =
      /Hash mismatch for `([^`]+)`/.exec(line)?.[1] ??
      /^\s*(?:- )?Hash for (\S+) \([^)]*\) from archive \S+ not found in known hashes/.exec(line)?.[1] ??
      /Invalid hashes .*? for (\S+) \([^)]*\) using archive/.exec(line)?.[1];
    if (differing !== undefined) return { kind: 'differs', name: bare(differing), lines: [line.trim()] };
  }
  return undefined;
}

function namedBelow(line: string): Pick<HashProblem, 'name' | 'at'> {
  const { file, at } = /\(from -r (?<file>.+?) \(line (?<at>\d+)\)\)/.exec(line)?.groups ?? {};
  const name = bare(line.trim().split(/\s/)[0] ?? '');
  return { name, ...(file === undefined || at === undefined ? {} : { at: [file, Number(at)] }) };
}

function bare(requirement: string): string {
  return /^[\w.-]+/.exec(requirement)?.[0] ?? requirement;
}
