import { expect, test } from 'vitest';
import { commentsBefore, commentsIn } from '../../src/dockerfile/comments.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';

const text = '# one\nFROM a\n# two\nRUN b \\\n  # three\n  && c\n# four\n';
const dockerfile = parseDockerfile(text, 'Dockerfile');

test('comments are counted up to an offset, the one that begins there left out', () => {
  const counts = ['# one', 'FROM', '# two', 'RUN', '&& c', '# four'].map((word) =>
    commentsBefore(dockerfile, text.indexOf(word)),
  );
  expect(counts).toEqual([0, 1, 1, 2, 3, 3]);
  expect(commentsBefore(dockerfile, text.length)).toBe(4);
});

test('the comments of an instruction are those between its lines', () => {
  const found = dockerfile.instructions.map(({ span }) => commentsIn(dockerfile, span).map((comment) => comment.text));
  expect(found).toEqual([[], ['three']]);
});
