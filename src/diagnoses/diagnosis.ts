import type { Evidence, Fix, Location, Severity } from '../finding.ts';
import type { BuilderObservation } from '../observation.ts';
import type { Moment } from '../symptoms/seen.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** A cause why an image does not build, start, answer or stop: one file each, named after the cause. */
export interface Diagnosis {
  /** Names the flaw; shared with the rule that suspects the same one. */
  readonly id: string;
  /** `image`: the trial failed. `setup`: it could not run, and the advice says what to add to the workflow. */
  readonly blames: Blame;
  /** The flaw as a claim that fits one line. */
  readonly summary: string;
  readonly why: string;
  readonly references: readonly string[];
  /** When it can be the cause; at other moments it is not asked. */
  readonly moments: readonly Moment[];
  /** Certain while the container still runs, so that nobody has to wait for the deadline. Its `recognise` is then asked again and again. */
  readonly early?: true;
  /** True of many failures: told only where nothing more particular is recognised. */
  readonly general?: true;
  /** Failures as they were really seen, each of which a test recognises; the documentation prints them. */
  readonly examples: readonly RecordedExample[];
  /** What it might be mistaken for, and what that is instead: the id of another diagnosis, `unknown`, or undefined where nothing is wrong. */
  readonly confusions: readonly Confusion[];
  /** Pure. Yields nothing where this is not the cause, or where it cannot be told from another; several where it stands in several places. */
  readonly recognise: (symptoms: Symptoms) => Iterable<Recognised>;
}

export type Blame = 'image' | 'setup';

export interface Recognised {
  /** For the first line of the report, where the title is too long or says too little: at most 55 characters. */
  readonly headline?: string;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  /** The place to change. */
  readonly location?: Location;
  readonly evidence: readonly Evidence[];
  /** Other checks that this one explains: their findings are told under it, not beside it. */
  readonly explains?: readonly string[];
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/** A failure as it was really seen. */
export interface RecordedExample {
  readonly title: string;
  readonly dockerfile: string;
  /** Further files of the context. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the run left; the rest of the observation is filled in by `observe` of the tests. */
  readonly saw: RecordedRun;
  /** `path:line`; absent where nothing in the repository is to be changed. */
  readonly place?: string;
  /** Words of the advice, where the files decide them. */
  readonly advice?: string;
  /** The changed line of the fix, where there is one. */
  readonly fixed?: string;
}

export interface Confusion extends RecordedExample {
  readonly is: string | undefined;
}

/** The few facts that a recorded example needs. */
export interface RecordedRun {
  readonly build?: {
    readonly message: string;
    readonly line?: number;
    readonly step?: string;
    readonly exitCode?: number;
    readonly log?: readonly string[];
    readonly timedOut?: true;
    /** Where several steps failed: the names of all, and what each said. */
    readonly failedSteps?: readonly { readonly name: string; readonly error: string }[];
    readonly builder?: BuilderObservation;
  };
  readonly create?: { readonly exitCode: number; readonly stderr: string };
  /** Words of `docker run` before the image, beside those of every trial. */
  readonly options?: readonly string[];
  readonly exitCode?: number;
  readonly stateError?: string;
  readonly oomKilled?: true;
  readonly log?: readonly string[];
  /**
   * `0.0.0.0:9000`, `[::1]:8000`, `unix:/run/app.sock`, `udp:0.0.0.0:5353`; since 1 s after the start, or the milliseconds before
   * an `@`: `300@0.0.0.0:9000`. Empty: nothing listens; absent: the sockets could not be read.
   */
  readonly listening?: readonly string[];
  /** The port that is asked, 8000 where none is given. */
  readonly port?: number;
  readonly waitedMs?: number;
  /** Milliseconds since the start when the last line was written; 500 where none is given. */
  readonly lastLineAtMs?: number;
  readonly ended?: 'ready' | 'exited' | 'decided' | 'deadline' | 'not-started';
  /** Outcomes of requests, in words: `200`, `500`, `reset`, `closed`, `timeout`, with the path before them where it is not `/`: `/health 404`. */
  readonly answers?: readonly (string | RecordedAnswer)[];
  readonly documented?: readonly RecordedDocumented[];
  readonly tls?: string;
  /** What the fault handler wrote. */
  readonly threads?: readonly string[];
  /** Command lines of the processes, process 1 first; `busy ` before those that spin. */
  readonly processes?: readonly string[];
  readonly healthCheck?: { readonly test: string; readonly exitCode: number; readonly output: string };
  readonly stopSignal?: string;
  /** It was stopped after it had served: these lines of the log came then. */
  readonly stop?: {
    readonly exitCode: number;
    readonly ms: number;
    readonly log?: readonly string[];
    readonly catchesSigterm?: boolean;
    /** How a request ended that was on its way: a status, `closed` or `reset`. */
    readonly inFlight?: string;
  };
}

/** An answer to a GET of the application's OpenAPI document: as in `answers`, kept where there is no deviation. */
export interface RecordedDocumented {
  readonly outcome: string;
  readonly operation?: string;
  readonly deviation?: string;
}

/** An answer whose headers or body tell something; `outcome` in words as in `answers`. */
export interface RecordedAnswer {
  readonly outcome: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where it differs from what `GET /` would make of it. */
  readonly passed?: boolean;
}
