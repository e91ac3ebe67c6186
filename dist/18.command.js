export const id = 18;
export const ids = [18];
export const modules = {

/***/ 8526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ isInstruction),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   ns: () => (/* binding */ readBuildFailure)
/* harmony export */ });
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
/** A step that stands for an instruction of the Dockerfile: `[app 3/5] RUN make`. Others load the context, or export what was built. */
function isInstruction(step) {
    return step !== undefined && /^\[(?:[^\]]* )?\d+\/\d+\] /.test(step);
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


/***/ }),

/***/ 1018:
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
        { BUILDX_METADATA_PROVENANCE: 'disabled' }, 
        // In containerd's store an attestation with its date would be part of the image, and each build of the same files have another id.
        { BUILDX_NO_DEFAULT_ATTESTATIONS: '1' }, cacheService(request, ours), ...secrets.map(({ environment }) => environment)),
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

// EXTERNAL MODULE: ./build/docker/build-failure.js
var build_failure = __webpack_require__(8526);
// EXTERNAL MODULE: ./build/docker/builder-trouble.js
var builder_trouble = __webpack_require__(2184);
;// CONCATENATED MODULE: ./build/docker/builder.js
/** buildx itself waits up to 20 s for a node that does not answer, and its answer is an extra here. */
const deadlineMs = 3_000;
/** Which builder it was that did not build; undefined where buildx does not say so in time. Asked after a failure only, for it costs 0.1 s. */
async function askBuilder(client, buildx, { builder }, message, signal) {
    // After the verb, as `buildx inspect` takes it: a name that begins with a dash stays one.
    const words = ['inspect', ...(builder === undefined || builder === '' ? [] : ['--', builder])];
    const [described, unseenImage] = await Promise.all([
        client.program([...buildx.argv, ...words], { deadlineMs, signal }),
        imageOnEngine(client, message),
    ]);
    const builderSeen = readBuilder(described.stdout);
    if (builderSeen === undefined || unseenImage === undefined)
        return builderSeen;
    return { ...builderSeen, unseenImage };
}
/** What `docker buildx inspect` writes: the builder above, its nodes below. */
function readBuilder(text) {
    const name = /^Name:[ \t]+(\S+)/m.exec(text)?.[1];
    const driver = /^Driver:[ \t]+(\S+)/m.exec(text)?.[1];
    if (name === undefined || driver === undefined)
        return undefined;
    const endpoints = [...text.matchAll(/^Endpoint:[ \t]+(\S+)/gm)].map(([, endpoint = '']) => endpoint);
    return { name, driver, endpoints };
}
/** The image that the builder asked a registry for in vain, where the engine holds it. */
async function imageOnEngine(client, message) {
    const image = /failed to resolve source metadata for ([\w][\w./:@-]*): /.exec(message)?.[1];
    if (image === undefined)
        return undefined;
    const result = await client.docker(['image', 'inspect', '--format={{.Id}}', image]);
    return result.exitCode === 0 ? image : undefined;
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
            throw await unanswered(client, buildx, request, result, signal);
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
/** How the old ones say that they do not know the question. */
const tooOld = /unsupported request frontend\.lint/;
async function unanswered(client, buildx, request, result, signal) {
    if (tooOld.test(result.stderr))
        return new errors/* SetupError */.w('the BuildKit of this builder is too old: it does not check without building. Update the builder to BuildKit 0.15 or newer, or leave --buildkit out.');
    const message = (0,build_failure/* errorMessage */.gJ)(result.stderr.split('\n')) ?? '';
    const builder = signal.aborted ? undefined : await askBuilder(client, buildx, request, message, signal);
    // Quiet progress shows no steps: this is how buildx ends its wait for a node.
    const step = message === 'context deadline exceeded' ? { step: '[internal] waiting for connection' } : {};
    const trouble = (0,builder_trouble/* builderTrouble */.F)({
        message,
        timedOut: false,
        began: false,
        ...step,
        ...(builder === undefined ? {} : { builder }),
        ...(request.builder === undefined ? {} : { named: request.builder }),
    });
    if (trouble !== undefined)
        return new errors/* SetupError */.w(`${trouble.title}. ${trouble.why} ${trouble.advice}`);
    return new errors/* SetupError */.w(`BuildKit's checks gave no answer that can be read: ${firstLine(result.stderr) || `\`docker buildx\` ended with exit code ${result.exitCode}`}. Look whether \`docker buildx build --call=check .\` works, or leave --buildkit out.`);
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
        throwForSetup(result, read);
        const { tail: _, ...seen } = read;
        const failure = result.exitCode === 0 ? undefined : (0,build_failure/* readBuildFailure */.ns)(read, result);
        // Where an instruction failed, or did not end, the builder has done its work.
        const builder = failure === undefined || signal.aborted || (0,build_failure/* isInstruction */.FL)(failure.step)
            ? undefined
            : await askBuilder(client, buildx, request, failure.message, signal);
        const observation = {
            // As a person types it; the plugin was started itself only because that is quicker.
            argv: ['docker', 'buildx', ...args],
            exitCode: result.exitCode,
            ms: result.ms,
            timedOut: result.timedOut,
            ...seen,
            ...(failure === undefined ? {} : { failure }),
            ...(builder === undefined ? {} : { builder }),
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
function throwForSetup(result, { steps, tail }) {
    if (result.exitCode === 0 || result.timedOut)
        return;
    const text = tail.join('\n');
    const trouble = engineTrouble({ ...result, stderr: result.stderr === '' ? text : result.stderr });
    if (trouble !== undefined)
        throw trouble;
    if (steps.length > 0)
        return;
    if (/invalid progress mode|unknown flag|is not a docker command/i.test(text)) {
        throw new errors/* SetupError */.w(`buildx does not know an option of the build: ${text.trim().split('\n')[0] ?? ''}. Install a newer buildx, or add a step with \`uses: docker/setup-buildx-action@v4\` before this one.`);
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
        throw new errors/* SetupError */.w('the docker client has no buildx plugin, which builds the image. Install docker-buildx-plugin, or add a step with `uses: docker/setup-buildx-action@v4` before this one.');
    }
    const [major = 0, minor = 0] = buildx.version.split('.').map(Number);
    if (major > buildx_oldest[0] || (major === buildx_oldest[0] && minor >= buildx_oldest[1]))
        return buildx;
    throw new errors/* SetupError */.w(`buildx ${buildx.version} is too old: it does not tell the progress of a build as JSON. Install buildx ${buildx_oldest.join('.')} or newer, or add a step with \`uses: docker/setup-buildx-action@v4\` before this one.`);
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
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(4788);
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/docker/client.js




/** Generous for a busy runner: an answer usually takes 10 to 50 ms. */
const usualDeadlineMs = 30_000;
function openClient(environment, workingDirectory) {
    // The hints that docker adds to its answers are advertisements, and would end up in evidence.
    const inherited = {
        ...(0,process/* childEnvironment */.Qc)(environment),
        DOCKER_CLI_HINTS: 'false',
        [run_id/* runVariable */.MU]: (0,run_id/* runIdOf */.SR)(ports/* systemFiles */.Hy),
    };
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

// EXTERNAL MODULE: ./build/docker/compose-project.js
var compose_project = __webpack_require__(9101);
;// CONCATENATED MODULE: ./build/docker/compose-model.js

/**
 * The compose file as it is started: the service under trial from the image that was built, as a trial starts every container;
 * all others as they are, but without ports of the host and without names that somebody else may have. The environment of the
 * service, by name, comes last.
 */
function modelOfTrial({ project, name }, request, environment) {
    const { model, service } = project;
    const services = Object.entries(model.services).map(([each, other]) => [
        each,
        each === project.name ? underTrial(service, request, environment) : around(other, service, request.image),
    ]);
    return {
        ...model,
        name,
        services: Object.fromEntries(services),
        ...(model.networks === undefined ? {} : { networks: ofProject(model.networks, name) }),
        ...(model.volumes === undefined ? {} : { volumes: ofProject(model.volumes, name) }),
    };
}
/** A volume with a name of its own holds what somebody works with, and a trial neither writes into it nor removes it. */
function ofProject(all, name) {
    return Object.fromEntries(Object.entries(all).map(([key, each]) => [key, each.external ? each : { ...each, name: `${name}_${key}` }]));
}
function underTrial(service, { image, name, labels, publish, unlessGiven = [], options }, environment) {
    // `restart` would hide that the container has ended; several of it have no name.
    const { build: _build, restart: _restart, scale: _scale, profiles: _profiles, develop: _develop, ...kept } = service;
    const { deploy, ports: _ports, ...rest } = kept;
    const { replicas: _replicas, restart_policy: _policy, resources, ...deployed } = deploy ?? {};
    const isLimited = rest['pids_limit'] !== undefined || resources !== undefined;
    const { mem_limit: memory, ...hardened } = stricter(options);
    const hasPorts = service.network_mode === undefined || service.network_mode === 'bridge';
    const ours = {
        image,
        pull_policy: 'never',
        container_name: name,
        labels: { ...asRecord(rest['labels']), ...Object.fromEntries(labels.map(splitPair)) },
        logging: { driver: 'json-file', options: { 'max-size': '50m', 'max-file': '1' } },
        environment: {
            ...Object.fromEntries(unlessGiven.map(splitPair)),
            ...service.environment,
            ...Object.fromEntries(Object.entries(environment).map(([each, value]) => [each, (0,compose_project/* doubled */.aQ)(value)])),
        },
        ...(isLimited ? {} : { pids_limit: 4096 }),
        ...(deploy === undefined ? {} : { deploy: deployed }),
        // Two limits of one thing are refused, and the stricter setting is the one that is tried.
        ...(resources === undefined || memory !== undefined ? {} : { deploy: { ...deployed, resources } }),
        ...(memory === undefined ? {} : { mem_limit: memory }),
    };
    const ports = publish.map(({ hostIp, hostPort, containerPort, protocol }) => ({
        mode: 'ingress',
        target: containerPort,
        protocol,
        ...(hostPort === 0 ? {} : { published: String(hostPort) }),
        ...(hostIp === undefined ? {} : { host_ip: hostIp }),
    }));
    return { ...rest, ...ours, ...(hasPorts ? { ports } : {}), ...hardened };
}
/** What is built as the service under trial is built, such as a migration, is the same image: ours. */
function around(service, tried, image) {
    const { ports: _ports, container_name: name, profiles: _profiles, ...rest } = service;
    const named = name === undefined ? rest : { ...rest, networks: withAlias(rest.networks, name) };
    if (rest.build === undefined) {
        const isOurs = tried.build !== undefined && tried.image !== undefined && rest.image === tried.image;
        return isOurs ? { ...named, image, pull_policy: 'never' } : named;
    }
    const { build, image: _image, ...built } = named;
    return JSON.stringify(build) === JSON.stringify(tried.build)
        ? { ...built, image, pull_policy: 'never' }
        : { ...built, ...(build === undefined ? {} : { build }) };
}
/** The others call it by the name of its container too, which it has no longer. */
function withAlias(networks, alias) {
    return Object.fromEntries(Object.entries(networks ?? {}).map(([key, network]) => [
        key,
        { ...network, aliases: [...(network?.aliases ?? []), alias] },
    ]));
}
/** The options of `docker run` under which `try-hardening` starts a container, as keys of a service. */
function stricter(options) {
    const keys = {};
    for (let at = 0; at < options.length; at += 1) {
        const option = options[at] ?? '';
        if (option === '--read-only') {
            keys['read_only'] = true;
            continue;
        }
        at += 1;
        const value = options[at] ?? '';
        switch (option) {
            case '--tmpfs':
                keys['tmpfs'] = [value];
                break;
            case '--cap-drop':
                keys['cap_drop'] = [value];
                break;
            case '--security-opt':
                keys['security_opt'] = [value];
                break;
            case '--user':
                keys['user'] = value;
                break;
            case '--memory':
                keys['mem_limit'] = value;
                break;
            default:
                throw new RangeError(`${option} has no key in a compose file`);
        }
    }
    return keys;
}
function splitPair(pair) {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
}
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

;// CONCATENATED MODULE: ./build/docker/compose-words.js

const projectLabel = 'com.docker.compose.project';
const serviceLabel = 'com.docker.compose.service';
/** The lines of a `docker … ls`. */
async function listed(client, words) {
    const result = await client.docker(words);
    if (result.exitCode !== 0)
        throw unexpected(`\`docker ${words[0] ?? ''}\` gives no list`, result);
    return result.stdout.split('\n').filter((line) => line !== '');
}
/** What went wrong, without the list of what compose did before. */
function composesOwnWords({ stderr, stdout, exitCode }) {
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
    const told = lines.filter((line) => /error|failed|denied|cannot|no such|not found/i.test(line) && !isProgress(line));
    const rest = told.length > 0 ? told : lines.filter((line) => !isProgress(line));
    return rest.at(-1)?.trim() ?? `docker compose ended with exit code ${exitCode}`;
}
function isProgress(line) {
    return /^time="[^"]*" level=|^ *(?:Container|Network|Volume|Image|Service) |^ *\S+ (?:Pulling|Pulled|Building|Built) *$/.test(line);
}

;// CONCATENATED MODULE: ./build/docker/compose-around.js
var compose_around_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var compose_around_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/** Starts what the service under trial depends on, and waits until that is ready. */
async function startAround(client, start, { request, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { project } = start;
        const needed = Object.entries(project.service.depends_on ?? {}).filter(([each, { required }]) => required || Object.hasOwn(project.model.services, each));
        if (needed.length === 0)
            return;
        const folder = compose_around_addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
        const file = folder.write('compose.json', JSON.stringify(modelOfTrial(start, request, {})));
        const compose = async (...words) => client.program(['docker', 'compose', '--file', file, '--project-name', start.name, ...words], {
            deadlineMs: start.deadlineMs,
            signal,
        });
        const ending = needed.filter(([, { condition }]) => condition === 'service_completed_successfully');
        const lasting = needed.filter((each) => !ending.includes(each));
        // `--wait` would take the end of one that shall end for a failure.
        for (const [each] of ending) {
            const started = await compose('up', '--detach', each);
            if (started.exitCode !== 0)
                throw await notStarted(client, start, started, signal);
            const ended = await untilEnded(client, start, each, signal);
            if (ended.timedOut || ended.stdout.trim() !== '0')
                throw await notStarted(client, start, ended, signal);
        }
        if (lasting.length === 0)
            return;
        const seconds = Math.ceil(start.readyLimitMs / 1000);
        const words = ['up', '--detach', '--wait', '--wait-timeout', String(seconds)];
        const waited = await compose(...words, ...lasting.map(([each]) => each));
        if (waited.exitCode !== 0)
            throw await notStarted(client, start, waited, signal);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        compose_around_disposeResources(env_1);
    }
}
/** Not `docker compose wait`: that knows no container that has ended already. */
async function untilEnded(client, { name, deadlineMs }, service, signal) {
    const labels = [`${projectLabel}=${name}`, `${serviceLabel}=${service}`];
    const [id = ''] = await listed(client, [
        'ps',
        '--all',
        '--quiet',
        '--no-trunc',
        ...labels.map((label) => `--filter=label=${label}`),
    ]);
    return client.program(['docker', 'wait', id], { deadlineMs, signal });
}
/** The sentence of a failed start: which service, how it stands, and the last that it wrote. */
async function notStarted(client, { name, project }, result, signal) {
    signal.throwIfAborted();
    const format = `--format={{.ID}}\t{{.Label "${serviceLabel}"}}\t{{.State}}\t{{.Status}}`;
    const containers = await listed(client, [
        'ps',
        '--all',
        '--no-trunc',
        `--filter=label=${projectLabel}=${name}`,
        format,
    ]);
    const guilty = containers.flatMap((line) => {
        const [id = '', service = '', state = '', status = ''] = line.split('\t');
        const how = statusInWords(state, status);
        return how === undefined ? [] : [{ id, service, how }];
    })[0];
    if (guilty === undefined) {
        const why = result.timedOut ? `they took longer than ${Math.round(result.ms / 1000)} s` : composesOwnWords(result);
        return new errors/* SetupError */.w(`the services that \`${project.name}\` depends on do not start: ${why}. Correct ${project.files.join(', ')} until \`docker compose up\` starts them.`);
    }
    const { stdout, stderr } = await client.docker(['logs', '--tail=5', guilty.id]);
    const last = `${stdout}${stderr}`
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-3);
    const wrote = last.length === 0 ? 'It wrote nothing.' : `The last that it wrote: ${last.map((line) => line.trim()).join(' / ')}.`;
    return new errors/* SetupError */.w(`the service \`${guilty.service}\` ${guilty.how}, and \`${project.name}\` depends on it, so it was not started. ${wrote} Correct ${project.files.join(', ')} until \`docker compose up ${guilty.service}\` runs.`);
}
function statusInWords(state, status) {
    const code = /^Exited \((\d+)\)/.exec(status)?.[1];
    if (code !== undefined && code !== '0')
        return `has ended with exit code ${code}`;
    if (state === 'restarting')
        return 'ends and is started again, over and over';
    if (status.includes('(unhealthy)'))
        return 'is unhealthy';
    if (status.includes('(health: starting)'))
        return 'is not healthy in time';
    return state === 'created' ? 'cannot be started' : undefined;
}

// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(7658);
;// CONCATENATED MODULE: ./build/docker/compose-file.js





/** Reads compose files by docker compose itself. Throws a UserError in one sentence where they, or the service, cannot be followed. */
async function readCompose(client, { files, workingDirectory }, request) {
    const place = request.files[0]?.place ?? 'compose-file';
    const { copy } = request;
    const placeOf = (file) => {
        const here = external_node_path_.resolve(workingDirectory, file);
        if (copy === undefined)
            return here;
        return external_node_path_.join(copy.folder, external_node_path_.relative(copy.top, external_node_path_.join(files.realPath(external_node_path_.dirname(here)) ?? '', external_node_path_.basename(here))));
    };
    const absolute = request.files.map((file) => ({ ...file, path: placeOf(file.text) }));
    for (const file of absolute) {
        if (files.stat(file.path)?.kind === 'file')
            continue;
        throw new errors/* UserError */.y(`there is no compose file at "${file.text}".`, {
            place: file.place,
            hint: 'Name the file as seen from the working directory; in a workflow, run actions/checkout before.',
        });
    }
    const words = absolute.flatMap((file) => ['--file', file.path]);
    const ask = async (asked) => askModel(client, asked, { place, copy });
    let model = await ask(words);
    // A service of a profile is left out, unless the profile is asked for.
    if (request.service !== undefined && !Object.hasOwn(model.services, request.service.text))
        model = await ask([...words, '--profile', '*']);
    const name = chosen(request, model, place);
    const service = model.services[name];
    if (service === undefined)
        throw new RangeError(`there is no service ${name}`);
    const shared = /^(?:service|container):/.exec(service.network_mode ?? '');
    if (shared !== null)
        throw new errors/* UserError */.y(`the service "${name}" has no network of its own (\`network_mode: ${service.network_mode}\`), so no port of it can be published.`, { place, hint: 'Give it a network of its own in a further compose file.' });
    return {
        files: request.files.map(({ text }) => text),
        name,
        service,
        model,
        text: absolute.map((file) => files.readTextIfPresent(file.path) ?? '').join('\n'),
    };
}
async function askModel(client, words, { place, copy }) {
    const result = await client.docker(['compose', ...words, 'config', '--format', 'json']);
    if (result.exitCode !== 0)
        throw await refusal(client, result, place);
    const text = copy === undefined ? result.stdout : result.stdout.replaceAll(copy.folder, copy.top);
    const read = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), compose_project/* composeModel */.U7), text);
    if (read.success)
        return read.output;
    throw new errors/* UserError */.y(`docker compose describes the file in a way that is not understood: ${read.issues[0].message}.`, {
        place,
        hint: 'Install the newest docker compose.',
    });
}
/** docker compose's own words, without the workplace's path and what every such message ends with. */
async function refusal(client, result, place) {
    const { exitCode } = await client.docker(['compose', 'version']);
    if (exitCode !== 0)
        return new errors/* UserError */.y('the docker client has no compose plugin, which starts the services around.', {
            place,
            hint: 'Install docker-compose-plugin, or leave `compose-file` out.',
        });
    const lines = result.stderr.split('\n').filter((line) => line.trim() !== '' && !/^time="[^"]*" level=/.test(line));
    const said = (lines.at(-1) ?? `it ended with exit code ${result.exitCode}`)
        .replace(/^validating \S+: /, '')
        .replace(/: invalid compose project$/, '')
        .trim();
    return new errors/* UserError */.y(`docker compose cannot follow the file: ${said}.`, {
        place,
        hint: 'Correct it until `docker compose config` accepts it.',
    });
}
function chosen({ service }, { services }, place) {
    const names = Object.keys(services);
    if (service !== undefined) {
        if (names.includes(service.text))
            return service.text;
        const near = (0,nearest/* nearest */.p)(service.text, names);
        throw new errors/* UserError */.y(`there is no service "${service.text}" in the compose file.`, {
            place: service.place,
            hint: near === undefined ? `Name one of ${names.join(', ')}.` : `Write "${near}".`,
        });
    }
    const built = names.filter((name) => services[name]?.build !== undefined);
    const [only, other] = built.length > 0 ? built : names;
    if (only !== undefined && other === undefined)
        return only;
    throw new errors/* UserError */.y('the compose file has several services, and one of them is under trial.', {
        place,
        hint: `Name it with \`service\`: ${(built.length > 0 ? built : names).join(', ')}.`,
    });
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
async function labelledContainers(client, label) {
    const words = ['--all', '--no-trunc', `--filter=label=${label}`, `--format={{.ID}} {{.Label "${label}"}}`];
    const result = await client.docker(['ps', ...words]);
    if (result.exitCode !== 0)
        throw unexpected('the containers cannot be listed', result);
    return result.stdout.split('\n').flatMap((line) => {
        const [, id, value] = /^(\S+) (.*)$/.exec(line) ?? [];
        return id === undefined || value === undefined ? [] : [{ id, value }];
    });
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

;// CONCATENATED MODULE: ./build/docker/compose-removal.js


/** A client that was killed may have asked the engine for something that comes to be only now. */
const mostRounds = 3;
/** By its label alone: no compose file is needed, nor the plugin, and what somebody else made stays. */
async function removeProject(client, name) {
    const filter = `--filter=label=${projectLabel}=${name}`;
    for (let round = 0; round < mostRounds; round += 1) {
        const [containers, networks, volumes, images] = await Promise.all([
            listed(client, ['ps', '--all', '--quiet', '--no-trunc', filter]),
            listed(client, ['network', 'ls', '--quiet', '--no-trunc', filter]),
            listed(client, ['volume', 'ls', '--quiet', filter]),
            listed(client, ['image', 'ls', '--quiet', '--no-trunc', filter]),
        ]);
        if (containers.length + networks.length + volumes.length + images.length === 0)
            return;
        await Promise.all(containers.map((id) => removeContainer(client, id)));
        await Promise.all([
            removed(client, 'network', networks),
            removed(client, 'volume', volumes),
            removed(client, 'image', [...new Set(images)]),
        ]);
    }
}
async function projectsOf(client, prefix) {
    const format = `--format={{.Label "${projectLabel}"}}`;
    const filter = `--filter=label=${projectLabel}`;
    const names = await Promise.all([
        listed(client, ['ps', '--all', filter, format]),
        listed(client, ['network', 'ls', filter, format]),
        listed(client, ['volume', 'ls', filter, format]),
    ]);
    return [...new Set(names.flat())].filter((name) => name.startsWith(prefix));
}
const removeDeadlineMs = 60_000;
/** What is gone already, or still held by something that goes now, is looked at again. */
async function removed(client, kind, names) {
    if (names.length === 0)
        return;
    await client.docker([kind, 'rm', '--force', ...names], { deadlineMs: removeDeadlineMs });
}

;// CONCATENATED MODULE: ./build/docker/compose-up.js
var compose_up_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var compose_up_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** Starts the service under trial alone. */
async function startService(client, ports, start, { request, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { project, name } = start;
        const environment = { ...fromFiles(request.environmentFiles, client, ports), ...pairs(request.environment, client) };
        const folder = compose_up_addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
        const file = folder.write('compose.json', JSON.stringify(modelOfTrial(start, request, environment)));
        const words = ['up', '--detach', '--no-deps', project.name];
        const result = await client.docker(['compose', '--file', file, '--project-name', name, ...words], {
            deadlineMs: start.deadlineMs,
            signal,
        });
        const container = await inspectContainer(client, request.name);
        // compose ends with 1 whoever refused; where runc did, the container bears its exit code.
        const refused = container?.state.exitCode === 126 || container?.state.exitCode === 127;
        return {
            argv: ['docker', 'compose', ...project.files.flatMap((each) => ['--file', each]), ...words],
            exitCode: result.exitCode === 0 ? 0 : refused ? container.state.exitCode : 125,
            stderr: result.exitCode === 0 ? '' : `docker: ${composesOwnWords(result)}\n`,
            ...(container === undefined ? {} : { id: container.id }),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        compose_up_disposeResources(env_1);
    }
}
function pairs(entries, client) {
    return Object.fromEntries(entries.flatMap((entry) => {
        const at = entry.indexOf('=');
        const value = at === -1 ? client.environment[entry] : entry.slice(at + 1);
        return value === undefined ? [] : [[at === -1 ? entry : entry.slice(0, at), value]];
    }));
}
/** As `docker run --env-file` reads them, not as compose does: there is no quoting and no interpolation. */
function fromFiles(paths, client, { files, workingDirectory }) {
    const lines = paths.flatMap((each) => {
        const text = files.readTextIfPresent(external_node_path_.resolve(workingDirectory, each));
        if (text === undefined)
            throw new errors/* UserError */.y(`there is no file at "${each}".`, {
                place: 'env-file',
                hint: 'Name it as seen from the working directory.',
            });
        return text.split(/\r?\n/).map((line) => line.trimStart());
    });
    return pairs(lines.filter((line) => line !== '' && !line.startsWith('#')), client);
}

;// CONCATENATED MODULE: ./build/docker/compose.js




function openCompose(client, ports) {
    return {
        read: (request) => readCompose(client, ports, request),
        startAround: (start, request, signal) => startAround(client, start, { request, signal }),
        up: (start, request, signal) => startService(client, ports, start, { request, signal }),
        down: (name) => removeProject(client, name),
        projects: (prefix) => projectsOf(client, prefix),
    };
}

;// CONCATENATED MODULE: ./build/docker/end-clients.js


/**
 * SIGKILL leaves no time to end one's children: a docker client then builds on, and gives its image a name when nobody looks any
 * more. It is known by a variable of its environment, which only this user may read; where there is no /proc, none is found.
 */
function endClients(files, isOfThem) {
    for (const { name } of files.list('/proc')) {
        if (!/^\d+$/.test(name))
            continue;
        // A helper that docker has started may serve others too.
        if (files.readTextIfPresent(`/proc/${name}/comm`)?.startsWith('docker') !== true)
            continue;
        const environment = files.readTextIfPresent(`/proc/${name}/environ`)?.split('\0') ?? [];
        const run = environment.find((pair) => pair.startsWith(`${run_id/* runVariable */.MU}=`))?.slice(run_id/* runVariable */.MU.length + 1);
        if (run !== undefined && isOfThem(run))
            (0,process/* endProcess */.JZ)(Number(name));
    }
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
/** Of this container, as CIDR. */
function ownNetworks() {
    return Object.values((0,external_node_os_.networkInterfaces)())
        .flatMap((addresses) => addresses ?? [])
        .flatMap(({ cidr, internal }) => (internal || cidr === null ? [] : [cidr]));
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
    const remote = hostOf(url);
    const outside = remote === undefined ? await hostOutside(client, files, url) : undefined;
    const host = remote ?? outside;
    return {
        version: server.Version,
        platform: `${server.Os}/${server.Arch}`,
        local: host === undefined,
        host: host ?? '127.0.0.1',
        ...(outside === undefined ? {} : { networks: ownNetworks() }),
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

;// CONCATENATED MODULE: ./build/docker/exec.js

const mostCharacters = 4_000;
/** What the program says may be anything, the docker client's own words too: only the exit code and the time are judged. */
async function execInContainer(client, id, argv, limitMs) {
    const result = await client.program(['docker', 'exec', id, ...argv], { deadlineMs: limitMs });
    if (result.timedOut)
        return undefined;
    return { exitCode: result.exitCode, output: `${result.stdout}${result.stderr}`.trim().slice(-mostCharacters) };
}
async function signalContainer(client, id, signal) {
    const result = await client.docker(['kill', `--signal=${signal}`, id]);
    // It may have ended by itself in this moment.
    if (result.exitCode !== 0 && !isMissing(result) && !/is not running/.test(result.stderr))
        throw unexpected(`the signal ${signal} cannot be sent to the container ${id}`, result);
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
        ...(image.Config.StopSignal === undefined || image.Config.StopSignal === null || image.Config.StopSignal === ''
            ? {}
            : { stopSignal: image.Config.StopSignal }),
        ...healthcheckOf(image.Config.Healthcheck ?? undefined),
    };
}
/** Docker's own default, where the image gives no time. */
const usualHealthTimeoutMs = 30_000;
function healthcheckOf(healthcheck) {
    const test = healthcheck?.Test ?? [];
    if (test[0] !== 'CMD' && test[0] !== 'CMD-SHELL')
        return {};
    const nanoseconds = healthcheck?.Timeout ?? 0;
    return { healthcheck: { test, timeoutMs: nanoseconds > 0 ? nanoseconds / 1e6 : usualHealthTimeoutMs } };
}
/** An image name stands where docker would also take an option. */
function refuseOption(reference) {
    if (!reference.startsWith('-') && reference.trim() !== '')
        return;
    throw new errors/* UserError */.y(`\`${reference}\` is no image name: docker would read it as an option.`, { place: 'image' });
}
const inspectedHealthcheck = dist/* object */.Ikc({ Test: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())), Timeout: dist/* nullish */.cl6(dist/* number */.aig()) });
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
        StopSignal: dist/* nullish */.cl6(dist/* string */.YjP()),
        Healthcheck: dist/* nullish */.cl6(inspectedHealthcheck),
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
/** Copied: a slice of a string keeps the whole of it in memory, a megabyte for each line that is kept. */
function cut(text) {
    return text.length <= log_longestLine ? text : `${Buffer.from(text.slice(0, log_longestLine)).toString()}…`;
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
        catches(pid, signal) {
            const caught = status(pid, 'SigCgt');
            return caught === undefined ? undefined : (BigInt(`0x${caught}`) & (1n << BigInt(signal - 1))) !== 0n;
        },
        readCpu(pid) {
            // The name in parentheses may hold blanks; utime and stime are the 12th and 13th field behind it.
            const fields = /^.*\) (.*)$/s.exec(read(pid, 'stat') ?? '')?.[1]?.split(' ');
            const ticks = Number(fields?.[11]) + Number(fields?.[12]);
            return Number.isFinite(ticks) ? ticks * msPerTick : undefined;
        },
        insidePid(pid) {
            const inside = status(pid, 'NSpid')?.trim().split(/\s+/).at(-1);
            return inside === undefined ? undefined : Number(inside);
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
    const catchesSigterm = proc.catches(pid, sigterm);
    return {
        ...(uid === undefined ? {} : { uid }),
        ...(catchesSigterm === undefined ? {} : { catchesSigterm }),
        ...proc.readMemory(pid),
    };
}
const sigabrt = 6;
const sigterm = 15;
/** Linux tells processor time in hundredths of a second, whatever the kernel's own clock. */
const msPerTick = 10;
/** What the kernel says of any process of the container. */
function observeAny(proc, pid, containerId) {
    if (!proc.belongsTo(pid, containerId))
        return undefined;
    const cpuMs = proc.readCpu(pid);
    const insidePid = proc.insidePid(pid);
    return {
        ...(cpuMs === undefined ? {} : { cpuMs }),
        ...(insidePid === undefined ? {} : { insidePid }),
        catchesSigabrt: proc.catches(pid, sigabrt) === true,
    };
}
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

;// CONCATENATED MODULE: ./build/docker/pull.js



/** `docker pull`; throws a `SetupError` with the registry's words where it gives none: nobody's image is to blame for that. */
async function pullImage(client, { reference, deadlineMs, signal }) {
    refuseOption(reference);
    const result = await client.docker(['pull', '--quiet', reference], { deadlineMs, signal });
    if (result.exitCode === 0)
        return;
    throw new errors/* SetupError */.w(`the image \`${reference}\` is not on this machine, and it cannot be pulled: ${firstLine(result.stderr)}. Correct the input \`image\`, log in to its registry (docker/login-action), or build the image in an earlier step.`);
}

;// CONCATENATED MODULE: ./build/docker/push.js


/** `docker push` of one tag. Throws a `SetupError` where the engine itself is in trouble. */
async function pushImage(client, { reference, deadlineMs, signal, onLine }) {
    refuseOption(reference);
    let digest;
    const result = await client.program(['docker', 'push', reference], {
        deadlineMs,
        signal,
        onStdoutLine(line) {
            digest = digestIn(line) ?? digest;
            onLine(line);
        },
    });
    if (result.timedOut)
        return { kind: 'late' };
    const trouble = signal.aborted ? undefined : engineTrouble(result);
    if (trouble !== undefined)
        throw trouble;
    if (result.exitCode !== 0)
        return { kind: 'refused', words: withoutQueries(firstLine(result.stderr)) };
    if (digest === undefined)
        throw unexpected(`\`${reference}\` was pushed, and docker does not tell its digest`, result);
    return { kind: 'pushed', digest };
}
/** A further name for an image that the engine has; whatever bore the name before keeps its others. */
async function tagImage(client, image, name) {
    refuseOption(image);
    refuseOption(name);
    const result = await client.docker(['image', 'tag', image, name]);
    if (result.exitCode !== 0)
        throw unexpected(`the image cannot be named \`${name}\``, result);
}
/** `1.4.0: digest: sha256:… size: 528`, the last line but for advertisements. */
function digestIn(line) {
    return /^\S+: digest: (sha256:[0-9a-f]{64})\b/.exec(line)?.[1];
}
/** The address of an upload may carry a signature with which others could upload. */
function withoutQueries(words) {
    return words.replaceAll(/(https?:\/\/[^\s"?]+)\?[^\s"]*/g, '$1');
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
        const unlessGiven = request.unlessGiven ?? [];
        // Of two that name the same variable, docker takes the later.
        const firstWords = unlessGiven.length === 0 ? [] : [`--env-file=${folder.write('unless-given', `${unlessGiven.join('\n')}\n`)}`];
        const words = [...firstWords, ...optionWords(request), ...environmentWords];
        const { exitCode, stderr, stdout } = await client.docker(['run', '--detach', `--cidfile=${folder.file('id')}`, ...words, request.image], { deadlineMs: runDeadlineMs, environment: inClient });
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
 * sockets in use cost 0.02 ms, so the tables are read only when a count has changed, and now and then all the same. Whoever asks
 * after a change gets what is now: whoever watches waits longer between two readings where they take long.
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
            if (last !== undefined && counts === last.counts && began - last.at < unchangedMs)
                return last.sockets;
            const read = Object.fromEntries(tables.flatMap((table) => {
                const text = proc.readNet(pid, table);
                return text === undefined ? [] : [[table, text]];
            }));
            if (Object.keys(read).length === 0)
                return undefined;
            const sockets = listeningSockets(read);
            last = { counts, sockets, at: clock.ticks() };
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
        pull: (request) => pullImage(client, request),
        removeImage: (reference) => removeImage(client, ports.clock, reference),
        tagImage: (image, name) => tagImage(client, image, name),
        push: (request) => pushImage(client, request),
        run: (request) => runContainer(client, request),
        observeProcess: ({ id, state }) => observeProcess(proc, state.pid, id),
        observeAny: ({ id }, pid) => observeAny(proc, pid, id),
        inspectContainer: (id) => inspectContainer(client, id),
        followLog: (id, onLine, signal) => followLog(client, id, onLine, signal),
        waitForExit: (id, signal) => waitForExit(client, id, signal),
        processes: (id) => listProcesses(client, id),
        socketReader: (container) => openSocketReader(client, proc, ports.clock, container),
        signal: (id, signal) => signalContainer(client, id, signal),
        exec: (id, argv, limitMs) => execInContainer(client, id, argv, limitMs),
        stop: (id, timeoutMs) => stopContainer(client, id, timeoutMs),
        remove: (id) => removeContainer(client, id),
        compose: openCompose(client, ports),
        measurePath: (id, path) => measurePath(client, id, path),
        labelled: (name) => labelledContainers(client, name),
        imagesNamed: (pattern) => imagesNamed(client, pattern),
        endClients: (isOfThem) => endClients(ports.files, isOfThem),
    };
}
/** How long a container that is being removed may take to go; others tidy up too. */
const longestRemovalMs = 2000;
/**
 * Not by force: from under a container the engine takes but the name, and what is left is found by nobody. So the container's end is
 * awaited, and where it does not end, the image keeps its name for the next run that tidies up.
 */
async function removeImage(client, clock, reference) {
    refuseOption(reference);
    for (const began = clock.ticks(); clock.ticks() - began < longestRemovalMs; await clock.sleep(50)) {
        const result = await client.docker(['image', 'rm', reference], { deadlineMs: 60_000 });
        if (result.exitCode === 0 || isMissing(result))
            return;
        if (!/\bconflict\b/i.test(result.stderr))
            throw unexpected(`the image ${reference} cannot be removed`, result);
    }
}
async function imagesNamed(client, pattern) {
    const words = [`--filter=reference=${pattern}`, '--format={{.Repository}}:{{.Tag}}'];
    const result = await client.docker(['image', 'ls', ...words]);
    if (result.exitCode !== 0)
        throw unexpected('the images cannot be listed', result);
    return result.stdout.split('\n').filter((name) => name !== '');
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
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4788);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9999);





function temporaryFolder() {
    const prefix = (0,_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryPrefix */ .wd)((0,_run_id_js__WEBPACK_IMPORTED_MODULE_4__/* .runIdOf */ .SR)(_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .systemFiles */ .Hy));
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.join((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `${prefix}-`));
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


/***/ })

};
