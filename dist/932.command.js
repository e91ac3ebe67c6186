export const id = 932;
export const ids = [932];
export const modules = {

/***/ 5932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ requestsOfFile),
/* harmony export */   U: () => (/* binding */ requestsFor),
/* harmony export */   requestOfFile: () => (/* binding */ requestOfFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7658);
/* harmony import */ var _plan_make_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9212);
/* harmony import */ var _settings_given_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7201);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4084);
/* harmony import */ var _find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1832);







/** Every trial of the file where nothing was named, else those that were named: by their names, or by folder and file. */
function requestsFor(run, ports) {
    const { given, settings, named } = run;
    if (named === undefined)
        return [{ settings: given }];
    const byKey = (key) => ({ key, settings: settingsOfTrial(key, named, given, ports) });
    if (!isAnythingNamed(given)) {
        const all = keysBelow(named, ports);
        return all.length === 0 ? [{ settings }] : all.map(byKey);
    }
    const contexts = (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(given.given, 'context');
    const keys = contexts.filter(({ text }) => named.trials.has(text));
    const others = contexts.filter(({ text }) => !named.trials.has(text));
    for (const { text, place } of others)
        refuseUnknown(text, place, named, ports);
    const byHand = keys.length > 0 && others.length === 0 ? [] : [{ settings: withContexts(settings, others, ports) }];
    return [...keys.map(({ text }) => byKey(text)), ...byHand];
}
/** The trial of the file that stands for a target which was named by hand, where exactly one does. */
function requestOfFile(target, run, ports) {
    const [only, ...others] = requestsOfFile(target, run, ports);
    return others.length > 0 ? undefined : only;
}
/** All of them: several targets of one Dockerfile may each be a trial. */
function requestsOfFile(target, run, ports) {
    const { given, named } = run;
    if (named === undefined)
        return [];
    return [...named.trials].flatMap(([key, trial]) => {
        const matched = isOfPlainFiles(trial) ? matchOf(target, trial, { named, given, ports }) : undefined;
        return matched === undefined ? [] : [{ key, ...matched, settings: settingsOfTrial(key, named, given, ports) }];
    });
}
function matchOf(target, trial, { named, given, ports }) {
    const at = (text) => node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(ports.workingDirectory, text);
    const standsFor = (text, file) => at(text) === at(file) || ((0,_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_5__/* .isPattern */ .Pt)(text) && node_path__WEBPACK_IMPORTED_MODULE_0__.matchesGlob(at(file), at(text)));
    const own = textsOf(trial, 'context');
    const contexts = own.length > 0 ? own : [node_path__WEBPACK_IMPORTED_MODULE_0__.relative(ports.workingDirectory, named.folder) || '.'];
    const files = textsOf(trial, 'file');
    const images = contexts.flatMap((context) => (files.length > 0 ? files : [node_path__WEBPACK_IMPORTED_MODULE_0__.join(context, 'Dockerfile')]).map((file) => ({ context, file })));
    const dockerfile = (0,_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileOf */ .S9)(target);
    const isGiven = given.given.has('context');
    const found = images.find(({ context, file }) => standsFor(file, dockerfile) && (!isGiven || standsFor(context, target.contexts[0] ?? '.')));
    if (found === undefined)
        return undefined;
    const pattern = [found.context, found.file].find(_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_5__/* .isPattern */ .Pt);
    const folder = (0,_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_5__/* .isPattern */ .Pt)(found.context) ? node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(dockerfile) : found.context;
    return {
        contexts: isGiven ? target.contexts : [folder],
        isWhole: images.length === 1 && pattern === undefined,
        ...(pattern === undefined ? {} : { pattern }),
    };
}
/** A compose file, and an image that exists, say themselves what is tried. */
function isOfPlainFiles(trial) {
    return (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(trial, 'compose-file').length === 0 && (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(trial, 'image').length === 0;
}
function settingsOfTrial(key, named, given, ports) {
    const own = named.trials.get(key) ?? new Map();
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(ports.workingDirectory, named.folder);
    const lowest = new Map([...named.defaults, ...own]);
    const isElsewhere = folder !== '' && isOfPlainFiles(own) && (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(lowest, 'context').length === 0;
    const here = isElsewhere ? new Map([['context', [{ text: folder, place: named.file }]]]) : new Map();
    const lower = new Map([...lowest, ...here]);
    // The name stands where a folder may stand too; the folder is the trial's.
    const withoutName = (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(given.given, 'context').some(({ text }) => named.trials.has(text))
        ? { ...given, given: without(given.given, 'context') }
        : given;
    return (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsUnder */ .G3)(withoutName, lower, ports.environment);
}
function withContexts(settings, contexts, ports) {
    const given = new Map([...settings.given, ['context', contexts]]);
    return (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsUnder */ .G3)({ ...settings, given }, new Map(), ports.environment);
}
function without(given, name) {
    return new Map([...given].filter(([each]) => each !== name));
}
function textsOf(given, name) {
    return (0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .many */ ._d)(given, name).map(({ text }) => text);
}
function isAnythingNamed({ given }) {
    return ['context', 'file', 'image', 'compose-file'].some((name) => given.has(name));
}
/** Below a folder that has trials of its own, those; at the file's own folder, all. */
function keysBelow(named, { workingDirectory }) {
    if (node_path__WEBPACK_IMPORTED_MODULE_0__.relative(workingDirectory, named.folder) === '')
        return [...named.trials.keys()];
    return [...named.trials].flatMap(([key, trial]) => {
        const places = ['context', 'file', 'compose-file'].flatMap((name) => textsOf(trial, name));
        return places.some((each) => !node_path__WEBPACK_IMPORTED_MODULE_0__.normalize(each).startsWith('..')) ? [key] : [];
    });
}
function refuseUnknown(text, place, named, ports) {
    if ((0,_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_5__/* .isPattern */ .Pt)(text) || /[/\\.]/.test(text) || named.trials.size === 0)
        return;
    if (ports.files.stat(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(ports.workingDirectory, text)) !== undefined)
        return;
    const names = [...named.trials.keys()];
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(text, names);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${(0,_settings_given_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is neither a folder nor a trial of ${named.file}.`, {
        place,
        hint: near === undefined ? `Its trials: ${names.slice(0, 10).join(', ')}.` : `Write ${near}.`,
    });
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

/***/ 6436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ publishedPorts),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   nH: () => (/* binding */ composeStart),
/* harmony export */   oC: () => (/* binding */ withComposeService),
/* harmony export */   zc: () => (/* binding */ commandNotes)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9101);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** Of a run, or of a trial of it: what docker compose makes bears it. */
function projectName(runId) {
    return `sea-trial-${runId}`;
}
function composeStart(project, runId, { readyTimeoutMs, buildTimeoutMs }) {
    return { project, name: projectName(runId), readyLimitMs: readyTimeoutMs, deadlineMs: buildTimeoutMs };
}
/** The port that the compose file publishes is the one that is asked, before what the Dockerfile says. */
function publishedPorts({ service }, ofDockerfile) {
    const published = (service.ports ?? []).filter(({ protocol }) => protocol === 'tcp').map(({ target }) => target);
    const [first] = published;
    if (first === undefined)
        return ofDockerfile;
    const { named } = ofDockerfile;
    return {
        namedBy: 'The compose file publishes',
        exposed: [...ofDockerfile.exposed, ...published],
        named: named !== undefined && published.includes(named) ? named : first,
    };
}
/** Findings know the Dockerfile's command alone: where another one runs, that has to be told. */
function commandNotes({ service, files }, { startCommand }) {
    const differs = [
        ['command', startCommand?.command],
        ['entrypoint', startCommand?.entrypoint],
    ].filter(([key, instruction]) => {
        const own = service[key];
        return (Array.isArray(own) &&
            JSON.stringify(own.map(_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)) !== JSON.stringify(instruction?.exec?.map(({ value }) => value)));
    });
    if (differs.length === 0)
        return [];
    const keys = differs.map(([key]) => `\`${key}\``).join(' and ');
    return [
        `The container is started by ${keys} of ${files.join(', ')}: where a finding points at CMD or ENTRYPOINT of the Dockerfile, that is the place to look at.`,
    ];
}
/** What the compose file says of the build, or of the image, under what the user says. */
function withComposeService(settings, project, workingDirectory) {
    const { service } = project;
    const network = service.network_mode === 'host' ? { runNetwork: 'host' } : {};
    if (settings.image !== undefined)
        return { ...settings, ...network };
    if (service.build === undefined)
        return { ...settings, ...network, image: (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(service.image ?? '') };
    const { build } = service;
    refuseUnreadable(project, build);
    const seen = (file) => node_path__WEBPACK_IMPORTED_MODULE_0__.relative(workingDirectory, (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(file)) || '.';
    const context = (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(build.context);
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(context, (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(build.dockerfile ?? 'Dockerfile'));
    const place = settings.composeFiles[0]?.place ?? 'compose-file';
    return {
        ...settings,
        ...network,
        contexts: settings.contexts.length > 0 ? settings.contexts : [seen(context)],
        files: settings.files.length > 0 || settings.contexts.length > 0 ? settings.files : [{ text: seen(file), place }],
        target: settings.target ?? (build.target === undefined ? undefined : (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(build.target)),
        buildArguments: { ...argumentsOf(build.args), ...settings.buildArguments },
        buildContexts: [...listed(build.additional_contexts), ...settings.buildContexts],
        secrets: [...secretsOf(project, build), ...settings.secrets],
        ssh: [...(build.ssh ?? []).map(_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6), ...settings.ssh],
        addHosts: [...(build.extra_hosts ?? []).map((host) => (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(host).replace('=', ':')), ...settings.addHosts],
        shmSize: settings.shmSize ?? build.shm_size,
        cacheFrom: [...(build.cache_from ?? []).map(_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6), ...settings.cacheFrom],
        cacheTo: [...(build.cache_to ?? []).map(_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6), ...settings.cacheTo],
        network: settings.network ?? build.network,
    };
}
function refuseUnreadable({ name, files }, build) {
    const place = files[0] ?? 'compose-file';
    if (build.dockerfile_inline !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`the Dockerfile of the service "${name}" stands in the compose file, where lint has no lines.`, {
            place,
            hint: 'Write it into a file of its own, and name that with `dockerfile:`.',
        });
    if (!node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(build.context))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`the build context of the service "${name}" is the address "${build.context}".`, {
            place,
            hint: 'Check that repository out, and name its folder with `context:`.',
        });
}
function argumentsOf(args) {
    return Object.fromEntries(Object.entries(args ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(value)]])));
}
function listed(pairs) {
    return Object.entries(pairs ?? {}).map(([name, value]) => `${name}=${(0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(value)}`);
}
function secretsOf({ model }, build) {
    return (build.secrets ?? []).flatMap(({ source, target }) => {
        const { file, environment } = model.secrets?.[source] ?? {};
        const id = target ?? source;
        if (file !== undefined)
            return [{ id, kind: 'file', file: (0,_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_1__/* .undoubled */ .p6)(file) }];
        return environment === undefined ? [] : [{ id, kind: 'environment', variable: environment }];
    });
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S9: () => (/* binding */ dockerfileOf),
  Ks: () => (/* binding */ imagePattern),
  Cs: () => (/* binding */ makePlan),
  Az: () => (/* binding */ runLabel)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/parse.js + 29 modules
var parse = __webpack_require__(4336);
// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/facts/image-configuration.js
var image_configuration = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(7658);
// EXTERNAL MODULE: ./build/probes/request.js
var probes_request = __webpack_require__(3219);
// EXTERNAL MODULE: ./build/settings/commands.js
var commands = __webpack_require__(1096);
// EXTERNAL MODULE: ./build/settings/configuration.js + 1 modules
var settings_configuration = __webpack_require__(9859);
// EXTERNAL MODULE: ./build/plan/build-request.js
var build_request = __webpack_require__(8674);
// EXTERNAL MODULE: ./build/plan/facts-for.js
var facts_for = __webpack_require__(2267);
;// CONCATENATED MODULE: ./build/plan/keep-image.js
/** An image that was there before is never removed, only the further names that it was pushed under. */
function unwantedImages({ keepImage, tags, image }, origin, push) {
    const named = origin.kind === 'built' ? origin.request.tags : (push?.names ?? []).map(({ reference }) => reference);
    switch (keepImage) {
        case 'always':
            return { names: [], everywhere: false };
        case 'never':
            return { names: named.filter((name) => name !== image && name !== `${image}:latest`), everywhere: true };
        case 'auto':
            return { names: origin.kind === 'built' && tags.length === 0 ? [origin.name] : [], everywhere: false };
    }
}
/** What the image is called where the user does not name it; one that is kept bears a name that no clean-up takes for its own. */
function ownTag({ keepImage }, runId, machineGoes) {
    return keepImage === 'always' || (keepImage === 'auto' && machineGoes) ? `kept-${runId}` : runId;
}
/** Whoever keeps an image wants to find it. */
function keptNotes({ keepImage, tags }, origin) {
    if (keepImage !== 'always' || origin.kind === 'existing' || tags.length > 0)
        return [];
    return [`The image is kept as \`${origin.name}\`.`];
}

// EXTERNAL MODULE: ./build/plan/name-for-docker.js
var name_for_docker = __webpack_require__(58);
;// CONCATENATED MODULE: ./build/plan/port.js
/** Where people expect a uvicorn image to answer. */
const usualPort = 8000;
/** Which port is published, and which one is asked: what was given, literally; else 8000, where the server is told another port on 8000 of the host. */
function choosePort({ given, exposed, named, namedBy = 'The server is told', asked, isAsked, }) {
    if (given !== undefined)
        return { publish: withAsked(given, asked), port: portAmong(given, named), isOurs: false, notes: [] };
    if (!isAsked)
        return { publish: [], port: named ?? usualPort, isOurs: true, notes: [] };
    const moves = named !== undefined && named !== usualPort && (exposed.length === 0 || exposed.includes(named));
    const port = moves ? named : usualPort;
    return {
        publish: withAsked([{ hostPort: usualPort, containerPort: port, protocol: 'tcp' }], asked),
        port,
        isOurs: true,
        notes: moves ? [`${namedBy} port ${port}, so that one is published on ${usualPort}.`] : [],
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

// EXTERNAL MODULE: ./build/plan/push-plan.js
var push_plan = __webpack_require__(1186);
// EXTERNAL MODULE: ./build/plan/compose-service.js
var compose_service = __webpack_require__(6436);
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

;// CONCATENATED MODULE: ./build/plan/make-plan.js

















/** Decides what will be done for one image. Reads files, starts nothing. Throws a UserError where the settings cannot be followed. */
function makePlan(settings, ports, runId, configuration = settings_configuration/* withoutConfiguration */.BX) {
    const context = settings.contexts[0] ?? '.';
    const request = { settings, ports, runId, configuration, context, file: dockerfileOf(settings) };
    const contextFolder = external_node_path_.resolve(ports.workingDirectory, context);
    if (ports.files.stat(contextFolder)?.kind !== 'folder') {
        const command = (0,nearest/* nearest */.p)(context, commands/* commands */.Pi.map(({ name }) => name));
        throw new errors/* UserError */.y(`the context "${context}" is not a folder.`, {
            hint: `Name the folder that holds the Dockerfile; in a workflow, run actions/checkout before.${command === undefined ? '' : ` The command is called ${command}.`}`,
        });
    }
    if (isOfImageAlone(request)) {
        return {
            ...planFor((0,parse/* parseDockerfile */.A)('', image_configuration/* imageConfigurationPath */.w), request),
            byImage: (image) => planFor((0,image_configuration/* dockerfileOfImage */.d)(image), request),
        };
    }
    return planFor(readDockerfile(request, contextFolder), request);
}
/** As seen from the working directory. */
function dockerfileOf({ contexts, files }) {
    return files[0]?.text ?? external_node_path_.join(contexts[0] ?? '.', 'Dockerfile');
}
/** The label by which the post step, and a person, find the containers of a run. */
const runLabel = 'sea-trial.run';
/** Images of ours, as docker filters by name; the run stands behind the colon. */
const imagePattern = 'sea-trial/*';
/** An image that exists needs no Dockerfile; one that is named, or lies where it usually does, is read all the same. */
function isOfImageAlone({ settings, ports, file }) {
    const isThere = ports.files.stat(external_node_path_.resolve(ports.workingDirectory, file)) !== undefined;
    return settings.image !== undefined && settings.files.length === 0 && !isThere;
}
function readDockerfile({ settings, ports, file }, contextFolder) {
    const loaded = (0,source/* loadDockerfile */.d)(ports.files, external_node_path_.resolve(ports.workingDirectory, file), file);
    if (!('error' in loaded))
        return loaded.dockerfile;
    const place = settings.files[0]?.place;
    throw new errors/* UserError */.y(`${file} ${loaded.error}.`, {
        ...(place === undefined ? {} : { place }),
        hint: ports.files.list(contextFolder).length === 0
            ? 'The folder is empty: in a workflow, run actions/checkout before this step.'
            : 'Name the Dockerfile with `file`.',
    });
}
function planFor(dockerfile, request) {
    const { settings, ports, runId, configuration, context, file } = request;
    const { expect: expected } = settings;
    const facts = (0,facts_for/* factsFor */.xh)({ dockerfile, file: external_node_path_.resolve(ports.workingDirectory, file), context }, settings, ports);
    const environment = Object.fromEntries(settings.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const probes = [
        ...(expected.kind === 'http' ? [probes_request/* rootProbe */.b] : []),
        ...settings.probes.map(({ text, place }) => (0,probes_request/* parseProbeRequest */.l)(text, environment, place)),
    ];
    const { compose } = ports;
    const chosen = choosePort({
        given: settings.publish,
        ...(compose === undefined
            ? { exposed: exposedPorts(facts), named: namedPort(facts) }
            : (0,compose_service/* publishedPorts */.LQ)(compose, { exposed: exposedPorts(facts), named: namedPort(facts) })),
        asked: probes.flatMap(({ port }) => (port === undefined ? [] : [port])),
        isAsked: expected.kind === 'http' || expected.kind === 'tcp' || probes.length > 0,
    });
    const contextFolder = external_node_path_.resolve(ports.workingDirectory, context);
    const name = settings.name ?? compose?.name ?? usualName(contextFolder, file);
    const dockerName = (0,name_for_docker/* nameForDocker */.Z)(name);
    const origin = originOf(request, contextFolder, dockerName);
    const push = (0,push_plan/* pushPlan */.O)(settings);
    return {
        name,
        file: external_node_path_.normalize(file),
        context: external_node_path_.normalize(context),
        facts,
        sources: () => sourcesOf(facts, settings),
        ofCopy: (copy) => planOfCopy(copy, request),
        tryHardening: settings.tryHardening,
        proveFixes: settings.proveFixes,
        origin,
        ...(push === undefined ? {} : { push }),
        unwanted: unwantedImages(settings, origin, push),
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
            ...(compose === undefined ? {} : { compose: (0,compose_service/* composeStart */.nH)(compose, runId, settings) }),
        },
        expected,
        probes,
        documented: {
            isAsked: settings.openapi === 'auto' && expected.kind === 'http',
            excluded: settings.openapiExclude,
        },
        readyLimitMs: settings.readyTimeoutMs,
        stopLimitMs: settings.stopTimeoutMs,
        lint: (0,facts_for/* lintSettingsOf */.kx)(settings, configuration),
        failOn: (0,facts_for/* failOnOf */.tC)(settings, configuration),
        notes: [
            ...settings.notes,
            ...keptNotes(settings, origin),
            ...chosen.notes,
            ...(compose === undefined ? [] : (0,compose_service/* commandNotes */.zc)(compose, facts)),
        ],
    };
}
/** Its image gets no name of the user's, and its layers go to no cache of his. */
function planOfCopy(copy, request) {
    const { settings, ports, runId, configuration } = request;
    const own = {
        ...settings,
        contexts: [copy.context],
        files: [{ text: copy.file, place: 'a copy with its fixes' }],
        tags: [],
        cacheTo: [],
        push: false,
        keepImage: 'auto',
    };
    return makePlan(own, { ...ports, machineGoes: false }, `${runId}-fixed`, configuration);
}
/** The folder's; a Dockerfile of another name adds its own, so that two of one folder are told apart. */
function usualName(contextFolder, file) {
    const folder = external_node_path_.basename(contextFolder);
    const own = external_node_path_.basename(file).replace(/^(?:Dockerfile|Containerfile)[.-]?|\.(?:Dockerfile|Containerfile)$/gi, '');
    return own === '' ? folder : `${folder}-${own}`;
}
function originOf(request, contextFolder, dockerName) {
    const { settings, ports, runId, file } = request;
    if (settings.image !== undefined)
        return { kind: 'existing', name: settings.image, pull: settings.pull, deadlineMs: settings.buildTimeoutMs };
    const dockerfile = external_node_path_.resolve(ports.workingDirectory, file);
    const build = (0,build_request/* buildRequest */.m)(settings, {
        context: contextFolder,
        dockerfile,
        tag: `sea-trial/${dockerName}:${ownTag(settings, runId, ports.machineGoes === true)}`,
    });
    return { kind: 'built', name: build.tags[0] ?? dockerName, request: build };
}
function sourcesOf(facts, settings) {
    const { dockerfile, context } = facts;
    const { files, unvisited } = context.listing;
    return {
        dockerfile: { path: dockerfile.path, text: dockerfile.text },
        context: context.folder,
        ...(settings.target === undefined ? {} : { target: settings.target }),
        buildArguments: settings.buildArguments,
        files: context.filesRead(),
        ...(facts.publish === undefined ? {} : { publish: facts.publish }),
        ...(facts.today === undefined ? {} : { today: facts.today }),
        listing: [...files, ...unvisited.map((folder) => `${folder}/`)],
    };
}


/***/ }),

/***/ 58:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ nameForDocker)
/* harmony export */ });
/** Part of an image's and a container's name: what docker allows there is kept, the rest becomes a dash. */
function nameForDocker(text) {
    const name = text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 60);
    return name === '' ? 'image' : name;
}


/***/ }),

/***/ 3476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jy: () => (/* binding */ readNamedContext),
/* harmony export */   jj: () => (/* binding */ useOf),
/* harmony export */   tL: () => (/* binding */ mayMean),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var _dockerfile_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _needed_stages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9397);


/** Reads `name=value` as buildx does. */
function readNamedContext(pair) {
    const equals = pair.indexOf('=');
    const name = equals === -1 ? pair : pair.slice(0, equals);
    return { name, stands: standsFor(equals === -1 ? '' : pair.slice(equals + 1)) };
}
function standsFor(value) {
    const image = /^docker-image:\/\/(.*)$/s.exec(value)?.[1];
    if (image !== undefined)
        return { kind: 'image', reference: image };
    // A tag or a digest may stand behind the folder.
    const layout = /^oci-layout:\/\/(.*?)(?:@sha256:[0-9a-f]+)?(?::[\w.-]+)?$/s.exec(value)?.[1];
    if (layout !== undefined)
        return { kind: 'folder', folder: layout };
    if (/^(?:https?|git|ssh):\/\/|^git@|^github\.com\//i.test(value))
        return { kind: 'elsewhere' };
    if (value === '' || /^(?:target|input|service):/.test(value))
        return { kind: 'unknown' };
    return { kind: 'folder', folder: value };
}
/**
 * How much of it the Dockerfile may take: all where it is, or may be, a base or a stage that it replaces, else what instructions
 * take `--from` it.
 */
function useOf(name, facts) {
    const { stages, dockerfile, buildArguments } = facts;
    const isWhole = dockerfile.refusal !== undefined ||
        (0,_needed_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .ownFrontend */ .nc)(dockerfile, buildArguments) !== undefined ||
        stages.some(({ base, name: own }) => (own !== undefined && isSameName(own, name)) ||
            base.kind === 'unknown' ||
            (base.kind === 'image' && isSameName(base.text, name)) ||
            (base.kind === 'scratch' && isSameName('scratch', name)));
    if (isWhole)
        return 'whole';
    const isNamed = stages.some(({ instructions }) => instructions.some((each) => (0,_needed_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .wX)(each).some((text) => mayMean(text, name))));
    return isNamed ? 'parts' : 'none';
}
/** Whether what stands behind `--from` may be this name. */
function mayMean(text, name) {
    return text.includes('$') || isSameName(text, name);
}
/** `python` is `docker.io/library/python:latest`. */
function isSameName(one, other) {
    return one.toLowerCase() === other.toLowerCase() || (imageName(one) ?? one) === (imageName(other) ?? other);
}
/** An image's whole name; undefined where it is none, or is told by its digest, which no build here makes. */
function imageName(text) {
    const reference = (0,_dockerfile_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(text);
    if (reference === undefined || reference.digest !== undefined)
        return undefined;
    return `${reference.registry}/${reference.repository}:${reference.tag ?? 'latest'}`;
}


/***/ }),

/***/ 9397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nc: () => (/* binding */ ownFrontend),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   xB: () => (/* binding */ neededStages)
/* harmony export */ });
/* harmony import */ var _facts_mounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4428);

