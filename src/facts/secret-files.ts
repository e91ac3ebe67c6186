import type { BuildContext } from './context.ts';

/** What a path of the context is, that nobody wants in an image. */
export type LeakKind = 'repository' | 'environment' | 'key' | 'credentials' | 'virtualenv' | 'node-modules';

/** Of a folder that was not entered. */
export function leakOfFolder(folder: string): LeakKind {
  const name = baseName(folder);
  return name === '.git' ? 'repository' : name === 'node_modules' ? 'node-modules' : 'virtualenv';
}

/** By its name, and by its text where the name alone does not tell. Undefined for what may be shipped. */
export function leakOfFile(path: string, context: BuildContext): LeakKind | undefined {
  const name = baseName(path).toLowerCase();
  if (isEnvironmentFile(name)) return 'environment';
  if (/\.(?:pem|key)$/.test(name)) return isPublic(path, context) ? undefined : 'key';
  if (/^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\.(?:p12|pfx|jks|keystore|ppk)$/.test(name)) return 'key';
  if (alwaysCredentials.has(name) || /(?:^|\/)(?:\.aws\/credentials|\.kube\/config)$/.test(path)) return 'credentials';
  const pattern = credentialsInText(path, name);
  return pattern !== undefined && context.textMatches(path, pattern) === true ? 'credentials' : undefined;
}

const alwaysCredentials = new Set([
  '.netrc',
  '_netrc',
  '.git-credentials',
  '.pypirc',
  '.htpasswd',
  '.pgpass',
  'terraform.tfstate',
]);

/** `.env.example` and its like are written to be shared. */
function isEnvironmentFile(name: string): boolean {
  return (
    (name === '.env' || name === '.envrc' || name.startsWith('.env.')) &&
    !/\.(?:example|sample|template|tmpl|dist|defaults?|schema|vault|md|txt|j2)$/.test(name)
  );
}

/** A certificate or a public key: they may be read by anybody. A text that cannot be read counts as private. */
function isPublic(path: string, context: BuildContext): boolean {
  return (
    context.textMatches(
      path,
      /-----BEGIN (?:TRUSTED |X509 )?(?:CERTIFICATE|(?:RSA )?PUBLIC KEY|DH PARAMETERS|X509 CRL)/,
    ) === true && context.textMatches(path, /PRIVATE KEY-----/) === false
  );
}

/** Files of which only some hold a password or a token. */
function credentialsInText(path: string, name: string): RegExp | undefined {
  if (name === '.npmrc' || name === '.yarnrc') return /_(?:authToken|auth|password)\s*=\s*"?[^\s"$]/i;
  if (name === '.yarnrc.yml') return /npmAuth(?:Token|Ident):\s*"?[^\s"$]/;
  if (name === 'pip.conf' || name === 'uv.toml') return /:\/\/[^\s/:@$]+:[^\s/@$]+@/;
  if (/(?:^|\/)\.docker\/config\.json$/.test(path)) return /"auth"\s*:\s*"[^"]/;
  if (/^(?:.*credentials?|.*service[-_]?account.*|.*key|client_secrets?)\.json$/.test(name))
    return /"(?:private_key|client_secret)"\s*:\s*"[^"]/;
  return undefined;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
