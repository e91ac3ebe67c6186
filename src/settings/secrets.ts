import type { BuildSecret } from '../docker/docker.ts';
import { UserError } from '../errors.ts';
import { many, quoted, type Given, type Placed } from './given.ts';

export interface ReadSecrets {
  readonly secrets: readonly BuildSecret[];
  /** Of those that are left out because they are empty, as a repository's secrets are in a fork's pull request. */
  readonly notes: readonly string[];
}

/** Joins `secrets`, `secret-envs` and `secret-files`. No message quotes more of a secret than its id. */
export function readSecrets(given: Given): ReadSecrets {
  const found = [
    ...many(given, 'secrets').map(readSecret),
    ...many(given, 'secret-envs').map((each) => {
      const { id, rest } = pair(each, 'VARIABLE');
      return { id, kind: 'environment', variable: rest } as const;
    }),
    ...many(given, 'secret-files').map((each) => {
      const { id, rest } = pair(each, 'path');
      return { id, kind: 'file', file: rest } as const;
    }),
  ];
  return {
    secrets: found.filter((each) => !isEmpty(each)),
    notes: found
      .filter(isEmpty)
      .map(
        ({ id }) =>
          `The build secret ${quoted(id)} is empty, so the build goes without it; secrets are empty in workflows of forks.`,
      ),
  };
}

function readSecret(given: Placed): BuildSecret {
  if (given.place.startsWith('--') && /^(?:id|type)=/.test(given.text)) return readDockerSecret(given);
  const { id, rest } = pair(given, 'value');
  return { id, kind: 'value', value: rest };
}

/** docker's own form, `id=…,src=…` or `id=…,env=…`; with the id alone, the variable of that name. */
function readDockerSecret(given: Placed): BuildSecret {
  const fields = new Map(
    given.text.split(',').map((field) => {
      const at = field.indexOf('=');
      return at === -1 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
    }),
  );
  const id = fields.get('id') ?? '';
  const file = fields.get('src') ?? fields.get('source');
  const isOdd = [...fields.keys()].some((key) => !['id', 'type', 'src', 'source', 'env'].includes(key));
  if (id === '' || isOdd)
    throw new UserError(
      // The field itself is not told: it may be the secret.
      isOdd ? `the secret ${quoted(id)} has a field that docker does not know.` : 'the secret has no id.',
      { place: given.place, hint: 'Write id=NAME,src=PATH or id=NAME,env=VARIABLE.' },
    );
  return file === undefined
    ? { id, kind: 'environment', variable: fields.get('env') ?? id }
    : { id, kind: 'file', file };
}

function pair(given: Placed, takes: string): { id: string; rest: string } {
  const at = given.text.indexOf('=');
  const id = given.text.slice(0, Math.max(at, 0)).trim();
  if (id === '')
    throw new UserError(`a secret has no id and equals sign, so the build could not ask for it.`, {
      place: given.place,
      hint: `Write ID=${takes}, and put a value that spans lines in double quotes.`,
    });
  return { id, rest: given.text.slice(at + 1) };
}

function isEmpty(secret: BuildSecret): boolean {
  switch (secret.kind) {
    case 'value':
      return secret.value.trim() === '';
    case 'environment':
      return secret.variable === '';
    case 'file':
      return secret.file === '';
  }
}
