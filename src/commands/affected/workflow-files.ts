import path from 'node:path';
import type { Ports } from '../../ports.ts';

/**
 * The file of the workflow that runs, and the workflows and actions of the same repository that it uses: whoever changes one of them
 * may change what every trial does. Absolute; empty outside of a workflow.
 */
export function workflowFiles(
  top: string,
  { environment, files }: Pick<Ports, 'environment' | 'files'>,
): readonly string[] {
  const running = /^[^/]+\/[^/]+\/(.+?)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  const found = new Set<string>();
  const waiting = running === undefined ? [] : [running];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = path.resolve(top, name);
    if (found.has(file)) continue;
    found.add(file);
    // Of an action its folder is used; what runs is named in it.
    const texts = ['', 'action.yml', 'action.yaml'].map((inner) => files.readTextIfPresent(path.join(file, inner)));
    waiting.push(...texts.flatMap((text) => usedIn(text ?? '')));
  }
  return [...found];
}

function usedIn(text: string): readonly string[] {
  return [...text.matchAll(/\buses['"]?\s*:\s*['"]?\.\/([^\s'"#]*)/g)].map(([, name = '']) => name);
}
