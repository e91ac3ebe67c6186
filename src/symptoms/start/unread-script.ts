import type { Facts } from '../../facts/facts.ts';
import { refusedProgram, type RefusedProgram } from './refused-program.ts';
import { stepFile } from '../build/step-file.ts';
import { startedFile, startedScripts, type StartedFile } from './started-file.ts';
import type { Symptoms } from '../symptoms.ts';

/** A script that is there, and whose interpreter, as its first line names it, is not. */
export interface UnreadScript {
  /** As the start calls it. */
  readonly program: string;
  /** Where it is a file of the repository. */
  readonly file?: StartedFile;
  /** Without `env`, and without the carriage return that may belong to the name: `/bin/zsh`, `bash`. Undefined where nobody can tell. */
  readonly interpreter?: string;
  /** Its lines end as on Windows, so that the interpreter's name ends with a carriage return. */
  readonly crlf: boolean;
  readonly line: string;
}

/** At the moments `build`, `create` and `exit`. */
export function unreadScript(symptoms: Symptoms): UnreadScript | undefined {
  const { facts, log } = symptoms;
  const refused = refusedProgram(symptoms);
  if (refused === undefined) return undefined;
  if (symptoms.build !== undefined) return unreadByStep(refused, symptoms);
  const { program, kind, line } = refused;
  if (kind === 'unread') return judged(program, startedFile(program, facts), line);
  // Of a path dash says `not found` whichever of the two is missing: what the repository has decides.
  if (kind === 'absent' && line.endsWith(': not found')) {
    const file = startedFile(program, facts);
    return file === undefined || isWritten(file, facts) ? undefined : judged(program, file, line);
  }
  if (kind !== 'unknown' || !/\benv: /.test(line)) return undefined;
  const sought = program.replace(/\\r$|\r$/, '');
  const named = [...startedScripts(facts), ...startedByWord(facts)];
  const file = named.find(({ text }) => interpreterOf(text)?.name === sought);
  const said = /\\r|\r/.test(program) || log.some((each) => each.includes(`${sought}\\r`));
  return file === undefined && !said
    ? undefined
    : {
        program: file?.imagePath ?? program,
        interpreter: sought,
        crlf: said,
        line,
        ...(file === undefined ? {} : { file }),
      };
}

/** Only what lies in the repository can be judged: what else a step calls may really be absent. */
function unreadByStep({ program, kind, line }: RefusedProgram, symptoms: Symptoms): UnreadScript | undefined {
  if (kind !== 'unread' && kind !== 'absent') return undefined;
  const file = stepFile(program, symptoms);
  return interpreterOf(file?.text) === undefined ? undefined : judged(program, file, line);
}

/** What the first line names; the kernel takes everything up to the line feed. */
export function interpreterOf(text: string | undefined): { readonly name: string; readonly crlf: boolean } | undefined {
  const first = text?.split('\n', 1)[0] ?? '';
  const words = /^#!\s*(?<words>.*?)(?<end>\r?)$/.exec(first)?.groups;
  if (words === undefined) return undefined;
  const [path = '', ...rest] = (words['words'] ?? '').split(/\s+/);
  const name = /(?:^|\/)env$/.test(path) ? rest.find((word) => !word.startsWith('-') && !word.includes('=')) : path;
  return name === undefined || name === '' ? undefined : { name, crlf: words['end'] === '\r' };
}

function judged(program: string, file: StartedFile | undefined, line: string): UnreadScript {
  const interpreter = interpreterOf(file?.text);
  return {
    program,
    crlf: interpreter?.crlf === true,
    line,
    ...(file === undefined ? {} : { file }),
    ...(interpreter === undefined ? {} : { interpreter: interpreter.name }),
  };
}

/** A program of the start that is a script of another language: the launchers end before it. */
function startedByWord(facts: Facts): readonly StartedFile[] {
  const word = facts.startCommand?.words[0]?.text;
  const file = word === undefined ? undefined : startedFile(word, facts);
  return file === undefined ? [] : [file];
}

/** A RUN writes it anew, so that the repository's is not what the image has. */
export function isWritten({ imagePath }: StartedFile, facts: Facts): boolean {
  const name = imagePath.slice(imagePath.lastIndexOf('/') + 1);
  return facts.imageInstructions.some(
    ({ keyword, text }) => keyword === 'RUN' && text.includes(name) && /\bsed\b|dos2unix|\btr\b|>\s*\S/.test(text),
  );
}
