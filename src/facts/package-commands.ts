import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import { grammarOf, readArguments, type Grammar } from '../servers/options.ts';
import type { CommandWord } from '../servers/server.ts';
import { isAnswered, mayBeOptions } from './command-options.ts';
import type { Facts } from './facts.ts';
import type { RunCommand } from './run-shell.ts';

/** The package managers of Red Hat, SUSE and Alpine; apt has its own facts. */
export type PackageManager = 'yum' | 'dnf' | 'microdnf' | 'zypper' | 'apk';

/** One call of a package manager in a RUN. */
export interface PackageCommand {
  readonly command: RunCommand;
  readonly manager: PackageManager;
  /** `install`; of `module install` the second word. Options of ours go behind it. */
  readonly verb: CommandWord;
  /** As a person would name it: `dnf module install`. */
  readonly title: string;
  readonly action: 'install' | 'upgrade' | 'clean' | 'distribution upgrade' | 'other';
  /** What is named behind the verb and takes a version: no groups, no files by their path. */
  readonly packages: readonly CommandWord[];
  /** They are modules: `tomcat:9`. */
  readonly modules: boolean;
  /** The long names of its options. */
  readonly options: ReadonlySet<string>;
  /** It would wait for an answer: it asks, was not told to go on, and no program answers. */
  readonly asks: boolean;
  /** It is called through sudo. */
  readonly sudo: boolean;
  /** A variable stands where options may hide. */
  readonly open: boolean;
}

interface Habits {
  readonly grammar: Grammar;
  readonly installs: ReadonlySet<string>;
  /** What takes packages from the repositories for names that are installed already, or for all. */
  readonly upgrades: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
  readonly cleans: ReadonlySet<string>;
}

const redHatUpgrades = [
  ...(['upgrade', 'up', 'update', 'upgrade-minimal', 'up-min', 'update-minimal'] as const),
  ...(['reinstall', 'rei', 'downgrade', 'dg', 'distro-sync', 'dsync'] as const),
];

const redHat: Habits = {
  grammar: grammarOf({
    values: [
      ['--enablerepo', '--enable-repo'],
      ['--disablerepo', '--disable-repo'],
      ['--repo', '--repoid'],
      ['--repofrompath'],
      ['--installroot'],
      ['--releasever'],
      ['--setopt'],
      ['--exclude', '-x', '--excludepkgs'],
      ['--config', '-c'],
      ['--debuglevel', '-d'],
      ['--errorlevel', '-e'],
      ['--randomwait', '-R'],
      ['--forcearch'],
      ['--downloaddir', '--destdir'],
      ['--comment'],
    ],
    flags: [
      ['--assumeyes', '-y', '--yes'],
      ['--quiet', '-q'],
    ],
    abbreviations: false,
  }),
  installs: new Set(['install', 'in', 'groupinstall', 'localinstall']),
  upgrades: new Set(redHatUpgrades),
  asking: new Set(['install', 'in', 'groupinstall', 'localinstall', ...redHatUpgrades, 'remove', 'rm', 'erase']),
  cleans: new Set(['clean all']),
};

const suse: Habits = {
  grammar: grammarOf({
    values: [
      ['--repo', '-r', '--catalog'],
      ['--from'],
      ['--type', '-t'],
      ['--root', '-R'],
      ['--installroot'],
      ['--config', '-c'],
      ['--reposd-dir', '-D'],
      ['--cache-dir', '-C'],
      ['--plus-repo', '-p'],
      ['--plus-content'],
      ['--releasever'],
    ],
    flags: [
      ['--no-confirm', '-y'],
      ['--non-interactive', '-n'],
    ],
    abbreviations: false,
  }),
  installs: new Set(['install', 'in']),
  upgrades: new Set(['update', 'up', 'patch']),
  asking: new Set(['install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch']),
  cleans: new Set(['clean', 'cc']),
};

