export const id = 989;
export const ids = [989];
export const modules = {

/***/ 4989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitOf: () => (/* binding */ gitOf)
});

// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
;// CONCATENATED MODULE: ./build/git/change.js
/** All that is otherwise, from git's listings. */
function readChange(listings) {
    const differences = [...readDifferences(listings.differences), ...readUntracked(listings.untracked)];
    const isOtherwise = differences.length > 0 || listings.isOtherCommit;
    return {
        fileCount: new Set(differences.map(({ path }) => path)).size,
        entries: [
            ...differences.flatMap(entriesOf),
            ...changedFolders(differences, readTracked(listings.tracked)),
            // Its objects, its index and its logs.
            ...(isOtherwise ? [{ path: '.git', kind: 'subtree' }] : []),
        ],
    };
}
/** Reads `git ls-tree -r -z` and `git ls-files --stage -z`, which differ in what stands between the mode and the id. */
function readTracked(listing) {
    return listing.split('\0').flatMap((line) => {
        const tab = line.indexOf('\t');
        if (tab === -1)
            return [];
        const words = line.slice(0, tab).split(' ');
        const id = words.find((word, index) => index > 0 && word.length >= 40) ?? '';
        return [{ path: line.slice(tab + 1), id, isLink: words[0] === '120000' }];
    });
}
function readDifferences(listing) {
    const found = [];
    const words = listing.split('\0').values();
    for (const word of words) {
        const { before, after, status } = /^:(?<before>\d+) (?<after>\d+) \w+ \w+ (?<status>[A-Z])\d*$/.exec(word)?.groups ?? {};
        if (status === undefined)
            continue;
        const path = words.next().value;
        if (path !== undefined)
            found.push({ path, status, isSubmodule: before === '160000' || after === '160000' });
    }
    return found;
}
/** A repository inside, of which git knows nothing, is one entry that ends with a slash. */
function readUntracked(listing) {
    return listing
        .split('\0')
        .filter((path) => path !== '')
        .map((path) => ({ path: path.replace(/\/$/, ''), status: 'A', isSubmodule: path.endsWith('/') }));
}
function entriesOf({ path, isSubmodule }) {
    const folder = folderOf(path);
    // A name that is no UTF-8 came to us with other characters: it is somewhere in its folder.
    if (path.includes('\uFFFD'))
        return [{ path: readableFolder(folder), kind: 'subtree', by: path }];
    if (isSubmodule)
        return [{ path, kind: 'subtree' }];
    const own = { path, kind: 'file' };
    // It says how all below is checked out: line endings, filters.
    return path === '.gitattributes' || path.endsWith('/.gitattributes')
        ? [own, { path: folder, kind: 'subtree', by: path }]
        : [own];
}
function readableFolder(folder) {
    let readable = folder;
    while (readable.includes('\uFFFD'))
        readable = folderOf(readable);
    return readable;
}
/** Folders that exist on one side alone: git has no empty ones. */
function changedFolders(differences, tracked) {
    const oneSided = differences.filter(({ status }) => status === 'A' || status === 'D');
    if (oneSided.length === 0)
        return [];
    const changed = new Set(oneSided.map(({ path }) => path));
    const onBoth = new Set();
    for (const { path } of tracked)
        if (!changed.has(path))
            addFolders(path, onBoth);
    for (const { path, status } of differences)
        if (status !== 'A' && status !== 'D')
            addFolders(path, onBoth);
    const [come, gone] = ['A', 'D'].map((status) => {
        const folders = new Set();
        for (const each of oneSided)
            if (each.status === status)
                addFolders(each.path, folders);
        return folders;
    });
    return [...(come ?? []).values(), ...(gone ?? []).values()]
        .filter((folder) => !onBoth.has(folder) && come?.has(folder) !== gone?.has(folder))
        .map((path) => ({ path, kind: 'folder' }));
}
function addFolders(path, folders) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
        folders.add(folder);
}
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash === -1 ? '' : path.slice(0, slash);
}

;// CONCATENATED MODULE: ./build/git/links.js

const deadlineMs = 60_000;
/** Where the symbolic links among these files lead, by path: git keeps that as their content. Undefined where it cannot be had. */
async function readLinks(tracked, asked) {
    const links = tracked.filter(({ isLink }) => isLink);
    if (links.length === 0)
        return new Map();
    const chunks = [];
    // All at once: a program for each of a thousand links would take longer than the rest.
    const { exitCode } = await (0,process/* run */.eF)(['git', '--no-optional-locks', 'cat-file', '--batch'], {
        cwd: asked.folder,
        environment: (0,process/* childEnvironment */.Qc)(asked.environment),
        deadlineMs,
        input: links.map(({ id }) => `${id}\n`).join(''),
        onStdoutChunk: (chunk) => chunks.push(chunk),
    });
    const contents = exitCode === 0 ? readBatch(Buffer.concat(chunks)) : undefined;
    if (contents?.length !== links.length)
        return undefined;
    return new Map(links.map(({ path }, index) => [path, contents[index] ?? '']));
}
/** A line that ends with the size, the content, and a line break; undefined where one is missing. */
function readBatch(answer) {
    const contents = [];
    for (let at = 0; at < answer.length;) {
        const lineEnd = answer.indexOf('\n', at);
        const size = /^\w+ blob (\d+)$/.exec(answer.toString('utf8', at, lineEnd))?.[1];
        if (lineEnd === -1 || size === undefined)
            return undefined;
        const end = lineEnd + 1 + Number(size);
        contents.push(answer.toString('utf8', lineEnd + 1, end));
        at = end + 1;
    }
    return contents;
}

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
        async change(earlier, later) {
            const top = lineOf(await ask('rev-parse', '--show-toplevel'));
            const head = lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}'));
            const commits = later === undefined ? [earlier] : [earlier, later];
            if (top === undefined || !commits.every(isCommit))
                return undefined;
            const form = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-relative', '--ignore-submodules=none'];
            const [differences, tracked, untracked] = await Promise.all([
                ask('diff', ...form, ...commits, '--'),
                later === undefined
                    ? git('-C', top, 'ls-files', '-z', '--stage')
                    : ask('ls-tree', '-r', '-z', '--full-tree', later),
                later === undefined ? git('-C', top, 'ls-files', '-z', '--others', '--exclude-standard') : nothing,
            ]);
            if (differences?.exitCode !== 0 || tracked?.exitCode !== 0 || untracked?.exitCode !== 0)
                return undefined;
            const links = await readLinks(readTracked(tracked.stdout), { folder: top, environment: quiet });
            const read = readChange({
                differences: differences.stdout,
                tracked: tracked.stdout,
                untracked: untracked.stdout,
                isOtherCommit: earlier !== (later ?? head),
            });
            return links === undefined ? undefined : { base: earlier, top, links, ...read };
        },
        commitOf: async (name) => lineOf(await ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)),
        async isShallow() {
            const answer = lineOf(await ask('rev-parse', '--is-shallow-repository'));
            return answer === undefined ? undefined : answer === 'true';
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
const nothing = { exitCode: 0, stdout: '' };
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
