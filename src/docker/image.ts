import { UserError } from '../errors.ts';
import type { ImageLayer, ImageObservation } from '../observation.ts';
import * as v from 'valibot';
import type { Client } from './client.ts';
import { isMissing, unexpected } from './trouble.ts';

export async function inspectImage(client: Client, reference: string): Promise<ImageObservation | undefined> {
  refuseOption(reference);
  const [inspected, history] = await Promise.all([
    client.docker(['image', 'inspect', reference]),
    client.docker(['image', 'history', '--no-trunc', '--human=false', '--format={{json .}}', reference]),
  ]);
  if (isMissing(inspected)) return undefined;
  if (inspected.exitCode !== 0) throw unexpected(`the image \`${reference}\` cannot be inspected`, inspected);
  const [image] = v.parse(v.pipe(v.string(), v.parseJson(), v.array(inspectedImage)), inspected.stdout);
  if (image === undefined) return undefined;
  const digest = image.RepoDigests?.[0]?.split('@')[1];
  return {
    reference,
    id: image.Id,
    ...(digest === undefined ? {} : { digest }),
    bytes: image.Size,
    store: storeOf(image),
    user: image.Config.User ?? '',
    workdir: image.Config.WorkingDir ?? '',
    environment: image.Config.Env ?? [],
    entrypoint: image.Config.Entrypoint ?? [],
    command: image.Config.Cmd ?? [],
    exposed: Object.keys(image.Config.ExposedPorts ?? {}),
    layers: readHistory(history.stdout),
    ...(image.Config.StopSignal === undefined || image.Config.StopSignal === null || image.Config.StopSignal === ''
      ? {}
      : { stopSignal: image.Config.StopSignal }),
    ...healthcheckOf(image.Config.Healthcheck ?? undefined),
  };
}

/** Docker's own default, where the image gives no time. */
const usualHealthTimeoutMs = 30_000;

function healthcheckOf(healthcheck: v.InferOutput<typeof inspectedHealthcheck> | undefined): Partial<ImageObservation> {
  const test = healthcheck?.Test ?? [];
  if (test[0] !== 'CMD' && test[0] !== 'CMD-SHELL') return {};
  const nanoseconds = healthcheck?.Timeout ?? 0;
  return { healthcheck: { test, timeoutMs: nanoseconds > 0 ? nanoseconds / 1e6 : usualHealthTimeoutMs } };
}

/** An image name stands where docker would also take an option. */
export function refuseOption(reference: string): void {
  if (!reference.startsWith('-') && reference.trim() !== '') return;
  throw new UserError(`\`${reference}\` is no image name: docker would read it as an option.`, { place: 'image' });
}

const inspectedHealthcheck = v.object({ Test: v.nullish(v.array(v.string())), Timeout: v.nullish(v.number()) });
const inspectedImage = v.object({
  Id: v.string(),
  RepoDigests: v.nullish(v.array(v.string())),
  Size: v.number(),
  GraphDriver: v.nullish(v.object({ Name: v.optional(v.string(), '') })),
  Descriptor: v.nullish(v.object({})),
  Config: v.object({
    User: v.nullish(v.string()),
    WorkingDir: v.nullish(v.string()),
    Env: v.nullish(v.array(v.string())),
    Entrypoint: v.nullish(v.array(v.string())),
    Cmd: v.nullish(v.array(v.string())),
    ExposedPorts: v.nullish(v.record(v.string(), v.unknown())),
    StopSignal: v.nullish(v.string()),
    Healthcheck: v.nullish(inspectedHealthcheck),
  }),
});

/** Only containerd's store gives a descriptor; older engines with it name its snapshotter, which is no storage driver. */
function storeOf({ Descriptor, GraphDriver }: v.InferOutput<typeof inspectedImage>): string {
  const driver = GraphDriver?.Name ?? '';
  const isContainerd = (Descriptor !== undefined && Descriptor !== null) || driver === '' || driver === 'overlayfs';
  return isContainerd ? 'containerd' : driver;
}

const historyEntry = v.pipe(v.string(), v.parseJson(), v.object({ CreatedBy: v.string(), Size: v.string() }));

/** The history does not say which entries made a layer; those without a byte weigh nothing in any case. */
function readHistory(text: string): readonly ImageLayer[] {
  const layers: ImageLayer[] = [];
  for (const line of text.split('\n')) {
    const entry = v.safeParse(historyEntry, line);
    if (!entry.success) continue;
    const bytes = Number(entry.output.Size);
    if (bytes > 0) layers.push({ bytes, instruction: entry.output.CreatedBy.replace(/ # buildkit$/, '') });
  }
  return layers.toReversed();
}
