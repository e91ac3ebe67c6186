/**
 * Wrong input: told in one sentence without a stack, exit code 2.
 * The message says what is wrong, where (`place`, such as `--publish` or `.sea-trial.yml:3`), and the hint what to do.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: string | undefined;
  readonly hint: string | undefined;

  constructor(message: string, more: { place?: string; hint?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.place = more.place;
    this.hint = more.hint;
  }

  /** The one line that a person reads. */
  sentence(): string {
    return [
      this.place === undefined ? '' : `${this.place}: `,
      this.message,
      this.hint === undefined ? '' : ` ${this.hint}`,
    ].join('');
  }
}

/** Trouble of the set-up, the engine, the runner or an API: the trial is `errored` and the image is not blamed. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  /** The id of the diagnosis that names the cause, such as `host-port-taken`; `unknown` where none does. */
  readonly check: string;

  constructor(message: string, more: { check?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.check = more.check ?? 'unknown';
  }

  /** The one line that a person reads. */
  sentence(): string {
    return this.message;
  }
}
