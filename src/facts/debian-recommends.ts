/**
 * What packages of Debian 12 recommend without needing it, as `apt-cache show` has it; of alternatives the one that is taken.
 * Only packages that are often installed into images of Python applications.
 */
const recommended: Readonly<Record<string, readonly string[]>> = {
  'build-essential': ['fakeroot', 'gnupg', 'libalgorithm-merge-perl'],
  cmake: ['gcc', 'make'],
  cron: ['a mail server'],
  curl: ['ca-certificates'],
  'dpkg-dev': ['build-essential', 'fakeroot', 'gnupg', 'libalgorithm-merge-perl'],
  gcc: ['libc6-dev'],
  git: ['an ssh client', 'patch', 'less', 'ca-certificates'],
  graphviz: ['fonts-liberation2'],
  'libglib2.0-0': ['libglib2.0-data', 'shared-mime-info', 'xdg-user-dirs'],
  mercurial: ['an ssh client'],
  npm: ['git', 'node-tap'],
  'openssh-client': ['xauth'],
  procps: ['psmisc'],
  'python3-pip': ['build-essential', 'python3-dev'],
  wget: ['ca-certificates'],
  wkhtmltopdf: ['an X server'],
};

/** What `apt-get install` brings besides, by the package's name; empty where that is not known here. */
export function recommendedBy(name: string): readonly string[] {
  return Object.hasOwn(recommended, name) ? (recommended[name] ?? []) : [];
}

/** `git` of `git=1:2.39.5-0+deb12u2`, `git:amd64`, `git/bookworm`. */
export function packageName(text: string): string {
  return text.replace(/[=:/].*$/, '').replace(/(?<=[a-z0-9.])[-+]$/, '');
}
