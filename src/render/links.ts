/** An address of our own making, fit for a link; made here only. */
export interface Address {
  readonly href: string;
}

/** Where the words of a report lead to. */
export interface Links {
  /** A file at the commit that shows it as it was tried. The path is as seen from the working directory. */
  readonly blob: (path: string, line?: number) => Address | undefined;
  readonly commit: (sha: string) => Address | undefined;
  /** The workflow's run, on whose page everything stands. */
  readonly run?: { readonly number: number; readonly address: Address };
  /** The documentation of a check. */
  readonly check: (id: string) => Address;
  readonly settings: Address;
  /** How a repository gets comments on pull requests from forks. */
  readonly relay: Address;
}

export interface GitHubPlace {
  /** `https://github.com`, or that of an enterprise's own server. */
  readonly serverUrl: string;
  /** `owner/name` of the repository that is tried. */
  readonly repository: string;
  /** The pull request's head, and the commit that was tried: the merge commit under pull_request. */
  readonly head: string;
  readonly tested: string;
  /** Whether a file, as seen from the repository's root, is another one in `tested` than in `head`. */
  readonly differs?: (path: string) => boolean;
  readonly runId: string;
  readonly runNumber: number;
  /** GITHUB_ACTION_REPOSITORY. */
  readonly actionRepository?: string;
  /** The checkout's folder as seen from the working directory: `''`, or `sub`. */
  readonly root?: string;
}

const ourRepository = 'sea-trial/sea-trial';
/** The documentation is that of the major version, so a link in an old comment stays right. */
const documentationBranch = 'v1';

export function githubLinks(place: GitHubPlace): Links {
  const repository = addressBelow(place.serverUrl, ...place.repository.split('/'));
  return {
    blob(path, line) {
      const fromRoot = pathFromRoot(path, place.root ?? '');
      if (fromRoot === undefined) return undefined;
      const sha = place.differs?.(fromRoot) === true ? place.tested : place.head;
      const file = addressBelow(repository.href, 'blob', sha, ...fromRoot.split('/'));
      return line === undefined ? file : { href: `${file.href}#L${line}` };
    },
    commit: (sha) => addressBelow(repository.href, 'commit', sha),
    run: { number: place.runNumber, address: addressBelow(repository.href, 'actions', 'runs', place.runId) },
    ...documentation(place.actionRepository),
  };
}

/** Where there is no GitHub: only the documentation has an address. */
export const localLinks: Links = {
  blob: () => undefined,
  commit: () => undefined,
  ...documentation(undefined),
};

/** The page of a check; those of BuildKit and ShellCheck are documented by their own makers. */
export function documentationUrl(check: string, actionRepository?: string): string {
  const [tool = '', name = ''] = check.split('/');
  if (tool === 'buildkit' && name !== '')
    return addressBelow('https://docs.docker.com/reference/build-checks', kebab(name)).href;
  if (tool === 'shellcheck' && name !== '') return addressBelow('https://www.shellcheck.net/wiki', name).href;
  return addressBelow(actionFiles(actionRepository), 'docs', 'checks', `${check}.md`).href;
}

/** An address that GitHub's API told; undefined where it leads away from its server. */
export function addressOf(serverUrl: string, told: string): Address | undefined {
  if (!URL.canParse(told) || !URL.canParse(serverUrl)) return undefined;
  const url = new URL(told);
  return url.origin === new URL(serverUrl).origin ? { href: withoutMarkup(url.href) } : undefined;
}

/** The path as GitHub knows it, where the checkout may lie in a folder; undefined for a file outside of the checkout. */
export function pathFromRoot(path: string, root: string): string | undefined {
  const plainPath = path.replace(/^(?:\.\/+)+/, '');
  const folder = root.replace(/^(?:\.\/*)+/, '').replace(/\/+$/, '');
  const below =
    folder === '' ? plainPath : plainPath.startsWith(`${folder}/`) ? plainPath.slice(folder.length + 1) : '';
  return below === '' || below.startsWith('/') || below.split('/').includes('..') ? undefined : below;
}

function documentation(actionRepository: string | undefined): Pick<Links, 'check' | 'settings' | 'relay'> {
  const files = actionFiles(actionRepository);
  return {
    check: (id) => ({ href: documentationUrl(id, actionRepository) }),
    settings: addressBelow(files, 'docs', 'options.md'),
    relay: { href: `${files}/README.md#pull-requests-from-forks` },
  };
}

function actionFiles(actionRepository: string | undefined): string {
  const [owner = '', name = ''] = (actionRepository ?? ourRepository).split('/');
  return addressBelow('https://github.com', owner, name, 'blob', documentationBranch).href;
}

function addressBelow(base: string, ...segments: readonly string[]): Address {
  const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed()));
  return { href: withoutMarkup([base.replace(/\/+$/, ''), ...path].join('/')) };
}

/** What `encodeURIComponent` leaves, and Markdown reads. */
function withoutMarkup(href: string): string {
  return href.replaceAll(
    /[\s()<>\\*'"`|[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}
