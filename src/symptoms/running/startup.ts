/** What a server says when it begins, and when its application is ready to serve. */
const begun =
  /Waiting for application startup|Started (?:server|parent|reloader) process \[|Booting worker with pid|Spawning worker-\d|Starting (?:gunicorn|granian|FastAPI)/;
const complete = /Application startup complete|ASGI server listening|Started worker-\d/;
const served = /HTTP\/[\d.]+" \d{3}\b/;

export function hasBegun(log: readonly string[]): boolean {
  return log.some((line) => begun.test(line));
}

export function isComplete(log: readonly string[]): boolean {
  return log.some((line) => complete.test(line) || served.test(line));
}

/** How often it has got so far: once a worker and round. */
export function completions(log: readonly string[]): number {
  return log.filter((line) => complete.test(line)).length;
}
