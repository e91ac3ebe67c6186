import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/observation.ts';
import { maskDeep, maskFor } from '../../src/render/mask.ts';
import { observationSchema } from '../../src/render/observation-schema.ts';
import { observe } from '../support/observation.ts';

const secretValue = fc.string({
  unit: fc.constantFrom(...Array.from('abcXYZ0189-_.~!@#$%^&+=/?:;,é漢😀')),
  minLength: 8,
  maxLength: 20,
});

/** An observation that a secret has reached in every way that is known. */
function leaking(secret: string): Observation {
  const encoded = encodeURIComponent(secret);
  const { observation } = observe({
    dockerfile: `FROM python:3.11-slim\nENV NOTE="${secret}"\nCMD ["uvicorn", "app:app"]\n`,
    files: { 'app.py': `key = ${JSON.stringify(secret)}\n` },
    saw: {
      log: [`connecting with ${secret}`, `GET /?key=${encoded}`, Buffer.from(`user:${secret}`).toString('base64')],
      exitCode: 1,
    },
  });
  const { container } = observation;
  if (container === undefined) throw new Error('a container was observed');
  return {
    ...observation,
    sources: { ...observation.sources, buildArguments: { KEY: secret } },
    container: {
      ...container,
      image: { ...container.image, environment: [`KEY=${secret}`], command: ['sh', '-c', `serve ${secret}`] },
      create: { argv: ['docker', 'run', '-e', `KEY=${secret}`], exitCode: 0, stderr: `bad: ${secret}` },
      processes: [{ pid: 1, parentPid: 0, user: 'root', command: `serve --key ${secret}` }],
      exchanges: [
        {
          atMs: 1,
          ms: 1,
          times: 1,
          request: `GET http://127.0.0.1:8000/?key=${encoded}`,
          outcome: { kind: 'answered', status: 200, headers: { 'x-key': secret }, body: secret, bodyBytes: 9 },
        },
      ],
    },
  };
}

test('a recorded observation shows no secret, wherever it stood, and is one all the same', () => {
  fc.assert(
    fc.property(secretValue, (secret) => {
      const masked = maskDeep(leaking(secret), maskFor({ secrets: [secret], env: [], publicText: '' }));
      const written = JSON.stringify(masked);
      for (const form of [
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2),
      ])
        expect(written).not.toContain(form);
      expect(v.safeParse(observationSchema, JSON.parse(written)).issues).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});
