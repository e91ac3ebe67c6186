import type { LintedFile } from './lint-json.ts';
import { otherToolsName, toldIn, type Told } from './lint-told.ts';
import { printable } from './printing.ts';

/** The XML of checkstyle 4.3, which CI servers and review bots take from hadolint. A file without findings is in it too. */
export function renderLintCheckstyle(files: readonly LintedFile[]): string {
  const named = new Map<string, Told[]>(files.map(({ path }) => [printable(path), []]));
  for (const told of files.flatMap((file) => toldIn(file))) {
    // A finding may stand in another file, such as the requirements.
    const others = named.get(told.path);
    if (others === undefined) named.set(told.path, [told]);
    else others.push(told);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...[...named].flatMap(([path, told]) => fileElement(path, told)),
    '</checkstyle>',
    '',
  ].join('\n');
}

function fileElement(path: string, told: readonly Told[]): readonly string[] {
  if (told.length === 0) return [`  <file name="${escaped(path)}"/>`];
  return [
    `  <file name="${escaped(path)}">`,
    ...told.map(
      ({ line, column, severity, message, check }) =>
        `    <error line="${line}" column="${column}" severity="${otherToolsName[severity]}" message="${escaped(message)}" source="${escaped(check)}"/>`,
    ),
    '  </file>',
  ];
}

/** For an attribute's value; what XML 1.0 has no place for, escaped or not, is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
