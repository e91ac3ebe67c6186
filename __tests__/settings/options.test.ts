import { expect, test } from 'vitest';
import { presentationFlags } from '../../src/settings/commands.ts';
import { options } from '../../src/settings/options.ts';
import { outputs } from '../../src/settings/outputs.ts';

test('no name is given twice: of inputs, of flags, of short flags, of outputs', () => {
  const flags = [...options, ...presentationFlags];
  for (const names of [
    options.map(({ name }) => name),
    flags.flatMap(({ flag }) => flag ?? []),
    flags.flatMap(({ short }) => short ?? []),
    outputs.map(({ name }) => name),
  ])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('no sentence holds an expression, for the runner would evaluate it in action.yml and fail', () => {
  expect([...options, ...outputs].filter(({ sentence }) => sentence.includes('${{'))).toEqual([]);
});

test('every sentence ends with a full stop, and every default is one that the choices know', () => {
  expect([...options, ...outputs].filter(({ sentence }) => !sentence.endsWith('.'))).toEqual([]);
  expect(
    options.filter(({ choices, default: value }) => choices !== undefined && !choices.includes(value ?? '')),
  ).toEqual([]);
});
