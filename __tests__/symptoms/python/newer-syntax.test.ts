import { expect, test } from 'vitest';
import { newerSyntax } from '../../../src/symptoms/python/newer-syntax.ts';

// Each line and what Python 3.11, or for the older constructs the Python before them, says of it.
test.each([
  ['type Ship = str', 'invalid syntax', '3.12'],
  ['def first[T](ships: list[T]) -> T:', "expected '('", '3.12'],
  ['class Fleet[T]:', 'invalid syntax', '3.12'],
  [`text = f'{ship['name']}'`, "f-string: unmatched '['", '3.12'],
  [`text = f"{', '.join(f"{ship}" for ship in ships)}"`, "f-string: expecting '}'", '3.12'],
  [String.raw`text = f"{'\n'.join(ships)}"`, 'f-string expression part cannot include a backslash', '3.12'],
  ["text = f'{", 'unterminated string literal (detected at line 1)', '3.12'],
  ["text = t'{ship}'", 'invalid syntax', '3.14'],
  ['except ValueError, TypeError:', 'multiple exception types must be parenthesized', '3.14'],
  ['except* ValueError:', 'invalid syntax', '3.11'],
  ['match ship:', 'invalid syntax', '3.10'],
  ['with (open("a") as a, open("b") as b):', 'invalid syntax', '3.10'],
  ['if (ship := find()) is None:', 'invalid syntax', '3.8'],
  ['def find(name, /, fleet):', 'invalid syntax', '3.8'],
])('%s came with a later Python', (line, says, since) => {
  expect(newerSyntax(line, says)?.since).toBe(since);
});

test.each([
  ['app = FastAPI(', "'(' was never closed"],
  ["print 'ship'", "Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ['<<<<<<< HEAD', 'invalid syntax'],
  ['except ValueError, error:', 'multiple exception types must be parenthesized'],
  ['text = f"{ship"', "f-string: expecting '}'"],
  ['text = f"ship', 'unterminated string literal (detected at line 1)'],
  ['text = "ship', 'unterminated string literal (detected at line 1)'],
  ['call(f"{a}" f"{b}" c)', 'invalid syntax'],
  ['type = 3 4', 'invalid syntax'],
])('%s is wrong in all of them', (line, says) => {
  expect(newerSyntax(line, says)).toBeUndefined();
});
