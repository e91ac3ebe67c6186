import { cCompiler, type SystemPackages } from './build-tools.ts';

/** A compiler, or what builds with one, that a package called and did not find. */
export interface MissingToolchain {
  /** `gcc`, `cargo`, `cmake`. */
  readonly program: string;
  readonly packages: SystemPackages;
  readonly line: string;
}

/** The first group is the program, where it is named. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/(?:error: )?command '(?:\/\S*\/)?([\w+.-]+)' failed: (?:No such file or directory|None)/, ''],
  [/unable to execute '?([\w+.-]+)'?: No such file or directory/, ''],
  [
    /\[Errno 2\] No such file or directory: '((?:[\w-]+-)?(?:gcc|g\+\+|cc|c\+\+|clang|cmake|make|gfortran|cargo|rustc|ninja|swig))'/,
    '',
  ],
  [
    /(?:^|[\s:])((?:[\w-]+-linux-(?:gnu|musl)-)?(?:gcc|g\+\+|cc|c\+\+|clang|cmake|make|gfortran|cargo|rustc|ninja|swig|autoreconf|libtoolize)): (?:command )?not found/,
    '',
  ],
  [/\b(?:needs?|requires?) a C compiler\b|C compiler (?:cannot create executables|not found|is not available)/i, 'gcc'],
  [/no acceptable C compiler found in \$PATH/, 'gcc'],
  [/Unknown compiler\(s\): \[\[?'(?:cc|gcc)'/, 'gcc'],
  [/Unknown compiler\(s\): \[\[?'(?:c\+\+|g\+\+)'/, 'g++'],
  [/Unknown compiler\(s\): \[\[?'(?:gfortran|flang)/, 'gfortran'],
  [/No CMAKE_C(?:XX)?_COMPILER could be found|CMAKE_C(?:XX)?_COMPILER not set/, 'g++'],
  [/Broken toolchain: cannot link a simple C program/, 'gcc'],
  [/error: linker `cc` not found/, 'gcc'],
  [
    /CMake must be installed to build|Problem with the CMake installation|CMake is not installed on (?:your system|this system)/i,
    'cmake',
  ],
  [
    /Cargo, the Rust package manager, is not installed|can't find Rust compiler|Rust not found, installing into|rustc(?:, the rust compiler,)? is not installed/i,
    'cargo',
  ],
  [/RuntimeError: autoconf error/, 'gcc'],
];

export function missingToolchain(log: readonly string[]): MissingToolchain | undefined {
  for (const line of log) {
    for (const [sentence, usual] of sentences) {
      const match = sentence.exec(line);
      if (match === null) continue;
      const program = (match[1] ?? usual).replace(/^.*-(?=gcc$|g\+\+$|cc$)/, '');
      const packages = packagesOf(program);
      if (packages !== undefined) return { program, packages, line: line.trim() };
    }
  }
  return undefined;
}

function packagesOf(program: string): SystemPackages | undefined {
  switch (program) {
    case 'gcc':
    case 'cc':
      return cCompiler;
    case 'g++':
    case 'c++':
      return { debian: 'g++', alpine: 'g++' };
    case 'clang':
    case 'cmake':
    case 'swig':
    case 'gfortran':
      return { debian: program, alpine: program };
    case 'make':
      return { debian: 'build-essential', alpine: 'build-base' };
    case 'ninja':
      return { debian: 'ninja-build', alpine: 'ninja' };
    case 'autoreconf':
      return { debian: 'autoconf automake libtool', alpine: 'autoconf automake libtool' };
    case 'libtoolize':
      return { debian: 'libtool', alpine: 'libtool' };
    case 'cargo':
    case 'rustc':
      return { debian: 'cargo gcc libc6-dev', alpine: 'cargo gcc musl-dev' };
    default:
      return undefined;
  }
}
