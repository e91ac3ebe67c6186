import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { pushPlan, refuseSharedTags, type PushPlan } from '../../src/plan/push-plan.ts';
import { settingsFromInputs } from '../../src/settings/settings.ts';

function planned(tags: string, byDigest = 'false'): PushPlan | undefined {
  return pushPlan(
    settingsFromInputs({
      INPUT_PUSH: 'true',
      INPUT_TAGS: tags,
      'INPUT_PUSH-BY-DIGEST': byDigest,
      'INPUT_BUILD-TIMEOUT': '1m',
    }),
  );
}

function sentenceOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.sentence();
    throw error;
  }
  return 'nothing is wrong';
}

test('nothing is pushed where nothing is tried', () => {
  expect(pushPlan(settingsFromInputs({ INPUT_PUSH: 'true', INPUT_MODE: 'lint' }))).toBeUndefined();
});

test('nothing is pushed unless it is asked for', () => {
  expect(pushPlan(settingsFromInputs({ INPUT_TAGS: 'acme/api:1' }))).toBeUndefined();
});

test('each tag is pushed once, with the tag and at the registry that docker takes where none is written', () => {
  expect(
    planned('acme/api:1.4\nacme/api\ndocker.io/acme/api:latest\nghcr.io/acme/api:1.4\nacme/api:1.4,localhost:5000/api'),
  ).toEqual({
    names: [
      { reference: 'acme/api:1.4', repository: 'acme/api', registry: 'docker.io' },
      { reference: 'acme/api:latest', repository: 'acme/api', registry: 'docker.io' },
      { reference: 'ghcr.io/acme/api:1.4', repository: 'ghcr.io/acme/api', registry: 'ghcr.io' },
      { reference: 'localhost:5000/api:latest', repository: 'localhost:5000/api', registry: 'localhost:5000' },
    ],
    byDigest: false,
    deadlineMs: 60_000,
  });
});

test('by digest each repository is pushed to once', () => {
  expect(
    planned('acme/api:1.4,acme/api:latest,ghcr.io/acme/api', 'true')?.names.map(({ repository }) => repository),
  ).toEqual(['acme/api', 'ghcr.io/acme/api']);
});

test.each([
  [
    '',
    'push: the image that passed is to be pushed, and it has no name to be pushed under. Name it with `tags`, such as ghcr.io/OWNER/NAME:1.4.0.',
  ],
  [
    'ghcr.io/Acme/API:1',
    'tags: "ghcr.io/Acme/API:1" is no name that an image can have. Write NAME:TAG; the name is in small letters, such as ghcr.io/owner/name:1.4.0.',
  ],
  [
    `acme/api@sha256:${'a'.repeat(64)}`,
    `tags: "acme/api@sha256:${'a'.repeat(64)}" names a digest, and that is known only when the image is pushed. Write NAME:TAG.`,
  ],
])('tags %j are refused before anything runs', (tags, sentence) => {
  expect(sentenceOf(() => planned(tags))).toBe(sentence);
});

function pushing(name: string, tags: string, byDigest?: string): { readonly name: string; readonly push?: PushPlan } {
  const push = planned(tags, byDigest);
  return { name, ...(push === undefined ? {} : { push }) };
}

test('two images are not pushed under one tag, however it is written', () => {
  expect(
    sentenceOf(() => refuseSharedTags([pushing('api', 'acme/api'), pushing('worker', 'docker.io/acme/api:latest')])),
  ).toBe(
    'tags: acme/api:latest would be pushed for two images, api and worker, and the second would replace the first. Give each trial tags of its own, under `trials:` of .sea-trial.yml or in a matrix.',
  );
});

test('two images of one repository are pushed, each under its tag or by digest', () => {
  const underTags = [pushing('api', 'acme/all:api'), pushing('worker', 'acme/all:worker'), { name: 'unpushed' }];
  const byDigest = [pushing('api', 'acme/all', 'true'), pushing('worker', 'acme/all', 'true')];
  for (const plans of [underTags, byDigest]) expect(() => refuseSharedTags(plans)).not.toThrow();
});
