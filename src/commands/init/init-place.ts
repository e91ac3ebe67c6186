import path from 'node:path';
import { loadDockerfile } from '../../dockerfile/source.ts';
import { UserError } from '../../errors.ts';
import { contextInFolder } from '../../facts/context-files.ts';
import type { BuildContext } from '../../facts/context.ts';
import type { Facts } from '../../facts/facts.ts';
import { projectBelow } from '../../init/proposal.ts';
import { factsFor } from '../../plan/facts-for.ts';
import type { Files } from '../../ports.ts';
import type { Settings } from '../../settings/settings.ts';
import type { CommandPorts } from '../command.ts';
import { openFileFinder } from '../run/find-dockerfiles.ts';
import { lintContext } from '../lint/lint-context.ts';

/** What `init` finds, and where what it writes belongs. */
export interface Place {
  /** Where the workflow goes: the top of the checkout, or the folder itself where there is none. */
  readonly root: string;
  /** The build's context: where a Dockerfile and a .dockerignore go. Absolute, as `root` is. */
  readonly folder: string;
  readonly context: BuildContext;
  /** Those that are there already, as seen from `folder`. */
  readonly dockerfiles: readonly string[];
  /** Of the only Dockerfile. */
  readonly facts?: Facts;
  /** `.sea-trial.yml` says what is tried, or will have to: the workflow says nothing of it. */
  readonly hasNamedTrials?: boolean;
  readonly notes: readonly string[];
}

type Found = Omit<Place, 'root'>;

/** Throws a `UserError` where nothing can be tried. */
export async function findPlace(operand: string, settings: Settings, ports: CommandPorts): Promise<Place> {
  const { files } = ports;
  const given = files.realPath(path.resolve(ports.workingDirectory, operand));
  if (given === undefined || files.stat(given)?.kind !== 'folder')
    throw new UserError(`${operand} is no folder.`, {
      place: 'sea-trial init',
      hint: 'Name the folder of the application.',
    });
  if (files.list(given).every(({ name }) => name === '.git'))
    throw new UserError(`${operand} is empty, so there is nothing to try.`, {
      place: 'sea-trial init',
      hint: 'Run it where the application lies.',
    });
  const top = topOf(given, files);
  const root = top ?? given;
  const notes =
    top === undefined
      ? [`${operand} is in no git repository: GitHub finds the workflow once that folder is the top of one.`]
      : [];
  const found = await lookFor(given, settings, ports);
  const isConfigured = configurationNames.some((name) =>
    /^trials\s*:/m.test(files.readTextIfPresent(path.join(root, name)) ?? ''),
  );
  return {
    ...found,
    root,
    ...(isConfigured ? { hasNamedTrials: true } : {}),
    notes: [...notes, ...(isConfigured ? [] : found.notes)],
  };
}

const configurationNames = ['.sea-trial.yml', '.sea-trial.yaml'];

async function lookFor(given: string, settings: Settings, ports: CommandPorts): Promise<Found> {
  const dockerfiles = await dockerfilesIn(given, ports);
  const [first] = dockerfiles;
  if (first !== undefined)
    return dockerfiles.length === 1
      ? placeOf(first, given, settings, ports)
      : placeOfMany(dockerfiles, given, settings, ports);
  const context = contextOfFolder(given, ports);
  const below = projectBelow(context);
  if (below === undefined) return { folder: given, context, dockerfiles, notes: [] };
  const folder = path.join(given, below);
  const note = `The project is in ${below}: the Dockerfile and the .dockerignore belong there.`;
  return { folder, context: contextOfFolder(folder, ports), dockerfiles, notes: [note] };
}

function topOf(folder: string, files: Files): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (files.stat(path.join(at, '.git')) !== undefined) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** The folder's own; where it has none those below, without what is there for tests, examples and editors. */
async function dockerfilesIn(folder: string, ports: CommandPorts): Promise<readonly string[]> {
  const names = new Set(ports.files.list(folder).map(({ name }) => name));
  const own = ['Dockerfile', 'dockerfile', 'Containerfile'].find((name) => names.has(name));
  if (own !== undefined) return [own];
  const all = await openFileFinder({ ...ports, workingDirectory: folder }).dockerfilesIn(folder);
  return all.filter(
    (file) =>
      !file
        .split('/')
        .slice(0, -1)
        .some((part) => part.startsWith('.') || besides.has(part)),
  );
}

const besides: ReadonlySet<string> = new Set(
  'test tests testing fixtures example examples sample samples bench benchmarks docs vendor third_party'.split(' '),
);

/** A Dockerfile in a folder of its own is built from there, unless what it copies lies further up. */
function readDockerfile(file: string, given: string, settings: Settings, ports: CommandPorts) {
  const inGiven = { ...ports, workingDirectory: given };
  const loaded = loadDockerfile(ports.files, path.join(given, file), file);
  if ('error' in loaded) return { context: path.dirname(file) };
  const { dockerfile } = loaded;
  const { context } = lintContext(dockerfile, settings, inGiven);
  return { context, facts: factsFor({ dockerfile, file: path.join(given, file), context }, settings, inGiven) };
}

function placeOf(file: string, given: string, settings: Settings, ports: CommandPorts): Found {
  const { context, facts } = readDockerfile(file, given, settings, ports);
  const folder = path.join(given, context);
  return {
    folder,
    context: facts?.context ?? contextOfFolder(folder, ports),
    dockerfiles: [path.relative(folder, path.join(given, file)).split(path.sep).join('/')],
    notes: [],
    ...(facts === undefined ? {} : { facts }),
  };
}

/** What one step of a workflow can try are Dockerfiles of one context; others need a trial each. */
function placeOfMany(dockerfiles: readonly string[], given: string, settings: Settings, ports: CommandPorts): Found {
  const first = dockerfiles.find((file) => readDockerfile(file, given, settings, ports).context !== '.');
  const notes =
    first === undefined
      ? []
      : [
          `Not all of them are built from this folder. Name each as a trial in \`.sea-trial.yml\`: \`trials: { ${path.posix.basename(path.posix.dirname(first))}: { context: ${path.posix.dirname(first)} }, … }\`.`,
        ];
  return {
    folder: given,
    context: contextOfFolder(given, ports),
    dockerfiles,
    notes,
    ...(first === undefined ? {} : { hasNamedTrials: true }),
  };
}

/** Named without the folder around it, for what is proposed stands in files of that folder. */
function contextOfFolder(folder: string, { files }: CommandPorts): BuildContext {
  return contextInFolder(files, { folder, reportFolder: '', dockerfile: path.join(folder, 'Dockerfile') });
}
