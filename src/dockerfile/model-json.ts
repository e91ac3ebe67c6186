import type { Dockerfile, Instruction } from './model.ts';

/** A Dockerfile as `sea-trial parse` prints it: the shape of BuildKit's own view, made for programs. */
export type ModelJson =
  | { readonly path: string; readonly error: string }
  | {
      readonly path: string;
      readonly escape: string;
      readonly warnings?: readonly string[];
      readonly instructions: readonly InstructionJson[];
    };

export interface InstructionJson {
  readonly keyword: string;
  readonly lines: readonly [number, number];
  readonly flags?: readonly string[];
  readonly text: string;
  readonly exec?: readonly string[];
  readonly heredocs?: readonly HeredocJson[];
}

export interface HeredocJson {
  readonly name: string;
  readonly strip: boolean;
  readonly expand: boolean;
  readonly content: string;
}

export function modelJson(dockerfile: Dockerfile): ModelJson {
  const { path, escape, warnings, instructions, refusal } = dockerfile;
  if (refusal !== undefined) return { path, error: refusal.message };
  return {
    path,
    escape,
    ...(warnings.length === 0 ? {} : { warnings }),
    instructions: instructions.map(instructionJson),
  };
}

function instructionJson(instruction: Instruction): InstructionJson {
  const { keyword, lines, flags, text, exec, heredocs } = instruction;
  return {
    keyword,
    lines,
    ...(flags.length === 0
      ? {}
      : { flags: flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`)) }),
    text,
    ...(exec === undefined ? {} : { exec: exec.map(({ value }) => value) }),
    ...(heredocs.length === 0
      ? {}
      : { heredocs: heredocs.map(({ name, strip, expand, content }) => ({ name, strip, expand, content })) }),
  };
}
