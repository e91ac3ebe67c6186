import path from 'node:path';
import type { Git } from '../../git/git.ts';
import type { Ports } from '../../ports.ts';

export type Looking = Pick<Ports, 'files' | 'workingDirectory' | 'environment'>;

/** What lies in folders, without what git ignores; asked for a second time it looks no second time. */
export interface FileFinder {
  /** The Dockerfiles in a folder and below, as paths from it, sorted. A folder that is named is searched though git ignores it. */
  readonly dockerfilesIn: (folder: string) => Promise<readonly string[]>;
  /** Files that a pattern such as `*.Dockerfile` means, as paths from the working directory, sorted. */
  readonly matching: (pattern: string) => Promise<readonly string[]>;
}

export function openFileFinder(ports: Looking): FileFinder {
  const listings = new Map<string, Promise<readonly string[]>>();
  const listed = (folder: string): Promise<readonly string[]> => {
    const known = listings.get(folder) ?? filesIn(folder, ports);
    listings.set(folder, known);
    return known;
  };
  /** One question to git is enough for all that lies below the working directory. */
  const below = async (folder: string): Promise<readonly string[]> => {
    const way = path.relative(ports.workingDirectory, folder);
    if (way === '' || isOutside(way)) return listed(folder);
    const start = `${way.split(path.sep).join('/')}/`;
    return (await listed(ports.workingDirectory)).flatMap((file) =>
      file.startsWith(start) ? [file.slice(start.length)] : [],
    );
  };
  const named = async (folder: string): Promise<readonly string[]> => {
    const files = await below(folder);
    const hidden = files.length === 0 && (await (await openGit(folder, ports)).isIgnored()) === true;
    return hidden ? plainFilesIn(folder, ports) : files;
  };
  return {
    dockerfilesIn: async (folder) =>
      (await named(folder)).filter((file) => isDockerfile(file) && isOrdinary(folder, file, ports)).toSorted(),
    async matching(pattern) {
      const start = fixedStart(pattern);
      const folder = path.resolve(ports.workingDirectory, start);
      if (ports.files.stat(folder)?.kind !== 'folder') return [];
      const rest = visible(pattern.slice(start.length));
      return (await named(folder))
        .filter((file) => path.posix.matchesGlob(visible(file), rest) && !(rest.endsWith('*') && others.test(file)))
        .filter((file) => isOrdinary(folder, file, ports))
        .map((file) => path.normalize(path.join(start, file)))
        .toSorted();
    },
  };
}

/** Whether a text stands for several files. A file that is really named so stands for itself. */
export function isPattern(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** The folders at the head of a pattern in which nothing is left open, with the slash behind them. */
export function fixedStart(pattern: string): string {
  const open = pattern.search(/[*?[{]/);
  return pattern.slice(0, pattern.lastIndexOf('/', open) + 1);
}

/** Node's patterns pass over names that begin with a dot, and here hidden folders are folders as any other. */
function visible(text: string): string {
  return text.replaceAll(/(^|[/{,])\.(?=[^./])/g, '$1\u0001.');
}

/** A name that is the kind's, or begins or ends with it. `dockerfile.ts` is a program that reads some. */
const names = /^(?:dockerfile|containerfile)$|\.(?:dockerfile|containerfile)$/i;
const suffixed = /^(?:Dockerfile|Containerfile)[._-].+$/;
/** Notes, templates, copies and programs beside a Dockerfile; `Dockerfile*` does not mean them. */
const others =
  /(?:\.(?:dockerignore|md|txt|rst|adoc|html?|j2|jinja2?|erb|ejs|hbs|tmpl|tpl|template|in|orig|bak|rej|swp|swo|lock|ya?ml|json|toml|sh|ts|js|rb|go|rs|java|snap)|~)$/i;

function isDockerfile(file: string): boolean {
  const name = path.posix.basename(file);
  return names.test(name) || (suffixed.test(name) && !others.test(name));
}

/** What has been deleted is still in git's list, and a symbolic link is told under the name that it leads to. */
function isOrdinary(folder: string, file: string, ports: Looking): boolean {
  return ports.files.stat(path.join(folder, file))?.kind === 'file' && isOneItself(folder, file, ports);
}

/** No symbolic link: one may lead in a circle. */
function isOneItself(folder: string, file: string, { files }: Looking): boolean {
  const whole = path.join(folder, file);
  const real = files.realPath(path.dirname(whole));
  return real !== undefined && files.realPath(whole) === path.join(real, path.basename(whole));
}

function isOutside(way: string): boolean {
  return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
}

const unvisited = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__']);

/** Loaded when first asked: to lint a file that was named needs none of it. */
async function openGit(folder: string, { environment }: Looking): Promise<Git> {
  return (await import('../../git/git.ts')).gitOf(folder, environment);
}

/** As git has it; where there is no git, or no checkout, whatever is there. Paths from the folder, with slashes. */
async function filesIn(folder: string, ports: Looking): Promise<readonly string[]> {
  const known = await (await openGit(folder, ports)).files();
  if (known === undefined) return plainFilesIn(folder, ports);
  const found: string[] = [];
  for (const entry of known) {
    if (entry.split('/').some((part) => unvisited.has(part))) continue;
    const inner = entry.replace(/\/$/, '');
    if (ports.files.stat(path.join(folder, inner))?.kind === 'folder') {
      if (!isOneItself(folder, inner, ports)) continue;
      found.push(...(await filesIn(path.join(folder, inner), ports)).map((file) => `${inner}/${file}`));
    } else found.push(entry);
  }
  return found;
}

function plainFilesIn(root: string, { files }: Looking): readonly string[] {
  const found: string[] = [];
  const waiting = ['']; // no recursion: folders may be nested without end
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const { name, kind } of files.list(path.join(root, folder))) {
      const relative = path.posix.join(folder, name);
      if (kind === 'folder' && !unvisited.has(name)) waiting.push(relative);
      if (kind === 'file') found.push(relative);
    }
  }
  return found;
}
