import type { Facts } from '../../facts/facts.ts';
import { allRequirements, normalizedName, readRequirementsFile } from '../../facts/requirements.ts';
import type { Edit, Location } from '../../finding.ts';

/** Modules whose distribution bears another name than they do, dash and underscore apart. */
const distributions: Readonly<Record<string, string>> = {
  attr: 'attrs',
  Bio: 'biopython',
  bs4: 'beautifulsoup4',
  Crypto: 'pycryptodome',
  cv2: 'opencv-python-headless',
  dateutil: 'python-dateutil',
  decouple: 'python-decouple',
  discord: 'discord.py',
  distutils: 'setuptools',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  faiss: 'faiss-cpu',
  fitz: 'PyMuPDF',
  git: 'GitPython',
  github: 'PyGithub',
  gi: 'PyGObject',
  google: 'google-api-python-client',
  googleapiclient: 'google-api-python-client',
  grpc: 'grpcio',
  jose: 'python-jose',
  jwt: 'PyJWT',
  kafka: 'kafka-python',
  ldap: 'python-ldap',
  magic: 'python-magic',
  memcache: 'python-memcached',
  mpl_toolkits: 'matplotlib',
  multipart: 'python-multipart',
  MySQLdb: 'mysqlclient',
  nacl: 'PyNaCl',
  OpenSSL: 'pyOpenSSL',
  PIL: 'pillow',
  pkg_resources: 'setuptools',
  pptx: 'python-pptx',
  psycopg2: 'psycopg2-binary',
  pythonjsonlogger: 'python-json-logger',
  rest_framework: 'djangorestframework',
  ruamel: 'ruamel.yaml',
  serial: 'pyserial',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  slugify: 'python-slugify',
  socketio: 'python-socketio',
  telegram: 'python-telegram-bot',
  usb: 'pyusb',
  websocket: 'websocket-client',
  yaml: 'PyYAML',
  zmq: 'pyzmq',
};

/** What pip calls the package that holds a module. */
export function distributionOf(module: string): string {
  const [top = module, second] = module.split('.');
  if ((top === 'google' || top === 'azure' || top === 'opentelemetry' || top === 'backports') && second !== undefined) {
    return module
      .replaceAll(/[._]/g, '-')
      .split('-')
      .slice(0, top === 'google' && second === 'cloud' ? 3 : 2)
      .join('-');
  }
  return distributions[top] ?? top.replaceAll('_', '-');
}

/** Distributions that hold a module, as far as names tell. */
export function isDeclared(facts: Facts, module: string): ReturnType<Facts['python']['declared']> {
  const [top = module] = module.split('.');
  return [...facts.python.declared(distributionOf(module)), ...facts.python.declared(top)];
}

/** Names that stand for several packages, of which another part may well be there. */
export function isNamespace(top: string): boolean {
  return ['google', 'azure', 'opentelemetry', 'zope', 'backports', 'ruamel', 'sphinxcontrib', 'jaraco'].includes(top);
}

/** Where a new requirement goes: behind the last line of the file that the image installs. */
export interface RequirementPlace {
  /** As reports name the file. */
  readonly path: string;
  readonly location: Location;
  /** Writes the new line there. */
  readonly edit: (requirement: string) => Edit;
}

export function requirementPlace(facts: Facts): RequirementPlace | undefined {
  const used = facts.python.requirementsFiles.at(-1);
  const text = used === undefined ? undefined : facts.context.readText(used.file.path);
  if (used === undefined || text === undefined) return undefined;
  const path = facts.context.reportPath(used.file.path);
  const lines = text.split('\n');
  // Behind the last line that says something: an empty end of the file stays its end.
  const line = Math.max(1, lines.findLastIndex((each) => each.trim() !== '') + 1);
  const column = (lines[line - 1] ?? '').replace(/\r$/, '').length + 1;
  const location = { path, line, column, endLine: line, endColumn: column };
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    path,
    location,
    edit: (requirement) => ({ location, text: text.trim() === '' ? requirement : `${lineBreak}${requirement}` }),
  };
}

/** The version that another file of the repository pins, such as uv.lock; undefined where none or several are named. */
export function pinnedElsewhere(facts: Facts, distribution: string): string | undefined {
  const name = normalizedName(distribution);
  const found = new Set<string>();
  for (const file of facts.context.listing.files) {
    if (/(?:^|\/)(?:uv|poetry|pdm)\.lock$/.test(file)) {
      const text = facts.context.readText(file) ?? '';
      for (const [, locked = '', version = ''] of text.matchAll(/^name = "([^"]+)"\r?\nversion = "([^"]+)"/gm)) {
        if (normalizedName(locked) === name) found.add(version);
      }
    } else if (/(?:^|\/)[^/]*requirements[^/]*\.(?:txt|in)$/.test(file)) {
      const read = readRequirementsFile(facts.context, file);
      for (const each of read === undefined ? [] : allRequirements(read)) {
        const version = /^==\s*([\w.+!-]+)$/.exec(each.specifier)?.[1];
        if (each.name === name && version !== undefined) found.add(version);
      }
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** `3.11`, of the image or of the Dockerfile's FROM. */
export function pythonVersion(facts: Facts, environment: readonly string[] = []): string | undefined {
  const set = environment
    .map((entry) => /^PYTHON_VERSION=(\d+\.\d+)/.exec(entry)?.[1])
    .find((version) => version !== undefined);
  if (set !== undefined) return set;
  const { base } = facts.target ?? {};
  for (let each = base; each !== undefined; each = each.kind === 'stage' ? each.stage.base : undefined) {
    if (each.kind === 'image' && /(?:^|\/)python$/.test(each.reference.repository)) {
      return /^(\d+\.\d+)/.exec(each.reference.tag ?? '')?.[1];
    }
  }
  return undefined;
}
