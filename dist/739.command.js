export const id = 739;
export const ids = [739];
export const modules = {

/***/ 9739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitOf: () => (/* binding */ gitOf)
});

// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
;// CONCATENATED MODULE: ./build/git/tree.js
/** Reads `git ls-tree -r -z`. */
function readTree(listing) {
    const tree = new Map();
    for (const line of listing.split('\0')) {
        const { mode, id, path } = /^(?<mode>\d+) \w+ (?<id>[0-9a-f]+)\t(?<path>.+)$/s.exec(line)?.groups ?? {};
        const kind = kindOf(mode ?? '');
        if (id !== undefined && path !== undefined && kind !== undefined)
            tree.set(path, { id, kind });
    }
    return tree;
}
/** Reads `git diff --raw -z`: the modes, the ids and the status, then the path, of a renamed file both. */
function readRawDiff(listing) {
    const files = new Map();
    const renamed = new Map();
    const words = listing.split('\0').values();
    for (const word of words) {
        const { mode, id, status } = /^:(?<mode>\d+) \d+ (?<id>[0-9a-f]+) [0-9a-f]+ (?<status>[A-Z])\d*$/.exec(word)?.groups ?? {};
        if (mode === undefined || id === undefined)
            continue;
        const path = words.next().value ?? '';
        const kind = kindOf(mode);
        const earlier = kind === undefined ? undefined : { id, kind };
        if (status === 'R' || status === 'C') {
            const later = words.next().value ?? '';
            files.set(later, undefined);
            if (status === 'R') {
                files.set(path, earlier);
                renamed.set(later, path);
            }
        }
        else
            files.set(path, earlier);
    }
    return { files, renamed };
}
/** The same of two trees. Without the texts only a file that was moved unchanged is known again. */
function differencesOf(earlier, later) {
    const files = new Map();
    const goneById = new Map();
    for (const [path, file] of earlier) {
        const now = later.get(path);
        if (now?.id === file.id && now.kind === file.kind)
            continue;
        files.set(path, file);
        if (now === undefined)
            goneById.set(file.id, path);
    }
    const renamed = new Map();
    for (const [path, { id }] of later) {
        if (earlier.has(path))
            continue;
        files.set(path, undefined);
        const from = goneById.get(id);
        if (from !== undefined)
            renamed.set(path, from);
    }
    return { files, renamed };
}
/** Git's modes: of a file, one that can be executed, a link; 0 for none, 160000 for a repository inside. */
function kindOf(mode) {
    if (mode === '120000')
        return 'link';
    return /^100\d{3}$/.test(mode) ? 'file' : undefined;
}

;// CONCATENATED MODULE: ./build/git/git.js


