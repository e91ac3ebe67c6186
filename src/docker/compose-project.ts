import * as v from 'valibot';

/** A service as `docker compose config --format json` writes it: paths absolute, `$` doubled; what is not named here is kept. */
export const composeService = v.looseObject({
  build: v.optional(
    v.looseObject({
      context: v.string(),
      dockerfile: v.optional(v.string()),
      dockerfile_inline: v.optional(v.string()),
      target: v.optional(v.string()),
      args: v.optional(v.record(v.string(), v.nullable(v.string()))),
      additional_contexts: v.optional(v.record(v.string(), v.string())),
      extra_hosts: v.optional(v.array(v.string())),
      cache_from: v.optional(v.array(v.string())),
      cache_to: v.optional(v.array(v.string())),
      secrets: v.optional(v.array(v.object({ source: v.string(), target: v.optional(v.string()) }))),
      ssh: v.optional(v.array(v.string())),
      shm_size: v.optional(v.string()),
      network: v.optional(v.string()),
    }),
  ),
  image: v.optional(v.string()),
  command: v.nullish(v.array(v.string())),
  entrypoint: v.nullish(v.array(v.string())),
  container_name: v.optional(v.string()),
  environment: v.optional(v.record(v.string(), v.nullable(v.string()))),
  ports: v.optional(v.array(v.looseObject({ target: v.number(), protocol: v.optional(v.string(), 'tcp') }))),
  depends_on: v.optional(
    v.record(v.string(), v.looseObject({ condition: v.string(), required: v.optional(v.boolean(), true) })),
  ),
  network_mode: v.optional(v.string()),
  networks: v.optional(v.record(v.string(), v.nullable(v.looseObject({ aliases: v.optional(v.array(v.string())) })))),
  deploy: v.optional(
    v.looseObject({
      replicas: v.optional(v.number()),
      restart_policy: v.optional(v.unknown()),
      resources: v.optional(v.unknown()),
    }),
  ),
});
export type ComposeService = v.InferOutput<typeof composeService>;

const owned = v.record(v.string(), v.looseObject({ external: v.optional(v.boolean(), false) }));

/** What `docker compose config --format json` writes. */
export const composeModel = v.looseObject({
  services: v.record(v.string(), composeService),
  networks: v.optional(owned),
  volumes: v.optional(owned),
  secrets: v.optional(
    v.record(v.string(), v.looseObject({ file: v.optional(v.string()), environment: v.optional(v.string()) })),
  ),
});
export type ComposeModel = v.InferOutput<typeof composeModel>;

/** The service under trial among those of a compose file. */
export interface ComposeProject {
  /** As they were named, for messages. */
  readonly files: readonly string[];
  readonly name: string;
  readonly service: ComposeService;
  readonly model: ComposeModel;
  /** What they say, for what stands there in plain text is no secret. */
  readonly text: string;
}

/** Values of variables of all services, as the containers get them. */
export function environmentValues({ model }: ComposeProject): readonly string[] {
  return Object.values(model.services).flatMap(({ environment }) =>
    Object.values(environment ?? {}).flatMap((value) => (value === null ? [] : [undoubled(value)])),
  );
}

/** A dollar sign that stands for itself is doubled in a compose file. */
export function doubled(text: string): string {
  return text.replaceAll('$', '$$$$');
}

export function undoubled(text: string): string {
  return text.replaceAll('$$', '$');
}
