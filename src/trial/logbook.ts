import { SetupError, UserError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { BuildObservation, ContainerObservation, Observation, Sources } from '../observation.ts';
import type { Clock, Progress } from '../ports.ts';
import type { StageName, StageResult } from '../report.ts';

/** What a stage's work came to: its own result, and what blames the image or the set-up. */
export type StageOutcome<Value> =
  | {
      readonly value: Value;
      readonly status: 'passed' | 'failed' | 'errored';
      readonly findings: readonly Finding[];
      /** Where it errored: one sentence. */
      readonly message?: string;
    }
  /** There was nothing to do, and what follows goes on. */
  | { readonly value: Value; readonly status: 'skipped'; readonly because: string };

export interface LogbookPorts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Is told when a stage begins and ends. */
  readonly progress: Progress;
}

/** Keeps what each stage came to, and all that was seen, while the trial goes on. */
export class Logbook {
  readonly #name: string;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #progress: Progress;
  readonly #stages: StageResult[] = [];
  readonly #going = new Set<Promise<unknown>>();
  readonly #sources: () => Sources;
  #build: BuildObservation | undefined;
  #container: ContainerObservation | undefined;

  /** `sources` are asked anew each time: what was read grows. */
  constructor(
    { name, sources }: { readonly name: string; readonly sources: () => Sources },
    { clock, signal, progress }: LogbookPorts,
  ) {
    this.#name = name;
    this.#clock = clock;
    this.#signal = signal;
    this.#progress = progress;
    this.#sources = sources;
  }

  get stages(): readonly StageResult[] {
    return this.#stages;
  }

  get observation(): Observation {
    return {
      version: 1,
      name: this.#name,
      sources: this.#sources(),
      ...(this.#build === undefined ? {} : { build: this.#build }),
      ...(this.#container === undefined ? {} : { container: this.#container }),
    };
  }

  sawBuild(build: BuildObservation): void {
    this.#build = build;
  }

  sawContainer(container: ContainerObservation): void {
    this.#container = container;
  }

  /** Times a stage, keeps its result and hands on its value; undefined where it threw. Rejects at once when the trial is aborted. */
  async stage<Value>(
    stage: StageName,
    work: () => Promise<StageOutcome<Value>> | StageOutcome<Value>,
  ): Promise<Value | undefined> {
    const startedAt = this.#clock.now();
    const began = this.#clock.ticks();
    this.#progress({ kind: 'stage-began', stage });
    try {
      const outcome = await this.#unlessAborted(Promise.resolve(work()));
      if (outcome.status === 'skipped') {
        this.skip(stage, outcome.because);
        return outcome.value;
      }
      const { value, status, findings, message } = outcome;
      const ms = this.#clock.ticks() - began;
      this.#keep(
        status === 'errored'
          ? { stage, status, startedAt, ms, message: message ?? '', findings }
          : { stage, status, startedAt, ms, findings },
      );
      return value;
    } catch (error) {
      this.#signal.throwIfAborted();
      // The user's options and the set-up; anything else is a bug of ours, and told with its stack by whoever prints.
      const message =
        error instanceof UserError ? error.sentence() : error instanceof Error ? error.message : String(error);
      const known = error instanceof SetupError || error instanceof UserError;
      this.#keep({
        stage,
        status: 'errored',
        startedAt,
        ms: this.#clock.ticks() - began,
        message,
        findings: [],
        ...(known ? {} : { error }),
      });
      return undefined;
    }
  }

  skip(stage: StageName, because: string): void {
    this.#keep({ stage, status: 'skipped', because });
  }

  #keep(result: StageResult): void {
    this.#stages.push(result);
    const { stage, status } = result;
    const because = status === 'skipped' ? { because: result.because } : {};
    this.#progress({ kind: 'stage-ended', stage, status, ...because });
  }

  /** Aborted work may still have a temporary folder to put away; it has until the limit to do so. */
  async settled(limitMs: number): Promise<void> {
    const limit = new AbortController();
    await Promise.race([Promise.allSettled(this.#going), this.#clock.sleep(limitMs, limit.signal)]);
    limit.abort();
  }

  /** What is still going on is ended by the clean-up: the container is removed under its feet. */
  async #unlessAborted<Value>(work: Promise<Value>): Promise<Value> {
    const { promise, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(this.#signal.reason);
    this.#signal.addEventListener('abort', onAbort, { once: true });
    if (this.#signal.aborted) onAbort();
    this.#going.add(work);
    try {
      const value = await Promise.race([work, promise]);
      this.#going.delete(work);
      return value;
    } finally {
      this.#signal.removeEventListener('abort', onAbort);
      promise.catch(() => {});
      work.catch(() => {}); // when it loses the race, its failure is the clean-up's doing
    }
  }
}
