import {
  parseSync,
  Visitor,
  type Argument,
  type CallExpression,
  type Expression,
  type NewExpression,
} from 'oxc-parser';
import { textsOf, unknownWords, type Names } from './text-of.ts';

/** What a person may be told when something is wrong, and the order that goes with it; `…` where only the run knows the words. */
export interface Message {
  /** Under src/, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly remedy: string;
}

/** The messages of the `UserError`s and `SetupError`s that a source makes, in the order of its text. */
export function messagesIn(file: string, source: string): readonly Message[] {
  const { errors, calls, constants } = readSource(file, source);
  const messages = errors.flatMap(({ what, makers }) => {
    const [message, more] = what.arguments;
    if (message === undefined) return [];
    const known = constants.flatMap(({ name, value, maker }) =>
      maker === undefined || makers.includes(maker) ? [[name, value] as const] : [],
    );
    return argumentsOf(makers.at(-1), calls).flatMap((given) => {
      const names = new Map([...known, ...given]);
      const hints = hintOf(more, names);
      const end = what.type === 'CallExpression' ? `: ${unknownWords}.` : '';
      return textsOf(message, names).map((text) => messageOf(file, `${text}${end}`, hints));
    });
  });
  return messages.filter(({ text }, at) => says(text) && messages.findIndex((each) => each.text === text) === at);
}

/** Where words of another message come first, that one is told of where it is made. */
function says(text: string): boolean {
  return /\w/.test(text) && !/^… [A-Z]/.test(text);
}

interface Maker {
  readonly name: string;
  readonly parameters: readonly string[];
}

interface Source {
  /** With the functions around it, the nearest last. */
  readonly errors: readonly { readonly what: NewExpression | CallExpression; readonly makers: readonly Maker[] }[];
  readonly calls: readonly CallExpression[];
  readonly constants: readonly {
    readonly name: string;
    readonly value: Expression;
    readonly maker: Maker | undefined;
  }[];
}

function readSource(file: string, source: string): Source {
  const errors: Source['errors'][number][] = [];
  const calls: CallExpression[] = [];
  const constants: Source['constants'][number][] = [];
  const makers: Maker[] = [];
  new Visitor({
    FunctionDeclaration: ({ id, params }) => {
      makers.push({ name: id?.name ?? '', parameters: params.map(nameOf) });
    },
    'FunctionDeclaration:exit': () => {
      makers.pop();
    },
    VariableDeclaration({ kind, declarations }) {
      for (const { id, init } of kind === 'const' ? declarations : [])
        if (init !== null) constants.push({ name: nameOf(id), value: init, maker: makers.at(-1) });
    },
    VariableDeclarator({ id, init }) {
      if (init?.type === 'ArrowFunctionExpression')
        makers.push({ name: nameOf(id), parameters: init.params.map(nameOf) });
    },
    'VariableDeclarator:exit': ({ init }) => {
      if (init?.type === 'ArrowFunctionExpression') makers.pop();
    },
    CallExpression: (call) => {
      calls.push(call);
      if (nameOf(call.callee) === foreignMaker) errors.push({ what: call, makers: [...makers] });
    },
    NewExpression: (made) => {
      if (/^(?:User|Setup)Error$/.test(nameOf(made.callee))) errors.push({ what: made, makers: [...makers] });
    },
  }).visit(parseSync(file, source).program);
  return { errors, calls, constants };
}

/** Of docker/trouble.ts: what was wanted, and behind it what docker said. */
const foreignMaker = 'unexpected';

function nameOf(node: { readonly type: string; readonly name?: unknown }): string {
  return node.type === 'Identifier' && typeof node.name === 'string' ? node.name : '';
}

/** A function that makes the error for others is told the words where it is called. */
function argumentsOf(maker: Maker | undefined, calls: readonly CallExpression[]): readonly Names[] {
  const own = calls.filter(({ callee }) => maker !== undefined && nameOf(callee) === maker.name);
  const given = own.map(
    (call) =>
      new Map(
        (maker?.parameters ?? []).flatMap((name, at): readonly (readonly [string, Argument])[] => {
          const argument = call.arguments[at];
          return argument === undefined ? [] : [[name, argument]];
        }),
      ),
  );
  return given.length === 0 ? [new Map()] : given;
}

function hintOf(more: Argument | undefined, names: Names): readonly string[] {
  if (more?.type !== 'ObjectExpression') return [];
  return more.properties.flatMap((property) =>
    property.type === 'Property' && nameOf(property.key) === 'hint' ? textsOf(property.value, names) : [],
  );
}

/** A `SetupError` has its order in the text itself, behind the first sentence. */
function messageOf(file: string, whole: string, hints: readonly string[]): Message {
  const text = whole.replace(/…\.$/, unknownWords);
  const said = hints.filter((hint) => hint !== unknownWords);
  if (said.length > 0) return { file, text, remedy: said.join(' Or: ') };
  const [, claim = text, order = ''] = /^(.*?[.:]) ([A-Z].*)$/s.exec(text) ?? [];
  return { file, text: claim, remedy: order };
}
