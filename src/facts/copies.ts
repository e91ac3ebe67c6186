import { locationOf } from '../dockerfile/location.ts';
import type { Instruction, Word } from '../dockerfile/model.ts';
import type { Location } from '../finding.ts';
import type { Facts } from './facts.ts';
import { joinPath } from './image-path.ts';
import type { Stage } from './stages.ts';

/** One COPY or ADD, understood. */
export interface Copy {
  readonly instruction: Instruction;
  readonly stage: Stage;
  readonly from: CopyOrigin;
  readonly sources: readonly CopySource[];
  /** Absolute in the image; undefined where only the build can tell. */
  readonly destination: string | undefined;
  /** The destination is a folder for certain: it ends with a slash, or there are several sources. */
  readonly intoFolder: boolean;
  /** `--parents`: a source keeps its whole path. */
  readonly keepsParents: boolean;
  /** `--exclude=` patterns. */
  readonly excludes: readonly string[];
  /** Files that are written from heredocs, by their names. */
  readonly heredocs: readonly string[];
}

export type CopyOrigin =
  | { readonly kind: 'context' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** An image, a named build context, or a variable. */
  | { readonly kind: 'other'; readonly text: string };

export interface CopySource {
  /** As BuildKit gets it; a variable that only the build knows stands as written. */
  readonly text: string;
  readonly known: boolean;
  /** An address, which only ADD fetches. */
  readonly remote: boolean;
  readonly location: Location;
}

type CopyFacts = Pick<Facts, 'dockerfile' | 'graph' | 'placeOf' | 'stateAt'>;

/** Undefined for other instructions, and where the source or the destination is missing. */
export function copyOf(instruction: Instruction, facts: CopyFacts): Copy | undefined {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  const words = instruction.exec ?? instruction.words;
  const last = words.at(-1);
  const stage = facts.placeOf(instruction)?.stage;
  const state = facts.stateAt(instruction);
  if (last === undefined || words.length < 2 || stage === undefined || state === undefined) return undefined;
  const names = new Set(instruction.heredocs.map((heredoc) => heredoc.opening.start));
  const written = words.slice(0, -1).filter((word) => !names.has(word.span.start));
  const target = state.expand(textOf(last));
  const slash = target.known && (target.text.endsWith('/') || target.text === '.' || target.text.endsWith('/.'));
  return {
    instruction,
    stage,
    from: originOf(instruction, stage, facts),
    sources: written.map((word) => {
      const expanded = state.expand(textOf(word));
      const text = expanded.known ? expanded.text : word.value;
      const remote = instruction.keyword === 'ADD' && /^(?:https?|git|ftp):\/\/|^git@/i.test(text);
      return { text, known: expanded.known, remote, location: locationOf(facts.dockerfile, word.span) };
    }),
    destination: !target.known
      ? undefined
      : target.text.startsWith('/')
        ? joinPath('/', target.text)
        : state.workdir.known
          ? joinPath(state.workdir.text, target.text)
          : undefined,
    intoFolder: slash || words.length > 2,
    keepsParents: instruction.flags.some((flag) => flag.name === 'parents' && flag.value !== 'false'),
    excludes: instruction.flags.flatMap((flag) => (flag.name === 'exclude' ? [flag.value ?? ''] : [])),
    heredocs: instruction.heredocs.map((heredoc) => heredoc.name),
  };
}

/** In the JSON form a word's text is a JSON string, which is no shell text: its value is what BuildKit expands. */
function textOf(word: Word): string {
  return word.text.startsWith('"') && word.text.includes('\\') ? word.value : word.text;
}

function originOf(instruction: Instruction, stage: Stage, facts: CopyFacts): CopyOrigin {
  const flag = instruction.flags.findLast((each) => each.name === 'from');
  if (flag === undefined) return { kind: 'context' };
  const text = flag.value ?? '';
  const named = facts.graph.stageNamed(text, stage);
  return named === undefined ? { kind: 'other', text } : { kind: 'stage', stage: named };
}
