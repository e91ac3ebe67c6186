#!/usr/bin/env node
// Becomes dist/cli.js as it stands. Every Node back to version 12 reads it, so that an old one says a sentence and no syntax error.
var major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    'Sea Trial needs Node.js 22 or newer, and this is ' +
      process.version +
      '. Install a newer one: https://nodejs.org/',
  );
  process.exitCode = 2;
} else {
  void import('./command.js');
}
