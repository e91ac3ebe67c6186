import type { Span } from '../finding.ts';
import { trimmedEnd, trimSpaces } from './blanks.ts';
import { flagProblem } from './flag-problems.ts';
import { goQuoted } from './go-quoted.ts';
import { isHeredocWord } from './heredoc-opening.ts';
import type { Escape, GrammarProblem, Instruction, Word } from './model.ts';
import { sourceSpan } from './segments.ts';
import { transferProblem } from './transfer-problems.ts';
import { valueProblem } from './value-problems.ts';

/** The first fault in an instruction's flags and arguments, in the order in which BuildKit looks at them. */
export function argumentProblem(instruction: Instruction, escape: Escape): GrammarProblem | undefined {
  return formProblem(instruction, escape) ?? valueProblem(instruction, escape) ?? lastProblem(instruction);
}

/** What comes last of all, once everything is expanded. */
function lastProblem(instruction: Instruction): GrammarProblem | undefined {
  const { keyword, exec } = instruction;
  switch (keyword) {
    case 'COPY':
    case 'ADD':
      return transferProblem(instruction);
    case 'RUN':
      if (exec?.length !== 0) return undefined;
      return error(placeOf(instruction), 'arguments are required', 'Write the program and its arguments.');
    default:
      return undefined;
  }
}

function formProblem(instruction: Instruction, escape: Escape): GrammarProblem | undefined {
  const { keyword, words, exec } = instruction;
  const values = exec ?? words;
  switch (keyword) {
    case 'FROM':
      return fromProblem(instruction, words) ?? flagProblem(instruction);
    case 'COPY':
    case 'ADD':
      return copyProblem(instruction, values);
    case 'ENV':
    case 'LABEL':
      return flagProblem(instruction) ?? atLeastOne(instruction) ?? blankName(instruction);
    case 'ARG':
      return atLeastOne(instruction) ?? blankName(instruction);
    case 'MAINTAINER':
    case 'USER':
    case 'WORKDIR':
      return exactlyOne(instruction) ?? flagProblem(instruction);
    case 'STOPSIGNAL':
      return exactlyOne(instruction);
    case 'EXPOSE':
      return atLeastOne(instruction) ?? flagProblem(instruction);
    case 'VOLUME':
      return atLeastOne(instruction) ?? flagProblem(instruction) ?? emptyVolume(values, exec !== undefined);
    case 'SHELL':
      return flagProblem(instruction) ?? shellProblem(instruction);
    case 'HEALTHCHECK':
      return healthcheckProblem(instruction, values);
    case 'ONBUILD':
      return onbuildProblem(instruction, escape);
    default:
      return flagProblem(instruction);
  }
}

function fromProblem(instruction: Instruction, words: readonly Word[]): GrammarProblem | undefined {
  const [, as, name] = words;
  if (words.length === 3 && as?.text.toLowerCase() === 'as' && name !== undefined) {
    if (/^[a-z][a-z0-9\-_.]*$/.test(name.text.toLowerCase())) return undefined;
    const message = `invalid name for build stage: ${goQuoted(name.text)}, name can't start with a number or contain symbols`;
    return error(name.span, message, 'Name the stage with letters, digits, `-`, `_` and `.`, a letter first.');
  }
  if (words.length === 1) return undefined;
  const advice =
    words.length === 0
      ? 'Write the image behind FROM.'
      : 'Write `FROM image`, or `FROM image AS name`, and nothing else.';
  return error(placeOf(instruction), 'FROM requires either one or three arguments', advice);
}

function copyProblem(instruction: Instruction, values: readonly Word[]): GrammarProblem | undefined {
  const { keyword } = instruction;
  if (values.length < 2) {
    const message = `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`;
    return error(placeOf(instruction), message, 'Write the source and, behind it, the destination.');
  }
  const flag = flagProblem(instruction);
  if (flag !== undefined) return flag;
  const destination = values.at(-1);
  const written = instruction.exec === undefined ? destination?.text : destination?.value;
  if (destination === undefined || written === undefined || !isHeredocWord(written)) return undefined;
  const message = `${keyword} cannot accept a heredoc as a destination`;
  return error(destination.span, message, 'Write the destination behind the heredoc.');
}

