export const id = 295;
export const ids = [295];
export const modules = {

/***/ 2524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ openDocker)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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

// EXTERNAL MODULE: ./build/docker/temporary-folder.js
var temporary_folder = __webpack_require__(7227);
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

;// CONCATENATED MODULE: ./build/docker/build-check.js
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





/** The first that answers `--call=check` as JSON. */
const oldest = [0, 15];
async function checkBuild(client, buildx, request, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [major = 0, minor = 0] = buildx.version.split('.').map(Number);
        if (major === 0 && minor < oldest[1])
            throw new errors/* SetupError */.w(`buildx ${buildx.version} is too old: it does not check without building. Install buildx ${oldest.join('.')} or newer, or leave --buildkit out.`);
        const folder = __addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
        const { args, environment } = buildCommand(request, client.environment, folder);
        const [verb = 'build', ...words] = args.filter((word) => word !== '--load' && word !== '--progress=rawjson');
        const result = await client.program([...buildx.argv, verb, '--progress=quiet', '--call=check,format=json', ...words], {
            deadlineMs: request.deadlineMs,
            environment,
            signal,
        });
        const trouble = engineTrouble(result);
        if (trouble !== undefined)
            throw trouble;
        const read = dist/* safeParse */.xLC(answer, result.stdout);
        if (!read.success)
            throw new errors/* SetupError */.w(`BuildKit's checks gave no answer that can be read: ${firstLine(result.stderr) || `\`docker buildx\` ended with exit code ${result.exitCode}`}. Look whether \`docker buildx build --call=check .\` works, or leave --buildkit out.`);
        const { warnings, buildError } = read.output;
        return {
            warnings: (warnings ?? []).map(warningOf),
            ...(buildError === undefined ? {} : { stopped: buildError.message }),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
const position = dist/* object */.Ikc({ line: dist/* number */.aig() });
const warning = dist/* object */.Ikc({
    ruleName: dist/* string */.YjP(),
    description: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    url: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    detail: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    location: dist/* optional */.lqM(dist/* object */.Ikc({ ranges: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* object */.Ikc({ start: position, end: position }))), []) }), {}),
});
const answer = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({
    warnings: dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(warning)), []),
    buildError: dist/* optional */.lqM(dist/* object */.Ikc({ message: dist/* string */.YjP() })),
}));
/** In the words of a build's own stream: there the claim is the message, and the rule's description the detail. */
function warningOf({ ruleName, description, url, detail, location }) {
    const ranges = location.ranges ?? [];
    const line = ranges[0]?.start.line;
    const endLine = ranges.at(-1)?.end.line;
    return {
        check: ruleName,
        message: detail === '' ? description : detail,
        detail: description,
        ...(url === '' ? {} : { url }),
        ...(line === undefined ? {} : { line }),
        ...(endLine === undefined ? {} : { endLine }),
    };
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

;// CONCATENATED MODULE: ./build/docker/build.js
var build_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var build_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const folder = build_addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
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
        build_disposeResources(env_1);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/docker/buildx.js



/** The first that writes `--progress=rawjson`. */
const buildx_oldest = [0, 13];
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
    if (major > buildx_oldest[0] || (major === buildx_oldest[0] && minor >= buildx_oldest[1]))
        return buildx;
    throw new errors/* SetupError */.w(`buildx ${buildx.version} is too old: it does not tell the progress of a build as JSON. Install buildx ${buildx_oldest.join('.')} or newer, or add a step with \`uses: docker/setup-buildx-action@v3\` before this one.`);
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

// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
;// CONCATENATED MODULE: ./build/docker/client.js


/** Generous for a busy runner: an answer usually takes 10 to 50 ms. */
const usualDeadlineMs = 30_000;
function openClient(environment, workingDirectory) {
    // The hints that docker adds to its answers are advertisements, and would end up in evidence.
    const inherited = { ...(0,process/* childEnvironment */.Qc)(environment), DOCKER_CLI_HINTS: 'false' };
    const program = (argv, options = {}) => {
        const { deadlineMs = usualDeadlineMs, environment: added = {}, ...streams } = options;
        return (0,process/* run */.eF)(argv, { deadlineMs, cwd: workingDirectory, environment: { ...inherited, ...added }, ...streams });
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
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
        const folder = run_addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
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
        check: async (request, signal) => checkBuild(client, requireBuildx(await buildx()), request, signal),
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


/***/ }),

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

/***/ 303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S9: () => (/* binding */ dockerfileOf),
  Cs: () => (/* binding */ makePlan)
});

// UNUSED EXPORTS: runLabel

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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

// EXTERNAL MODULE: ./build/settings/configuration.js + 2 modules
var settings_configuration = __webpack_require__(5407);
// EXTERNAL MODULE: ./build/plan/facts-for.js + 15 modules
var facts_for = __webpack_require__(2997);
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
function makePlan(settings, ports, runId, configuration = settings_configuration/* withoutConfiguration */.B) {
    const context = settings.contexts[0] ?? '.';
    const contextFolder = external_node_path_.resolve(ports.workingDirectory, context);
    const file = dockerfileOf(settings);
    const place = settings.files[0]?.place;
    if (ports.files.stat(contextFolder)?.kind !== 'folder') {
        throw new errors/* UserError */.y(`the context "${context}" is not a folder.`, {
            hint: 'Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before.',
        });
    }
    const dockerfilePath = external_node_path_.resolve(ports.workingDirectory, file);
    const loaded = (0,source/* loadDockerfile */.d)(ports.files, dockerfilePath, file);
    if ('error' in loaded) {
        throw new errors/* UserError */.y(`${file} ${loaded.error}.`, {
            ...(place === undefined ? {} : { place }),
            hint: ports.files.list(contextFolder).length === 0
                ? 'The folder is empty: in a workflow, run actions/checkout before this step.'
                : 'Name the Dockerfile with `file`.',
        });
    }
    const facts = (0,facts_for/* factsFor */.xh)({ dockerfile: loaded.dockerfile, file: dockerfilePath, context }, settings, ports);
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
            labels: [`${runLabel}=${runId}`],
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
        lint: (0,facts_for/* lintSettingsOf */.kx)(settings, configuration),
        failOn: (0,facts_for/* failOnOf */.tC)(settings, configuration),
        notes: [...settings.notes, ...chosen.notes],
    };
}
/** As seen from the working directory. */
function dockerfileOf({ contexts, files }) {
    return files[0]?.text ?? external_node_path_.join(contexts[0] ?? '.', 'Dockerfile');
}
/** The folder's; a Dockerfile of another name adds its own, so that two of one folder are told apart. */
function usualName(contextFolder, file) {
    const folder = external_node_path_.basename(contextFolder);
    const own = external_node_path_.basename(file).replace(/^(?:Dockerfile|Containerfile)[.-]?|\.(?:Dockerfile|Containerfile)$/gi, '');
    return own === '' ? folder : `${folder}-${own}`;
}
/** The label by which the post step, and a person, find the containers of a run. */
const runLabel = 'sea-trial.run';
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


/***/ }),

/***/ 2924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ build),
  JN: () => (/* binding */ buildkitFindings),
  lI: () => (/* binding */ layerLines),
  Xe: () => (/* binding */ timedSteps)
});

// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
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
        const location = lineOf(facts, warning);
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
            fingerprint: (0,finding/* fingerprintOf */.a)(`buildkit/${warning.check}`, facts.dockerfile.path, warning.message),
        };
    });
}
function lineOf(facts, warning) {
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


/***/ })

};
