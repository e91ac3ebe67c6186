import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { workflowExamples } from '../support/workflow-examples.ts';
import { complaintsAboutExamples, complaintsAboutOurs } from '../support/workflow-linters.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string, ending: string, recursive = false): readonly string[] =>
  readdirSync(path.join(root, folder), { encoding: 'utf8', recursive })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name))
    .toSorted();

const pages = [...filesIn('.', '.md'), ...filesIn('docs', '.md', true)];
const examples = [
  ...filesIn('docs/workflows', '.yml').map((file) => ({ path: file, text: read(file), firstLine: 1 })),
  ...pages.flatMap((page) => workflowExamples(page, read(page))),
];

test('actionlint and zizmor have nothing to say about our own workflows', async () => {
  expect(await complaintsAboutOurs(filesIn('.github/workflows', '.yml'))).toEqual([]);
});

test('actionlint and zizmor have nothing to say about any workflow that a reader may copy', async () => {
  expect(examples.map((each) => each.path)).toEqual(
    expect.arrayContaining(['docs/workflows/sea-trial.yml', 'README.md', 'docs/recipes.md']),
  );
  expect(await complaintsAboutExamples(examples)).toEqual([]);
});

const page = (fence: string): string =>
  `# A page\n\n1. In a list\n\n   \`\`\`yaml\n${fence.replaceAll(/^/gm, '   ')}\n   \`\`\`\n`;

it.each([
  [
    'an input that the action does not have',
    '- uses: sea-trial/sea-trial@v1\n  with:\n    ports: 8000',
    [/^page\.md:8: actionlint: input "ports" is not defined in action "Sea Trial" defined at "\.\/"\.$/],
  ],
  [
    'an output that it does not have',
    'steps:\n  - uses: sea-trial/sea-trial@v1\n    id: trial\n  - run: ./release\n    if: steps.trial.outputs.result',
    [/^page\.md:10: actionlint: property "result" is not defined in object type \{.*verdict: string/],
  ],
  [
    'the text of an event that becomes a command',
    '- run: echo ${{ github.event.pull_request.title }}',
    [
      /^page\.md:6: actionlint: "github\.event\.pull_request\.title" is potentially untrusted/,
      /^page\.md:6: zizmor: template-injection: /,
    ],
  ],
  [
    'a token that stays in the checkout',
    'jobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6',
    [/^page\.md:10: zizmor: artipacked: .*, does not set persist-credentials: false$/],
  ],
  [
    'an image without a version',
    'steps:\n  - uses: docker://alpine',
    [/^page\.md:7: zizmor: unpinned-images: .*, container image is unpinned$/],
  ],
])('%s in an example is found, at its line', async (_what, fence, complaints) => {
  expect(await complaintsAboutExamples(workflowExamples('page.md', page(fence)))).toEqual(
    complaints.map((each) => expect.stringMatching(each)),
  );
});

test('a part that is neither jobs nor steps is refused, and other YAML is left alone', () => {
  expect(() => workflowExamples('page.md', page('image:\n  runs-on: ubuntu-latest'))).toThrow(
    'page.md:5 is a part of a workflow, but neither jobs nor steps: show it with the job around it',
  );
  expect(workflowExamples('page.md', page('services:\n  web:\n    build: .'))).toEqual([]);
});
