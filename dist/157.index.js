export const id = 157;
export const ids = [157];
export const modules = {

/***/ 1157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminalTrial: () => (/* binding */ terminalTrial)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/docker/build-command.js

/** The words for one build. `--opt=value` throughout, so that no value is read as an option. */
function buildCommand(request, ours, folder) {
    if (request.context.startsWith('-')) {
        throw new errors/* UserError */.y(`the build context \`${request.context}\` begins with a dash, so docker would read an option.`, {
            place: 'context',
            hint: `Write \`./${request.context}\`.`,
        });
    }
    const secrets = request.secrets.map((secret, index) => secretWords(secret, index, ours, folder));
    return {
        args: [
            'build',
            '--progress=rawjson',
            '--load',
            ...single('file', request.dockerfile),
            ...single('target', request.target),
            ...Object.entries(request.buildArguments).map(([name, value]) => `--build-arg=${name}=${value}`),
            ...each('build-context', request.buildContexts),
            ...secrets.flatMap(({ words }) => words),
            ...each('ssh', request.ssh),
            ...each('add-host', request.addHosts),
            ...single('shm-size', request.shmSize),
            ...each('cache-from', request.cacheFrom),
            ...each('cache-to', request.cacheTo),
            ...single('builder', request.builder),
            ...single('platform', request.platform),
            ...each('tag', request.tags),
            ...each('label', request.labels),
            ...(request.pull ? ['--pull'] : []),
            ...(request.noCache ? ['--no-cache'] : []),
            ...single('network', request.network),
            request.context,
        ],
        environment: Object.assign({}, 
        // Provenance in the metadata file is a second question to BuildKit that nobody here reads.
        { BUILDX_METADATA_PROVENANCE: 'disabled' }, cacheService(request, ours), ...secrets.map(({ environment }) => environment)),
    };
}
function single(option, value) {
    return value === undefined || value === '' ? [] : [`--${option}=${value}`];
}
function each(option, values) {
    return values.map((value) => `--${option}=${value}`);
}
/** The kernel takes at most 128 kB for one variable, and none with a NUL. */
const longestVariable = 100_000;
function secretWords(secret, index, ours, folder) {
    if (secret.kind === 'file')
        return { words: secretOption(secret.id, 'src', secret.file), environment: {} };
    const value = secret.kind === 'value' ? secret.value : ours[secret.variable];
    // Not set: the build says itself whether it needs it.
    if (value === undefined)
        return { words: [], environment: {} };
    if (value.length > longestVariable || value.includes('\0')) {
        return { words: secretOption(secret.id, 'src', folder.write(`secret-${index}`, value)), environment: {} };
    }
    const variable = `SEA_TRIAL_BUILD_SECRET_${index}`;
    return { words: secretOption(secret.id, 'env', variable), environment: { [variable]: value } };
}
/** buildx reads the value as a line of CSV. */
function secretOption(id, key, value) {
    return [`--secret=${csvField(`id=${id}`)},${csvField(`${key}=${value}`)}`];
}
function csvField(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** The runner's cache service, for buildx alone and only for `type=gha`: its token may write every cache of the repository. */
function cacheService(request, ours) {
    const asked = [...request.cacheFrom, ...request.cacheTo].some((cache) => /(?:^|,)type=gha(?:,|$)/.test(cache));
    const names = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'];
    const handed = {};
    for (const name of asked ? names : []) {
        const value = ours[name];
        if (value !== undefined)
            handed[name] = value;
    }
    return handed;
}

;// CONCATENATED MODULE: ./build/docker/build-failure.js
/** Why a build failed, from its steps and from the plain text after them. */
function readBuildFailure({ steps, tail }, ended) {
    if (ended.timedOut)
        return readTimeout(steps, ended.ms);
    const failed = steps.filter((step) => step.error !== undefined && !step.error.includes('context canceled'));
    const message = errorMessage(tail) ?? failed.at(-1)?.error ?? 'the build ended without saying why';
    const deciding = decidingStep(failed, message);
    const place = failingLines(tail, message);
    const exitCode = /exit code: (\d+)/.exec(deciding?.error ?? message)?.[1];
    return {
        message,
        ...place,
        ...(deciding === undefined ? {} : { step: deciding.name }),
        ...(exitCode === undefined ? {} : { exitCode: Number(exitCode) }),
        failedSteps: failed.map(({ name }) => name),
        log: deciding?.log ?? tail.filter((line) => line.trim() !== ''),
    };
}
/** The deadline ended buildx before it could say anything: the step that was running is what took so long. */
function readTimeout(steps, ms) {
    const running = steps.findLast((step) => step.startedAt !== undefined && step.ms === undefined);
    return {
        message: `the build had not ended after ${Math.round(ms / 1000)} s`,
        ...(running === undefined ? {} : { step: running.name }),
        failedSteps: [],
        log: running?.log ?? [],
    };
}
/** What stands after `ERROR:`, which may go over several lines; Docker Desktop adds a link that is no part of it. */
function errorMessage(tail) {
    const start = tail.findLastIndex((line) => line.startsWith('ERROR: '));
    if (start < 0)
        return undefined;
    return tail
        .slice(start)
        .filter((line) => !line.startsWith('View build details: '))
        .join('\n')
        .replace(/^ERROR: (?:failed to build: )?/, '')
        .trim();
}
/** Several steps may fail at once; the message quotes the error of the one that decides. */
function decidingStep(failed, message) {
    return failed.find(({ error }) => error !== undefined && message.includes(error)) ?? failed.at(-1);
}
/** The excerpt of the Dockerfile: `Dockerfile:3`, and each line of the instruction marked ` 3 | >>> RUN …`. */
function failingLines(tail, message) {
    const marked = tail.flatMap((line) => {
        const number = /^ *(\d+) \| >>>/.exec(line)?.[1];
        return number === undefined ? [] : [Number(number)];
    });
    const heading = /^\S.*:(\d+)$/.exec(tail[tail.findIndex((line) => /^-{20}$/.test(line)) - 1] ?? '')?.[1];
    const spoken = /^failed to solve: dockerfile parse error on lines? (\d+)/.exec(message)?.[1];
    const line = marked[0] ?? Number(heading ?? spoken ?? Number.NaN);
    return Number.isNaN(line) ? undefined : { line, endLine: marked.at(-1) ?? line };
}

;// CONCATENATED MODULE: ./build/docker/build-warning.js

const warningMessage = dist/* object */.Ikc({
    short: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    detail: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* string */.YjP())), []),
    url: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    range: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ start: dist/* object */.Ikc({ line: dist/* number */.aig() }), end: dist/* object */.Ikc({ line: dist/* number */.aig() }) }))), []),
});
/** A warning of BuildKit's checks says `Name: message (line 7)`; another one says what it likes. */
function readWarning(raw) {
    const short = decoded(raw.short);
    const named = /^([A-Z]\w+): (.*)$/s.exec(short);
    const ranges = raw.range ?? [];
    const line = ranges[0]?.start.line;
    const endLine = ranges.at(-1)?.end.line;
    return {
        check: named?.[1] ?? nameFromUrl(raw.url) ?? 'BuildKitWarning',
        message: (named?.[2] ?? short).replace(/ \(line \d+\)$/, ''),
        detail: (raw.detail ?? []).map(decoded).join('\n'),
        ...(raw.url === '' ? {} : { url: raw.url }),
        ...(line === undefined ? {} : { line }),
        ...(endLine === undefined ? {} : { endLine }),
    };
}
function decoded(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** `…/rule/from-as-casing/` is the page of `FromAsCasing`. */
function nameFromUrl(url) {
    const slug = /\/rule\/([a-z0-9-]+)\/?$/.exec(url)?.[1];
    return slug?.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/docker/log-lines.js

const longestLine = 64_000;
/** A progress bar draws over its line with `\r`: its last state is the line, as on a terminal. */
function joinLines(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let kept = '';
    const take = (text) => {
        const lines = (kept + text).split('\n');
        kept = lines.pop() ?? '';
        for (const line of lines)
            onLine(lastState(line));
        if (kept.length > longestLine) {
            onLine(lastState(kept));
            kept = '';
        }
    };
    return {
        take: (piece) => take(decoder.write(piece)),
        end() {
            take(decoder.end());
            if (kept !== '')
                onLine(lastState(kept));
            kept = '';
        },
    };
}
function lastState(line) {
    return line.split('\r').findLast((state) => state !== '') ?? '';
}
function keepLog(allowance) {
    const head = [];
    const tail = [];
    let headCharacters = 0;
    let tailCharacters = 0;
    let omitted = 0;
    let dropped = 0; // from the front of `tail`, which is cut off only now and then
    return {
        push(line) {
            const cost = line.length + 1;
            if (tail.length === 0 && headCharacters + cost <= allowance / 2) {
                head.push(line);
                headCharacters += cost;
                return;
            }
            tail.push(line);
            tailCharacters += cost;
            while (tailCharacters > allowance / 2 && dropped < tail.length - 1) {
                tailCharacters -= (tail[dropped]?.length ?? 0) + 1;
                dropped += 1;
                omitted += 1;
            }
            if (dropped > 1000) {
                tail.splice(0, dropped);
                dropped = 0;
            }
        },
        lines() {
            const between = omitted === 0 ? [] : [`… ${omitted} lines left out …`];
            return [...head, ...between, ...tail.slice(dropped)];
        },
        characters: () => headCharacters + tailCharacters,
    };
}

;// CONCATENATED MODULE: ./build/docker/rfc3339.js
/**
 * Epoch milliseconds of a timestamp such as `2026-11-24T08:58:43.924493749Z`, microseconds kept as the fraction,
 * for two lines of a log often share a millisecond. Undefined for Go's zero time (year 1) and for what is no timestamp.
 */
function epochMilliseconds(timestamp) {
    const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(timestamp);
    if (match === null)
        return undefined;
    const [, seconds = '', fraction = '', zone = ''] = match;
    const whole = Date.parse(`${seconds}${zone}`);
    if (Number.isNaN(whole) || whole < 0)
        return undefined;
    return whole + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}

;// CONCATENATED MODULE: ./build/docker/build-progress.js




/** Of all logs together, in characters. */
const mostLogCharacters = 10_000_000;
/** However much other steps wrote, the end of each one's log is kept. */
const leastLogCharacters = 50_000;
const mostTailLines = 2000;
function readBuildProgress(listener) {
    const vertices = new Map();
    const warnings = new Map();
    const tail = [];
    let contextBytes;
    /**
     * Steps whose end is not told yet: BuildKit ends a step for a moment after it computed its cache key, and begins it
     * anew in one of the next messages. Told when a message comes that does not speak of them.
     */
    const held = new Set();
    const tellEnds = (except) => {
        for (const vertex of held) {
            if (except.has(vertex.digest))
                continue;
            held.delete(vertex);
            for (const joiner of vertex.joiners.values())
                joiner.end();
            if (!vertex.toldEnd)
                listener.onStepEnded(snapshot(vertex));
            vertex.toldEnd = true;
        }
    };
    const vertexOf = (digest, name) => {
        const known = vertices.get(digest);
        if (known !== undefined)
            return known;
        const used = vertices.values().reduce((sum, { log }) => sum + log.characters(), 0);
        const fresh = newVertex(digest, name, Math.max(leastLogCharacters, (mostLogCharacters - used) / 4));
        vertices.set(digest, fresh);
        return fresh;
    };
    const takeVertex = (update) => {
        const vertex = vertexOf(update.digest, update.name);
        applyUpdate(vertex, update);
        if (vertex.startedAt !== undefined && !vertex.toldStart) {
            vertex.toldStart = true;
            listener.onStepStarted(snapshot(vertex));
        }
        if (update.completed !== undefined)
            held.add(vertex);
        else if (update.started !== undefined)
            held.delete(vertex);
    };
    const takeLog = (log) => {
        const vertex = vertices.get(log.vertex);
        if (vertex === undefined)
            return;
        const joiner = vertex.joiners.get(log.stream) ??
            joinLines((line) => {
                vertex.log.push(line);
                listener.onStepLog(snapshot(vertex, { withLog: false }), line);
            });
        vertex.joiners.set(log.stream, joiner);
        joiner.take(Buffer.from(log.data, 'base64'));
    };
    const takeMessage = (message) => {
        const touched = new Set([
            ...message.vertexes.map(({ digest }) => digest),
            ...message.logs.map((log) => log.vertex),
        ]);
        tellEnds(touched);
        message.vertexes.forEach(takeVertex);
        message.logs.forEach(takeLog);
        for (const status of message.statuses) {
            const isContext = vertices.get(status.vertex)?.name.endsWith('load build context') === true;
            if (isContext && status.id.startsWith('transferring'))
                contextBytes = Math.max(contextBytes ?? 0, status.current);
        }
        for (const raw of message.warnings) {
            const warning = readWarning(raw);
            warnings.set(`${warning.check} ${warning.message} ${warning.line}`, warning);
        }
    };
    return {
        feed(line) {
            const message = line.startsWith('{') ? dist/* safeParse */.xLC(messageLine, line) : undefined;
            if (message?.success === true)
                takeMessage(message.output);
            else if (tail.length < mostTailLines)
                tail.push(line);
        },
        finish() {
            for (const vertex of vertices.values()) {
                for (const joiner of vertex.joiners.values())
                    joiner.end();
                if (vertex.toldStart && !vertex.toldEnd)
                    held.add(vertex);
            }
            tellEnds(new Set());
            return {
                steps: [...vertices.values()].toSorted(byStart).map((vertex) => snapshot(vertex)),
                warnings: [...warnings.values()],
                ...(contextBytes === undefined ? {} : { contextBytes }),
                tail,
            };
        },
    };
}
const vertexUpdate = dist/* object */.Ikc({
    digest: dist/* string */.YjP(),
    name: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    started: dist/* optional */.lqM(dist/* string */.YjP()),
    completed: dist/* optional */.lqM(dist/* string */.YjP()),
    cached: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
    error: dist/* optional */.lqM(dist/* string */.YjP(), ''),
});
const logUpdate = dist/* object */.Ikc({ vertex: dist/* string */.YjP(), stream: dist/* optional */.lqM(dist/* number */.aig(), 1), data: dist/* optional */.lqM(dist/* string */.YjP(), '') });
const statusUpdate = dist/* object */.Ikc({ id: dist/* string */.YjP(), vertex: dist/* string */.YjP(), current: dist/* optional */.lqM(dist/* number */.aig(), 0) });
const message = dist/* object */.Ikc({
    vertexes: dist/* optional */.lqM(dist/* array */.YOg(vertexUpdate), []),
    statuses: dist/* optional */.lqM(dist/* array */.YOg(statusUpdate), []),
    logs: dist/* optional */.lqM(dist/* array */.YOg(logUpdate), []),
    warnings: dist/* optional */.lqM(dist/* array */.YOg(warningMessage), []),
});
const messageLine = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), message);
function newVertex(digest, name, allowance) {
    return {
        digest,
        name,
        spans: new Map(),
        cached: false,
        error: '',
        log: keepLog(allowance),
        joiners: new Map(),
        toldStart: false,
        toldEnd: false,
    };
}
function applyUpdate(vertex, update) {
    if (update.name !== '')
        vertex.name = update.name;
    vertex.cached = update.cached;
    vertex.error = update.error;
    if (update.started === undefined)
        return;
    const started = epochMilliseconds(update.started);
    if (started === undefined)
        return;
    vertex.startedAt = Math.min(vertex.startedAt ?? started, started);
    const completed = update.completed === undefined ? undefined : epochMilliseconds(update.completed);
    if (completed !== undefined)
        vertex.spans.set(update.started, Math.max(0, completed - started));
}
function snapshot(vertex, { withLog } = { withLog: true }) {
    const ms = vertex.spans.values().reduce((sum, span) => sum + span, 0);
    return {
        digest: vertex.digest,
        name: vertex.name,
        ...(vertex.startedAt === undefined ? {} : { startedAt: vertex.startedAt }),
        ...(vertex.spans.size === 0 ? {} : { ms: Math.round(1000 * ms) / 1000 }),
        cached: vertex.cached,
        ...(vertex.error === '' ? {} : { error: vertex.error }),
        log: withLog ? vertex.log.lines() : [],
    };
}
/** Cached steps share one moment; then the number that BuildKit gave them counts, `[app 3/5]`. */
function byStart(a, b) {
    return (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || ordinal(a) - ordinal(b) || 0;
}
function ordinal({ name }) {
    return Number(/^\[(?:[^\]]* )?(\d+)\/\d+\]/.exec(name)?.[1] ?? 0);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/docker/temporary-folder.js



function temporaryFolder() {
    const folder = (0,external_node_fs_.mkdtempSync)(external_node_path_.join((0,external_node_os_.tmpdir)(), 'sea-trial-'));
    const file = (name) => external_node_path_.join(folder, name);
    return {
        file,
        write(name, text) {
            (0,external_node_fs_.writeFileSync)(file(name), text, { mode: 0o600 });
            return file(name);
        },
        read(name) {
            try {
                return (0,external_node_fs_.readFileSync)(file(name), 'utf8');
            }
            catch {
                return ''; // docker ended before it wrote the file
            }
        },
        [Symbol.dispose]() {
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        },
    };
}

;// CONCATENATED MODULE: ./build/docker/trouble.js

/** The sentence for a docker call that failed for want of a client or an engine; undefined for every other end. */
function engineTrouble(result) {
    if (result.timedOut) {
        const seconds = Math.round(result.ms / 1000);
        return new errors/* SetupError */.w(`\`${spoken(result.argv)}\` gave no answer within ${seconds} s: the engine hangs or is overloaded. Look at its log (\`journalctl -u docker\`) and start it again.`);
    }
    if (result.exitCode === 0)
        return undefined;
    if (result.exitCode === 127 && result.stderr.includes('ENOENT')) {
        return new errors/* SetupError */.w('there is no docker client on PATH, so nothing can be built or started. Install Docker Engine, or choose a runner that has it, such as ubuntu-24.04.');
    }
    return isPermissionDenied(result.stderr) ? permissionDenied() : unreachable(result.stderr);
}
/** For a call whose failure leaves no other way: what docker said, in one line. */
function unexpected(what, result) {
    return new errors/* SetupError */.w(`${what}: ${firstLine(result.stderr) || `\`docker\` ended with exit code ${result.exitCode}`}`);
}
function isMissing(result) {
    return /no such (?:container|image|object)/i.test(result.stderr);
}
/** `Error response from daemon:` tells a reader nothing. */
function firstLine(stderr) {
    const line = stderr.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
    return line.replace(/^(?:docker: )?(?:Error response from daemon: |ERROR: |Error: )?/, '').trim();
}
function unreachable(stderr) {
    const told = /^(?:docker: |ERROR: )*(?:Cannot connect to the Docker daemon|error during connect|failed to connect to the docker API)/im.test(stderr);
    if (!told)
        return undefined;
    const host = /(?:daemon|API) at (\S+?)[.;,]?(?:\s|$)/.exec(stderr)?.[1];
    const reason = host === undefined ? ` (${firstLine(stderr)})` : '';
    return new errors/* SetupError */.w(`no Docker engine answers${host === undefined ? '' : ` at ${host}`}${reason}, so nothing can be built or started. Start the engine, correct DOCKER_HOST, or choose a runner that has one: ubuntu-24.04 has, ubuntu-slim has only the client.`);
}
function isPermissionDenied(stderr) {
    return /permission denied while trying to connect to the docker/i.test(stderr);
}
function permissionDenied() {
    return new errors/* SetupError */.w("this user may not speak to the Docker engine: its socket denies permission. Add the user to the group `docker`, or point DOCKER_HOST at this user's own engine.");
}
function spoken(argv) {
    return argv.slice(0, 2).join(' ');
}

;// CONCATENATED MODULE: ./build/docker/build.js
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







async function buildImage(client, buildx, request, listener, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_1, temporaryFolder(), false);
        const { args, environment } = buildCommand(request, client.environment, folder);
        const progress = readBuildProgress(listener);
        const [verb = 'build', ...words] = args;
        const result = await client.program([...buildx.argv, verb, `--metadata-file=${folder.file('metadata.json')}`, ...words], { deadlineMs: request.deadlineMs, environment, signal, onStderrLine: progress.feed });
        const read = progress.finish();
        throwForSetup(result, read, request);
        const { tail: _, ...seen } = read;
        const observation = {
            // As a person types it; the plugin was started itself only because that is quicker.
            argv: ['docker', 'buildx', ...args],
            exitCode: result.exitCode,
            ms: result.ms,
            timedOut: result.timedOut,
            ...seen,
            ...(result.exitCode === 0 ? {} : { failure: readBuildFailure(read, result) }),
        };
        if (result.exitCode !== 0)
            return { observation };
        return { observation, imageId: await builtImage(client, folder.read('metadata.json'), request) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** What stopped the build before BuildKit saw the Dockerfile, and is nobody's fault there. */
function throwForSetup(result, { steps, tail }, { builder }) {
    if (result.exitCode === 0 || result.timedOut)
        return;
    const text = tail.join('\n');
    const trouble = engineTrouble({ ...result, stderr: result.stderr === '' ? text : result.stderr });
    if (trouble !== undefined)
        throw trouble;
    if (steps.length > 0)
        return;
    if (/^ERROR: no builder .* found/m.test(text)) {
        throw new errors/* SetupError */.w(`there is no builder \`${builder ?? ''}\`. Create it with \`docker buildx create --name ${builder ?? ''}\` or docker/setup-buildx-action, or leave \`builder\` out.`);
    }
    if (/invalid progress mode|unknown flag|is not a docker command/i.test(text)) {
        throw new errors/* SetupError */.w(`buildx does not know an option of the build: ${text.trim().split('\n')[0] ?? ''}. Install a newer buildx, or add a step with \`uses: docker/setup-buildx-action@v3\` before this one.`);
    }
}
const metadata = dist/* object */.Ikc({
    'containerimage.config.digest': dist/* optional */.lqM(dist/* string */.YjP()),
    'containerimage.digest': dist/* optional */.lqM(dist/* string */.YjP()),
});
const imagesFound = dist/* array */.YOg(dist/* object */.Ikc({ Id: dist/* string */.YjP() }));
/**
 * The id under which the engine holds the image. With the classic stores it is the digest of the configuration, and
 * the metadata file names that one twice; containerd's store counts by manifest, so the engine is asked which it knows.
 */
