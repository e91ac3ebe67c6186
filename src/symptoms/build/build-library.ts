import type { SystemPackages } from './build-tools.ts';

/** A library that a package is built against, with its headers, and that the image does not have. */
export interface BuildLibrary {
  /** As people call it: `libpq`. */
  readonly name: string;
  readonly packages: SystemPackages;
  /** A distribution that brings it in its wheel. */
  readonly instead?: string;
  readonly line: string;
}

type Library = Omit<BuildLibrary, 'line'>;

const libpq: Library = {
  name: 'libpq',
  packages: { debian: 'libpq-dev gcc libc6-dev', alpine: 'libpq-dev gcc musl-dev' },
  instead: 'psycopg2-binary',
};
const mysql: Library = {
  name: "MySQL's library",
  packages: {
    debian: 'default-libmysqlclient-dev pkg-config gcc libc6-dev',
    alpine: 'mariadb-dev pkgconf gcc musl-dev',
  },
};
const python: Library = { name: 'Python.h', packages: { debian: 'python3-dev', alpine: 'python3-dev' } };
const openssl = library('OpenSSL', 'libssl-dev pkg-config', 'openssl-dev pkgconf');
const libffi = library('libffi', 'libffi-dev', 'libffi-dev');
const libxml = library('libxml2', 'libxml2-dev libxslt1-dev', 'libxml2-dev libxslt-dev');
const ldap = library('OpenLDAP', 'libldap2-dev libsasl2-dev', 'openldap-dev cyrus-sasl-dev');
const curl = library('libcurl', 'libcurl4-openssl-dev libssl-dev', 'curl-dev openssl-dev');
const krb5 = library('Kerberos', 'libkrb5-dev', 'krb5-dev');
const gdal = library('GDAL', 'libgdal-dev', 'gdal-dev');
const libc = library('the C library', 'libc6-dev', 'musl-dev linux-headers');

/** What packages say of the library that they look for. */
const sentences: readonly (readonly [RegExp, Library])[] = [
  [/pg_config executable not found|pg_config(?: is required|: not found)/, libpq],
  [/Can not find valid pkg-config name|mysql_config: not found|mysql_config not found/, mysql],
  [/libxml2 and libxslt development packages are installed|xml2-config: not found/, libxml],
  [/Could not run curl-config|curl-config: not found/, curl],
  [/krb5-config: (?:command )?not found|Command 'krb5-config/, krb5],
  [
    /gdal-config: (?:command )?not found|A GDAL API version must be specified|No such file or directory: 'gdal-config'/,
    gdal,
  ],
  [/Could not find (?:directory of )?OpenSSL (?:installation|development)/, openssl],
  [
    /headers or library files could not be found for (?:jpeg|zlib)/,
    library('libjpeg', 'libjpeg-dev zlib1g-dev', 'jpeg-dev zlib-dev'),
  ],
  [
    /Unable to find (?:-lxmlsec1|xmlsec1)|xmlsec1 is not installed/,
    library('xmlsec', 'libxmlsec1-dev pkg-config', 'xmlsec-dev pkgconf'),
  ],
];

/** By the header that the compiler did not find. */
const headers: readonly (readonly [RegExp, Library])[] = [
  [/^Python\.h$|^pyconfig\.h$/, python],
  [/^(?:std\w+|limits|errno|assert|string)\.h$|^linux\//, libc],
  [/^libpq-fe\.h$|^pg_config\.h$/, libpq],
  [/^mysql(?:\/|\.h$)/, mysql],
  [/^ffi\.h$/, libffi],
  [/^openssl\//, openssl],
  [/^libxml\/|^libxslt\//, libxml],
  [/^(?:lber|ldap)\.h$|^sasl\//, ldap],
  [/^curl\//, curl],
  [/^gssapi|^krb5/, krb5],
  [/^gdal/, gdal],
  [/^jpeglib\.h$/, library('libjpeg', 'libjpeg-dev', 'jpeg-dev')],
  [/^zlib\.h$/, library('zlib', 'zlib1g-dev', 'zlib-dev')],
  [/^bzlib\.h$/, library('bzip2', 'libbz2-dev', 'bzip2-dev')],
  [/^lzma\.h$/, library('liblzma', 'liblzma-dev', 'xz-dev')],
  [/^sqlite3\.h$/, library('SQLite', 'libsqlite3-dev', 'sqlite-dev')],
  [/^sql(?:ext)?\.h$/, library('unixODBC', 'unixodbc-dev', 'unixodbc-dev')],
  [/^portaudio\.h$/, library('PortAudio', 'portaudio19-dev', 'portaudio-dev')],
  [/^snappy/, library('Snappy', 'libsnappy-dev', 'snappy-dev')],
  [/^gmp\.h$/, library('GMP', 'libgmp-dev', 'gmp-dev')],
  [/^cairo/, library('cairo', 'libcairo2-dev pkg-config', 'cairo-dev pkgconf')],
  [/^yaml\.h$/, library('libyaml', 'libyaml-dev', 'yaml-dev')],
  [/^magic\.h$/, library('libmagic', 'libmagic-dev', 'file-dev')],
  [/^rdkafka/, library('librdkafka', 'librdkafka-dev', 'librdkafka-dev')],
  [/^systemd\//, library('libsystemd', 'libsystemd-dev pkg-config', 'elogind-dev pkgconf')],
  [/^event2?\.h$|^ev\.h$/, library('libev', 'libev-dev', 'libev-dev')],
];

export function buildLibrary(log: readonly string[]): BuildLibrary | undefined {
  for (const line of log) {
    const library_ = sentences.find(([sentence]) => sentence.test(line))?.[1] ?? byHeader(line) ?? byName(line);
    if (library_ !== undefined) return { ...library_, line: line.trim() };
  }
  return undefined;
}

function byHeader(line: string): Library | undefined {
  const header = /fatal error: ([\w./+-]+\.h(?:pp)?): No such file or directory/.exec(line)?.[1];
  return header === undefined ? undefined : headers.find(([pattern]) => pattern.test(header))?.[1];
}

/** What pkg-config, meson and the linker miss they call by its own name, which the distributions prefix and end. */
function byName(line: string): Library | undefined {
  const name =
    /No package '([\w.+-]+)' found/.exec(line)?.[1] ??
    /Package '?([\w.+-]+)'?,? (?:required by '[^']*', |was )not found/.exec(line)?.[1] ??
    /ERROR: Dependency "([\w.+-]+)" not found/.exec(line)?.[1] ??
    /ld: cannot find -l([\w+-]+)/.exec(line)?.[1];
  if (name === undefined) return undefined;
  const bare = name.replace(/^lib/, '').replace(/-[\d.]+$/, '');
  const known = headers
    .map(([, each]) => each)
    .find((each) => each.packages.debian.startsWith(`lib${bare}`) || each.name.toLowerCase() === bare);
  return known ?? library(name, `lib${bare}-dev pkg-config`, `${bare}-dev pkgconf`);
}

function library(name: string, debian: string, alpine: string): Library {
  return { name, packages: { debian, alpine } };
}
