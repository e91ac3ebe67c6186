import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';

const said =
  /(?:^|: )(?:granting entitlement )?(?<what>network\.host|security\.insecure|device(?:=\S+)?) is not allowed/;

export const entitlementRefused: Diagnosis = {
  id: 'entitlement-refused',
  blames: 'setup',
  summary: 'the builder does not give a build the network or the rights of its machine',
  why: "A builder is shared: what lets a build out of its box is given only where its owner has allowed it. The engine's own builder gives the network of the machine to everyone, others give it when they were made so.",
  references: ['https://docs.docker.com/reference/cli/docker/buildx/build/#allow'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    const message = build?.failure.message ?? '';
    const what = said.exec(message)?.groups?.['what'];
    if (build === undefined || what === undefined || build.failure.exitCode !== undefined) return;
    const place = build.failure.line === undefined ? undefined : failedPlace(facts, build.failure.line);
    const isNetwork = what === 'network.host';
    yield {
      headline: isNetwork
        ? 'the builder does not give a build the host network'
        : 'the builder refuses a step its rights',
      title: isNetwork
        ? 'this builder does not let a build into the network of its machine'
        : `this builder does not allow \`${what}\``,
      why: 'It stops before the first step; nothing else is known against the Dockerfile.',
      advice: isNetwork
        ? 'Leave `network: host` out; or make the builder with `--buildkitd-flags "--allow-insecure-entitlement network.host"` (`buildkitd-flags` of docker/setup-buildx-action). A remote buildkitd takes the same option when it is started.'
        : 'Leave it out of the Dockerfile: a trial gives no step the rights of the machine.',
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [message]),
    };
  },
  examples: [
    {
      title: '`network: host` and a buildkitd that does not allow it',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'failed to solve: granting entitlement network.host is not allowed by build daemon configuration',
        },
      },
      advice: 'Leave `network: host` out',
    },
    {
      title: '`RUN --security=insecure`',
      dockerfile: 'FROM python:3.11-slim\nRUN --security=insecure mount\n',
      saw: { build: { message: 'failed to solve: failed to load LLB: security.insecure is not allowed' } },
      advice: 'Leave it out of the Dockerfile',
    },
  ],
  confusions: [
    {
      title: 'a step writes these words',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN make\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
          line: 2,
          step: '[2/2] RUN make',
          exitCode: 2,
          log: ['granting entitlement network.host is not allowed by build daemon configuration'],
        },
      },
    },
  ],
};