async function builtImage(client, text, { tags }) {
    const parsed = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), metadata), text);
    const named = parsed.success ? parsed.output : {};
    const { 'containerimage.config.digest': configuration, 'containerimage.digest': manifest } = named;
    if (configuration !== undefined && configuration === manifest)
        return configuration;
    const candidates = [configuration, manifest, tags[0]].filter((candidate) => candidate !== undefined);
    const { stdout } = await client.docker(['image', 'inspect', ...candidates]);
    const found = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), imagesFound), stdout);
    const id = found.success ? found.output[0]?.Id : undefined;
    if (id !== undefined)
        return id;
    throw new errors/* SetupError */.w(`the build ended well, but the engine does not hold its image ${candidates.join(', ')}: builder and engine are two different ones. Set DOCKER_HOST or \`builder\` so that they are the same.`);
}

;// CONCATENATED MODULE: ./build/docker/buildx.js



/** The first that writes `--progress=rawjson`. */
const oldest = [0, 13];
/** Where docker itself looks for plugins, after the folders of its configuration. */
const systemFolders = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
/**
 * Finds buildx; undefined where there is none. The plugin is started itself, not through `docker buildx`:
 * the client asks every plugin for its metadata first, which costs each build about 50 ms.
 */
async function findBuildx(client, files) {
    for (const folder of pluginFolders(client.environment, files)) {
        const plugin = external_node_path_.join(folder, 'docker-buildx');
        if (files.realPath(plugin) === undefined)
            continue;
        const found = await askVersion(client, [plugin]);
        if (found !== undefined)
            return found;
    }
    return askVersion(client, ['docker', 'buildx']);
}
/** Throws the sentence for a buildx that is absent or too old. */
function requireBuildx(buildx) {
    if (buildx === undefined) {
        throw new errors/* SetupError */.w('the docker client has no buildx plugin, which builds the image. Install docker-buildx-plugin, or add a step with `uses: docker/setup-buildx-action@v3` before this one.');
    }
    const [major = 0, minor = 0] = buildx.version.split('.').map(Number);
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))
        return buildx;
    throw new errors/* SetupError */.w(`buildx ${buildx.version} is too old: it does not tell the progress of a build as JSON. Install buildx ${oldest.join('.')} or newer, or add a step with \`uses: docker/setup-buildx-action@v3\` before this one.`);
}
async function askVersion(client, argv) {
    const result = await client.program([...argv, 'version']);
    const version = /buildx v?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
    return result.exitCode === 0 && version !== undefined ? { argv, version } : undefined;
}
const clientConfiguration = dist/* object */.Ikc({ cliPluginsExtraDirs: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []) });
function pluginFolders(environment, files) {
    const home = environment['HOME'] ?? '/root';
    const configuration = environment['DOCKER_CONFIG'] || external_node_path_.join(home, '.docker');
    const text = files.readTextIfPresent(external_node_path_.join(configuration, 'config.json')) ?? '{}';
    const parsed = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), clientConfiguration), text);
    const extra = parsed.success ? parsed.output.cliPluginsExtraDirs : [];
    return [...extra, external_node_path_.join(configuration, 'cli-plugins'), ...systemFolders];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/process.js



/** Of each stream at most this much is kept; the head is dropped first. */
const mostKeptCharacters = 10_000_000;
/** A line longer than this is cut into pieces, so that a program without line breaks fills no memory. */
const process_longestLine = 1_000_000;
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
        return (0,external_node_child_process_.spawn)(program, args, {
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
    return signal === null ? 0 : external_node_os_.constants.signals[signal];
}
function handOn(stream, onChunk) {
    stream.on('data', (chunk) => onChunk(chunk));
    return { text: () => '' };
}
/** Keeps a stream's text, or hands it on by lines. */
function collect(stream, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
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
        if (kept.length > process_longestLine) {
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

;// CONCATENATED MODULE: ./build/docker/client.js


/** Generous for a busy runner: an answer usually takes 10 to 50 ms. */
const usualDeadlineMs = 30_000;
function openClient(environment, workingDirectory) {
    // The hints that docker adds to its answers are advertisements, and would end up in evidence.
    const inherited = { ...childEnvironment(environment), DOCKER_CLI_HINTS: 'false' };
    const program = (argv, options = {}) => {
        const { deadlineMs = usualDeadlineMs, environment: added = {}, ...streams } = options;
        return run(argv, { deadlineMs, cwd: workingDirectory, environment: { ...inherited, ...added }, ...streams });
    };
    return {
        environment,
        program,
        async docker(args, options = {}) {
            const result = await program(['docker', ...args], options);
            const trouble = options.signal?.aborted === true ? undefined : engineTrouble(result);
            if (trouble !== undefined)
                throw trouble;
            return result;
        },
    };
}

;// CONCATENATED MODULE: ./build/docker/tar.js
const blockBytes = 512;
const mostPaths = 1000;
/** A name or a record longer than this is not believed: the stream is not a tar. */
const longestHeaderBody = 1_000_000;
/**
 * Knows ustar with its prefix, pax records (`path`, `size`) and GNU's long names: what Go's archive/tar, and so
 * every engine, writes.
 */
function measureTar() {
    let waiting = Buffer.alloc(0);
    let toSkip = 0;
    let next = {};
    let bytes = 0;
    let files = 0;
    const paths = [];
    /** One header, with the body that belongs to it where that is read; how many bytes it took, 0 when more must come. */
    const readEntry = () => {
        const header = waiting.subarray(0, blockBytes);
        if (header.every((byte) => byte === 0))
            return blockBytes;
        const type = String.fromCharCode(header[156] ?? 0);
        const size = next.size ?? readNumber(header.subarray(124, 136));
        if (type === 'x' || type === 'L' || type === 'g' || type === 'K') {
            const body = padded(size);
            if (size > longestHeaderBody)
                throw new RangeError(`a tar header of ${size} bytes`);
            if (waiting.length < blockBytes + body)
                return 0;
            const text = waiting.subarray(blockBytes, blockBytes + size);
            if (type === 'x')
                next = { ...next, ...readPax(text) };
            if (type === 'L')
                next = { ...next, path: readText(text) };
            return blockBytes + body;
        }
        if (paths.length < mostPaths)
            paths.push(next.path ?? readPath(header));
        // Links, devices and folders have no body, whatever their size says.
        if (!/[1-6]/.test(type)) {
            files += 1;
            bytes += size;
            toSkip = padded(size);
        }
        next = {};
        return blockBytes;
    };
    return {
        take(chunk) {
            waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
            for (;;) {
                const skipped = Math.min(toSkip, waiting.length);
                toSkip -= skipped;
                waiting = waiting.subarray(skipped);
                if (toSkip > 0 || waiting.length < blockBytes)
                    return;
                const taken = readEntry();
                if (taken === 0)
                    return;
                waiting = waiting.subarray(taken);
            }
        },
        result: () => ({ bytes, files, paths }),
    };
}
function padded(size) {
    return Math.ceil(size / blockBytes) * blockBytes;
}
function readText(field) {
    const end = field.indexOf(0);
    return field.subarray(0, end < 0 ? field.length : end).toString('utf8');
}
/** Octal digits; or, for what they cannot hold, a big-endian number behind a set top bit. */
function readNumber(field) {
    if (((field[0] ?? 0) & 0x80) !== 0)
        return Number(BigInt(`0x${field.subarray(4).toString('hex')}`));
    return Number.parseInt(readText(field).trim() || '0', 8);
}
function readPath(header) {
    const name = readText(header.subarray(0, 100));
    const isUstar = header.subarray(257, 263).toString('latin1') === 'ustar\0';
    const prefix = isUstar ? readText(header.subarray(345, 500)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** Records `LENGTH KEY=VALUE\n`, where LENGTH counts the bytes of the whole record. */
function readPax(body) {
    const found = {};
    for (let start = 0; start < body.length;) {
        const space = body.indexOf(' ', start);
        const length = Number.parseInt(body.subarray(start, space).toString('latin1'), 10);
        if (space < 0 || !(length > 0))
            break;
        const record = body.subarray(space + 1, start + length - 1).toString('utf8');
        if (record.startsWith('path='))
            found.path = record.slice('path='.length);
        if (record.startsWith('size='))
            found.size = Number(record.slice('size='.length));
        start += length;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/docker/container.js




async function inspectContainer(client, id) {
    const result = await client.docker(['container', 'inspect', id]);
    if (isMissing(result))
        return undefined;
    if (result.exitCode !== 0)
        throw unexpected(`the container ${id} cannot be inspected`, result);
    const [found] = dist/* parse */.qgA(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* array */.YOg(inspected)), result.stdout);
    if (found === undefined)
        return undefined;
    const networks = Object.values(found.NetworkSettings.Networks ?? {});
    return {
        id: found.Id,
        name: found.Name.replace(/^\//, ''),
        state: readState(found.State),
        published: readPorts(found.NetworkSettings.Ports ?? {}),
        addresses: networks
            .flatMap((network) => [network.IPAddress ?? '', network.GlobalIPv6Address ?? ''])
            .filter((address) => address !== ''),
        user: found.Config.User ?? '',
    };
}
const container_status = dist/* picklist */.KIO(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']);
const inspectedState = dist/* object */.Ikc({
    Status: container_status,
    ExitCode: dist/* number */.aig(),
    OOMKilled: dist/* boolean */.zMY(),
    Error: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    Pid: dist/* number */.aig(),
    StartedAt: dist/* string */.YjP(),
    FinishedAt: dist/* string */.YjP(),
    Health: dist/* nullish */.cl6(dist/* object */.Ikc({
        Status: dist/* string */.YjP(),
        Log: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ ExitCode: dist/* number */.aig(), Output: dist/* optional */.lqM(dist/* string */.YjP(), '') }))),
    })),
});
const inspected = dist/* object */.Ikc({
    Id: dist/* string */.YjP(),
    Name: dist/* string */.YjP(),
    State: inspectedState,
    Config: dist/* object */.Ikc({ User: dist/* nullish */.cl6(dist/* string */.YjP()) }),
    NetworkSettings: dist/* object */.Ikc({
        Ports: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ HostIp: dist/* optional */.lqM(dist/* string */.YjP(), ''), HostPort: dist/* string */.YjP() }))))),
        Networks: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* object */.Ikc({ IPAddress: dist/* nullish */.cl6(dist/* string */.YjP()), GlobalIPv6Address: dist/* nullish */.cl6(dist/* string */.YjP()) }))),
    }),
});
function readState(state) {
    const startedAt = epochMilliseconds(state.StartedAt);
    const finishedAt = epochMilliseconds(state.FinishedAt);
    const health = state.Health ?? undefined;
    return {
        status: state.Status,
        exitCode: state.ExitCode,
        oomKilled: state.OOMKilled,
        error: state.Error,
        pid: state.Pid,
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(finishedAt === undefined ? {} : { finishedAt }),
        ...(health === undefined || health.Status === 'none'
            ? {}
            : {
                health: {
                    status: health.Status,
                    log: (health.Log ?? []).map((entry) => ({ exitCode: entry.ExitCode, output: entry.Output })),
                },
            }),
    };
}
function readPorts(ports) {
    return Object.entries(ports).flatMap(([name, bindings]) => {
        const [containerPort = '', protocol] = name.split('/');
        if (protocol !== 'tcp' && protocol !== 'udp')
            return [];
        return (bindings ?? []).map(({ HostIp, HostPort }) => ({
            hostIp: HostIp,
            hostPort: Number(HostPort),
            containerPort: Number(containerPort),
            protocol,
        }));
    });
}
/** `-e` and `-o` are understood by the `ps` of procps and of busybox alike: it is the engine's host that runs it. */
async function listProcesses(client, id) {
    const result = await client.docker(['top', id, '-eo', 'pid,ppid,user,args']);
    if (result.exitCode !== 0)
        return []; // it has ended meanwhile
    return result.stdout.split('\n').flatMap((line) => {
        const row = /^(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
        const [, pid = '', parentPid = '', user = '', command = ''] = row ?? [];
        return row === null ? [] : [{ pid: Number(pid), parentPid: Number(parentPid), user, command: command.trim() }];
    });
}
/** What `docker stop` and `docker rm` themselves need beside the time that they wait. */
const stopSlackMs = 30_000;
async function stopContainer(client, id, timeoutMs) {
    // `-t`: the long name of the option differs between versions.
    const seconds = Math.max(0, Math.ceil(timeoutMs / 1000));
    const result = await client.docker(['stop', '-t', String(seconds), id], { deadlineMs: timeoutMs + stopSlackMs });
    if (result.exitCode !== 0 && !isMissing(result))
        throw unexpected(`the container ${id} cannot be stopped`, result);
}
async function removeContainer(client, id) {
    const result = await client.docker(['rm', '--force', '--volumes', id], { deadlineMs: 60_000 });
    const isGone = isMissing(result) || /removal of container .* is already in progress/.test(result.stderr);
    if (result.exitCode !== 0 && !isGone)
        throw unexpected(`the container ${id} cannot be removed`, result);
}
async function containersWithLabel(client, label) {
    const result = await client.docker(['ps', '--all', '--quiet', '--no-trunc', `--filter=label=${label}`]);
    if (result.exitCode !== 0)
        throw unexpected('the containers cannot be listed', result);
    return result.stdout.split('\n').filter((id) => id !== '');
}
/** A whole image passes in about a second a gigabyte. */
const measureDeadlineMs = 120_000;
async function measurePath(client, id, path) {
    const tar = measureTar();
    const result = await client.docker(['cp', '--follow-link', `${id}:${path}`, '-'], {
        deadlineMs: measureDeadlineMs,
        onStdoutChunk: tar.take,
    });
    if (result.exitCode === 0)
        return tar.result();
    if (isMissing(result) || /could not find the file|no such file|not a directory/i.test(result.stderr))
        return undefined;
    throw unexpected(`\`${path}\` of the container ${id} cannot be read`, result);
}

;// CONCATENATED MODULE: ./build/docker/sockets.js
/**
 * The sockets in the kernel's tables that wait for someone, each once.
 * Left out are docker's own name server (127.0.0.11, in every network but the default one) and the control socket
 * that gunicorn always makes: neither says anything about the server.
 */
function listeningSockets(tables) {
    const found = [
        ...internetRows(tables.tcp, 'ipv4', stateListen),
        ...internetRows(tables.tcp6, 'ipv6', stateListen),
        ...internetRows(tables.udp, 'udp', stateUnconnected),
        ...internetRows(tables.udp6, 'udp', stateUnconnected),
        ...unixRows(tables.unix),
    ];
    const seen = new Set();
    return found.filter(({ family, address, port }) => {
        const key = `${family} ${address} ${port}`;
        if (address === dockersNameServer || seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** The tables that one `cat` wrote in a row, told apart by their headings. */
function splitTables(text) {
    const tables = {};
    for (const part of text.split(/^(?=\s*sl\s|Num\s)/m)) {
        if (part.startsWith('Num'))
            tables.unix = part;
        else if (/remote_address/.test(part))
            tables[/\bdrops\b/.test(part) ? 'udp6' : 'tcp6'] = part;
        else if (/rem_address/.test(part))
            tables[/\bdrops\b/.test(part) ? 'udp' : 'tcp'] = part;
    }
    return tables;
}
const dockersNameServer = '127.0.0.11';
const stateListen = '0A';
/** UDP knows no listening; a socket without a peer is in the state that TCP calls closed. */
const stateUnconnected = '07';
function internetRows(table, family, state) {
    const rows = [];
    for (const line of (table ?? '').split('\n')) {
        const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
        const [, address, port, rowState] = row ?? [];
        if (address === undefined || port === undefined || rowState !== state)
            continue;
        rows.push({ family, address: readAddress(address), port: Number.parseInt(port, 16) });
    }
    return rows;
}
/** Words of 32 bits, each with its bytes reversed: `0100007F` is 127.0.0.1. */
function readAddress(hex) {
    const bytes = [...hex.matchAll(/.{8}/g)].flatMap(([word]) => [...Buffer.from(word, 'hex')].toReversed());
    if (bytes.length === 4)
        return bytes.join('.');
    const mapped = bytes.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 255));
    if (mapped)
        return `::ffff:${bytes.slice(12).join('.')}`;
    const groups = Array.from({ length: 8 }, (_, index) => Buffer.from(bytes.slice(2 * index, 2 * index + 2)).toString('hex'));
    return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1); // URL writes the shortest form
}
/** `__SO_ACCEPTCON`: the socket takes connections. */
const acceptsConnections = '00010000';
function unixRows(table) {
    const rows = [];
    for (const line of (table ?? '').split('\n')) {
        const row = /^[0-9a-f]+: [0-9A-F]+ [0-9A-F]+ ([0-9A-F]{8}) [0-9A-F]{4} [0-9A-F]{2} +\d+ (.+)$/.exec(line);
        const [, flags, path] = row ?? [];
        if (flags !== acceptsConnections || path === undefined || path.endsWith('gunicorn.ctl'))
            continue;
        rows.push({ family: 'unix', address: path, port: 0 });
    }
    return rows;
}

;// CONCATENATED MODULE: ./build/docker/job-container.js



/**
 * Where published ports are reached from inside a container that was only lent the engine's socket, as in a job with
 * `container:`: they are on the machine outside, which is this container's way out. Undefined where the engine runs here.
 */
async function hostOutside(client, files, endpointUrl) {
    const inContainer = ['/.dockerenv', '/run/.containerenv'].some((mark) => files.stat(mark) !== undefined);
    if (!inContainer || !/^(?:unix:|$)/.test(endpointUrl))
        return undefined;
    // The kernel lists the sockets of our own network; the engine may know its socket by another folder's name.
    const name = external_node_path_.basename(endpointUrl) || 'docker.sock';
    const unix = files.readTextIfPresent('/proc/net/unix') ?? '';
    if (listeningSockets({ unix }).some(({ address }) => external_node_path_.basename(address) === name))
        return undefined;
    const { stdout } = await client.docker(['info', '--format={{.Name}}']);
    return stdout.trim() === (0,external_node_os_.hostname)() ? undefined : defaultGateway(files.readTextIfPresent('/proc/net/route') ?? '');
}
/** From the kernel's table: the row to 00000000, whose third column is the gateway with its bytes reversed. */
function defaultGateway(routes) {
    const gateway = /^\S+\t0{8}\t([0-9A-F]{8})\t/m.exec(routes)?.[1];
    return gateway === undefined ? undefined : [...Buffer.from(gateway, 'hex')].toReversed().join('.');
}

;// CONCATENATED MODULE: ./build/docker/engine.js




/** Docker 23 is the first whose BuildKit sends warnings in its progress. */
const oldestMajor = 23;
const versionAnswer = dist/* object */.Ikc({
    Client: dist/* object */.Ikc({ Context: dist/* optional */.lqM(dist/* string */.YjP(), 'default') }),
    Server: dist/* nullish */.cl6(dist/* object */.Ikc({ Version: dist/* string */.YjP(), Os: dist/* string */.YjP(), Arch: dist/* string */.YjP() })),
});
/** Who the engine is, without buildx. `docker version` costs 13 ms, `docker info` 80: it asks every plugin as well. */
async function askEngine(client, { clock, files }, waitMs) {
    const { answer, server } = await waitForServer(client, clock, waitMs);
    if (server.Os !== 'linux') {
        throw new errors/* SetupError */.w(`the Docker engine runs ${server.Os} containers, and a trial needs Linux ones. Switch the engine to Linux containers, or choose a Linux runner.`);
    }
    if (Number.parseInt(server.Version, 10) < oldestMajor) {
        throw new errors/* SetupError */.w(`Docker Engine ${server.Version} is too old: its BuildKit sends no warnings and no checks. Install Docker Engine ${oldestMajor} or newer.`);
    }
    const url = await endpoint(client, answer.Client.Context);
    const host = hostOf(url) ?? (await hostOutside(client, files, url));
    return {
        version: server.Version,
        platform: `${server.Os}/${server.Arch}`,
        local: host === undefined,
        host: host ?? '127.0.0.1',
    };
}
/** The host that a remote endpoint names; undefined where the engine is on this machine. */
function hostOf(endpointUrl) {
    if (!URL.canParse(endpointUrl))
        return undefined;
    const url = new URL(endpointUrl);
    if (url.protocol === 'unix:' || url.protocol === 'npipe:' || url.protocol === 'fd:')
        return undefined;
    // URL keeps a host it knows no scheme of as it is, in brackets for IPv6.
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return /^(?:|localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host) ? undefined : host;
}
const firstPauseMs = 50;
const longestPauseMs = 500;
/** A daemon that accepts and says nothing is not waited for longer than this a time. */
const askDeadlineMs = 10_000;
/** An engine beside the job, in another container, may come up after the step has begun. */
async function waitForServer(client, clock, waitMs) {
    const began = clock.ticks();
    for (let pauseMs = firstPauseMs;; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
        const result = await client.program(['docker', 'version', '--format', '{{json .}}'], { deadlineMs: askDeadlineMs });
        const parsed = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), versionAnswer), result.stdout);
        const server = parsed.success ? parsed.output.Server : undefined;
        if (parsed.success && server !== undefined && server !== null)
            return { answer: parsed.output, server };
        const waitedMs = clock.ticks() - began;
        if (waitedMs + pauseMs > waitMs || !mayComeUp(result))
            throw noAnswer(result, waitedMs);
        await clock.sleep(pauseMs);
    }
}
function mayComeUp(result) {
    return (result.timedOut ||
        /cannot connect|failed to connect|error during connect|connection refused|no such host|no such file|EOF|timeout/i.test(result.stderr));
}
function noAnswer(result, waitedMs) {
    const waited = waitedMs < 1000 ? '' : ` Waited ${(waitedMs / 1000).toFixed(0)} s for it.`;
    const known = engineTrouble(result);
    const message = known?.message ?? `the Docker engine gave no usable answer: ${firstLine(result.stderr)}`;
    return new errors/* SetupError */.w(message + waited);
}
const contextAnswer = dist/* array */.YOg(dist/* object */.Ikc({ Endpoints: dist/* object */.Ikc({ docker: dist/* object */.Ikc({ Host: dist/* string */.YjP() }) }) }));
/** Where the client speaks to: DOCKER_HOST, which wins over every context, else what its context says. */
async function endpoint(client, context) {
    const fromEnvironment = client.environment['DOCKER_HOST'] ?? '';
    if (fromEnvironment !== '')
        return fromEnvironment.includes('://') ? fromEnvironment : `tcp://${fromEnvironment}`;
    if (context === 'default')
        return '';
    const result = await client.docker(['context', 'inspect', context]);
    const parsed = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), contextAnswer), result.stdout);
    return parsed.success ? (parsed.output[0]?.Endpoints.docker.Host ?? '') : '';
}

