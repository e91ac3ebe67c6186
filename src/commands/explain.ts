import { UserError } from '../errors.ts';
import { checkPage } from '../render/check-page.ts';
import { documentationUrl } from '../render/links.ts';
import { nearest } from '../nearest.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { documentedChecks } from './documented-checks.ts';

/** `sea-trial explain CHECK`: its documentation, by its id or by another tool's name for it; two checks may share such a name. */
export function explainCommand([asked = '']: readonly string[], { print }: CommandPorts): ExitCode {
  const checks = documentedChecks();
  const namesOf = ({ id, rule }: (typeof checks)[number]): readonly string[] => [id, ...(rule?.aliases ?? [])];
  const found = checks.filter((check) => namesOf(check).some((name) => name.toLowerCase() === asked.toLowerCase()));
  if (found.length === 0) {
    const near = nearest(asked, checks.flatMap(namesOf));
    throw new UserError(`there is no check "${asked}".`, {
      place: 'sea-trial explain',
      hint:
        near === undefined
          ? (elsewhere(asked) ?? 'All of them: sea-trial checks.')
          : `The nearest one is ${near}; all of them: sea-trial checks.`,
    });
  }
  print.result(found.map(checkPage).join('\n'));
  return 0;
}

/** What the tools themselves say is documented by their makers. */
function elsewhere(asked: string): string | undefined {
  const [, tool, name = asked] = /^(shellcheck|buildkit)\/(\w+)$/i.exec(asked) ?? [];
  if (tool?.toLowerCase() === 'buildkit') return `BuildKit explains it: ${documentationUrl(`buildkit/${name}`)}`;
  const isShellCheck = /^SC\d{4}$/i.test(name);
  return isShellCheck ? `ShellCheck explains it: ${documentationUrl(`shellcheck/${name.toUpperCase()}`)}` : undefined;
}
