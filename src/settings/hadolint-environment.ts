import type { Ports } from '../ports.ts';
import { labelTypes, type LabelType } from '../rules/rule-settings.ts';
import type { ConfigurationPart } from './configuration.ts';
import { failOnOfThreshold, hadolintSeverities } from './hadolint-words.ts';

/** What hadolint's own variables say; undefined where none is set. */
export async function hadolintEnvironment({
  environment,
  workingDirectory,
}: Pick<Ports, 'environment' | 'workingDirectory'>): Promise<ConfigurationPart | undefined> {
  const set = (name: string): string | undefined => environment[`HADOLINT_${name}`]?.trim() || undefined;
  const list = (name: string): readonly string[] | undefined =>
    set(name)
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const truth = (name: string): boolean | undefined => {
    const value = set(name)?.toLowerCase();
    return value === undefined ? undefined : ['1', 'y', 'on', 'true', 'yes'].includes(value);
  };
  const used = Object.keys(environment).filter((name) => understood.has(name) && environment[name]?.trim());
  if (used.length === 0) return undefined;
  const threshold = set('FAILURE_THRESHOLD');
  const failOn =
    truth('NOFAIL') === true ? 'never' : threshold === undefined ? undefined : failOnOfThreshold(threshold);
  const registries = list('TRUSTED_REGISTRIES') ?? list('ALLOWED_REGISTRIES');
  const labels = list('REQUIRE_LABELS');
  const strictLabels = truth('STRICT_LABELS');
  const overridden = hadolintSeverities.flatMap(([word, severity]) => {
    const name = `OVERRIDE_${word.toUpperCase()}`;
    return (list(name) ?? []).map((check) => ({ check, severity, place: `HADOLINT_${name}` }));
  });
  const ignored = (list('IGNORE') ?? []).map((check) => ({ check, place: 'HADOLINT_IGNORE' }));
  const { unknownChecks } = await import('./config-names.ts');
  return {
    name: used.toSorted().join(', '),
    folder: workingDirectory,
    severities: overridden.map(({ check, severity }) => ({ check, severity })),
    ignore: ignored.map(({ check, place }) => ({ check, reason: `by ${place}` })),
    ...(registries === undefined ? {} : { trustedRegistries: registries }),
    ...(labels === undefined ? {} : { labelSchema: new Map(labels.map(labelOf)) }),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(truth('DISABLE_IGNORE_PRAGMA') === true ? { inlineIgnores: false } : {}),
    ...(failOn === undefined ? {} : { failOn }),
    notes: [
      ...(threshold !== undefined && failOnOfThreshold(threshold) === undefined
        ? [`HADOLINT_FAILURE_THRESHOLD: "${threshold}" is no severity of hadolint, so nothing is made of it.`]
        : []),
      ...(await unknownChecks([...overridden, ...ignored].map(({ check, place }) => ({ text: check, place })))),
    ],
  };
}

const understood = new Set(
  [
    'IGNORE',
    'TRUSTED_REGISTRIES',
    'ALLOWED_REGISTRIES',
    'REQUIRE_LABELS',
    'STRICT_LABELS',
    'DISABLE_IGNORE_PRAGMA',
    'NOFAIL',
    'FAILURE_THRESHOLD',
    ...hadolintSeverities.map(([word]) => `OVERRIDE_${word.toUpperCase()}`),
  ].map((name) => `HADOLINT_${name}`),
);

/** `version:semver`; without a type any text will do. */
function labelOf(text: string): readonly [string, LabelType] {
  const at = text.lastIndexOf(':');
  const type = labelTypes.find((each) => each === text.slice(at + 1).trim());
  return at === -1 || type === undefined ? [at === -1 ? text : text.slice(0, at), 'text'] : [text.slice(0, at), type];
}