function atLeastOne(instruction: Instruction): GrammarProblem | undefined {
  const { keyword, words, exec } = instruction;
  if ((exec ?? words).length > 0) return undefined;
  return error(
    placeOf(instruction),
    `${keyword} requires at least one argument`,
    'Write the argument, or delete the line.',
  );
}

function exactlyOne(instruction: Instruction): GrammarProblem | undefined {
  if (instruction.words.length > 0) return undefined;
  const message = `${instruction.keyword} requires exactly one argument`;
  return error(placeOf(instruction), message, 'Write the argument, or delete the line.');
}

function blankName(instruction: Instruction): GrammarProblem | undefined {
  if (instruction.assignments[0]?.legacy === true) return undefined;
  const blank = instruction.words.find(({ text }) => text.startsWith('='));
  if (blank === undefined) return undefined;
  return error(blank.span, `${instruction.keyword} names can not be blank`, 'Write the name before `=`.');
}

function emptyVolume(values: readonly Word[], isArray: boolean): GrammarProblem | undefined {
  const empty = values.find(({ value, text }) => trimSpaces(isArray ? value : text) === '');
  if (empty === undefined) return undefined;
  return error(empty.span, 'VOLUME specified can not be an empty string', 'Write a path, or drop the empty one.');
}

function shellProblem(instruction: Instruction): GrammarProblem | undefined {
  const missing = atLeastOne(instruction);
  if (missing !== undefined || instruction.exec !== undefined) return missing;
  const message = 'SHELL requires the arguments to be in JSON form';
  return error(placeOf(instruction), message, 'Write a JSON array: `SHELL ["/bin/bash", "-c"]`.');
}

function healthcheckProblem(instruction: Instruction, values: readonly Word[]): GrammarProblem | undefined {
  const [type, ...rest] = values;
  if (type === undefined) return atLeastOne(instruction);
  const name = type.text.toUpperCase();
  if (name === 'NONE') {
    if (rest.length === 0) return undefined;
    return error(placeOf(instruction), 'HEALTHCHECK NONE takes no arguments', 'Delete what follows NONE.');
  }
  const flag = flagProblem(instruction);
  if (flag !== undefined) return flag;
  if (name !== 'CMD') {
    const message = `Unknown type ${goQuoted(name)} in HEALTHCHECK (try CMD)`;
    return {
      ...error(type.span, message, 'Write CMD before the command.'),
      fix: {
        title: 'Write CMD before the command',
        span: { start: type.span.start, end: type.span.start },
        text: 'CMD ',
      },
    };
  }
  if (rest.length > 0) return undefined;
  return error(placeOf(instruction), 'Missing command after HEALTHCHECK CMD', 'Write the command behind CMD.');
}

function onbuildProblem(instruction: Instruction, escape: Escape): GrammarProblem | undefined {
  const { trigger } = instruction;
  if (trigger === undefined) {
    return error(
      placeOf(instruction),
      'ONBUILD requires at least one argument',
      'Write the instruction, or delete the line.',
    );
  }
  const flag = flagProblem(instruction);
  if (flag !== undefined) return flag;
  const keyword = trimSpaces(trigger.keyword);
  if (keyword === 'ONBUILD') {
    const message = "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
    return error(trigger.keywordSpan, message, 'Delete one of the two.');
  }
  if (keyword === 'FROM' || keyword === 'MAINTAINER') {
    const message = `${keyword} isn't allowed as an ONBUILD trigger`;
    return error(trigger.keywordSpan, message, 'Delete the line.');
  }
  // BuildKit looks at the trigger only when an image is built on this one.
  const inner = argumentProblem(trigger, escape);
  return inner === undefined ? undefined : { ...inner, severity: 'warning' };
}

function error(span: Span, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span };
}

/** The arguments, or the keyword where there are none. */
function placeOf(instruction: Instruction): Span {
  const { text, argumentsStart } = instruction;
  const end = trimmedEnd(text, argumentsStart, text.length);
  return argumentsStart < end ? sourceSpan(instruction, argumentsStart, end) : instruction.keywordSpan;
}
