/** Top modules that come with Python 3.8 to 3.14, those that were taken out meanwhile among them. */
const modules: ReadonlySet<string> = new Set(
  [
    'abc aifc annotationlib argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2',
    'cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent',
    'configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis',
    'distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib',
    'functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib',
    'inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap',
    'modulefinder multiprocessing netrc nntplib numbers opcode operator optparse os parser pathlib pdb pickle pickletools',
    'pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc queue',
    'quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal',
    'site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat statistics string stringprep struct subprocess',
    'sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter',
    'token tokenize tomllib trace traceback tracemalloc tty types typing unicodedata unittest urllib uu uuid venv warnings',
    'wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo',
  ].flatMap((line) => line.split(' ')),
);

export function isStandardModule(module: string): boolean {
  return modules.has(module.split('.')[0] ?? module);
}

/** Modules and names that came with a version of Python. A module stands alone, a name behind its module, a method behind its class. */
const came: Readonly<Record<string, string>> = {
  '3.9':
    'graphlib zoneinfo functools.cache typing.Annotated asyncio.to_thread math.lcm random.randbytes str.removeprefix str.removesuffix',
  '3.10':
    'typing.ParamSpec typing.TypeAlias typing.TypeGuard typing.Concatenate typing.is_typeddict types.NoneType types.UnionType types.EllipsisType dataclasses.KW_ONLY itertools.pairwise contextlib.aclosing inspect.get_annotations importlib.metadata.packages_distributions sys.orig_argv',
  '3.11':
    'tomllib wsgiref.types typing.Self typing.LiteralString typing.Never typing.NotRequired typing.Required typing.Unpack typing.TypeVarTuple typing.assert_never typing.assert_type typing.reveal_type typing.dataclass_transform typing.get_overloads typing.clear_overloads enum.StrEnum enum.ReprEnum enum.verify enum.member enum.nonmember enum.EnumCheck enum.FlagBoundary enum.global_enum datetime.UTC asyncio.TaskGroup asyncio.Runner asyncio.Barrier asyncio.timeout asyncio.timeout_at contextlib.chdir logging.getLevelNamesMapping math.cbrt math.exp2 operator.call hashlib.file_digest sys.exception',
  '3.12':
    'typing.override typing.TypeAliasType typing.get_protocol_members collections.abc.Buffer itertools.batched inspect.BufferFlags inspect.markcoroutinefunction asyncio.eager_task_factory calendar.Month calendar.Day sys.monitoring math.sumprod types.get_original_bases PosixPath.walk',
  '3.13':
    'dbm.sqlite3 warnings.deprecated typing.ReadOnly typing.TypeIs typing.NoDefault typing.NoExtraItems copy.replace asyncio.QueueShutDown queue.ShutDown os.process_cpu_count random.binomialvariate math.fma types.CapsuleType',
  '3.14':
    'annotationlib compression string.templatelib concurrent.interpreters concurrent.futures.InterpreterPoolExecutor pathlib.types io.Reader io.Writer uuid.uuid7 uuid.uuid6 uuid.uuid8 functools.Placeholder operator.is_none',
};

const since: ReadonlyMap<string, string> = new Map(
  Object.entries(came).flatMap(([version, names]) => names.split(' ').map((name): [string, string] => [name, version])),
);

/** Keyword arguments of the library that came with a version: `dataclass(slots=True)` and others. */
const argumentsCame: Readonly<Record<string, string>> = {
  'dataclass.slots': '3.10',
  'dataclass.kw_only': '3.10',
  'dataclass.weakref_slot': '3.11',
  'zip.strict': '3.10',
  'run.loop_factory': '3.12',
};

/** `3.11` for `tomllib` and for `typing.Self`; undefined for what always was there, or is not known. */
export function standardSince(name: string): string | undefined {
  return since.get(name);
}

export function argumentSince(callee: string, name: string): string | undefined {
  return argumentsCame[`${callee}.${name}`];
}

/** `3.9` is older than `3.11`. */
export function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = than.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
