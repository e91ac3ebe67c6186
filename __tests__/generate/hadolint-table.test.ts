import { expect, test } from 'vitest';
import { hadolintTable } from '../../src/generate/hadolint-table.ts';
import { rules } from '../../src/rules/index.ts';
import { relativeWorkdir } from '../../src/rules/relative-workdir.ts';
import { shellFormHealthcheck } from '../../src/rules/shell-form-healthcheck.ts';
import { shellFormStart } from '../../src/rules/shell-form-start.ts';

/** Those that hadolint has, its withdrawn ones left out. */
const numbers = `
  1001 3000 3001 3002 3003 3004 3006 3007 3008 3009 3010 3011 3012 3013 3014 3015 3016 3018 3019 3020
  3021 3022 3023 3024 3025 3026 3027 3028 3029 3030 3032 3033 3034 3035 3036 3037 3038 3040 3041 3042
  3043 3044 3045 3046 3047 3048 3049 3050 3051 3052 3053 3054 3055 3056 3057 3058 3059 3060 3061 3062
  3063 3064 3065 3066 3067 4000 4001 4003 4004 4005 4006`
  .trim()
  .split(/\s+/)
  .map((digits) => `DL${digits}`);

test("each of hadolint's 71 numbers has a counterpart, and the table names no other but that of the parse error", () => {
  expect(numbers).toHaveLength(71);
  const named = [...hadolintTable(rules).matchAll(/^\| (DL\d{4}) /gm)].map(([, number]) => number);
  expect([...new Set(named)]).toEqual(['DL1000', ...numbers]);
});

test('a number that is said of two flaws has a row for each, and rows are ordered by number', () => {
  expect(hadolintTable([shellFormStart, shellFormHealthcheck, relativeWorkdir])).toBe(
    [
      '| hadolint | Here | Severity | What it says |',
      '|:--|:--|:--|:--|',
      '| DL1000 | [dockerfile-parse-error](checks/dockerfile-parse-error.md) | error | BuildKit cannot read the Dockerfile; the rules run over what can be read all the same. |',
      '| DL3000 | [relative-workdir](checks/relative-workdir.md) | warning | WORKDIR is not absolute. |',
      '| DL3025 | [shell-form-start](checks/shell-form-start.md) | warning | The container is started through a shell, so its program never sees SIGTERM. |',
      '| DL3025 | [shell-form-healthcheck](checks/shell-form-healthcheck.md) | notice | The health check runs through a shell. |',
      '',
    ].join('\n'),
  );
});