const alpine: Habits = {
  grammar: grammarOf({
    values: [
      ['--virtual', '-t'],
      ['--repository', '-X'],
      ['--root', '-p'],
      ['--arch'],
      ['--keys-dir'],
      ['--repositories-file'],
      ['--cache-dir'],
      ['--cache-max-age'],
      ['--wait'],
      ['--progress-fd'],
      ['--timeout'],
    ],
    flags: [['--no-cache'], ['--update-cache', '-U', '--update']],
    abbreviations: false,
  }),
  installs: new Set(['add']),
  upgrades: new Set(['upgrade']),
  asking: new Set(),
  cleans: new Set(['cache clean']),
};

const habitsOf: ReadonlyMap<string, { readonly manager: PackageManager; readonly habits: Habits }> = new Map([
  ['yum', { manager: 'yum', habits: redHat }],
  ['dnf', { manager: 'dnf', habits: redHat }],
  ['microdnf', { manager: 'microdnf', habits: redHat }],
  ['zypper', { manager: 'zypper', habits: suse }],
  ['apk', { manager: 'apk', habits: alpine }],
]);

/** The programs whose calls these are. */
export const packageManagers = [...habitsOf.keys()];

const yesOptions = ['--assumeyes', '--no-confirm', '--non-interactive'];

/** Somewhere the Dockerfile writes into dnf's configuration that it asks nothing. */
export function configuredYes({ text }: Dockerfile): boolean {
  return /\bassumeyes\s*=\s*["']?(?:1|true|yes|on)\b/i.test(text);
}

/** Those of a RUN, in order. */
export function packageCommandsOf(
  instruction: Instruction,
  { shellOf, assumesYes }: Pick<Facts, 'shellOf' | 'assumesYes'>,
): readonly PackageCommand[] {
  const { commands } = shellOf(instruction);
  return commands.flatMap((command, index) => {
    const [program, ...words] = command.words;
    const known = program === undefined ? undefined : habitsOf.get(programName(program.text));
    if (program === undefined || known === undefined) return [];
    const { manager, habits } = known;
    const { options, positionals } = readArguments(words, habits.grammar);
    const named = positionals.filter((word) => !mayBeOptions(word));
    const ofModules = named[0]?.text === 'module' && manager !== 'zypper' && manager !== 'apk';
    const ofGroups = named[0]?.text === 'group' && manager !== 'zypper' && manager !== 'apk';
    const [verb, ...rest] = ofModules || ofGroups ? named.slice(1) : named;
    if (verb === undefined) return [];
    const names = new Set(options.map(({ name }) => name));
    const open = named.length < positionals.length;
    const installs = habits.installs.has(verb.text);
    return [
      {
        command,
        manager,
        verb,
        title: [programName(program.text), ...named.slice(0, named.indexOf(verb) + 1).map(({ text }) => text)].join(
          ' ',
        ),
        action: actionOf(verb, rest, habits, manager),
        packages: installs && !ofGroups && verb.text !== 'groupinstall' ? rest.filter(takesVersion) : [],
        modules: ofModules,
        options: names,
        asks:
          habits.asking.has(verb.text) &&
          !open &&
          !yesOptions.some((option) => names.has(option)) &&
          !assumesYes &&
          !isAnswered(command, commands[index - 1]),
        sudo: command.shell?.words[0]?.value === 'sudo',
        open,
      },
    ];
  });
}

function actionOf(
  verb: CommandWord,
  rest: readonly CommandWord[],
  { installs, upgrades, cleans }: Habits,
  manager: PackageManager,
): PackageCommand['action'] {
  if (installs.has(verb.text)) return 'install';
  if (upgrades.has(verb.text)) return 'upgrade';
  if (cleans.has(verb.text) || cleans.has(`${verb.text} ${rest[0]?.text ?? ''}`)) return 'clean';
  if (manager === 'zypper' && (verb.text === 'dist-upgrade' || verb.text === 'dup')) return 'distribution upgrade';
  return 'other';
}

/** A file, an address or a group says itself what is installed; what a variable holds only the build can tell. */
function takesVersion({ text, known }: CommandWord): boolean {
  if (/^[@/.]|:\/\/|\.(?:rpm|apk)$/.test(text)) return false;
  return known || /^[\w.+]/.test(text);
}
