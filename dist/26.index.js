export const id = 26;
export const ids = [26];
export const modules = {

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ expand)
/* harmony export */ });
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5794);

/**
 * Expands a word as it stands in the Dockerfile (`Word.text`, `Assignment.value`): quotes and escapes are processed, variables
 * replaced. A variable for which `lookup` has no value makes the result unknown, unless a modifier such as `:-` stands in for it.
 */
function expand(text, lookup, escape = '\\') {
    const { text: result, missing, error } = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lex */ .I)(text, { escape, lookup });
    if (error !== undefined)
        return { known: false, text: '', missing, error };
    return missing.length === 0 ? { known: true, text: result } : { known: false, text: result, missing };
}


/***/ }),

/***/ 2237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readIgnoreFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(4158);
// EXTERNAL MODULE: ./build/dockerfile/blanks.js
var blanks = __webpack_require__(5440);
;// CONCATENATED MODULE: ./build/dockerfile/glob-walk.js
/**
 * A pattern of .dockerignore as a function that tells whether it matches a path or a folder above it, in time that grows with
 * their lengths alone: patterns come from strangers.
 */
function walkGlob(pattern) {
    const tokens = tokensOf(pattern);
    return (path) => {
        const characters = Array.from(path);
        const reached = tokens.reduce((ends, token) => step(token, ends, characters), characters.map(() => false).toSpliced(0, 0, true));
        return reached.some((isEnd, index) => isEnd && (index === characters.length || characters[index] === '/'));
    };
}
/** From where the tokens before it may have ended to where this one may end. */
function step(token, ends, characters) {
    const next = ends.map(() => false);
    let isAnyBefore = false;
    for (const [index, isEnd] of ends.entries()) {
        const before = characters[index - 1];
        switch (token.kind) {
            case 'star':
                next[index] = isEnd || (next[index - 1] === true && before !== '/');
                break;
            case 'rest':
                next[index] = isEnd || next[index - 1] === true;
                break;
            case 'folders':
                next[index] = isEnd || (isAnyBefore && before === '/');
                break;
            case 'one':
                next[index] = ends[index - 1] === true && before !== undefined && token.takes(before);
                break;
        }
        isAnyBefore ||= isEnd;
    }
    return next;
}
function tokensOf(pattern) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const [token, length] = tokenAt(pattern, at);
        tokens.push(token);
        at += length;
    }
    return tokens;
}
function tokenAt(pattern, at) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    if (character === '*') {
        if (pattern[at + 1] !== '*')
            return [{ kind: 'star' }, 1];
        const length = pattern[at + 2] === '/' ? 3 : 2;
        return [{ kind: at + length === pattern.length ? 'rest' : 'folders' }, length];
    }
    if (character === '?')
        return [{ kind: 'one', takes: (other) => other !== '/' }, 1];
    const set = character === '[' ? /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(pattern.slice(at)) : null;
    if (set !== null)
        return [setOf(set[1] === '^', set[2] ?? ''), set[0].length];
    const literal = character === '\\' ? String.fromCodePoint(pattern.codePointAt(at + 1) ?? 0x5c) : character;
    return [
        { kind: 'one', takes: (other) => other === literal },
        character === '\\' ? 1 + literal.length : literal.length,
    ];
}
/** `[a-z_]`. */
function setOf(isNegated, inside) {
    const characters = Array.from(inside.replace(/\\(.)/gsu, '$1'));
    const takes = (other) => characters.some((character, index) => {
        if (characters[index - 1] === '-' && index > 1) {
            const from = characters[index - 2] ?? character;
            return from <= other && other <= character;
        }
        return character === other;
    });
    return { kind: 'one', takes: (other) => takes(other) !== isNegated };
}

;// CONCATENATED MODULE: ./build/dockerfile/ignore-file.js




function readIgnoreFile(text) {
    const patterns = readPatterns(text);
    // Asked in order, as moby does: a pattern that would change nothing is not even tried.
    const decide = (file) => {
        let deciding;
        if (!isInside(file))
            return undefined;
        for (const pattern of patterns) {
            const isIgnored = deciding !== undefined && !deciding.isException;
            if (pattern.isException === isIgnored && pattern.matches(file))
                deciding = pattern;
        }
        return deciding;
    };
    return {
        ignores: (file) => decide(file)?.isException === false,
        decidingLine: (file) => decide(file)?.line,
    };
}
/** Neither the context itself nor what lies outside of it can be left behind. */
function isInside(file) {
    return file !== '' && file !== '.' && !file.startsWith('/') && !file.startsWith('../') && file !== '..';
}
/** A line that begins with `#` is a comment, and only at its very beginning; a byte order mark is no part of the first one. */
function readPatterns(text) {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    return lines.flatMap((line, index) => {
        if (line.startsWith('#'))
            return [];
        const trimmed = (0,blanks/* trimSpaces */.QG)(line);
        const written = trimmed.startsWith('!') ? (0,blanks/* trimSpaces */.QG)(trimmed.slice(1)) : trimmed;
        const fromRoot = written === '' ? '' : shortest(written).replace(/^\/(?=.)/, '');
        // Moby shortens once more with the mark before it, and only then looks for the mark: `/!name` is an exception too.
        const whole = (0,blanks/* trimSpaces */.QG)(trimmed.startsWith('!') ? `!${fromRoot}` : fromRoot);
        if (whole === '' || whole === '!')
            return [];
        const pattern = shortest(whole);
        const isException = pattern.startsWith('!');
        const matches = matcherOf(isException ? pattern.slice(1) : pattern);
        return [{ line: index + 1, isException, matches }];
    });
}
/** The shortest form of the pattern: Go's filepath.Clean. */
function shortest(pattern) {
    const normal = external_node_path_.posix.normalize(pattern);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
/** So many wildcards and the library's expression tries every way to share a path among them. */
const crowded = 4;
function matcherOf(pattern) {
    // The library would take the slash away, and moby finds no path that begins with one.
    if (pattern.startsWith('/'))
        return () => false;
    if ((pattern.match(/\*+/g)?.length ?? 0) >= crowded)
        return walkGlob(pattern);
    const make = () => ignore["default"]({ ignorecase: false }).add([forLibrary(pattern)]);
    let library = make();
    let asked = 0;
    return (file) => {
        asked += 1;
        // It remembers every answer, for each pattern anew; of a big context that would be most of the memory.
        if (asked % 10_000 === 0)
            library = make();
        try {
            return withFolders(file).some((each) => library.ignores(each));
        }
        catch {
            // The pattern is no valid expression, such as `[`: moby refuses the whole file, so no answer is wrong.
            return false;
        }
    };
}
/** The path, and the folders above it: what matches one of them holds for all that is inside. */
function withFolders(file) {
    const parts = file.split('/');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}
/**
 * The library makes an expression of every pattern. Moby compares text where wildcards stand at one end at most, so there every
 * mark of an expression is made plain; elsewhere moby too lets braces and bars through. `#`, `!` and a blank would be a
 * comment, an exception and nothing, and of `**name` moby compares the ends.
 */
function forLibrary(pattern) {
    const [, opening = '', text = '', closing = ''] = /^(\*\*)?([^*?\\[\]]*)(\*\*)?$/.exec(pattern) ?? [];
    const isPlain = text !== '' && (opening === '' || closing === '');
    if (!isPlain)
        return guarded(pattern.replace(/(\[[^\]]*\])|[+()]/g, (mark, set) => set ?? `[${mark}]`));
    const begin = opening !== '' && !text.startsWith('/') ? '**/*' : opening;
    const escaped = text.replace(/[+(){}|]/g, '[$&]');
    return guarded(`${begin}${external_node_path_.sep === '\\' ? escaped : escaped.replaceAll('^', String.raw `\^`)}${closing}`);
}
function guarded(pattern) {
    return pattern.replace(/^[#!\s]/, '[$&]');
}


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZX: () => (/* binding */ lineSpan),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/** The place of a span as reports count it: from 1, columns in UTF-16 units, the end exclusive. */
function locationOf(dockerfile, span) {
    const start = positionOf(dockerfile, span.start);
    const end = positionOf(dockerfile, span.end);
    return { path: dockerfile.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
/** The line of an offset, counted from 1. */
function lineOf(dockerfile, offset) {
    return indexOfLast(dockerfile.lineStarts, offset) + 1;
}
function positionOf(dockerfile, offset) {
    const index = indexOfLast(dockerfile.lineStarts, offset);
    return { line: index + 1, column: offset - (dockerfile.lineStarts[index] ?? 0) + 1 };
}
/** The way back: the offset of a line and a column counted from 1, clamped to the text. */
function offsetOf(dockerfile, line, column) {
    const start = dockerfile.lineStarts[Math.max(0, line - 1)] ?? dockerfile.text.length;
    return Math.min(dockerfile.text.length, start + Math.max(0, column - 1));
}
/** A whole line by its number, without its line break. */
function lineSpan(dockerfile, line) {
    const start = dockerfile.lineStarts[line - 1] ?? dockerfile.text.length;
    let end = (dockerfile.lineStarts[line] ?? dockerfile.text.length + 1) - 1;
    while (end > start && dockerfile.text[end - 1] === '\r')
        end -= 1;
    return { start, end: Math.max(start, end) };
}
/** The index of the last number that is not above `value`; the numbers ascend and the first is 0. */
function indexOfLast(numbers, value) {
    let low = 0;
    let high = numbers.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((numbers[middle] ?? 0) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

/***/ 245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shellTextOf),
/* harmony export */   m: () => (/* binding */ isPosixShell)
/* harmony export */ });
/* harmony import */ var _blanks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5440);
/* harmony import */ var _heredoc_opening_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7010);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3458);



/** The shell text of an instruction in shell form, for `parseShell`. Undefined for the exec form, and where another interpreter runs it. */
function shellTextOf(instruction) {
    if (instruction.exec !== undefined || !['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword))
        return undefined;
    const { text, segments } = instruction;
    const start = instruction.argumentsStart +
        (instruction.keyword === 'HEALTHCHECK' ? lengthOfCmd(text.slice(instruction.argumentsStart)) : 0);
    const line = { text: text.slice(start), segments: (0,_segments_js__WEBPACK_IMPORTED_MODULE_0__/* .cutSegments */ .Ld)(segments, start, text.length) };
    const [first, ...others] = instruction.heredocs;
    if (first === undefined)
        return line;
    // `RUN <<EOF` alone: the body is the script. With a command before it, the body is that command's input.
    if ((0,_heredoc_opening_js__WEBPACK_IMPORTED_MODULE_1__/* .isHeredocWord */ .$)((0,_blanks_js__WEBPACK_IMPORTED_MODULE_2__/* .trimSpaces */ .QG)(line.text)))
        return isShellScript(first) ? bodyOf(first) : undefined;
    return [first, ...others].reduce(withHeredoc, line);
}
/** `HEALTHCHECK CMD curl …`: the word CMD is no part of the command. `HEALTHCHECK NONE` runs nothing. */
function lengthOfCmd(text) {
    return /^(?:CMD\s+|NONE\s*$)/i.exec(text)?.[0].length ?? 0;
}
/** Without a shebang, the stage's shell runs it. */
function isShellScript({ content, strip }) {
    const body = strip ? content.replace(/^\t+/, '') : content;
    const [, interpreter] = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(\S+)/.exec(body) ?? [];
    return interpreter === undefined || isPosixShell([interpreter]);
}
/** Whether this is a shell whose text can be read here: PowerShell and cmd are not. As SHELL or a shebang names it. */
function isPosixShell([program = '']) {
    return /^(?:sh|bash|dash|ash|zsh|ksh|mksh|busybox)$/.test(program.split('/').at(-1) ?? '');
}
function bodyOf({ content, span }) {
    return { text: content, segments: [{ text: 0, source: span.start, length: content.length }] };
}
/** As BuildKit hands it to the shell: the line, the body, the closing name. */
function withHeredoc(line, { content, span, name }) {
    const head = line.text.endsWith('\n') ? line.text : `${line.text}\n`;
    const body = { text: head.length, source: span.start, length: content.length };
    const closing = { text: head.length + content.length, source: span.end, length: name.length };
    return { text: `${head}${content}${name}\n`, segments: [...line.segments, body, closing] };
}


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ isInstall),
/* harmony export */   bR: () => (/* binding */ aptCommandsIn),
/* harmony export */   uB: () => (/* binding */ aptConfiguration),
/* harmony export */   yM: () => (/* binding */ isUpdate)
/* harmony export */ });
/* harmony import */ var _servers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7750);
/* harmony import */ var _servers_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3093);


const grammar = (0,_servers_options_js__WEBPACK_IMPORTED_MODULE_1__/* .grammarOf */ .Le)({
    values: [
        ['--option', '-o'],
        ['--config-file', '-c'],
        ['--target-release', '-t', '--default-release'],
        ['--host-architecture', '-a'],
        ['--build-profiles', '-P'],
    ],
    flags: [
        ['--yes', '-y', '--assume-yes'],
        ['--quiet', '-q'],
        ['--simulate', '-s', '--just-print', '--dry-run', '--recon', '--no-act'],
        ['--no-install-recommends', '-R', '--without-recommends'],
        ['--install-recommends', '-r', '--with-recommends'],
        ['--print-uris'],
    ],
    abbreviations: false,
});
function aptConfiguration({ dockerfile }) {
    return {
        asksNothing: /APT::Get::Assume-Yes\s+\\?["']?(?:true|yes|1|on)/i.test(dockerfile.text),
        noRecommended: /APT::Install-Recommends\s+\\?["']?(?:false|no|0|off)/i.test(dockerfile.text),
    };
}
/** Those of a RUN, in order. */
function aptCommandsIn(commands, configured) {
    return commands.flatMap((command, index) => aptCommandOf(command, commands[index - 1], configured) ?? []);
}
function isInstall({ verb }) {
    return verb.text === 'install' || verb.text === 'build-dep' || verb.text === 'reinstall';
}
function isUpdate({ verb }) {
    return verb.text === 'update';
}
function aptCommandOf(command, previous, configured) {
    const [program, ...words] = command.words;
    if (program === undefined || !/^(?:apt-get|apt|aptitude)$/.test((0,_servers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .programName */ .kX)(program.text)))
        return undefined;
    const { options, positionals } = (0,_servers_options_js__WEBPACK_IMPORTED_MODULE_1__/* .readArguments */ .lR)(words, grammar);
    const [verb, ...packages] = positionals.filter((word) => !mayBeOptions(word));
    if (verb === undefined)
        return undefined;
    const open = positionals.some(mayBeOptions);
    const given = (...names) => options.some(({ name }) => names.includes(name));
    return {
        command,
        program,
        verb,
        packages,
        options,
        open,
        asksNothing: open ||
            configured.asksNothing ||
            given('--yes', '--simulate', '--print-uris') ||
            quietness(words, options) >= 2 ||
            setting(options, 'apt::get::assume-yes') === true,
        isAnswered: isPiped(command, previous) || command.shell?.redirections.some(({ operator }) => /^\d*</.test(operator)) === true,
        sudo: command.shell?.words[0]?.value === 'sudo',
        takesRecommended: recommended(options, configured) && !open,
    };
}
function isPiped({ shell }, previous) {
    return (shell !== undefined &&
        previous?.shell?.pipeline === shell.pipeline &&
        previous.shell.connector?.startsWith('|') === true);
}
/** `$APT_OPTIONS`: it may hold any of them. Other variables stand for packages. */
function mayBeOptions(word) {
    return !word.known && /^\$\{?\w*(?:opt|flag|arg)/i.test(word.text);
}
/** Two levels of quiet, or `-q=2`, imply yes: apt-get(8). */
function quietness(words, options) {
    const written = words.flatMap(({ text }) => /^-(?:q|-quiet)=(?<level>\d+)$/.exec(text)?.groups?.['level'] ?? []);
    return Math.max(options.filter(({ name }) => name === '--quiet').length, ...written.map(Number));
}
function recommended(options, configured) {
    const last = options.findLast(({ name }) => name === '--no-install-recommends' || name === '--install-recommends');
    if (last !== undefined)
        return (last.name === '--install-recommends') !== (last.value?.text === 'false');
    return setting(options, 'apt::install-recommends') ?? !configured.noRecommended;
}
/** The value of `-o Name=true`. */
function setting(options, name) {
    const values = options.flatMap((option) => {
        const [, key = '', value = ''] = /^([^=\s]+)[=\s]\s*["']?(.*?)["']?$/.exec(option.value?.text ?? '') ?? [];
        return option.name === '--option' && key.toLowerCase() === name ? [value.toLowerCase()] : [];
    });
    const last = values.at(-1);
    return last === undefined ? undefined : ['true', 'yes', '1', 'on', 'with', 'enable'].includes(last);
}


/***/ }),

/***/ 7031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ baseWorkdir),
/* harmony export */   UO: () => (/* binding */ isPlainBase),
/* harmony export */   hF: () => (/* binding */ baseUser),
/* harmony export */   ph: () => (/* binding */ officialName)
/* harmony export */ });
const unknown = { known: false };
const root = { known: true, text: 'root' };
/**
 * Docker's official images that do not begin as root, or do not begin in `/`: of all others in the library that a Python
 * server is built on, both are certain.
 */
const notPlain = new Set([
    'elasticsearch',
    'golang',
    'haproxy',
    'jenkins',
    'kibana',
    'logstash',
    'memcached',
    'neo4j',
    'solr',
    'sonarqube',
    'varnish',
]);
/** Images of others that are known to begin as root; their tags do not change it. */
const beginAsRoot = [
    /^ghcr\.io\/astral-sh\/uv$/,
    /^ghcr\.io\/(?:prefix-dev\/pixi|opencv\/.+)$/,
    /^docker\.io\/(?:tiangolo|nvidia|pytorch|tensorflow|continuumio|condaforge|huggingface|snakepacker)\/.+$/,
    /^nvcr\.io\/nvidia\/.+$/,
    /^public\.ecr\.aws\/(?:docker\/library\/.+|amazonlinux\/amazonlinux|lambda\/python)$/,
    /^mcr\.microsoft\.com\/(?:playwright\/python|playwright|cbl-mariner\/base\/python|azurelinux\/base\/python)$/,
    /^registry\.access\.redhat\.com\/ubi\d+(?:\/ubi(?:-minimal|-micro)?)?$/,
    /^quay\.io\/(?:centos|fedora)\/.+$/,
];
/** The user that a stage begins as. */
function baseUser(base) {
    if (base.kind === 'scratch')
        return root;
    if (base.kind !== 'image')
        return unknown;
    const { reference } = base;
    const library = officialName(reference);
    if (library !== undefined)
        return notPlain.has(library) ? unknown : root;
    const name = `${reference.registry}/${reference.repository}`;
    if (name.startsWith('gcr.io/distroless/'))
        return reference.tag?.includes('nonroot') === true ? { known: true, text: 'nonroot' } : root;
    return beginAsRoot.some((pattern) => pattern.test(name)) ? root : unknown;
}
/** The folder that a stage begins in. */
function baseWorkdir(base) {
    if (base.kind === 'scratch')
        return { known: true, text: '/' };
    if (base.kind !== 'image')
        return unknown;
    const library = officialName(base.reference);
    return library !== undefined && !notPlain.has(library) && library !== 'php' && library !== 'ruby'
        ? { known: true, text: '/' }
        : unknown;
}
/** `python`, `debian`: the name of one of Docker's official images, also through Amazon's mirror of them. */
function officialName(reference) {
    const [, name] = /^(?:docker\.io\/library|public\.ecr\.aws\/docker\/library)\/([^/]+)$/.exec(`${reference.registry}/${reference.repository}`) ?? [];
    return name;
}
/** An image that is known to bring neither ports nor a command line of its own that matter to a server. */
function isPlainBase(base) {
    return base.kind === 'scratch' || baseUser(base).known;
}


/***/ }),

/***/ 6881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ exposedPorts),
/* harmony export */   _: () => (/* binding */ exposes)
/* harmony export */ });
/* harmony import */ var _dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3640);

function exposedPorts(facts) {
    let incomplete = false;
    const ports = [];
    for (const instruction of facts.imageInstructions) {
        if (instruction.keyword !== 'EXPOSE')
            continue;
        for (const word of instruction.words) {
            const read = readWord(word, instruction, facts);
            if (read === undefined)
                incomplete = true;
            else
                ports.push(...read);
        }
    }
    return { ports, incomplete };
}
/** One word may expand to several ports: `EXPOSE $PORTS`. Undefined where only the build can tell. */
function readWord(word, instruction, facts) {
    const expanded = facts.stateAt(instruction)?.expand(word.text);
    if (expanded?.known !== true)
        return undefined;
    const location = (0,_dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .hD)(facts.dockerfile, word.span);
    const ports = [];
    for (const text of expanded.text.split(/\s+/).filter((part) => part !== '')) {
        const match = /^(?<first>\d+)(?:-(?<last>\d+))?(?:\/(?<protocol>tcp|udp|sctp))?$/i.exec(text);
        if (match?.groups === undefined)
            return undefined;
        const { first = '', last = first, protocol = 'tcp' } = match.groups;
        const digits = last === first ? first : `${first}-${last}`;
        const plain = word.text.startsWith(digits) && location.line === location.endLine;
        const name = protocol.toLowerCase();
        ports.push({
            first: Number(first),
            last: Number(last),
            protocol: name === 'udp' || name === 'sctp' ? name : 'tcp',
            instruction,
            location,
            ...(plain ? { number: { ...location, endColumn: location.column + digits.length } } : {}),
        });
    }
    return ports;
}
function exposes(exposed, port) {
    return exposed.ports.some((each) => each.protocol === 'tcp' && each.first <= port && port <= each.last);
}


/***/ }),

/***/ 477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** A path of the image: absolute, without `.`, `..` and a slash at its end. */
function joinPath(folder, relative) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', folder, relative);
}
/** What is left of `whole` behind `folder`; empty for the folder itself, undefined where it is not inside. */
function pathInside(folder, whole) {
    if (whole === folder)
        return '';
    const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
    return whole.startsWith(prefix) ? whole.slice(prefix.length) : undefined;
}
/** A path of the context as a source names it: `./src/` is `src`, `/` and `.` are the context itself; `..` stops at the top. */
function contextPath(source) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', source).slice(1);
}


/***/ }),

/***/ 4428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ mountsOf)
/* harmony export */ });
/** The mounts of a RUN, in order. */
function mountsOf(instruction) {
    return instruction.flags.flatMap((flag) => (flag.name === 'mount' ? [mountOf(flag)] : []));
}
function mountOf(flag) {
    const fields = new Map();
    for (const field of (flag.value ?? '').split(',')) {
        const equals = field.indexOf('=');
        if (equals !== -1)
            fields.set(field.slice(0, equals).trim().toLowerCase(), unquoted(field.slice(equals + 1)));
    }
    const optional = (name, ...keys) => {
        const key = keys.find((candidate) => fields.has(candidate));
        const value = key === undefined ? undefined : fields.get(key);
        return value === undefined ? {} : { [name]: value };
    };
    return {
        type: fields.get('type')?.toLowerCase() ?? 'bind',
        ...optional('from', 'from'),
        ...optional('source', 'source', 'src'),
        ...optional('target', 'target', 'dst', 'destination'),
        flag,
    };
}
function unquoted(text) {
    return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}


/***/ }),

/***/ 6503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ isOutsideLayer),
/* harmony export */   q: () => (/* binding */ foldersOutsideLayer)
/* harmony export */ });
/* harmony import */ var _image_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(477);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4428);


/** The folders that a RUN has in a cache or tmpfs mount: what is written there never reaches its layer. Absolute where that is known. */
function foldersOutsideLayer(instruction, facts) {
    return (0,_mounts_js__WEBPACK_IMPORTED_MODULE_1__/* .mountsOf */ .c)(instruction).flatMap(({ type, target }) => {
        if ((type !== 'cache' && type !== 'tmpfs') || target === undefined)
            return [];
        const state = facts.stateAt(instruction);
        const expanded = state?.expand(target);
        const text = expanded?.known === true ? expanded.text : target;
        if (text.startsWith('/') || state?.workdir.known !== true)
            return [text.length > 1 ? text.replace(/\/+$/, '') : text];
        return [(0,_image_path_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(state.workdir.text, text)];
    });
}
/** The path is in such a mount. */
function isOutsideLayer(instruction, path, facts) {
    return foldersOutsideLayer(instruction, facts).some((folder) => (0,_image_path_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInside */ ._l)(folder, path) !== undefined);
}


/***/ }),

/***/ 487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ pipInstallOf)
/* harmony export */ });
/* harmony import */ var _servers_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3093);
/* harmony import */ var _servers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7750);
/* harmony import */ var _image_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(477);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4428);
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1942);





