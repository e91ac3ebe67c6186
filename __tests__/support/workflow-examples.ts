import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** A workflow that a reader may copy. */
export interface WorkflowExample {
  readonly path: string;
  readonly text: string;
  /** The line of the file at which the text begins; below 1 where something was put before it. */
  readonly firstLine: number;
}

/** What a page shows of workflows. What is only jobs or steps becomes a whole one; YAML for other programs is left out. */
export function workflowExamples(page: string, markdown: string): readonly WorkflowExample[] {
  return fencesIn(fromMarkdown(markdown).children).flatMap(({ line, text }) => {
    const around = missingAround(text, `${page}:${line}`);
    if (around === undefined) return [];
    const whole = `${around.before}${text.replaceAll(/^(?=.)/gm, ' '.repeat(around.indent))}\n`;
    return [{ path: page, text: whole, firstLine: line + 2 - around.before.split('\n').length }];
  });
}

function fencesIn(nodes: readonly Node[]): readonly { readonly line: number; readonly text: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code' && /^ya?ml$/.test(node.lang ?? ''))
      return [{ line: node.position?.start.line ?? 0, text: node.value }];
    return 'children' in node ? fencesIn(node.children) : [];
  });
}

interface Missing {
  readonly before: string;
  readonly indent: number;
}

/** Of events, runners and permissions a part says nothing; what is put before it gives no cause for complaint. */
function missingAround(text: string, place: string): Missing | undefined {
  const value: unknown = parse(text);
  const event = 'on: pull_request\n';
  const permissions = 'permissions: {}\n';
  const job = `${event}${permissions}jobs:\n  example:\n`;
  const runner = '    runs-on: ubuntu-latest\n';
  if (Array.isArray(value) && value.some((item) => has(item, 'uses') || has(item, 'run')))
    return { before: `${job}${runner}    steps:\n`, indent: 6 };
  if (has(value, 'steps')) return { before: `${job}${has(value, 'runs-on') ? '' : runner}`, indent: 4 };
  if (has(value, 'jobs'))
    return { before: `${has(value, 'on') ? '' : event}${has(value, 'permissions') ? '' : permissions}`, indent: 0 };
  if (/^\s*(?:- )?(?:uses|runs-on|steps):/m.test(text))
    throw new Error(`${place} is a part of a workflow, but neither jobs nor steps: show it with the job around it`);
  return undefined;
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
