import { lineSpan, locationOf } from '../../dockerfile/location.ts';
import type { Fix, Location } from '../../finding.ts';
import type { Symptoms } from '../symptoms.ts';

/** What to do about a line that BuildKit refuses. */
export interface Remedy {
  readonly location?: Location;
  readonly advice?: string;
  readonly fix?: Fix;
}

export function grammarRemedy(symptoms: Symptoms, reason: string, line: number): Remedy {
  return lostBackslash(symptoms, reason, line) ?? { ...misspelt(symptoms, reason, line), ...remedyAt(symptoms, line) };
}

/** `ENV A=1` goes on in the next line, and its own does not end with a backslash. */
function lostBackslash({ facts }: Symptoms, reason: string, line: number): Remedy | undefined {
  const { dockerfile } = facts;
  const above = dockerfile.instructions.find(({ lines }) => lines[1] === line - 1);
  if (!/^unknown instruction: \w+=/.test(reason) || above === undefined || above.assignments.length === 0)
    return undefined;
  const end = lineSpan(dockerfile, line - 1).end;
  const location = locationOf(dockerfile, { start: end, end });
  return {
    location: locationOf(dockerfile, lineSpan(dockerfile, line)),
    advice: `End the line above with a \`${dockerfile.escape}\`: this line goes on with its ${above.keyword}.`,
    fix: { title: 'Let the line above go on', safety: 'safe', edits: [{ location, text: ` ${dockerfile.escape}` }] },
  };
}

/** Our own reader knows the grammar too, and says what to do. */
function remedyAt({ facts }: Symptoms, line: number): Remedy | undefined {
  const { dockerfile } = facts;
  for (const problem of dockerfile.problems) {
    const location = locationOf(dockerfile, problem.span);
    if (location.line > line || line > location.endLine) continue;
    const { fix } = problem;
    return {
      location,
      advice: problem.advice,
      ...(fix === undefined
        ? {}
        : {
            fix: {
              title: fix.title,
              safety: 'safe',
              edits: [{ location: locationOf(dockerfile, fix.span), text: fix.text }],
            },
          }),
    };
  }
  return undefined;
}

/** BuildKit knows what is meant, and the wrong word stands in the line once. */
function misspelt({ facts }: Symptoms, reason: string, line: number): Remedy | undefined {
  const { dockerfile } = facts;
  const { wrong, meant } = /"(?<wrong>[^"]+)" \(did you mean (?<meant>\S+?)\?\)/.exec(reason)?.groups ?? {};
  const { start, end } = lineSpan(dockerfile, line);
  const text = dockerfile.text.slice(start, end);
  if (wrong === undefined || meant === undefined) return undefined;
  const [found, ...others] = [...text.matchAll(/[\w-]+/g)].filter(([word]) => word === wrong);
  if (found === undefined || others.length > 0) return undefined;
  const at = start + found.index;
  const location = locationOf(dockerfile, { start: at, end: at + wrong.length });
  return { location, fix: { title: `Write \`${meant}\``, safety: 'safe', edits: [{ location, text: meant }] } };
}
