import type { Finding, IgnoredFinding, Location } from './finding.ts';
import type { BuildStep, ImageObservation, Observation, RuntimeObservation, StopObservation } from './observation.ts';

export type StageName = 'lint' | 'build' | 'start' | 'smoke' | 'stop' | 'push';

/** `failed` blames the image; `errored` the user's options, the set-up, the runner or us. */
export type StageResult =
  | {
      readonly stage: StageName;
      readonly status: 'passed' | 'failed';
      readonly startedAt: number;
      readonly ms: number;
      readonly findings: readonly Finding[];
    }
  | { readonly stage: StageName; readonly status: 'skipped'; readonly because: string }
  | {
      readonly stage: StageName;
      readonly status: 'errored';
      readonly startedAt: number;
      readonly ms: number;
      readonly message: string;
      readonly findings: readonly Finding[];
      readonly error?: unknown;
    };

export type Verdict = 'passed' | 'failed' | 'errored' | 'skipped';

/** One answered or unanswered probe of the smoke stage. */
export interface ProbeResult {
  readonly request: string;
  readonly outcome: string;
  readonly status?: number;
  readonly ms: number;
  readonly passed: boolean;
  /** It was not given: the application's own OpenAPI document promises it. */
  readonly documented?: true;
}

/** A step of the build that stands for an instruction of the Dockerfile. */
export interface TimedStep extends Pick<BuildStep, 'cached'> {
  readonly line: number;
  readonly instruction: string;
  readonly startedAt: number;
  readonly ms: number;
}

/** What became of the image when its safe fixes were applied to a copy of the context, and the copy was built and tried. */
export interface Proof {
  /** The checks whose fixes were applied, the cause's first. */
  readonly fixes: readonly string[];
  readonly verdict: Verdict;
  /** The root diagnosis of the copy, where it does not serve either. */
  readonly cause?: string;
  readonly before: ProvenMeasures;
  readonly after: ProvenMeasures;
}

/** Each is absent where the trial did not come so far. */
export interface ProvenMeasures {
  readonly bytes?: number;
  readonly startupMs?: number;
  readonly stopMs?: number;
}

/** The image started again under a stricter setting. */
export interface Hardening {
  /** As `docker run` takes it. */
  readonly option: string;
  readonly serves: boolean;
  /** Why it does not serve: the id of the diagnosis, its words, and the place that wants more. */
  readonly cause?: string;
  readonly title?: string;
  readonly location?: Location;
}

/** A measure, and what it was on the base. */
export interface Change {
  readonly base: number;
  readonly delta: number;
}

/** What became of the findings since the base, and of the image since the base's last report where there is one. */
export interface Comparison {
  /** The commit. */
  readonly base: string;
  /** Absent where the base's report has none, or has it from another kind of store, which counts otherwise. */
  readonly bytes?: Change;
  /** The base's store, where sizes cannot be compared for its sake. */
  readonly otherStore?: string;
  readonly startupMs?: Change;
  readonly stopMs?: Change;
  /** Of the steps that were built on both sides, those whose time is known, by instruction. */
  readonly steps?: Readonly<Record<string, Change>>;
  readonly new: number;
  readonly remaining: number;
  readonly fixed: readonly FixedFinding[];
}

export type FixedFinding = Pick<Finding, 'check' | 'title'> & { readonly path?: string };

export interface TrialReport {
  readonly name: string;
  /** Path of the Dockerfile and of the context, as seen from the working directory. */
  readonly file: string;
  readonly context: string;
  readonly verdict: Verdict;
  /** The id of the root diagnosis when the image does not build, start, answer or stop as it should; `unknown` when none is recognised. */
  readonly cause: string | undefined;
  /** Why it was skipped, could not run, or failed: the verdict's words, where the cause's finding does not say them. */
  readonly because?: string;
  /** Of one that was skipped as unchanged: the commit at which it last passed. */
  readonly lastPassed?: string;
  readonly stages: readonly StageResult[];
  /** Of all stages, joined: what lint suspected and the run saw is one finding. In the contract's order. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  readonly image?: ImageObservation;
  /** For each of `image.layers`, the line of the Dockerfile that made it, where one did. */
  readonly layerLines?: readonly (number | undefined)[];
  readonly steps?: readonly TimedStep[];
  readonly startupMs?: number;
  readonly probes?: readonly ProbeResult[];
  readonly runtime?: RuntimeObservation;
  readonly stopped?: StopObservation;
  readonly comparison?: Comparison;
  readonly proof?: Proof;
  /** Each stricter setting alone, then all together that were borne. */
  readonly hardening?: readonly Hardening[];
  /** Where it is now, where it was pushed; the first is `image.digest`. */
  readonly pushed?: readonly PushedImage[];
  /** Sentences that a reader needs though nothing is wrong: a port that was moved, a file that was read. */
  readonly notes: readonly string[];
  /** All that was seen; the renderers take the log, the exchanges and the source lines from it. */
  readonly observation: Observation;
}

/** The image in a registry. */
export interface PushedImage {
  /** The name it was pushed under. */
  readonly reference: string;
  /** `sha256:…` of its manifest there. */
  readonly digest: string;
}

/** What is compared with what; only inside a workflow or a git checkout. */
export interface CommitInfo {
  readonly head: string;
  readonly base?: string;
  /** The commit that was checked out and tried: under pull_request the merge commit. */
  readonly tested: string;
}

export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'sea-trial'; readonly version: string };
  readonly commit?: CommitInfo;
  readonly trials: readonly TrialReport[];
}
