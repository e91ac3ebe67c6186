export const id = 986;
export const ids = [986];
export const modules = {

/***/ 4486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBuildkit: () => (/* binding */ openBuildkit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _docker_cli_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1018);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _lint_grammar_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2796);
/* harmony import */ var _lint_order_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6064);
/* harmony import */ var _plan_build_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8674);
/* harmony import */ var _trial_engine_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9247);







function openBuildkit(settings, ports) {
    const docker = (0,_docker_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .openDocker */ .$)(ports.environment, ports);
    let incomplete = false;
    const ask = async (path, context) => {
        if (path === '-')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y('standard input is no file that the engine could be sent.', {
                place,
                hint: 'Name the file.',
            });
        const from = (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(ports.workingDirectory, file);
        const request = (0,_plan_build_request_js__WEBPACK_IMPORTED_MODULE_5__/* .buildRequest */ .m)(settings, { context: from(context), dockerfile: from(path), tag: 'sea-trial/lint' });
        try {
            return await docker.check(request, ports.signal);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w))
                throw error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(error.message, { place, cause: error });
        }
    };
    return {
        isIncomplete: () => incomplete,
        async beside(linted, input, context) {
            const { dockerfile } = input.facts;
            const { warnings, stopped } = await ask(dockerfile.path, context);
            if (stopped !== undefined && !linted.findings.some(({ check }) => check === _lint_grammar_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .parseErrorCheck */ .W)) {
                incomplete = true;
                ports.print.note(`${dockerfile.path}: BuildKit did not check it to the end: ${stopped}`);
            }
            const silenced = (0,_trial_engine_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .engineFindings */ .L)(warnings, input.facts, linted, input);
            return {
                findings: (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .a)([...linted.findings, ...silenced.findings]),
                ignored: (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .a)([...linted.ignored, ...silenced.ignored], ({ finding }) => finding),
            };
        },
    };
}
const place = '--buildkit';


/***/ }),