;// CONCATENATED MODULE: ./build/docker/image.js



async function inspectImage(client, reference) {
    refuseOption(reference);
    const [inspected, history] = await Promise.all([
        client.docker(['image', 'inspect', reference]),
        client.docker(['image', 'history', '--no-trunc', '--human=false', '--format={{json .}}', reference]),
    ]);
    if (isMissing(inspected))
        return undefined;
    if (inspected.exitCode !== 0)
        throw unexpected(`the image \`${reference}\` cannot be inspected`, inspected);
    const [image] = dist/* parse */.qgA(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* array */.YOg(inspectedImage)), inspected.stdout);
    if (image === undefined)
        return undefined;
    const digest = image.RepoDigests?.[0]?.split('@')[1];
    return {
        reference,
        id: image.Id,
        ...(digest === undefined ? {} : { digest }),
        bytes: image.Size,
        store: storeOf(image),
        user: image.Config.User ?? '',
        workdir: image.Config.WorkingDir ?? '',
        environment: image.Config.Env ?? [],
        entrypoint: image.Config.Entrypoint ?? [],
        command: image.Config.Cmd ?? [],
        exposed: Object.keys(image.Config.ExposedPorts ?? {}),
        layers: readHistory(history.stdout),
    };
}
/** An image name stands where docker would also take an option. */
function refuseOption(reference) {
    if (!reference.startsWith('-') && reference.trim() !== '')
        return;
    throw new errors/* UserError */.y(`\`${reference}\` is no image name: docker would read it as an option.`, { place: 'image' });
}
const inspectedImage = dist/* object */.Ikc({
    Id: dist/* string */.YjP(),
    RepoDigests: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
    Size: dist/* number */.aig(),
    GraphDriver: dist/* nullish */.cl6(dist/* object */.Ikc({ Name: dist/* optional */.lqM(dist/* string */.YjP(), '') })),
    Descriptor: dist/* nullish */.cl6(dist/* object */.Ikc({})),
    Config: dist/* object */.Ikc({
        User: dist/* nullish */.cl6(dist/* string */.YjP()),
        WorkingDir: dist/* nullish */.cl6(dist/* string */.YjP()),
        Env: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
        Entrypoint: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
        Cmd: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
        ExposedPorts: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
    }),
});
/** Only containerd's store gives a descriptor; older engines with it name its snapshotter, which is no storage driver. */
function storeOf({ Descriptor, GraphDriver }) {
    const driver = GraphDriver?.Name ?? '';
    const isContainerd = (Descriptor !== undefined && Descriptor !== null) || driver === '' || driver === 'overlayfs';
    return isContainerd ? 'containerd' : driver;
}
const historyEntry = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ CreatedBy: dist/* string */.YjP(), Size: dist/* string */.YjP() }));
/** The history does not say which entries made a layer; those without a byte weigh nothing in any case. */
function readHistory(text) {
    const layers = [];
    for (const line of text.split('\n')) {
        const entry = dist/* safeParse */.xLC(historyEntry, line);
        if (!entry.success)
            continue;
        const bytes = Number(entry.output.Size);
        if (bytes > 0)
            layers.push({ bytes, instruction: entry.output.CreatedBy.replace(/ # buildkit$/, '') });
    }
    return layers.toReversed();
}

;// CONCATENATED MODULE: ./build/docker/log.js


/** GitHub ends a job after six hours; whoever follows a log ends it by his signal long before. */
const followDeadlineMs = 6 * 3_600_000;
/** Of one line, so much is handed on. */
const log_longestLine = 32_000;
async function followLog(client, id, onLine, signal) {
    const clientsOwn = [];
    const result = await client.docker(['logs', '--follow', '--timestamps', id], {
        deadlineMs: followDeadlineMs,
        signal,
        onStdoutLine: readLogLines('stdout', onLine, () => { }),
        onStderrLine: readLogLines('stderr', onLine, (line) => clientsOwn.push(line)),
    });
    if (result.exitCode === 0 || signal.aborted)
        return;
    const trouble = { ...result, stderr: clientsOwn.join('\n') };
    if (!isMissing(trouble))
        throw unexpected(`the log of the container ${id} cannot be read`, trouble);
}
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)(?= |$)/;
/** Reads lines as `--timestamps` writes them. A line before the first stamp is the docker client's own word. */
function readLogLines(stream, onLine, onOther) {
    let last;
    return (line) => {
        const stamp = timestamp.exec(line)?.[0];
        const at = stamp === undefined ? undefined : epochMilliseconds(stamp);
        if (stamp === undefined || at === undefined) {
            // A line too long was cut into pieces on the way: what follows the first bears no stamp.
            if (last === undefined)
                onOther(line);
            else
                onLine({ at: last, stream, text: cut(line) });
            return;
        }
        last = at;
        onLine({ at, stream, text: cut(joinPieces(line.slice(stamp.length + 1)).replace(/\r$/, '')) });
    };
}
const pieceBytes = 16_384;
/** A character that was cut in two is read as up to three times as many bytes. */
const pieceSlackBytes = 8;
/** The engine keeps a long line in pieces of 16 kB and stamps each: these stamps are no part of what was written. */
function joinPieces(text) {
    if (text.length < pieceBytes / 4)
        return text;
    let joined = '';
    let start = 0;
    for (const inner of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /g)) {
        const bytes = Buffer.byteLength(text.slice(start, inner.index));
        if (Math.abs(bytes - pieceBytes) > pieceSlackBytes)
            continue;
        joined += text.slice(start, inner.index);
        start = inner.index + inner[0].length;
    }
    return joined + text.slice(start);
}
function cut(text) {
    return text.length <= log_longestLine ? text : `${text.slice(0, log_longestLine)}…`;
}

;// CONCATENATED MODULE: ./build/docker/proc.js
function openProc(files) {
    const read = (pid, name) => files.readTextIfPresent(`/proc/${pid}/${name}`);
    const status = (pid, field) => new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(read(pid, 'status') ?? '')?.[1];
    return {
        belongsTo(pid, containerId) {
            if (pid <= 0 || containerId.length < 64)
                return false;
            if (read(pid, 'cgroup')?.includes(containerId) === true)
                return true;
            // Without a control group of its own (a rootless engine), docker's own files under /etc name it.
            return read(pid, 'mountinfo')?.includes(`/containers/${containerId}/`) === true;
        },
        readUser(pid) {
            const effective = status(pid, 'Uid')?.split(/\s+/)[1];
            return effective === undefined ? undefined : insideNumber(Number(effective), read(pid, 'uid_map') ?? '');
        },
        catchesSigterm(pid) {
            const caught = status(pid, 'SigCgt');
            return caught === undefined ? undefined : (BigInt(`0x${caught}`) & sigtermBit) !== 0n;
        },
        readMemory(pid) {
            const cgroup = read(pid, 'cgroup');
            return cgroup === undefined ? undefined : memoryOf(cgroup, (file) => files.readTextIfPresent(file));
        },
        readNet: (pid, table) => read(pid, `net/${table}`),
    };
}
function observeProcess(proc, pid, containerId) {
    if (!proc.belongsTo(pid, containerId))
        return undefined;
    const uid = proc.readUser(pid);
    const catchesSigterm = proc.catchesSigterm(pid);
    return {
        ...(uid === undefined ? {} : { uid }),
        ...(catchesSigterm === undefined ? {} : { catchesSigterm }),
        ...proc.readMemory(pid),
    };
}
const sigtermBit = 1n << 14n;
/** Rows `inside outside count`: what this machine calls 100000 may be root inside. */
function insideNumber(outside, uidMap) {
    for (const row of uidMap.trim().split('\n')) {
        const [insideStart, outsideStart, length] = row.trim().split(/\s+/).map(Number);
        if (insideStart === undefined || outsideStart === undefined || length === undefined)
            continue;
        if (outside >= outsideStart && outside < outsideStart + length)
            return insideStart + outside - outsideStart;
    }
    return outside;
}
/** Both hierarchies name the same three things differently. */
function memoryOf(cgroup, read) {
    const first = /^\d+:(?:[\w,=]*,)?memory(?:,[\w,=]*)?:(.*)$/m.exec(cgroup)?.[1];
    const second = /^0::(.*)$/m.exec(cgroup)?.[1];
    const [folder, usage, peak, reclaimable] = first === undefined
        ? [`/sys/fs/cgroup${second ?? ''}`, 'memory.current', 'memory.peak', 'inactive_file']
        : [`/sys/fs/cgroup/memory${first}`, 'memory.usage_in_bytes', 'memory.max_usage_in_bytes', 'total_inactive_file'];
    const held = count(read(`${folder}/${usage}`));
    if (held === undefined)
        return undefined;
    const cache = count(new RegExp(`^${reclaimable} (\\d+)$`, 'm').exec(read(`${folder}/memory.stat`) ?? '')?.[1]) ?? 0;
    const most = count(read(`${folder}/${peak}`));
    return { memoryBytes: Math.max(0, held - cache), ...(most === undefined ? {} : { memoryPeakBytes: most }) };
}
function count(text) {
    return text !== undefined && /^\d+\s*$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./build/docker/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Long enough for an image that has to be pulled first. */
const runDeadlineMs = 300_000;
async function runContainer(client, request) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        refuseOption(request.image);
        const folder = run_addDisposableResource(env_1, temporaryFolder(), false);
        const variables = resolveVariables(request.environment, client.environment);
        const { inFile, inClient } = divideVariables(variables);
        const environmentWords = [
            ...(inFile.length === 0 ? [] : [`--env-file=${folder.write('environment', `${inFile.join('\n')}\n`)}`]),
            ...Object.keys(inClient).map((name) => `--env=${name}`),
        ];
        const { exitCode, stderr, stdout } = await client.docker(['run', '--detach', `--cidfile=${folder.file('id')}`, ...optionWords(request), ...environmentWords, request.image], { deadlineMs: runDeadlineMs, environment: inClient });
        // docker writes the id as soon as the container is made; asking by name might find another one's.
        const id = folder.read('id').trim() || (exitCode === 0 ? stdout.trim() : '');
        const shownVariables = variables.map(({ name }) => `--env=${name}`);
        return {
            argv: ['docker', 'run', '--detach', ...optionWords(request), ...shownVariables, request.image],
            exitCode,
            stderr: stderr.replace(/\n*Run 'docker run --help' for more information\n*$/, '\n').replace(/^\n$/, ''),
            ...(id === '' ? {} : { id }),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_disposeResources(env_1);
    }
}
function optionWords(request) {
    const { options } = request;
    const choosesLog = options.some((option) => /^--log-(?:driver|opt)\b/.test(option));
    return [
        `--name=${request.name}`,
        ...request.labels.map((label) => `--label=${label}`),
        ...request.publish.map((port) => `--publish=${publishWord(port)}`),
        // A server that logs without end must not fill the runner's disk, nor one that forks without end its process table.
        ...(choosesLog ? [] : ['--log-driver=json-file', '--log-opt=max-size=50m', '--log-opt=max-file=1']),
        '--pids-limit=4096',
        ...request.environmentFiles.map((file) => `--env-file=${file}`),
        ...(request.network === undefined ? [] : [`--network=${request.network}`]),
        ...options,
    ];
}
function publishWord({ hostIp, hostPort, containerPort, protocol }) {
    const host = hostIp === undefined ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
    return `${host}${hostPort}:${containerPort}/${protocol}`;
}
/** `NAME` alone takes over our own value, as with `docker run --env`; where we have none, the container has none. */
function resolveVariables(entries, ours) {
    return entries.flatMap((entry) => {
        const equals = entry.indexOf('=');
        if (equals >= 0)
            return [{ name: entry.slice(0, equals), value: entry.slice(equals + 1) }];
        const value = ours[entry];
        return value === undefined ? [] : [{ name: entry, value }];
    });
}
/** What an environment file cannot hold: docker reads it line by line, at most 64 kB each, and `#` begins a comment. */
function needsClient({ name, value }) {
    return /[\r\n\0]/.test(value) || name.length + value.length > 60_000 || name.startsWith('#');
}
/** These would change the docker client itself, or how the system loads it. */
const clientsOwn = /^(?:DOCKER_|BUILDX_|BUILDKIT_|LD_|GO|SSL_CERT_)|^(?:PATH|HOME|TMPDIR)$|_PROXY$/i;
function divideVariables(variables) {
    const inFile = [];
    const inClient = {};
    for (const variable of variables) {
        if (!needsClient(variable)) {
            inFile.push(`${variable.name}=${variable.value}`);
            continue;
        }
        if (clientsOwn.test(variable.name)) {
            throw new errors/* SetupError */.w(`the variable ${variable.name} has a value of several lines, which can reach the container only through the docker client's own environment, and there it would change the client. Set it in the image or by \`env-file\`.`);
        }
        inClient[variable.name] = variable.value;
    }
    return { inFile, inClient };
}

;// CONCATENATED MODULE: ./build/docker/socket-reader.js

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'unix'];
const paths = tables.map((table) => `/proc/net/${table}`);
/** The cheapest way that works here; undefined where the container is not running or nothing here can read it. */
async function openSocketReader(client, proc, clock, container) {
    if (container.state.status !== 'running')
        return undefined;
    if (proc.belongsTo(container.state.pid, container.id))
        return readProc(proc, clock, container);
    const inside = byProgram(client, 'docker exec', ['exec', container.id, 'cat', ...paths]);
    return (await inside.read()) === undefined ? beside(client, container.id) : inside;
}
/**
 * The kernel walks its whole hash of connections for each TCP table: 4 ms apiece on a machine of 24 GB. Its counts of
 * sockets in use cost 0.02 ms, so the tables are read only when a count has changed, and now and then all the same.
 */
function readProc(proc, clock, { id, state: { pid } }) {
    let last;
    return {
        from: `/proc/${pid}/net`,
        everyMs: 10,
        async read() {
            // Asked each time: the number may have passed to another process when the container has ended.
            if (!proc.belongsTo(pid, id))
                return undefined;
            const began = clock.ticks();
            const counts = socketCounts(proc, pid);
            const fresh = last !== undefined && began - last.at < (counts === last.counts ? unchangedMs : 5 * last.cost);
            if (fresh)
                return last?.sockets;
            const read = Object.fromEntries(tables.flatMap((table) => {
                const text = proc.readNet(pid, table);
                return text === undefined ? [] : [[table, text]];
            }));
            if (Object.keys(read).length === 0)
                return undefined;
            const sockets = listeningSockets(read);
            last = { counts, sockets, at: clock.ticks(), cost: clock.ticks() - began };
            return sockets;
        },
    };
}
/** A socket may have taken the place of another between two readings: after this the tables are read in any case. */
const unchangedMs = 250;
function socketCounts(proc, pid) {
    const text = `${proc.readNet(pid, 'sockstat') ?? ''}${proc.readNet(pid, 'sockstat6') ?? ''}`;
    const unix = proc.readNet(pid, 'unix') ?? '';
    return `${[...text.matchAll(/^\w+: inuse \d+/gm)].join(' ')} ${unix.length}`;
}
/** Each reading starts a process: 0.15 s in the container itself, 0.35 s for a second one. */
const everyMsByProcess = 500;
const readDeadlineMs = 10_000;
/** For images without `cat`: one that has it, joined to the container's network. Only what is there is used, nothing is pulled. */
async function beside(client, id) {
    for (const image of await likelyImages(client)) {
        const words = ['run', '--rm', '--pull=never', `--network=container:${id}`, '--entrypoint=cat'];
        const reader = byProgram(client, 'a container in the same network', [...words, image, ...paths]);
        if ((await reader.read()) !== undefined)
            return reader;
    }
    return undefined;
}
const mostImagesTried = 3;
async function likelyImages(client) {
    const { stdout } = await client.docker(['image', 'ls', '--format={{.ID}} {{.Repository}}']);
    const named = stdout.split('\n').flatMap((line) => {
        const [image, repository = ''] = line.split(' ');
        const rank = ['busybox', 'alpine', 'debian', 'ubuntu', 'python'].findIndex((name) => repository.endsWith(name));
        return image === undefined || rank < 0 ? [] : [{ image, rank }];
    });
    return named
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, mostImagesTried)
        .map(({ image }) => image);
}
function byProgram(client, from, args) {
    return {
        from,
        everyMs: everyMsByProcess,
        async read() {
            const { exitCode, stdout } = await client.program(['docker', ...args], { deadlineMs: readDeadlineMs });
            const read = splitTables(stdout);
            // A kernel without IPv6 has no tcp6, so `cat` ends with 1 though the rest was read.
            return exitCode > 1 || read.tcp === undefined ? undefined : listeningSockets(read);
        },
    };
}

;// CONCATENATED MODULE: ./build/docker/cli.js











/** Docker as its command line gives it. Nothing is started before the first question. */
function openDocker(environment, ports) {
    const client = openClient(environment, ports.workingDirectory);
    const proc = openProc(ports.files);
    let asked;
    const buildx = () => (asked ??= findBuildx(client, ports.files));
    return {
        async engine(waitMs) {
            const [engine, found] = await Promise.all([askEngine(client, ports, waitMs), buildx()]);
            return { ...engine, ...(found === undefined ? {} : { buildxVersion: found.version }) };
        },
        build: async (request, listener, signal) => buildImage(client, requireBuildx(await buildx()), request, listener, signal),
        inspectImage: (reference) => inspectImage(client, reference),
        removeImage: (reference) => removeImage(client, reference),
        run: (request) => runContainer(client, request),
        observeProcess: ({ id, state }) => observeProcess(proc, state.pid, id),
        inspectContainer: (id) => inspectContainer(client, id),
        followLog: (id, onLine, signal) => followLog(client, id, onLine, signal),
        waitForExit: (id, signal) => waitForExit(client, id, signal),
        processes: (id) => listProcesses(client, id),
        socketReader: (container) => openSocketReader(client, proc, ports.clock, container),
        stop: (id, timeoutMs) => stopContainer(client, id, timeoutMs),
        remove: (id) => removeContainer(client, id),
        measurePath: (id, path) => measurePath(client, id, path),
        containersWithLabel: (label) => containersWithLabel(client, label),
    };
}
async function removeImage(client, reference) {
    refuseOption(reference);
    const result = await client.docker(['image', 'rm', '--force', reference], { deadlineMs: 60_000 });
    if (result.exitCode !== 0 && !isMissing(result))
        throw unexpected(`the image ${reference} cannot be removed`, result);
}
/** As long as a job may last on GitHub. */
const waitDeadlineMs = 6 * 3_600_000;
async function waitForExit(client, id, signal) {
    const result = await client.docker(['wait', id], { deadlineMs: waitDeadlineMs, signal });
    if (signal.aborted || isMissing(result))
        return undefined;
    if (result.exitCode !== 0)
        throw unexpected(`the end of the container ${id} cannot be awaited`, result);
    return Number(result.stdout.trim());
}

;// CONCATENATED MODULE: ./build/git/git.js

/** Asks the checkout that holds this folder. */
function gitOf(folder, environment) {
    const ask = async (...args) => 
    // Reading alone: no lock is taken, and a path is never a pattern.
    askProgram(['git', '--no-optional-locks', '--literal-pathspecs', ...args], { cwd: folder, environment });
    return {
        headCommit: async () => lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}')),
        root: async () => lineOf(await ask('rev-parse', '--show-toplevel')),
        isTracked: async (path) => yesOrNo(await ask('ls-files', '--error-unmatch', '--', path)),
        blobOf: async (commit, path) => isCommit(commit) ? lineOf(await ask('rev-parse', '--verify', '--quiet', `${commit}:${path}`)) : undefined,
    };
}
function lineOf(answer) {
    const text = answer?.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
    return text === '' ? undefined : text;
}
/** Exit code 1 is git's no; what is above is trouble. */
function yesOrNo(answer) {
    return answer === undefined || answer.exitCode > 1 ? undefined : answer.exitCode === 0;
}
/** Anything else might be an option to git. */
function isCommit(commit) {
    return /^[0-9a-f]{7,64}$/.test(commit);
}

// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(9987);
// EXTERNAL MODULE: ./build/render/finding-json.js
var finding_json = __webpack_require__(271);
// EXTERNAL MODULE: ./build/render/source.js
var source = __webpack_require__(9496);
// EXTERNAL MODULE: ./build/render/wording.js
var wording = __webpack_require__(6809);
;// CONCATENATED MODULE: ./build/render/json.js



