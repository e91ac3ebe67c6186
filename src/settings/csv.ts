import { UserError } from '../errors.ts';
import type { Placed } from './given.ts';

/**
 * Reads a list as docker/build-push-action reads its inputs, so that a workflow can be taken over as it stands:
 * one record a line, fields parted by commas, a field that begins with `"` runs to the closing quote over commas and line
 * breaks, `""` in it is a quote, and a quote inside a bare field is an ordinary character.
 */
export function readRecords(input: Placed): readonly (readonly string[])[] {
  const { text } = input;
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let opened: number | undefined;
  const endField = (): void => {
    record.push(field);
    field = '';
  };
  const endRecord = (): void => {
    endField();
    if (record.some((each) => each !== '')) records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (opened !== undefined) {
      if (character !== '"') field += character;
      else if (text.startsWith('""', at)) {
        field += '"';
        at += 1;
      } else {
        // A quote that is closed before the end of its field never was one: {"a":1} keeps its own.
        if (!/^(?:,|\r?\n|$)/.test(text.slice(at + 1, at + 3))) field = `"${field}"`;
        opened = undefined;
      }
    } else if (character === '"' && field === '') opened = at;
    else if (character === ',') endField();
    else if (character === '\n') endRecord();
    else if (!text.startsWith('\r\n', at)) field += character;
  }
  if (opened !== undefined) throw unclosed(input, opened);
  endRecord();
  return records;
}

/** One value a line; its commas are its own. */
export function csvLines(input: Placed): readonly string[] {
  return readRecords(input).map((record) => record.join(','));
}

/** One value a line or a comma. */
export function csvFields(input: Placed): readonly string[] {
  return readRecords(input).flatMap((record) => record.flatMap((field) => field.split(',')));
}

function unclosed(input: Placed, opened: number): UserError {
  const line = input.text.slice(0, opened).split('\n').length;
  return new UserError(
    `a double quote is opened in line ${line} and never closed, so where the value ends is not known.`,
    {
      place: input.place,
      hint: 'Close it, or write "" for a quote inside a quoted value.',
    },
  );
}
