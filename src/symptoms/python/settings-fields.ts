import type { Facts } from '../../facts/facts.ts';
import type { Traceback } from '../../traceback/traceback.ts';
import { classIn, type PythonClass } from './python-class.ts';

/** The variables behind those fields of a settings class that pydantic says are missing. */
export function missingSettings(traceback: Traceback, facts: Facts): readonly string[] {
  const fields = missingFields(traceback);
  if (fields.length === 0) return [];
  const [, model] = /^\d+ validation errors? for (\w+)/.exec(traceback.message) ?? [];
  const classes = model === undefined ? [] : withParents(model, facts);
  const prefix = optionOf(classes, 'env_prefix').toUpperCase();
  const delimiter = optionOf(classes, 'env_nested_delimiter');
  return fields.flatMap((field) => {
    const name = field.replaceAll('.', delimiter === '' ? '__' : delimiter);
    // A field that is written in capitals bears an alias, which takes no prefix.
    if (name === name.toUpperCase()) return [name];
    const whole = `${prefix}${name.toUpperCase()}`;
    const inner = delimiter === '' ? [] : requiredOf(annotationOf(classes, field), facts);
    return inner.length === 0 ? [whole] : inner.map((each) => `${whole}${delimiter}${each.toUpperCase()}`);
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

const mostParents = 4;

/** The class and those of the repository that it inherits from, the nearest first. */
function withParents(name: string, facts: Facts): readonly PythonClass[] {
  const found: PythonClass[] = [];
  for (let wanted: string | undefined = name; wanted !== undefined && found.length < mostParents;) {
    const each = classIn(wanted, facts);
    if (each === undefined || found.some(({ name: known }) => known === each.name)) break;
    found.push(each);
    [wanted] = each.bases;
  }
  return found;
}

/** An option of the class in the form of pydantic 1 or 2; none of them stands in the message. */
function optionOf(classes: readonly PythonClass[], option: string): string {
  const pattern = new RegExp(String.raw`\b${option}["']?\s*[=:]\s*["']([^"']*)["']`);
  return classes.map(({ body }) => pattern.exec(body)?.[1]).find((value) => value !== undefined) ?? '';
}

function annotationOf(classes: readonly PythonClass[], field: string): string | undefined {
  const pattern = new RegExp(String.raw`^\s+${field}\s*:\s*(\w+)\s*(?:=|#|$)`, 'm');
  return classes.map(({ body }) => pattern.exec(body)?.[1]).find((value) => value !== undefined);
}

/** The fields without a default of a model of the repository. */
function requiredOf(model: string | undefined, facts: Facts): readonly string[] {
  const body = model === undefined ? undefined : classIn(model, facts)?.body;
  return [...(body ?? '').matchAll(/^\s+([a-z_]\w*)\s*:(?!.*=)/gm)].flatMap(([, name]) => name ?? []);
}
