import type { ComposeStart } from '../docker/compose-model.ts';
import type { BuildRequest, PublishSpecification } from '../docker/docker.ts';
import type { Facts } from '../facts/facts.ts';
import type { Severity } from '../finding.ts';
import type { LintSettings } from '../lint/lint.ts';
import type { Expectation, ImageObservation, Sources } from '../observation.ts';
import type { ProbeRequest } from '../probes/request.ts';
import type { Unwanted } from './keep-image.ts';
import type { PushPlan } from './push-plan.ts';

/** What will be done, decided before anything runs. Paths as seen from the working directory. */
export interface Plan {
  readonly name: string;
  readonly file: string;
  readonly context: string;
  readonly facts: Facts;
  /** What the facts are derived from, for the recorded observation: asked at the end, for it lists what was read. */
  readonly sources: () => Sources;
  readonly origin: ImageOrigin;
  /** Where there is no Dockerfile to plan by: the plan by what the image itself says. */
  readonly byImage?: (image: ImageObservation) => Plan;
  readonly start: StartPlan;
  /** The same for another folder and Dockerfile (absolute), whose image nobody keeps: for a copy to which fixes are applied. */
  readonly ofCopy: (copy: { readonly context: string; readonly file: string }) => Plan;
  readonly tryHardening: boolean;
  /** Where the image goes when it has passed; absent where nowhere. */
  readonly push?: PushPlan;
  /** Which of its names are removed in the end. */
  readonly unwanted: Unwanted;
  readonly proveFixes: 'auto' | 'always' | 'never';
  readonly expected: Expectation;
  /** `GET /` first where an answer is expected, then those that were given. */
  readonly probes: readonly ProbeRequest[];
  /** Whether the GETs of its OpenAPI document are asked too. */
  readonly documented: { readonly isAsked: boolean; readonly excluded: readonly string[] };
  readonly readyLimitMs: number;
  readonly stopLimitMs: number;
  readonly lint: LintSettings;
  /** The mildest finding that fails the trial. */
  readonly failOn: Severity | 'never';
  /** Sentences that the reader of the report needs. */
  readonly notes: readonly string[];
}

/** Where the image comes from; `name` is what it is called in the engine. */
export type ImageOrigin =
  | { readonly kind: 'built'; readonly name: string; readonly request: BuildRequest }
  | { readonly kind: 'existing'; readonly name: string; readonly pull: boolean; readonly deadlineMs: number };

export interface StartPlan {
  /** Unique on this machine. */
  readonly containerName: string;
  readonly labels: readonly string[];
  readonly publish: readonly PublishSpecification[];
  /** The port was not given: where it is taken on the host, a free one does as well. */
  readonly portIsOurs: boolean;
  /** The container port that the probes ask. */
  readonly port: number;
  readonly environment: readonly string[];
  readonly environmentFiles: readonly string[];
  readonly network?: string;
  readonly options: readonly string[];
  /** Where it is a service of a compose file: that file starts it. */
  readonly compose?: ComposeStart;
}