/** The text of report.json. */
function reportJson(report) {
    return `${JSON.stringify(reportData(report), undefined, 2)}\n`;
}
function reportData({ tool, commit, trials }) {
    return {
        version: 1,
        tool,
        ...(commit === undefined ? {} : { commit }),
        trials: trials.map(trialData),
    };
}
function trialData(trial) {
    const { name, file, context, verdict, cause, stages, findings, steps, startupMs, probes, stopped } = trial;
    const { observation, runtime } = trial;
    const because = verdict === 'passed' ? undefined : (trial.because ?? (0,wording/* trouble */.U$)(trial) ?? (0,wording/* headline */.Pl)(trial));
    const log = logData(observation);
    return {
        name,
        file,
        context,
        verdict,
        cause: cause ?? null,
        ...(because === undefined ? {} : { because }),
        stages: stages.map(stageData),
        findings: findings.map(finding_json/* findingData */.G),
        ...(trial.image === undefined ? {} : { image: imageData(trial, trial.image) }),
        ...(steps === undefined
            ? {}
            : {
                steps: steps.map(({ line, instruction, startedAt, ms, cached }) => ({
                    line,
                    instruction,
                    startedAt: instant(startedAt),
                    ms: Math.round(ms),
                    cached,
                })),
            }),
        ...(startupMs === undefined ? {} : { startup: { ms: Math.round(startupMs) } }),
        ...(probes === undefined
            ? {}
            : {
                probes: probes.map(({ request, outcome, status, ms, passed }) => ({
                    request,
                    outcome,
                    ...(status === undefined ? {} : { status }),
                    ms: Math.round(ms),
                    passed,
                })),
            }),
        ...(runtime === undefined
            ? {}
            : {
                runtime: {
                    user: runtime.user,
                    processes: runtime.processes,
                    listening: runtime.listening,
                    ...(runtime.memoryBytes === undefined ? {} : { memoryBytes: runtime.memoryBytes }),
                    ...(runtime.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: runtime.memoryPeakBytes }),
                },
            }),
        ...(log === undefined ? {} : { log }),
        sources: sourcesData(trial),
        ...(stopped === undefined
            ? {}
            : {
                stopped: {
                    ms: Math.round(stopped.ms),
                    exitCode: stopped.exitCode,
                    ...(stopped.signal === undefined ? {} : { signal: stopped.signal }),
                },
            }),
    };
}
function stageData(stage) {
    if (stage.status === 'skipped')
        return { stage: stage.stage, status: stage.status, because: stage.because };
    return {
        stage: stage.stage,
        status: stage.status,
        startedAt: instant(stage.startedAt),
        ms: Math.round(stage.ms),
        ...(stage.status === 'errored' ? { because: stage.message } : {}),
    };
}
function imageData({ layerLines }, image) {
    const { reference, id, digest, bytes, store, layers } = image;
    return {
        reference,
        id,
        ...(digest === undefined ? {} : { digest }),
        bytes,
        store,
        layers: layers.map((layer, index) => {
            const line = layerLines?.[index];
            return { bytes: layer.bytes, ...(line === undefined ? {} : { line }), instruction: layer.instruction };
        }),
    };
}
/** Of the container's log the beginning and the end are kept. */
const headLines = 100;
const tailLines = 400;
const longestPart = 65_536;
function logData({ container }) {
    if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0))
        return undefined;
    const { log, omittedLogLines } = container;
    const head = log.length <= headLines + tailLines ? [] : log.slice(0, headLines);
    const tail = log.slice(Math.max(head.length, log.length - tailLines));
    return {
        head: joinedLines(head).slice(0, longestPart).toWellFormed(),
        tail: joinedLines(tail).slice(-longestPart).toWellFormed(),
        omittedLines: omittedLogLines + log.length - head.length - tail.length,
    };
}
function joinedLines(lines) {
    return lines.map(({ text }) => text).join('\n');
}
const mostSourceBytes = 65_536;
/** The Dockerfile and the files that findings name, so that the report can be shown elsewhere. */
function sourcesData({ observation: { sources }, findings }) {
    const named = findings.flatMap(({ location, evidence, fix }) => [
        ...(location === undefined ? [] : [location.path]),
        ...evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])),
        ...(fix?.edits ?? []).map((edit) => edit.location.path),
    ]);
    return [...new Set([sources.dockerfile.path, ...named])].flatMap((path) => {
        const text = (0,source/* sourceText */.rI)(sources, path);
        return text === undefined ? [] : [{ path, text: firstBytes(text, mostSourceBytes) }];
    });
}
/** Whole characters only. */
function firstBytes(text, most) {
    const bytes = Buffer.from(text);
    return bytes.length <= most
        ? text
        : bytes
            .subarray(0, most)
            .toString('utf8')
            .replace(/\ufffd+$/, '');
}
function instant(epochMs) {
    return new Date(epochMs).toISOString();
}

// EXTERNAL MODULE: ./build/render/links.js
var links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/render/budget.js

/** GitHub refuses a comment beyond 65,536 characters; bytes are never fewer, whichever way it counts. */
const budget_commentBytes = 65_536;
/** Of a job summary, for a step. */
const summaryBytes = 1_048_576;
const details = ['full', 'trimmed', 'failures'];
/** The fullest form that fits; where even the shortest does not, its body is cut and says so. */
function budget_withinBudget(parts, mostBytes, cutNotice) {
    let last;
    for (const detail of details) {
        last = parts(detail);
        const whole = (0,markdown/* paragraphs */.qN)(last.head, last.body, last.foot).markdown;
        if (Buffer.byteLength(whole) <= mostBytes)
            return whole;
    }
    if (last === undefined)
        return '';
    const around = Buffer.byteLength((0,markdown/* paragraphs */.qN)(last.head, cutNotice, last.foot).markdown) + 8;
    const body = { markdown: cutMarkdown(last.body.markdown, mostBytes - around) };
    return (0,markdown/* paragraphs */.qN)(last.head, body, cutNotice, last.foot).markdown;
}
const budget_leftOut = (0,markdown/* markup */.PT) `The rest is left out, for GitHub takes no more; the whole report is in the run.`;
/**
 * The first lines that fit, with whatever they opened closed again. Whole lines only, so no character, code span or link
 * is cut in two; a line too long for the budget ends the text before it.
 */
function cutMarkdown(text, mostBytes) {
    const kept = [];
    let used = 0;
    let open = { fence: '', folds: 0 };
    for (const line of text.split('\n')) {
        const next = opened(open, line);
        const cost = Buffer.byteLength(line) + 1;
        if (used + cost + Buffer.byteLength(closing(next)) > mostBytes)
            break;
        kept.push(line);
        used += cost;
        open = next;
    }
    return `${kept.join('\n')}${closing(open)}`;
}
function opened(before, line) {
    if (before.fence !== '')
        return line === before.fence ? { ...before, fence: '' } : before;
    const fence = /^`{3,}(?=[^`]*$)/.exec(line)?.[0]; // inline code may begin a line too
    if (fence !== undefined)
        return { ...before, fence };
    if (line.startsWith('<details>'))
        return { ...before, folds: before.folds + 1 };
    if (line === '</details>')
        return { ...before, folds: Math.max(0, before.folds - 1) };
    return before;
}
function closing({ fence, folds }) {
    return `${fence === '' ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`;
}

// EXTERNAL MODULE: ./build/render/numbers.js
var render_numbers = __webpack_require__(2823);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/render/entries.js
var render_entries = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/render/state.js



/** Percent-encoded parts; `*` stands for several trials in one comment. A long key ends in a hash of itself. */
function markerKey(parts) {
    const key = parts
        .map((part) => (part === '*' ? part : encodeURIComponent(part.toWellFormed()).replaceAll('*', '%2A')))
        .join('/');
    return key.length <= longestKey ? key : `${key.slice(0, longestKey - 13)}~${hash(key)}`;
}
/** So that the marker stays under 100 characters with a run number of seven digits. */
const longestKey = 45;
function state_marker({ key, sha, run }) {
    return { markdown: `<!-- sea-trial key=${key} sha=${sha.slice(0, 12)} run=${run} -->` };
}
const markerLine = /^<!-- sea-trial key=(?<key>[^\s<>]+) sha=(?<sha>[0-9a-f]{4,12}) run=(?<run>\d{1,15}) -->\r?(?:\n|$)/;
/** Only from the first line: further down anyone may have quoted it. */
function readMarker(body) {
    const { key, sha, run } = markerLine.exec(body)?.groups ?? {};
    return key === undefined || sha === undefined || run === undefined ? undefined : { key, sha, run: Number(run) };
}
/** How a finding is known again on the next push. */
function traceOf({ check, fingerprint }) {
    return `${check.replaceAll(/[^\w./-]/g, '_').slice(0, 100)}:${hash(fingerprint)}`;
}
function state_stateOf(report) {
    return { v: 1, trials: report.trials.map((trial) => trialState(trial, report.trials.length > 1)) };
}
function trialState(trial, named) {
    const { image, startupMs } = trial;
    return {
        ...(named ? { name: trial.name } : {}),
        verdict: trial.verdict,
        ...(trial.cause === undefined ? {} : { cause: trial.cause }),
        findings: bySeverity(trial.findings.filter(({ status }) => status !== 'refuted')).map(traceOf),
        ...(image === undefined ? {} : { bytes: image.bytes, store: image.store }),
        ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
    };
}
const mostStateBytes = 4_000;
/** The comment's last line. Where it would be too long, the mildest findings are only counted, then whole trials left out. */
function state_hiddenState(state) {
    for (let most = 100; most >= 0; most = most > 10 ? most - 10 : most - 1) {
        const line = stateLine({ v: 1, trials: state.trials.map((trial) => state_cut(trial, most)) });
        if (Buffer.byteLength(line) <= mostStateBytes)
            return { markdown: line };
    }
    return { markdown: stateLine({ v: 1, trials: [] }) };
}
function state_cut(trial, most) {
    const left = trial.findings.length - most;
    return left <= 0 ? trial : { ...trial, findings: trial.findings.slice(0, most), more: left + (trial.more ?? 0) };
}
/** One trial stands flat. Angle brackets and double dashes are escaped, so that nothing ends the comment early. */
function stateLine({ v: version, trials }) {
    const [only] = trials;
    const data = trials.length === 1 && only !== undefined ? { v: version, ...only } : { v: version, trials };
    const json = JSON.stringify(data)
        .replaceAll('<', String.raw `\u003c`)
        .replaceAll('>', String.raw `\u003e`)
        .replaceAll('&', String.raw `\u0026`)
        .replaceAll('--', String.raw `-\u002d`);
    return `<!-- sea-trial-state ${json} -->`;
}
const state_count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const trialSchema = dist/* object */.Ikc({
    name: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(200))),
    verdict: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
    findings: dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w./-]{1,100}:[0-9a-f]{12}$/))),
    more: dist/* optional */.lqM(state_count),
    cause: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(100))),
    bytes: dist/* optional */.lqM(state_count),
    store: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.+-]{1,40}$/))),
    startupMs: dist/* optional */.lqM(state_count),
});
const version = dist/* literal */.euz(1);
const stateSchema = dist/* union */.KCZ([
    dist/* object */.Ikc({ v: version, trials: dist/* array */.YOg(trialSchema) }),
    dist/* pipe */.FsL(dist/* object */.Ikc({ v: version, ...trialSchema.entries }), dist/* transform */.pdi(({ v: read, ...trial }) => ({ v: read, trials: [trial] }))),
]);
/** From the last line only: above it may stand a log that quotes one. Undefined where it is not of our shape. */
function state_readState(body) {
    const lastLine = body.trimEnd().split(/\r?\n/).at(-1) ?? '';
    const json = /^<!-- sea-trial-state (?<json>\{.*\}) -->$/.exec(lastLine)?.groups?.['json'];
    if (json === undefined || Buffer.byteLength(json) > 2 * mostStateBytes)
        return undefined;
    try {
        const read = v.safeParse(stateSchema, JSON.parse(json));
        return read.success ? read.output : undefined;
    }
    catch {
        return undefined; // cut off or edited by hand: there is nothing to compare with
    }
}
/** What our own earlier comment said; to be asked only of a comment whose author was checked. */
function readPrevious(body) {
    const found = readMarker(body);
    const state = state_readState(body);
    return found === undefined || state === undefined ? undefined : { marker: found, state };
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

;// CONCATENATED MODULE: ./build/render/changes.js




/** The state of this trial in the earlier report. */
function earlierState(trial, previous) {
    const trials = previous?.state.trials ?? [];
    return (trials.find(({ name }) => name === trial.name) ??
        (trials.length === 1 && trials[0]?.name === undefined ? trials[0] : undefined));
}
/** Undefined where lint did not get through, so that nothing can be told of what is no longer there. */
function changesOf(trial, before) {
    const lint = (0,wording/* stageOf */.gV)(trial, 'lint')?.status;
    if (lint === 'errored' || lint === 'skipped')
        return undefined;
    const now = trial.findings.filter(({ status }) => status !== 'refuted');
    const traces = new Set(now.map(traceOf));
    const known = new Set(before.findings);
    const gone = before.findings.filter((trace) => !traces.has(trace)).map(checkOf);
    return {
        // Behind another failure the earlier one cannot be seen, which does not make it fixed.
        fixed: gone.filter((check) => trial.cause === undefined || check !== before.cause),
        // Those that found no room in the state are not known, so none can be called new.
        added: before.more === undefined ? now.filter((finding) => !known.has(traceOf(finding))).map(({ check }) => check) : [],
        known,
    };
}
/** `Since the last push (`9f1c2ab`): loopback-host **fixed**, nothing new.` Nothing where nothing changed. */
function changeSentence(changes, previous, sha) {
    if (changes === undefined || (changes.fixed.length === 0 && changes.added.length === 0))
        return markdown/* nothing */.s6;
    const earlier = previous.marker.sha;
    const since = sha.startsWith(earlier)
        ? (0,markdown/* markup */.PT) `run ${previous.marker.run}`
        : (0,markdown/* markup */.PT) `the last push (${(0,markdown/* code */.aY)(earlier.slice(0, 7))})`;
    const parts = [
        ...(changes.fixed.length === 0 ? [] : [(0,markdown/* markup */.PT) `${names(changes.fixed)} **fixed**`]),
        changes.added.length === 0 ? (0,markdown/* markup */.PT) `nothing new` : (0,markdown/* markup */.PT) `${names(changes.added)} **new**`,
    ];
    return (0,markdown/* markup */.PT) `Since ${since}: ${(0,markdown/* joined */.oR)(parts, ', ')}.`;
}
const mostNames = 3;
function names(checks) {
    const each = [...new Set(checks)];
    return each.length > mostNames ? (0,markdown/* text */.Qq)((0,render_numbers/* count */.U9)(checks.length, 'finding')) : (0,markdown/* joined */.oR)(each.map(markdown/* text */.Qq), ', ');
}
function checkOf(trace) {
    return trace.replace(/:[0-9a-f]{12}$/, '');
}

// EXTERNAL MODULE: ./build/render/cause-markdown.js
var cause_markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/prose.js
var prose = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/render/stage-words.js
var stage_words = __webpack_require__(2599);
;// CONCATENATED MODULE: ./build/render/tried-markdown.js




const mostProbes = 6;
const longestSteps = 3;
/** What was done and seen, a line a stage, in a fold. */
function triedFold(trial, refuted) {
    const steps = (trial.steps ?? []).filter(({ cached }) => !cached).toSorted((a, b) => b.ms - a.ms);
    const longest = steps.filter(({ ms }) => ms >= 1000).slice(0, longestSteps);
    return (0,markdown/* details */.zH)(`What was tried, ${(0,render_numbers/* duration */.p0)((0,stage_words/* wholeDuration */.ui)(trial))}`, (0,markdown/* bullets */.e5)([
        ...(0,stage_words/* stagesInOrder */.XU)(trial).map((stage) => (0,markdown/* markup */.PT) `**${(0,markdown/* text */.Qq)((0,prose/* capitalised */.Iu)(stage.stage))}**: ${stageLine(trial, stage)}`),
        ...(longest.length === 0
            ? []
            : [
                (0,markdown/* markup */.PT) `Longest steps: ${(0,markdown/* joined */.oR)(longest.map(({ instruction, ms }) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)((0,stage_words/* instructionWords */.sD)(instruction))} ${(0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(ms))}`), ', ')}`,
            ]),
        ...refuted.map(({ check, title }) => (0,markdown/* markup */.PT) `**Refuted**: ${(0,markdown/* text */.Qq)(check)}: ${(0,markdown/* prose */.CS)((0,prose/* continued */.m2)(title))}`),
    ]));
}
function stageLine(trial, stage) {
    if (stage.status === 'passed' || stage.status === 'failed') {
        if (stage.stage === 'lint')
            return lintLine(trial);
        if (stage.stage === 'smoke' && trial.probes !== undefined && trial.probes.length > 0)
            return probesLine(trial.probes);
        if (stage.stage === 'stop')
            return (0,markdown/* prose */.CS)((0,stage_words/* stopWords */.e$)(trial) ?? stage.status);
    }
    return (0,markdown/* prose */.CS)((0,stage_words/* stageWords */._l)(trial, stage));
}
function lintLine(trial) {
    const findings = (0,stage_words/* lintFindings */.mP)(trial);
    const found = findings.length === 0 ? 'no findings' : (0,stage_words/* severityCounts */.ur)(findings);
    const ignored = trial.ignored.length === 0 ? '' : `; ${trial.ignored.length} ignored`;
    return (0,markdown/* prose */.CS)(`${(0,prose/* codeWord */.Q3)(trial.file)} and its context, ${found}${ignored}`);
}
function probesLine(probes) {
    const shown = probes
        .slice(0, mostProbes)
        .map((probe) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(probe.request)} ${(0,markdown/* prose */.CS)(probe.outcome)} in ${(0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(probe.ms))}`);
    const left = probes.length - shown.length;
    return (0,markdown/* joined */.oR)([...shown, ...(left === 0 ? [] : [(0,markdown/* text */.Qq)(`${left} more`)])], '; ');
}

;// CONCATENATED MODULE: ./build/render/trial-markdown.js











/** What is told of one trial between the verdict and the footer. */
function trialBody(trial, setting) {
    if (trial.verdict === 'skipped')
        return markdown/* nothing */.s6;
    const entries = (0,render_entries/* entriesOf */.Mc)(trial);
    const { cause } = entries;
    const { previous } = setting;
    const before = earlierState(trial, previous);
    const changes = before === undefined ? undefined : changesOf(trial, before);
    const change = previous === undefined ? markdown/* nothing */.s6 : changeSentence(changes, previous, setting.head);
    const serves = trial.cause === undefined && trial.verdict !== 'errored';
    if (!serves) {
        return (0,markdown/* paragraphs */.qN)(change, cause === undefined ? troubleSentence(trial) : (0,cause_markdown/* causeBlock */.R8)(cause, causeSetting(trial, setting)), foldOf(entries.others, othersTitle((0,render_entries/* findingsIn */._0)(entries.others), cause), setting), (0,markdown/* joined */.oR)([...sentencesOf(trial), notes(trial)], ' '));
    }
    const isNews = newsTest(trial, changes?.known);
    const shown = isNews === undefined ? entries.others : entries.others.filter(isNews);
    const visible = setting.detail === 'failures' ? [] : shown.slice(0, most(setting).visible);
    const rest = entries.others.filter((entry) => !visible.includes(entry));
    const numbers = (0,markdown/* joined */.oR)([change, numbersSentence(trial, entries.others.length === 0), notes(trial)], ' ');
    const compared = trial.findings.some(({ since }) => since !== undefined);
    const list = (0,markdown/* numbered */.jN)(visible.map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* wholeFinding */.rZ, '   ')));
    return (0,markdown/* paragraphs */.qN)(numbers, compared && visible.length > 0 ? (0,markdown/* markup */.PT) `**New in this pull request**` : markdown/* nothing */.s6, list, foldOf(rest, restTitle((0,render_entries/* findingsIn */._0)(rest), { compared, visible: visible.length }), setting), wantsTried(setting, entries.refuted, before !== undefined) ? triedFold(trial, entries.refuted) : markdown/* nothing */.s6);
}
/** Five are read; twenty are unfolded; the rest is counted. The page of the run has no other place to point to. */
function most({ form, detail }) {
    if (form === 'summary')
        return { visible: 10, folded: detail === 'full' ? Infinity : 100, logLines: detail === 'full' ? 400 : 100 };
    return { visible: 5, folded: detail === 'full' ? 20 : 5, logLines: detail === 'full' ? 40 : 15 };
}
function causeSetting(trial, setting) {
    return {
        ...setting,
        sources: trial.observation.sources,
        logLines: most(setting).logLines,
        evidence: setting.detail !== 'failures',
    };
}
/** What is new against the base, else since the last push; where neither is known, all is shown alike. */
function newsTest(trial, known) {
    const isNew = trial.findings.some(({ since }) => since !== undefined)
        ? ({ since }) => since === 'new'
        : known === undefined
            ? undefined
            : (finding) => !known.has(traceOf(finding));
    return isNew === undefined ? undefined : ({ finding, below }) => [finding, ...below].some(isNew);
}
function othersTitle(number, cause) {
    return cause === undefined
        ? (0,render_numbers/* count */.U9)(number, 'finding')
        : `${number} more ${number === 1 ? 'finding, not the cause' : 'findings, none of them the cause'}`;
}
function restTitle(number, { compared, visible }) {
    if (compared)
        return `${(0,render_numbers/* count */.U9)(number, 'finding')} that the base has too`;
    return visible > 0
        ? `${number} more ${number === 1 ? 'finding' : 'findings'}`
        : `${(0,render_numbers/* count */.U9)(number, 'finding')} ${number === 1 ? 'remains' : 'remain'}`;
}
function foldOf(entries, title, setting) {
    if (entries.length === 0)
        return markdown/* nothing */.s6;
    const page = (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run's summary`, setting.links.run?.address);
    if (setting.detail === 'failures')
        return (0,markdown/* markup */.PT) `${(0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(title))} The ${page} lists them.`;
    const { folded } = most(setting);
    const left = (0,render_entries/* findingsIn */._0)(entries.slice(folded));
    return (0,markdown/* details */.zH)(title, (0,markdown/* bullets */.e5)([
        ...entries.slice(0, folded).map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* claim */.B7, '  ')),
        ...(left === 0 ? [] : [(0,markdown/* markup */.PT) `${left} more: the ${page} lists them`]),
    ]));
}
/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB. Nothing to change.` */
function numbersSentence(trial, nothingToChange) {
    const { startupMs, image } = trial;
    const stop = (0,stage_words/* stopSummary */.BT)(trial);
    const numbers = [
        ...(startupMs === undefined ? [] : [`first answer after ${(0,render_numbers/* duration */.p0)(startupMs)}`]),
        ...(stop === undefined ? [] : [stop]),
        ...(image === undefined ? [] : [(0,render_numbers/* megabytes */.ix)(image.bytes)]),
    ].join(', ');
    const sentence = numbers === '' ? '' : `${numbers.charAt(0).toUpperCase()}${numbers.slice(1)}.`;
    return (0,markdown/* joined */.oR)([(0,markdown/* prose */.CS)(sentence), nothingToChange ? (0,markdown/* text */.Qq)('Nothing to change.') : markdown/* nothing */.s6], ' ');
}
function sentencesOf(trial) {
    return [...[(0,stage_words/* builtSentence */.Kh)(trial)].filter((sentence) => sentence !== undefined), ...(0,stage_words/* skippedSentences */.Zl)(trial)].map(markdown/* prose */.CS);
}
function troubleSentence(trial) {
    return (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(trial.because ?? (0,wording/* trouble */.U$)(trial) ?? ''));
}
function notes(trial) {
    return (0,markdown/* joined */.oR)(trial.notes.map((note) => (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(note))), ' ');
}
/** Told with the first report, and where something was refuted; the page of the run always has it. */
function wantsTried({ form, detail }, refuted, isUpdate) {
    if (form === 'summary')
        return true;
    return detail !== 'failures' && (!isUpdate || refuted.length > 0);
}

;// CONCATENATED MODULE: ./build/render/several-markdown.js






/** Of so many images a row is shown; the fine ones beyond are counted. */
const mostRows = 20;
/** Several trials in one report: the worst first, each that failed in full, the others in folds. */
function severalBody(report, setting) {
    const trials = report.trials.toSorted((a, b) => rank(a) - rank(b));
    return (0,markdown/* paragraphs */.qN)(imageTable(trials), ...trials.filter((trial) => rank(trial) < 2).map((trial) => section(trial, setting)), setting.detail === 'failures'
        ? markdown/* nothing */.s6
        : {
            markdown: trials
                .filter((trial) => rank(trial) === 2)
                .map((trial) => fold(trial, setting))
                .filter((each) => each !== '')
                .join('\n'),
        });
}
/** Failed, could not run, passed with findings, passed, skipped. */
function rank(trial) {
    switch (trial.verdict) {
        case 'failed':
            return 0;
        case 'errored':
            return 1;
        case 'passed':
            return findingsOf(trial) > 0 ? 2 : 3;
        case 'skipped':
            return 4;
    }
}
function imageTable(trials) {
    const fine = trials.filter((trial) => rank(trial) > 2);
    const told = trials.filter((trial) => rank(trial) <= 2);
    const room = Math.max(0, mostRows - told.length);
    const shown = [...told.slice(0, mostRows), ...(fine.length <= room ? fine : fine.slice(0, Math.max(0, room - 1)))];
    const left = trials.length - shown.length;
    return (0,markdown/* table */.tp)([
        { title: 'Image', align: 'left' },
        { title: 'Result', align: 'left' },
        { title: 'Size', align: 'right' },
    ], [
        ...shown.map((trial) => [
            (0,markdown/* code */.aY)(trial.name),
            result(trial),
            (0,markdown/* text */.Qq)(trial.image === undefined ? '' : (0,render_numbers/* megabytes */.ix)(trial.image.bytes)),
        ]),
        ...(left === 0 ? [] : [[(0,markdown/* text */.Qq)(`${left} more`), (0,markdown/* text */.Qq)('listed in the run'), markdown/* nothing */.s6]]),
    ]);
}
function result(trial) {
    const found = findingsOf(trial);
    switch (trial.verdict) {
        case 'failed':
            return (0,markdown/* markup */.PT) `**failed**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'errored':
            return (0,markdown/* markup */.PT) `**could not run**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'passed':
            return (0,markdown/* text */.Qq)(found === 0 ? 'passed' : `passed, ${(0,render_numbers/* count */.U9)(found, 'finding')}`);
        case 'skipped':
            return (0,markdown/* prose */.CS)(`skipped: ${(0,wording/* headline */.Pl)(trial)}`);
    }
}
function section(trial, setting) {
    const before = earlierState(trial, setting.previous);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `#### ${(0,markdown/* code */.aY)(trial.name)}: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial, before))}`, trialBody(trial, setting));
}
function fold(trial, setting) {
    const body = trialBody(trial, setting);
    return body.markdown === '' ? '' : (0,markdown/* details */.zH)(`${trial.name}: ${(0,render_numbers/* count */.U9)(findingsOf(trial), 'finding')}`, body).markdown;
}
function findingsOf(trial) {
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    return (0,render_entries/* findingsIn */._0)(others) + (cause === undefined ? 0 : 1);
}

