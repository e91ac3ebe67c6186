import { inside, shape, type Block, type Members } from './block.ts';
import { choose, sameFrame, startsWith } from './forerunners.ts';
import { beginsSomethingNew, readException, type ChainKind, type ExceptionLine, type TracebackLine } from './lines.ts';
import type { Frame, Traceback } from './traceback.ts';

type FrameLine = Extract<TracebackLine, { kind: 'frame' }>;

const mostDetail = 100;
const longestMessage = 2_000;
/** More workers than that do not crash at once; a log may be written to hang its reader. */
const mostOpen = 64;
/** Workers that crash at the same time differ by a few lines; what has waited longer than this was cut off. */
const longestGap = 3_000;

/**
 * Sorts lines into tracebacks, though several workers write theirs at once. They crash in the same way, so the one that is
 * ahead tells what the others will say next: a line goes to the one that waits for it, else to the one that is ahead.
 */
export class Blocks {
  readonly #all: Traceback[] = [];
  #open: Block[] = [];
  readonly #closedStacks: { readonly frames: readonly Frame[]; readonly headline: string }[] = [];
  #chain: { readonly kind: ChainKind; readonly traceback: Traceback } | undefined;
  #members: Members | undefined;
  /** The members of a group are printed behind it, and so are further lines of a message; `line` is the last one of it. */
  #closedLast: { readonly detail: string[]; readonly members: Traceback[]; readonly line: number } | undefined;

  take(line: TracebackLine, index: number): void {
    switch (line.kind) {
      case 'header':
        if (line.ends !== undefined) this.#close(line.ends, index);
        this.#start(index);
        break;
      case 'frame':
        this.#takeFrame(line, index);
        break;
      case 'chain':
        this.#chain = this.#lastTraceback(line.how);
        break;
      case 'members':
        if (line.at === 'begin') this.#members = { of: this.#members, list: this.#closedLast?.members ?? [] };
        else if (line.at === 'end') this.#members = this.#members?.of;
        break;
    }
  }

  /** A line that is neither header nor frame: a source line, the exception, the message's next line, or nobody's. */
  other(text: string, index: number): void {
    if (this.#open.length > 0) {
      if (this.#open.some(({ touched }) => index - touched > longestGap)) {
        this.#open = this.#open.filter(({ touched }) => index - touched <= longestGap);
      }
      const indented = this.#open.filter((block) => /^ {4}/.test(inside(block, text) ?? ''));
      if (indented.length > 0) {
        this.#takeSource(indented, text, index);
        return;
      }
      const exception = this.#exceptionOf(text, index);
      if (exception !== undefined) {
        this.#close(exception, index, text);
        return;
      }
    }
    this.#takeDetail(text, index);
  }

  /** One that was read elsewhere. */
  add(traceback: Traceback): void {
    this.#all.push(this.#chain === undefined ? traceback : { ...traceback, earlier: this.#chain });
    this.#chain = undefined;
  }

  finished(): readonly Traceback[] {
    return this.#all;
  }

  #start(index: number): Block {
    const block: Block = {
      prefix: undefined,
      frames: [],
      firstLine: index,
      touched: index,
      wantsSource: false,
      earlier: this.#chain,
      home: this.#members,
    };
    this.#chain = undefined;
    this.#open.push(block);
    if (this.#open.length > mostOpen) this.#open.shift();
    return block;
  }

  #takeFrame(line: FrameLine, index: number): void {
    const frame: Frame = {
      file: line.file,
      line: line.line,
      ...(line.function === undefined ? {} : { function: line.function }),
    };
    const prefix = shape(line.prefix);
    const fitting = this.#open.filter((block) => block.prefix === undefined || block.prefix === prefix);
    // One that still waits for the text of its last frame is not at its next one yet.
    const ready = fitting.filter(({ wantsSource }) => !wantsSource);
    const candidates = ready.length > 0 ? ready : fitting;
    // A script whose own text cannot be read dies without a header.
    const headless = candidates.length === 0 && line.function === undefined;
    const block = headless
      ? this.#start(index)
      : choose(candidates, index, (each) => this.#next(each).map((next) => sameFrame(next, frame)));
    if (block === undefined) return;
    block.prefix = prefix;
    block.frames.push(frame);
    block.touched = index;
    block.wantsSource = frame.file.endsWith('.py');
  }

