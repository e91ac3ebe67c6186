import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';

/** What hadolint 2.15 gives its numbers. */
const levels = {
  error: '3000 3004 3011 3012 3020 3021 3023 3024 3026 3043 3044 3061 4000 4004',
  warning:
    '3002 3003 3006 3007 3008 3013 3014 3016 3018 3022 3025 3027 3028 3029 3030 3032 3033 3034 3035 3036 3037 3038 3040 3041 3042 3045 3046 3051 3052 3053 3054 3055 3056 3058 3062 3063 3064 3065 3067 4001 4003 4005 4006',
  info: '3001 3009 3010 3015 3019 3047 3048 3049 3050 3059 3060 3066',
  off: '1001 3057',
} as const;

const severityOf = { error: 'error', warning: 'warning', info: 'notice', off: 'off' } as const;

/** Where ours is another: what is only worth an error if the image cannot work, and what the page on hadolint says. */
const deviations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['3000', '3004', '3012', '3020', '3021', '3024', '3026', '3044', '4000', '4004'].map((number) => [
      `DL${number}`,
      'warning',
    ]),
  ),
  DL3008: 'off',
  ...Object.fromEntries(['3018', '3033', '3037', '3041'].map((number) => [`DL${number}`, 'notice'])),
};

test("a check with hadolint's number has its severity, but for what is said on the page about hadolint", () => {
  const wanted = new Map(
    Object.entries(severityOf).flatMap(([level, severity]) =>
      Object.entries(levels)
        .filter(([name]) => name === level)
        .flatMap(([, numbers]) => numbers.split(' ').map((number) => [`DL${number}`, severity] as const)),
    ),
  );
  const ours = rules
    // Beside a CMD in shell form: nobody stops a health check by a signal.
    .filter(({ id }) => id !== 'shell-form-healthcheck')
    .flatMap(({ aliases, severity }) =>
      aliases.filter((alias) => alias.startsWith('DL')).map((number) => [number, severity] as const),
    );
  expect(Object.fromEntries(ours)).toEqual({ ...Object.fromEntries(wanted), ...deviations });
});
