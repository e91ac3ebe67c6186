import { describe, expect, test } from 'vitest';
import { readCommands, readFileCommands } from './runner-commands.ts';

describe('the reading of commands', () => {
  test('follows the runner', () => {
    const output = [
      '::error title=a%3A b,file=x%2Cy,line=3::data %25 %0A more',
      '\u0085 \t::set-output name=verdict::passed',
      'text in front ##[save-state name=a;]b',
      'text in front ::set-output name=a::b',
      '::unknown::x',
      '::no end',
      '##[group no end',
      'a\r::debug::after a carriage return',
    ].join('\n');
    expect(readCommands(output)).toEqual({
      commands: [
        { name: 'error', properties: { title: 'a: b', file: 'x,y', line: '3' }, data: 'data % \n more', version: 2 },
        { name: 'set-output', properties: { name: 'verdict' }, data: 'passed', version: 2 },
        { name: 'save-state', properties: { name: 'a' }, data: 'b', version: 1 },
        { name: 'debug', properties: {}, data: 'after a carriage return', version: 2 },
      ],
      log: ['text in front ::set-output name=a::b', '::unknown::x', '::no end', '##[group no end', 'a'],
    });
  });

  test('stops until the token comes', () => {
    const output = '::stop-commands::a1\n::set-output name=a::b\n##[error]x\n::a2::\n::a1::\n::debug::y';
    expect(readCommands(output)).toEqual({
      commands: [
        { name: 'stop-commands', properties: {}, data: 'a1', version: 2 },
        { name: 'debug', properties: {}, data: 'y', version: 2 },
      ],
      log: ['::set-output name=a::b', '##[error]x', '::a2::'],
    });
  });
});

describe('the reading of a file of values', () => {
  test('takes both forms', () => {
    expect(readFileCommands('a=b=c\nlong<<END\none\ntwo=2\nEND\nempty=\nx<<E\nE\n')).toEqual({
      a: 'b=c',
      long: 'one\ntwo=2',
      empty: '',
      x: '',
    });
  });

  test.each(['no form', 'a<<END\nnever ended', '=value'])('refuses %j as the runner does', (text) => {
    expect(() => readFileCommands(text)).toThrow('the runner refuses this file');
  });
});
