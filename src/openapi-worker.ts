import { serveDocument } from './openapi/worker.ts';

// The thread that `openapi/reader.ts` starts: a file of its own beside the bundles, so that it loads nothing else.
serveDocument();
