import type { Flag, Instruction } from '../dockerfile/model.ts';

/** One `--mount=` of a RUN. */
export interface Mount {
  /** `bind` where none is given. */
  readonly type: string;
  readonly from?: string;
  readonly source?: string;
  readonly target?: string;
  readonly flag: Flag;
}

/** The mounts of a RUN, in order. */
export function mountsOf(instruction: Instruction): readonly Mount[] {
  return instruction.flags.flatMap((flag) => (flag.name === 'mount' ? [mountOf(flag)] : []));
}

function mountOf(flag: Flag): Mount {
  const fields = new Map<string, string>();
  for (const field of (flag.value ?? '').split(',')) {
    const equals = field.indexOf('=');
    if (equals !== -1) fields.set(field.slice(0, equals).trim().toLowerCase(), unquoted(field.slice(equals + 1)));
  }
  const from = fields.get('from');
  const source = fields.get('source') ?? fields.get('src');
  const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination');
  return {
    type: fields.get('type')?.toLowerCase() ?? 'bind',
    ...(from === undefined ? {} : { from }),
    ...(source === undefined ? {} : { source }),
    ...(target === undefined ? {} : { target }),
    flag,
  };
}

function unquoted(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}
