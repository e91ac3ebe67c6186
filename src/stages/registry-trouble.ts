/** How a registry refuses an image: whether the same may pass a moment later, and what to do about it, as an order. */
export interface RegistryTrouble {
  readonly passes: boolean;
  readonly advice: (registry: string) => string;
}

const again = 'Start the job again: what the registry has already is not sent twice.';

/** By what registries and the engine write, the particular before the general: some say `denied` to all of it. */
const troubles: readonly (RegistryTrouble & { readonly words: RegExp })[] = [
  {
    words: /immutab|cannot be overwritten|already exists|tag mutation/i,
    passes: false,
    advice: () => 'Give the image a tag that is new: this registry moves none.',
  },
  {
    words: /quota|storage resource|insufficient.storage|will exceed|no space left/i,
    passes: false,
    advice: (registry) => `Make room at ${registry}, or have its limit raised.`,
  },
  {
    words: /entity too large|payload too large|content too large|body too large|\b413\b/i,
    passes: false,
    advice: (registry) =>
      `Raise the largest upload that the proxy in front of ${registry} takes (nginx: \`client_max_body_size 0\`), or make the layers smaller.`,
  },
  {
    words: /too ?many ?requests|rate.?limit|\b429\b/i,
    passes: true,
    advice: (registry) => `Wait until ${registry} takes more, then start the job again.`,
  },
  {
    words: /x509|certificate|tls: /i,
    passes: false,
    advice: (registry) =>
      `Give the engine the certificate authority of ${registry}: /etc/docker/certs.d/${registry}/ca.crt.`,
  },
  {
    words: /server gave HTTP response to HTTPS client/i,
    passes: false,
    advice: (registry) =>
      `Name ${registry} among \`insecure-registries\` of the engine's daemon.json, or let it speak HTTPS.`,
  },
  {
    words: /name.?unknown|name invalid|repository .*(?:not exist(?! or may require)|not found)|project .*not found/i,
    passes: false,
    advice: (registry) => `Create the repository at ${registry}, or correct its name in \`tags\`.`,
  },
  {
    words: /^unsupported\b|operation is unsupported|method not allowed|\b405\b/i,
    passes: false,
    advice: (registry) => `Correct the name in \`tags\`, or make ${registry} writable: it takes no pushes.`,
  },
  {
    words: /unauthori[sz]ed|authentication required|no basic auth|login|credentials|\b401\b/i,
    passes: false,
    advice: (registry) => `Log in to ${registry} in an earlier step (docker/login-action).`,
  },
  {
    words: /denied|forbidden|permission|insufficient.scope|\b403\b/i,
    passes: false,
    advice: (registry) =>
      registry === 'ghcr.io'
        ? 'Log in to ghcr.io (docker/login-action), give the job `packages: write`, and let the package grant this repository the role Write.'
        : `Log in to ${registry} (docker/login-action) as somebody who may write there, or correct the name in \`tags\`.`,
  },
  {
    words: /^unknown: .*not found|\b404\b/i,
    passes: false,
    advice: (registry) => `Correct the name in \`tags\`: no registry answers at ${registry}.`,
  },
  {
    words: /no such host|server misbehaving/i,
    passes: true,
    advice: (registry) => `Correct the name ${registry} in \`tags\`, or the name service of the engine's machine.`,
  },
  {
    words: /connection refused|no route to host|network is unreachable/i,
    passes: true,
    advice: (registry) => `See to it that ${registry} can be reached from the engine's machine.`,
  },
  {
    words:
      /\b5\d\d\b|EOF|reset by peer|broken pipe|time.?out|deadline exceeded|unavailable|internal.?(?:server.)?error|try again/i,
    passes: true,
    advice: () => again,
  },
];

/** What is not known may be anything: it is tried once, and told. */
export function registryTrouble(words: string): RegistryTrouble {
  return troubles.find((trouble) => trouble.words.test(words)) ?? { passes: false, advice: () => again };
}
