import type { Facts } from '../../facts/facts.ts';
import type { Traceback } from '../../traceback/traceback.ts';

/** The variables behind those fields of a settings class that pydantic says are missing. */
export function missingSettings(traceback: Traceback, facts: Facts): readonly string[] {
  const fields = missingFields(traceback);
  if (fields.length === 0) return [];
  const [, model] = /^\d+ validation errors? for (\w+)/.exec(traceback.message) ?? [];
  const prefix = model === undefined ? '' : prefixOf(model, facts);
  // A field that is written in capitals bears an alias, which takes no prefix.
  return fields.map((field) => {
    const name = field.replaceAll('.', '__');
    return name === name.toUpperCase() ? name : `${prefix}${name.toUpperCase()}`;
  });
}

/** pydantic names each field on a line of its own, and what is wrong with it on the next. */
function missingFields({ detail }: Traceback): readonly string[] {
  return detail.flatMap((line, index) => {
    const next = detail[index + 1] ?? '';
    const field = /^([A-Za-z_][\w.]*)(?: -> \w+)*$/.exec(line)?.[1];
    return field !== undefined && /^\s+[Ff]ield required|type=missing|type=value_error\.missing/.test(next)
      ? [field]
      : [];
  });
}

/** `env_prefix` of the class, in the form of pydantic 1 or 2; it does not stand in the message. */
function prefixOf(model: string, { context }: Facts): string {
  for (const file of context.listing.files) {
    if (!file.endsWith('.py')) continue;
    const text = context.readText(file) ?? '';
    const start = new RegExp(String.raw`^class ${model}\b`, 'm').exec(text);
    if (start === null) continue;
    const body = text.slice(start.index, start.index + 4_000);
    const end = body.slice(1).search(/^\S/m);
    const prefix = /env_prefix["']?\s*[=:]\s*["']([^"']*)["']/.exec(end < 0 ? body : body.slice(0, end + 1))?.[1];
    return prefix?.toUpperCase() ?? '';
  }
  return '';
}
