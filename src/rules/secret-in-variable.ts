import type { Assignment } from '../dockerfile/model.ts';
import { defineRule, dockerfile } from './rule.ts';

export const secretInVariable = defineRule({
  id: 'secret-in-variable',
  aliases: ['DL3064', 'SecretsUsedInArgOrEnv'],
  severity: 'warning',
  summary: 'a variable that looks like a secret is set by ARG or ENV',
  why: 'Both are written into the image: whoever can pull it reads the values by `docker history` and `docker inspect`, even when a later line unsets them.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  bad: [
    {
      title: 'a token that the build needs',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG INDEX_TOKEN
        RUN pip install --index-url "https://:$INDEX_TOKEN@pypi.example.com/simple" app
        `,
    },
    {
      title: 'a password that the application needs',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV DATABASE_PASSWORD=postgres LOG_LEVEL=info
        `,
    },
  ],
  good: [
    {
      title: 'a secret that is mounted',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN --mount=type=secret,id=index_token \
            pip install --index-url "https://:$(cat /run/secrets/index_token)@pypi.example.com/simple" app
        `,
    },
    {
      title: 'where a secret is, how long it lasts, and no secret at all',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV DATABASE_PASSWORD_FILE=/run/secrets/database \
            TOKEN_URL=/token \
            ACCESS_TOKEN_EXPIRE_MINUTES=30 \
            PUBLIC_KEY=abc \
            SECRET_KEY="" \
            KEYBOARD=de MONKEY=1
        `,
    },
  ],
  on: ['ARG', 'ENV'],
  alsoOnBuild: true,
  *check({ keyword, assignments }) {
    for (const assignment of assignments) {
      const { name, span } = assignment;
      if (!looksSecret(name) || holdsNone(assignment, keyword)) continue;
      yield {
        at: { start: span.start, end: span.start + name.length },
        title: `\`${name}\` looks like a secret, and \`${keyword}\` keeps its value in the image`,
        advice:
          keyword === 'ARG'
            ? 'Hand it to the build by `RUN --mount=type=secret`.'
            : 'Hand it to the container when it starts: by `docker run --env`, or as a mounted file.',
      };
    }
  },
});

// The words by which BuildKit knows a secret, and two that stand for one in the names of cloud providers.
const secretWord = /(?:^|_)(?:apikey|auth|credentials?|key|passphrase|passwd|password|pword|pwd|secret|token)(?:_|$)/i;

/** Whole words only: MONKEY and AUTHOR hold none. */
function looksSecret(name: string): boolean {
  const parts = name.replaceAll(/[-.]/g, '_');
  return (
    secretWord.test(parts) &&
    !/(?:^|_)public(?:_|$)/i.test(parts) &&
    !/_(?:file|path|dir|url|uri|host|name)$/i.test(parts)
  );
}

/** An empty value, and a number, a switch or a span of time under a name that only begins with the word: `TOKEN_TTL=3600`. */
function holdsNone({ name, value }: Assignment, keyword: string): boolean {
  if (value === undefined) return false;
  const bare = value.replaceAll(/["']/g, '');
  if (bare === '') return keyword === 'ENV';
  return (
    !/(?:key|token|password|secret|auth|id)$/i.test(name) && /^(?:\d+[a-z]?|true|false|yes|no|on|off)$/i.test(bare)
  );
}
