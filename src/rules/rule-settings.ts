/** What a label's value must be. hadolint's words, so that its label schemas read here as they are. */
export type LabelType = (typeof labelTypes)[number];
export const labelTypes = ['text', 'url', 'rfc3339', 'spdx', 'hash', 'semver', 'email'] as const;

/** What a configuration tells rules; a rule that needs nothing said is not in here. */
export interface RuleSettings {
  /** Registries that base images may come from; empty where none is named, and then any may. `*` stands for a part of a name. */
  readonly trustedRegistries: readonly string[];
  /** The labels that an image must have, and what their values must be. */
  readonly labelSchema: ReadonlyMap<string, LabelType>;
  /** Only labels of the schema may be set. */
  readonly strictLabels: boolean;
}

/** No configuration. */
export const unconfigured: RuleSettings = { trustedRegistries: [], labelSchema: new Map(), strictLabels: false };
