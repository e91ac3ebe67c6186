/** What BuildKit says of the value of `FROM --platform=`, after the value; undefined where it is a platform. */
export function platformProblem(text: string): string | undefined {
  const parts = text.split('/');
  const [first = '', ...others] = parts;
  if (text.includes('*')) return 'wildcards not yet supported';
  if (!/^[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/.test(first)) {
    return `${JSON.stringify(first)} is an invalid OS component`;
  }
  const odd = others.find((part) => !/^[A-Za-z0-9_.-]+$/.test(part));
  if (odd !== undefined) return `${JSON.stringify(odd)} is an invalid component`;
  if (parts.length > 3) return 'cannot parse platform specifier';
  // One word alone must be a system or a processor by a name that is known; behind a slash, any will do.
  const isKnown = parts.length > 1 || known.has(first.replace(/\(.*$/s, '').toLowerCase());
  return isKnown ? undefined : 'unknown operating system or architecture';
}

const known = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos ' +
    '386 aarch64 amd64 amd64p32 arm arm64 arm64be armbe armel armhf i386 loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ' +
    'ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm x86-64 x86_64'
  ).split(' '),
);
