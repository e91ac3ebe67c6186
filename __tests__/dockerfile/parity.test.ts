import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { modelJson } from '../../src/dockerfile/model-json.ts';

const Case = v.looseObject({ dockerfile: v.string(), warnings: v.optional(v.array(v.string())) });
const file = new URL('../fixtures/parity/buildkit-expected.json', import.meta.url);
const cases = v.parse(v.record(v.string(), Case), JSON.parse(readFileSync(file, 'utf8')));

describe('the model agrees with what BuildKit’s own parser said of', () => {
  it.each(Object.entries(cases))('%s', (name, { dockerfile, warnings = [], ...expected }) => {
    const printed = modelJson(parseDockerfile(dockerfile, name));
    const spoken = warnings.length === 0 ? {} : { warnings };
    expect(printed).toEqual({ path: name, ...spoken, ...expected });
  });
});