/** The stages that the build goes through; all of them where one may be named by what only the build knows. */
function neededStages({ graph, stages }) {
    const needed = stages.filter((stage) => graph.used.has(stage));
    const names = stages.flatMap(({ name }) => name ?? []);
    const isSure = graph.target !== undefined &&
        new Set(names).size === names.length &&
        needed.every(({ base, instructions }) => base.kind !== 'unknown' && instructions.every((each) => isFixed(each)));
    return isSure ? needed : stages;
}
/** What an instruction takes from by name: `--from` and the mounts' `from`; of an ONBUILD, what it registers. */
function namesIn(instruction) {
    const effective = instruction.trigger ?? instruction;
    return [
        ...effective.flags.flatMap(({ name, value }) => (name === 'from' ? [value ?? ''] : [])),
        ...(0,_facts_mounts_js__WEBPACK_IMPORTED_MODULE_0__/* .mountsOf */ .c)(effective).flatMap(({ from }) => from ?? []),
    ];
}
/** Names stages that are known; what ONBUILD registers names those of whoever builds on it. */
function isFixed(instruction) {
    const names = namesIn(instruction);
    return names.length === 0 || (instruction.trigger === undefined && names.every((name) => /^[^$]+$/.test(name)));
}
/** Another frontend than Docker's own, by its name: it may take whatever it likes. */
function ownFrontend({ directives }, buildArguments) {
    const syntax = buildArguments['BUILDKIT_SYNTAX'] ?? directives.find(({ name }) => name === 'syntax')?.value.split(/\s/)[0];
    const isDockers = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax ?? 'docker/dockerfile');
    return isDockers ? undefined : syntax;
}