/** Asks the checkout that holds this folder. */
function gitOf(folder, environment) {
    // Nobody is asked for a password, and what a partial clone lacks is not fetched behind our back.
    const quiet = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };
    // Reading alone: no lock is taken.
    const git = async (...args) => (0,process/* askProgram */.aP)(['git', '--no-optional-locks', ...args], { cwd: folder, environment: quiet });
    // A path is never a pattern.
    const ask = async (...args) => git('--literal-pathspecs', ...args);
    return {
        headCommit: async () => lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}')),
        root: async () => lineOf(await ask('rev-parse', '--show-toplevel')),
        isTracked: async (path) => yesOrNo(await ask('ls-files', '--error-unmatch', '--', path)),
        files: async () => pathsOf(await ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')),
        isIgnored: async () => yesOrNo(await git('check-ignore', '--quiet', '--', '.')),
        blobOf: async (commit, path) => isCommit(commit) ? lineOf(await ask('rev-parse', '--verify', '--quiet', `${commit}:${path}`)) : undefined,
        async parentsOf(commit) {
            const answer = isCommit(commit) ? await ask('cat-file', 'commit', commit) : undefined;
            if (answer?.exitCode !== 0)
                return undefined;
            const [head = ''] = answer.stdout.split('\n\n', 1);
            return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent);
        },
        mergeBase: async (one, other) => lineOf(await ask('merge-base', '--end-of-options', one, other)),
        async treeOf(commit) {
            const answer = isCommit(commit) ? await ask('ls-tree', '-r', '-z', '--full-tree', commit) : undefined;
            return answer?.exitCode === 0 ? readTree(answer.stdout) : undefined;
        },
        async differences(earlier, later) {
            const commits = later === undefined ? [earlier] : [earlier, later];
            if (!commits.every(isCommit))
                return undefined;
            const form = ['--raw', '-z', '--no-abbrev', '--find-renames', '--no-relative', '--ignore-submodules'];
            const answer = await ask('diff', ...form, ...commits, '--');
            return answer?.exitCode === 0 ? readRawDiff(answer.stdout) : undefined;
        },
        async blob(id) {
            const answer = isCommit(id) ? await ask('cat-file', 'blob', id) : undefined;
            return answer?.exitCode === 0 ? answer.stdout : undefined;
        },
        async textsAt(commit, isWanted) {
            if (!isCommit(commit))
                return undefined;
            const paths = pathsOf(await ask('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit));
            if (paths === undefined)
                return undefined;
            const texts = new Map();
            for (const path of paths.filter(isWanted)) {
                const answer = await ask('cat-file', 'blob', `${commit}:${path}`);
                if (answer?.exitCode === 0)
                    texts.set(path, answer.stdout);
            }
            return texts;
        },
    };
}
function lineOf(answer) {
    const text = answer?.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
    return text === '' ? undefined : text;
}
/** Ended by NUL, for a path may hold a line break; one that is in conflict is named more than once. */
function pathsOf(answer) {
    return answer?.exitCode === 0 ? [...new Set(answer.stdout.split('\0').filter((path) => path !== ''))] : undefined;
}
/** Exit code 1 is git's no; what is above is trouble. */
function yesOrNo(answer) {
    return answer === undefined || answer.exitCode > 1 ? undefined : answer.exitCode === 0;
}
/** Anything else might be an option to git. */
function isCommit(commit) {
    return /^[0-9a-f]{7,64}$/.test(commit);
}


/***/ }),

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   aP: () => (/* binding */ askProgram),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   tG: () => (/* binding */ startDetached)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);



/** Of each stream at most this much is kept; the head is dropped first. */
const mostKeptCharacters = 10_000_000;
/** A line longer than this is cut into pieces, so that a program without line breaks fills no memory. */
const longestLine = 1_000_000;
/** After its group was ended, a program may still be held open by a grandchild that left the group, for this long. */
const graceAfterEndMs = 1000;
/**
 * The environment for a child: all of ours but what the runner hands to the action alone.
 * `INPUT_GITHUB-TOKEN` is inherited by every child otherwise, though a shell's `env` does not show it.
 */
function childEnvironment(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && !/^(?:INPUT_|STATE_|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|GITHUB_TOKEN$)/i.test(name))
            kept[name] = value;
    }
    return kept;
}
/**
 * Runs a program without a shell and waits for its end. Never throws for what the program does:
 * not found is exit code 127, as in a shell. The child leads a process group of its own, for SIGKILL to the
 * docker client alone leaves its docker-buildx child building.
 */