const grammar = (0,_servers_options_js__WEBPACK_IMPORTED_MODULE_3__/* .grammarOf */ .Le)({
    values: [
        ['--requirement', '-r', '--requirements'],
        ['--constraint', '-c', '--constraints', '--build-constraint', '--build-constraints'],
        ['--editable', '-e'],
        ['--target', '-t'],
        ['--platform'],
        ['--python-version'],
        ['--implementation'],
        ['--abi'],
        ['--root'],
        ['--prefix'],
        ['--src'],
        ['--upgrade-strategy'],
        ['--config-settings', '-C'],
        ['--global-option'],
        ['--no-binary'],
        ['--only-binary'],
        ['--progress-bar'],
        ['--root-user-action'],
        ['--report'],
        ['--group'],
        ['--index-url', '-i'],
        ['--extra-index-url'],
        ['--find-links', '-f'],
        ['--use-feature'],
        ['--use-deprecated'],
        ['--python', '-p'],
        ['--log'],
        ['--proxy'],
        ['--retries'],
        ['--timeout'],
        ['--exists-action'],
        ['--trusted-host', '--allow-insecure-host'],
        ['--cert'],
        ['--client-cert'],
        ['--cache-dir'],
        ['--keyring-provider'],
        ['--override', '--overrides'],
        ['--index'],
        ['--default-index'],
        ['--index-strategy'],
        ['--link-mode'],
        ['--extra'],
        ['--resolution'],
        ['--prerelease'],
        ['--exclude-newer'],
        ['--torch-backend'],
        ['--refresh-package'],
        ['--reinstall-package'],
        ['--upgrade-package', '-P'],
        ['--no-build-package'],
        ['--no-binary-package'],
        ['--directory'],
        ['--project'],
        ['--config-file'],
    ],
    flags: [
        ['--no-cache-dir', '--no-cache', '-n'],
        ['--no-deps'],
        ['--pre'],
        ['--dry-run'],
        ['--user'],
        ['--upgrade', '-U'],
        ['--force-reinstall'],
        ['--ignore-installed', '-I'],
        ['--ignore-requires-python'],
        ['--no-build-isolation'],
        ['--use-pep517'],
        ['--check-build-dependencies'],
        ['--break-system-packages'],
        ['--compile', '--compile-bytecode'],
        ['--no-compile'],
        ['--no-warn-script-location'],
        ['--no-warn-conflicts'],
        ['--prefer-binary'],
        ['--require-hashes'],
        ['--no-clean'],
        ['--no-index'],
        ['--isolated'],
        ['--require-virtualenv'],
        ['--verbose', '-v'],
        ['--quiet', '-q'],
        ['--disable-pip-version-check'],
        ['--no-color'],
        ['--no-input'],
        ['--system'],
        ['--strict'],
        ['--no-build'],
        ['--debug'],
        ['--help', '-h'],
        ['--version', '-V'],
    ],
    abbreviations: true,
});
/** Undefined where the command installs nothing by pip. */
function pipInstallOf(command, instruction, facts) {
    const start = verbOf(command.words);
    const verb = start === undefined ? undefined : command.words[start.index];
    if (start === undefined || verb === undefined)
        return undefined;
    const { options, positionals } = (0,_servers_options_js__WEBPACK_IMPORTED_MODULE_3__/* .readArguments */ .lR)(command.words.slice(start.index + 1), grammar);
    const before = (0,_servers_options_js__WEBPACK_IMPORTED_MODULE_3__/* .readArguments */ .lR)(command.words.slice(start.begin, start.index), grammar).options;
    const filesOf = (name) => options.flatMap((option) => option.name === name && option.value !== undefined
        ? [{ word: option.value, repositoryPath: repositoryPathOf(option.value, command, instruction, facts) }]
        : []);
    const editables = options.flatMap((option) => (option.name === '--editable' ? option.words.slice(-1) : []));
    return {
        instruction,
        command,
        tool: start.tool,
        verb,
        options: [...before, ...options],
        requirementsFiles: filesOf('--requirement'),
        constraintsFiles: filesOf('--constraint'),
        named: [
            ...positionals.map((word) => named(word, word.text)),
            ...editables.map((word) => named(word, `-e ${word.text}`)),
        ],
    };
}
function named(word, text) {
    const requirement = word.known ? (0,_requirements_js__WEBPACK_IMPORTED_MODULE_2__/* .readRequirement */ .MZ)(text) : undefined;
    if (requirement === undefined)
        return { word };
    const { length: _, ...rest } = requirement;
    return { word, requirement: rest };
}
/** Where `install` stands: behind `pip`, `python -m pip`, `uv pip`, with pip's own options between. */
function verbOf(words) {
    const first = (0,_servers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .programName */ .kX)(words[0]?.text ?? '');
    let index = 1;
    let tool = 'pip';
    if ((0,_servers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isPython */ .r2)(first)) {
        const module = words.findIndex((word, at) => at > 0 && /^-[A-Za-z]*m$/.test(word.text)) + 1;
        if (module === 0 || words[module]?.text !== 'pip')
            return undefined;
        index = module + 1;
    }
    else if (first === 'uv') {
        tool = 'uv';
        index = words.findIndex((word, at) => at > 0 && !word.text.startsWith('-'));
        if (words[index]?.text !== 'pip')
            return undefined;
        index += 1;
    }
    else if (!/^pip[\d.]*$/.test(first))
        return undefined;
    const begin = index;
    while (words[index]?.text.startsWith('-') === true) {
        const kind = grammar.kinds.get(words[index]?.text ?? '');
        index += kind?.takesValue === true ? 2 : 1;
    }
    return words[index]?.text === 'install' ? { begin, index, tool } : undefined;
}
function repositoryPathOf(word, command, instruction, facts) {
    const place = facts.placeOf(instruction);
    if (!word.known || place === undefined || /^[a-z]+:\/\//i.test(word.text))
        return undefined;
    if (command.folder === undefined && !word.text.startsWith('/'))
        return undefined;
    const wanted = (0,_image_path_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(command.folder ?? '/', word.text);
    for (const mount of (0,_mounts_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsOf */ .c)(instruction)) {
        if (mount.type !== 'bind' || mount.from !== undefined || mount.target === undefined)
            continue;
        const workdir = facts.stateAt(instruction)?.workdir;
        if (workdir?.known !== true)
            continue;
        const rest = (0,_image_path_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l)((0,_image_path_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(workdir.text, mount.target), wanted);
        if (rest === undefined)
            continue;
        const source = (0,_image_path_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPath */ .VJ)(mount.source ?? '/');
        return rest === '' ? source : source === '' ? rest : `${source}/${rest}`;
    }
    return facts.filesIn(place.stage).repositoryPath(wanted);
}


/***/ }),

/***/ 153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definesName),
/* harmony export */   v: () => (/* binding */ applicationsIn)
/* harmony export */ });
/** A module longer than this is not read: what it defines only the run can tell. */
const longestModule = 200_000;
/** What the outer level of a module's text says of a name. `unknown`: it may come from a star import or be set by other means. */
function definesName(source, name) {
    if (source.length > longestModule || !/^\w+$/.test(name))
        return 'unknown';
    const lines = joinBrackets(withoutStringsAndComments(source)).split('\n');
    const outer = lines.filter((line) => /^\S/.test(line));
    const word = new RegExp(String.raw `\b${name}\b`);
    if (outer.some((line) => word.test(line) && bindsName(line, name)))
        return 'yes';
    return lines.some((line) => (word.test(line) && mayBindName(line, name)) || mayBindAnything(line)) ? 'unknown' : 'no';
}
/** A line at the margin: `app = …`, `a = app = …`, `app, other = …`, `def app`, `class app`, an import of it. */
function bindsName(line, name) {
    if (new RegExp(String.raw `^(?:async\s+)?(?:def|class)\s+${name}\b`).test(line))
        return true;
    if (/^(?:from|import)\s/.test(line))
        return importsName(line, name);
    const targets = line.split(/(?<![=!<>:+\-*/%&|^])=(?!=)/).slice(0, -1);
    return targets.some((target) => target
        .replace(/:.*$/, '')
        .split(',')
        .some((part) => part.replaceAll(/[\s()[\]*]/g, '') === name));
}
function importsName(line, name) {
    const imported = line.slice(line.search(/\bimport\b/) + 'import'.length);
    const isFrom = line.startsWith('from');
    return imported.split(',').some((part) => {
        const [written = '', as] = part
            .replaceAll(/[()]/g, '')
            .trim()
            .split(/\s+as\s+/);
        return (as ?? (isFrom ? written : written.split('.')[0]))?.trim() === name;
    });
}
/** Deeper lines may still be the module's own level (`if`, `try`, `with`), or a function with `global`. */
function mayBindName(line, name) {
    if (new RegExp(String.raw `\b(?:as|for|global)\s+${name}\b|\b${name}\s*:=`).test(line))
        return true;
    return /^\s/.test(line) && bindsName(line.trim(), name);
}
function mayBindAnything(line) {
    return /^\s*from\s+\S+\s+import\s+\*|\bdef\s+__getattr__\b|\b(?:globals|setattr|exec|vars)\s*\(/.test(line);
}
/** Names that are given an application at the outer level, as far as a call by a known name shows, with their lines. */
function applicationsIn(source) {
    if (source.length > longestModule)
        return [];
    return source.split('\n').flatMap((text, index) => {
        const name = applicationLine.exec(text)?.groups?.['name'];
        return name === undefined ? [] : [{ name, line: index + 1 }];
    });
}
const applicationLine = /^(?<name>[A-Za-z_]\w*)\s*(?::[^=]+)?=\s*(?:\w+\.)*(?:FastAPI|Starlette|Litestar|Quart|Sanic|Flask|Robyn|get_asgi_application|get_wsgi_application|create_app|make_app)\s*\(/;
/** Strings become empty ones, so that words in them are not taken for code; lines stay where they are. */
function withoutStringsAndComments(source) {
    return source
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/"""[\s\S]*?(?:"""|$(?![\s\S]))|'''[\s\S]*?(?:'''|$(?![\s\S]))|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*/g, (piece) => (piece.startsWith('#') ? '' : `''${piece.replaceAll(/[^\n]/g, '')}`));
}
/** `from x import (a,\n b)` on one line. */
function joinBrackets(text) {
    return text.replaceAll(/^[ \t]*from[ \t]+\S+[ \t]+import[ \t]*\([^)]{0,5000}\)/gm, (whole) => whole.replaceAll(/\s*\n\s*/g, ' '));
}


/***/ }),

/***/ 1942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ readRequirementsFile),
/* harmony export */   MZ: () => (/* binding */ readRequirement),
/* harmony export */   Wc: () => (/* binding */ allRequirements),
/* harmony export */   j8: () => (/* binding */ normalizedName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Reads a requirements file and those that it includes; undefined where it is not in the context. */
function readRequirementsFile(context, name) {
    return readNested(context, name, new Set());
}
/** All requirements of a file and of what it includes, in order. */
function allRequirements(file) {
    return [
        ...file.requirements,
        ...file.includes.flatMap((include) => (include.file === undefined ? [] : allRequirements(include.file))),
    ];
}
/** The form in which pip compares names of packages. */
function normalizedName(name) {
    return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
/** Each file once, however often it is included: else thirty files that include each other twice are read a billion times. */
function readNested(context, name, seen) {
    const text = context.readText(name);
    if (text === undefined)
        return undefined;
    seen.add(name);
    const reportPath = context.reportPath(name);
    const requirements = [];
    const includes = [];
    const constraints = [];
    for (const line of logicalLines(text)) {
        const option = /^(?<option>-r|--requirement|-c|--constraint)(?:\s+|=\s*|(?<=^-[rc]))(?<file>\S+)/.exec(line.text);
        const target = option?.groups?.['file'];
        if (target !== undefined) {
            const other = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(name), target);
            if (option?.groups?.['option']?.includes('c') === true && !option.groups['option'].includes('requirement'))
                constraints.push(other);
            else {
                const file = seen.has(other) ? undefined : readNested(context, other, seen);
                includes.push({ path: other, location: locate(reportPath, line), ...(file === undefined ? {} : { file }) });
            }
            continue;
        }
        const requirement = readRequirement(line.text);
        if (requirement !== undefined)
            requirements.push({ ...requirement, location: locate(reportPath, line, requirement.length) });
    }
    return { path: name, requirements, includes, constraints };
}
/** Lines without comments, joined at a backslash as pip joins them; blank ones left out. */
function logicalLines(text) {
    const found = [];
    let joined = '';
    let first = 0;
    for (const [index, physical] of text
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\n|\r/)
        .entries()) {
        if (joined === '')
            first = index;
        const continued = physical.endsWith('\\') && !/^\s*#/.test(physical);
        joined += continued ? physical.slice(0, -1) : physical;
        if (continued)
            continue;
        const line = joined.replace(/(?:^|\s+)#.*$/, '').trimEnd();
        const margin = line.length - line.trimStart().length;
        if (line.trim() !== '')
            found.push({ text: line.slice(margin), line: first + 1, column: margin + 1 });
        joined = '';
    }
    return found;
}
function locate(file, line, length = line.text.length) {
    return { path: file, line: line.line, column: line.column, endLine: line.line, endColumn: line.column + length };
}
/** Undefined for lines that are options alone, such as `--index-url …`. */
function readRequirement(text) {
    const editable = /^(?:-e|--editable)(?:\s+|=)/.exec(text);
    if (editable === null && text.startsWith('-'))
        return undefined;
    const hashed = /\s--hash[=\s]/.test(text);
    const [whole = ''] = /^.*?(?=\s+--[a-z])|^.*$/.exec(text) ?? [];
    const body = (editable === null ? whole : whole.slice(editable[0].length)).trim();
    const length = whole.trimEnd().length;
    const name = /#(?:.*&)?egg=(?<name>[A-Za-z0-9._-]+)/.exec(body)?.groups?.['name'];
    const named = name === undefined ? {} : { name: normalizedName(name) };
    if (editable !== null)
        return { kind: 'editable', specifier: body, hashed, length, ...named };
    if (/^(?:[a-z+]+:\/\/|git@)/i.test(body))
        return { kind: 'address', specifier: body, hashed, length, ...named };
    const isDirect = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]*\])?\s*@/.test(body);
    if (!isDirect && (/^(?:\.|\/|~)|\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$/i.test(body) || /^[\w.-]+\//.test(body)))
        return { kind: 'path', specifier: body, hashed, length };
    return { ...readNamed(body), hashed, length };
}
function readNamed(body) {
    const match = /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*(?<rest>[^;]*)(?:;(?<marker>.*))?$/.exec(body);
    const { name, rest = '', marker } = match?.groups ?? {};
    if (name === undefined)
        return { kind: 'name', specifier: '' };
    const address = /^@\s*(?<address>.+)$/.exec(rest.trim())?.groups?.['address'];
    return {
        name: normalizedName(name),
        kind: address === undefined ? 'name' : 'address',
        specifier: address?.trim() ?? rest.trim().replaceAll(/^\(|\)$/g, ''),
        ...(marker === undefined ? {} : { marker: marker.trim() }),
    };
}


/***/ }),

/***/ 6174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yZ: () => (/* binding */ globalArguments),
  OZ: () => (/* binding */ lineage),
  xH: () => (/* binding */ stageGraph)
});

// EXTERNAL MODULE: ./build/dockerfile/expand.js
var expand = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/dockerfile/image-reference.js
// The grammar of github.com/distribution/reference: reference.go.
const domain = String.raw `(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?`;
const component = String.raw `[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const whole = new RegExp(String.raw `^(?:(?<registry>${domain})/)?(?<repository>${component}(?:/${component})*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
/** Docker takes 255 characters of name, 128 of tag and a digest; a longer text need not be tried. */
const longest = 1000;
/** Undefined where the text is no reference that Docker would take. */
function parseImageReference(text) {
    const groups = text.length > longest ? undefined : whole.exec(text)?.groups;
    if (groups?.['repository'] === undefined)
        return undefined;
    const { registry: written, repository, tag, digest } = groups;
    // Without a dot or a port, and not localhost, the first part is no registry but a user of Docker Hub.
    const isRegistry = written !== undefined && (/[.:]/.test(written) || written === 'localhost' || written !== written.toLowerCase());
    const path = written === undefined || isRegistry ? repository : `${written}/${repository}`;
    const registry = isRegistry && written !== 'index.docker.io' ? written : 'docker.io';
    return {
        registry,
        repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}

// EXTERNAL MODULE: ./build/facts/mounts.js
var mounts = __webpack_require__(4428);
;// CONCATENATED MODULE: ./build/facts/stages.js



/** Set by BuildKit itself, so known only to the build. */
const platformArguments = new Set([
    'BUILDPLATFORM',
    'BUILDOS',
    'BUILDARCH',
    'BUILDVARIANT',
    'TARGETPLATFORM',
    'TARGETOS',
    'TARGETARCH',
    'TARGETVARIANT',
    'TARGETSTAGE',
]);
function stageGraph(dockerfile, choice) {
    const { stages, places } = readStages(dockerfile, globalArguments(dockerfile, choice));
    const byName = new Map();
    for (const stage of stages)
        if (stage.name !== undefined)
            byName.set(stage.name, stage);
    const stageNamed = (name, from) => {
        const named = byName.get(name.toLowerCase()) ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
        return named !== undefined && named.index < from.index ? named : undefined;
    };
    const target = choice.target === undefined ? stages.at(-1) : targetNamed(stages, byName, choice.target);
    return {
        stages,
        target,
        inImage: new Set(target === undefined ? [] : lineage(target)),
        used: usedStages(target, stageNamed),
        placeOf: (instruction) => places.get(instruction),
        stageNamed,
    };
}
/** A stage and what it is built FROM, the stage itself first. */
function lineage(stage) {
    const chain = [stage];
    for (let base = stage.base; base.kind === 'stage'; base = base.stage.base)
        chain.push(base.stage);
    return chain;
}
/** ARG before the first FROM: what FROM itself may use, and what a stage inherits by naming it. */
function globalArguments(dockerfile, choice) {
    const values = new Map();
    const lookup = (name) => values.get(name);
    for (const instruction of dockerfile.instructions) {
        if (instruction.keyword === 'FROM')
            break;
        if (instruction.keyword !== 'ARG')
            continue;
        for (const { name, value } of instruction.assignments) {
            const given = choice.buildArguments[name];
            if (given !== undefined)
                values.set(name, given);
            else if (value !== undefined && !platformArguments.has(name)) {
                const expanded = (0,expand/* expand */.f)(value, lookup, dockerfile.escape);
                if (expanded.known)
                    values.set(name, expanded.text);
                else
                    values.delete(name);
            }
        }
    }
    return lookup;
}
function readStages(dockerfile, lookup) {
    const stages = [];
    const places = new Map();
    const byName = new Map();
    const hasFrom = dockerfile.instructions.some((instruction) => instruction.keyword === 'FROM');
    let instructions = [];
    let current;
    const begin = (stage) => {
        stages.push(stage);
        current = stage;
        if (stage.name !== undefined)
            byName.set(stage.name, stage);
    };
    if (!hasFrom && dockerfile.instructions.length > 0)
        begin({ index: 0, base: { kind: 'unknown', text: '' }, instructions });
    for (const instruction of dockerfile.instructions) {
        if (instruction.keyword === 'FROM') {
            instructions = [];
            const name = stageName(instruction);
            begin({
                index: stages.length,
                ...(name === undefined ? {} : { name }),
                from: instruction,
                base: baseOf(instruction, dockerfile, lookup, byName),
                instructions,
            });
        }
        else if (current !== undefined)
            instructions.push(instruction);
        if (current !== undefined)
            places.set(instruction, { stage: current, position: instruction.keyword === 'FROM' ? 0 : instructions.length });
    }
    return { stages, places };
}
function stageName(from) {
    const [, as, name] = from.words;
    return as?.value.toLowerCase() === 'as' ? name?.value.toLowerCase() : undefined;
}
function baseOf(from, dockerfile, lookup, byName) {
    const word = from.words[0];
    if (word === undefined)
        return { kind: 'unknown', text: '' };
    const expanded = (0,expand/* expand */.f)(word.text, lookup, dockerfile.escape);
    if (!expanded.known)
        return { kind: 'unknown', text: word.value };
    const text = expanded.text;
    if (text === 'scratch')
        return { kind: 'scratch' };
    const stage = byName.get(text.toLowerCase());
    if (stage !== undefined)
        return { kind: 'stage', stage };
    const reference = parseImageReference(text);
    return reference === undefined ? { kind: 'unknown', text } : { kind: 'image', text, reference };
}
function targetNamed(stages, byName, target) {
    return byName.get(target.toLowerCase()) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
function usedStages(target, stageNamed) {
    const used = new Set();
    const waiting = target === undefined ? [] : [target];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (used.has(stage))
            continue;
        used.add(stage);
        if (stage.base.kind === 'stage')
            waiting.push(stage.base.stage);
        for (const instruction of stage.instructions) {
            for (const name of namesTakenFrom(instruction)) {
                const other = stageNamed(name, stage);
                if (other !== undefined)
                    waiting.push(other);
            }
        }
    }
    return used;
}
function namesTakenFrom(instruction) {
    if (instruction.flags.length === 0)
        return [];
    const from = instruction.flags.flatMap((flag) => (flag.name === 'from' ? [flag.value ?? ''] : []));
    return [...from, ...(0,mounts/* mountsOf */.c)(instruction).flatMap((mount) => (mount.from === undefined ? [] : [mount.from]))];
}


/***/ }),

/***/ 9265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ namedByCopies),
/* harmony export */   Pw: () => (/* binding */ copiesOfBuild),
/* harmony export */   yn: () => (/* binding */ wholeContextSource)
/* harmony export */ });
/* harmony import */ var _image_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(477);
/* harmony import */ var _mounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4428);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3896);



/** The source of a COPY or ADD that takes everything: `.`, `./`, `/` and `*`. Undefined where none does. */
function wholeContextSource(copy) {
    if (copy.from.kind !== 'context')
        return undefined;
    return copy.sources.find(({ text, known, remote }) => known && !remote && ['', '*'].includes((0,_image_path_js__WEBPACK_IMPORTED_MODULE_0__/* .contextPath */ .VJ)(text)));
}
/** COPY and ADD of the stages that are built, in order. */
function copiesOfBuild(facts) {
    return facts.stages.filter((stage) => facts.graph.used.has(stage)).flatMap((stage) => facts.copiesIn(stage));
}
/** The paths of the context that a COPY, an ADD or a bind mount names itself: the build needs them. The whole context is not among them. */
function namedByCopies(facts) {
    const copied = copiesOfBuild(facts).flatMap((copy) => copy.from.kind === 'context'
        ? copy.sources.flatMap(({ text }) => ((0,_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .hasWildcard */ .r)(text) ? [] : [(0,_image_path_js__WEBPACK_IMPORTED_MODULE_0__/* .contextPath */ .VJ)(text)]))
        : []);
    const mounted = facts.dockerfile.instructions.flatMap((instruction) => (0,_mounts_js__WEBPACK_IMPORTED_MODULE_2__/* .mountsOf */ .c)(instruction).flatMap(({ type, from, source }) => type === 'bind' && from === undefined && source !== undefined ? [(0,_image_path_js__WEBPACK_IMPORTED_MODULE_0__/* .contextPath */ .VJ)(source)] : []));
    return [...new Set([...copied, ...mounted])].filter((path) => path !== '');
}


/***/ }),

/***/ 3896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wildcard),
/* harmony export */   r: () => (/* binding */ hasWildcard)
/* harmony export */ });
/** A source with wildcards as COPY takes it, which is Go's filepath.Match: none of them matches a slash. */
function hasWildcard(text) {
    return /[*?[]/.test(text);
}
/** Undefined where the pattern is malformed. */
function wildcard(pattern) {
    const source = pattern.replaceAll(/\\(.)|\*|\?|\[\^?(?:\\.|[^\]\\])+\]|[\s\S]/g, (piece, escaped) => {
        if (escaped !== undefined)
            return literally(escaped);
        if (piece === '*')
            return '[^/]*';
        if (piece === '?')
            return '[^/]';
        return piece.length > 1 && piece.startsWith('[') ? piece : literally(piece);
    });
    try {
        return new RegExp(`^${source}$`, 'u');
    }
    catch {
        return undefined; // a class such as [z-a]: Go refuses it too
    }
}
function literally(character) {
    return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}


/***/ }),

/***/ 8290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/nearest.js
var nearest = __webpack_require__(4457);
// EXTERNAL MODULE: ./build/facts/image-path.js
var image_path = __webpack_require__(477);
;// CONCATENATED MODULE: ./build/rules/rule.js
function defineRule(rule) {
    return rule;
}
/**
 * The text of an example: backslashes as written but for those before a backtick and before `${`, where TypeScript wants
 * them; the indentation of the source file taken away.
 */
