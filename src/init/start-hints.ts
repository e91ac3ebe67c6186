import type { BuildContext } from '../facts/context.ts';
import type { Application } from './application.ts';
import type { PythonText } from './python-text.ts';

/** Those of the applications that the project itself says are started: by FastAPI's setting, else by a command or a call of uvicorn. */
export function startHints(
  applications: readonly Application[],
  context: BuildContext,
  entrypoint: string | undefined,
  modules: readonly PythonText[],
): readonly Application[] {
  if (applications.length < 2) return applications;
  const named = entrypoint === undefined ? [] : [entrypoint];
  const ways: readonly (() => readonly string[])[] = [
    () => named,
    () => commandsIn(context),
    () => callsIn(context, modules),
  ];
  for (const way of ways) {
    const words = way();
    const meant = applications.filter(({ target }) =>
      words.some((word) => word === target || target.endsWith(`.${word}`)),
    );
    if (meant.length > 0) return meant;
  }
  const running = modules.filter(({ code }) =>
    /\buvicorn[ \t]*\.[ \t]*run[ \t]*\([ \t\n]*(?:app[ \t]*=[ \t]*)?\w/.test(code),
  );
  return applications.filter(({ path }) => running.some((module) => module.path === path));
}

const commandFiles =
  /^(?:Procfile|Makefile|justfile|Justfile|README[\w.]*|pyproject\.toml|package\.json|[\w.-]+\.sh|(?:docker-)?compose[\w.-]*\.ya?ml|app\.json|render\.yaml|fly\.toml|railway\.(?:json|toml)|nixpacks\.toml)$/;

const target = /(?<![\w.:/])[A-Za-z_][\w.]*:[A-Za-z_]\w*(?![\w:/])/g;

/** `module:name` on lines that call a server. */
function commandsIn(context: BuildContext): readonly string[] {
  return context.listing.files
    .filter((file) => commandFiles.test(file))
    .flatMap((file) => (context.readText(file) ?? '').split('\n'))
    .filter((line) => /\b(?:uvicorn|gunicorn|hypercorn|granian|fastapi)\b/.test(line))
    .flatMap((line) => [...line.matchAll(target)].map(([word]) => word));
}

/** `uvicorn.run("module:name")`; the text is asked for anew, for strings are blank in the code. */
function callsIn(context: BuildContext, modules: readonly PythonText[]): readonly string[] {
  return modules
    .filter(({ code }) => /\buvicorn[ \t]*\.[ \t]*run\b/.test(code))
    .flatMap(({ path }) => [
      ...(context.readText(path) ?? '').matchAll(/\brun\(\s*(?:app\s*=\s*)?["']([\w.]+:\w+)["']/g),
    ])
    .flatMap(([, word]) => word ?? []);
}
