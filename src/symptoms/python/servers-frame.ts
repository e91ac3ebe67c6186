import type { Frame } from '../../traceback/traceback.ts';

/** A line of a server's own package, of those too whose command line is not read here. */
export function isServersFrame({ file }: Pick<Frame, 'file'>): boolean {
  return /\/(?:site|dist)-packages\/(?:uvicorn|gunicorn|hypercorn|granian|daphne|fastapi_cli|waitress)\//.test(file);
}
