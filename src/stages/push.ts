import type { Docker } from '../docker/docker.ts';
import { SetupError } from '../errors.ts';
import type { ImageObservation } from '../observation.ts';
import type { PushName, PushPlan } from '../plan/push-plan.ts';
import type { Clock, Progress } from '../ports.ts';
import type { PushedImage } from '../report.ts';
import { registryTrouble } from './registry-trouble.ts';

export interface PushSetting {
  readonly docker: Docker;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Pushed {
  readonly pushed: readonly PushedImage[];
  /** Whole sentences, where one of the names was not pushed; those behind it were not tried. */
  readonly trouble?: string;
}

/** The engine itself repeats an upload five times, but neither the first question nor the last. */
const pausesMs = [2_000, 10_000];

/** Pushes the very image under each name, one after another. */
export async function push(image: ImageObservation, plan: PushPlan, setting: PushSetting): Promise<Pushed> {
  const pushed: PushedImage[] = [];
  for (const name of plan.names) {
    const reference = plan.byDigest ? `${name.repository}:${tagOfImage(image)}` : name.reference;
    setting.progress({ kind: 'step-began', stage: 'push', title: reference });
    let outcome: One;
    try {
      outcome = await pushOne(image, { ...name, reference }, plan, setting);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      outcome = { trouble: error.message }; // what was pushed before is told all the same
    } finally {
      setting.progress({ kind: 'step-ended', stage: 'push' });
    }
    if ('trouble' in outcome) return { pushed, trouble: `${outcome.trouble}${rest(plan, pushed)}` };
    pushed.push(outcome);
  }
  return { pushed };
}

/** What pulls by this tag gets this image, whoever pushes it how often. */
export function tagOfImage({ id }: Pick<ImageObservation, 'id'>): string {
  return `sea-trial-${id.replace(/^sha256:/, '').slice(0, 12)}`;
}

type One = PushedImage | { readonly trouble: string };

async function pushOne(
  image: ImageObservation,
  name: PushName,
  { deadlineMs }: PushPlan,
  { docker, clock, progress, signal }: PushSetting,
): Promise<One> {
  const { reference, repository, registry } = name;
  const tell = (text: string): void => progress({ kind: 'line', stage: 'push', text });
  for (let attempt = 0; ; attempt += 1) {
    // By its id: the name may have been given to another image since the build.
    await docker.tagImage(image.id, reference);
    const outcome = await docker.push({ reference, deadlineMs, signal, onLine: tell });
    if (outcome.kind === 'pushed') {
      const theirs = await docker.inspectImage(`${repository}@${outcome.digest}`);
      return theirs === undefined || theirs.id === image.id
        ? { reference, digest: outcome.digest }
        : { trouble: replaced(reference, outcome.digest) };
    }
    if (outcome.kind === 'late') return { trouble: late(reference, registry, deadlineMs) };
    const { passes, advice } = registryTrouble(outcome.words);
    const pauseMs = passes ? pausesMs[attempt] : undefined;
    if (pauseMs === undefined) return { trouble: refused(reference, outcome.words, attempt, advice(registry)) };
    tell(`${outcome.words}; it is tried again in ${pauseMs / 1000} s`);
    await clock.sleep(pauseMs, signal);
    signal.throwIfAborted();
  }
}

function refused(reference: string, words: string, attempt: number, advice: string): string {
  const often = attempt === 0 ? '' : `, ${attempt + 1} times`;
  return `\`${reference}\` was not pushed${often}: ${words === '' ? 'the registry gives no reason' : words.replace(/\.$/, '')}. ${advice}`;
}

function late(reference: string, registry: string, deadlineMs: number): string {
  return `\`${reference}\` was not pushed: ${registry} did not take it within ${Math.round(deadlineMs / 1000)} s. Start the job again, for what the registry has already is not sent twice, or raise \`build-timeout\`.`;
}

function replaced(reference: string, digest: string): string {
  return `\`${reference}\` names another image than the one that was tried: something on this machine gave the name away while it was pushed, and the registry has \`${digest}\` now. Start the job again, and let no two jobs of a machine share a tag.`;
}

/** Pushing again does no harm, so nobody has to take back what is there. */
function rest({ names }: PushPlan, pushed: readonly PushedImage[]): string {
  const behind = names.length - pushed.length - 1;
  const untried =
    behind === 0
      ? ''
      : ` ${behind === 1 ? 'One name' : `${behind} names`} behind it ${behind === 1 ? 'was' : 'were'} not tried.`;
  if (pushed.length === 0) return untried;
  return `${untried} Pushed already: ${pushed.map(({ reference }) => `\`${reference}\``).join(', ')}; to push that again does no harm.`;
}
