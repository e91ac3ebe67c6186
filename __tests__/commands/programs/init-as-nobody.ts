import process from 'node:process';

// root may write everything: only another user can be refused.
if (process.geteuid?.() === 0) process.seteuid?.(65_534);
await import('../../../src/cli.ts');
