import type { Instruction, Word } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { contextPath } from '../facts/image-path.ts';
import { mountsOf, type Mount } from '../facts/mounts.ts';
import { hasWildcard } from '../facts/wildcard.ts';
import type { Source } from './changed-context.ts';
import { ownFrontend, neededStages } from './needed-stages.ts';

/** Something that a build takes from a folder that is sent to it. */
export interface Take {
  /** How a sentence calls the instruction: `COPY services/api`. */
  readonly label: string;
  /** As `--from` names it; absent for the build context. A name that is a stage's is among them, for a named context goes before. */
  readonly from?: string;
  readonly source: Source;
  /** Only the build can tell what is taken. */
  readonly isDoubtful: boolean;
}

const whole: Source = { kind: 'whole' };

/** All that the stages of a build take. In doubt an instruction takes everything. */
export function takesOf(facts: Facts): readonly Take[] {
  const { dockerfile, buildArguments, stages } = facts;
  if (dockerfile.refusal !== undefined || stages.length === 0)
    return [{ label: 'a Dockerfile that cannot be read to its end', source: whole, isDoubtful: true }];
  const frontend = ownFrontend(dockerfile, buildArguments);
  if (frontend !== undefined) return [{ label: `the syntax ${frontend}`, source: whole, isDoubtful: true }];
  const needed = neededStages(facts);
  const takes = needed.flatMap(({ instructions }) => instructions.flatMap((each) => takesOfInstruction(each, facts)));
  const hidden = needed.flatMap(({ base }) => {
    if (base.kind !== 'image') return [];
    // What ONBUILD of a base registers copies here, and the base alone says so: it is expected where nothing else copies.
    const isLikely = takes.length === 0 || /onbuild/i.test(`${base.reference.repository}:${base.reference.tag ?? ''}`);
    return isLikely ? [{ label: `ONBUILD of ${base.text}`, source: whole, isDoubtful: true }] : [];
  });
  return [...takes, ...hidden];
}

function takesOfInstruction(written: Instruction, facts: Facts): readonly Take[] {
  const instruction = written.trigger ?? written;
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return takesOfCopy(instruction, written, facts);
    case 'RUN':
      return mountsOf(instruction).flatMap((mount) => takesOfMount(mount, instruction, written, facts));
    default:
      return [];
  }
}

function takesOfCopy(instruction: Instruction, written: Instruction, facts: Facts): readonly Take[] {
  const { keyword } = instruction;
  const from = instruction.flags.findLast(({ name }) => name === 'from')?.value;
  const begin = ofContext(from);
  const words = (instruction.exec ?? instruction.words).slice(0, -1);
  const copy = facts.copyOf(instruction);
  const flag = from === undefined ? '' : `--from=${from} `;
  if (copy === undefined) return [{ ...begin, label: `${keyword} ${flag}`.trim(), source: whole, isDoubtful: true }];
  const bodies = new Set(instruction.heredocs.map(({ opening }) => opening.start));
  const taken = words.filter(({ span }) => !bodies.has(span.start));
  const isRegistered = written.trigger !== undefined;
  return taken.flatMap((word, index): readonly Take[] => {
    const source = copy.sources[index];
    if (source?.known === true && source.remote && areKnown(word.text, instruction, isRegistered, facts)) return [];
    const label = `${keyword} ${flag}${word.value}`;
    if (source === undefined || !isCertain(word, instruction, isRegistered, facts))
      return [{ ...begin, label, source: whole, isDoubtful: true }];
    return [{ ...begin, label, source: sourceOf(source.text, copy.excludes), isDoubtful: false }];
  });
}

function sourceOf(text: string, excludes: readonly string[]): Source {
  const path = contextPath(text);
  if (hasWildcard(path)) return { kind: 'pattern', pattern: path };
  // Of other patterns it is not certain how BuildKit reads them: what they would leave out counts.
  const certain = excludes.every((pattern) => /^!?[\w.*?-][\w.*?/-]*$/.test(pattern)) ? excludes : [];
  return path === '' && certain.length === 0 ? whole : { kind: 'path', path, excludes: certain };
}

function takesOfMount(mount: Mount, instruction: Instruction, written: Instruction, facts: Facts): readonly Take[] {
  const { flag, type, from, source } = mount;
  const text = flag.value ?? '';
  const begin = ofContext(from);
  // A cache is filled from a folder only where `from` says so.
  if (type !== 'bind' && !type.includes('$') && (type !== 'cache' || from === undefined)) return [];
  const label = `RUN --mount=${text}`;
  const isPlain = !/["\\]/.test(text) && (text.match(/(?:^|,)\s*(?:source|src)\s*=/gi)?.length ?? 0) < 2;
  if (source === undefined || !isPlain) return [{ ...begin, label, source: whole, isDoubtful: !isPlain }];
  const state = facts.stateAt(instruction);
  const isRegistered = written.trigger !== undefined;
  const expanded = state?.expand(source);
  if (expanded?.known !== true || !areKnown(source, instruction, isRegistered, facts))
    return [{ ...begin, label, source: whole, isDoubtful: true }];
  const path = contextPath(expanded.text);
  return [{ ...begin, label, source: path === '' ? whole : { kind: 'path', path, excludes: [] }, isDoubtful: false }];
}

/** An empty name is none. */
function ofContext(from: string | undefined): { readonly from?: string } {
  return from === undefined || from === '' ? {} : { from };
}

/** Escapes are those of the Dockerfile, of a pattern, or of both. */
function isCertain(word: Word, instruction: Instruction, isRegistered: boolean, facts: Facts): boolean {
  return !`${word.text}${word.value}`.includes('\\') && areKnown(word.text, instruction, isRegistered, facts);
}

const ofPlatform = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT|STAGE)$/;

/**
 * Whether every variable has a value that this file, or the user, gives it: one that is unset here may be set by the base image, so
 * its `:-` is no answer. What ONBUILD registers is expanded where somebody else builds on it.
 */
function areKnown(text: string, instruction: Instruction, isRegistered: boolean, facts: Facts): boolean {
  if (!text.includes('$')) return true;
  if (isRegistered) return false;
  const state = facts.stateAt(instruction);
  const names = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
  return (
    names.length === (text.match(/\$/g)?.length ?? 0) &&
    names.every((name) => !ofPlatform.test(name) && state?.variable(name) !== undefined)
  );
}
