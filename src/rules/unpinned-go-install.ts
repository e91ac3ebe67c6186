import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import { defineRule, dockerfile } from './rule.ts';
import { unpinnedClaim } from './unpinned-claim.ts';

export const unpinnedGoInstall = defineRule({
  id: 'unpinned-go-install',
  aliases: ['DL3062'],
  severity: 'warning',
  summary: '`go install`, `go get` or `go run` names a package without a version',
  why: 'Two builds of the same commit can bring different programs; `@latest` is whatever was released last.',
  references: ['https://go.dev/ref/mod#go-install', 'https://go.dev/ref/mod#version-queries'],
  bad: [
    {
      title: '`@latest`',
      dockerfile: dockerfile`
        FROM golang:1.23
        RUN go install golang.org/x/tools/gopls@latest
        `,
    },
  ],
  good: [
    {
      title: 'a version',
      dockerfile: dockerfile`
        FROM golang:1.23
        RUN go install golang.org/x/tools/gopls@v0.16.2
        `,
    },
    {
      title: 'the module itself',
      dockerfile: dockerfile`
        FROM golang:1.23
        RUN go install ./cmd/server
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['go'],
  *check(instruction, { facts }) {
    for (const command of facts.shellOf(instruction).commands) {
      const { verb, packages } = goPackages(command);
      const claim = unpinnedClaim(
        `go ${verb}`,
        packages.filter((word) => !isPinned(word)),
        (name) => `Name the version that is meant, such as \`${name.replace(/@.*$/, '')}@v1.2.3\`.`,
      );
      if (claim !== undefined) yield claim;
    }
  },
});

/** Options that take the next word where no `=` stands. */
const takesNext =
  /^--?(?:C|o|p|asmflags|buildmode|compiler|covermode|coverpkg|exec|gccgoflags|gcflags|installsuffix|ldflags|mod|modfile|overlay|pgo|pkgdir|tags|toolexec)$/;

function goPackages({ words: [program, ...rest] }: RunCommand): {
  readonly verb: string;
  readonly packages: readonly CommandWord[];
} {
  const plain = rest.filter(({ text }, index) => !text.startsWith('-') && !takesNext.test(rest[index - 1]?.text ?? ''));
  const [verb, ...named] = plain;
  const text = verb?.text ?? '';
  if (programName(program?.text ?? '') !== 'go' || !/^(?:install|get|run)$/.test(text))
    return { verb: text, packages: [] };
  const packages = named[0]?.text === 'tool' ? named.slice(1) : named;
  // What follows the program that `go run` runs is for that program.
  return { verb: text, packages: text === 'run' ? packages.slice(0, 1) : packages };
}

/** A path is the module at hand, `all` and `std` are no packages of others. */
function isPinned({ text, known }: CommandWord): boolean {
  if (/^[./]|\.go$|^(?:all|std|cmd)$/.test(text) || (!known && text.startsWith('$'))) return true;
  return /@./.test(text) && !/@(?:latest|upgrade|patch)$/.test(text);
}