;// CONCATENATED MODULE: ./build/render/comment.js







/** The sticky comment of a pull request: marker, verdict, what to change, footer, and the state for the next push. */
function renderComment(report, context) {
    const { key, links, maxBytes = commentBytes } = context;
    const first = marker({ key, sha: headOf(report), run: links.run?.number ?? 0 });
    return withinBudget((detail) => {
        const { head, body, foot } = reportParts(report, { ...context, form: 'comment', detail });
        return {
            head: joined([first, head], '\n'),
            body,
            foot: joined([foot, hiddenState(stateOf(report))], '\n'),
        };
    }, maxBytes, leftOut);
}
/** What comment and summary share. */
function reportParts(report, context) {
    const { form, detail, links, previous, suggestions } = context;
    const setting = {
        form,
        detail,
        links,
        head: headOf(report),
        ...(previous === undefined ? {} : { previous }),
        ...(suggestions === undefined ? {} : { suggestions }),
    };
    const [only] = report.trials;
    const single = report.trials.length === 1 ? only : undefined;
    const before = single === undefined ? undefined : earlierState(single, previous);
    return {
        head: (0,markdown/* joined */.oR)([(0,markdown/* markup */.PT) `###`, symbols[(0,wording/* worstVerdict */.zP)(report)], (0,markdown/* prose */.CS)((0,wording/* verdictLine */.MT)(report, before))], ' '),
        body: single === undefined ? severalBody(report, setting) : trialBody(single, setting),
        foot: footer(report, links),
    };
}
/** One symbol in the whole comment, before the verdict. */
const symbols = {
    passed: (0,markdown/* markup */.PT) `✅`,
    failed: (0,markdown/* markup */.PT) `❌`,
    errored: (0,markdown/* markup */.PT) `⚠️`,
    skipped: markdown/* nothing */.s6,
};
/** `Commit [`9f1c2ab`](…), [run 118](…), [settings](…)` */
function footer(report, links) {
    const head = headOf(report);
    const { run } = links;
    return (0,markdown/* joined */.oR)([
        ...(head === '' ? [] : [(0,markdown/* markup */.PT) `Commit ${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(head.slice(0, 7)), links.commit(head))}`]),
        ...(run === undefined ? [] : [(0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run ${run.number}`, run.address)]),
        (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `settings`, links.settings),
    ], ', ');
}
function headOf({ commit }) {
    return commit?.head ?? '';
}

;// CONCATENATED MODULE: ./build/render/summary.js



/** The page of the run: the comment's text without marker and state, and without its limits. */
function renderSummary(report, { paragraph, ...context }) {
    const text = budget_withinBudget((detail) => {
        const parts = reportParts(report, { ...context, form: 'summary', detail });
        return paragraph === undefined ? parts : { ...parts, head: (0,markdown/* paragraphs */.qN)(parts.head, paragraph) };
    }, summaryBytes - 1, budget_leftOut);
    return `${text}\n`;
}
/** Why a pull request from a fork gets no comment, and what a maintainer can do about it. */
function forkParagraph(fork, { relay }) {
    const origin = fork === '' ? markup `a fork that was deleted` : markup `the fork ${code(fork)}`;
    return markup `No comment was posted: this pull request comes from ${origin}, and GitHub gives its workflow a read-only token. This page and the annotations are the whole report, and the verdict counts all the same. Maintainers who want comments here add the ${link(markup `relay workflow`, relay)} once; the contributor need not do anything.`;
}

// EXTERNAL MODULE: ./build/render/finding-text.js + 1 modules
var finding_text = __webpack_require__(4650);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
// EXTERNAL MODULE: ./build/render/width.js
var width = __webpack_require__(69);
;// CONCATENATED MODULE: ./build/render/terminal.js










/** The report for a terminal of 80 columns. The verdict comes last, where the eye is. */
function renderTerminal(report, options) {
    const several = report.trials.length > 1;
    const blocks = report.trials.flatMap((trial) => [
        ...(several ? [[trialTitle(trial, options)]] : []),
        ...trialBlocks(trial, options),
    ]);
    return `${[...blocks, verdict(report, options)].map((block) => block.join('\n')).join('\n\n')}\n`;
}
/** Of a trial that serves, so many findings are shown; `sea-trial lint` shows all. */
const mostShown = 5;
function trialBlocks(trial, options) {
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    const text = (whole) => ({
        ...options,
        whole,
        sourceOf: (path) => (0,source/* sourceText */.rI)(trial.observation.sources, path),
    });
    const shown = cause !== undefined ? [{ finding: cause, below: [] }] : trial.cause === undefined ? others.slice(0, mostShown) : [];
    const unexplained = cause === undefined ? (0,wording/* trouble */.U$)(trial) : undefined;
    const hidden = (0,render_entries/* findingsIn */._0)(others) - (cause === undefined ? (0,render_entries/* findingsIn */._0)(shown) : 0);
    return [
        ...shown.map((entry) => (0,finding_text/* findingText */.N)(entry, text(entry.finding === cause))),
        ...(unexplained === undefined ? [] : [sentenceLines('error', unexplained, options)]),
        ...trial.notes.map((note) => sentenceLines('note', note, options)),
        (0,stage_words/* stagesInOrder */.XU)(trial)
            .filter((stage) => stage.stage !== 'stop' || stage.status !== 'skipped') // nobody misses it
            .map((stage) => stageRow(trial, stage, hidden, options)),
    ].filter((block) => block.length > 0);
}
/** `  build   52.3 s  9 steps, none from cache; 333.0 MB (overlay2)` */
function stageRow(trial, stage, hidden, options) {
    const time = stage.status === 'skipped' ? '-' : (0,render_numbers/* duration */.p0)(stage.ms);
    const all = stage.stage === 'lint' && hidden > 0 ? '  (all: sea-trial lint)' : '';
    const words = `${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,stage_words/* stageWords */._l)(trial, stage)))}${all}`;
    const room = (options.columns ?? 80) - 18;
    const name = (0,terminal_style/* painted */.C$)(stage.stage.padEnd(6), ['bold'], options);
    return (0,terminal_style/* finished */.xl)(`  ${name}${time.padStart(8)}  ${(0,width/* clippedTo */.XB)(words, room)}`, options);
}
function trialTitle(trial, options) {
    const columns = options.columns ?? 80;
    const line = (0,width/* clippedTo */.XB)((0,printing/* printable */.g$)((0,prose/* plain */.pj)(`${trial.name} ${verdictWord(trial)}`)), columns);
    return (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold'], options), options);
}
function verdictWord(trial) {
    const word = trial.verdict === 'errored' ? 'could not run' : trial.verdict;
    return `${word}: ${(0,wording/* headline */.Pl)(trial)}`;
}
function sentenceLines(name, sentences, options) {
    const styles = name === 'error' ? ['bold', 'red'] : ['bold'];
    const sentence = (0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,prose/* stopped */.ce)((0,prose/* capitalised */.Iu)(sentences))));
    return (0,terminal_style/* labelled */.wW)(name, styles, sentence, options).map((line) => (0,terminal_style/* finished */.xl)(line, options));
}
function verdict(report, options) {
    const worst = (0,wording/* worstVerdict */.zP)(report);
    const symbol = !options.unicode || worst === 'skipped' ? '' : worst === 'passed' ? '✓ ' : '✗ ';
    const lines = (0,width/* wrapped */.ky)(`${symbol}${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,wording/* verdictLine */.MT)(report)))}`, options.columns ?? 80, symbol.length);
    return lines.map((line) => (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold', terminal_style/* verdictColours */.Zf[worst]], options), options));
}

// EXTERNAL MODULE: ./build/dockerfile/source.js + 19 modules
var dockerfile_source = __webpack_require__(1678);
;// CONCATENATED MODULE: ./build/probes/request.js

const usualLimitMs = 5_000;
const longestLimitMs = 300_000;
const rootProbe = {
    text: 'GET /',
    method: 'GET',
    path: '/',
    headers: {},
    expect: { headers: {}, contains: [] },
    limitMs: usualLimitMs,
};
const shape = 'Write it as METHOD [:PORT]PATH [STATUS], such as "GET /health 200".';
/**
 * `METHOD [:PORT]PATH [STATUS]`, then any of `header "Name: value"` (sent; `${NAME}` is taken from `environment`),
 * `answers "Name: part of the value"`, `contains "text"`, `json {"ok": true}` (to the end of the line), `within 500ms`.
 * Throws a UserError that quotes the line.
 */
function parseProbeRequest(line, environment, place) {
    const refuse = (what) => new errors/* UserError */.y(`the probe ${JSON.stringify(line)} ${what}.`, { place, hint: shape });
    const words = readWords(line);
    if (words === undefined)
        throw refuse('has a quote that is not closed');
    const method = words.shift()?.value.toUpperCase() ?? '';
    if (!/^[A-Z]+$/.test(method))
        throw refuse('does not begin with an HTTP method');
    const target = /^(?::(?<port>\d{1,5}))?(?<path>\/\S*)$/.exec(words.shift()?.value ?? '')?.groups;
    if (target?.['path'] === undefined)
        throw refuse('names no path that begins with /');
    // A path such as //elsewhere/ would leave the container once it is joined with the address.
    if (new URL(target['path'], 'http://container').host !== 'container')
        throw refuse('names another host');
    const port = target['port'] === undefined ? undefined : Number(target['port']);
    if (port !== undefined && (port < 1 || port > 65_535))
        throw refuse(`names the port ${port}, which does not exist`);
    let status;
    let json;
    let limitMs = usualLimitMs;
    const headers = {};
    const answers = {};
    const contains = [];
    if (/^\d+$/.test(words[0]?.value ?? '')) {
        status = Number(words.shift()?.value);
        if (status < 100 || status > 599)
            throw refuse(`expects the status ${status}, which does not exist`);
    }
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
        const operand = word.value === 'json' ? undefined : words.shift();
        if (word.value === 'json') {
            json = readJson(line.slice(word.end).trim(), refuse);
            break;
        }
        if (operand === undefined)
            throw refuse(`ends after ${JSON.stringify(word.value)}`);
        if (word.value === 'header' || word.value === 'answers') {
            const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(operand.value) ?? [];
            if (name === undefined || value === undefined)
                throw refuse(`has a header that is not "Name: value"`);
            if (word.value === 'header')
                headers[name] = fillIn(value, environment, refuse);
            else
                answers[name.toLowerCase()] = value;
        }
        else if (word.value === 'contains')
            contains.push(operand.value);
        else if (word.value === 'within')
            limitMs = readLimit(operand.value, refuse);
        else
            throw refuse(`has the word ${JSON.stringify(word.value)}, which is none of header, answers, contains, json, within`);
    }
    return {
        text: line.trim(),
        method,
        path: target['path'],
        ...(port === undefined ? {} : { port }),
        headers,
        expect: {
            ...(status === undefined ? {} : { status }),
            headers: answers,
            contains,
            ...(json === undefined ? {} : { json }),
        },
        limitMs,
    };
}
function readJson(text, refuse) {
    try {
        const value = JSON.parse(text);
        return value;
    }
    catch {
        throw refuse(`expects JSON that cannot be read: ${text}`);
    }
}
function readLimit(text, refuse) {
    const [, amount, unit] = /^(\d+)(ms|s)$/.exec(text) ?? [];
    const ms = Number(amount) * (unit === 's' ? 1000 : 1);
    if (!(ms > 0 && ms <= longestLimitMs))
        throw refuse(`has the time limit ${JSON.stringify(text)}, which is not one such as 500ms or 2s`);
    return ms;
}
function fillIn(value, environment, refuse) {
    return value.replaceAll(/\$\{(\w+)\}/g, (_, name) => {
        const found = environment[name];
        if (found === undefined)
            throw refuse(`needs \${${name}}, which \`env\` does not give`);
        return found;
    });
}
/** Splits at blanks; double or single quotes hold a word together, a backslash inside double quotes escapes. */
function readWords(line) {
    const words = [];
    const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"']\S*))/y;
    while (line.slice(pattern.lastIndex).trim() !== '') {
        const match = pattern.exec(line);
        if (match === null)
            return undefined;
        words.push({ value: match[1]?.replaceAll(/\\(.)/g, '$1') ?? match[2] ?? match[3] ?? '', end: pattern.lastIndex });
        // JSON keeps its own quotes and blanks: it goes on to the end of the line.
        if (words.at(-1)?.value === 'json')
            break;
    }
    return words;
}

// EXTERNAL MODULE: ./build/plan/facts-for.js + 25 modules
var facts_for = __webpack_require__(6690);
;// CONCATENATED MODULE: ./build/plan/port.js
/** Where people expect a uvicorn image to answer. */
const usualPort = 8000;
/** Which port is published, and which one is asked: what was given, literally; else 8000, where the server is told another port on 8000 of the host. */
function choosePort({ given, exposed, named, asked }) {
    if (given !== undefined)
        return { publish: withAsked(given, asked), port: portAmong(given, named), isOurs: false, notes: [] };
    const moves = named !== undefined && named !== usualPort && (exposed.length === 0 || exposed.includes(named));
    const port = moves ? named : usualPort;
    return {
        publish: withAsked([{ hostPort: usualPort, containerPort: port, protocol: 'tcp' }], asked),
        port,
        isOurs: true,
        notes: moves ? [`The server is told port ${port}, so that one is published on ${usualPort}.`] : [],
    };
}
function portAmong(given, named) {
    const ports = given.filter(({ protocol }) => protocol === 'tcp').map(({ containerPort }) => containerPort);
    const wanted = [named, usualPort].find((port) => port !== undefined && ports.includes(port));
    return wanted ?? ports[0] ?? named ?? usualPort;
}
/** A port that only a probe asks is published on a free host port. */
function withAsked(publish, asked) {
    const missing = asked.filter((port) => !publish.some(({ containerPort, protocol }) => containerPort === port && protocol === 'tcp'));
    return [
        ...publish,
        ...[...new Set(missing)].map((port) => ({ hostIp: '127.0.0.1', hostPort: 0, containerPort: port, protocol: 'tcp' })),
    ];
}

;// CONCATENATED MODULE: ./build/plan/server-port.js
/** The one TCP port that the server's command line, its environment or its file surely names. */
function namedPort({ startCommand }) {
    const named = (startCommand?.server?.addresses ?? []).flatMap((address) => address.kind === 'tcp' && address.port.kind === 'given' ? [address.port.value] : []);
    return named.length === 1 ? named[0] : undefined;
}
/** More ports of one range than this say nothing about a web server. */
const widestRange = 100;
/** EXPOSE's TCP ports, one by one. */
function exposedPorts({ exposed }) {
    return exposed.ports.flatMap(portsOf);
}
function portsOf({ first, last, protocol }) {
    if (protocol !== 'tcp' || last - first >= widestRange)
        return [];
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

;// CONCATENATED MODULE: ./build/plan/name-for-docker.js
/** Part of an image's and a container's name: what docker allows there is kept, the rest becomes a dash. */
function nameForDocker(text) {
    const name = text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 60);
    return name === '' ? 'image' : name;
}

;// CONCATENATED MODULE: ./build/plan/make-plan.js








