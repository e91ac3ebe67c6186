export const id = 595;
export const ids = [595];
export const modules = {

/***/ 7227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



function temporaryFolder() {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.join((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'sea-trial-'));
    const file = (name) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, name);
    return {
        file,
        write(name, text) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file(name), text, { mode: 0o600 });
            return file(name);
        },
        read(name) {
            try {
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file(name), 'utf8');
            }
            catch {
                return ''; // docker ended before it wrote the file
            }
        },
        [Symbol.dispose]() {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
        },
    };
}


/***/ }),

/***/ 3595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openShellCheck: () => (/* binding */ openShellCheck)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var segments = __webpack_require__(3458);
// EXTERNAL MODULE: ./build/docker/temporary-folder.js
var temporary_folder = __webpack_require__(7227);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/dockerfile/shell-text.js
var shell_text = __webpack_require__(245);
// EXTERNAL MODULE: ./build/dockerfile/shell.js + 18 modules
var dockerfile_shell = __webpack_require__(1502);
;// CONCATENATED MODULE: ./build/lint/shell-scripts.js


/** Every RUN in shell form, in the dialect of its stage; those of another interpreter are left out. Linear in the file's length. */
function shellScripts(facts) {
    const scripts = [];
    const declared = new Map();
    for (const instruction of facts.dockerfile.instructions) {
        const place = facts.placeOf(instruction);
        const names = place === undefined ? new Set(proxies) : namesOf(place.stage, declared);
        for (const { name } of instruction.assignments) {
            if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
                names.add(name);
        }
        const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
        if (run?.keyword !== 'RUN')
            continue;
        const script = scriptOf(run, facts.stateAt(run), names);
        if (script !== undefined)
            scripts.push({ instruction, ...script });
    }
    return scripts;
}
/** BuildKit hands these on without an ARG, in small letters too. */
const proxies = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'];
/** What is set where the stage has come to; a stage begins with what the one below it ended with. */
function namesOf(stage, declared) {
    const known = declared.get(stage);
    if (known !== undefined)
        return known;
    const below = stage.base.kind === 'stage' ? declared.get(stage.base.stage) : undefined;
    const names = new Set(below ?? proxies);
    declared.set(stage, names);
    return names;
}
/** ShellCheck's time doubles with each `$(` inside another: at twenty-two it does not come back. */
const deepestNesting = 8;
function scriptOf(run, state, names) {
    const mapped = (0,shell_text/* shellTextOf */.T)(run);
    if (mapped === undefined || mapped.text.trim() === '' || (0,dockerfile_shell/* nestingOf */.Y)(mapped.text) > deepestNesting)
        return undefined;
    const own = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(.*)/.exec(mapped.text)?.[1];
    const words = own?.trim().split(/\s+/) ?? state?.shell.words ?? ['/bin/sh', '-c'];
    const shell = dialectOf(words);
    if (shell === undefined)
        return undefined;
    // ShellCheck wants a shebang on the first line and nowhere else; the letters behind it stay where they are.
    const body = own === undefined ? mapped : { ...mapped, text: `##${mapped.text.slice(2)}` };
    const lines = [`#!/bin/${shell}`, ...declarations(body.text, state, names)];
    return { body, header: lines.map((line) => `${line}\n`).join(''), headerLines: lines.length };
}
const dialects = {
    sh: 'sh',
    bash: 'bash',
    dash: 'dash',
    ash: 'dash',
    busybox: 'dash',
    ksh: 'ksh',
    mksh: 'ksh',
};
/** With the options that change what the text means (`-o pipefail`, `-e`). Undefined for a shell that ShellCheck does not know. */
function dialectOf([program = '', ...options]) {
    const dialect = dialects[program.split('/').at(-1) ?? ''];
    if (dialect === undefined)
        return undefined;
    const kept = options.filter((option) => option !== '-c' && /^(?:[-+][A-Za-z]+|[a-z]+)$/.test(option));
    return [dialect, ...kept.filter((option) => option !== 'sh')]
        .map((word) => word.replace(/^(-[A-Za-z]*)c/, '$1'))
        .join(' ');
}
/**
 * Variables of the Dockerfile that the text names, so that they count as set. A value that the shell would split or expand is one that
 * only the run knows, for then quotes matter; any other counts as one word, whatever it is.
 */
function declarations(text, state, names) {
    const named = new Set([...text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = '']) => name));
    const set = [...named].filter((name) => names.has(name));
    const splits = set.filter((name) => /[\s*?[]/.test(state?.variable(name) ?? ''));
    const words = set.filter((name) => !splits.includes(name));
    return [
        ...(words.length === 0 ? [] : [`export ${words.map((name) => `${name}=x`).join(' ')}`]),
        ...(splits.length === 0 ? [] : [`read -r ${splits.join(' ')}`]),
    ];
}