/***/ 2184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ builderTrouble)
/* harmony export */ });
/** Undefined where the builder is not to blame. What is quoted from buildx's words are names, never sentences. */
function builderTrouble(unbuilt) {
    const { message, step, timedOut, began, named } = unbuilt;
    const builder = unbuilt.builder ?? (named === undefined ? undefined : { name: named, endpoints: [] });
    const absent = /^no builder "?([^"\s]+)"? found/m.exec(message)?.[1];
    if (absent !== undefined)
        return missing(absent);
    const context = /^use `docker --context=(\S+) buildx` to switch/m.exec(message)?.[1];
    if (context !== undefined)
        return ofContext(context);
    const driver = /failed to find driver "([\w-]+)"/.exec(message)?.[1];
    if (driver !== undefined)
        return withoutDriver(driver, nameOf(builder));
    if (/no valid drivers found|failed to initialize builder/.test(message))
        return unusable(builder);
    if (step === '[internal] booting buildkit')
        return notStarted(builder);
    if (step === '[internal] waiting for connection' || (timedOut && !began))
        return unanswered(builder);
    return step === undefined && connectionLost.test(message) ? lost(builder) : undefined;
}
/** gRPC's words where the other end is gone; a registry that is out of order is told in others. */
const connectionLost = /\bcode = Unavailable\b|\berror reading from server\b|\btransport is closing\b|\bclient connection is closing\b/;
function missing(name) {
    return {
        headline: 'there is no such builder',
        title: `there is no builder ${quoted(name)}`,
        why: 'buildx knows no builder of this name on this machine, so nothing was built.',
        advice: `Create it before this step: \`uses: docker/setup-buildx-action@v4\` with \`name: ${name}\`, or \`docker buildx create --name ${name}\`; or leave \`builder\` (BUILDX_BUILDER) out.`,
    };
}
function ofContext(name) {
    return {
        headline: 'a docker context is named as the builder',
        title: `${quoted(name)} is a docker context, and no builder of this engine`,
        why: 'One engine would build the image, and another would have to start it.',
        advice: `Set \`DOCKER_CONTEXT: ${name}\` under \`env:\` (and no DOCKER_HOST), so that one engine does both, and leave \`builder\` out.`,
    };
}
function withoutDriver(driver, name) {
    return {
        headline: 'this buildx does not know the driver of the builder',
        title: `this buildx has no driver ${quoted(driver)}`,
        why: `The builder${name} is of that driver, so nothing was built.`,
        advice: 'Install the buildx that has it (docker/setup-buildx-action takes `version`, such as `cloud:latest`), or take another builder.',
    };
}
function unusable(builder) {
    const name = nameOf(builder);
    return {
        headline: 'the builder cannot be used from here',
        title: `the builder${name} cannot be used from here`,
        why: `Its driver${builder?.driver === undefined ? '' : ` ${quoted(builder.driver)}`} does not find what it needs, so nothing was built.`,
        advice: builder?.driver === 'kubernetes'
            ? 'Give this step the configuration of the cluster (KUBECONFIG, or `~/.kube/config`), of a user who may make deployments there and run commands in their pods.'
            : `Look at it with \`docker buildx inspect --bootstrap${plainName(builder)}\`, and create it anew.`,
    };
}
function notStarted(builder) {
    return {
        headline: 'the builder does not start',
        title: `the builder${nameOf(builder)} does not start`,
        why: `BuildKit does not come up${builder?.driver === undefined ? '' : ` by the driver ${quoted(builder.driver)}`}, so nothing was built.`,
        advice: builder?.driver === 'kubernetes'
            ? 'Look whether this step reaches the cluster (`kubectl get deployments`), and whether its user may make deployments there and run commands in their pods.'
            : 'Where its image cannot be pulled, name one that the engine reaches: `driver-opts: image=registry.example/moby/buildkit:buildx-stable-1` of docker/setup-buildx-action. Else read what it wrote.',
    };
}
function unanswered(builder) {
    const at = builder === undefined || builder.endpoints.length === 0 ? '' : ` at ${builder.endpoints.map(quoted).join(', ')}`;
    return {
        headline: 'the builder does not answer',
        title: `the builder${nameOf(builder)} does not answer`,
        why: `No BuildKit answers${at}, so nothing was built.`,
        advice: builder?.driver === undefined || builder.driver === 'remote'
            ? `Start buildkitd there and let this machine reach it; or create the builder with the right endpoint, and with its certificates where it asks for TLS: \`docker buildx create --driver remote --name${plainName(builder) || ' NAME'} ENDPOINT\`.`
            : `Look at it with \`docker buildx inspect --bootstrap${plainName(builder)}\`, and create it anew.`,
    };
}
function lost(builder) {
    return {
        headline: 'the builder went away while it built',
        title: `the builder${nameOf(builder)} went away while it built`,
        why: 'The connection broke off: it was ended, or its machine ran out of memory, or the network failed.',
        advice: 'Run the job again. Where it happens again, read the end of the log of its buildkitd.',
    };
}
/** A title holds only so much; docker/setup-buildx-action makes names of 44 characters. */
const longestName = 50;
function nameOf(builder) {
    return builder === undefined || builder.name.length > longestName ? '' : ` ${quoted(builder.name)}`;
}
function plainName(builder) {
    return builder === undefined ? '' : ` ${builder.name}`;
}
function quoted(text) {
    return `\`${text}\``;
}


/***/ }),

/***/ 9101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U7: () => (/* binding */ composeModel),
/* harmony export */   aQ: () => (/* binding */ doubled),
/* harmony export */   p6: () => (/* binding */ undoubled),
/* harmony export */   s1: () => (/* binding */ environmentValues)
/* harmony export */ });
/* unused harmony export composeService */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** A service as `docker compose config --format json` writes it: paths absolute, `$` doubled; what is not named here is kept. */
const composeService = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    build: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        context: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        dockerfile: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        dockerfile_inline: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        target: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        args: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
        additional_contexts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        extra_hosts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        cache_from: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        cache_to: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        secrets: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), target: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }))),
        ssh: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        shm_size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        network: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })),
    image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    command: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    entrypoint: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    container_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
    ports: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ target: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), protocol: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'tcp') }))),
    depends_on: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ condition: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), required: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), true) }))),
    network_mode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    networks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ aliases: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())) })))),
    deploy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        replicas: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        restart_policy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
        resources: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    })),
});
const owned = valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ external: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), false) }));
/** What `docker compose config --format json` writes. */
const composeModel = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    services: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), composeService),
    networks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(owned),
    volumes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(owned),
    secrets: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ file: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }))),
});
/** Values of variables of all services, as the containers get them. */
function environmentValues({ model }) {
    return Object.values(model.services).flatMap(({ environment }) => Object.values(environment ?? {}).flatMap((value) => (value === null ? [] : [undoubled(value)])));
}
/** A dollar sign that stands for itself is doubled in a compose file. */
function doubled(text) {
    return text.replaceAll('$', '$$$$');
}
function undoubled(text) {
    return text.replaceAll('$$', '$');
}