/** Decides what will be done for one image. Reads files, starts nothing. Throws a UserError where the settings cannot be followed. */
function makePlan(settings, ports, runId) {
    const context = settings.contexts[0] ?? '.';
    const contextFolder = external_node_path_.resolve(ports.workingDirectory, context);
    const file = settings.files[0]?.text ?? external_node_path_.join(context, 'Dockerfile');
    const place = settings.files[0]?.place;
    if (ports.files.stat(contextFolder)?.kind !== 'folder') {
        throw new errors/* UserError */.y(`the context "${context}" is not a folder.`, {
            hint: 'Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before.',
        });
    }
    const dockerfilePath = external_node_path_.resolve(ports.workingDirectory, file);
    const loaded = (0,dockerfile_source/* loadDockerfile */.d)(ports.files, dockerfilePath, file);
    if ('error' in loaded) {
        throw new errors/* UserError */.y(`${file} ${loaded.error}.`, {
            ...(place === undefined ? {} : { place }),
            hint: ports.files.list(contextFolder).length === 0
                ? 'The folder is empty: in a workflow, run actions/checkout before this step.'
                : 'Name the Dockerfile with `file`.',
        });
    }
    const facts = (0,facts_for/* factsFor */.x)({ dockerfile: loaded.dockerfile, file: dockerfilePath, context }, settings, ports);
    const environment = Object.fromEntries(settings.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const probes = [
        rootProbe,
        ...settings.probes.map(({ text, place: where }) => parseProbeRequest(text, environment, where)),
    ];
    const chosen = choosePort({
        given: settings.publish,
        exposed: exposedPorts(facts),
        named: namedPort(facts),
        asked: probes.flatMap(({ port }) => (port === undefined ? [] : [port])),
    });
    const name = settings.name ?? usualName(contextFolder, file);
    const dockerName = nameForDocker(name);
    return {
        name,
        file: external_node_path_.normalize(file),
        context: external_node_path_.normalize(context),
        facts,
        sources: () => sourcesOf(facts, settings),
        build: {
            context: contextFolder,
            dockerfile: dockerfilePath,
            ...(settings.target === undefined ? {} : { target: settings.target }),
            buildArguments: settings.buildArguments,
            buildContexts: settings.buildContexts,
            secrets: settings.secrets,
            ssh: settings.ssh,
            addHosts: settings.addHosts,
            ...(settings.shmSize === undefined ? {} : { shmSize: settings.shmSize }),
            cacheFrom: settings.cacheFrom,
            cacheTo: settings.cacheTo,
            ...(settings.builder === undefined ? {} : { builder: settings.builder }),
            ...(settings.platform === undefined ? {} : { platform: settings.platform }),
            tags: settings.tags.length === 0 ? [`sea-trial/${dockerName}:${runId}`] : settings.tags,
            labels: settings.labels,
            pull: settings.pull,
            noCache: settings.noCache,
            ...(settings.network === undefined ? {} : { network: settings.network }),
            deadlineMs: settings.buildTimeoutMs,
        },
        start: {
            containerName: `sea-trial-${dockerName}-${runId}`,
            labels: [`${make_plan_runLabel}=${runId}`],
            publish: chosen.publish,
            portIsOurs: chosen.isOurs,
            port: chosen.port,
            environment: settings.environment,
            environmentFiles: settings.environmentFiles,
            ...(settings.runNetwork === undefined ? {} : { network: settings.runNetwork }),
            options: settings.runOptions,
        },
        probes,
        readyLimitMs: settings.readyTimeoutMs,
        stopLimitMs: settings.stopTimeoutMs,
        ignore: (0,facts_for/* ignoreSettings */.w)(settings),
        notes: [...settings.notes, ...chosen.notes],
    };
}
/** The folder's; a Dockerfile of another name adds its own, so that two of one folder are told apart. */
function usualName(contextFolder, file) {
    const folder = external_node_path_.basename(contextFolder);
    const own = external_node_path_.basename(file).replace(/^(?:Dockerfile|Containerfile)[.-]?|\.(?:Dockerfile|Containerfile)$/gi, '');
    return own === '' ? folder : `${folder}-${own}`;
}
/** The label by which the post step, and a person, find the containers of a run. */
const make_plan_runLabel = 'sea-trial.run';
function sourcesOf(facts, settings) {
    const { dockerfile, context } = facts;
    const { files, unvisited } = context.listing;
    return {
        dockerfile: { path: dockerfile.path, text: dockerfile.text },
        context: context.folder,
        ...(settings.target === undefined ? {} : { target: settings.target }),
        buildArguments: settings.buildArguments,
        files: context.filesRead(),
        listing: [...files, ...unvisited.map((folder) => `${folder}/`)],
    };
}

;// CONCATENATED MODULE: ./build/commands/clean-up.js


/** Removes the containers of a run that was killed; their images are then free to go as well. */
async function removeContainers(docker, runId) {
    for (const id of await docker.containersWithLabel(`${runLabel}=${runId}`))
        await docker.remove(id);
}
/** Removes images that bear a name of ours. What is gone already is no trouble, nor is an engine that is gone: it was told of before. */
async function removeImages(docker, images) {
    for (const image of images) {
        try {
            await docker.removeImage(image);
        }
        catch (error) {
            if (!(error instanceof errors/* SetupError */.w))
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/render/mask-values.js
/** A secret of fewer characters cannot be told from ordinary text. */
const fewestCharacters = 4;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const mask_values_boolean = /^(?:true|false|yes|no|on|off|enabled|disabled|null|none)$/i;
const logLevel = /^(?:trace|debug|info|notice|warn|warning|error|critical|fatal|notset)$/i;
/** Small letters only: a token of dotted parts (a JWT) has capitals. A single word may be a password, so it needs a port. */
const host = /^(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\]|[0-9a-f]*::[0-9a-f:.]*|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?$|^[a-z][a-z0-9-]{0,62}:\d{1,5}$/;
/**
 * Values of `env` that tell nothing: shorter than four characters, a number, a boolean, a host or an address without a
 * password, a log level.
 */
function isPlainValue(value) {
    const trimmed = value.trim();
    return (trimmed.length < fewestCharacters ||
        number.test(trimmed) ||
        mask_values_boolean.test(trimmed) ||
        logLevel.test(trimmed) ||
        host.test(trimmed) ||
        isPlainAddress(trimmed));
}
/** A query may hold a key, and a long random segment of the path is one (as in the addresses of webhooks). */
function isPlainAddress(value) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value))
        return false;
    const url = new URL(value);
    const random = url.pathname.split('/').some((part) => part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part));
    return url.password === '' && url.search === '' && url.hash === '' && !random && addressPasswords(value).length === 0;
}
/**
 * The password of `scheme://user:password@host`, up to the last `@`. A slash belongs to it only where no number stands before
 * it: that is a port. Quantities are bounded, so that a hostile line costs no time.
 */
const addressPassword = /:\/\/[^\s:@/?#'"`<>]{0,256}:(?<password>[^\s/?#'"`<>]{1,512}(?=@)|(?!\d{1,5}[/?#])[^\s'"`<>]{1,512}(?=@))/dg;
/** Where passwords of addresses stand in a text. */
function addressPasswords(text) {
    return Array.from(text.matchAll(addressPassword), (match) => {
        const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
        return { start, end };
    });
}
/**
 * The passwords of the addresses in a text, so that they are found elsewhere too: as written and as meant. One that is a
 * word of its own address (`postgres://postgres:postgres@db`) is hidden in the address only.
 */
function passwordsIn(text) {
    return addressPasswords(text).flatMap(({ start, end }) => {
        const written = text.slice(start, end);
        const lineStart = text.slice(Math.max(0, start - 300), start);
        const around = `${/\S*$/.exec(lineStart)?.[0] ?? ''} ${/^\S{0,300}/.exec(text.slice(end, end + 300))?.[0] ?? ''}`;
        if (around.split(/[^\w-]+/).includes(written))
            return [];
        const meant = mask_values_decoded(written);
        return meant === written ? [written] : [written, meant];
    });
}
function mask_values_decoded(written) {
    try {
        return decodeURIComponent(written);
    }
    catch {
        return written; // a lone per cent sign: it was meant as it is
    }
}

;// CONCATENATED MODULE: ./build/render/mask-patterns.js

/** Of a value of several lines, shorter lines are no secret by themselves (a brace of JSON). */
const shortestLine = 4;
/** Fewer characters of base64 would be found everywhere. */
const shortestBase64 = 4;
/** Finds any of these values, in whatever form they may have been written; undefined where there is nothing to find. */
function valuePattern(values) {
    const needles = new Map();
    for (const value of new Set(values.map((each) => each.trim())))
        for (const needle of needlesOf(value))
            needles.set(needle.pattern, needle.length);
    if (needles.size === 0)
        return undefined;
    const longestFirst = Array.from(needles)
        .toSorted((a, b) => b[1] - a[1])
        .map(([pattern]) => pattern);
    return new RegExp(longestFirst.join('|'), 'g');
}
/** All that is to be hidden, in order, overlapping places joined. */
function hiddenSpans(text, pattern) {
    const found = addressPasswords(text);
    if (pattern !== undefined) {
        pattern.lastIndex = 0; // not a copy of it: each would be compiled anew
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            found.push({ start: match.index, end: match.index + match[0].length });
            pattern.lastIndex = match.index + 1; // the next may begin inside of this one
        }
    }
    return union(found.toSorted((a, b) => a.start - b.start));
}
function union(spans) {
    const joined = [];
    for (const { start, end } of spans) {
        const last = joined.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            joined.push({ start, end });
    }
    return joined;
}
function needlesOf(value) {
    const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
    const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
    return [
        ...parts.filter((part) => part !== '').map((part) => ({ pattern: written(part), length: part.length })),
        ...[...new Set([value, ...parts])].flatMap(base64Needles),
    ];
}
/** The value as it may stand in an address, in JSON or in HTML: each character in any of its forms. */
function written(value) {
    return Array.from(value, (character) => /[A-Za-z0-9]/.test(character) ? character : `(?:${formsOf(character).join('|')})`).join('');
}
function formsOf(character) {
    const percent = Array.from(Buffer.from(character), (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
    const json = Array.from({ length: character.length }, (_, unit) => String.raw `\\u${anyCase(character.charCodeAt(unit).toString(16).padStart(4, '0'))}`).join('');
    return [...(shortForms.get(character) ?? []), percent, json, literal(character)];
}
/** What JSON, forms and HTML write for some characters; as patterns. */
const shortForms = new Map([
    [' ', [String.raw `\+`]],
    ['"', [String.raw `\\"`, '&quot;', '&#34;']],
    ['\\', [String.raw `\\\\`]],
    ['/', [String.raw `\\/`]],
    ['\t', [String.raw `\\t`]],
    ['&', ['&amp;']],
    ['<', ['&lt;']],
    ['>', ['&gt;']],
    ["'", ['&#39;', '&#x27;']],
]);
/**
 * In base64 three bytes become four characters, so the same bytes look different at each of three positions. Of each the
 * characters that depend on nothing but the value are looked for; what is left at the edges is less than the value.
 */
function base64Needles(value) {
    const bytes = Buffer.from(value);
    const whole = bytes.toString('base64');
    const needles = whole.endsWith('=') && whole.length >= shortestBase64 ? [whole] : [];
    for (const position of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(position), bytes]).toString('base64');
        const first = Math.ceil((position * 8) / 6);
        const last = Math.floor(((position + bytes.length) * 8) / 6);
        if (last - first >= shortestBase64)
            needles.push(encoded.slice(first, last));
    }
    return needles.map((needle) => ({ pattern: base64Pattern(needle), length: needle.length }));
}
/** The alphabet for addresses has other signs, and the usual one may itself be URL-encoded. */
function base64Pattern(needle) {
    return needle.replaceAll('+', '(?:[+-]|%2[bB])').replaceAll('/', '(?:[/_]|%2[fF])').replaceAll('=', '(?:=|%3[dD])');
}
function anyCase(hex) {
    return hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
function literal(character) {
    return character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/render/mask.js


const stars = '***';
/** Hides the values as they are, URL-encoded and in base64, and every password in an address. */
function maskFor({ secrets, env, publicText }) {
    const pattern = valuePattern([
        ...secrets,
        ...env.filter((value) => !isPlainValue(value) && !publicText.includes(value)),
        ...[...secrets, ...env, publicText].flatMap(passwordsIn).filter((password) => !isPlainValue(password)),
    ]);
    const replace = (text, by) => {
        let masked = '';
        let at = 0;
        for (const { start, end } of hiddenSpans(text, pattern)) {
            masked += text.slice(at, start) + by(text.slice(start, end));
            at = end;
        }
        return masked + text.slice(at);
    };
    return Object.assign((text) => replace(text, () => stars), {
        // A break would be lost in a star, and the lines behind it move.
        sameLength: (text) => replace(text, (hidden) => hidden.replaceAll(/[^\r\n]/g, '*')),
    });
}
function maskDeep(value, mask) {
    return deeply(value, { mask: (text) => mask(text), within: (name) => within(name, mask), key: '' });
}
/** Under these names stand words of closed lists, which programs read; a secret may happen to read the same. */
const closedWords = new Set('cause check ended family kind protocol safety severity since stage status store stream unit verdict'.split(' '));
/** Under these stand names that others chose, so that none of them tells what the value is. */
const foreignNames = new Set(['headers', 'buildArguments']);
function within(name, mask) {
    if (name === 'sources')
        return { mask: mask.sameLength, within: inner };
    return inner(name);
}
function inner(name) {
    return foreignNames.has(name) ? { within: () => ({ key: '' }) } : {};
}
function deeply(value, how) {
    if (typeof value === 'string')
        return closedWords.has(how.key) ? value : how.mask(value);
    if (Array.isArray(value))
        return value.map((entry) => deeply(entry, how));
    if (value instanceof Error)
        return maskedError(value, how);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, deeply(entry, { ...how, key, ...how.within(key) })]));
}
function maskedError(error, how) {
    const cause = error.cause === undefined ? {} : { cause: deeply(error.cause, how) };
    const masked = new Error(how.mask(error.message), cause);
    masked.name = error.name;
    if (error.stack !== undefined)
        masked.stack = how.mask(error.stack);
    return masked;
}

// EXTERNAL MODULE: ./build/diagnoses/index.js + 39 modules
var diagnoses = __webpack_require__(4374);
// EXTERNAL MODULE: ./build/lint/lint.js + 4 modules
var lint = __webpack_require__(6506);
// EXTERNAL MODULE: ./build/probes/index.js + 10 modules
var probes = __webpack_require__(2570);
// EXTERNAL MODULE: ./build/finding.js
var build_finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/stages/build-log.js
/**
 * BuildKit's steps run side by side and their lines come mixed. One step at a time is shown live, as a group;
 * what the others write waits until it is their turn.
 */
function buildLog(progress) {
    const waiting = new Map();
    let shown;
    const entryOf = (step) => {
        const entry = waiting.get(step.digest) ?? { step, lines: [], ended: undefined };
        waiting.set(step.digest, entry);
        return entry;
    };
    const showNext = () => {
        while (shown === undefined) {
            const next = waiting.entries().next();
            if (next.done === true)
                return;
            const [digest, { step, lines, ended }] = next.value;
            progress.open(step.name);
            for (const line of lines.splice(0))
                progress.line(line);
            if (ended === undefined)
                shown = digest;
            else {
                close(ended);
                waiting.delete(digest);
            }
        }
    };
    const close = (step) => {
        if (step.error !== undefined)
            progress.line(step.error);
        progress.line(step.cached ? 'from cache' : `took ${((step.ms ?? 0) / 1000).toFixed(1)} s`);
        progress.close();
    };
    return {
        onStepStarted(step) {
            if (isInternal(step))
                return;
            entryOf(step);
            showNext();
        },
        onStepLog(step, line) {
            const entry = entryOf(step);
            if (step.digest === shown)
                progress.line(line);
            else
                entry.lines.push(line);
            showNext();
        },
        onStepEnded(step) {
            if (isInternal(step) && step.error === undefined && !waiting.has(step.digest))
                return;
            entryOf(step).ended = step;
            showNext();
            if (step.digest !== shown)
                return;
            waiting.delete(step.digest);
            shown = undefined;
            close(step);
            showNext();
        },
        close() {
            if (shown !== undefined)
                progress.close();
            shown = undefined;
            waiting.clear();
        },
    };
}
/** `[internal] load .dockerignore`: of no interest unless it says something, or fails. */
function isInternal({ name }) {
    return name.startsWith('[internal]');
}

;// CONCATENATED MODULE: ./build/stages/build.js



/** Builds with the steps' logs shown live. */
async function build(request, docker, progress, signal) {
    const log = buildLog(progress);
    try {
        return await docker.build(request, log, signal);
    }
    finally {
        log.close();
    }
}
/** BuildKit's own checks, from the build that was done anyway; dropped where a rule of ours with that alias speaks at that line already. */
function buildkitFindings(warnings, facts, ours) {
    return warnings
        .filter((warning) => !ours.some((finding) => finding.aliases.includes(warning.check) && finding.location?.line === warning.line))
        .map((warning) => {
        const location = build_lineOf(facts, warning);
        return {
            check: `buildkit/${warning.check}`,
            aliases: [warning.check],
            severity: 'warning',
            title: warning.message.replace(/\.$/, ''),
            why: warning.detail,
            advice: warning.url === undefined ? '' : `What to write instead: ${warning.url}`,
            ...(location === undefined ? {} : { location }),
            evidence: [],
            // The engine that builds has said so itself.
            status: 'confirmed',
            fingerprint: (0,build_finding/* fingerprintOf */.a)(`buildkit/${warning.check}`, facts.dockerfile.path, warning.message),
        };
    });
}
function build_lineOf(facts, warning) {
    const { dockerfile } = facts;
    const instruction = dockerfile.instructions.find(({ lines }) => warning.line !== undefined && lines[0] <= warning.line && warning.line <= lines[1]);
    return instruction === undefined ? undefined : (0,dockerfile_location/* locationOf */.hD)(dockerfile, instruction.span);
}
/**
 * The steps that stand for instructions of the Dockerfile. BuildKit names them `[2/6] WORKDIR /app` or `[build 3/4] RUN …`
 * with the instruction's text, variables expanded; so they are matched by keyword and order within the stage.
 */
function timedSteps(steps, facts) {
    const left = [...facts.dockerfile.instructions];
    const timed = [];
    for (const step of steps) {
        const [, instruction] = /^\[(?:[^\]]+ )?\d+\/\d+\] (.+)$/s.exec(step.name) ?? [];
        if (instruction === undefined || step.startedAt === undefined)
            continue;
        const keyword = instruction.split(' ', 1)[0];
        const at = left.findIndex((candidate) => candidate.keyword === keyword && sameText(candidate.text, instruction));
        const found = left[at === -1 ? left.findIndex((candidate) => candidate.keyword === keyword) : at];
        if (found === undefined)
            continue;
        left.splice(left.indexOf(found), 1);
        timed.push({ line: found.lines[0], instruction, startedAt: step.startedAt, ms: step.ms ?? 0, cached: step.cached });
    }
    return timed.toSorted((a, b) => a.line - b.line);
}
function sameText(source, shown) {
    return folded(source) === folded(shown);
}
function folded(text) {
    return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
/**
 * For each layer of the image the line of the Dockerfile that made it. The base image's layers come first and have none:
 * the history's last entries are this build's, in the order of the final stage's instructions.
 */
function layerLines(image, facts) {
    const makers = facts.imageInstructions.filter(({ keyword }) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword));
    const lines = [];
    let next = makers.length - 1;
    for (const layer of image.layers.toReversed()) {
        const maker = makers[next];
        const isOurs = maker !== undefined && layer.instruction.startsWith(maker.keyword);
        if (isOurs)
            next -= 1;
        lines.unshift(isOurs ? maker.lines[0] : undefined);
    }
    return lines;
}

// EXTERNAL MODULE: ./build/lint/pragmas.js
var pragmas = __webpack_require__(65);
// EXTERNAL MODULE: ./build/lint/suppression.js
var suppression = __webpack_require__(5763);
;// CONCATENATED MODULE: ./build/trial/settle.js

/** The paths whose size the probes want to know, for what lint suspects in this image. */
function pathsToMeasure(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return [];
    const paths = suspected.flatMap((finding) => probes/* probes */.K.flatMap((probe) => probe.settles.includes(finding.check) ? (probe.measures?.({ finding, facts, observation, container }) ?? []) : []));
    return [...new Set(paths)];
}
/** Lint's suspicions, each confirmed, priced or refuted where the run tells; the others stay as they are. */
function settleFindings(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return suspected;
    return suspected.map((finding) => {
        for (const probe of probes/* probes */.K) {
            const settlement = probe.settles.includes(finding.check)
                ? probe.settle({ finding, facts, observation, container })
                : undefined;
            if (settlement === undefined)
                continue;
            const { status, cost, evidence } = settlement;
            return {
                ...finding,
                status,
                ...(cost === undefined ? {} : { cost }),
                evidence: [...finding.evidence, ...evidence],
            };
        }
        return finding;
    });
}

// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
;// CONCATENATED MODULE: ./build/trial/verdict.js


/**
 * Could not run comes before failed: where the set-up stopped the trial, the image is not blamed.
 * `failOn` concerns findings alone; an image that does not build or serve has failed whatever it says.
 */
function judge(stages, findings, failOn) {
    const errored = stages.find((stage) => stage.status === 'errored');
    const failed = stages.find((stage) => stage.status === 'failed');
    const ended = errored ?? failed;
    if (ended !== undefined && 'findings' in ended) {
        return { verdict: errored === undefined ? 'failed' : 'errored', cause: ended.findings[0]?.check ?? 'unknown' };
    }
    return { verdict: findings.some((finding) => fails(finding, failOn)) ? 'failed' : 'passed', cause: undefined };
}
/** What the run refuted fails nothing. */
function fails(finding, failOn) {
    if (failOn === 'never' || finding.status === 'refuted')
        return false;
    return build_finding/* severities */.g.indexOf(finding.severity) <= build_finding/* severities */.g.indexOf(failOn);
}
/**
 * One cause is one entry: a suspicion of lint and a diagnosis of the run that name the same flaw become one finding,
 * in the words of the run, at the place where the flaw stands, with the evidence of both.
 */
function joinFindings(suspected, seen) {
    const joined = seen.map((finding) => {
        const suspicion = suspected.find((candidate) => isSameFlaw(candidate, finding));
        if (suspicion === undefined)
            return finding;
        const { location, fix } = { ...withoutUndefined(suspicion), ...withoutUndefined(finding) };
        return {
            ...finding,
            aliases: [...new Set([...suspicion.aliases, ...finding.aliases])],
            ...(location === undefined ? {} : { location }),
            ...(fix === undefined ? {} : { fix }),
            evidence: [...finding.evidence, ...suspicion.evidence],
            fingerprint: suspicion.fingerprint,
        };
    });
    const left = suspected.filter((candidate) => !seen.some((finding) => isSameFlaw(candidate, finding)));
    return (0,order/* inOrder */.a)([...joined, ...left]);
}
function isSameFlaw(suspicion, seen) {
    return (suspicion.check === seen.check && (seen.location === undefined || suspicion.location?.path === seen.location.path));
}
function withoutUndefined({ location, fix }) {
    return { ...(location === undefined ? {} : { location }), ...(fix === undefined ? {} : { fix }) };
}

;// CONCATENATED MODULE: ./build/trial/compile-report.js





/** All that the stages came to, as one report: here lint's suspicions meet what the run saw. */
function compileReport({ plan, linted, logbook, tried, image, failOn }) {
    const { observation, stages } = logbook;
    const { facts } = plan;
    const seen = stages.flatMap((stage) => (stage.stage === 'lint' || stage.status === 'skipped' ? [] : stage.findings));
    const settled = settleFindings(linted.findings, observation, facts);
    const fromBuild = buildkitFindings(observation.build?.warnings ?? [], facts, settled);
    const buildkit = (0,suppression/* silence */.a)(fromBuild.map((finding) => ({ finding })), facts.dockerfile, (0,pragmas/* readPragmas */.Q)(facts.dockerfile), plan.ignore);
    const findings = joinFindings([...settled, ...buildkit.findings], seen);
    const { container } = observation;
    return {
        name: plan.name,
        file: plan.file,
        context: plan.context,
        ...judge(stages, findings, failOn),
        stages,
        findings,
        ignored: [...linted.ignored, ...buildkit.ignored],
        ...(image === undefined ? {} : { image, layerLines: layerLines(image, facts) }),
        ...(observation.build === undefined ? {} : { steps: timedSteps(observation.build.steps, facts) }),
        ...(container?.wait.readyAtMs === undefined ? {} : { startupMs: container.wait.readyAtMs }),
        ...(tried.probes.length === 0 ? {} : { probes: tried.probes }),
        ...(container?.runtime === undefined ? {} : { runtime: container.runtime }),
        ...(container?.stop === undefined ? {} : { stopped: container.stop }),
        notes: [
            ...plan.notes,
            ...(tried.movedTo === undefined
                ? []
                : [`Port 8000 is taken on this machine, so the container was published on port ${tried.movedTo}.`]),
        ],
        observation,
    };
}

