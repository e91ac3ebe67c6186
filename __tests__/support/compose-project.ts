import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Answers with a variable of its environment, and ends when it is asked to; `fails` ends at once. */
const server = `import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path == "/"
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write((os.environ.get("SAYS", "nothing") + open("/data/text").read()).encode() if found else b"")
print("token", os.environ.get("TOKEN"), flush=True)
HTTPServer((sys.argv[1], int(sys.argv[2])), Handler).serve_forever()
`;
const application = {
  'web/Dockerfile':
    'FROM python:3.11-slim\nRUN useradd --uid 10001 app\nRUN install -d -o app /data\nCOPY server.py /\nUSER app\nCMD ["false"]\n',
  'web/server.py': server,
};
export const serves = `["python", "/server.py", "0.0.0.0", "9000"]`;
/** The text that the server reads is written by another service, into a volume that both share. */
export const compose = `
name: mine
services:
  web:
    build: web
    command: ${serves}
    restart: always
    environment: { SAYS: "a$$b", TOKEN: }
    ports: ["9000:9000"]
    volumes: ["data:/data"]
    depends_on:
      writer: { condition: service_completed_successfully }
      store: { condition: service_healthy }
  writer:
    build: web
    command: ["sh", "-c", "echo written > /data/text"]
    volumes: ["data:/data"]
  store:
    image: python:3.11-slim
    container_name: the-store
    command: ["sleep", "300"]
    init: true
    ports: ["9000:9000"]
    healthcheck: { test: ["CMD", "true"], interval: 1s }
volumes:
  data: { name: somebodys-data }
`;

/** A folder in `home` with the application, its compose file, and these files in the place of theirs. */
export function composeProject(home: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(home, 'project-'));
  for (const [file, text] of Object.entries({ ...application, 'compose.yaml': compose, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
