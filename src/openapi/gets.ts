import { followed, type ApiDocument } from './document.ts';
import { listMember, member, objectOf, textMember, type JsonObject } from './json.ts';
import { streams } from './media-type.ts';

/** A GET that can be asked by its path alone. */
export interface DocumentedGet {
  /** As the document has it; begins with one slash. */
  readonly path: string;
  /** Its `operationId`: FastAPI puts the function's name into it. */
  readonly operation?: string;
  /** Redirects that are documented, and so are answers by themselves. */
  readonly redirects: readonly number[];
}

/** With what the document promises of its answers. */
export interface Operation extends DocumentedGet {
  readonly responses: JsonObject;
}

const longestPath = 1_000;

/**
 * The GETs that need nothing but their path, in the document's order. Left out are those that want a parameter, a body or
 * credentials, those that stream or hand out a file, and those that `isExcluded`.
 */
export function documentedGets(document: ApiDocument, isExcluded: (path: string) => boolean): readonly Operation[] {
  return Object.entries(objectOf(member(document.root, 'paths')) ?? {}).flatMap(([path, value]) => {
    if (!isPlainPath(path) || isExcluded(path)) return [];
    const item = followed(document, value);
    const get = objectOf(member(item, 'get'));
    const responses = objectOf(member(get, 'responses'));
    if (get === undefined || responses === undefined) return [];
    const asks = wantsParameter(document, item, get) || wantsBody(document, get) || wantsCredentials(document, get);
    if (asks || streamsAnswers(document, responses)) return [];
    const operation = textMember(get, 'operationId');
    return { path, responses, redirects: redirectsIn(responses), ...(operation === undefined ? {} : { operation }) };
  });
}

/** Without parts that vary, and on this very server: `//elsewhere/` is another one, and so is a slash behind a tab. */
function isPlainPath(path: string): boolean {
  if (!/^\/(?![/\\])[^{}#\s]*$/.test(path) || path.length > longestPath) return false;
  return URL.canParse(path, 'http://container') && new URL(path, 'http://container').host === 'container';
}

/** A parameter that cannot be read may be required. Those of the operation take the place of the path's own. */
function wantsParameter(document: ApiDocument, item: unknown, get: JsonObject): boolean {
  const parameters = new Map<string, JsonObject>();
  for (const each of [...listMember(item, 'parameters'), ...listMember(get, 'parameters')]) {
    const parameter = objectOf(followed(document, each));
    if (parameter === undefined) return true;
    parameters.set(`${textMember(parameter, 'in') ?? ''} ${textMember(parameter, 'name') ?? ''}`, parameter);
  }
  return [...parameters.values()].some(
    (parameter) => member(parameter, 'in') === 'path' || member(parameter, 'required') === true,
  );
}

function wantsBody(document: ApiDocument, get: JsonObject): boolean {
  return member(followed(document, member(get, 'requestBody')), 'required') === true;
}

/** What the operation says of security counts before what the document says of all; an empty entry asks for nothing. */
function wantsCredentials({ root }: ApiDocument, get: JsonObject): boolean {
  const security = member(get, 'security') ?? member(root, 'security');
  if (!Array.isArray(security)) return false;
  return security.length > 0 && !security.some((each) => Object.keys(objectOf(each) ?? {}).length === 0);
}

function redirectsIn(responses: JsonObject): readonly number[] {
  const names = new Set(Object.keys(responses).map((name) => name.toUpperCase()));
  return [301, 302, 303, 307, 308].filter((status) => names.has(`${status}`) || names.has('3XX'));
}

function streamsAnswers(document: ApiDocument, responses: JsonObject): boolean {
  return Object.entries(responses).some(([status, response]) => {
    if (!/^(?:2|default)/i.test(status)) return false;
    const content = objectOf(member(followed(document, response), 'content')) ?? {};
    return Object.entries(content).some(
      ([type, media]) =>
        streams(type) ||
        member(media, 'itemSchema') !== undefined ||
        ['binary', 'base64'].includes(textMember(followed(document, member(media, 'schema')), 'format') ?? ''),
    );
  });
}