function dockerfile(strings, ...values) {
    const text = String.raw({ raw: strings.raw }, ...values)
        .replace(/^\n/, '')
        .replaceAll(/\\(?=`|\$\{)/g, '');
    const lines = text.split('\n');
    const margins = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
    const margin = Math.min(...margins);
    return lines
        .map((line) => line.slice(Math.min(margin, line.length)))
        .join('\n')
        .replace(/ *$/, '');
}

;// CONCATENATED MODULE: ./build/rules/app-module-not-found.js




const app = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const appModuleNotFound = defineRule({
    id: 'app-module-not-found',
    aliases: [],
    severity: 'error',
    summary: 'the module that the server is told to serve is not where it looks for it',
    why: 'The server cannot import its application, so nothing is served; the image is built all the same, and only the start shows it.',
    references: [
        'https://uvicorn.dev/#command-line-options',
        'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    ],
    bad: [
        {
            title: 'a slip of the pen',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "mian:app", "--host", "0.0.0.0"]
        `,
            files: { 'main.py': app },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'the name of a file instead of a module',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "src/main.py:app", "--host", "0.0.0.0"]
        `,
            files: { 'src/main.py': app },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "src.main:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'the module lies one folder deeper',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
            files: { 'backend/main.py': app },
        },
        {
            title: 'the package itself was copied, not into a folder of its name',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app .
        CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]
        `,
            files: { 'app/__init__.py': '', 'app/main.py': app },
        },
        {
            title: '.dockerignore keeps it from the build',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': app, 'README.md': '', '.dockerignore': '*.py\n' },
        },
        {
            title: 'it is not copied',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': app, 'requirements.txt': 'uvicorn==0.54.0\n' },
        },
        {
            title: 'fastapi is given a path that is not in the image',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app .
        CMD ["fastapi", "run", "app/main.py"]
        `,
            files: { 'app/main.py': app },
        },
    ],
    good: [
        {
            title: 'the module lies in the working directory',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': app },
        },
        {
            title: 'a package, copied into a folder of its name',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY ./app /code/app
        CMD ["fastapi", "run", "app/main.py", "--port", "80"]
        `,
            files: { 'app/__init__.py': '', 'app/main.py': app },
        },
        {
            title: 'another folder, and the server is told of it',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        CMD ["uvicorn", "main:app", "--app-dir", "backend", "--host", "0.0.0.0"]
        `,
            files: { 'backend/main.py': app },
        },
        {
            title: 'the project is installed',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /code
        COPY . .
        RUN pip install --no-cache-dir .
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
            files: { 'src/shop/main.py': app, 'pyproject.toml': '' },
        },
        {
            title: 'a package of the index that brings its own application',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN pip install --no-cache-dir titiler.application==0.22.0
        CMD ["uvicorn", "titiler.application.main:app", "--host", "0.0.0.0"]
        `,
            files: { 'README.md': '' },
        },
        {
            title: 'the source is fetched in the build',
            dockerfile: dockerfile `
        FROM python:3.12
        RUN git clone https://example.com/shop.git /app
        WORKDIR /app
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
            files: { 'deploy/main.py': app },
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { facts }) {
        const { appModule, startCommand } = facts;
        if (startCommand?.instruction !== instruction || appModule?.state !== 'absent')
            return;
        const claim = spelledAsFile(appModule, facts) ?? elsewhere(appModule, facts) ?? misspelt(appModule, facts);
        if (claim !== undefined)
            yield claim;
    },
});
function claimOf({ app: reference }, words) {
    return { at: reference.location, ...words };
}
/** `main.py:app` and `app/main:app`: a module is named with dots, without its ending. */
function spelledAsFile(absent, facts) {
    const { app: reference } = absent;
    if (reference.kind !== 'import' || !/\/|\.py$/.test(reference.module))
        return undefined;
    const module = reference.module.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
    const exists = wantedPaths(absent, module).some((wanted) => facts.imageFiles?.repositoryPath(wanted) !== undefined);
    const fix = exists ? renamed(reference, module, 'safe') : undefined;
    return claimOf(absent, {
        title: `\`${reference.module}\` is the name of a file, and the server wants that of a module`,
        advice: `Write \`${module}${reference.attribute === undefined ? '' : `:${reference.attribute}`}\`.`,
        ...(fix === undefined ? {} : { fix }),
    });
}
/** The file is in the context, and not where the server looks: ignored, not copied, or in another folder. */
function elsewhere(absent, facts) {
    const { context } = facts;
    const tails = tailsOf(absent.app);
    const candidates = context.listing.files.filter((file) => tails.some((tail) => file === tail || file.endsWith(`/${tail}`)));
    const [nearby] = candidates.toSorted((one, other) => one.split('/').length - other.split('/').length);
    if (nearby === undefined)
        return undefined;
    const name = context.reportPath(nearby);
    const copied = candidates.flatMap((file) => facts.imageFiles?.imagePaths(file) ?? []);
    const [place] = copied;
    const [folder = '/'] = absent.lookedIn;
    if (place !== undefined) {
        return claimOf(absent, {
            title: `\`${absent.app.module}\` is not in \`${folder}\`, where the server looks; \`${name}\` is at \`${place}\``,
            advice: adviceFor(absent, place, folder),
        });
    }
    if (context.isIgnored(nearby)) {
        const line = context.ignoreFile?.patterns.decidingLine(nearby);
        const ignoreFile = context.ignoreFile?.path ?? '.dockerignore';
        return claimOf(absent, {
            title: `\`${absent.app.module}\` is not in the image: \`${ignoreFile}\`${line === undefined ? '' : ` line ${line}`} keeps \`${name}\` from the build`,
            advice: `Take the pattern out of \`${ignoreFile}\`, or add \`!${nearby}\` below it.`,
        });
    }
    return claimOf(absent, {
        title: `\`${absent.app.module}\` is not in the image: no \`COPY\` brings \`${name}\` there`,
        advice: `Copy \`${nearby}\` into \`${folder}\`.`,
    });
}
function adviceFor(absent, place, folder) {
    const { app: reference } = absent;
    const tail = tailsOf(reference).find((each) => place.endsWith(`/${each}`));
    const inside = (0,image_path/* pathInside */._l)(folder, place);
    if (tail !== undefined) {
        const above = (0,image_path/* joinPath */.uJ)('/', place.slice(0, -tail.length));
        const named = inside === undefined ? undefined : moduleName(inside);
        return named === undefined
            ? `Copy it into \`${folder}\`, or set \`WORKDIR ${above}\`.`
            : `Write \`${named}\` instead of \`${reference.module}\`, or set \`WORKDIR ${above}\`.`;
    }
    // The package's own folder was emptied into another one.
    return `Copy it to \`${absent.wanted[0] ?? folder}\`.`;
}
/** No such file anywhere, and one with a name that is nearly the same beside it. */
function misspelt(absent, facts) {
    const { app: reference } = absent;
    const [folder = '/'] = absent.lookedIn;
    const isFile = reference.kind === 'file';
    const wanted = isFile ? external_node_path_.posix.normalize(reference.module) : reference.module.replaceAll('.', '/');
    const files = facts.context.listing.files
        .filter((file) => file.endsWith('.py'))
        .flatMap((file) => facts.imageFiles?.imagePaths(file) ?? [])
        .flatMap((place) => (0,image_path/* pathInside */._l)(folder, place) ?? [])
        .map((file) => (isFile ? file : file.replace(/(?:\/__init__)?\.py$/, '')));
    const near = (0,nearest/* nearest */.p)(wanted, files);
    if (near !== undefined) {
        const module = isFile ? near : near.replaceAll('/', '.');
        const fix = renamed(reference, module, 'unsafe');
        return claimOf(absent, {
            title: `\`${reference.module}\` is not in the image, and \`${module}\` is`,
            advice: `Write \`${module}\`.`,
            ...(fix === undefined ? {} : { fix }),
        });
    }
    // Any other name may be that of an installed package; these are nobody's but the author's.
    const [top = ''] = wanted.split('/');
    const isOwn = isFile || ['main', 'app', 'api', 'server', 'asgi', 'wsgi', 'src', 'backend'].includes(top);
    if (!isOwn || facts.context.listing.truncated || facts.context.listing.files.length === 0)
        return undefined;
    return claimOf(absent, {
        title: `\`${reference.module}\` is not in the image, and no file of the build context is it`,
        advice: `Write the name of a module that is copied into \`${folder}\`, or build with the folder that holds it as the context.`,
    });
}
/** The ends of a path that would be the module: `app/main.py`; where the package is emptied into another folder, `main.py` too. */
function tailsOf(reference) {
    if (reference.kind === 'file')
        return [external_node_path_.posix.normalize(reference.module)];
    const file = reference.module.replaceAll('.', '/');
    return [`${file}.py`, `${file}/__init__.py`];
}
function wantedPaths({ lookedIn }, module) {
    const file = module.replaceAll('.', '/');
    return lookedIn.flatMap((folder) => [(0,image_path/* joinPath */.uJ)(folder, `${file}.py`), (0,image_path/* joinPath */.uJ)(folder, `${file}/__init__.py`)]);
}
function moduleName(file) {
    const name = file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
    return /^\w+(?:\.\w+)*$/.test(name) ? name : undefined;
}
function renamed(reference, module, safety) {
    const { location, literal } = reference;
    if (!literal || location.line !== location.endLine)
        return undefined;
    return {
        title: `Write ${module}`,
        safety,
        edits: [{ at: { ...location, endColumn: location.column + reference.module.length }, text: module }],
    };
}

// EXTERNAL MODULE: ./build/facts/apt-commands.js
var apt_commands = __webpack_require__(2162);
;// CONCATENATED MODULE: ./build/rules/apt-update-edits.js

/** Every later RUN that installs from the lists of this one fetches its own. Undefined where one of them is no shell text. */
function updateWhereInstalled(instruction, facts, file) {
    const later = facts.apt.laterInstalls(instruction);
    if (later.length === 0 || later.some(({ apt }) => apt.command.shell === undefined))
        return undefined;
    const gone = removal(instruction, facts, file);
    return {
        edits: [...firstOfEachRun(later).map(updateBefore), ...(gone === undefined ? [] : [gone])],
        removesRun: gone !== undefined,
    };
}
function firstOfEachRun(later) {
    return later.filter(({ instruction }, index) => later[index - 1]?.instruction !== instruction);
}
function updateBefore({ apt: { command, program, sudo } }) {
    const { path, line, column } = command.location;
    return {
        at: { path, line, column, endLine: line, endColumn: column },
        text: `${sudo ? 'sudo ' : ''}${program.text} update && `,
    };
}
/** A RUN that does nothing else goes, with its line break; the comments above it stay. */
function removal(instruction, facts, file) {
    const { commands, readable } = facts.shellOf(instruction);
    if (!readable || instruction.heredocs.length > 0)
        return undefined;
    if (facts.apt.commandsOf(instruction).filter(apt_commands/* isUpdate */.yM).length !== commands.length)
        return undefined;
    const end = file.text.indexOf('\n', instruction.span.end);
    return { at: { start: instruction.span.start, end: end === -1 ? file.text.length : end + 1 }, text: '' };
}

// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var segments = __webpack_require__(3458);
;// CONCATENATED MODULE: ./build/rules/run-end.js


/**
 * One more command at the end of a RUN, run only where the one before it succeeded, so that a failing step still fails. It is
 * joined in the style that the instruction has. Undefined where no place is certain: the exec form, a shell comment or a
 * background command at the end.
 */
function appendCommand(instruction, command, shell, dockerfile) {
    if (instruction.exec !== undefined || !shell.readable)
        return undefined;
    const [heredoc, ...others] = instruction.heredocs;
    if (heredoc !== undefined) {
        const alone = /^\s*\d*<<-?\s*\S+\s*$/.test(instruction.text.slice(instruction.argumentsStart));
        return alone && others.length === 0 ? inHeredoc(heredoc, command, shell, dockerfile) : undefined;
    }
    const text = instruction.text.trimEnd();
    const bare = /(?<!\\|;)\s*;$/.exec(text);
    const end = bare === null ? text.length : bare.index;
    if (!canBeContinued(text.slice(instruction.argumentsStart, end)))
        return undefined;
    const offset = (0,segments/* sourceOffset */.V7)(instruction, end - 1) + 1;
    return { at: { start: offset, end: offset }, text: joined(instruction, command, dockerfile) };
}
/** A comment would swallow what is appended; `&` and an open `&&` leave nothing to be joined to. */
function canBeContinued(text) {
    return text !== '' && !/(?:^|\s)#|[&|]$/.test(text);
}
/** ` && command`, on a line of its own where the instruction has several lines. */
function joined(instruction, command, dockerfile) {
    const { escape } = dockerfile;
    const [first, last] = instruction.lines;
    const lines = Array.from({ length: last - first + 1 }, (_, index) => {
        const { start, end } = (0,dockerfile_location/* lineSpan */.ZX)(dockerfile, first + index);
        return dockerfile.text.slice(start, end);
    });
    const leading = lines.flatMap((line) => /^(?<indent>\s*)&&\s/.exec(line)?.groups?.['indent'] ?? []).at(-1);
    if (leading !== undefined)
        return ` ${escape}\n${leading}&& ${command}`;
    const trailing = lines.findIndex((line) => line.trimEnd().endsWith(`&& ${escape}`));
    if (trailing !== -1)
        return ` && ${escape}\n${/^\s*/.exec(lines[trailing + 1] ?? '')?.[0] ?? ''}${command}`;
    const second = lines[1];
    if (second === undefined)
        return ` && ${command}`;
    return ` ${escape}\n${/^\s*/.exec(second)?.[0] ?? ''}&& ${command}`;
}
function inHeredoc({ content, span }, command, shell, dockerfile) {
    const lines = content.split('\n');
    const index = lines.findLastIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
    const line = lines[index];
    if (line === undefined || content.slice(0, -1).endsWith('\r'))
        return undefined;
    const before = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    // A script goes on behind a command that fails, unless it was told not to; then its last command alone decides.
    if (stopsAtErrors(shell)) {
        const at = span.start + Math.min(before + line.length + 1, content.length);
        const needsBreak = dockerfile.text[at - 1] !== '\n';
        return { at: { start: at, end: at }, text: `${needsBreak ? '\n' : ''}${indent}${command}\n` };
    }
    const bare = line.trimEnd().replace(/\s*(?<!\\|;);$/, '');
    if (!canBeContinued(bare))
        return undefined;
    const at = span.start + before + bare.length;
    return { at: { start: at, end: at }, text: ` \\\n${indent}  && ${command}` };
}
/** `set -e`, `set -eux`, `set -o errexit`. */
function stopsAtErrors({ commands }) {
    return commands.some(({ words: [program, ...rest] }) => program?.text === 'set' && rest.some(({ text }) => /^-[A-Za-z]*e/.test(text) || text === 'errexit'));
}

;// CONCATENATED MODULE: ./build/rules/apt-lists-left.js




const aptListsLeft = defineRule({
    id: 'apt-lists-left',
    aliases: ['DL3009'],
    severity: 'notice',
    summary: "apt's package lists stay in the image",
    why: 'Nothing in a running container reads them, and every pull carries them along. Only what the same RUN removes is not in the layer; `apt-get clean` leaves the lists where they are.',
    references: [
        'https://docs.docker.com/build/building/best-practices/#apt-get',
        'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
    ],
    bad: [
        {
            title: 'nothing is removed',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: '`apt-get clean` removes packages, not lists',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends \
                git \
                # for the health check
                curl \
            && apt-get clean
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends \
                git \
                # for the health check
                curl \
            && apt-get clean \
            && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: 'removed by a later RUN, so they stay in the layer below',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN <<EOF
        set -e
        apt-get update
        apt-get install -y git
        EOF
        RUN rm -rf /var/lib/apt/lists/*
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN <<EOF
        set -e
        apt-get update
        apt-get install -y git
        rm -rf /var/lib/apt/lists/*
        EOF
        RUN rm -rf /var/lib/apt/lists/*
        `,
        },
    ],
    good: [
        {
            title: 'removed in the same RUN',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: 'kept in a cache mount',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
            --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
            apt-get update && apt-get install -y git
        `,
        },
        {
            title: 'in a stage whose layers are not in the image',
            dockerfile: dockerfile `
        FROM python:3.12 AS build
        RUN apt-get update && apt-get install -y gcc
        RUN pip wheel --wheel-dir /wheels uvicorn==0.30.0
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
        },
    ],
    on: ['RUN'],
    *check(instruction, { dockerfile: file, facts }) {
        const { apt } = facts;
        const updates = apt.commandsOf(instruction).filter(apt_commands/* isUpdate */.yM);
        const [first, ...others] = updates;
        if (first === undefined || !facts.isInImage(instruction) || !apt.leavesLists(instruction))
            return;
        const later = apt.laterInstalls(instruction);
        const fix = fixFor(instruction, apt_lists_left_removal(first.sudo), facts, file);
        yield {
            at: first.command.location,
            title: `\`${first.program.text} update\` leaves its package lists in the image`,
            advice: 'End this `RUN` with `rm -rf /var/lib/apt/lists/*`.',
            places: [
                ...others.map(({ command }) => ({ at: command.location, note: 'fetches package lists too' })),
                ...later.map(({ apt: { command } }) => ({
                    at: command.location,
                    note: 'needs these lists, for it has no update of its own',
                })),
            ],
            ...(fix === undefined ? {} : { fix }),
        };
    },
});
/** Lists that root fetched only root can remove. */
function apt_lists_left_removal(sudo) {
    return `${sudo ? 'sudo ' : ''}rm -rf /var/lib/apt/lists/*`;
}
/** A later RUN that lives on these lists has to fetch its own then, which is why that fix is not safe. */
function fixFor(instruction, command, facts, file) {
    const edit = appendCommand(instruction, command, facts.shellOf(instruction), file);
    if (facts.apt.laterInstalls(instruction).length === 0)
        return edit === undefined
            ? undefined
            : { title: 'Remove the package lists at the end of the RUN', safety: 'safe', edits: [edit] };
    const updates = updateWhereInstalled(instruction, facts, file);
    if (updates === undefined || (edit === undefined && !updates.removesRun))
        return undefined;
    return {
        title: 'Fetch the package lists where they are used, and nowhere else',
        safety: 'unsafe',
        edits: [...updates.edits, ...(updates.removesRun || edit === undefined ? [] : [edit])],
    };
}

;// CONCATENATED MODULE: ./build/facts/debian-recommends.js
/**
 * What packages of Debian 12 recommend without needing it, as `apt-cache show` has it; of alternatives the one that is taken.
 * Only packages that are often installed into images of Python applications.
 */
const recommended = {
    'build-essential': ['fakeroot', 'gnupg', 'libalgorithm-merge-perl'],
    cmake: ['gcc', 'make'],
    cron: ['a mail server'],
    curl: ['ca-certificates'],
    'dpkg-dev': ['build-essential', 'fakeroot', 'gnupg', 'libalgorithm-merge-perl'],
    gcc: ['libc6-dev'],
    git: ['an ssh client', 'patch', 'less', 'ca-certificates'],
    graphviz: ['fonts-liberation2'],
    'libglib2.0-0': ['libglib2.0-data', 'shared-mime-info', 'xdg-user-dirs'],
    mercurial: ['an ssh client'],
    npm: ['git', 'node-tap'],
    'openssh-client': ['xauth'],
    procps: ['psmisc'],
    'python3-pip': ['build-essential', 'python3-dev'],
    wget: ['ca-certificates'],
    wkhtmltopdf: ['an X server'],
};
/** What `apt-get install` brings besides, by the package's name; empty where that is not known here. */
function recommendedBy(name) {
    return Object.hasOwn(recommended, name) ? (recommended[name] ?? []) : [];
}
/** `git` of `git=1:2.39.5-0+deb12u2`, `git:amd64`, `git/bookworm`. */
function packageName(text) {
    return text.replace(/[=:/].*$/, '').replace(/(?<=[a-z0-9.])[-+]$/, '');
}

;// CONCATENATED MODULE: ./build/rules/command-edit.js

