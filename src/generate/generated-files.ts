import { documentedChecks } from '../commands/documented-checks.ts';
import { checkPage, checksPage } from '../render/check-page.ts';
import { rules } from '../rules/index.ts';
import { options } from '../settings/options.ts';
import { outputs } from '../settings/outputs.ts';
import { inputsBlock, outputsBlock } from './action-blocks.ts';
import { withBlock } from './blocks.ts';
import { hadolintTable } from './hadolint-table.ts';
import { jsonSchemas } from './json-schemas.ts';
import { inputTables, optionsPage, outputTable } from './option-tables.ts';
import { sourceMessages } from './source-messages.ts';
import { troubleshootingPage } from './troubleshooting.ts';

/** Folders that hold nothing but generated files: one that is not made any more is deleted. */
export const generatedFolders: readonly string[] = ['docs/checks', 'schema'];

/** Every generated file, by its path from the root, with the text it must have. `read` gives the hand-written parts. */
export function generatedFiles(read: (path: string) => string): ReadonlyMap<string, string> {
  const checks = documentedChecks();
  const action = withBlock(read('action.yml'), 'yaml', 'inputs', inputsBlock(options));
  const tables = withBlock(read('README.md'), 'markdown', 'inputs', inputTables(options));
  const readme = workflowFiles.reduce(
    (text, file) => withBlock(text, 'markdown', file, workflowBlock(read(`docs/workflows/${file}`))),
    tables,
  );
  return new Map([
    ['action.yml', withBlock(action, 'yaml', 'outputs', outputsBlock(outputs))],
    ['README.md', withBlock(readme, 'markdown', 'outputs', outputTable(outputs))],
    ['docs/options.md', optionsPage(options)],
    ['docs/checks/README.md', checksPage(checks)],
    ['docs/hadolint.md', withBlock(read('docs/hadolint.md'), 'markdown', 'numbers', hadolintTable(rules))],
    ['docs/troubleshooting.md', troubleshootingPage(read('docs/troubleshooting.md'), sourceMessages())],
    ...jsonSchemas(),
    ...checks.map((check) => [`docs/checks/${check.id}.md`, checkPage(check)] as const),
  ]);
}

/** Those of docs/ that the README shows whole. */
const workflowFiles = ['sea-trial-matrix.yml', 'sea-trial.yml', 'sea-trial-comment.yml'] as const;

function workflowBlock(text: string): string {
  const [, name = ''] = /([\w./-]+\.yml)/.exec(text) ?? [];
  return `<details><summary><code>${name}</code></summary>\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n\n</details>\n`;
}