  #takeSource(candidates: readonly Block[], text: string, index: number): void {
    // Carets under a source line say nothing.
    const carets = /^[~^ ]+$/.test(text.replace(/^.*?(?= {4})/, ''));
    const waiting = carets ? [] : candidates.filter(({ wantsSource }) => wantsSource);
    const block = choose(waiting, index, (each) => {
      const source = inside(each, text)?.trim();
      return this.#others(each)
        .map((frames) => frames[each.frames.length - 1])
        .flatMap((known) => (known?.source === undefined ? [] : [known.source === source]));
    });
    // Without one that waits it is a line of carets, or the source's second line.
    if (block === undefined) {
      const adjacent = candidates.find(({ touched }) => touched === index - 1);
      if (adjacent !== undefined) adjacent.touched = index;
      return;
    }
    const last = block.frames.pop();
    const source = inside(block, text)?.trim();
    if (last !== undefined) block.frames.push(source === undefined || source === '' ? last : { ...last, source });
    block.wantsSource = false;
    block.touched = index;
  }

  #exceptionOf(text: string, index: number): ExceptionLine | undefined {
    for (const block of this.#open) {
      if (block.frames.length === 0) continue;
      const exception = readException(inside(block, text) ?? '');
      if (exception !== undefined && (exception.certain || block.touched === index - 1)) return exception;
    }
    return undefined;
  }

  #close(line: ExceptionLine, index: number, text?: string): void {
    const headline = `${line.exception}: ${line.message}`;
    const candidates = this.#open.filter(
      (block) =>
        block.frames.length > 0 && (text === undefined || readException(inside(block, text) ?? '') !== undefined),
    );
    const block = choose(candidates, index, (each) =>
      this.#closedStacks
        .filter(({ frames }) => frames.length >= each.frames.length && startsWith(frames, each.frames))
        .map((closed) => closed.frames.length === each.frames.length && closed.headline === headline),
    );
    if (block === undefined) return;
    this.#open = this.#open.filter((each) => each !== block);
    const detail: string[] = [];
    const members: Traceback[] = [];
    const traceback: Traceback = {
      frames: block.frames,
      exception: line.exception,
      message: line.message.slice(0, longestMessage),
      detail,
      members,
      firstLine: block.firstLine,
      lastLine: index,
      ...(block.earlier === undefined ? {} : { earlier: block.earlier }),
    };
    (block.home?.list ?? this.#all).push(traceback);
    this.#closedStacks.push({ frames: block.frames, headline });
    if (this.#closedStacks.length > 50) this.#closedStacks.shift();
    this.#closedLast = { detail, members, line: index };
  }

  #takeDetail(text: string, index: number): void {
    const last = this.#closedLast;
    if (last === undefined || last.line !== index - 1 || last.detail.length >= mostDetail) return;
    if (beginsSomethingNew(text)) return;
    last.detail.push(text.slice(0, longestMessage));
    this.#closedLast = { ...last, line: index };
  }

  /** What is printed next is its successor: it is told under that one, no longer for itself. */
  #lastTraceback(kind: ChainKind): { readonly kind: ChainKind; readonly traceback: Traceback } | undefined {
    const list = this.#members?.list ?? this.#all;
    const traceback = list.pop();
    return traceback === undefined ? undefined : { kind, traceback };
  }

  /** What others that went the same way so far said after it. */
  #next(block: Block): readonly Frame[] {
    return this.#others(block).flatMap((frames) => frames[block.frames.length] ?? []);
  }

  /** The stacks of others that begin with all that this one has so far. */
  #others(block: Block): readonly (readonly Frame[])[] {
    const open = this.#open.filter((each) => each !== block).map(({ frames }) => frames);
    const closed = this.#closedStacks.map(({ frames }) => frames);
    return [...open, ...closed].filter(
      (frames) => frames.length >= block.frames.length && startsWith(frames, block.frames),
    );
  }
}