/***/ }),

/***/ 1186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ pushPlan),
/* harmony export */   z: () => (/* binding */ refuseSharedTags)
/* harmony export */ });
/* harmony import */ var _dockerfile_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _named_contexts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3476);



/** Undefined where nothing is to be pushed. Throws a UserError where it cannot be, before anything runs. */
function pushPlan({ mode, push, pushByDigest, tags, buildTimeoutMs }) {
    if (!push || mode !== 'trial')
        return undefined;
    if (tags.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('the image that passed is to be pushed, and it has no name to be pushed under.', {
            place: 'push',
            hint: 'Name it with `tags`, such as ghcr.io/OWNER/NAME:1.4.0.',
        });
    const alike = Map.groupBy(tags.map(pushName), (name) => wholeName(pushByDigest ? name.repository : name.reference));
    return {
        names: [...alike.values()].flatMap(([first]) => first ?? []),
        byDigest: pushByDigest,
        deadlineMs: buildTimeoutMs,
    };
}
/** Of two images under one tag the registry would keep the last. By digest both are there. */
function refuseSharedTags(plans) {
    const pushing = plans.flatMap(({ name, push }) => push === undefined || push.byDigest ? [] : push.names.map(({ reference }) => ({ reference, name })));
    for (const [first, second] of Map.groupBy(pushing, ({ reference }) => wholeName(reference)).values()) {
        if (first === undefined || second === undefined)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${first.reference} would be pushed for two images, ${first.name} and ${second.name}, and the second would replace the first.`, { place: 'tags', hint: 'Give each trial tags of its own, under `trials:` of .sea-trial.yml or in a matrix.' });
    }
}
function pushName(tag) {
    const read = (0,_dockerfile_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(tag);
    if (read === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`"${tag}" is no name that an image can have.`, {
            place: 'tags',
            hint: 'Write NAME:TAG; the name is in small letters, such as ghcr.io/owner/name:1.4.0.',
        });
    if (read.digest !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`"${tag}" names a digest, and that is known only when the image is pushed.`, {
            place: 'tags',
            hint: 'Write NAME:TAG.',
        });
    const repository = read.tag === undefined ? tag : tag.slice(0, -read.tag.length - 1);
    return { reference: `${repository}:${read.tag ?? 'latest'}`, repository, registry: read.registry };
}
/** One name for what docker takes for the same: `api` is `docker.io/library/api`. */
function wholeName(reference) {
    return (0,_named_contexts_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(reference) ?? reference;
}


/***/ }),

/***/ 3219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ rootProbe),
/* harmony export */   l: () => (/* binding */ parseProbeRequest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

const usualLimitMs = 5_000;
const longestLimitMs = 300_000;
const rootProbe = {
    kind: 'http',
    text: 'GET /',
    verb: 'GET',
    method: 'GET',
    path: '/',
    headers: {},
    expect: { headers: {}, contains: [] },
    limitMs: usualLimitMs,
};
const shape = 'Write it as METHOD [:PORT]PATH [STATUS], such as "GET /health 200", as TCP PORT or as WS [:PORT]PATH.';
/**
 * `METHOD [:PORT]PATH [STATUS]`, then any of `header "Name: value"` (sent; `${NAME}` is taken from `environment`),
 * `answers "Name: part of the value"`, `contains "text"`, `json {"ok": true}` (to the end of the line), `within 500ms`.
 * `TCP PORT` asks for a connection alone, `WS [:PORT]PATH` for a WebSocket. Throws a UserError that quotes the line.
 */
function parseProbeRequest(line, environment, place) {
    const refuse = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`the probe ${JSON.stringify(line)} ${what}.`, { place, hint: shape });
    const words = readWords(line);
    if (words === undefined)
        throw refuse('has a quote that is not closed');
    const verb = words.shift()?.value.toUpperCase() ?? '';
    if (!/^[A-Z]+$/.test(verb))
        throw refuse('does not begin with an HTTP method');
    if (verb === 'TCP')
        return readTcp(line, words, refuse);
    const target = /^(?::(?<port>\d{1,5}))?(?<path>\/\S*)$/.exec(words.shift()?.value ?? '')?.groups;
    if (target?.['path'] === undefined)
        throw refuse('names no path that begins with /');
    // A path such as //elsewhere/ would leave the container once it is joined with the address.
    if (new URL(target['path'], 'http://container').host !== 'container')
        throw refuse('names another host');
    const port = target['port'] === undefined ? undefined : readPort(target['port'], refuse);
    const webSocket = verb === 'WS' ? webSocketHandshake : undefined;
    let status = webSocket?.status;
    let json;
    let limitMs = usualLimitMs;
    const headers = { ...webSocket?.headers };
    const answers = { ...webSocket?.answers };
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
        kind: 'http',
        text: line.trim(),
        verb,
        method: webSocket === undefined ? verb : 'GET',
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
/** The key and the answer to it are RFC 6455's own example: any key is as good, and this one needs no arithmetic. */
const webSocketHandshake = {
    status: 101,
    headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
    answers: { 'sec-websocket-accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' },
};
function readTcp(line, words, refuse) {
    const [port, ...more] = words.map(({ value }) => value);
    const digits = /^:?(\d{1,5})$/.exec(port ?? '')?.[1];
    if (digits === undefined || more.length > 0)
        throw refuse('is not TCP with one port');
    return { kind: 'tcp', text: line.trim(), port: readPort(digits, refuse), limitMs: usualLimitMs };
}
function readPort(digits, refuse) {
    const port = Number(digits);
    if (port < 1 || port > 65_535)
        throw refuse(`names the port ${port}, which does not exist`);
    return port;
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


/***/ })

};