/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ buildRequest)
/* harmony export */ });
/** What the engine is asked to build, as the user decided it. */
function buildRequest(settings, { context, dockerfile, tag }) {
    return {
        context,
        dockerfile,
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
        tags: settings.tags.length === 0 ? [tag] : settings.tags,
        labels: settings.labels,
        pull: settings.pull,
        noCache: settings.noCache,
        ...(settings.network === undefined ? {} : { network: settings.network }),
        deadlineMs: settings.buildTimeoutMs,
    };
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


/***/ }),

/***/ 2924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ build),
  J: () => (/* binding */ buildkitFindings)
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
    const tell = (text) => progress({ kind: 'line', stage, text });
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
            progress({ kind: 'step-began', stage, title: step.name });
            for (const text of lines.splice(0))
                tell(text);
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
            tell(step.error);
        tell(step.cached ? 'from cache' : `took ${((step.ms ?? 0) / 1000).toFixed(1)} s`);
        progress({ kind: 'step-ended', stage });
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
                tell(line);
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
                progress({ kind: 'step-ended', stage });
            shown = undefined;
            waiting.clear();
        },
    };
}
const stage = 'build';
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
/** BuildKit's own checks, from the build that was done anyway. */
function buildkitFindings(warnings, facts) {
    return warnings.map((warning) => {
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


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ engineFindings)
/* harmony export */ });
/* harmony import */ var _lint_distinct_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6682);
/* harmony import */ var _lint_instruction_at_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8468);
/* harmony import */ var _lint_lint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9806);
/* harmony import */ var _lint_severity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6849);
/* harmony import */ var _lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5763);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9207);
/* harmony import */ var _stages_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2924);







/**
 * What the engine's own checks add to ours: not what one of ours says of the same instruction already, told or ignored, nor what the
 * user has switched off or ignored under the name of our rule.
 */
function engineFindings(warnings, facts, linted, settings) {
    const { severities = {}, ignore = [] } = settings;
    const ours = [...linted.findings, ...linted.ignored.map(({ finding }) => finding)];
    const found = (0,_stages_build_js__WEBPACK_IMPORTED_MODULE_3__/* .buildkitFindings */ .J)(warnings, facts).filter((finding) => !ours.some((own) => isSameFlaw(own, finding, facts)) &&
        !rulesBeside(finding).some((id) => (0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .severitySaid */ .Vl)([id], severities) === 'off'));
    const beside = new Map(found.flatMap((finding) => rulesBeside(finding).map((id) => [id, finding.check])));
    return (0,_lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__/* .silence */ .a)((0,_lint_distinct_js__WEBPACK_IMPORTED_MODULE_5__/* .distinct */ .d)((0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .withSeverities */ .sC)(found.map((finding) => ({ finding })), severities)), facts.dockerfile, (0,_lint_lint_js__WEBPACK_IMPORTED_MODULE_0__/* .pragmasInForce */ .gL)(facts.dockerfile, settings), ignore.flatMap((setting) => {
        const check = beside.get(setting.check.toLowerCase());
        return check === undefined ? [setting] : [setting, { ...setting, check }];
    }));
}
function isSameFlaw(own, found, { dockerfile }) {
    if (!found.aliases.some((name) => own.aliases.includes(name)))
        return false;
    const [here, there] = [own, found].map(({ location }) => location === undefined ? undefined : (0,_lint_instruction_at_js__WEBPACK_IMPORTED_MODULE_6__/* .instructionAt */ .s)(dockerfile, location));
    return here !== undefined && here === there;
}
/** The ids of our rules that know the same flaw. */
function rulesBeside({ aliases }) {
    return _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.filter((rule) => aliases.some((name) => rule.aliases.includes(name))).map(({ id }) => id);
}


/***/ })

};
