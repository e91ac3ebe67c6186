import { expect, test } from 'vitest';
import { cdInsteadOfWorkdir } from '../../src/rules/cd-instead-of-workdir.ts';
import { consecutiveRuns } from '../../src/rules/consecutive-runs.ts';
import { namedUser } from '../../src/rules/named-user.ts';
import { pipeWithoutPipefail } from '../../src/rules/pipe-without-pipefail.ts';
import { shellFormStart } from '../../src/rules/shell-form-start.ts';
import { findingsOf } from '../support/rule-findings.ts';

const checksOf = (text: string): readonly string[] =>
  [cdInsteadOfWorkdir, consecutiveRuns, namedUser, pipeWithoutPipefail, shellFormStart].flatMap((rule) =>
    findingsOf(rule, text).map(({ check }) => check),
  );

test.each([
  'mcr.microsoft.com/windows/nanoserver:ltsc2022',
  'mcr.microsoft.com/windows/servercore:ltsc2022 AS base\nFROM base',
  'mcr.microsoft.com/dotnet/framework/aspnet:4.8',
  'golang:1.22-nanoserver-ltsc2022',
  'python:3.12-windowsservercore-ltsc2022',
])('on Windows nothing is said of sh, of SIGTERM and of numbers of users: %s', (base) => {
  expect(checksOf(`FROM ${base}\nRUN cd app && dir | more\nUSER ContainerUser\nCMD app.exe\n`)).toEqual([]);
});

test('a SHELL of its own is read, also there', () => {
  const text = 'FROM golang:1.22-nanoserver\nSHELL ["bash", "-c"]\nRUN cd app && dir | more\n';
  expect(checksOf(text)).toEqual(['cd-instead-of-workdir', 'pipe-without-pipefail']);
});

test('RUNs of PowerShell, which may have no `&&`, are not to be joined', () => {
  const runs = 'RUN Remove-Item a\nRUN Remove-Item b\n';
  expect(checksOf(`FROM debian:12\nSHELL ["powershell", "-Command"]\n${runs}`)).toEqual([]);
  expect(checksOf(`FROM debian:12\n${runs}`)).toEqual(['consecutive-runs']);
});
