import { buildEvidence } from '../symptoms/evidence.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What comes after the last instruction: BuildKit packs the image, and buildx hands it to the engine. */
const isHandingOver = /^(?:exporting to |importing to |sending tarball|loading layer)/;
const cannotPack = /exporter "(?:docker|oci|image)" could not be found|docker exporter .*not.* support/i;

export const imageNotLoaded: Diagnosis = {
  id: 'image-not-loaded',
  blames: 'setup',
  summary: 'the image is built, and does not come from its builder into the engine',
  why: 'A builder other than the one of the engine itself sends the image as an archive, and the engine has to take it before a container can be started.',
  references: ['https://docs.docker.com/build/exporters/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build } = symptoms;
    if (build === undefined) return;
    const { step, message } = build.failure;
    if (step?.startsWith('exporting cache') === true) return;
    const packs = cannotPack.test(message);
    if (!packs && !isHandingOver.test(step ?? '')) return;
    const name = build.builder === undefined || build.builder.name.length > 40 ? '' : ` \`${build.builder.name}\``;
    yield {
      headline: 'the image does not come into the engine',
      title: packs
        ? `the builder${name} gives no image that an engine can load`
        : build.timedOut
          ? `the image was not handed from the builder${name} to the engine in time`
          : `the image cannot be handed from the builder${name} to the engine`,
      why: packs
        ? 'Only an image that the engine holds can be started.'
        : 'All instructions were built. Only an image that the engine holds can be started.',
      advice: packs
        ? 'Take a builder that gives one (`uses: docker/setup-buildx-action@v4` makes it), and one platform.'
        : build.timedOut
          ? 'Raise `build-timeout` under `with:`, or make the image smaller: it is sent whole.'
          : 'Look at the room on the disk of the engine (`docker system df`) and at its log, and run the job again.',
      evidence: buildEvidence(symptoms, [message]),
    };
  },
  examples: [
    {
      title: 'the engine stops taking it',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'failed to solve: error writing manifest: io: read/write on closed pipe',
          step: 'exporting to docker image format',
          builder: { name: 'far', driver: 'remote', endpoints: ['tcp://10.0.0.4:1234'] },
        },
      },
      advice: '`docker system df`',
    },
    {
      title: '`build-timeout` is over while a large image is sent',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'the build had not ended after 600 s',
          step: 'exporting to docker image format',
          timedOut: true,
        },
      },
      advice: 'Raise `build-timeout`',
    },
    {
      title: 'a BuildKit that packs no images',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'failed to solve: exporter "docker" could not be found' } },
      advice: 'docker/setup-buildx-action',
    },
  ],
  confusions: [
    {
      title: 'the disk is full',
      is: 'disk-full',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to copy: write /var/lib/buildkit/runc-overlayfs/content/ingest/1: no space left on device',
          step: 'exporting to docker image format',
        },
      },
    },
    {
      title: 'the cache is what cannot be written',
      is: 'cache-export-failed',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'failed to solve: unauthorized', step: 'exporting cache to registry' } },
    },
  ],
};
