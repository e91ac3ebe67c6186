import type { AndOr, CompoundList, Pipeline, Script, Statement, SyntaxNode, WordPart } from 'unbash';
import type { Connector, Enclosure } from './shell-model.ts';

export type { Assignment, HereDoc, Redirection, Word, WordPart } from 'unbash';

/** A node below another one, and what its place means for the commands in it. */
export interface Child {
  readonly node: SyntaxNode;
  readonly enclosure?: Enclosure;
  readonly connector?: Connector;
  readonly negated?: boolean;
  /** The last of its list: what follows the list follows it. */
  readonly isLast: boolean;
  /** A command of a pipeline of several. */
  readonly isCommand?: boolean;
}

/** What a node holds that may hold commands, in the order in which it stands. */
export function childrenOf(node: SyntaxNode): readonly Child[] {
  switch (node.type) {
    case 'Script':
    case 'CompoundList':
      return listed(node);
    case 'Statement':
      return [{ node: node.command, isLast: true }];
    case 'AndOr':
      return joined(node);
    case 'Pipeline':
      return piped(node);
    case 'Redirected':
      return [{ node: node.command, isLast: true }];
    case 'Subshell':
      return [{ node: node.body, enclosure: 'subshell', isLast: true }];
    case 'BraceGroup':
      return [{ node: node.body, enclosure: 'group', isLast: true }];
    case 'If':
      return [
        { node: node.clause, enclosure: 'condition', isLast: false },
        { node: node.then, enclosure: 'if', isLast: false },
        ...node.elif.flatMap(({ clause, then }): readonly Child[] => [
          { node: clause, enclosure: 'condition', isLast: false },
          { node: then, enclosure: 'if', isLast: false },
        ]),
        ...(node.else === undefined ? [] : [{ node: node.else, enclosure: 'if', isLast: false } as const]),
      ];
    case 'While':
      return [
        { node: node.clause, enclosure: 'condition', isLast: false },
        { node: node.body, enclosure: 'loop', isLast: false },
      ];
    case 'For':
    case 'Select':
      return [
        ...(node.wordlist ?? []).map((word) => ({ node: word, isLast: false })),
        { node: node.body, enclosure: 'loop', isLast: false },
      ];
    case 'ArithmeticFor':
      return [{ node: node.body, enclosure: 'loop', isLast: false }];
    case 'Case':
      return [
        { node: node.word, isLast: false },
        ...node.items.map(({ body }) => ({ node: body, enclosure: 'case', isLast: false }) as const),
      ];
    case 'Function':
      return [{ node: node.body, enclosure: 'function', isLast: false }];
    case 'Coproc':
      return [{ node: node.body, enclosure: 'coprocess', isLast: false }];
    case 'Command':
      return [...(node.name === undefined ? [] : [node.name]), ...node.prefix, ...node.suffix].map((part) => ({
        node: part,
        isLast: false,
      }));
    case 'Assignment':
      return [{ node: node.value, isLast: false }];
    case 'ArrayValue':
      return node.elements.map((element) => ({ node: element, isLast: false }));
    case 'Redirect':
    case 'HereString':
      return node.target === undefined ? [] : [{ node: node.target, isLast: false }];
    case 'HereDoc':
      return (node.body.parts ?? []).map((part) => ({ node: part, isLast: false }));
    case 'Word':
      return (node.parts ?? []).map((part: WordPart) => ({ node: part, isLast: false }));
    case 'DoubleQuoted':
    case 'LocaleString':
      return node.parts.map((part) => ({ node: part, isLast: false }));
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      // A script in escaped backticks counts from a text of its own, so its places are not ours.
      return node.script === undefined || node.script.source !== undefined
        ? []
        : [{ node: node.script, enclosure: 'substitution', isLast: true }];
    default:
      return []; // tests, arithmetic, literals: no command stands in them that a rule asks for
  }
}

function listed({ commands }: Script | CompoundList): readonly Child[] {
  return commands.map((statement: Statement, index) => {
    const isLast = index === commands.length - 1;
    if (statement.background === true) return { node: statement, connector: '&', isLast };
    return isLast ? { node: statement, isLast } : { node: statement, connector: ';', isLast };
  });
}

function joined({ commands, operators }: AndOr): readonly Child[] {
  return commands.map((command, index) => {
    const operator = operators[index];
    return {
      node: command,
      isLast: index === commands.length - 1,
      ...(operator === undefined ? {} : { connector: operator }),
    };
  });
}

function piped({ commands, operators, prefixes }: Pipeline): readonly Child[] {
  const negated = prefixes.some(({ type }) => type === 'Negation');
  return commands.map((command, index) => {
    const operator = operators[index];
    return {
      node: command,
      negated,
      isCommand: commands.length > 1,
      isLast: index === commands.length - 1,
      ...(operator === undefined ? {} : { connector: operator }),
    };
  });
}