/** Further arguments behind a word, written as that word is. They must need no quotes. */
function addBehind(word, ...added) {
    const { path, endLine, endColumn } = word.whole;
    const at = { path, line: endLine, column: endColumn, endLine, endColumn };
    return { at, text: added.map((text) => (word.form === 'json' ? `, "${text}"` : ` ${text}`)).join('') };
}
/** Takes words away that follow `before`; undefined where a comment stands between them and would go too. */
function takeAway(before, words, dockerfile) {
    const last = words.at(-1);
    if (last === undefined)
        return undefined;
    const { path, endLine: line, endColumn: column } = before.whole;
    const at = { path, line, column, endLine: last.whole.endLine, endColumn: last.whole.endColumn };
    if (path === dockerfile.path && line !== last.whole.endLine) {
        const gone = dockerfile.text.slice((0,dockerfile_location/* offsetOf */.b4)(dockerfile, line, column), (0,dockerfile_location/* offsetOf */.b4)(dockerfile, at.endLine, at.endColumn));
        if (/^[ \t]*#/m.test(gone))
            return undefined;
    }
    return { at, text: '' };
}
/** Writes another value where the old one stands letter by letter. */
function rewriteValue(source, text) {
    return source.literal ? { at: source.location, text } : undefined;
}
/**
 * A new line above an instruction and above the comments that stand on it, so that a pragma stays with its instruction.
 */
function lineAbove(instruction, dockerfile, text) {
    let [line] = instruction.lines;
    const above = dockerfile.comments.filter(({ span }) => span.start < instruction.span.start);
    for (const { span } of above.toReversed()) {
        if ((0,dockerfile_location/* lineOf */.cA)(dockerfile, span.start) !== line - 1)
            break;
        line -= 1;
    }
    return { at: { path: dockerfile.path, line, column: 1, endLine: line, endColumn: 1 }, text: `${text}\n` };
}

;// CONCATENATED MODULE: ./build/rules/apt-recommends.js




const aptRecommends = defineRule({
    id: 'apt-recommends',
    aliases: ['DL3015'],
    severity: 'notice',
    summary: 'apt installs what packages recommend as well',
    why: 'Recommended packages make an image larger and widen what can be attacked, while few servers use them. Some are needed all the same: without ca-certificates git fetches nothing over HTTPS.',
    references: [
        'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
        'https://www.debian.org/doc/debian-policy/ch-relationships.html#binary-dependencies-depends-recommends-suggests-enhances-pre-depends',
    ],
    bad: [
        {
            title: 'git brings an ssh client, patch and less',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
        },
    ],
    good: [
        {
            title: 'only what is needed, and what is needed is named',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends ca-certificates git \
            && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: "said once, in apt's own configuration",
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99-lean \
            && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: 'in a stage whose layers are not in the image',
            dockerfile: dockerfile `
        FROM python:3.12 AS build
        RUN apt-get update && apt-get install -y gcc
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
        },
    ],
    on: ['RUN'],
    *check(instruction, { facts }) {
        if (!facts.isInImage(instruction))
            return;
        for (const apt of facts.apt.commandsOf(instruction)) {
            if (!(0,apt_commands/* isInstall */.OK)(apt) || !apt.takesRecommended || apt.packages.length === 0)
                continue;
            const brought = broughtBy(apt);
            yield {
                at: apt.command.location,
                title: `\`${apt.program.text} ${apt.verb.text}\` also installs what its packages recommend${brought.length === 0 ? '' : `: ${brought.join('; ')}`}`,
                advice: 'Write `--no-install-recommends` behind `install`, and name those of the recommended packages that the application needs.',
                fix: {
                    title: 'Install no recommended packages',
                    safety: 'unsafe',
                    edits: [addBehind(lastOption(apt), '--no-install-recommends')],
                },
            };
        }
    },
});
/** `git brings an ssh client, patch and less`, for the packages of which it is known, those left out that are named anyway. */
function broughtBy({ packages }) {
    const named = new Set(packages.map(({ text }) => packageName(text)));
    return [...named].flatMap((name) => {
        const others = recommendedBy(name).filter((other) => !named.has(other));
        return others.length === 0 ? [] : [`${name} brings ${listed(others)}`];
    });
}
function listed(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
/** Behind `install -y`, where people write it; behind `install` where no option follows. */
function lastOption({ command, verb }) {
    const index = command.words.indexOf(verb);
    const next = command.words[index + 1];
    return next !== undefined && /^-[yq]+$|^--(?:assume-)?yes$/.test(next.text) ? next : verb;
}

;// CONCATENATED MODULE: ./build/rules/apt-update-alone.js



const aptUpdateAlone = defineRule({
    id: 'apt-update-alone',
    aliases: [],
    severity: 'warning',
    summary: '`apt-get update` and `apt-get install` are separate RUNs',
    why: 'The layer with the lists comes from the cache for as long as its own line stays the same. A package that is added later is then looked for in old lists, and the build fails on a version that the archive no longer has, or installs one with known holes.',
    references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
    bad: [
        {
            title: 'two RUNs',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update
        RUN apt-get install -y --no-install-recommends git
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git
        `,
        },
        {
            title: 'the lists of an earlier installation',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
        WORKDIR /app
        RUN apt-get install -y --no-install-recommends git
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
        WORKDIR /app
        RUN apt-get update && apt-get install -y --no-install-recommends git
        `,
        },
    ],
    good: [
        {
            title: 'one RUN',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: 'each RUN fetches its own lists',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
        `,
        },
    ],
    on: ['RUN'],
    *check(instruction, { dockerfile: file, facts }) {
        const later = facts.apt.laterInstalls(instruction);
        const update = facts.apt.commandsOf(instruction).findLast(apt_commands/* isUpdate */.yM);
        if (update === undefined || later.length === 0)
            return;
        const [first] = later;
        const edits = updateWhereInstalled(instruction, facts, file);
        yield {
            at: update.command.location,
            title: `\`${update.program.text} update\` stands in another \`RUN\` than \`${first?.apt.program.text ?? 'apt-get'} ${first?.apt.verb.text ?? 'install'}\``,
            advice: `Write \`${update.program.text} update\` into the \`RUN\` that installs.`,
            places: later.map(({ apt }) => ({ at: apt.command.location, note: 'installs from those lists' })),
            ...(edits === undefined
                ? {}
                : { fix: { title: 'Fetch the lists where they are used', safety: 'unsafe', edits: edits.edits } }),
        };
    },
});

;// CONCATENATED MODULE: ./build/rules/apt-without-yes.js


const aptWithoutYes = defineRule({
    id: 'apt-without-yes',
    aliases: ['DL3014'],
    severity: 'warning',
    summary: 'apt asks before it installs, and a build has nobody to answer',
    why: 'A build has no terminal, so apt takes the question for a no and aborts. It asks as soon as more is installed than what is named, which a new version of a package can bring about.',
    references: [
        'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
        'https://docs.docker.com/build/building/best-practices/#apt-get',
    ],
    bad: [
        {
            title: 'no `-y`',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update \
            && apt-get install -y --no-install-recommends git \
            && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: '`DEBIAN_FRONTEND` silences packages, not apt itself',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ARG DEBIAN_FRONTEND=noninteractive
        RUN apt-get update && apt-get upgrade && rm -rf /var/lib/apt/lists/*
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        ARG DEBIAN_FRONTEND=noninteractive
        RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*
        `,
        },
    ],
    good: [
        {
            title: '`-y`, wherever it stands',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get -y install --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: '`-qq` implies it',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -qq --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
        },
        {
            title: 'a program answers',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN apt-get update && yes | apt-get install --no-install-recommends git && rm -rf /var/lib/apt/lists/*
        `,
        },
    ],
    on: ['RUN'],
    *check(instruction, { facts }) {
        for (const apt of facts.apt.commandsOf(instruction)) {
            if (!asking.has(apt.verb.text) || apt.asksNothing || apt.isAnswered)
                continue;
            yield {
                at: apt.command.location,
                title: `\`${apt.program.text} ${apt.verb.text}\` asks before it goes on, and a build cannot answer`,
                advice: `Write \`${apt.program.text} ${apt.verb.text} -y\`.`,
                ...(isInstallation(apt) ? {} : { aliases: [] }),
                fix: { title: 'Answer yes in advance', safety: 'safe', edits: [addBehind(apt.verb, '-y')] },
            };
        }
    },
});
/** The commands that ask: apt-get(8), apt(8), aptitude(8). */
const asking = new Set([
    'install',
    'reinstall',
    'remove',
    'purge',
    'autoremove',
    'autopurge',
    'upgrade',
    'safe-upgrade',
    'dist-upgrade',
    'full-upgrade',
    'build-dep',
]);
/** hadolint's number is about `install` alone. */
function isInstallation({ verb }) {
    return verb.text === 'install';
}

// EXTERNAL MODULE: ./build/servers/index.js + 9 modules
var servers = __webpack_require__(7750);
;// CONCATENATED MODULE: ./build/facts/python-prints.js
/** Longer modules are not read: generated code and data do not print. */
const longestModule = 200_000;
/** More places are no further news, and a call that is longer is read no further: a stranger's file must not keep us busy. */
const mostPlaces = 20;
const longestCall = 2_000;
/**
 * `path` is the one by which reports name the file. What stands under `if __name__ == "__main__":` runs only where the module
 * is the program itself.
 */
function unflushedOutput(source, path, isMain) {
    if (source.length > longestModule)
        return { places: [], flushesAll: false };
    const code = isMain ? blanked(source) : withoutMain(blanked(source));
    const flushesAll = /\bstdout\s*\.\s*reconfigure\s*\([^)]{0,500}(?:line_buffering|write_through)\s*=\s*True/.test(code) ||
        /\b(?:builtins|__builtins__)\s*\.\s*print\s*=|\bsys\s*\.\s*stdout\s*=/.test(code);
    const places = [...(ownPrint(code) ? [] : prints(code)), ...writes(code)].toSorted((a, b) => a.start - b.start);
    return { places: places.slice(0, mostPlaces).map(({ start, end }) => locate(source, path, start, end)), flushesAll };
}
/** `from rich import print`, `print = partial(print, flush=True)`, `def print`. */
function ownPrint(code) {
    return /^[ \t]*(?:from\s+\S+\s+import\s+[^\n]*\bprint\b|print\s*=[^=])|^def\s+print\b/m.test(code);
}
function prints(code) {
    return [...code.matchAll(/(?<![\w.]|\bdef )print\s*\(/g)].flatMap((match) => {
        const open = match.index + match[0].length;
        const argumentsText = code.slice(open, closing(code, open));
        if (/\bflush\s*=\s*(?!False\b)/.test(argumentsText))
            return [];
        const file = /\bfile\s*=\s*(?<file>[\w.]+)/.exec(argumentsText)?.groups?.['file'];
        if (file !== undefined && file !== 'sys.stdout' && file !== 'stdout' && file !== 'None')
            return [];
        return [{ start: match.index, end: match.index + 'print'.length }];
    });
}
function writes(code) {
    if (/\bstdout\s*\.\s*flush\s*\(/.test(code))
        return [];
    return [...code.matchAll(/\bsys\s*\.\s*stdout\s*\.\s*(?:write|writelines)(?=\s*\()/g)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
    }));
}
function closing(code, from) {
    let depth = 1;
    const end = Math.min(code.length, from + longestCall);
    for (let at = from; at < end; at += 1) {
        const character = code.charAt(at);
        if (character === '(')
            depth += 1;
        else if (character === ')' && (depth -= 1) === 0)
            return at;
    }
    return end;
}
/** Strings and comments become blanks of the same length, so that words in them are not taken for code and places stay true. */
function blanked(source) {
    return source.replaceAll(/"""[\s\S]*?(?:"""|$(?![\s\S]))|'''[\s\S]*?(?:'''|$(?![\s\S]))|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*/g, (piece) => piece.replaceAll(/[^\n]/g, ' '));
}
/** `if __name__ == "__main__":` at the margin and what is indented under it; the string is blank by now. */
function withoutMain(code) {
    return code.replaceAll(/^if\s+(?:__name__\s*==|[^\n]*==\s*__name__)[^\n]*:[^\n]*(?:\n(?:[ \t][^\n]*|[ \t]*\r?(?=\n)))*/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
}
function locate(source, path, start, end) {
    const line = source.slice(0, start).split('\n').length;
    const column = start - (source.lastIndexOf('\n', start - 1) + 1) + 1;
    return { path, line, column, endLine: line, endColumn: column + end - start };
}

;// CONCATENATED MODULE: ./build/facts/app-sources.js




/** An application of more modules is followed no further. */
const mostModules = 300;
/** No name that a person writes has more parts, and no module more imports. */
const deepestName = 16;
const mostImports = 1000;
/**
 * The application's own modules: the one that the server is told to serve, or the script that Python is told to run, and those
 * of the context that it imports, one from the other. What is not in the image is not among them.
 */
function appSources(facts) {
    const { context, imageFiles } = facts;
    const entry = entryOf(facts);
    if (entry === undefined || imageFiles === undefined)
        return { modules: [] };
    const { first, root } = entry;
    const found = new Set();
    const waiting = [first];
    for (let next = waiting.pop(); next !== undefined && found.size < mostModules; next = waiting.pop()) {
        if (found.has(next) || imageFiles.imagePath(next) === undefined)
            continue;
        found.add(next);
        const text = context.readText(next);
        if (text === undefined)
            continue;
        for (const module of importedBy(blanked(text), next, root)) {
            waiting.push(...[`${module}.py`, `${module}/__init__.py`].filter((file) => context.kindOf(file) === 'file'));
        }
    }
    return { modules: [...found].toSorted(), ...(entry.isMain ? { main: first } : {}) };
}
function entryOf(facts) {
    const { appModule, startCommand } = facts;
    if (appModule?.state === 'found') {
        const { path: first, app } = appModule;
        return { first, root: rootOf(first, app.kind === 'import' ? app.module : undefined), isMain: false };
    }
    const [program, ...words] = startCommand?.words ?? [];
    if (program === undefined || !(0,servers/* isPython */.r2)(program.text) || startCommand?.workdir === undefined)
        return undefined;
    const index = words.findIndex(({ text }) => !text.startsWith('-'));
    const target = words[index];
    if (target === undefined)
        return undefined;
    const isModule = /^-[A-Za-z]*m$/.test(words[index - 1]?.text ?? '');
    const names = isModule ? modulePaths(target.text) : [target.text];
    for (const name of names) {
        const first = facts.imageFiles?.repositoryPath((0,image_path/* joinPath */.uJ)(startCommand.workdir, name));
        if (first !== undefined)
            return { first, root: rootOf(first, isModule ? target.text : undefined), isMain: true };
    }
    return undefined;
}
function modulePaths(module) {
    const base = module.replaceAll('.', '/');
    return [`${base}.py`, `${base}/__main__.py`];
}
/** The folder of the context in which Python finds the module by its dotted name. */
function rootOf(file, module) {
    const depth = module === undefined ? 0 : module.split('.').length - 1 + (/\/__(?:init|main)__\.py$/.test(file) ? 1 : 0);
    return external_node_path_.posix.join(external_node_path_.posix.dirname(file), ...Array.from({ length: depth }, () => '..'));
}
/** Paths without their ending, of modules and of the packages around them; most are not of the context. */
function importedBy(code, file, root) {
    const folder = external_node_path_.posix.dirname(file);
    // Blanks are made one, so that no pattern below can be led astray by many of them.
    const flat = code
        .replaceAll(/\\\r?\n/g, ' ')
        .replaceAll(/\([^()]*\)/g, (inside) => inside.replaceAll(/\s+/g, ' '))
        .replaceAll(/[ \t]+/g, ' ');
    const found = [];
    const add = (base, parts) => {
        for (let length = 1; length <= Math.min(parts.length, deepestName); length += 1)
            found.push(external_node_path_.posix.join(base, ...parts.slice(0, length)));
    };
    for (const match of flat.matchAll(/^ ?import (?<names>[^\n;]+)/gm)) {
        for (const name of (match.groups?.['names'] ?? '').split(','))
            add(root, (name.trim().split(/\s/)[0] ?? '').split('.'));
    }
    for (const match of flat.matchAll(/^ ?from (?<dots>\.*) ?(?<module>(?:\w[\w.]*)?) ?import ?(?<names>[^\n;]+)/gm)) {
        const { dots = '', module = '', names = '' } = match.groups ?? {};
        const base = dots === ''
            ? root
            : external_node_path_.posix.join(folder, ...Array.from({ length: Math.min(dots.length - 1, deepestName) }, () => '..'));
        const parts = module === '' ? [] : module.split('.');
        add(base, parts);
        for (const name of names.replaceAll(/[()]/g, '').split(',')) {
            const [own = ''] = name.trim().split(/\s/);
            if (/^\w+$/.test(own))
                found.push(external_node_path_.posix.join(base, ...parts.slice(0, deepestName), own));
        }
    }
    return found.slice(0, mostImports).filter((each) => !each.startsWith('..'));
}

// EXTERNAL MODULE: ./build/facts/base-image.js
var base_image = __webpack_require__(7031);
// EXTERNAL MODULE: ./build/facts/stages.js + 1 modules
var stages = __webpack_require__(6174);
;// CONCATENATED MODULE: ./build/rules/buffered-output.js






const unset = dockerfile `
  FROM python:3.12-slim
  WORKDIR /app
  COPY app.py .
  CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
  `;
const printing = 'from fastapi import FastAPI\n\napp = FastAPI()\nprint("loaded")\n';
const bufferedOutput = defineRule({
    id: 'buffered-output',
    aliases: [],
    severity: 'notice',
    summary: 'what the application prints waits in a buffer, and is lost when the container is killed',
    why: 'Without a terminal Python keeps printed text back until 8 kB have come together, so `docker logs` shows it late, and what is still kept when the container is killed never appears. What goes through `logging` is not affected.',
    references: [
        'https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED',
        'https://docs.python.org/3/library/functions.html#print',
    ],
    bad: [
        {
            title: 'the application prints',
            dockerfile: unset,
            files: { 'app.py': printing },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENV PYTHONUNBUFFERED=1
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'a module that it imports prints',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY src/ .
        # started by hand in development
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
            files: {
                'src/shop/__init__.py': '',
                'src/shop/main.py': 'from . import routes\n\napp = routes.app\n',
                'src/shop/routes.py': 'import sys\n\ndef seen(name):\n    sys.stdout.write(f"seen {name}\\n")\n',
            },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY src/ .
        ENV PYTHONUNBUFFERED=1
        # started by hand in development
        CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    good: [
        {
            title: 'PYTHONUNBUFFERED',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV PYTHONUNBUFFERED=1
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': printing },
        },
        {
            title: '`python -u`',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-u", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': printing },
        },
        {
            title: 'nothing is printed, or it is flushed',
            dockerfile: unset,
            files: {
                'app.py': 'import logging\n\napp = None\nlogging.info("print(x)")  # print(y)\nprint("ready", flush=True)\n',
                'manage.py': 'print("not a part of the application")\n',
            },
        },
    ],
    on: 'file',
    *check({ dockerfile: file, facts }) {
        const start = facts.startCommand;
        if (start === undefined || isUnbuffered(start) || !isKnownBase(facts))
            return;
        const places = unflushedPlaces(facts);
        const [first] = places;
        if (first === undefined)
            return;
        const inTarget = facts.placeOf(start.instruction)?.stage === facts.target;
        const fix = {
            title: 'Set PYTHONUNBUFFERED',
            safety: 'safe',
            edits: [lineAbove(start.instruction, file, 'ENV PYTHONUNBUFFERED=1')],
        };
        yield {
            at: start.instruction.span,
            title: `what \`${first.path}\` prints waits in a buffer, for \`PYTHONUNBUFFERED\` is not set`,
            advice: 'Write `ENV PYTHONUNBUFFERED=1`.',
            places: places.slice(0, buffered_output_mostPlaces).map((at) => ({ at, note: 'writes to standard output and does not flush' })),
            ...(inTarget ? { fix } : {}),
        };
    },
});
const buffered_output_mostPlaces = 5;
/** Any text that is not empty sets it; `0` too. */
function isUnbuffered({ environment, server, words }) {
    const value = environment('PYTHONUNBUFFERED');
    if (value !== undefined && (!value.known || value.text !== ''))
        return true;
    const end = server === undefined
        ? words.findIndex(({ text }, index) => index > 0 && !text.startsWith('-'))
        : words.indexOf(server.program);
    return words.slice(1, Math.max(1, end)).some(({ text }) => /^-[A-Za-z]*u[A-Za-z]*$/.test(text));
}
/** An image of somebody else may set it; of Docker's own and of uv's it is known that they do not. */
function isKnownBase({ target }) {
    const base = target === undefined ? undefined : (0,stages/* lineage */.OZ)(target).at(-1)?.base;
    if (base?.kind !== 'image')
        return false;
    const { reference } = base;
    return ((0,base_image/* officialName */.ph)(reference) !== undefined || `${reference.registry}/${reference.repository}` === 'ghcr.io/astral-sh/uv');
}
function unflushedPlaces(facts) {
    const { modules, main } = appSources(facts);
    const outputs = modules.flatMap((path) => {
        const text = facts.context.readText(path);
        return text === undefined ? [] : [unflushedOutput(text, facts.context.reportPath(path), path === main)];
    });
    return outputs.some(({ flushesAll }) => flushesAll) ? [] : outputs.flatMap(({ places }) => places);
}

;// CONCATENATED MODULE: ./build/facts/ignore-additions.js
/** Patterns behind the last line of the .dockerignore in force, where the last word counts; a new file where there is none. */
function ignoreAddition(context, patterns) {
    const { ignoreFile } = context;
    const path = context.reportPath(ignoreFile?.path ?? '.dockerignore');
    const lines = (ignoreFile?.text ?? '').split('\n');
    const line = lines.length;
    const column = (lines.at(-1)?.length ?? 0) + 1;
    const text = `${column === 1 ? '' : '\n'}${patterns.join('\n')}\n`;
    return { at: { path, line, column, endLine: line, endColumn: column }, text };
}

;// CONCATENATED MODULE: ./build/facts/leak-use.js

/** More source files are not searched: then a use counts as possible. */
const mostSearched = 400;
/**
 * Whether the build or the application may need some of what leaks, so that leaving it out may change the image's behaviour:
 * something names it, or the Dockerfile does not make its own.
 */
function mayBeUsed(leaks, facts) {
    const commands = facts.dockerfile.instructions.flatMap((instruction) => instruction.keyword === 'RUN' ? facts.shellOf(instruction).commands : []);
    const holds = (kind) => leaks.some((leak) => leak.kind === kind);
    if (holds('repository') && (commands.some(readsRepository) || takesVersionFromRepository(facts)))
        return true;
    if (holds('node-modules') && !commands.some(installsNodePackages))
        return true;
    const mentions = (leak) => facts.dockerfile.text.includes(baseName(leak.path));
    if (leaks.some((leak) => leak.kind === 'virtualenv' && mentions(leak)) && !commands.some(makesVirtualenv))
        return true;
    const files = leaks.filter(({ isFolder }) => !isFolder);
    return files.some(mentions) || (files.length > 0 && isNamedIn(facts, namesOf(files)));
}
function installsNodePackages({ words }) {
    return /^(?:npm|yarn|pnpm|bun)$/.test((0,servers/* programName */.kX)(words[0]?.text ?? ''));
}
/** One pattern for all of them, so that every source file is read once. */
function namesOf(files) {
    const names = [...new Set(files.map(({ path }) => baseName(path)))].map((name) => name.replaceAll(/[^\w]/g, String.raw `\$&`));
    const loaders = files.some(({ kind }) => kind === 'environment')
        ? ['dotenv', 'env_file', 'environs', 'decouple']
        : [];
    return new RegExp([...names, ...loaders].join('|'));
}
function readsRepository({ words: [program, ...rest] }) {
    if ((0,servers/* programName */.kX)(program?.text ?? '') !== 'git')
        return false;
    const verb = rest.find(({ text }) => !text.startsWith('-'))?.text;
    return verb !== undefined && !['clone', 'config', 'init', 'lfs'].includes(verb);
}
function takesVersionFromRepository({ context }) {
    const tools = /setuptools[-_]scm|hatch-vcs|versioningit|dynamic-versioning|dunamai|versioneer|use_scm_version|\bpbr\b|source\s*=\s*"scm"/;
    return ['pyproject.toml', 'setup.py', 'setup.cfg'].some((name) => context.textMatches(name, tools) === true);
}
function makesVirtualenv({ words }) {
    const [program = '', ...rest] = words.map(({ text }) => text);
    const name = (0,servers/* programName */.kX)(program);
    return (name === 'virtualenv' ||
        name === 'poetry' ||
        name === 'pipenv' ||
        name === 'pdm' ||
        (name === 'uv' && (rest.includes('sync') || rest.includes('venv'))) ||
        (rest.includes('-m') && (rest.includes('venv') || rest.includes('virtualenv'))));
}
function isNamedIn({ context }, pattern) {
    const sources = context.listing.files.filter((file) => /\.(?:py|sh|toml|ini|cfg|ya?ml|json|conf)$/.test(file));
    return (context.listing.truncated ||
        sources.length > mostSearched ||
        sources.some((file) => context.textMatches(file, pattern) === true));
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/rules/context-leaks.js



const copyAll = dockerfile `
  FROM python:3.12-slim
  WORKDIR /app
  COPY . .
  `;
const contextLeaks = defineRule({
    id: 'context-leaks',
    aliases: [],
    severity: 'warning',
    summary: 'secrets or working folders of the repository are copied into the image',
    why: 'Whoever can pull the image can read what is in it: passwords, private keys, the whole history. What a later `RUN` removes is still in the layer below, and virtual environments and node_modules of another machine seldom work at all.',
    references: [
        'https://docs.docker.com/build/concepts/context/#dockerignore-files',
        'https://docs.docker.com/build/building/secrets/',
    ],
    bad: [
        {
            title: 'the history and the settings of the developer',
            dockerfile: copyAll,
            files: { '.git/HEAD': 'ref: refs/heads/main\n', '.env': 'PASSWORD=example\n', 'app.py': 'app = None\n' },
            fixed: copyAll,
            fixedFiles: {
                '.dockerignore': dockerfile `
          .env
          .git
          `,
            },
        },
        {
            title: 'a key that an existing .dockerignore does not name',
            dockerfile: copyAll,
            files: { '.dockerignore': '.git', 'keys/server.pem': '-----BEGIN PRIVATE KEY-----\n' },
            fixed: copyAll,
            fixedFiles: {
                '.dockerignore': dockerfile `
          .git
          keys/server.pem
          `,
            },
        },
        {
            title: 'through another stage',
            dockerfile: dockerfile `
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        FROM python:3.12-slim
        COPY --from=build /src /app
        `,
            files: { '.venv/pyvenv.cfg': 'home = /usr/bin\n', '.venv/bin/python': '' },
            fixed: dockerfile `
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        FROM python:3.12-slim
        COPY --from=build /src /app
        `,
            fixedFiles: { '.dockerignore': '.venv\n' },
        },
    ],
    good: [
        {
            title: 'left out by .dockerignore',
            dockerfile: copyAll,
            files: { '.dockerignore': '.git\n.env*\n', '.git/HEAD': 'ref: refs/heads/main\n', '.env': 'PASSWORD=example\n' },
        },
        {
            title: 'written to be shared',
            dockerfile: copyAll,
            files: { '.dockerignore': '.git\n', '.env.example': 'PASSWORD=\n', 'ca.pem': '-----BEGIN CERTIFICATE-----\n' },
        },
        {
            title: 'only in a stage from which something else is taken',
            dockerfile: dockerfile `
        FROM python:3.12 AS build
        WORKDIR /src
        COPY . .
        RUN pip wheel --no-deps --wheel-dir /wheels .
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
            files: { '.git/HEAD': 'ref: refs/heads/main\n' },
        },
    ],
    on: 'file',
    *check({ facts }) {
        if (facts.leaks.length === 0)
            return;
        // The same for every COPY: one change of the .dockerignore mends them all.
        const fix = context_leaks_fixFor(facts);
        for (const [instruction, leaks] of Map.groupBy(facts.leaks, ({ copy }) => copy.instruction)) {
            const [first] = leaks;
            if (first === undefined)
                continue;
            const { keyword } = instruction;
            const written = instruction.text.slice(instruction.argumentsStart).trim();
            yield {
                at: first.source.location,
                title: `\`${keyword} ${written}\` carries ${context_leaks_listed(leaks.map(({ path }) => `\`${path}\``))} into the image`,
                advice: `Name ${leaks.length === 1 ? 'it' : 'them'} in ${facts.context.ignoreFile === undefined ? 'a `.dockerignore`' : `\`${facts.context.ignoreFile.path}\``}.`,
                // A probe looks for these paths in the image (probes/leaked-files.ts).
                evidence: leaks.slice(0, mostNamed).map((leak) => evidenceOf(leak, facts)),
                fix,
            };
        }
    },
});
const mostNamed = 20;
function evidenceOf({ path, imagePaths: [place = ''] }, { context }) {
    const location = { path: context.reportPath(path), line: 1, column: 1, endLine: 1, endColumn: 1 };
    return { kind: 'source', location, note: `becomes \`${place}\`` };
}
/** Three by name, the others by their number. */
function context_leaks_listed(names) {
    const shown = names.length > 4 ? names.slice(0, 3) : names;
    const rest = names.length - shown.length;
    const parts = rest === 0 ? shown : [...shown, `${rest} more`];
    return parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
function context_leaks_fixFor(facts) {
    const paths = [...new Set(facts.leaks.map(({ path }) => path))];
    return {
        title: facts.context.ignoreFile === undefined ? 'Write a .dockerignore' : 'Leave them out by .dockerignore',
        safety: mayBeUsed(facts.leaks, facts) ? 'unsafe' : 'safe',
        edits: [ignoreAddition(facts.context, paths.map(asPattern))],
    };
}
/** The characters that a pattern gives a meaning stand for themselves. */
function asPattern(path) {
    return path.replaceAll(/[\\*?[\]]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/rules/loopback-host.js


const loopbackHost = defineRule({
    id: 'loopback-host',
    aliases: [],
    severity: 'error',
    summary: 'the server listens on the loopback address, where nobody outside the container can reach it',
    why: "Docker forwards a published port to the container's network address, and nothing listens there: every request is reset, however healthy the log looks.",
    references: [
        'https://docs.docker.com/engine/network/port-publishing/',
        'https://uvicorn.dev/settings/#socket-binding',
    ],
    bad: [
        {
            title: 'no host, and the server takes its default',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--port", "8000"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--port", "8000", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'the loopback address by name',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-m", "uvicorn", "app:app", "--host=localhost"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["python", "-m", "uvicorn", "app:app", "--host=0.0.0.0"]
        `,
        },
        {
            title: 'a variable that the server reads',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV UVICORN_HOST=127.0.0.1
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        ENV UVICORN_HOST=0.0.0.0
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app"]
        `,
        },
        {
            title: 'gunicorn, which has the same default',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn app:app -k uvicorn_worker.UvicornWorker
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec gunicorn app:app -k uvicorn_worker.UvicornWorker --bind 0.0.0.0:8000
        `,
        },
        {
            title: "the server's own configuration file",
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py gunicorn.conf.py ./
        CMD ["gunicorn", "app:app"]
        `,
            files: { 'app.py': 'app = None\n', 'gunicorn.conf.py': 'workers = 2\nbind = "127.0.0.1:8000"\n' },
            fixedFiles: { 'gunicorn.conf.py': 'workers = 2\nbind = "0.0.0.0:8000"\n' },
        },
    ],
    good: [
        {
            title: 'all addresses',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
        },
        {
            title: '`fastapi run`, which listens on all addresses of its own accord',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "run", "main.py", "--port", "80"]
        `,
        },
        {
            title: 'a host that only the run can tell',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host $HOST
        `,
        },
        {
            title: 'a unix socket for a proxy beside it',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--uds", "/run/app/app.sock"]
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { facts }) {
        const { startCommand } = facts;
        const server = startCommand?.server;
        if (server === undefined || startCommand?.instruction !== instruction)
            return;
        const loopback = server.addresses.map((address) => loopbackOf(address));
        if (loopback.length === 0 || loopback.includes(undefined))
            return;
        for (const [index, address] of server.addresses.entries()) {
            const host = loopback[index];
            if (host === undefined || address.kind !== 'tcp')
                continue;
            const source = address.host.kind === 'given' ? address.host.source : undefined;
            const edit = source === undefined ? missingHost(server) : rewriteValue(source, '0.0.0.0');
            yield {
                at: source?.location ?? server.program.location,
                title: source === undefined
                    ? `${server.server} listens on \`${host}\`, its default, where nobody outside the container can reach it`
                    : `${server.server} listens on \`${host}\`, where nobody outside the container can reach it`,
                advice: source === undefined
                    ? `Add \`${missingHostArguments[server.server].join(' ')}\`.`
                    : `Write \`0.0.0.0\` instead of \`${host}\`.`,
                ...(edit === undefined || isBracketed(host, source?.name)
                    ? {}
                    : { fix: { title: 'Listen on all addresses', safety: 'safe', edits: [edit] } }),
            };
        }
    },
});
const missingHostArguments = {
    uvicorn: ['--host', '0.0.0.0'],
    fastapi: ['--host', '0.0.0.0'],
    granian: ['--host', '0.0.0.0'],
    gunicorn: ['--bind', '0.0.0.0:8000'],
    hypercorn: ['--bind', '0.0.0.0:8000'],
};
function missingHost(server) {
    return addBehind(server.arguments.at(-1) ?? server.program, ...missingHostArguments[server.server]);
}
/** The host, where it is a loopback address for certain. */
function loopbackOf(address) {
    if (address.kind !== 'tcp' || address.host.kind === 'unknown')
        return undefined;
    const { value } = address.host;
    return /^(?:127(?:\.\d+){1,3}|localhost|::1|\[::1\])$/i.test(value.trim()) ? value : undefined;
}
/** `[::1]:8000`: the brackets are not part of the value. */
function isBracketed(host, option) {
    return host.includes(':') && (option === '--bind' || option === 'bind');
}

// EXTERNAL MODULE: ./build/dockerfile/ignore-file.js + 1 modules
var ignore_file = __webpack_require__(2237);
// EXTERNAL MODULE: ./build/facts/whole-context.js
var whole_context = __webpack_require__(9265);
;// CONCATENATED MODULE: ./build/rules/missing-dockerignore.js




const missingDockerignore = defineRule({
    id: 'missing-dockerignore',
    aliases: [],
    severity: 'notice',
    summary: 'everything is copied, and no .dockerignore says what to leave out',
    why: 'Whatever lies in the folder on the day of the build is in the image: caches, notes, a local `.env`. Each change of such a file also makes the build run every later step anew.',
    references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
    bad: [
        {
            title: '`COPY . .` of all there is',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
            files: { 'app.py': 'app = None\n' },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
            fixedFiles: {
                '.dockerignore': dockerfile `
          .git
          .env
          .env.*
          !.env.example
          .venv
          venv
          node_modules
          **/__pycache__
          **/*.pyc
          .pytest_cache
          .mypy_cache
          .ruff_cache
          .coverage
          htmlcov
          `,
            },
        },
    ],
    good: [
        {
            title: 'a .dockerignore',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        `,
            files: { '.dockerignore': '.git\n', 'app.py': 'app = None\n' },
        },
        {
            title: 'single files and folders',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt ./
        COPY app ./app
        `,
            files: { 'app/main.py': 'app = None\n' },
        },
    ],
    on: 'file',
    *check({ facts }) {
        const { context } = facts;
        if (context.ignoreFile !== undefined)
            return;
        const copies = facts.stages
            .filter((stage) => facts.graph.used.has(stage))
            .flatMap((stage) => facts.copiesIn(stage))
            .flatMap((copy) => {
            const source = (0,whole_context/* wholeContextSource */.yn)(copy);
            return source === undefined ? [] : [{ copy, source }];
        });
        // Where something does leak, context-leaks names it at the same place, and its remedy is the same file.
        const [first, ...others] = facts.leaks.length > 0 ? [] : copies;
        if (first === undefined)
            return;
        yield {
            at: first.source.location,
            title: `\`${first.copy.instruction.keyword} ${first.source.text}\` takes everything, for there is no \`.dockerignore\``,
            advice: 'Write a `.dockerignore` beside the source, and name in it what the image does not need.',
            places: others.map(({ source }) => ({ at: source.location, note: 'takes everything too' })),
            fix: { title: 'Write a .dockerignore', safety: 'safe', edits: [ignoreAddition(context, patternsFor(facts))] },
        };
    },
});
/** What no image of a Python application needs, without what a COPY names itself. */
function patternsFor(facts) {
    const named = (0,whole_context/* namedByCopies */.A8)(facts);
    return usual.filter((pattern) => !named.some((path) => (0,ignore_file/* readIgnoreFile */.r)(pattern).ignores(path)));
}
const usual = [
    '.git',
    '.env',
    '.env.*',
    '!.env.example',
    '.venv',
    'venv',
    'node_modules',
    '**/__pycache__',
    '**/*.pyc',
    '.pytest_cache',
    '.mypy_cache',
    '.ruff_cache',
    '.coverage',
    'htmlcov',
];

;// CONCATENATED MODULE: ./build/rules/missing-expose.js




const missingExpose = defineRule({
    id: 'missing-expose',
    aliases: [],
    severity: 'notice',
    summary: 'the port that the server listens on is not documented by EXPOSE',
    why: '`EXPOSE` is what `docker run -P`, compose files, proxies and readers take the port from; without it each has to be told.',
    references: ['https://docs.docker.com/reference/dockerfile/#expose'],
    bad: [
        {
            title: 'a port on the command line alone',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
        },
    ],
    good: [
        {
            title: 'the port is documented',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
        },
        {
            title: 'a port that only the run can tell',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { dockerfile: file, facts }) {
        const { startCommand, exposed, target } = facts;
        const server = startCommand?.server;
        if (server === undefined || target === undefined || startCommand?.instruction !== instruction)
            return;
        // A base image that is not known may expose the port itself.
        const bottom = (0,stages/* lineage */.OZ)(target).at(-1);
        if (exposed.ports.length > 0 || exposed.incomplete || bottom === undefined || !(0,base_image/* isPlainBase */.UO)(bottom.base))
            return;
        const [address] = server.addresses;
        if (address?.kind !== 'tcp' || address.port.kind === 'unknown' || address.port.value === 0)
            return;
        const port = address.port.value;
        yield {
            at: address.port.kind === 'given' ? address.port.source.location : server.program.location,
            title: `port ${port} is not documented by \`EXPOSE\``,
            advice: `Add \`EXPOSE ${port}\`.`,
            fix: {
                title: `Expose port ${port}`,
                safety: 'safe',
                edits: [lineAbove(instruction, file, `EXPOSE ${port}`)],
            },
        };
    },
});

;// CONCATENATED MODULE: ./build/rules/missing-workdir.js


const missingWorkdir = defineRule({
    id: 'missing-workdir',
    aliases: [],
    severity: 'warning',
    summary: 'the application works in `/`, among the folders of the system',
    why: 'Files of the application mix with those of the system: a folder `lib` or `bin` of the repository lands on the one that is there, and Python takes `/` for the place of the modules.',
    references: ['https://docs.docker.com/reference/dockerfile/#workdir'],
    bad: [
        {
            title: 'the source is copied into the root folder',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'the server finds its module in the root folder',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        COPY app.py /app.py
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'app.py': 'app = None\n' },
        },
    ],
    good: [
        {
            title: 'a folder of its own',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'absolute paths, and the server is told where its module is',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        COPY . /app
        CMD ["uvicorn", "app:app", "--app-dir", "/app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'a base image that brings a working directory, for all that is known',
            dockerfile: dockerfile `
        FROM registry.example.com/platform/python:3.12
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    on: 'file',
    *check({ dockerfile: file, facts }) {
        for (const stage of facts.stages) {
            if (!facts.graph.used.has(stage))
                continue;
            const places = stage.instructions.flatMap((instruction) => worksInRoot(instruction, facts) ?? []);
            const [first, ...others] = places;
            if (first === undefined)
                continue;
            yield {
                at: first.at,
                title: 'the application works in `/`, for no `WORKDIR` is set',
                advice: 'Write `WORKDIR /app` below `FROM`.',
                places: others.map(({ at }) => ({ at, note: 'works in `/` too' })),
                // Where files were put into `/` by name, another working directory would only lose them.
                ...(first.instruction.keyword === 'COPY' || first.instruction.keyword === 'ADD'
                    ? {
                        fix: {
                            title: 'Work in /app',
                            safety: 'unsafe',
                            edits: [lineAbove(first.instruction, file, 'WORKDIR /app')],
                        },
                    }
                    : {}),
            };
        }
    },
});
/** Where an instruction takes `/` for its own: a relative destination, a relative path of an install, a module beside the server. */
function worksInRoot(instruction, facts) {
    const state = facts.stateAt(instruction);
    if (state?.workdir.known !== true || state.workdir.text !== '/' || state.workdir.setBy !== undefined)
        return undefined;
    switch (instruction.keyword) {
        case 'COPY':
        case 'ADD': {
            const last = (instruction.exec ?? instruction.words).at(-1);
            const expanded = last === undefined ? undefined : state.expand(last.value);
            return last !== undefined && expanded?.known === true && /^(?![/\\]|[A-Za-z]:)/.test(expanded.text)
                ? { at: last.span, instruction }
                : undefined;
        }
        case 'CMD':
        case 'ENTRYPOINT': {
            const start = facts.startCommand;
            if (start?.instruction !== instruction || start.server?.app === undefined)
                return undefined;
            const directory = start.server.appDirectory;
            const elsewhere = directory.kind !== 'default' || facts.appModule?.state !== 'found' || start.workdir !== '/';
            return elsewhere ? undefined : { at: start.server.app.location, instruction };
        }
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/facts/python-support.js
/** The month in which Python's core team ends the security fixes of a version: https://devguide.python.org/versions/ */
const endsOfLife = {
    '2.7': '2020-01',
    '3.0': '2009-06',
    '3.1': '2012-04',
    '3.2': '2016-02',
    '3.3': '2017-09',
    '3.4': '2019-03',
    '3.5': '2020-09',
    '3.6': '2021-12',
    '3.7': '2023-06',
    '3.8': '2024-10',
    '3.9': '2025-10',
    '3.10': '2026-10',
    '3.11': '2027-10',
    '3.12': '2028-10',
    '3.13': '2029-10',
    '3.14': '2030-10',
};
/** The month in which the table was read last. */
const readIn = '2025-12';
/** `2025-10`; undefined for a version that the table does not know. */
function endOfLife(version) {
    return Object.hasOwn(endsOfLife, version) ? endsOfLife[version] : undefined;
}
/**
 * Whether a version had reached its end of life on that day. Without a day only what had when the table was read: that stays
 * true for ever.
 */
function isPastEndOfLife(version, today) {
    const end = endOfLife(version);
    return end !== undefined && end <= (today?.slice(0, 7) ?? readIn);
}
/** The version that is supported for longest, by the table. */
const newestPython = '3.14';

;// CONCATENATED MODULE: ./build/rules/outdated-python.js



const outdatedPython = defineRule({
    id: 'outdated-python',
    aliases: [],
    severity: 'warning',
    summary: 'this Python is past its end of life',
    why: 'Holes that are found in it stay open, and its images are not built anew, so those of the system in them stay open too. Frameworks drop such versions soon after, and pip then installs their last old release without a word.',
    references: ['https://devguide.python.org/versions/', 'https://hub.docker.com/_/python'],
    bad: [
        {
            title: 'Python 3.8',
            dockerfile: dockerfile `
        FROM python:3.8-slim
        `,
        },
        {
            title: "Python 3.7, in another publisher's image",
            dockerfile: dockerfile `
        ARG PYTHON=3.7
        FROM tiangolo/uvicorn-gunicorn-fastapi:python$PYTHON
        `,
        },
    ],
    good: [
        {
            title: 'a version that gets fixes',
            dockerfile: dockerfile `
        FROM python:3.14-slim
        `,
        },
        {
            title: 'another image that has an old number',
            dockerfile: dockerfile `
        FROM redis:3.2
        `,
        },
    ],
    on: ['FROM'],
    *check(instruction, { facts }) {
        const base = facts.placeOf(instruction)?.stage.base;
        const [word] = instruction.words;
        if (base?.kind !== 'image' || word === undefined)
            return;
        const version = pythonOf(base.reference);
        const end = version === undefined ? undefined : endOfLife(version);
        if (version === undefined || end === undefined || !isPastEndOfLife(version, facts.today))
            return;
        yield {
            at: word.span,
            title: `Python ${version} has had no security fixes since ${monthName(end)}`,
            advice: `Move to a supported version, such as ${newestPython}.`,
        };
    },
});
/** The version of Python that an image's name tells: `python:3.8-slim`, `…:python3.8`, `…/python-38`. */
function pythonOf({ tag = '', ...reference }) {
    const name = `${reference.registry}/${reference.repository}`;
    const inTag = /(?:^|[-_.])(?:python|py)-?(?<version>\d\.\d+)(?![\d])/.exec(tag)?.groups?.['version'];
    if (inTag !== undefined)
        return inTag;
    const compact = /\/python-(?<major>\d)(?<minor>\d{1,2})(?:-minimal)?$/.exec(name)?.groups;
    if (compact !== undefined)
        return `${compact['major'] ?? ''}.${compact['minor'] ?? ''}`;
    const isPython = (0,base_image/* officialName */.ph)({ tag, ...reference }) === 'python' || /(?:^|\/)python$/.test(reference.repository);
    return isPython ? /^v?(?:\d+-)?(?<version>\d\.\d+)(?![\d])/.exec(tag)?.groups?.['version'] : undefined;
}
function monthName(month) {
    return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
    });
}

// EXTERNAL MODULE: ./build/facts/outside-layer.js
var outside_layer = __webpack_require__(6503);
// EXTERNAL MODULE: ./build/facts/pip-install.js
var pip_install = __webpack_require__(487);
;// CONCATENATED MODULE: ./build/facts/package-caches.js




const cacheHabits = {
    pip: { option: '--no-cache-dir', folder: 'pip', switchedOffBy: 'PIP_NO_CACHE_DIR', folderSetBy: 'PIP_CACHE_DIR' },
    uv: { option: '--no-cache', folder: 'uv', switchedOffBy: 'UV_NO_CACHE', folderSetBy: 'UV_CACHE_DIR' },
    poetry: {
        option: '--no-cache',
        folder: 'pypoetry',
        switchedOffBy: 'POETRY_NO_CACHE',
        folderSetBy: 'POETRY_CACHE_DIR',
    },
};
/** The installations of one RUN, in order. */
function cachedInstallsOf(instruction, facts) {
    const { commands } = facts.shellOf(instruction);
    return commands.flatMap((command, index) => {
        const found = installOf(command, instruction, facts);
        if (found === undefined)
            return [];
        return [{ ...found, command, cache: cacheOf(found, command, commands.slice(index + 1), instruction, facts) }];
    });
}
function installOf(command, instruction, facts) {
    const pip = (0,pip_install/* pipInstallOf */.e)(command, instruction, facts);
    if (pip !== undefined) {
        const options = pip.options.map(({ name, value }) => ({
            name,
            ...(value === undefined ? {} : { value: value.text }),
        }));
        const title = pip.tool === 'pip' ? `${(0,servers/* programName */.kX)(command.words[0]?.text ?? 'pip')} install` : 'uv pip install';
        return { tool: pip.tool, title: title.startsWith('py') ? 'pip install' : title, verb: pip.verb, options };
    }
    const [program, ...words] = command.words;
    const name = (0,servers/* programName */.kX)(program?.text ?? '');
    if (name !== 'uv' && name !== 'poetry')
        return undefined;
    const plain = words.filter((word, index) => !word.text.startsWith('-') && !takesNext.has(words[index - 1]?.text ?? ''));
    const verbs = verbsOf[name].find((wanted) => wanted.every((each, index) => plain[index]?.text === each));
    const verb = verbs === undefined ? undefined : plain[verbs.length - 1];
    if (verbs === undefined || verb === undefined)
        return undefined;
    const options = words.flatMap(({ text }, index) => {
        if (!text.startsWith('-'))
            return [];
        const [option = '', value] = text.split('=', 2);
        const given = value ?? (takesNext.has(option) ? words[index + 1]?.text : undefined);
        return [{ name: option, ...(given === undefined ? {} : { value: given }) }];
    });
    return { tool: name, title: `${name} ${verbs.join(' ')}`, verb, options };
}
const verbsOf = {
    uv: [['sync'], ['add'], ['pip', 'sync'], ['tool', 'install']],
    poetry: [['install'], ['sync'], ['add'], ['update']],
};
/** Options before the verb that take the next word. */
const takesNext = new Set([
    '--directory',
    '--project',
    '-C',
    '-P',
    '--cache-dir',
    '--config-file',
    '--color',
]);
function cacheOf({ tool, options }, command, later, instruction, facts) {
    const { switchedOffBy } = cacheHabits[tool];
    if (options.some(({ name }) => offOptions.has(name)))
        return 'not kept';
    const given = options.findLast(({ name }) => name === '--cache-dir')?.value;
    const folders = cacheFolders(tool, given, command, instruction, facts);
    if ((0,outside_layer/* foldersOutsideLayer */.q)(instruction, facts).some((outside) => holdsCache(outside, folders, tool)))
        return 'not kept';
    if (later.some((each) => removesCache(each, folders, tool)))
        return 'not kept';
    if (tool === 'pip' && isConfiguredOff(instruction, facts))
        return 'not kept';
    const value = variable(switchedOffBy, command, instruction, facts);
    if (value === undefined || value === '')
        return 'kept';
    // pip takes any value for a yes, also `0` and `off`, since a bug of its first years became a habit of its users.
    if (/^(?:0|n|no|f|false|off)$/i.test(value))
        return tool === 'pip' ? 'contradicted' : 'kept';
    return 'not kept';
}
const offOptions = new Set([
    '--no-cache-dir',
    '--no-cache',
    '-n',
    '--dry-run',
    '--help',
    '-h',
    '--version',
    '-V',
]);
/** Undefined where it is not set; a value that is not known counts as a yes. */
function variable(name, command, instruction, facts) {
    const own = command.environment.findLast((each) => each.name === name)?.value;
    if (own !== undefined)
        return own.known ? own.text : 'unknown';
    const state = facts.stateAt(instruction);
    const set = state?.environment(name);
    if (set !== undefined)
        return set.known ? set.text : 'unknown';
    return state?.variable(name);
}
/** Where the tool may keep its cache: where it was told to, else in the home of root, or of the user that is in force. */
function cacheFolders(tool, given, command, instruction, facts) {
    const { folder, folderSetBy } = cacheHabits[tool];
    const told = given ?? variable(folderSetBy, command, instruction, facts);
    if (told !== undefined && told !== 'unknown')
        return [(0,image_path/* joinPath */.uJ)(command.folder ?? '/', told)];
    const cacheHome = variable('XDG_CACHE_HOME', command, instruction, facts);
    const home = variable('HOME', command, instruction, facts);
    const homes = ['/root', ...(home?.startsWith('/') === true ? [home] : [])];
    return [
        ...(cacheHome?.startsWith('/') === true ? [`${cacheHome}/${folder}`] : []),
        ...homes.map((each) => `${each}/.cache/${folder}`),
    ];
}
/** The folder is one of the cache, or one above it; in whichever home a person has it mounted. */
function holdsCache(outside, folders, tool) {
    const { folder } = cacheHabits[tool];
    return (folders.some((each) => (0,image_path/* pathInside */._l)(outside, each) !== undefined) ||
        outside.endsWith('/.cache') ||
        outside.includes(`.cache/${folder}`));
}
function removesCache({ words }, folders, tool) {
    const [program = '', ...rest] = words.map(({ text }) => text);
    const name = (0,servers/* programName */.kX)(program);
    if (name === 'rm' || name === 'find') {
        return rest.some((text) => {
            const path = text
                .replace(/^(?:~|\$\{?HOME\}?)(?=\/)/, '/root')
                .replace(/^\$\{?(?<variable>\w+)\}?/, (whole, variableName) => variableName === cacheHabits[tool].folderSetBy ? (folders[0] ?? whole) : whole)
                .replace(/\/+(?:\*+)?$/, '');
            return path.startsWith('/') && path !== '' && holdsCache(path, folders, tool);
        });
    }
    const said = rest.filter((text) => !text.startsWith('-')).join(' ');
    switch (tool) {
        case 'pip':
            return /\bcache (?:purge|remove)/.test(said) && /^(?:pip[\d.]*|python[\d.]*)$/.test(name);
        case 'uv':
            return name === 'uv' && said.startsWith('cache clean');
        case 'poetry':
            return name === 'poetry' && said.startsWith('cache clear');
    }
}
const configuredOff = /\bpip[\d.]*\s+config\s+(?:--\w+\s+)*set\s+\S*no-cache-dir\s+["']?(?:true|1|yes|on)\b|\bno-cache-dir\s*=\s*(?:true|1|yes|on)\b/i;
/** By `pip config set`, or by a configuration file that is written or copied. */
function isConfiguredOff(instruction, facts) {
    const place = facts.placeOf(instruction);
    if (configuredOff.test(facts.dockerfile.text))
        return true;
    if (place === undefined)
        return false;
    const files = facts.filesIn(place.stage);
    return ['/etc/pip.conf', '/root/.pip/pip.conf', '/root/.config/pip/pip.conf'].some((path) => {
        const found = files.repositoryPath(path);
        return found !== undefined && facts.context.textMatches(found, configuredOff) === true;
    });
}

;// CONCATENATED MODULE: ./build/rules/pip-cache-kept.js



const pipCacheKept = defineRule({
    id: 'pip-cache-kept',
    aliases: ['DL3042'],
    severity: 'warning',
    summary: 'the cache of pip, uv or poetry stays in the image',
    why: 'The cache is there to make the next installation faster, and a layer never installs again: every pull carries it for nothing. A cache mount keeps it on the machine that builds instead, where it does help.',
    references: [
        'https://pip.pypa.io/en/stable/topics/caching/',
        'https://docs.astral.sh/uv/guides/integration/docker/#caching',
        'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    ],
    bad: [
        {
            title: 'pip',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN pip install fastapi==0.115.0 uvicorn==0.30.6
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN pip install --no-cache-dir fastapi==0.115.0 uvicorn==0.30.6
        `,
        },
        {
            title: 'two of them in one RUN',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN python -m pip install --upgrade pip \
            && pip3 install uvicorn==0.30.6
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN python -m pip install --no-cache-dir --upgrade pip \
            && pip3 install --no-cache-dir uvicorn==0.30.6
        `,
        },
        {
            title: 'uv',
            dockerfile: dockerfile `
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --locked --no-install-project
        `,
            fixed: dockerfile `
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY pyproject.toml uv.lock ./
        RUN uv sync --no-cache --locked --no-install-project
        `,
        },
        {
            title: 'poetry',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN pip install --no-cache-dir poetry==1.8.4
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --only main --no-root
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        RUN pip install --no-cache-dir poetry==1.8.4
        WORKDIR /app
        COPY pyproject.toml poetry.lock ./
        RUN poetry install --no-cache --only main --no-root
        `,
        },
    ],
    good: [
        {
            title: '`--no-cache-dir`',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN pip install --no-cache-dir uvicorn==0.30.6
        `,
        },
        {
            title: 'the variable',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV PIP_NO_CACHE_DIR=1
        RUN pip install uvicorn==0.30.6
        `,
        },
        {
            title: 'a cache mount',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN --mount=type=cache,target=/root/.cache pip install uvicorn==0.30.6
        `,
        },
        {
            title: 'removed by the same RUN',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN pip install uvicorn==0.30.6 && rm -rf ~/.cache/pip
        `,
        },
        {
            title: 'in a stage whose layers are not in the image',
            dockerfile: dockerfile `
        FROM python:3.12 AS build
        RUN python -m venv /venv && /venv/bin/pip install uvicorn==0.30.6
        FROM python:3.12-slim
        COPY --from=build /venv /venv
        `,
        },
    ],
    on: ['RUN'],
    *check(instruction, { facts }) {
        if (!facts.isInImage(instruction))
            return;
        for (const install of cachedInstallsOf(instruction, facts)) {
            if (install.cache !== 'not kept')
                yield pip_cache_kept_claimOf(install);
        }
    },
});
function pip_cache_kept_claimOf({ command, tool, title, verb, cache }) {
    const { option, folder, switchedOffBy } = cacheHabits[tool];
    const fix = {
        title: `Install without a cache`,
        safety: 'safe',
        edits: [addBehind(verb, option)],
    };
    // hadolint's number is about pip alone.
    const aliases = tool === 'pip' ? ['DL3042'] : [];
    if (cache === 'contradicted')
        return {
            at: command.location,
            aliases,
            severity: 'notice',
            title: `\`${switchedOffBy}\` says no, and \`${title}\` takes it for a yes`,
            why: 'pip switches its cache off whenever this variable has a value, also `0` or `off`. Other tools, and the next reader, understand the opposite.',
            advice: `Write \`ENV ${switchedOffBy}=1\`, or \`${title} ${option}\`.`,
            fix,
        };
    return {
        at: command.location,
        aliases,
        title: `\`${title}\` leaves its cache in the image`,
        advice: `Write \`${title} ${option}\`, or keep the cache outside by \`RUN --mount=type=cache,target=/root/.cache/${folder}\`.`,
        fix,
    };
}

// EXTERNAL MODULE: ./build/facts/exposed-ports.js
var exposed_ports = __webpack_require__(6881);
;// CONCATENATED MODULE: ./build/rules/port-mismatch.js


const portMismatch = defineRule({
    id: 'port-mismatch',
    aliases: [],
    severity: 'error',
    summary: 'the server listens on another port than the one that EXPOSE or the published port names',
    why: 'Whoever publishes the documented port reaches nothing: the connection is accepted by Docker and then reset, for inside the container nobody listens there.',
    references: ['https://docs.docker.com/reference/dockerfile/#expose', 'https://uvicorn.dev/settings/#socket-binding'],
    bad: [
        {
            title: 'EXPOSE and the command line disagree',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 9000
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
        },
        {
            title: 'no port is given, and the default is not the one that is exposed',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 80/tcp
        CMD exec uvicorn app:app --host 0.0.0.0
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000/tcp
        CMD exec uvicorn app:app --host 0.0.0.0
        `,
        },
        {
            title: 'another port is published',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]
        `,
            publish: [8000],
        },
    ],
    good: [
        {
            title: 'the same port everywhere',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8080
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]
        `,
            publish: [8080],
        },
        {
            title: 'one of several exposed ports',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 9090 8000-8010
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8001"]
        `,
        },
        {
            title: 'a port that only the run can tell',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        EXPOSE 8000
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
        },
        {
            title: 'the same variable in both places',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV PORT=8080
        WORKDIR /app
        COPY app.py .
        EXPOSE $PORT
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { facts }) {
        const { startCommand, publish, exposed } = facts;
        const server = startCommand?.server;
        if (server === undefined || startCommand?.instruction !== instruction)
            return;
        const ports = knownPorts(server);
        const [port] = ports;
        if (port === undefined)
            return;
        const unpublished = publish !== undefined && !publish.some((each) => ports.some(({ number }) => number === each));
        const documented = exposed.ports.filter(({ protocol }) => protocol === 'tcp');
        const unexposed = documented.length > 0 && !exposed.incomplete && !ports.some(({ number }) => (0,exposed_ports/* exposes */._)(exposed, number));
        if (unpublished)
            yield publishedClaim(server, port, publish);
        else if (unexposed) {
            const claim = exposedClaim(server, port, facts);
            // Where the right port is published all the same, the image serves, and only its documentation is wrong.
            yield publish === undefined ? claim : { ...claim, severity: 'warning' };
        }
    },
});
/** Empty where one of the server's ports is not known, so that nothing is certain. */
function knownPorts(server) {
    const ports = [];
    for (const address of server.addresses) {
        if (address.kind !== 'tcp' || address.port.kind === 'unknown' || address.port.value === 0)
            return [];
        const source = address.port.kind === 'given' ? address.port.source : undefined;
        ports.push({
            number: address.port.value,
            at: source?.location ?? server.program.location,
            ...(source === undefined ? {} : { source }),
        });
    }
    return ports;
}
function listening(server, port) {
    return `${server.server} listens on port ${port.number}${port.source === undefined ? ', its default' : ''}`;
}
function publishedClaim(server, port, publish) {
    const published = publish.join(', ');
    return {
        at: port.at,
        title: `${listening(server, port)}, and port ${published} is published`,
        advice: `Publish port ${port.number} of the container, or start the server with \`--port ${publish[0] ?? 8000}\`.`,
    };
}
function exposedClaim(server, port, facts) {
    const documented = facts.exposed.ports.filter(({ protocol }) => protocol === 'tcp');
    const [only] = documented;
    const number = documented.length === 1 ? only?.number : undefined;
    const named = documented.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
    return {
        at: port.at,
        title: `${listening(server, port)}, and \`EXPOSE\` names ${named}`,
        advice: `Write \`EXPOSE ${port.number}\`, or start the server on port ${named}.`,
        places: documented.map(({ location }) => ({ at: location, note: 'the port that is documented' })),
        ...(number === undefined
            ? {}
            : {
                fix: {
                    title: `Expose port ${port.number}`,
                    safety: 'safe',
                    edits: [{ at: number, text: String(port.number) }],
                },
            }),
    };
}

;// CONCATENATED MODULE: ./build/rules/relative-workdir.js


const relativeWorkdir = defineRule({
    id: 'relative-workdir',
    aliases: ['DL3000', 'WorkdirRelativePath'],
    severity: 'warning',
    summary: 'WORKDIR is not absolute',
    why: 'Where it leads depends on the lines above and on the base image, so a change there moves the application without a word.',
    references: [
        'https://docs.docker.com/reference/dockerfile/#workdir',
        'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
    ],
    bad: [
        {
            title: 'relative to what the base image has',
            dockerfile: dockerfile `
        FROM registry.example.com/platform/python:3.12
        WORKDIR app
        `,
        },
        {
            title: 'relative to the line above',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /srv
        WORKDIR app
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /srv
        WORKDIR /srv/app
        `,
        },
    ],
    good: [
        {
            title: 'absolute',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /srv/app
        `,
        },
        {
            title: 'a variable',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV HOME=/home/app
        WORKDIR $HOME
        WORKDIR \${SOMEWHERE}/app
        `,
        },
        {
            title: 'absolute on Windows',
            dockerfile: dockerfile `
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
        WORKDIR "C:\app"
        `,
        },
    ],
    on: ['WORKDIR'],
    *check(instruction, { facts }) {
        const state = facts.stateAt(instruction);
        const [word] = instruction.words;
        if (state === undefined || word === undefined)
            return;
        const expanded = state.expand(instruction.text.slice(instruction.argumentsStart).trim());
        const text = expanded.known ? expanded.text : word.value;
        if (/^(?:[/\\$]|[A-Za-z]:)/.test(text) || text === '')
            return;
        const { workdir } = state;
        const absolute = expanded.known && workdir.known ? (0,image_path/* joinPath */.uJ)(workdir.text, expanded.text) : undefined;
        const last = instruction.words.at(-1) ?? word;
        yield {
            at: { start: word.span.start, end: last.span.end },
            title: `\`WORKDIR ${text}\` is not absolute`,
            advice: absolute === undefined ? 'Write the whole path.' : `Write \`WORKDIR ${absolute}\`.`,
            ...(absolute === undefined || /\s/.test(absolute) || instruction.words.length > 1
                ? {}
                : {
                    fix: {
                        title: 'Write the whole path',
                        safety: 'safe',
                        edits: [{ at: word.span, text: absolute }],
                    },
                }),
        };
    },
});

;// CONCATENATED MODULE: ./build/rules/reload-in-image.js


const reloadInImage = defineRule({
    id: 'reload-in-image',
    aliases: [],
    severity: 'warning',
    summary: 'the shipped server watches its files and restarts when one changes',
    why: 'In an image no file changes: a second process watches for nothing, takes memory and time, and one worker serves, whatever `--workers` says. An import error leaves the watcher running, so the container looks alive and answers nothing.',
    references: ['https://uvicorn.dev/settings/#development', 'https://fastapi.tiangolo.com/deployment/docker/'],
    bad: [
        {
            title: 'the option of uvicorn',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload", "--port", "8000"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
        },
        {
            title: 'the development mode of fastapi',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "dev", "main.py", "--host", "0.0.0.0"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY main.py .
        CMD ["fastapi", "run", "main.py", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'a variable that the server reads',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        ENV UVICORN_RELOAD=true
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        ENV UVICORN_RELOAD=false
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'on a line of its own',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app \
            --reload \
            --host 0.0.0.0
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app \
            --host 0.0.0.0
        `,
        },
    ],
    good: [
        {
            title: 'workers instead',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
        },
        {
            title: 'a stage for development that is not the image',
            dockerfile: dockerfile `
        FROM python:3.12-slim AS development
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload"]
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { dockerfile: file, facts }) {
        const { startCommand } = facts;
        const server = startCommand?.server;
        if (server === undefined || startCommand?.instruction !== instruction)
            return;
        const { reload } = server;
        if (reload.kind === 'unknown' || !reload.value)
            return;
        const { reason, edit } = whence(server, file);
        const workers = server.workers.kind === 'given' && server.workers.value > 1;
        yield {
            at: reason.at,
            title: `${reason.title}${workers ? ', and the workers are ignored' : ''}`,
            advice: reason.advice,
            ...(edit === undefined ? {} : { fix: { title: 'Serve without watching', safety: 'safe', edits: [edit] } }),
        };
    },
});
function whence(server, file) {
    const option = server.options.findLast(({ name }) => name === '--reload');
    if (option !== undefined) {
        return {
            reason: {
                at: server.reload.kind === 'given' ? server.reload.source.location : server.program.location,
                title: `${server.server} is started with \`--reload\``,
                advice: 'Take `--reload` out of the image; give it on the command line of the development machine.',
            },
            edit: withoutOption(option, server, file),
        };
    }
    const mode = server.arguments.find(({ text }) => text === 'dev');
    if (server.reload.kind === 'given') {
        const { source } = server.reload;
        return {
            reason: {
                at: source.location,
                title: `${server.server} reloads because \`${source.name}\` is set`,
                advice: `Take \`${source.name}\` out of the image, or set it to \`false\`.`,
            },
            edit: rewriteValue(source, 'false'),
        };
    }
    return {
        reason: {
            at: mode?.location ?? server.program.location,
            title: 'the image runs `fastapi dev`, the development mode',
            advice: 'Write `fastapi run`.',
        },
        edit: mode?.literal === true ? { at: mode.location, text: 'run' } : undefined,
    };
}
function withoutOption(option, server, file) {
    const [first] = option.words;
    const all = [server.program, ...server.arguments];
    const before = first === undefined ? undefined : all[all.indexOf(first) - 1];
    return before === undefined ? undefined : takeAway(before, option.words, file);
}

;// CONCATENATED MODULE: ./build/rules/root-user.js




const rootUser = defineRule({
    id: 'root-user',
    aliases: ['DL3002'],
    severity: 'warning',
    summary: 'the container runs as root',
    why: 'A flaw in the application then owns everything in the container, and a flaw in the kernel or a careless mount the host as well.',
    references: [
        'https://docs.docker.com/reference/dockerfile/#user',
        'https://docs.docker.com/build/building/best-practices/#user',
    ],
    bad: [
        {
            title: 'no USER at all',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        RUN useradd --create-home app
        USER app
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'back to root at the end',
            dockerfile: dockerfile `
        FROM python:3.12-alpine
        RUN adduser -D app
        USER app
        WORKDIR /app
        COPY app.py .
        USER root
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    good: [
        {
            title: 'a user of its own',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        RUN useradd --create-home app
        WORKDIR /app
        COPY app.py .
        USER app
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'a user by number, from a stage below',
            dockerfile: dockerfile `
        FROM python:3.12-slim AS base
        USER 1000:1000
        FROM base
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'a base image whose user is not known',
            dockerfile: dockerfile `
        FROM registry.example.com/platform/python:3.12
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'an entrypoint that gives root away',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["gosu", "app"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    on: 'file',
    *check({ dockerfile: file, facts }) {
        const { finalState, target } = facts;
        if (finalState === undefined || target === undefined)
            return;
        const { user } = finalState;
        if (!user.known || !isRoot(user.text) || becomesAnother(facts))
            return;
        const start = facts.startCommand;
        const server = start?.server === undefined ? 'the container' : 'the server';
        const title = `${server} runs as root (uid 0)`;
        if (user.setBy !== undefined) {
            yield {
                at: user.setBy.span,
                title: `${server} runs as root: the last \`USER\` is \`${user.text}\``,
                advice: 'Switch to another user with `USER` behind the last step that needs root.',
            };
            return;
        }
        const command = facts.imageInstructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
        const fix = command === undefined ? undefined : createUser(command, file, facts);
        const at = (command ?? target.from)?.span;
        if (at === undefined)
            return;
        yield {
            at,
            aliases: [],
            title,
            advice: 'Create a user and switch to it with `USER`.',
            ...(fix === undefined ? {} : { fix }),
        };
    },
});
/** As USER has it: a name or a number, and perhaps a group. */
function isRoot(user) {
    const [name = ''] = user.split(':');
    return name === '' || name === 'root' || /^0+$/.test(name);
}
/** gosu, su-exec and their like stand between Docker and the program. */
function becomesAnother(facts) {
    return (facts.startCommand?.launchers ?? []).some((launcher) => launcher.kind === 'wrapper' && launcher.user !== undefined && !isRoot(launcher.user));
}
/** Only where the image's own tools are known, and only in the stage that becomes the image. */
function createUser(command, file, facts) {
    const { target } = facts;
    if (target === undefined || facts.placeOf(command)?.stage !== target)
        return undefined;
    const base = (0,stages/* lineage */.OZ)(target).at(-1)?.base;
    if (base?.kind !== 'image' || (0,base_image/* officialName */.ph)(base.reference) !== 'python')
        return undefined;
    const create = base.reference.tag?.includes('alpine') === true ? 'RUN adduser -D app' : 'RUN useradd --create-home app';
    return {
        title: 'Create the user `app` and run as it',
        safety: 'unsafe',
        edits: [lineAbove(firstOfStart(facts, command), file, `${create}\nUSER app`)],
    };
}
/** CMD and ENTRYPOINT stay together. */
function firstOfStart(facts, command) {
    const start = facts.target?.instructions.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    return start?.at(-2) !== undefined && start.at(-1) === command ? (start.at(-2) ?? command) : command;
}

// EXTERNAL MODULE: ./build/dockerfile/shell-text.js
var shell_text = __webpack_require__(245);
;// CONCATENATED MODULE: ./build/rules/shell-form-start.js


const shellFormStart = defineRule({
    id: 'shell-form-start',
    aliases: ['DL3025', 'JSONArgsRecommended'],
    severity: 'warning',
    summary: 'the container is started through a shell, so its program never sees SIGTERM',
    why: 'Docker sends SIGTERM to the shell, which does not pass it on: `docker stop` waits ten seconds and kills the program in the middle of its work.',
    references: [
        'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
        'https://docs.docker.com/reference/build-checks/json-args-recommended/',
    ],
    bad: [
        {
            title: 'a plain command line',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0 --port 8000
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
        },
        {
            title: 'a variable that needs the shell',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD alembic upgrade head && uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD alembic upgrade head && exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}
        `,
        },
        {
            title: 'an ENTRYPOINT, which drops CMD besides',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT python \
            -m uvicorn "app:app"
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["python", "-m", "uvicorn", "app:app"]
        `,
        },
        {
            title: 'two programs in a pipe',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0 | tee /tmp/log
        `,
        },
        {
            title: 'bash, which becomes its last command, so that only the habit is wrong',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        WORKDIR /app
        COPY app.py .
        CMD uvicorn app:app --host 0.0.0.0
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    good: [
        {
            title: 'exec form',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]
        `,
        },
        {
            title: 'a shell that becomes the server',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD exec uvicorn app:app --host 0.0.0.0 --port $PORT
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { facts }) {
        const [first] = instruction.words;
        const last = instruction.words.at(-1);
        if (instruction.exec !== undefined || first === undefined || last === undefined)
            return;
        const shell = facts.stateAt(instruction)?.shell.words ?? [];
        const text = (0,shell_text/* isPosixShell */.m)(shell) ? (0,shell_text/* shellTextOf */.T)(instruction) : undefined;
        const launcher = launcherOf(instruction, facts);
        if (launcher?.replaced === 'exec' || beginsWithExec(instruction))
            return;
        const becomes = launcher?.replaced === 'bash';
        const fix = text === undefined ? undefined : fixOf(instruction, facts, launcher);
        yield {
            at: { start: first.span.start, end: last.span.end },
            title: `\`${instruction.keyword}\` is in the shell form${becomes ? '' : ', so the program never sees SIGTERM'}`,
            ...(becomes ? bashWords : {}),
            advice: fix?.title === writeExec
                ? 'Write `exec` before the last command, so that the shell becomes it.'
                : 'Write a JSON array, one string a word; where a shell is needed, let its last command begin with `exec`.',
            ...(fix === undefined ? {} : { fix }),
        };
    },
});
const writeExec = 'Let the shell become the program';
const bashWords = {
    severity: 'notice',
    why: 'Here bash becomes its last command, so that one gets the signals; as soon as a pipe, a second command behind it or another shell comes in, it does not any more.',
};
/** Only what starts the image is followed to its program; of other stages the text is all that is known. */
function launcherOf(instruction, facts) {
    const start = facts.startCommand;
    if (start === undefined || (start.entrypoint !== instruction && start.command !== instruction))
        return undefined;
    return start.launchers.find((launcher) => launcher.kind === 'shell' && launcher.by === 'form');
}
/** hadolint is quiet then too. */
function beginsWithExec(instruction) {
    return /^exec\s/.test(instruction.text.slice(instruction.argumentsStart).trimStart());
}
function fixOf(instruction, facts, launcher) {
    const words = plainWords(instruction, facts);
    const [first] = instruction.words;
    const last = instruction.words.at(-1);
    if (words !== undefined && first !== undefined && last !== undefined) {
        return {
            title: 'Write the exec form',
            safety: 'safe',
            edits: [
                {
                    at: { start: first.span.start, end: last.span.end },
                    text: `[${words.map((word) => JSON.stringify(word)).join(', ')}]`,
                },
            ],
        };
    }
    if (launcher?.simple !== true || launcher.commandLocation === undefined || launcher.replaced !== 'no')
        return undefined;
    const { path, line, column } = launcher.commandLocation;
    const at = { path, line, column, endLine: line, endColumn: column };
    return { title: writeExec, safety: 'safe', edits: [{ at, text: 'exec ' }] };
}
/** The words of a text that is one command and needs nothing of a shell; undefined for any other. */
function plainWords(instruction, facts) {
    const { commands, readable } = facts.shellOf(instruction);
    const shell = commands[0]?.shell;
    if (!readable || commands.length !== 1 || shell === undefined || instruction.heredocs.length > 0)
        return undefined;
    const plain = shell.assignments.length === 0 &&
        shell.redirections.length === 0 &&
        shell.within.length === 0 &&
        shell.connector === undefined &&
        !shell.negated &&
        shell.words.every((word) => word.known && !/^~|[*?[]/.test(word.value));
    // A comment between the lines would be lost.
    const hasComment = facts.dockerfile.comments.some(({ span }) => span.start > instruction.span.start && span.end <= instruction.span.end);
    const name = shell.words[0]?.value ?? '';
    return plain && !hasComment && !builtins.has(name) ? shell.words.map(({ value }) => value) : undefined;
}
/** No programs: only a shell knows them. */
const builtins = new Set([
    'exec',
    'cd',
    'source',
    '.',
    'eval',
    'export',
    'set',
    'ulimit',
    'umask',
    'trap',
    'wait',
    'exit',
    'command',
]);

;// CONCATENATED MODULE: ./build/rules/shell-without-exec.js

const shellWithoutExec = defineRule({
    id: 'shell-without-exec',
    aliases: [],
    severity: 'warning',
    summary: 'a shell starts the server and stays in front of it, so the server never sees SIGTERM',
    why: 'Docker sends SIGTERM to the shell, which does not pass it on: `docker stop` waits ten seconds and kills the server in the middle of its requests.',
    references: [
        'https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example',
        'https://docs.docker.com/reference/cli/docker/container/stop/',
    ],
    bad: [
        {
            title: 'sh, which waits for its command',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
        },
        {
            title: 'after another command, behind tini',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["tini", "--"]
        CMD ["/bin/sh", "-ec", "alembic upgrade head\nLOG=1 uvicorn \"app:app\" --host 0.0.0.0"]
        `,
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        ENTRYPOINT ["tini", "--"]
        CMD ["/bin/sh", "-ec", "alembic upgrade head\nLOG=1 exec uvicorn \"app:app\" --host 0.0.0.0"]
        `,
        },
    ],
    good: [
        {
            title: 'a shell that becomes the server',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port \${PORT:-8000}"]
        `,
        },
        {
            title: 'bash, which becomes its last command of itself',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["bash", "-c", "alembic upgrade head && uvicorn app:app --host 0.0.0.0"]
        `,
        },
        {
            title: 'no shell',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
    ],
    on: ['CMD', 'ENTRYPOINT'],
    *check(instruction, { facts }) {
        const start = facts.startCommand;
        if (start?.instruction !== instruction || start.words.length === 0)
            return;
        const launcher = start.launchers.find((each) => each.kind === 'shell' && each.by === 'argument' && each.replaced === 'no');
        if (launcher === undefined)
            return;
        const { commandLocation, simple } = launcher;
        const server = start.server?.server ?? start.words[0]?.text ?? 'the program';
        yield {
            at: commandLocation ?? launcher.location,
            title: `\`${launcher.shell} -c\` starts \`${server}\` without \`exec\``,
            advice: simple
                ? 'Write `exec` before the last command, so that the shell becomes it.'
                : 'Start the server by `exec` as the last command, without a pipe.',
            ...(commandLocation === undefined || !simple
                ? {}
                : {
                    fix: {
                        title: 'Let the shell become the server',
                        safety: 'safe',
                        edits: [
                            {
                                at: { ...commandLocation, endLine: commandLocation.line, endColumn: commandLocation.column },
                                text: 'exec ',
                            },
                        ],
                    },
                }),
        };
    },
});

// EXTERNAL MODULE: ./build/facts/mounts.js
var mounts = __webpack_require__(4428);
// EXTERNAL MODULE: ./build/facts/requirements.js
var requirements = __webpack_require__(1942);
;// CONCATENATED MODULE: ./build/facts/dependency-installs.js





const tools = {
    uv: { verbs: ['sync'], manifest: 'pyproject.toml', others: ['uv.lock'] },
    poetry: { verbs: ['install', 'sync'], manifest: 'pyproject.toml', others: ['poetry.lock'] },
    pipenv: { verbs: ['install', 'sync'], manifest: 'Pipfile', others: ['Pipfile.lock'] },
    pdm: { verbs: ['install', 'sync'], manifest: 'pyproject.toml', others: ['pdm.lock'] },
    npm: { verbs: ['ci', 'install', 'i'], manifest: 'package.json', others: ['package-lock.json'] },
    yarn: { verbs: ['install'], manifest: 'package.json', others: ['yarn.lock'] },
    pnpm: { verbs: ['install', 'i'], manifest: 'package.json', others: ['pnpm-lock.yaml'] },
    bun: { verbs: ['install', 'i'], manifest: 'package.json', others: ['bun.lockb', 'bun.lock'] },
};
/** Those of one RUN, in order. What needs the source itself (`pip install .`) is none. */
function dependencyInstallsOf(instruction, facts) {
    if (instruction.keyword !== 'RUN')
        return [];
    return facts.shellOf(instruction).commands.flatMap((command) => {
        const pip = (0,pip_install/* pipInstallOf */.e)(command, instruction, facts);
        return (pip === undefined ? byTool(command, instruction, facts) : byPip(pip, facts)) ?? [];
    });
}
function byPip(pip, facts) {
    const { instruction, command } = pip;
    const manifests = pip.requirementsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []);
    if (manifests.length === 0 || manifests.length < pip.requirementsFiles.length)
        return undefined;
    if (pip.named.some(({ requirement }) => requirement?.kind === 'path' || requirement?.kind === 'editable'))
        return undefined;
    for (const manifest of manifests) {
        const file = (0,requirements/* readRequirementsFile */.JB)(facts.context, manifest);
        if (file === undefined || (0,requirements/* allRequirements */.Wc)(file).some(isLocal))
            return undefined;
    }
    const [first = ''] = pip.requirementsFiles.map(({ word }) => word.text);
    return {
        instruction,
        tool: 'pip',
        title: `${pip.tool === 'uv' ? 'uv ' : ''}pip install -r ${first}`,
        location: command.location,
        manifests,
        mounted: pip.requirementsFiles.some(({ word }) => isMounted(word.text, command, instruction, facts)),
        pip,
    };
}
/** `-e .`, `./lib`: they are built from the source, so that has to be there. */
function isLocal({ kind, specifier }) {
    return kind === 'path' || (kind === 'editable' && !/^(?:[a-z]+\+|[a-z]+:\/\/|git@)/i.test(specifier));
}
function byTool(command, instruction, facts) {
    const [program, ...words] = command.words;
    const name = (0,servers/* programName */.kX)(program?.text ?? '');
    const tool = toolNamed(name);
    const { folder } = command;
    if (tool === undefined || folder === undefined)
        return undefined;
    const { verbs, manifest, others } = tools[tool];
    const plain = words.filter(({ text }, index) => !text.startsWith('-') && !dependency_installs_takesNext.has(words[index - 1]?.text ?? ''));
    const verb = plain[0]?.text ?? (tool === 'yarn' ? 'install' : '');
    if (!verbs.includes(verb) || plain.length > 1)
        return undefined;
    if (words.some(({ text }) => text === '-g' || text === '--global' || text === '--only-root'))
        return undefined;
    const place = facts.placeOf(instruction);
    if (place === undefined)
        return undefined;
    const files = facts.filesIn(place.stage);
    const found = [manifest, ...others].flatMap((each) => files.repositoryPath((0,image_path/* joinPath */.uJ)(folder, each)) ?? []);
    if (files.repositoryPath((0,image_path/* joinPath */.uJ)(folder, manifest)) === undefined)
        return undefined;
    return {
        instruction,
        tool,
        title: `${tool} ${verb}`,
        location: command.location,
        manifests: found,
        mounted: isMounted(manifest, command, instruction, facts),
    };
}
/** Options that take the next word; a word that is left behind the verb is a package, and then no list is read. */
const dependency_installs_takesNext = new Set([
    '--only',
    '--with',
    '--without',
    '--extras',
    '-E',
    '--extra',
    '--group',
    '-G',
    '--no-group',
    '--only-group',
    '--package',
    '--python',
    '-p',
    '--omit',
    '--include',
    '--registry',
    '--loglevel',
    '--workspace',
    '-w',
    '--filter',
    '--network-timeout',
    '--cache',
    '--cache-dir',
    '--categories',
]);
function toolNamed(name) {
    switch (name) {
        case 'uv':
        case 'poetry':
        case 'pipenv':
        case 'pdm':
        case 'npm':
        case 'yarn':
        case 'pnpm':
        case 'bun':
            return name;
        default:
            return undefined;
    }
}
function isMounted(file, command, instruction, facts) {
    const workdir = facts.stateAt(instruction)?.workdir;
    const wanted = (0,image_path/* joinPath */.uJ)(command.folder ?? '/', file);
    return (0,mounts/* mountsOf */.c)(instruction).some(({ type, target }) => type === 'bind' &&
        target !== undefined &&
        (0,image_path/* pathInside */._l)((0,image_path/* joinPath */.uJ)(workdir?.known === true ? workdir.text : '/', target), wanted) !== undefined);
}

;// CONCATENATED MODULE: ./build/rules/install-first.js






/**
 * Moves an installation above the copy of everything, with a copy of what it reads before it.
 * Only for `pip install -r` right behind the copy, where nothing else happens in that RUN: of other steps nobody knows whether
 * they need the source.
 */
function installFirst(copy, installs, facts, file) {
    const [install] = installs;
    const { stage, instruction, destination } = copy;
    const next = stage.instructions[stage.instructions.indexOf(instruction) + 1];
    if (install?.pip === undefined || installs.length > 1 || next !== install.instruction || destination === undefined)
        return undefined;
    if ((0,mounts/* mountsOf */.c)(next).length > 0 || next.heredocs.length > 0 || facts.shellOf(next).commands.length > 1)
        return undefined;
    if (copy.sources.length > 1 ||
        instruction.exec !== undefined ||
        instruction.flags.some(({ name }) => !['chown', 'chmod', 'link'].includes(name)))
        return undefined;
    const needed = [...new Set(install.manifests.flatMap((name) => allNeeded(name, install, facts)))];
    const files = facts.filesIn(stage);
    if (needed.some((name) => files.repositoryPath((0,image_path/* joinPath */.uJ)(destination, name)) !== name))
        return undefined;
    const named = new Set(facts
        .copiesIn(stage)
        .filter((each) => each.instruction.span.start < instruction.span.start)
        .flatMap(({ sources }) => sources.map(({ text }) => (0,image_path/* contextPath */.VJ)(text))));
    const missing = needed.filter((name) => !named.has(name));
    const { at } = lineAbove(next, file, '');
    const start = (0,dockerfile_location/* offsetOf */.b4)(file, at.line, 1);
    const block = file.text.slice(start, next.span.end);
    const end = file.text.indexOf('\n', next.span.end);
    return {
        title: 'Install before the source is copied',
        safety: 'unsafe',
        edits: [
            lineAbove(instruction, file, [...copyLines(missing, copy, file), block].join('\n')),
            { at: { start, end: end === -1 ? file.text.length : end + 1 }, text: '' },
        ],
    };
}
/** A requirements file and all that it includes or is constrained by. */
function allNeeded(name, install, facts) {
    const file = (0,requirements/* readRequirementsFile */.JB)(facts.context, name);
    const constraints = install.pip?.constraintsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []) ?? [];
    return [...(file === undefined ? [name] : allIncluded(file)), ...constraints];
}
function allIncluded(file) {
    const included = file.includes.flatMap((include) => include.file === undefined ? [include.path] : allIncluded(include.file));
    return [file.path, ...file.constraints, ...included];
}
/** One COPY for each folder, with the flags of the one that takes everything. */
function copyLines(names, { instruction }, file) {
    const flags = instruction.flags.map(({ span }) => `${file.text.slice(span.start, span.end)} `).join('');
    const target = instruction.words.at(-1)?.text ?? '.';
    return [...Map.groupBy(names, (name) => external_node_path_.posix.dirname(name))].map(([folder, inside]) => {
        const base = target.replace(/\/+$/, '');
        const plain = target === '.' || target.endsWith('/') ? target : `${target}/`;
        return `COPY ${flags}${inside.join(' ')} ${folder === '.' ? (inside.length > 1 && plain === '.' ? './' : plain) : `${base}/${folder}/`}`;
    });
}

;// CONCATENATED MODULE: ./build/rules/source-before-dependencies.js




const source_before_dependencies_requirements = 'fastapi==0.115.0\nuvicorn==0.30.6\n';
const sourceBeforeDependencies = defineRule({
    id: 'source-before-dependencies',
    aliases: [],
    severity: 'warning',
    summary: 'the source is copied before the dependencies are installed',
    why: 'A layer is built anew as soon as one below it changes, so each change of a line of code installs all dependencies again. With the list of dependencies copied first, that step comes from the cache.',
    references: [
        'https://docs.docker.com/build/cache/optimize/#order-your-layers',
        'https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers',
    ],
    bad: [
        {
            title: 'pip',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        # what the application needs
        RUN pip install --no-cache-dir -r requirements.txt
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
            files: { 'requirements.txt': source_before_dependencies_requirements, 'app.py': 'app = None\n' },
            fixed: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        # what the application needs
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
        },
        {
            title: 'uv',
            dockerfile: dockerfile `
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        COPY . .
        RUN uv sync --locked --no-cache
        `,
            files: { 'pyproject.toml': '[project]\nname = "app"\n', 'uv.lock': '', 'app.py': 'app = None\n' },
        },
    ],
    good: [
        {
            title: 'the list first',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
        `,
            files: { 'requirements.txt': source_before_dependencies_requirements, 'app.py': 'app = None\n' },
        },
        {
            title: 'the project itself is what is installed',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        RUN pip install --no-cache-dir .
        `,
            files: { 'pyproject.toml': '[project]\nname = "app"\n', 'app.py': 'app = None\n' },
        },
        {
            title: 'the dependencies before, the project behind',
            dockerfile: dockerfile `
        FROM ghcr.io/astral-sh/uv:0.5.11-python3.12-bookworm-slim
        WORKDIR /app
        RUN --mount=type=bind,source=uv.lock,target=uv.lock \
            --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
            uv sync --locked --no-cache --no-install-project
        COPY . .
        RUN uv sync --locked --no-cache
        `,
            files: { 'pyproject.toml': '[project]\nname = "app"\n', 'uv.lock': '', 'app.py': 'app = None\n' },
        },
    ],
    on: 'file',
    *check({ dockerfile: file, facts }) {
        for (const { copy, installs } of lateInstalls(facts)) {
            const [first, ...others] = installs;
            if (first === undefined)
                continue;
            const fix = installFirst(copy, installs, facts, file);
            const names = first.manifests.map((name) => `\`${name}\``).join(' and ');
            yield {
                at: copy.instruction.span,
                title: `the whole source is copied before \`${first.title}\`, so each change of the code installs everything again`,
                advice: `Copy ${names} alone, install, and copy the rest behind that.`,
                places: [
                    { at: first.location, note: 'is built anew after each change' },
                    ...others.map(({ location }) => ({ at: location, note: 'is built anew too' })),
                ],
                ...(fix === undefined ? {} : { fix }),
            };
        }
    },
});
/** One pass over the stages in order; a stage goes on where the one below it ended. */
function lateInstalls(facts) {
    const found = new Map();
    const ends = new Map();
    for (const stage of facts.stages) {
        let { copy, before } = (stage.base.kind === 'stage' ? ends.get(stage.base.stage) : undefined) ?? {
            copy: undefined,
            before: new Set(),
        };
        const copies = new Map(facts.copiesIn(stage).map((each) => [each.instruction, each]));
        for (const instruction of stage.instructions) {
            const own = copies.get(instruction);
            if (copy === undefined && own !== undefined && (0,whole_context/* wholeContextSource */.yn)(own) !== undefined)
                copy = own;
            const installs = dependencyInstallsOf(instruction, facts);
            if (installs.length === 0)
                continue;
            if (copy === undefined) {
                before = new Set([...before, ...installs.map(({ tool }) => tool)]);
                continue;
            }
            const late = found.get(copy) ?? [];
            const tools = before;
            late.push(...installs.filter(({ tool, mounted }) => !mounted && !tools.has(tool)));
            if (facts.graph.used.has(stage))
                found.set(copy, late);
        }
        ends.set(stage, { copy, before });
    }
    return [...found].map(([copy, installs]) => ({ copy, installs }));
}

;// CONCATENATED MODULE: ./build/rules/unpinned-base.js


const unpinnedBase = defineRule({
    id: 'unpinned-base',
    aliases: ['DL3006', 'DL3007'],
    severity: 'warning',
    summary: 'the base image has no version, so a build takes whatever is newest on that day',
    why: 'A new Python or a new Debian then arrives by itself, between two builds of the same commit. Wheels that exist for one Python are missing for the next, and the change stands in no diff.',
    references: [
        'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
        'https://docs.docker.com/reference/dockerfile/#from',
    ],
    bad: [
        {
            title: 'no tag',
            dockerfile: dockerfile `
        FROM python
        `,
        },
        {
            title: '`latest`',
            dockerfile: dockerfile `
        FROM python:latest
        `,
        },
        {
            title: 'only the major version',
            dockerfile: dockerfile `
        FROM python:3-slim
        `,
        },
        {
            title: 'a variable whose default has no tag',
            dockerfile: dockerfile `
        ARG BASE=python
        FROM $BASE
        `,
        },
    ],
    good: [
        {
            title: 'a version',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        `,
        },
        {
            title: 'a digest',
            dockerfile: dockerfile `
        FROM python@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8
        `,
        },
        {
            title: 'a stage, and nothing at all',
            dockerfile: dockerfile `
        FROM python:3.12-slim AS base
        FROM base AS build
        FROM scratch
        `,
        },
        {
            title: 'a variable that only the build knows',
            dockerfile: dockerfile `
        ARG BASE
        FROM $BASE
        `,
        },
    ],
    on: ['FROM'],
    *check(instruction, { facts }) {
        const base = facts.placeOf(instruction)?.stage.base;
        const [word] = instruction.words;
        if (base?.kind !== 'image' || base.reference.digest !== undefined || word === undefined)
            return;
        const { reference, text } = base;
        const { tag } = reference;
        if (tag === undefined) {
            yield {
                at: word.span,
                aliases: ['DL3006'],
                title: `\`${text}\` has no tag, so each build takes whatever is newest`,
                advice: unpinned_base_adviceFor(reference),
            };
        }
        else if (tag === 'latest') {
            yield {
                at: word.span,
                aliases: ['DL3007'],
                title: `\`${text}\` is another image whenever a new one is published`,
                advice: unpinned_base_adviceFor(reference),
            };
        }
        else if (isPython(reference) && !/\d\.\d/.test(tag)) {
            yield {
                at: word.span,
                aliases: [],
                title: `\`${text}\` goes on to the next minor version of Python by itself`,
                advice: unpinned_base_adviceFor(reference),
            };
        }
    },
});
function isPython(reference) {
    return (0,base_image/* officialName */.ph)(reference) === 'python';
}
function unpinned_base_adviceFor(reference) {
    return isPython(reference)
        ? 'Name the minor version of Python, as in `python:3.14-slim`.'
        : 'Name a version by its tag, or the image by its digest.';
}

;// CONCATENATED MODULE: ./build/facts/pinning.js

/** Each file once, those that are included by `-r` behind the one that includes them. */
function pinningOf(python, context) {
    const found = new Map();
    const visit = (file, above) => {
        const constrained = new Set([...above, ...file.constraints.flatMap((path) => pinnedNames(context, path))]);
        if (!found.has(file.path)) {
            const lines = file.requirements.filter(({ kind, specifier }) => kind === 'name' || isRemote(specifier));
            const unpinned = lines.filter((each) => !isPinned(each) && !(each.name !== undefined && constrained.has(each.name)));
            found.set(file.path, { file, lines, unpinned });
        }
        for (const include of file.includes)
            if (include.file !== undefined)
                visit(include.file, constrained);
    };
    for (const { file, install } of python.requirementsFiles) {
        const paths = install.constraintsFiles.flatMap(({ repositoryPath }) => repositoryPath ?? []);
        visit(file, new Set(paths.flatMap((path) => pinnedNames(context, path))));
    }
    return [...found.values()];
}
/** The packages that a constraints file gives a version. */
function pinnedNames(context, path) {
    const file = (0,requirements/* readRequirementsFile */.JB)(context, path);
    return file === undefined
        ? []
        : (0,requirements/* allRequirements */.Wc)(file).flatMap((each) => (each.name !== undefined && isPinned(each) ? [each.name] : []));
}
/** Any version counts, `>=1.0` too; of an address that of a repository is none without `@` and a revision. */
function isPinned({ kind, specifier, hashed }) {
    if (hashed)
        return true;
    if (kind === 'name')
        return specifier !== '' && specifier !== '*';
    const repository = /^(?:-e\s+)?(?:[^@/]+@\s*)?(?:git|hg|svn|bzr)\+/i.test(specifier) || /^git@|\.git(?:[@#]|$)/.test(specifier);
    return !repository || /@[^@/:]+$/.test(specifier.replace(/#.*$/, '').replace(/^.*?:\/\/[^/]*/, ''));
}
function isRemote(specifier) {
    return /^(?:[a-z]+\+)?[a-z]+:\/\/|^git@/i.test(specifier) && !specifier.startsWith('file:');
}

;// CONCATENATED MODULE: ./build/rules/unpinned-requirements.js


const pinned = dockerfile `
  fastapi==0.115.0
  uvicorn==0.30.6
  `;
const installing = dockerfile `
  FROM python:3.12-slim
  WORKDIR /app
  COPY requirements.txt .
  RUN pip install --no-cache-dir -r requirements.txt
  `;
const unpinnedRequirements = defineRule({
    id: 'unpinned-requirements',
    aliases: [],
    severity: 'notice',
    summary: 'a requirements file names packages without a version',
    why: 'Two builds of one commit can hold different versions, and a release of somebody else breaks an image in which nothing was changed. Which versions worked is written nowhere.',
    references: [
        'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
        'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
    ],
    bad: [
        {
            title: 'one of two lines',
            dockerfile: installing,
            files: { 'requirements.txt': 'fastapi==0.115.0\nuvicorn\n' },
        },
        {
            title: 'in a file that is included',
            dockerfile: installing,
            files: {
                'requirements.txt': '-r requirements/base.txt\nuvicorn==0.30.6\n',
                'requirements/base.txt': 'fastapi[standard] ; python_version >= "3.10"\n',
            },
        },
    ],
    good: [
        { title: 'a version for each', dockerfile: installing, files: { 'requirements.txt': pinned } },
        {
            title: 'versions from a constraints file',
            dockerfile: dockerfile `
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt constraints.txt ./
        RUN pip install --no-cache-dir -r requirements.txt -c constraints.txt
        `,
            files: { 'requirements.txt': 'fastapi\nuvicorn\n', 'constraints.txt': pinned },
        },
        {
            title: 'a revision of a repository, and a package of the same repository',
            dockerfile: installing,
            files: { 'requirements.txt': 'fastapi @ git+https://github.com/fastapi/fastapi@0.115.0\n-e ./lib\n' },
        },
    ],
    on: 'file',
    *check({ facts }) {
        for (const { file, lines, unpinned } of pinningOf(facts.python, facts.context)) {
            const [first, ...others] = unpinned;
            if (first === undefined)
                continue;
            const name = file.path.slice(file.path.lastIndexOf('/') + 1);
            yield {
                at: first.location,
                title: `${counted(unpinned.length, lines.length)} of \`${name}\` ${unpinned.length === 1 ? 'has' : 'have'} no version`,
                advice: 'Write the versions that work behind the names; `pip freeze` prints them.',
                places: others.slice(0, 20).map(({ location }) => ({ at: location, note: 'has no version' })),
            };
        }
    },
});
function counted(some, all) {
    return `${some} of ${all} ${all === 1 ? 'line' : 'lines'}`;
}

;// CONCATENATED MODULE: ./build/rules/index.js






















/** Every rule, in the order in which the documentation lists them. */
const rules = [
    loopbackHost,
    portMismatch,
    missingExpose,
    appModuleNotFound,
    reloadInImage,
    shellFormStart,
    shellWithoutExec,
    sourceBeforeDependencies,
    pipCacheKept,
    aptUpdateAlone,
    aptWithoutYes,
    aptListsLeft,
    aptRecommends,
    unpinnedBase,
    outdatedPython,
    missingWorkdir,
    relativeWorkdir,
    rootUser,
    bufferedOutput,
    missingDockerignore,
    contextLeaks,
    unpinnedRequirements,
];


/***/ }),

/***/ 7750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r2: () => (/* binding */ isPython),
  UC: () => (/* binding */ isServerProgram),
  kX: () => (/* binding */ programName),
  db: () => (/* binding */ readServerCommand)
});

// EXTERNAL MODULE: ./build/servers/options.js
var servers_options = __webpack_require__(3093);
;// CONCATENATED MODULE: ./build/servers/app-reference.js

/** `package.module:attribute`, as ASGI and WSGI servers take it; a name behind the module may be a call, `main:create()`. */
function importReference(piece) {
    const colon = piece.text.indexOf(':');
    const module = colon === -1 ? piece.text : piece.text.slice(0, colon);
    const attribute = colon === -1 ? undefined : piece.text.slice(colon + 1);
    return {
        kind: 'import',
        text: piece.text,
        module,
        ...(attribute === undefined ? {} : { attribute }),
        known: piece.known,
        location: piece.location,
        literal: piece.literal,
    };
}
function fileReference(piece, attribute) {
    return {
        kind: 'file',
        text: piece.text,
        module: piece.text,
        ...(attribute === undefined ? {} : { attribute: attribute.text }),
        known: piece.known && (attribute?.known ?? true),
        location: piece.location,
        literal: piece.literal,
    };
}
/** What only prints something and ends: nothing is served. */
function onlyInforms(options, ...names) {
    return (0,servers_options/* lastOption */.gt)(options, '--help', '--version', ...names) !== undefined;
}

;// CONCATENATED MODULE: ./build/servers/settings.js
function textSetting(origin, byDefault) {
    return setting(origin, byDefault, (text) => text);
}
/** A number that is not one, such as `--port abc`, is not judged here: the run says it best. */
function numberSetting(origin, byDefault) {
    return setting(origin, byDefault, wholeNumber);
}
/** Of a flag: `--reload`, and its opposite `--no-reload`. */
function flagSetting(origin, byDefault) {
    const { option } = origin;
    if (option !== undefined && option.value === undefined) {
        return { kind: 'given', value: !option.name.startsWith('--no-'), source: optionSource(option) };
    }
    return setting(origin, byDefault, truth);
}
function wholeNumber(text) {
    return /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}
function sourceOf(by, name, piece) {
    return { by, name, location: piece.location, literal: piece.literal };
}
/** Of an option without a value: the words that it is made of. */
function optionSource(option) {
    const first = option.words[0];
    if (first === undefined)
        throw new TypeError('an option is made of at least one word');
    return { by: 'option', name: option.name, location: first.whole, literal: false };
}
function setting(origin, byDefault, parse) {
    const { option } = origin;
    if (option !== undefined) {
        return option.value === undefined
            ? { kind: 'unknown', source: optionSource(option) }
            : parsed(option.value, sourceOf('option', option.name, option.value), parse);
    }
    if (origin.open)
        return { kind: 'unknown' };
    const variable = firstVariable(origin);
    if (variable === undefined)
        return { kind: 'default', value: byDefault };
    return parsed(variable.value, sourceOf('environment', variable.name, variable.value), parse);
}
function parsed(piece, source, parse) {
    const value = piece.known ? parse(piece.text) : undefined;
    return value === undefined ? { kind: 'unknown', source } : { kind: 'given', value, source };
}
/** An empty variable counts as not set, for click as for these servers. */
function firstVariable(origin) {
    for (const name of origin.variables) {
        const value = origin.surroundings.environment(name);
        if (value !== undefined && !(value.known && value.text === ''))
            return { name, value };
    }
    return undefined;
}
/** The words that click takes for true and false. */
function truth(text) {
    const word = text.trim().toLowerCase();
    if (['1', 'true', 't', 'yes', 'y', 'on'].includes(word))
        return true;
    return ['0', 'false', 'f', 'no', 'n', 'off'].includes(word) ? false : undefined;
}

;// CONCATENATED MODULE: ./build/servers/fastapi.js



const grammar = (0,servers_options/* grammarOf */.Le)({
    values: [
        ['--host'],
        ['--port'],
        ['--reload-dir'],
        ['--workers'],
        ['--root-path'],
        ['--app'],
        ['--entrypoint', '-e'],
        ['--forwarded-allow-ips'],
    ],
    flags: [
        ['--reload'],
        ['--no-reload'],
        ['--proxy-headers'],
        ['--no-proxy-headers'],
        ['--verbose', '-v'],
        ['--help', '-h'],
        ['--version'],
    ],
    abbreviations: false,
});
/** `fastapi run` is for production: all addresses, no reload. `fastapi dev` is the opposite. PORT is read by both. */
const fastapi = {
    name: 'fastapi',
    programs: ['fastapi', 'fastapi_cli'],
    read(program, words, surroundings) {
        const at = words.findIndex((word) => !word.text.startsWith('-'));
        const mode = words[at];
        if (mode === undefined || (mode.text !== 'run' && mode.text !== 'dev'))
            return undefined;
        const { options, positionals, open } = (0,servers_options/* readArguments */.lR)(words.slice(at + 1), grammar);
        if (onlyInforms(options))
            return undefined;
        const development = mode.text === 'dev';
        const from = (name, ...variables) => ({
            option: (0,servers_options/* lastOption */.gt)(options, name),
            variables,
            surroundings,
            open,
        });
        const app = appOf(positionals[0], options);
        const reload = flagSetting({ option: (0,servers_options/* lastOption */.gt)(options, '--reload', '--no-reload'), variables: [], surroundings, open }, development);
        return {
            server: 'fastapi',
            program,
            arguments: words,
            ...(app === undefined ? {} : { app }),
            addresses: [
                {
                    kind: 'tcp',
                    host: textSetting(from('--host'), development ? '127.0.0.1' : '0.0.0.0'),
                    port: numberSetting(from('--port', 'PORT'), 8000),
                },
            ],
            workers: numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1),
            reload,
            factory: { kind: 'default', value: false },
            appDirectory: { kind: 'default', value: '' },
            options,
            open,
        };
    },
};
function appOf(path, options) {
    const entrypoint = (0,servers_options/* lastOption */.gt)(options, '--entrypoint')?.value;
    if (entrypoint !== undefined)
        return importReference(entrypoint);
    return path === undefined ? undefined : fileReference(path, (0,servers_options/* lastOption */.gt)(options, '--app')?.value);
}

;// CONCATENATED MODULE: ./build/servers/granian.js



const switches = [
    'ws',
    'http1-keep-alive',
    'http1-pipeline-flush',
    'http2-adaptive-window',
    'log',
    'access-log',
    'ssl-client-verify',
    'respawn-failed-workers',
    'factory',
    'metrics',
    'reload',
    'reload-ignore-worker-failure',
];
const granian_grammar = (0,servers_options/* grammarOf */.Le)({
    values: [
        ['--host'],
        ['--port'],
        ['--uds'],
        ['--uds-permissions'],
        ['--interface'],
        ['--http'],
        ['--workers'],
        ['--blocking-threads'],
        ['--blocking-threads-idle-timeout'],
        ['--runtime-threads'],
        ['--runtime-blocking-threads'],
        ['--runtime-mode'],
        ['--loop'],
        ['--task-impl'],
        ['--backlog'],
        ['--backpressure'],
        ['--http1-buffer-size'],
        ['--http1-header-read-timeout'],
        ['--http2-initial-connection-window-size'],
        ['--http2-initial-stream-window-size'],
        ['--http2-keep-alive-interval'],
        ['--http2-keep-alive-timeout'],
        ['--http2-max-concurrent-streams'],
        ['--http2-max-frame-size'],
        ['--http2-max-headers-size'],
        ['--http2-max-send-buffer-size'],
        ['--log-level'],
        ['--log-config'],
        ['--access-log-fmt'],
        ['--ssl-certificate'],
        ['--ssl-keyfile'],
        ['--ssl-keyfile-password'],
        ['--ssl-protocol-min'],
        ['--ssl-ca'],
        ['--ssl-crl'],
        ['--url-path-prefix'],
        ['--respawn-interval'],
        ['--rss-sample-interval'],
        ['--rss-samples'],
        ['--workers-lifetime'],
        ['--workers-max-rss'],
        ['--workers-kill-timeout'],
        ['--working-dir'],
        ['--env-files'],
        ['--static-path-route'],
        ['--static-path-mount'],
        ['--static-path-dir-to-file'],
        ['--static-path-expires'],
        ['--metrics-scrape-interval'],
        ['--metrics-address'],
        ['--metrics-port'],
        ['--reload-paths'],
        ['--reload-ignore-dirs'],
        ['--reload-ignore-patterns'],
        ['--reload-ignore-paths'],
        ['--reload-tick'],
        ['--process-name'],
        ['--pid-file'],
    ],
    flags: [...switches.flatMap((name) => [[`--${name}`], [`--no-${name}`]]), ['--version'], ['--help']],
    abbreviations: false,
});
/** Every option is also read from a variable: the prefix GRANIAN_ and the option's name. */
const granian = {
    name: 'granian',
    programs: ['granian'],
    read(program, words, surroundings) {
        const { options, positionals, open } = (0,servers_options/* readArguments */.lR)(words, granian_grammar);
        if (onlyInforms(options))
            return undefined;
        const from = (name, opposite) => ({
            option: (0,servers_options/* lastOption */.gt)(options, name, ...(opposite === undefined ? [] : [opposite])),
            variables: [`GRANIAN_${name.slice(2).replaceAll('-', '_').toUpperCase()}`],
            surroundings,
            open,
        });
        const app = positionals[0] ?? surroundings.environment('GRANIAN_APP');
        const uds = (0,servers_options/* lastOption */.gt)(options, '--uds')?.value;
        const address = uds === undefined
            ? { kind: 'tcp', host: textSetting(from('--host'), '127.0.0.1'), port: numberSetting(from('--port'), 8000) }
            : { kind: 'unix', name: uds.text, source: sourceOf('option', '--uds', uds) };
        return {
            server: 'granian',
            program,
            arguments: words,
            ...(app === undefined ? {} : { app: importReference(app) }),
            addresses: [address],
            workers: numberSetting(from('--workers'), 1),
            reload: flagSetting(from('--reload', '--no-reload'), false),
            factory: flagSetting(from('--factory', '--no-factory'), false),
            appDirectory: textSetting(from('--working-dir'), ''),
            interface: textSetting(from('--interface'), 'rsgi'),
            options,
            open,
        };
    },
};

// EXTERNAL MODULE: ./build/servers/piece.js
var servers_piece = __webpack_require__(3657);
;// CONCATENATED MODULE: ./build/servers/bind.js


/** `HOST:PORT`, `[::1]:8000`, `HOST`, `unix:PATH`, `fd://3`, as gunicorn and hypercorn take it. */
function bindAddress(piece, by, name, defaultPort) {
    const { text } = piece;
    const whole = sourceOf(by, name, piece);
    if (text.startsWith('unix:')) {
        return { kind: 'unix', name: text.slice('unix:'.length).replace(/^\/\/(?=\/)/, ''), source: whole };
    }
    if (text.startsWith('fd://'))
        return { kind: 'descriptor', name: text.slice('fd://'.length), source: whole };
    const start = text.startsWith('tcp://') ? 'tcp://'.length : 0;
    const split = hostAndPort(text, start);
    const host = (0,servers_piece/* pieceOf */.K)(piece, split.hostStart, split.hostEnd);
    const port = split.portStart === undefined ? undefined : (0,servers_piece/* pieceOf */.K)(piece, split.portStart, text.length);
    const number = port?.known === true ? wholeNumber(port.text) : undefined;
    return {
        kind: 'tcp',
        host: host.known
            ? { kind: 'given', value: host.text, source: sourceOf(by, name, host) }
            : { kind: 'unknown', source: sourceOf(by, name, host) },
        port: port === undefined && piece.known
            ? { kind: 'default', value: defaultPort }
            : number === undefined
                ? { kind: 'unknown', source: port === undefined ? whole : sourceOf(by, name, port) }
                : { kind: 'given', value: number, source: port === undefined ? whole : sourceOf(by, name, port) },
    };
}
function hostAndPort(text, start) {
    const bracket = text.startsWith('[', start) ? text.indexOf(']', start) : -1;
    if (bracket !== -1) {
        const portStart = text[bracket + 1] === ':' ? bracket + 2 : undefined;
        return { hostStart: start + 1, hostEnd: bracket, ...(portStart === undefined ? {} : { portStart }) };
    }
    const colon = separator(text, start);
    return colon === -1
        ? { hostStart: start, hostEnd: text.length }
        : { hostStart: start, hostEnd: colon, portStart: colon + 1 };
}
/** The colon between host and port, not the one of `${PORT:-8000}`. */
function separator(text, start) {
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
        if (text.startsWith('${', at))
            depth += 1;
        else if (text[at] === '}' && depth > 0)
            depth -= 1;
        else if (text[at] === ':' && depth === 0)
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/servers/python-source.js
/** The last `name = …` of a Python configuration file that stands at the margin; undefined where there is none. */
function pythonAssignment(file, name) {
    const pattern = new RegExp(String.raw `^(?<head>${name}\s*(?::[^=\n]+)?=(?!=)\s*)(?<value>.*)$`, 'gm');
    const last = [...file.text.matchAll(pattern)].at(-1);
    if (last === undefined)
        return undefined;
    const head = last.groups?.['head'] ?? '';
    const value = last.groups?.['value'] ?? '';
    const start = last.index + head.length;
    const literal = /^(?:(?<number>\d+)|(?<text>"[^"\\]*"|'[^'\\]*')|\[(?<list>[^\]]*)\])\s*(?:#.*)?$/.exec(value.trimEnd());
    if (literal === null)
        return { name, pieces: undefined };
    const { number, text, list } = literal.groups ?? {};
    if (number !== undefined)
        return { name, pieces: [pieceAt(file, start, number)] };
    if (text !== undefined)
        return { name, pieces: [pieceAt(file, start + 1, text.slice(1, -1))] };
    const inside = list ?? '';
    const pieces = [...inside.matchAll(/"(?<double>[^"\\]*)"|'(?<single>[^'\\]*)'/g)].map((match) => pieceAt(file, start + 1 + match.index + 1, match.groups?.['double'] ?? match.groups?.['single'] ?? ''));
    const rest = inside.replaceAll(/"[^"\\]*"|'[^'\\]*'/g, '').replaceAll(/[\s,]/g, '');
    return { name, pieces: rest === '' ? pieces : undefined };
}
/** A text of one line at an offset of a file. */
function pieceAt(file, offset, text) {
    const before = file.text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - (before.lastIndexOf('\n') + 1) + 1;
    return {
        text,
        known: true,
        literal: true,
        location: { path: file.path, line, column, endLine: line, endColumn: column + text.length },
    };
}

;// CONCATENATED MODULE: ./build/servers/gunicorn.js






const gunicorn_grammar = (0,servers_options/* grammarOf */.Le)({
    values: [
        ['--access-logformat'],
        ['--access-logfile'],
        ['--asgi-disconnect-grace-period'],
        ['--asgi-lifespan'],
        ['--asgi-loop'],
        ['--backlog'],
        ['--bind', '-b'],
        ['--ca-certs'],
        ['--cert-reqs'],
        ['--certfile'],
        ['--chdir'],
        ['--ciphers'],
        ['--config', '-c'],
        ['--control-socket'],
        ['--control-socket-mode'],
        ['--dirty-app'],
        ['--dirty-graceful-timeout'],
        ['--dirty-threads'],
        ['--dirty-timeout'],
        ['--dirty-workers'],
        ['--dogstatsd-tags'],
        ['--error-logfile', '--log-file'],
        ['--forwarded-allow-ips'],
        ['--forwarder-headers'],
        ['--graceful-timeout'],
        ['--group', '-g'],
        ['--header-map'],
        ['--http2-cleartext'],
        ['--http2-initial-window-size'],
        ['--http2-max-concurrent-streams'],
        ['--http2-max-frame-size'],
        ['--http2-max-header-list-size'],
        ['--http-parser'],
        ['--http-protocols'],
        ['--keep-alive'],
        ['--keyfile'],
        ['--limit-request-field_size'],
        ['--limit-request-fields'],
        ['--limit-request-line'],
        ['--log-config'],
        ['--log-config-json'],
        ['--logger-class'],
        ['--log-level'],
        ['--max-requests'],
        ['--max-requests-jitter'],
        ['--paste', '--paster'],
        ['--pid', '-p'],
        ['--name', '-n'],
        ['--protocol'],
        ['--proxy-allow-from'],
        ['--pythonpath'],
        ['--env', '-e'],
        ['--paste-global'],
        ['--reload-engine'],
        ['--reload-extra-file'],
        ['--root-path'],
        ['--ssl-version'],
        ['--statsd-host'],
        ['--statsd-prefix'],
        ['--log-syslog-to'],
        ['--log-syslog-facility'],
        ['--log-syslog-prefix'],
        ['--threads'],
        ['--timeout', '-t'],
        ['--umask', '-m'],
        ['--user', '-u'],
        ['--uwsgi-allow-from'],
        ['--websocket-max-message-size'],
        ['--worker-class', '-k'],
        ['--worker-connections'],
        ['--worker-tmp-dir'],
        ['--workers', '-w'],
    ],
    flags: [
        ['--capture-output'],
        ['--casefold-http-method'],
        ['--check-config'],
        ['--no-control-socket'],
        ['--daemon', '-D'],
        ['--disable-redirect-access-to-syslog'],
        ['--do-handshake-on-connect'],
        ['--enable-backlog-metric'],
        ['--enable-stdio-inheritance', '-R'],
        ['--initgroups'],
        ['--permit-obsolete-folding'],
        ['--permit-unconventional-http-method'],
        ['--permit-unconventional-http-version'],
        ['--preload'],
        ['--print-config'],
        ['--proxy-protocol'],
        ['--reload'],
        ['--reuse-port'],
        ['--no-sendfile'],
        ['--spew'],
        ['--strip-header-spaces'],
        ['--suppress-ragged-eofs'],
        ['--log-syslog'],
        ['--version', '-v'],
        ['--help', '-h'],
    ],
    abbreviations: true,
});
/** Read in rising order: the configuration file (a Python program), GUNICORN_CMD_ARGS, the command line. */
const gunicorn = {
    name: 'gunicorn',
    programs: ['gunicorn'],
    read(program, words, surroundings) {
        const extra = wordsOf(surroundings.environment('GUNICORN_CMD_ARGS'));
        const ofEnvironment = (0,servers_options/* readArguments */.lR)(extra.words, gunicorn_grammar);
        const ofCommand = (0,servers_options/* readArguments */.lR)(words, gunicorn_grammar);
        const options = [...ofEnvironment.options, ...ofCommand.options];
        if (onlyInforms(options, '--check-config', '--print-config'))
            return undefined;
        const file = configurationFile((0,servers_options/* lastOption */.gt)(options, '--config')?.value, surroundings);
        const open = ofCommand.open || ofEnvironment.open || extra.open;
        const from = (name, ...variables) => ({
            option: (0,servers_options/* lastOption */.gt)(options, name),
            variables,
            surroundings,
            open,
        });
        const app = ofCommand.positionals[0] ?? filePieces(file, 'wsgi_app')?.[0];
        return {
            server: 'gunicorn',
            program,
            arguments: words,
            ...(app === undefined ? {} : { app: importReference(app) }),
            addresses: addressesOf(options.filter((option) => option.name === '--bind'), file, open, surroundings),
            workers: over(numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1), file, 'workers', wholeNumber),
            reload: over(flagSetting(from('--reload'), false), file, 'reload', () => undefined),
            factory: { kind: 'default', value: false },
            appDirectory: over(textSetting(from('--chdir'), ''), file, 'chdir', (text) => text),
            workerClass: over(textSetting(from('--worker-class'), 'sync'), file, 'worker_class', (text) => text),
            options: ofCommand.options,
            open,
        };
    },
};
function configurationFile(named, surroundings) {
    if (named === undefined)
        return surroundings.file('gunicorn.conf.py') ?? 'none';
    if (!named.known || named.text.startsWith('python:'))
        return 'unknown';
    return surroundings.file(named.text.replace(/^file:/, '')) ?? 'unknown';
}
function filePieces(file, name) {
    return file === 'none' || file === 'unknown' ? undefined : pythonAssignment(file, name)?.pieces;
}
/** An option goes before the file, the file before a variable and the default. */
function over(setting, file, name, parse) {
    if (file === 'none' || (setting.kind !== 'default' && setting.source?.by === 'option'))
        return setting;
    if (file === 'unknown')
        return { kind: 'unknown' };
    const assignment = pythonAssignment(file, name);
    if (assignment === undefined)
        return setting;
    const piece = assignment.pieces?.[0];
    if (piece === undefined)
        return { kind: 'unknown' };
    const value = parse(piece.text);
    const source = sourceOf('file', name, piece);
    return value === undefined ? { kind: 'unknown', source } : { kind: 'given', value, source };
}
function addressesOf(binds, file, open, surroundings) {
    if (binds.length > 0) {
        return binds.map((bind) => bind.value === undefined
            ? { kind: 'tcp', host: { kind: 'unknown', source: optionSource(bind) }, port: { kind: 'unknown' } }
            : bindAddress(bind.value, 'option', '--bind', 8000));
    }
    if (open || file === 'unknown')
        return [{ kind: 'unknown' }];
    if (file !== 'none') {
        const assignment = pythonAssignment(file, 'bind');
        if (assignment !== undefined) {
            const pieces = assignment.pieces?.flatMap(splitAtCommas);
            return pieces?.map((piece) => bindAddress(piece, 'file', 'bind', 8000)) ?? [{ kind: 'unknown' }];
        }
    }
    const port = surroundings.environment('PORT');
    if (port === undefined) {
        return [{ kind: 'tcp', host: { kind: 'default', value: '127.0.0.1' }, port: { kind: 'default', value: 8000 } }];
    }
    const number = port.known ? wholeNumber(port.text) : undefined;
    const source = sourceOf('environment', 'PORT', port);
    return [
        {
            kind: 'tcp',
            host: { kind: 'default', value: '0.0.0.0' },
            port: number === undefined ? { kind: 'unknown', source } : { kind: 'given', value: number, source },
        },
    ];
}
function splitAtCommas(piece) {
    return [...piece.text.matchAll(/[^,\s]+/g)].map((match) => (0,servers_piece/* pieceOf */.K)(piece, match.index, match.index + match[0].length));
}
/** The words of a variable; quotes in it are for a shell's eyes, so then only the run can tell. */
function wordsOf(value) {
    if (value === undefined)
        return { words: [], open: false };
    if (!value.known || /["'\\]/.test(value.text))
        return { words: [], open: true };
    const words = [...value.text.matchAll(/\S+/g)].map((match) => {
        const piece = (0,servers_piece/* pieceOf */.K)(value, match.index, match.index + match[0].length);
        return { ...piece, whole: piece.location, form: 'shell' };
    });
    return { words, open: false };
}

;// CONCATENATED MODULE: ./build/servers/hypercorn.js




const hypercorn_grammar = (0,servers_options/* grammarOf */.Le)({
    values: [
        ['--access-log'],
        ['--access-logfile'],
        ['--access-logformat'],
        ['--backlog'],
        ['--bind', '-b'],
        ['--ca-certs'],
        ['--certfile'],
        ['--cert-reqs'],
        ['--ciphers'],
        ['--config', '-c'],
        ['--error-log'],
        ['--error-logfile', '--log-file'],
        ['--graceful-timeout'],
        ['--read-timeout'],
        ['--max-requests'],
        ['--max-requests-jitter'],
        ['--group', '-g'],
        ['--worker-class', '-k'],
        ['--keep-alive'],
        ['--keyfile'],
        ['--keyfile-password'],
        ['--insecure-bind'],
        ['--log-config'],
        ['--log-level'],
        ['--pid', '-p'],
        ['--quic-bind'],
        ['--root-path'],
        ['--server-name'],
        ['--statsd-host'],
        ['--statsd-prefix'],
        ['--umask', '-m'],
        ['--user', '-u'],
        ['--verify-mode'],
        ['--websocket-ping-interval'],
        ['--workers', '-w'],
    ],
    flags: [['--daemon', '-D'], ['--debug'], ['--reload'], ['--version'], ['--help', '-h']],
    abbreviations: true,
});
/** It reads no variables; a configuration file that is named may set anything that the command line does not. */
const hypercorn = {
    name: 'hypercorn',
    programs: ['hypercorn'],
    read(program, words, surroundings) {
        const { options, positionals, open: openWord } = (0,servers_options/* readArguments */.lR)(words, hypercorn_grammar);
        if (onlyInforms(options))
            return undefined;
        const open = openWord || (0,servers_options/* lastOption */.gt)(options, '--config') !== undefined;
        const from = (name) => ({ option: (0,servers_options/* lastOption */.gt)(options, name), variables: [], surroundings, open });
        const app = positionals[0];
        const notSet = { kind: 'default', value: false };
        return {
            server: 'hypercorn',
            program,
            arguments: words,
            ...(app === undefined ? {} : { app: withoutMode(importReference(app)) }),
            addresses: hypercorn_addressesOf(options, open),
            workers: numberSetting(from('--workers'), 1),
            reload: flagSetting(from('--reload'), false),
            factory: notSet,
            appDirectory: { kind: 'default', value: '' },
            workerClass: textSetting(from('--worker-class'), 'asyncio'),
            options,
            open,
        };
    },
};
/** `asgi:package.module:app` and `wsgi:…` say how the application is called. */
function withoutMode(app) {
    if (app.module !== 'asgi' && app.module !== 'wsgi')
        return app;
    const start = app.module.length + 1;
    const rest = importReference({ ...app, text: app.text.slice(start) });
    return app.literal && app.location.line === app.location.endLine
        ? { ...rest, location: { ...app.location, column: app.location.column + start } }
        : { ...rest, literal: false };
}
/** With certificates `--bind` is TLS, and `--insecure-bind` adds plain addresses; QUIC is UDP. */
function hypercorn_addressesOf(options, open) {
    const given = options.filter((option) => option.name === '--bind' || option.name === '--insecure-bind');
    if (!given.some((option) => option.name === '--bind')) {
        if (open)
            return [{ kind: 'unknown' }];
        if (given.length === 0)
            return [{ kind: 'tcp', host: { kind: 'default', value: '127.0.0.1' }, port: { kind: 'default', value: 8000 } }];
    }
    return given.map((option) => option.value === undefined ? { kind: 'unknown' } : bindAddress(option.value, 'option', option.name, 8000));
}

;// CONCATENATED MODULE: ./build/servers/uvicorn.js



const uvicorn_grammar = (0,servers_options/* grammarOf */.Le)({
    values: [
        ['--host'],
        ['--port'],
        ['--uds'],
        ['--fd'],
        ['--reload-dir'],
        ['--reload-include'],
        ['--reload-exclude'],
        ['--reload-delay'],
        ['--workers'],
        ['--loop'],
        ['--http'],
        ['--ws'],
        ['--ws-max-size'],
        ['--ws-max-queue'],
        ['--ws-ping-interval'],
        ['--ws-ping-timeout'],
        ['--ws-per-message-deflate'],
        ['--lifespan'],
        ['--interface'],
        ['--env-file'],
        ['--log-config'],
        ['--log-level'],
        ['--forwarded-allow-ips'],
        ['--root-path'],
        ['--limit-concurrency'],
        ['--backlog'],
        ['--limit-max-requests'],
        ['--limit-max-requests-jitter'],
        ['--timeout-keep-alive'],
        ['--timeout-graceful-shutdown'],
        ['--timeout-worker-healthcheck'],
        ['--ssl-keyfile'],
        ['--ssl-certfile'],
        ['--ssl-keyfile-password'],
        ['--ssl-version'],
        ['--ssl-cert-reqs'],
        ['--ssl-ca-certs'],
        ['--ssl-ciphers'],
        ['--header'],
        ['--app-dir'],
        ['--h11-max-incomplete-event-size'],
    ],
    flags: [
        ['--reload'],
        ['--http2'],
        ['--access-log'],
        ['--no-access-log'],
        ['--use-colors'],
        ['--no-use-colors'],
        ['--proxy-headers'],
        ['--no-proxy-headers'],
        ['--server-header'],
        ['--no-server-header'],
        ['--date-header'],
        ['--no-date-header'],
        ['--reset-contextvars'],
        ['--factory'],
        ['--version'],
        ['--help'],
    ],
    abbreviations: false,
});
/** Every option is also read from a variable: click's prefix UVICORN_ and the option's name. */
const uvicorn = {
    name: 'uvicorn',
    programs: ['uvicorn'],
    read(program, words, surroundings) {
        const { options, positionals, open } = (0,servers_options/* readArguments */.lR)(words, uvicorn_grammar);
        if (onlyInforms(options))
            return undefined;
        const from = (name, ...more) => ({
            option: (0,servers_options/* lastOption */.gt)(options, name),
            variables: [variableOf(name), ...more],
            surroundings,
            open,
        });
        const app = positionals[0] ?? surroundings.environment('UVICORN_APP');
        return {
            server: 'uvicorn',
            program,
            arguments: words,
            ...(app === undefined ? {} : { app: importReference(app) }),
            addresses: [socket(options, surroundings) ?? { kind: 'tcp', ...uvicorn_hostAndPort(from) }],
            workers: numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1),
            reload: flagSetting(from('--reload'), false),
            factory: flagSetting(from('--factory'), false),
            appDirectory: textSetting(from('--app-dir'), ''),
            interface: textSetting(from('--interface'), 'auto'),
            options,
            open,
        };
    },
};
function uvicorn_hostAndPort(from) {
    return { host: textSetting(from('--host'), '127.0.0.1'), port: numberSetting(from('--port'), 8000) };
}
function variableOf(option) {
    return `UVICORN_${option.slice(2).replaceAll('-', '_').toUpperCase()}`;
}
/** `--uds` and `--fd` take the place of host and port, and uds goes before fd. */
function socket(options, surroundings) {
    for (const [name, kind] of [
        ['--uds', 'unix'],
        ['--fd', 'descriptor'],
    ]) {
        const option = (0,servers_options/* lastOption */.gt)(options, name)?.value;
        const variable = surroundings.environment(variableOf(name));
        if (option !== undefined)
            return { kind, name: option.text, source: sourceOf('option', name, option) };
        if (variable?.known === true && variable.text !== '')
            return { kind, name: variable.text, source: sourceOf('environment', variableOf(name), variable) };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/servers/index.js





const servers = [uvicorn, fastapi, gunicorn, hypercorn, granian];
const byProgram = new Map(servers.flatMap((server) => server.programs.map((program) => [program, server])));
/**
 * What a command means, where it starts a known server: `uvicorn …`, `/opt/venv/bin/uvicorn …`, `python -m uvicorn …`.
 * Shells, wrappers and scripts around it are taken off before (facts/launch.ts).
 */
function readServerCommand(words, surroundings) {
    const start = programOf(words);
    const program = start === undefined ? undefined : words[start];
    if (start === undefined || program?.known !== true)
        return undefined;
    return byProgram.get(programName(program.text))?.read(program, words.slice(start + 1), surroundings);
}
/** The names of the programs that are known to serve. */
function isServerProgram(text) {
    return byProgram.has(programName(text));
}
/** `python`, `python3`, `python3.12`, `pypy3`, wherever it lies. */
function isPython(text) {
    return /^(?:python|pypy)[\d.]*$/.test(programName(text));
}
/** Where the server's name stands: the first word, or the module behind `python -m` and before it Python's own options. */
function programOf(words) {
    const first = words[0];
    if (first === undefined)
        return undefined;
    if (!isPython(first.text))
        return 0;
    for (let index = 1; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined || !word.known)
            return undefined;
        if (/^-[A-Za-z]*m$/.test(word.text))
            return index + 1;
        if (word.text === '-W' || word.text === '-X')
            index += 1;
        else if (word.text === '-c' || !word.text.startsWith('-'))
            return undefined;
    }
    return undefined;
}
/** `uvicorn` of `/opt/venv/bin/uvicorn`. */
function programName(text) {
    return text.slice(text.lastIndexOf('/') + 1);
}


/***/ }),

/***/ 3093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ grammarOf),
/* harmony export */   gt: () => (/* binding */ lastOption),
/* harmony export */   lR: () => (/* binding */ readArguments)
/* harmony export */ });
/* harmony import */ var _piece_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3657);

function grammarOf(table) {
    const kinds = new Map();
    const add = (names, takesValue) => {
        const name = names[0];
        if (name !== undefined)
            for (const each of names)
                kinds.set(each, { name, takesValue });
    };
    for (const names of table.values)
        add(names, true);
    for (const names of table.flags)
        add(names, false);
    return { kinds, abbreviations: table.abbreviations };
}
/** Tells options, their values and the rest apart; an option that is not known takes no value. */
function readArguments(words, grammar) {
    const options = [];
    const positionals = [];
    let open = false;
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined)
            break;
        if (word.known && word.text === '--') {
            positionals.push(...words.slice(index + 1));
            break;
        }
        if (!word.known && word.text.startsWith('$')) {
            // It may be the application, an option, or many words: what else is given stays true, the rest is not known.
            open = true;
            positionals.push(word);
        }
        else if (word.text.startsWith('--')) {
            const equals = word.text.indexOf('=');
            const written = equals === -1 ? word.text : word.text.slice(0, equals);
            const kind = kindOf(written, grammar);
            const name = kind?.name ?? written;
            if (equals !== -1) {
                options.push({ name, value: (0,_piece_js__WEBPACK_IMPORTED_MODULE_0__/* .pieceOf */ .K)(word, equals + 1, word.text.length), words: [word] });
            }
            else if (kind?.takesValue === true) {
                index += 1;
                options.push(withValue(name, word, words[index]));
            }
            else
                options.push({ name, words: [word] });
        }
        else if (word.text.startsWith('-') && word.text.length > 1) {
            index += readShort(word, words[index + 1], grammar, options);
        }
        else
            positionals.push(word);
    }
    return { options, positionals, open };
}
/** The last one counts, as in every option parser that these servers use. */
function lastOption(options, ...names) {
    return options.findLast((option) => names.includes(option.name));
}
function kindOf(written, grammar) {
    const exact = grammar.kinds.get(written);
    if (exact !== undefined || !grammar.abbreviations)
        return exact;
    const candidates = new Map([...grammar.kinds].filter(([name]) => name.startsWith(written)).map(([, kind]) => [kind.name, kind]));
    return candidates.size === 1 ? candidates.values().next().value : undefined;
}
function withValue(name, word, value) {
    return value === undefined ? { name, words: [word] } : { name, value, words: [word, value] };
}
/** `-w4`, `-w 4`, `-Dw4`. Gives how many further words were taken. */
function readShort(word, next, grammar, options) {
    for (let at = 1; at < word.text.length; at += 1) {
        const written = `-${word.text[at]}`;
        const kind = grammar.kinds.get(written);
        const name = kind?.name ?? written;
        if (kind?.takesValue !== true) {
            options.push({ name, words: [word] });
            continue;
        }
        if (at + 1 === word.text.length) {
            options.push(withValue(name, word, next));
            return 1;
        }
        const from = word.text[at + 1] === '=' ? at + 2 : at + 1;
        options.push({ name, value: (0,_piece_js__WEBPACK_IMPORTED_MODULE_0__/* .pieceOf */ .K)(word, from, word.text.length), words: [word] });
        return 0;
    }
    return 0;
}


/***/ }),

/***/ 3657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ pieceOf)
/* harmony export */ });
/** A part of a word, with its own place where the word stands letter by letter in the source. */
function pieceOf(whole, start, end) {
    const text = whole.text.slice(start, end);
    const { location } = whole;
    const exact = whole.literal && location.line === location.endLine;
    return {
        text,
        known: whole.known || !text.includes('$'),
        literal: exact,
        location: exact ? { ...location, column: location.column + start, endColumn: location.column + end } : location,
    };
}


/***/ })

};