;// CONCATENATED MODULE: ./build/stages/running.js
/** Who runs, as whom, and where it listens: asked while it still runs. */
async function observeRunning(container, watch, docker) {
    const proc = docker.observeProcess(container);
    const processes = await docker.processes(container.id);
    const first = processes.find((process) => process.pid === container.state.pid) ?? processes[0];
    const runtime = {
        user: first?.user ?? container.user,
        ...(proc?.uid === undefined ? {} : { uid: proc.uid }),
        processes: processes.length,
        listening: watch.listening.map((socket) => socket.family === 'unix'
            ? `unix:${socket.address}`
            : `${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`),
        ...(proc?.memoryBytes === undefined ? {} : { memoryBytes: proc.memoryBytes }),
        ...(proc?.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: proc.memoryPeakBytes }),
    };
    watch.sawRunning(processes, runtime);
    return runtime;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/probes/exchange.js

/** Of an answer's body at most this many bytes are kept; the rest is counted and thrown away. */
const mostBodyBytes = 1_000_000;
/**
 * Sends one request on a connection of its own and says how it ended; never throws.
 * Not `fetch`: that one hides whether a connection was reset or closed without a byte, and obeys NODE_USE_ENV_PROXY,
 * and a probe must never leave through a proxy.
 */
function exchange(asked) {
    const began = performance.now();
    const agent = new external_node_http_.Agent({ keepAlive: false });
    return new Promise((resolve) => {
        const finish = (outcome) => {
            clearTimeout(limit);
            asked.signal?.removeEventListener('abort', onAbort);
            sent.destroy();
            agent.destroy();
            resolve({ outcome, ms: performance.now() - began });
        };
        const onAbort = () => finish({ kind: 'failed', detail: 'given up' });
        const sent = (0,external_node_http_.request)(asked.url, {
            agent,
            method: asked.method,
            headers: { 'user-agent': 'sea-trial', accept: '*/*', connection: 'close', ...asked.headers },
        });
        const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
        sent.on('error', (error) => finish(outcomeOfError(error)));
        // 101 arrives here, and nowhere else: the server speaks HTTP, so it is an answer.
        sent.on('upgrade', (answer) => finish({
            kind: 'answered',
            status: answer.statusCode ?? 0,
            headers: flat(answer.headers),
            body: '',
            bodyBytes: 0,
        }));
        sent.on('response', (answer) => {
            const kept = [];
            let bodyBytes = 0;
            const answered = () => ({
                kind: 'answered',
                status: answer.statusCode ?? 0,
                headers: flat(answer.headers),
                body: Buffer.concat(kept).toString('utf8'),
                bodyBytes,
            });
            // An endless body (server-sent events) is an answer all the same: its status and what came of it count.
            answer.on('data', (chunk) => {
                if (bodyBytes < mostBodyBytes)
                    kept.push(chunk.subarray(0, mostBodyBytes - bodyBytes));
                bodyBytes += chunk.length;
            });
            answer.on('end', () => finish(answered()));
            answer.on('error', () => finish({ kind: 'failed', detail: `the connection broke after ${bodyBytes} bytes of the answer` }));
            clearTimeout(limit);
            const bodyLimit = setTimeout(() => finish(answered()), Math.max(1, asked.limitMs - (performance.now() - began)));
            answer.on('close', () => clearTimeout(bodyLimit));
        });
        asked.signal?.addEventListener('abort', onAbort, { once: true });
        sent.end(asked.body);
        if (asked.signal?.aborted === true)
            onAbort();
    });
}
/** Node's own error codes: `socket hang up` is an end of the stream without a byte, `read ECONNRESET` a reset. */
function outcomeOfError(error) {
    const code = error.code ?? '';
    if (code === 'ECONNREFUSED')
        return { kind: 'refused' };
    if (code === 'ECONNRESET')
        return error.message === 'socket hang up' ? { kind: 'closed' } : { kind: 'reset' };
    if (code === 'EPIPE')
        return { kind: 'reset' };
    if (code.startsWith('HPE_'))
        return { kind: 'not-http', detail: error.message };
    return { kind: 'failed', detail: error.message };
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/probes/judge.js

/** Undefined where the answer is as expected; else what differs, to stand behind "GET /health: ". */
function deviation(outcome, expect) {
    if (outcome.kind !== 'answered')
        return describeOutcome(outcome);
    if (expect.status !== undefined && outcome.status !== expect.status)
        return `answered ${outcome.status} instead of ${expect.status}`;
    if (expect.status === undefined && outcome.status >= 500)
        return `answered ${outcome.status}`;
    for (const [name, part] of Object.entries(expect.headers)) {
        const value = outcome.headers[name];
        if (value === undefined)
            return `answered without the header ${name}`;
        if (!value.includes(part))
            return `answered ${name}: ${value}, which does not contain ${JSON.stringify(part)}`;
    }
    for (const part of expect.contains) {
        if (!outcome.body.includes(part))
            return `answered a body that does not contain ${JSON.stringify(part)}`;
    }
    return expect.json === undefined ? undefined : jsonDeviation(outcome.body, expect.json);
}
function jsonDeviation(body, expected) {
    try {
        const answered = JSON.parse(body);
        return (0,external_node_util_.isDeepStrictEqual)(answered, expected)
            ? undefined
            : `answered the JSON ${clip(JSON.stringify(answered))} instead of ${clip(JSON.stringify(expected))}`;
    }
    catch {
        return `answered ${clip(JSON.stringify(body))}, which is not JSON`;
    }
}
/** In words, for people: `200`, `accepted, then reset`. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'answered':
            return `${outcome.status}`;
        case 'refused':
            return 'connection refused';
        case 'reset':
            return 'accepted, then reset';
        case 'closed':
            return 'accepted, then closed without an answer';
        case 'timeout':
            return 'no answer in time';
        case 'not-http':
            return `answered bytes that are not HTTP (${outcome.detail})`;
        case 'failed':
            return outcome.detail;
    }
}
function clip(text) {
    return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

;// CONCATENATED MODULE: ./build/stages/smoke.js


const repeatEveryMs = 100;
/** Asks the probes one after another. */
async function smoke(plan, setting) {
    const results = [];
    for (const probe of plan.probes)
        results.push(await ask(probe, plan, setting));
    return results;
}
/**
 * A given probe is repeated until it passes or the time for getting ready is over: a worker may still be loading.
 * `GET /` was answered already when the container got ready, so what it says now is what it says.
 */
async function ask(probe, plan, setting) {
    const { watch, clock, signal } = setting;
    const isGiven = plan.probes.indexOf(probe) > 0;
    const url = addressOf(probe, setting);
    for (;;) {
        signal.throwIfAborted();
        const atMs = watch.elapsedMs;
        const { outcome, ms } = await exchange({
            method: probe.method,
            url,
            headers: probe.headers,
            limitMs: probe.limitMs,
            signal,
        });
        const differs = deviation(outcome, probe.expect);
        const passed = differs === undefined;
        watch.exchanges.add({
            atMs,
            ms,
            request: `${probe.method} ${url.href}`,
            outcome: clipped(outcome),
            probe: probe.text,
            passed,
        });
        if (passed || !isGiven || watch.hasExited || watch.elapsedMs >= plan.readyLimitMs) {
            return {
                request: `${probe.method} ${probe.port === undefined ? '' : `:${probe.port}`}${probe.path}`,
                outcome: differs ?? describeOutcome(outcome),
                ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
                ms,
                passed,
            };
        }
        await Promise.race([clock.sleep(repeatEveryMs, signal), watch.exited]);
    }
}
/** Another port is asked where it was published. */
function addressOf(probe, { address, published }) {
    const url = new URL(probe.path, address);
    const { port } = probe;
    if (port !== undefined)
        url.port = `${published.find(({ containerPort }) => containerPort === port)?.hostPort ?? port}`;
    return url;
}
const mostBodyCharacters = 2_000;
function clipped(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, body: outcome.body.slice(0, mostBodyCharacters) } : outcome;
}

// EXTERNAL MODULE: ./build/diagnoses/crash-loop.js
var crash_loop = __webpack_require__(9432);
// EXTERNAL MODULE: ./build/diagnoses/failed-exchange.js
var failed_exchange = __webpack_require__(8143);
// EXTERNAL MODULE: ./build/diagnoses/traceback.js + 2 modules
var diagnoses_traceback = __webpack_require__(8730);
;// CONCATENATED MODULE: ./build/diagnoses/fatal.js

/** Nothing that ends a process is followed by more than a server's last words. */
const mostLinesAfter = 40;
/** The exception that ended it, or that an answer came from; undefined where the log goes on as if nothing had happened. */
function fatalTraceback({ tracebacks, log, moment, }) {
    const last = tracebacks.at(-1);
    const fatal = tracebacks.findLast((traceback) => !isWrapper(traceback));
    if (last === undefined || fatal === undefined || moment === 'answer')
        return fatal;
    const after = log.slice(lastLineOf(last) + 1).filter((line) => line.trim() !== '');
    if (after.length > mostLinesAfter || after.some(isSignOfLife))
        return undefined;
    return fatal;
}
/** The log ends with an exception that went through the very beginning of the program: a thread that is left keeps the process alive. */
function endedInMain({ tracebacks, log }) {
    const last = tracebacks.at(-1);
    if (last === undefined || last.frames[0]?.function !== '<module>')
        return false;
    return log.slice(lastLineOf(last) + 1).every((line) => line.trim() === '');
}
/** What a server raises about an exception that it has already told. */
function isWrapper(traceback) {
    const name = (0,diagnoses_traceback/* shortName */.EU)(traceback);
    return (['HaltServer', 'LifespanFailureError', 'KeyboardInterrupt', 'CancelledError', 'SystemExit'].includes(name) ||
        (name === 'RuntimeError' && /^While importing '[^']*', an ImportError was raised:/.test(traceback.message)));
}
function lastLineOf(traceback) {
    return Math.max(traceback.lastLine, ...traceback.members.map(lastLineOf)) + traceback.detail.length;
}
/** The application is up, or has answered, after all. */
function isSignOfLife(line) {
    return /Application startup complete|ASGI server listening|Started worker-\d|HTTP\/[\d.]+" [1-4]\d\d\b/.test(line);
}

// EXTERNAL MODULE: ./build/diagnoses/traceback-lines.js
var traceback_lines = __webpack_require__(8126);
;// CONCATENATED MODULE: ./build/diagnoses/symptoms.js





/** It is asked many times a second, and only what happened last decides. */
const mostLinesWhileRunning = 6_000;
/** pip lists the versions of a package in one line; what is longer still says nothing. */
const symptoms_longestLine = 20_000;
/** Undefined where nothing has failed. `running`: asked while the container is still being waited for. */
function symptomsOf(seen, running = false) {
    const { build, container } = seen.observation;
    const failed = failedBuild(build);
    if (failed !== undefined)
        return withLog({ ...seen, moment: 'build', build: failed }, failed.failure.log);
    if (container === undefined)
        return undefined;
    const moment = running ? 'silent' : momentOf(container);
    if (moment === undefined)
        return undefined;
    const lines = running ? container.log.slice(-mostLinesWhileRunning) : container.log;
    const symptoms = withLog({ ...seen, moment, container }, lines.map(({ text }) => text));
    const gaveUp = moment === 'exit' ||
        (moment === 'silent' && ((0,crash_loop/* crashedForGood */.P)(symptoms, container, running) || (!running && endedInMain(symptoms))));
    const answersBadly = moment === 'answer' && (0,failed_exchange/* failedExchanges */.k)(container).some(isServersFault);
    const fatal = gaveUp || answersBadly ? fatalTraceback(symptoms) : undefined;
    return { ...symptoms, gaveUp, ...(fatal === undefined ? {} : { fatal }) };
}
function failedBuild(build) {
    if (build === undefined || (build.failure === undefined && build.exitCode === 0 && !build.timedOut))
        return undefined;
    const failure = build.failure ?? { message: 'the build ended without saying why', failedSteps: [], log: [] };
    return { ...build, failure };
}
function momentOf({ state, create, wait, exchanges, stop }) {
    if (wait.ended === 'not-started' || state === undefined || create.exitCode !== 0)
        return 'create';
    const gone = state.status === 'exited' || state.status === 'dead';
    if (wait.ended === 'exited' || (gone && stop === undefined))
        return 'exit';
    if (wait.ended === 'ready')
        return exchanges.some(({ passed }) => passed === false) ? 'answer' : undefined;
    return 'silent';
}
/** An exception of the application may be behind it. */
function isServersFault({ outcome }) {
    return outcome.kind !== 'answered' || outcome.status >= 500;
}
function withLog(symptoms, lines) {
    const log = lines.map((line) => (0,traceback_lines/* unstyled */.t)(line.length > symptoms_longestLine ? line.slice(0, symptoms_longestLine) : line));
    return { ...symptoms, log, tracebacks: (0,diagnoses_traceback/* readTracebacks */.WL)(log), gaveUp: false };
}

// EXTERNAL MODULE: ./build/diagnoses/evidence.js
var evidence = __webpack_require__(9501);
// EXTERNAL MODULE: ./build/diagnoses/place.js
var diagnoses_place = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/diagnoses/start.js
var diagnoses_start = __webpack_require__(222);
;// CONCATENATED MODULE: ./build/diagnoses/unknown.js



/** Not on the shelf: what is told when no cause is recognised. It claims what was seen, and nothing else. */
const unknown = {
    id: 'unknown',
    blames: 'image',
    summary: 'the trial failed, and its cause is not one that is known here',
    why: 'No known cause fits what was seen. The evidence is all there is: what the container did, what it listened on, how requests ended, and the end of its log.',
    references: [],
    moments: ['build', 'create', 'exit', 'silent', 'answer'],
    examples: [],
    confusions: [],
    *recognise(symptoms) {
        const { moment, container, build, facts } = symptoms;
        const place = build === undefined ? (0,diagnoses_start/* startPlace */.Gh)(facts) : (0,diagnoses_place/* failedPlace */.N5)(facts, build.failure.line);
        yield {
            title: titles[moment](container?.state?.exitCode ?? 0),
            why: 'None of the known causes fits what was seen, so none is named.',
            advice: 'Read the evidence, the end of the log first.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(0,evidence/* buildEvidence */.KX)(symptoms),
                ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
                ...(0,evidence/* logTail */.RB)(symptoms, 20),
                ...(container === undefined ? [] : [...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container)]),
            ],
        };
    },
};
const titles = {
    build: () => 'the build fails for a reason that is not known here',
    create: () => 'docker does not start the container, for a reason that is not known here',
    exit: (exitCode) => `the container exits with code ${exitCode} before it answers`,
    silent: () => 'the container runs and does not answer, for a reason that is not known here',
    answer: () => 'the container answers, and not as it should',
};

;// CONCATENATED MODULE: ./build/diagnoses/diagnose.js





/** Why the image does not build, start or answer as it should. Where no cause is recognised, `unknown` says what was seen. */
function diagnose(seen) {
    const symptoms = symptomsOf(seen);
    if (symptoms === undefined)
        return { blames: 'image', findings: [] };
    const recognised = recogniseIn(symptoms, diagnoses/* diagnoses */.g);
    const all = recognised.length > 0 ? recognised : recogniseIn(symptoms, [unknown]);
    return {
        blames: recognised[0]?.diagnosis.blames ?? blameForUnknown(symptoms),
        findings: all.map((each) => findingOf(each, symptoms)),
    };
}
/** Where docker refused the request, or no step of the build failed, nobody has come to the image yet. */
function blameForUnknown({ moment, build, container }) {
    const refused = moment === 'create' && container?.create.exitCode === 125;
    return refused || (build !== undefined && build.failure.step === undefined && !build.timedOut) ? 'setup' : 'image';
}
/** What is certain while the container is still being waited for; undefined while more may come. */
function diagnoseEarly(seen) {
    const symptoms = symptomsOf(seen, true);
    if (symptoms === undefined)
        return undefined;
    const [root] = recogniseIn(symptoms, diagnoses/* diagnoses */.g.filter(({ early }) => early === true));
    return root === undefined ? undefined : findingOf(root, symptoms);
}
/** Of chained exceptions the last one killed it, so it is asked first; the general causes are asked when no other is recognised. */
function recogniseIn(symptoms, shelf) {
    const { fatal, ...rest } = symptoms;
    const asked = fatal === undefined ? [rest] : (0,diagnoses_traceback/* chainOf */.dR)(fatal).map((each) => ({ ...rest, fatal: each }));
    const present = shelf.filter(({ moments }) => moments.includes(symptoms.moment));
    for (const each of asked) {
        const particular = diagnose_ask(each, present.filter(({ general }) => general !== true));
        if (particular.length > 0)
            return particular;
    }
    return diagnose_ask(symptoms, present.filter(({ general }) => general === true)).slice(0, 1);
}
/** In the order of the shelf, which is the order of the decision; what an earlier one explains is left out. */
function diagnose_ask(symptoms, shelf) {
    const found = [];
    for (const diagnosis of shelf) {
        if (found.some(({ recognised }) => recognised.explains?.includes(diagnosis.id) === true))
            continue;
        for (const recognised of diagnosis.recognise(symptoms))
            found.push({ diagnosis, recognised });
    }
    return found;
}
function findingOf({ diagnosis, recognised }, { facts }) {
    const { headline, title, why, advice, location, evidence, severity, fix } = recognised;
    return {
        check: diagnosis.id,
        aliases: [],
        severity: severity ?? 'error',
        title,
        ...(headline === undefined ? {} : { headline }),
        why,
        advice,
        ...(location === undefined ? {} : { location }),
        evidence,
        status: 'confirmed',
        fingerprint: (0,build_finding/* fingerprintOf */.a)(diagnosis.id, location?.path ?? '', placeText(location, facts)),
        ...(fix === undefined ? {} : { fix }),
    };
}
/** The instruction's text in the Dockerfile, elsewhere the line's: what stays the same when lines move. */
function placeText(location, { dockerfile, context }) {
    if (location === undefined)
        return '';
    if (location.path === dockerfile.path) {
        const instruction = dockerfile.instructions.find(({ lines }) => lines[0] <= location.line && location.line <= lines[1]);
        if (instruction !== undefined)
            return instruction.text;
    }
    const file = context.listing.files.find((name) => context.reportPath(name) === location.path);
    return (file === undefined ? undefined : context.readText(file))?.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
}

;// CONCATENATED MODULE: ./build/stages/launch.js
/** `docker run --detach`. Where our own default port is taken on the host, a free one does as well. */
async function launch(plan, image, setting) {
    const { docker, engine } = setting;
    // Only this machine shall reach what is under trial, unless the user publishes it otherwise.
    const publish = plan.publish.map((port) => plan.portIsOurs && engine.local ? { ...port, hostIp: '127.0.0.1' } : port);
    let outcome = await launch_runContainer(docker, plan, image, publish);
    let moved = false;
    if (plan.portIsOurs && isPortTaken(outcome)) {
        if (outcome.id !== undefined)
            await docker.remove(outcome.id);
        outcome = await launch_runContainer(docker, plan, image, publish.map((port) => ({ ...port, hostPort: 0 })));
        moved = true;
    }
    const container = outcome.id === undefined ? undefined : await docker.inspectContainer(outcome.id);
    const create = { argv: outcome.argv, exitCode: outcome.exitCode, stderr: outcome.stderr };
    const hostPort = container?.published.find((port) => port.containerPort === plan.port)?.hostPort;
    return {
        create,
        ...(outcome.exitCode === 0 && container !== undefined ? { container } : {}),
        ...(moved && hostPort !== undefined ? { movedTo: hostPort } : {}),
        observation: {
            image,
            create,
            ...(container === undefined ? {} : { state: container.state }),
            published: container?.published ?? [],
            port: plan.port,
            log: [],
            omittedLogLines: 0,
            sockets: [],
            processes: [],
            exchanges: [],
            measures: [],
            wait: { limitMs: 0, ms: 0, ended: 'not-started' },
        },
    };
}
function launch_runContainer(docker, plan, image, publish) {
    return docker.run({
        image: image.id,
        name: plan.containerName,
        labels: plan.labels,
        publish,
        environment: plan.environment,
        environmentFiles: plan.environmentFiles,
        ...(plan.network === undefined ? {} : { network: plan.network }),
        options: plan.options,
    });
}
/** Another container holds it, or a process of the host: docker has a sentence for each. */
function isPortTaken(outcome) {
    return outcome.exitCode !== 0 && /port is already allocated|address already in use/.test(outcome.stderr);
}

;// CONCATENATED MODULE: ./build/stages/exchange-log.js

/**
 * Keeps what was asked and answered. The same again is one entry that counts, also where two outcomes take turns:
 * docker's proxy resets or closes at random while nothing listens behind it.
 */
class ExchangeLog {
    #entries = [];
    add(exchange) {
        for (const at of [this.#entries.length - 1, this.#entries.length - 2]) {
            const earlier = this.#entries[at];
            if (earlier !== undefined && same(earlier, exchange)) {
                this.#entries[at] = { ...earlier, ms: exchange.ms, times: earlier.times + 1 };
                return;
            }
        }
        this.#entries.push({ ...exchange, times: 1 });
    }
    get entries() {
        return this.#entries;
    }
}
function same(a, b) {
    return (a.request === b.request &&
        a.probe === b.probe &&
        a.passed === b.passed &&
        (0,external_node_util_.isDeepStrictEqual)(withoutHeaders(a.outcome), withoutHeaders(b.outcome)));
}
/** `date` differs each second, and says nothing. */
function withoutHeaders(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, headers: {} } : outcome;
}