;// CONCATENATED MODULE: ./build/lint/shellcheck.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/** A RUN takes it some milliseconds; a file that a machine wrote has thousands of them. */
const deadlineMs = 60_000;
/** Where it is not on PATH, that is told once, and no shell text is read. */
function openShellCheck(ports) {
    // The user's own options could change the form of the answer.
    const { SHELLCHECK_OPTS: _, ...environment } = (0,process/* childEnvironment */.Qc)(ports.environment);
    const told = new Set();
    const tellOnce = (line) => {
        if (!told.has(line))
            ports.note(line);
        told.add(line);
        return [];
    };
    return async (facts) => {
        const scripts = told.has(absent) ? [] : shellScripts(facts);
        if (scripts.length === 0)
            return [];
        const answer = await ask(scripts, environment);
        return 'trouble' in answer ? tellOnce(answer.trouble) : foundIn(answer.comments, scripts, facts);
    };
}
async function ask(scripts, environment) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const folder = __addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
            const names = scripts.map((_, index) => String(index));
            for (const [index, { header, body }] of scripts.entries())
                folder.write(String(index), `${header}${body.text}\n`);
            const argv = ['shellcheck', '--norc', '--format=json1', '--exclude=SC1090,SC1091', '--', ...names];
            const result = await (0,process/* run */.eF)(argv, { deadlineMs, cwd: folder.file('.'), environment });
            if (result.exitCode === 127)
                return { trouble: absent };
            if (result.timedOut)
                return { trouble: unusable(`it gave no answer within ${deadlineMs / 1000} s`) };
            const answer = dist/* safeParse */.xLC(answerOf, result.stdout);
            if (answer.success)
                return answer.output;
            return { trouble: unusable(firstLine(result.stderr) ?? `it ended with exit code ${result.exitCode}`) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch (error) {
        // No room for the texts: the rules have said theirs all the same. Anything without a code is a bug of ours.
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return { trouble: unusable(error.message) };
    }
}
const absent = 'shellcheck is not on PATH, so the shell text of RUN is not read as closely as it could be. Install it (apt-get install shellcheck), or write --shellcheck never.';
function unusable(reason) {
    return `shellcheck gave nothing that can be read: ${reason}. Install version 0.7 or newer, or write --shellcheck never.`;
}
function firstLine(text) {
    return text
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim();
}
const comment = dist/* object */.Ikc({
    file: dist/* string */.YjP(),
    line: dist/* number */.aig(),
    column: dist/* number */.aig(),
    endLine: dist/* number */.aig(),
    endColumn: dist/* number */.aig(),
    level: dist/* picklist */.KIO(['error', 'warning', 'info', 'style']),
    code: dist/* number */.aig(),
    message: dist/* string */.YjP(),
});
const answerOf = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ comments: dist/* array */.YOg(comment) }));
/** A static check alone is an error only where the image cannot work, and that the build alone can tell. */
const severityOf = {
    error: 'warning',
    warning: 'warning',
    info: 'notice',
    style: 'notice',
};
/** One finding a check and instruction, at the first place; the others are evidence. */
function foundIn(comments, scripts, facts) {
    const byScript = Map.groupBy(comments, ({ file }) => file);
    return scripts.flatMap((script, index) => {
        const places = placesOf(script, facts);
        const ofText = (byScript.get(String(index)) ?? []).filter(({ line }) => line > script.headerLines);
        return [...Map.groupBy(ofText, ({ code }) => code).values()].flatMap((same) => foundOf(same, script, facts, places) ?? []);
    });
}
function foundOf(same, { instruction }, { dockerfile }, placeOf) {
    const [first, ...others] = same.toSorted((one, other) => one.line - other.line || one.column - other.column);
    if (first === undefined)
        return undefined;
    const name = `SC${first.code}`;
    const check = `shellcheck/${name}`;
    return {
        finding: {
            check,
            aliases: [name],
            severity: severityOf[first.level],
            title: claimOf(first.message),
            why: 'ShellCheck knows this as a place where the shell does other things than its author meant.',
            advice: `Write what https://www.shellcheck.net/wiki/${name} shows.`,
            location: placeOf(first),
            evidence: others.map((other) => ({ kind: 'source', location: placeOf(other), note: other.message })),
            status: 'suspected',
            fingerprint: (0,finding/* fingerprintOf */.a)(check, dockerfile.path, instruction.text),
        },
        instruction,
    };
}
/** `foo is referenced but not assigned.`: a variable keeps the letter with which it begins. */
function claimOf(message) {
    return message.replace(/\.$/, '').replace(/^[a-z_]\w*(?= (?:is|appears) )/, '`$&`');
}
/** ShellCheck counts lines and whole characters of its file, a location counts UTF-16 units of the Dockerfile. */
function placesOf({ body, headerLines }, { dockerfile }) {
    const lines = body.text.split('\n');
    const starts = [];
    let start = 0;
    for (const line of lines) {
        starts.push(start);
        start += line.length + 1;
    }
    const offsetOf = (line, column) => {
        const index = Math.min(line - headerLines - 1, lines.length - 1);
        const text = lines[index] ?? '';
        return (starts[index] ?? 0) + unitsOf(text, column - 1);
    };
    return ({ line, column, endLine, endColumn }) => {
        const from = offsetOf(line, column);
        return (0,dockerfile_location/* locationOf */.hD)(dockerfile, (0,segments/* sourceSpan */.eg)(body, from, Math.max(from, offsetOf(endLine, endColumn))));
    };
}
/** How many UTF-16 units so many characters of a text take. */
function unitsOf(text, characters) {
    let units = 0;
    for (let left = characters; left > 0 && units < text.length; left -= 1)
        units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    return units;
}


/***/ }),

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   aP: () => (/* binding */ askProgram),
/* harmony export */   eF: () => (/* binding */ run)
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
