import { loadDockerfile } from '../../../src/dockerfile/source.ts';
import { systemFiles } from '../../../src/ports.ts';

// root may read everything: only another user can be refused.
if (process.geteuid?.() === 0) process.seteuid?.(65_534);
const loaded = loadDockerfile(systemFiles, process.argv[2] ?? '', 'Dockerfile');
console.log('error' in loaded ? loaded.error : 'read');