async function run(argv, options) {
    const [program, ...args] = argv;
    if (program === undefined)
        throw new TypeError('an empty argv names no program');
    const began = performance.now();
    const child = start(program, args, options);
    if (child instanceof Error) {
        return { argv, exitCode: 126, stdout: '', stderr: `${program}: ${child.message}`, ms: 0, timedOut: false };
    }
    let timedOut = false;
    let grace;
    const end = () => {
        endGroup(child.pid);
        grace ??= setTimeout(() => {
            child.stdout.destroy();
            child.stderr.destroy();
        }, graceAfterEndMs);
    };
    const deadline = setTimeout(() => {
        timedOut = true;
        end();
    }, options.deadlineMs);
    options.signal?.addEventListener('abort', end, { once: true });
    if (options.signal?.aborted === true)
        end();
    const forget = endWithUs(child.pid);
    child.stdin.on('error', () => { }); // a program may end before it has read its input
    child.stdin.end(options.input ?? '');
    const stdout = options.onStdoutChunk === undefined
        ? collect(child.stdout, options.onStdoutLine)
        : handOn(child.stdout, options.onStdoutChunk);
    const stderr = collect(child.stderr, options.onStderrLine);
    try {
        const ended = await new Promise((resolve) => {
            child.on('error', (error) => resolve({ exitCode: error.code === 'ENOENT' ? 127 : 126, trouble: `${program}: ${error.message}` }));
            child.on('close', (code, signal) => resolve({ exitCode: code ?? 128 + signalNumber(signal), trouble: '' }));
        });
        return {
            argv,
            exitCode: ended.exitCode,
            stdout: stdout.text(),
            stderr: ended.trouble === '' ? stderr.text() : ended.trouble,
            ms: performance.now() - began,
            timedOut,
        };
    }
    finally {
        clearTimeout(deadline);
        clearTimeout(grace);
        options.signal?.removeEventListener('abort', end);
        forget();
    }
}
/** An argument too long for the kernel, or one with a NUL, is thrown by `spawn`; other trouble comes as an event. */
function start(program, args, options) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...options.environment },
            detached: true,
            stdio: ['pipe', 'pipe', 'pipe'],
        });
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
/**
 * Starts a program that lives on without us, such as a browser, and tells whether there is one. Nothing is read of it, and it takes
 * nothing from the terminal.
 */
async function startDetached([program, ...args], environment) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { env: childEnvironment(environment), detached: true, stdio: 'ignore' });
        child.on('error', () => resolve(false));
        child.on('spawn', () => resolve(true));
        child.unref();
    });
}
/**
 * Asks a local program for one short answer, through @actions/exec: it finds the program on Windows too (`.cmd`, PATHEXT)
 * and drains its streams. It has no deadline and no pid, so what may hang, docker above all, goes by `run`.
 * Undefined where the program is not there or cannot be started. Loaded when first asked: a trial without git needs none of it.
 */
async function askProgram(argv, options) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    const [program, ...args] = argv;
    try {
        // Silent, for it echoes what programs write, and the runner reads commands out of that.
        const { exitCode, stdout } = await getExecOutput(`"${program}"`, args, {
            cwd: options.cwd,
            env: childEnvironment(options.environment),
            silent: true,
            ignoreReturnCode: true,
        });
        return { exitCode, stdout };
    }
    catch {
        return undefined; // not on PATH, or the folder is gone: the question has no answer
    }
}
/** Ends a process that is not a child of ours. */
function endProcess(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // ESRCH: it has ended of itself
    }
}
function endGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // ESRCH: it has ended of itself
    }
}
const livingGroups = new Set();
/** A child leads its own group, so no signal of the runner reaches it: when this process ends, it ends. */
function endWithUs(pid) {
    if (pid === undefined)
        return () => { };
    if (livingGroups.size === 0)
        process.on('exit', endLivingGroups);
    livingGroups.add(pid);
    return () => {
        livingGroups.delete(pid);
        if (livingGroups.size === 0)
            process.off('exit', endLivingGroups);
    };
}
function endLivingGroups() {
    for (const pid of livingGroups)
        endGroup(pid);
}
function signalNumber(signal) {
    return signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal];
}
function handOn(stream, onChunk) {
    stream.on('data', (chunk) => onChunk(chunk));
    return { text: () => '' };
}
/** Keeps a stream's text, or hands it on by lines. */
function collect(stream, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder('utf8');
    let kept = '';
    const take = (piece) => {
        kept += piece;
        if (onLine === undefined) {
            if (kept.length > 2 * mostKeptCharacters)
                kept = kept.slice(-mostKeptCharacters);
            return;
        }
        const lines = kept.split('\n');
        kept = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (kept.length > longestLine) {
            onLine(kept);
            kept = '';
        }
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.on('end', () => {
        take(decoder.end());
        if (onLine !== undefined && kept !== '')
            onLine(kept);
        if (onLine !== undefined)
            kept = '';
    });
    return { text: () => (kept.length > mostKeptCharacters ? kept.slice(-mostKeptCharacters) : kept) };
}


/***/ })

};
