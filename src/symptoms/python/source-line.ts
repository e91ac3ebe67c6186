import { appModule } from '../../facts/app-module.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { linePlace } from '../place.ts';

const mostFiles = 60;

/** The first line of the image's own Python that matches: in the application's module, then in the files beside it. */
export function findSourceLine(facts: Facts, pattern: RegExp): Location | undefined {
  return found(facts, pattern)?.location;
}

/** The text of that line. */
export function sourceLine(facts: Facts, pattern: RegExp): string | undefined {
  return found(facts, pattern)?.text;
}

function found(facts: Facts, pattern: RegExp): ReturnType<typeof linePlace> {
  const application = appModule(facts);
  const first = application?.state === 'found' ? [application.path] : [];
  const others = facts.context.listing.files.filter(
    (file) =>
      file.endsWith('.py') && !first.includes(file) && !/(?:^|\/)(?:tests?|\.venv|venv|site-packages)\//.test(file),
  );
  for (const file of [...first, ...others.slice(0, mostFiles)]) {
    const lines = facts.context.readText(file)?.split(/\r\n|\n|\r/) ?? [];
    const at = lines.findIndex((line) => pattern.test(line) && !/^\s*(?:#|import\b|from\b)/.test(line));
    if (at !== -1) return linePlace(facts, file, at + 1);
  }
  return undefined;
}

/** The decorator of the function that answers a request; undefined where the path has parts that vary, or a prefix. */
export function routePlace(facts: Facts, path: string): Location | undefined {
  const [plain = path] = path.split('?');
  if (!/^\/[\w./-]*$/.test(plain)) return undefined;
  const escaped = plain.replaceAll('.', String.raw`\.`);
  return findSourceLine(facts, new RegExp(String.raw`@\w+\.(?:get|route|api_route)\(\s*["']${escaped}["']`));
}