;// CONCATENATED MODULE: ./build/stages/log-keeper.js
/** Half of it for the head, which names the start's trouble, half for the tail, which says how it ended. */
const mostCharacters = 10_000_000;
/** Keeps the head and the tail of a log without end. */
class LogKeeper {
    #head = [];
    #tail = [];
    #headCharacters = 0;
    #tailCharacters = 0;
    #dropped = 0;
    #firstKept = 0;
    add(line) {
        if (this.#tail.length === 0 && this.#headCharacters + line.text.length <= mostCharacters / 2) {
            this.#head.push(line);
            this.#headCharacters += line.text.length;
            return;
        }
        this.#tail.push(line);
        this.#tailCharacters += line.text.length;
        while (this.#tailCharacters > mostCharacters / 2 && this.#firstKept < this.#tail.length - 1) {
            this.#tailCharacters -= this.#tail[this.#firstKept]?.text.length ?? 0;
            this.#firstKept += 1;
            this.#dropped += 1;
        }
        // Shifting each time would be quadratic; the dropped ones go away in large pieces.
        if (this.#firstKept > 10_000) {
            this.#tail.splice(0, this.#firstKept);
            this.#firstKept = 0;
        }
    }
    get lines() {
        return this.#tail.length === 0 ? this.#head : [...this.#head, ...this.#tail.slice(this.#firstKept)];
    }
    get omittedLines() {
        return this.#dropped;
    }
}

;// CONCATENATED MODULE: ./build/stages/watch.js


/**
 * Watches a container from its start until it is disposed of: both log streams, its end, its listening sockets.
 * `snapshot` is what has been seen so far.
 */
class Watch {
    #watched;
    #stopped = new AbortController();
    #log = new LogKeeper();
    #sockets = [];
    #tasks;
    exchanges = new ExchangeLog();
    /** Resolves when the container has ended, and its log has been read. */
    exited;
    #state;
    #processes = [];
    #runtime;
    #stop;
    #hasExited = false;
    constructor(watched) {
        this.#watched = watched;
        this.#state = watched.container.state;
        const { docker, container } = watched;
        const log = docker.followLog(container.id, (line) => this.#log.add(line), this.#stopped.signal);
        const exit = docker.waitForExit(container.id, this.#stopped.signal);
        this.exited = this.#untilExited(exit, log);
        this.#tasks = [log, this.exited, this.#readSockets()];
        // Their failure is told by whoever awaits them; until then it must not end the process.
        for (const task of this.#tasks)
            task.catch(() => { });
    }
    get hasExited() {
        return this.#hasExited;
    }
    /** Milliseconds since the container was started, by the engine's clock. */
    get elapsedMs() {
        return this.#watched.clock.now() - (this.#state.startedAt ?? this.#watched.clock.now());
    }
    /** As inspected last. */
    get state() {
        return this.#state;
    }
    /** Asks docker for the state anew. */
    async inspect() {
        const found = await this.#watched.docker.inspectContainer(this.#watched.container.id);
        if (found !== undefined)
            this.#state = found.state;
        return this.#state;
    }
    /** Who runs, and what the kernel says of it. */
    sawRunning(processes, runtime) {
        this.#processes = processes;
        this.#runtime = runtime;
    }
    sawStop(stop) {
        this.#stop = stop;
    }
    /** The listening sockets as read last. */
    get listening() {
        return this.#sockets.at(-1)?.listening ?? [];
    }
    snapshot(wait) {
        const { image, create, container, port, limitMs } = this.#watched;
        return {
            image,
            create,
            state: this.#state,
            published: container.published,
            port,
            log: this.#log.lines,
            omittedLogLines: this.#log.omittedLines,
            sockets: this.#sockets,
            processes: this.#processes,
            exchanges: this.exchanges.entries,
            measures: [],
            wait: { limitMs, ms: this.elapsedMs, ...wait },
            ...(this.#runtime === undefined ? {} : { runtime: this.#runtime }),
            ...(this.#stop === undefined ? {} : { stop: this.#stop }),
        };
    }
    /** Ends the watching; the container itself is left as it is. */
    async [Symbol.asyncDispose]() {
        this.#stopped.abort();
        await Promise.allSettled(this.#tasks);
    }
    async #untilExited(exit, log) {
        await exit;
        await log;
        await this.inspect();
        this.#hasExited = true;
    }
    async #readSockets() {
        const { docker, container, clock } = this.#watched;
        const reader = await docker.socketReader(container);
        if (reader === undefined)
            return;
        while (!this.#stopped.signal.aborted && !this.#hasExited) {
            const listening = await reader.read();
            // undefined: its processes have ended, or are not ours to read any more.
            if (listening !== undefined && JSON.stringify(listening) !== JSON.stringify(this.listening))
                this.#sockets.push({ atMs: this.elapsedMs, listening });
            await clock.sleep(reader.everyMs, this.#stopped.signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/stages/start.js





/** Between two requests while nothing answers; the lag between the first possible answer and ours is half of it. */
const requestEveryMs = 15;
/** A server that accepts and is silent is asked anew after this: it may have lost the first request while it started. */
const requestLimitMs = 5_000;
const decideEveryMs = 50;
/** Starts the container and waits until it answers, has ended, or is known never to answer. The container is left for the caller to remove. */
async function start_start(plan, image, setting) {
    const launched = await launch(plan.start, image, setting);
    if (launched.container === undefined)
        return { ended: 'not-started', observation: launched.observation };
    const published = launched.container.published.find((port) => port.containerPort === plan.start.port && port.protocol === 'tcp');
    const watch = new Watch({
        ...setting,
        image,
        create: launched.create,
        container: launched.container,
        port: plan.start.port,
        limitMs: plan.readyLimitMs,
    });
    try {
        const address = `http://${setting.engine.host}:${published?.hostPort ?? plan.start.port}`;
        const wait = await untilDecided(watch, address, plan.readyLimitMs, setting);
        if (wait.ended === 'ready') {
            return {
                ended: 'ready',
                container: launched.container,
                watch,
                address,
                wait,
                ...(launched.movedTo === undefined ? {} : { movedTo: launched.movedTo }),
            };
        }
        if (!watch.hasExited) {
            await observeRunning(launched.container, watch, setting.docker);
            await watch.inspect();
        }
        const observation = watch.snapshot(wait);
        await watch[Symbol.asyncDispose]();
        return { ended: wait.ended, observation };
    }
    catch (error) {
        await watch[Symbol.asyncDispose]();
        throw error;
    }
}
/** HTTP, the container's end, the early diagnoses and the deadline at once: whichever knows first. */
async function untilDecided(watch, address, limitMs, setting) {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, setting.signal]);
    const deadline = setting.clock
        .sleep(Math.max(0, limitMs - watch.elapsedMs), signal)
        .then(() => ({ ended: 'deadline' }));
    const exited = watch.exited.then(() => ({ ended: 'exited' }));
    try {
        const wait = await Promise.race([
            askUntilAnswered(watch, address, setting.clock, signal),
            decideEarly(watch, setting, signal),
            exited,
            deadline,
        ]);
        setting.signal.throwIfAborted();
        return wait;
    }
    finally {
        over.abort();
    }
}
async function askUntilAnswered(watch, address, clock, signal) {
    const url = new URL('/', address);
    while (!signal.aborted) {
        const atMs = watch.elapsedMs;
        const { outcome, ms } = await exchange({ method: 'GET', url, headers: {}, limitMs: requestLimitMs, signal });
        if (signal.aborted)
            break;
        watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome });
        if (counts(outcome))
            return { ended: 'ready', readyAtMs: watch.elapsedMs };
        await clock.sleep(requestEveryMs, signal);
    }
    return never();
}
/** Ready is the first HTTP answer that does not come from a proxy whose server is still missing. */
function counts(outcome) {
    return outcome.kind === 'answered' && ![502, 503, 504].includes(outcome.status);
}
async function decideEarly(watch, setting, signal) {
    while (!signal.aborted) {
        const observation = setting.seen(watch.snapshot({ ended: 'decided' }));
        if (diagnoseEarly({ observation, facts: setting.facts }) !== undefined)
            return { ended: 'decided' };
        await setting.clock.sleep(decideEveryMs, signal);
    }
    return never();
}
/** The race has been decided by another; this one must not win it. */
function never() {
    return new Promise(() => { });
}

;// CONCATENATED MODULE: ./build/stages/stop.js
/** `docker stop`, and how it ended: SIGTERM, then after the limit SIGKILL, which is exit code 137. */
async function stop(id, watch, docker, limitMs) {
    const began = performance.now();
    await docker.stop(id, limitMs);
    const ms = performance.now() - began;
    await watch.exited;
    const { exitCode } = watch.state;
    const observed = {
        ms,
        timeoutMs: limitMs,
        exitCode,
        ...(exitCode === 137 ? { signal: 'SIGKILL' } : {}),
    };
    watch.sawStop(observed);
    return observed;
}

;// CONCATENATED MODULE: ./build/trial/diagnosed.js

/** Why a stage did not pass: the root cause first, and whether it blames the image or the set-up. */
function diagnosed(observation, facts) {
    const { blames, findings } = diagnose({ observation, facts });
    const [root] = findings;
    return {
        status: blames === 'setup' ? 'errored' : 'failed',
        findings,
        message: root === undefined ? '' : `${root.title}. ${root.advice}`,
    };
}

;// CONCATENATED MODULE: ./build/trial/container-trial.js
var container_trial_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var container_trial_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** Starts the image, asks the probes, stops it; whatever happens, the container is removed with its volumes. */
async function tryContainer(plan, image, course) {
    const { docker, logbook } = course;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const started = await logbook.stage('start', () => startStage(plan, image, course));
            if (started === undefined) {
                logbook.skip('smoke', 'nothing answered');
                logbook.skip('stop', 'nothing answered');
                return { probes: [] };
            }
            const watch = container_trial_addDisposableResource(env_1, started.watch, true);
            const see = () => logbook.sawContainer(watch.snapshot(started.wait));
            let probes = [];
            await logbook.stage('smoke', async () => {
                probes = await smoke(plan, {
                    ...course,
                    watch,
                    address: started.address,
                    published: started.container.published,
                });
                if (!watch.hasExited)
                    await observeRunning(started.container, watch, docker);
                see();
                return probes.every(({ passed }) => passed) && !watch.hasExited
                    ? { value: probes, status: 'passed', findings: [] }
                    : { value: probes, ...diagnosed(logbook.observation, plan.facts) };
            });
            if (watch.hasExited)
                logbook.skip('stop', 'the container has ended of itself');
            else {
                await logbook.stage('stop', async () => {
                    // `docker cp` reads a stopped container as well as a running one.
                    const [stopped, measures] = await Promise.all([
                        stop(started.container.id, watch, docker, plan.stopLimitMs),
                        measurePaths(plan, course),
                    ]);
                    logbook.sawContainer({ ...watch.snapshot(started.wait), measures });
                    return { value: stopped, status: 'passed', findings: [] };
                });
            }
            return { probes, ...(started.movedTo === undefined ? {} : { movedTo: started.movedTo }) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = container_trial_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    finally {
        await docker.remove(plan.start.containerName);
    }
}
async function startStage(plan, image, course) {
    const { logbook } = course;
    const started = await start_start(plan, image, {
        ...course,
        facts: plan.facts,
        seen: (container) => ({ ...logbook.observation, container }),
    });
    if (started.ended === 'ready')
        return { value: started, status: 'passed', findings: [] };
    logbook.sawContainer(started.observation);
    const outcome = diagnosed(logbook.observation, plan.facts);
    if (started.observation.runtime !== undefined) {
        logbook.sawContainer({ ...started.observation, measures: await measurePaths(plan, course) });
    }
    return { value: undefined, ...outcome };
}
/** Sizes of what the probes ask about; a path that is not there is not among them. */
async function measurePaths(plan, { docker, logbook, suspected }) {
    const paths = pathsToMeasure(suspected, logbook.observation, plan.facts);
    const measured = await Promise.all(paths.map(async (path) => ({ path, measure: await docker.measurePath(plan.start.containerName, path) })));
    return measured.flatMap(({ path, measure }) => measure === undefined ? [] : [{ path, bytes: measure.bytes, files: measure.files }]);
}

;// CONCATENATED MODULE: ./build/trial/logbook.js

/** Keeps what each stage came to, and all that was seen, while the trial goes on. */
class Logbook {
    #clock;
    #signal;
    #stages = [];
    #going = new Set();
    #sources;
    #build;
    #container;
    constructor(sources, clock, signal) {
        this.#clock = clock;
        this.#signal = signal;
        this.#sources = sources;
    }
    get stages() {
        return this.#stages;
    }
    get observation() {
        return {
            version: 1,
            sources: this.#sources(),
            ...(this.#build === undefined ? {} : { build: this.#build }),
            ...(this.#container === undefined ? {} : { container: this.#container }),
        };
    }
    sawBuild(build) {
        this.#build = build;
    }
    sawContainer(container) {
        this.#container = container;
    }
    /** Times a stage and keeps its result. Undefined where it did not pass: what follows is then skipped. Rejects at once when the trial is aborted. */
    async stage(stage, work) {
        const startedAt = this.#clock.now();
        const began = this.#clock.ticks();
        try {
            const { value, status, findings, message } = await this.#unlessAborted(Promise.resolve(work()));
            const ms = this.#clock.ticks() - began;
            if (status === 'errored')
                this.#stages.push({ stage, status, startedAt, ms, message: message ?? '', findings });
            else
                this.#stages.push({ stage, status, startedAt, ms, findings });
            return status === 'passed' ? value : undefined;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            // The user's options and the set-up; anything else is a bug of ours, and told with its stack by whoever prints.
            const message = error instanceof errors/* UserError */.y ? error.sentence() : error instanceof Error ? error.message : String(error);
            const known = error instanceof errors/* SetupError */.w || error instanceof errors/* UserError */.y;
            this.#stages.push({
                stage,
                status: 'errored',
                startedAt,
                ms: this.#clock.ticks() - began,
                message,
                findings: [],
                ...(known ? {} : { error }),
            });
            return undefined;
        }
    }
    skip(stage, because) {
        this.#stages.push({ stage, status: 'skipped', because });
    }
    /** Aborted work may still have a temporary folder to put away; it has until the limit to do so. */
    async settled(limitMs) {
        const limit = new AbortController();
        await Promise.race([Promise.allSettled(this.#going), this.#clock.sleep(limitMs, limit.signal)]);
        limit.abort();
    }
    /** What is still going on is ended by the clean-up: the container is removed under its feet. */
    async #unlessAborted(work) {
        const { promise, reject } = Promise.withResolvers();
        const onAbort = () => reject(this.#signal.reason);
        this.#signal.addEventListener('abort', onAbort, { once: true });
        if (this.#signal.aborted)
            onAbort();
        this.#going.add(work);
        try {
            const value = await Promise.race([work, promise]);
            this.#going.delete(work);
            return value;
        }
        finally {
            this.#signal.removeEventListener('abort', onAbort);
            promise.catch(() => { });
            work.catch(() => { }); // when it loses the race, its failure is the clean-up's doing
        }
    }
}

;// CONCATENATED MODULE: ./build/trial/trial.js









/** How long what was aborted may take to put its temporary files away. */
const tidyingMs = 2_000;
/** The whole trial of one image. Throws only when it was aborted; whatever happens, the container is removed. */
async function trial(plan, ports, failOn) {
    const logbook = new Logbook(plan.sources, ports.clock, ports.signal);
    const asked = ports.docker.engine(ports.engineComesWithinMs);
    asked.catch(() => { }); // told by the build stage, which awaits it
    const building = logbook.stage('build', async () => {
        if (ports.refusal !== undefined)
            throw new errors/* SetupError */.w(`The image is not built, because ${ports.refusal}. To build it all the same, knowing that it runs that code, set the input allow-untrusted-build.`);
        await asked;
        return buildStage(plan, ports, logbook);
    });
    // While the image is built: lint costs no time of its own.
    const linted = await lintStage(plan, logbook);
    try {
        let tried = { probes: [] };
        const image = await building;
        if (image === undefined) {
            for (const stage of ['start', 'smoke', 'stop'])
                logbook.skip(stage, 'there is no image');
        }
        else
            tried = await tryContainer(plan, image, { ...ports, engine: await asked, logbook, suspected: linted.findings });
        return compileReport({ plan, linted, logbook, tried, failOn, ...(image === undefined ? {} : { image }) });
    }
    finally {
        await logbook.settled(tidyingMs);
    }
}
/** Mode lint: the same report, of the one stage that needs no engine. */
async function lintAlone(plan, ports, failOn) {
    const logbook = new Logbook(plan.sources, ports.clock, ports.signal);
    const linted = await lintStage(plan, logbook);
    for (const stage of ['build', 'start', 'smoke', 'stop'])
        logbook.skip(stage, 'only lint was asked for');
    return compileReport({ plan, linted, logbook, tried: { probes: [] }, failOn });
}
async function lintStage(plan, logbook) {
    let linted = { findings: [], ignored: [] };
    await logbook.stage('lint', () => {
        linted = (0,lint/* lint */.u)({
            facts: plan.facts,
            ignore: plan.ignore,
            otherChecks: [...diagnoses/* diagnoses */.g, ...probes/* probes */.K].map(({ id }) => id),
        });
        return { value: linted, status: 'passed', findings: linted.findings };
    });
    return linted;
}
async function buildStage(plan, { docker, progress, signal }, logbook) {
    const { observation, imageId } = await build(plan.build, docker, progress, signal);
    logbook.sawBuild(observation);
    if (imageId === undefined)
        return { value: undefined, ...diagnosed(logbook.observation, plan.facts) };
    const image = await docker.inspectImage(imageId);
    if (image === undefined)
        throw new errors/* SetupError */.w(`The image ${imageId} was built, and the engine does not have it. Use a builder that can load images.`);
    return { value: { ...image, reference: plan.build.tags[0] ?? image.reference }, status: 'passed', findings: [] };
}

// EXTERNAL MODULE: ./build/commands/targets.js + 1 modules
var targets = __webpack_require__(6536);
;// CONCATENATED MODULE: ./build/commands/trial.js




/** Tries the image of each context, one after another. */
async function runTrials(settings, ports, commit) {
    const plans = (0,targets/* targetsOf */.Q)(settings, ports).map((target, index) => makePlan({ ...settings, ...target }, ports, index === 0 ? ports.runId : `${ports.runId}-${index}`));
    const mask = maskOf(settings, plans, ports);
    const progress = maskedProgress(ports.print.progress, mask);
    const trials = [];
    for (const plan of plans) {
        if (settings.tags.length === 0 && settings.mode === 'trial')
            ports.onImage(plan.build.tags[0] ?? plan.name);
        const report = settings.mode === 'lint'
            ? await lintAlone(plan, ports, settings.failOn)
            : await trial(plan, { ...ports, progress }, settings.failOn);
        trials.push(report);
    }
    const known = await commit;
    const report = {
        version: 1,
        tool: { name: 'sea-trial', version: ports.version },
        ...(known === undefined ? {} : { commit: known }),
        trials,
    };
    return { report: maskDeep(report, mask), mask };
}
/** Nothing that is printed or kept shows a value that the user gave as a secret. */
function maskOf(settings, plans, ports) {
    const secrets = settings.secrets.flatMap((secret) => {
        switch (secret.kind) {
            case 'value':
                return [secret.value];
            case 'environment':
                return [ports.environment[secret.variable] ?? ''];
            case 'file':
                return [ports.files.readTextIfPresent(secret.file) ?? ''];
        }
    });
    const fromFiles = settings.environmentFiles.flatMap((file) => (ports.files.readTextIfPresent(file) ?? '').split(/\r?\n/));
    return maskFor({
        secrets: [...secrets, settings.githubToken ?? ''].filter((value) => value !== ''),
        env: [...settings.environment, ...fromFiles]
            .map((pair) => pair.slice(pair.indexOf('=') + 1))
            .filter((value) => value !== ''),
        publicText: plans.map(({ facts }) => facts.dockerfile.text).join('\n'),
    });
}
function maskedProgress(progress, mask) {
    return {
        open: (title) => progress.open(mask(title)),
        line: (text) => progress.line(mask(text)),
        close: () => progress.close(),
    };
}
/** The exit code of a whole run: could not run comes before failed. */
function exitCodeOf(report) {
    if (report.trials.some(({ verdict }) => verdict === 'errored'))
        return 2;
    return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/commands/terminal-trial.js









/** `sea-trial [trial]`: the whole trial in a terminal. */
async function terminalTrial(settings, ports) {
    const docker = openDocker(ports.environment, ports);
    const images = [];
    const runId = crypto.randomUUID().slice(0, 8);
    const commit = gitOf(ports.workingDirectory, ports.environment)
        .headCommit()
        .then((head) => (head === undefined ? undefined : { head, tested: head }));
    for (const note of settings.notes)
        ports.print.note(note);
    try {
        const { report } = await runTrials(settings, { ...ports, docker, engineComesWithinMs: 0, runId, onImage: (reference) => images.push(reference) }, commit);
        if (settings.reportFile !== undefined)
            ports.files.writeText(settings.reportFile, reportJson(report));
        ports.print.result(inForm(report, ports));
        return exitCodeOf(report);
    }
    finally {
        await removeImages(docker, images);
    }
}
function inForm(report, { presentation, colour, unicode }) {
    switch (presentation.format) {
        case 'text':
            return renderTerminal(report, { colour, unicode });
        case 'json':
            return reportJson(report);
        case 'markdown':
            return renderSummary(report, { links: links/* localLinks */.Jy });
        case 'github':
            return (0,annotations/* annotations */.hk)(report, { event: 'push' })
                .map((annotation) => `${(0,annotations/* annotationCommand */.jx)(annotation)}\n`)
                .join('');
    }
}


/***/ })

};
