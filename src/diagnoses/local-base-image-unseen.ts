import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';
import { fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';

const shipsBase =
  'failed to solve: ships-base:1: failed to resolve source metadata for docker.io/library/ships-base:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';
const asked = '[internal] load metadata for docker.io/library/ships-base:1';

export const localBaseImageUnseen: Diagnosis = {
  id: 'local-base-image-unseen',
  blames: 'setup',
  summary: 'the base image is on this machine, and the builder does not see it',
  why: "Only the builder of the engine itself sees the engine's images. One in a container, in a cluster or elsewhere has a store of its own, and asks the registry, which does not have what an earlier step has built.",
  references: ['https://docs.docker.com/build/concepts/context/#named-contexts'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build } = symptoms;
    const pull = failedPull(symptoms);
    const { builder } = build ?? {};
    if (pull === undefined || builder?.unseenImage !== pull.image || builder.driver === 'docker') return;
    const image = pull.image.replace(/^docker\.io\/(?:library\/)?/, '');
    const place = imagePlace(symptoms, pull);
    yield {
      headline: 'the builder does not see the base image',
      title: fittingTitle(
        `the engine has \`${image}\`, and the builder \`${builder.name}\` does not see it`,
        `the engine has \`${image}\`, and the builder does not see it`,
        'the engine has the base image, and the builder does not see it',
      ),
      why: `A builder of the driver \`${builder.driver}\` has a store of its own. It asked the registry in vain.`,
      advice: `Build with the engine's own builder: \`builder: default\`; or push the base image to a registry and build on it there; or hand it over: \`docker save\` it into a folder, and \`build-contexts: ${image}=oci-layout://FOLDER:TAG\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [pull.line]),
      explains: ['registry-unreachable', 'registry-denied', 'base-image-not-found', 'registry-rate-limited'],
    };
  },
  examples: [
    {
      title: 'an earlier step has built it, and docker/setup-buildx-action has made the builder',
      dockerfile: 'FROM ships-base:1\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n',
      saw: {
        build: {
          message: shipsBase,
          line: 1,
          step: asked,
          builder: {
            name: 'builder-2e0a8309-5460-4691-a634-ac76161965f1',
            driver: 'docker-container',
            endpoints: ['unix:///var/run/docker.sock'],
            unseenImage: 'docker.io/library/ships-base:1',
          },
        },
      },
      place: 'Dockerfile:1',
      advice: '`builder: default`',
    },
  ],
  confusions: [
    {
      title: 'nobody has it',
      is: 'base-image-not-found',
      dockerfile: 'FROM ships-base:1\n',
      saw: {
        build: {
          message: shipsBase,
          line: 1,
          step: asked,
          builder: { name: 'boxed', driver: 'docker-container', endpoints: [] },
        },
      },
    },
  ],
};
