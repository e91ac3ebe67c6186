export const id = 348;
export const ids = [348,158];
export const modules = {

/***/ 4682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   affectedCommand: () => (/* binding */ affectedCommand)
/* harmony export */ });
/* harmony import */ var _docker_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1018);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4989);
/* harmony import */ var _plan_make_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9212);
/* harmony import */ var _render_printing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4060);
/* harmony import */ var _run_id_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9999);
/* harmony import */ var _change_since_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8581);
/* harmony import */ var _judge_trials_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8041);
/* harmony import */ var _run_plans_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1658);
/* harmony import */ var _run_run_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2148);
/* harmony import */ var _run_telling_reader_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2758);
/* harmony import */ var _run_trial_requests_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5932);












/** `sea-trial affected [BASE]`: which trials a change since BASE touches, and why. Nothing is built or started. */
async function affectedCommand([base], settings, ports) {
    for (const note of settings.notes)
        ports.print.note(note);
    const change = await (0,_change_since_js__WEBPACK_IMPORTED_MODULE_4__/* .changeOfWork */ .x)(base, (0,_git_git_js__WEBPACK_IMPORTED_MODULE_2__.gitOf)(ports.workingDirectory, ports.environment));
    const planned = await plannedTrials(settings, ports);
    const trials = [...(await judgedRows(planned, change, ports)), ...planned.doubtful];
    ports.print.result(ports.presentation.format === 'json' ? asJson(trials, change) : asText(trials, change));
    return 0;
}
async function plannedTrials(given, ports) {
    const run = await (0,_run_run_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .runSettingsOf */ .a)(given, ports);
    const docker = (0,_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .openDocker */ .$)(ports.environment, ports);
    const reader = (0,_run_telling_reader_js__WEBPACK_IMPORTED_MODULE_8__/* .tellingReader */ .h)(run.settings, ports);
    try {
        return { run, plans: await (0,_run_plans_js__WEBPACK_IMPORTED_MODULE_6__/* .plansFor */ .i)(run, { ...ports, docker, runId: (0,_run_id_js__WEBPACK_IMPORTED_MODULE_10__/* .runIdOf */ .SR)(ports.files) }, reader), doubtful: [] };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w))
            throw error;
        // Only a compose file makes docker be asked, which may not be there: what the file says is not known then.
        const because = `a compose file cannot be read here: ${error.message}`;
        return { run, plans: [], doubtful: (0,_run_trial_requests_js__WEBPACK_IMPORTED_MODULE_9__/* .requestsFor */ .U)(run, ports).map((request) => rowOfRequest(request, because)) };
    }
}
function rowOfRequest({ key, settings }, because) {
    const file = (0,_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerfileOf */ .S9)(settings);
    return { name: key ?? settings.name ?? file, file, context: settings.contexts[0] ?? '.', affected: true, because };
}
async function judgedRows({ run, plans }, change, ports) {
    const answers = await (0,_judge_trials_js__WEBPACK_IMPORTED_MODULE_5__/* .judgeTrials */ .j)(change, plans, run, ports);
    return plans.map((each) => {
        if (each.kind === 'unplanned') {
            const { error, ...known } = each.unplanned;
            return { ...known, affected: true, because: error.sentence() };
        }
        const { name, file, context } = each.plan;
        const { isAffected = true, because = '' } = answers.get(each.plan) ?? {};
        return { name, file, context, affected: isAffected, because };
    });
}
function asJson(trials, { base }) {
    return `${JSON.stringify({ version: 1, base, trials }, undefined, 2)}\n`;
}
/** Those that are affected first; names and paths are anybody's text. */
function asText(trials, { base, fileCount }) {
    const width = Math.max(0, ...trials.map(({ name }) => name.length));
    const lines = [...trials.filter(({ affected }) => affected), ...trials.filter(({ affected }) => !affected)].map(({ name, affected, because }) => `${affected ? 'affected ' : 'untouched'}  ${name.padEnd(width)}  ${because}`);
    const count = trials.filter(({ affected }) => affected).length;
    const files = fileCount === 1 ? '1 file changed' : `${fileCount} files changed`;
    const summary = `${count} of ${trials.length} trials affected; ${files} since ${base.slice(0, 12)}.`;
    return [...lines, summary].map((line) => `${(0,_render_printing_js__WEBPACK_IMPORTED_MODULE_11__/* .printable */ .g$)(line)}\n`).join('');
}


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runSettingsOf)
/* harmony export */ });
/* harmony import */ var _settings_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9859);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4084);
/* harmony import */ var _strangers_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6375);



/** Where code may be a stranger's, its trials are too: then the base's are followed, and none where it cannot be had. */
async function runSettingsOf(given, ports) {
    const { configurationFiles, environment } = ports;
    if ((0,_strangers_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfStranger */ .mN)(ports) && configurationFiles === undefined)
        return { given, settings: given };
    const named = await (0,_settings_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .namedTrialsOfRun */ .DG)(given, { ...ports, files: configurationFiles ?? ports.files });
    return named === undefined
        ? { given, settings: given }
        : { given, settings: (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsUnder */ .G3)(given, named.defaults, environment), named };
}


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

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ dockerfileOfImage),
/* harmony export */   w: () => (/* binding */ imageConfigurationPath)
/* harmony export */ });
/* harmony import */ var _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4336);

/** Stands for the path of a Dockerfile that nobody has: no place of a repository is named by it. */
const imageConfigurationPath = 'the configuration of the image';
/** What an image says of itself, as the Dockerfile that would say the same: from it, facts follow as from any other. */
function dockerfileOfImage(image) {
    const { reference, environment, workdir, user, exposed, entrypoint, command } = image;
    const lines = [
        `FROM ${reference}`,
        ...environment.map(assignment),
        ...(workdir === '' ? [] : [`WORKDIR ${escaped(workdir)}`]),
        ...(user === '' ? [] : [`USER ${escaped(user)}`]),
        ...exposed.map((port) => `EXPOSE ${port}`),
        ...(entrypoint.length === 0 ? [] : [`ENTRYPOINT ${JSON.stringify(entrypoint)}`]),
        ...(command.length === 0 ? [] : [`CMD ${JSON.stringify(command)}`]),
    ];
    return (0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDockerfile */ .A)(`${lines.join('\n')}\n`, imageConfigurationPath);
}
/** A value that spans lines cannot be written in one; nothing is derived from such a variable. */
function assignment(pair) {
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    return /[\r\n]/.test(value) ? '' : `ENV ${name}="${escaped(value)}"`;
}
function escaped(value) {
    return value.replaceAll(/[\\"$]/g, String.raw `\$&`);
}


/***/ })

};
