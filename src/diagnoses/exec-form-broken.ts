import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { brokenExecForm, execForm, inExecForm } from '../symptoms/start/exec-form.ts';
import { instructionAt } from '../symptoms/place.ts';
import { application, failedStep, requirements, servedBy } from './example.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

export const execFormBroken: Diagnosis = {
  id: 'exec-form-broken',
  blames: 'image',
  summary: 'the list behind CMD or ENTRYPOINT is no JSON, so a shell gets it as a command line',
  why: 'The exec form is a JSON array: double quotation marks, a comma between the words and none behind the last. Docker takes everything else for shell text without a word, and the shell looks for a program whose name begins with `[`.',
  references: ['https://docs.docker.com/reference/dockerfile/#exec-form'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    const { facts, build, container, fatal } = symptoms;
    if (fatal !== undefined || container?.state?.exitCode === 0) return;
    const { entrypoint, command } = facts.startCommand ?? {};
    const step = instructionAt(facts, build?.failure.line);
    for (const instruction of build === undefined
      ? [entrypoint, command]
      : [step?.keyword === 'RUN' ? step : undefined]) {
      const words = instruction === undefined ? undefined : brokenExecForm(instruction);
      if (instruction === undefined || words === undefined) continue;
      const { keyword } = instruction;
      yield {
        headline: `the list behind ${keyword} is no JSON`,
        title: `${keyword} holds a list that is no JSON, so a shell runs it as a command line`,
        why: `${faultOf(instruction.text)} Docker takes it for the shell form, and the shell finds no such program.`,
        advice: `Write \`${keyword} ${execForm(words)}\`.`,
        location: locationOf(facts.dockerfile, instruction.span),
        evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms),
        explains: [
          'build-step-failed',
          'shell-form-start',
          'command-not-found',
          'server-not-installed',
          'bad-server-option',
        ],
        fix: inExecForm(instruction, words, facts, 'Write it as a JSON array'),
      };
    }
  },
  examples: [
    {
      title: 'single quotation marks',
      dockerfile: servedBy("['uvicorn', 'app:app', '--host', '0.0.0.0']"),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn,: not found'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a comma behind the last word',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0",]'),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn,: not found'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a comma is missing',
      dockerfile: servedBy('["uvicorn" "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn: not found'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the quotation marks of a word processor',
      dockerfile: servedBy('[“uvicorn”, “app:app”]'),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: [“uvicorn”,: not found'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app"]',
    },
    {
      title: 'a step of the build',
      dockerfile: "FROM python:3.11-slim\nRUN ['pip', 'install', 'fastapi']\n",
      saw: { build: failedStep(2, "['pip', 'install', 'fastapi']", ['/bin/sh: 1: [pip,: not found'], 127) },
      place: 'Dockerfile:2',
      fixed: 'RUN ["pip", "install", "fastapi"]',
    },
  ],
  confusions: [
    {
      title: 'a test of the shell in a step of the build, and then a program that is not there',
      is: 'command-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN [ -d /app ] && jq --version\n',
      saw: { build: failedStep(2, '[ -d /app ] && jq --version', ['/bin/sh: 1: jq: not found'], 127) },
    },
    {
      title: 'a test of the shell, and then a program that is not there',
      is: 'command-not-found',
      dockerfile: servedBy('[ "$DEBUG" = 1 ] || pg_isready'),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: pg_isready: not found'] },
    },
    {
      title: 'the whole command line in one word, which is JSON',
      is: 'exec-form-one-string',
      dockerfile: servedBy('["uvicorn app:app"]'),
      files,
      saw: {
        create: {
          exitCode: 127,
          stderr: 'docker: Error response from daemon: … exec: "uvicorn app:app": executable file not found in $PATH',
        },
        ended: 'not-started',
      },
    },
  ],
};

function faultOf(text: string): string {
  if (/[“”„‘’‚«»]/.test(text)) return 'Its quotation marks are not those of JSON.';
  if (/[[,]\s*'/.test(text)) return 'Its words stand between single quotation marks.';
  if (/,\s*\]/.test(text)) return 'A comma stands behind its last word.';
  if (!/\]\s*$/.test(text)) return 'It does not end with a bracket.';
  return /"\s+"/.test(text) ? 'A comma is missing between two words.' : 'Its words stand without quotation marks.';
}
