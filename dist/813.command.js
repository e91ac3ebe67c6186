export const id = 813;
export const ids = [813];
export const modules = {

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

/***/ 5813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminalTrial: () => (/* binding */ terminalTrial)
});

// EXTERNAL MODULE: ./build/docker/cli.js + 32 modules
var cli = __webpack_require__(1018);
// EXTERNAL MODULE: ./build/git/git.js + 3 modules
var git_git = __webpack_require__(4989);
// EXTERNAL MODULE: ./build/ports.js
var build_ports = __webpack_require__(4788);
// EXTERNAL MODULE: ./build/run-id.js
var run_id = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/commands/base/base.js + 1 modules
var base = __webpack_require__(1665);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/compose-service.js
var compose_service = __webpack_require__(6436);
// EXTERNAL MODULE: ./build/plan/make-plan.js + 3 modules
var make_plan = __webpack_require__(9212);
;// CONCATENATED MODULE: ./build/commands/clean-up.js




/** Removes what a run that was killed has left; its images only where it is asked for, for on a machine that goes they go with it. */
async function removeRun(runId, withImages, places) {
    await removeAll((marked) => marked === runId || marked.startsWith(`${runId}-`), withImages, places);
}
/**
 * Removes what runs have left whose process is gone for certain: SIGKILL gives nobody the time to tidy up, and in a terminal there is no
 * post step. An engine that is not there has nothing of theirs either, and whoever needs it says so.
 */
async function removeForsaken(places) {
    try {
        await removeAll((marked) => (0,run_id/* isOver */.PU)(marked, places.files), true, places);
    }
    catch (error) {
        if (!(error instanceof errors/* SetupError */.w))
            throw error;
    }
}
/** The clients first, for they may be making what goes next; containers before their images. */
async function removeAll(isOfThem, withImages, { docker, folders }) {
    docker.endClients(isOfThem);
    folders.removeTemporary(isOfThem);
    const [containers, projects] = await Promise.all([
        docker.labelled(make_plan/* runLabel */.Az),
        docker.compose.projects((0,compose_service/* projectName */.j1)('')),
    ]);
    for (const { id, value } of containers)
        if (isOfThem(value))
            await docker.remove(id);
    for (const project of projects)
        if (isOfThem(project.slice((0,compose_service/* projectName */.j1)('').length)))
            await docker.compose.down(project);
    if (!withImages)
        return;
    const images = await docker.imagesNamed(make_plan/* imagePattern */.Ks);
    await removeImages(docker, images.filter((name) => isOfThem(name.slice(name.lastIndexOf(':') + 1))));
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

// EXTERNAL MODULE: ./build/commands/form.js + 10 modules
var commands_form = __webpack_require__(9849);
// EXTERNAL MODULE: ./build/commands/observations.js + 1 modules
var observations = __webpack_require__(4348);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/process.js
var build_process = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/plan/name-for-docker.js
var name_for_docker = __webpack_require__(58);
// EXTERNAL MODULE: ./build/render/json.js
var json = __webpack_require__(7199);
// EXTERNAL MODULE: ./build/render/links.js
var render_links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/commands/sarif.js + 5 modules
var sarif = __webpack_require__(2247);
;// CONCATENATED MODULE: ./build/commands/report-files.js





/** Those that the user wants, and no others. */
function wantedFiles({ reportFile, htmlFile, sarifFile }, { workingDirectory }) {
    const place = (file) => external_node_path_.resolve(workingDirectory, file);
    return {
        ...(reportFile === undefined ? {} : { report: place(reportFile) }),
        ...(htmlFile === undefined ? {} : { html: place(htmlFile) }),
        ...(sarifFile === undefined ? {} : { sarif: place(sarifFile) }),
    };
}
/** The same, and what nobody has named in this folder: an uploaded page bears the name of its file, so that is the trial's. */
function allFiles(report, wanted, folder) {
    const name = fileName(report);
    return {
        report: path.join(folder, 'report.json'),
        html: path.join(folder, `${name}.html`),
        sarif: path.join(folder, `${name}.sarif`),
        ...wanted,
    };
}
function fileName({ trials }) {
    const [only] = trials;
    return trials.length === 1 && only !== undefined ? `sea-trial-${(0,name_for_docker/* nameForDocker */.Z)(only.name)}` : 'sea-trial';
}
/** What makes the page and the SARIF is loaded where they are wanted. */
async function writeReport(report, places, ports) {
    const { files, links = render_links/* localLinks */.Jy } = ports;
    if (places.report !== undefined)
        files.writeText(places.report, (0,json/* reportJson */.l)(report));
    if (places.html !== undefined) {
        const { renderHtml } = await __webpack_require__.e(/* import() */ 226).then(__webpack_require__.bind(__webpack_require__, 3226));
        files.writeText(places.html, renderHtml(report, { links }));
    }
    // It is for code scanning, which knows nothing of what is ignored.
    if (places.sarif !== undefined)
        files.writeText(places.sarif, (await (0,sarif.sarifOf)(report.tool.version, ports, { ignored: false })).ofReport(report));
}

;// CONCATENATED MODULE: ./build/commands/open-page.js




/** Where a page lies that nobody has given a place: in a folder of its own, which stays, for the browser reads it later. */
function temporaryPage(report, runId) {
    return external_node_path_.join((0,external_node_os_.tmpdir)(), `sea-trial-page.${runId}`, `${fileName(report)}.html`);
}
/** Opens a page in the browser, and says where it lies: there may be no browser. */
async function openPage(file, { environment, print }, platform = process.platform) {
    const argv = open_page_opener(platform, environment);
    const isOpened = argv !== undefined && (await (0,build_process/* startDetached */.tG)([...argv, file], environment));
    print.note(isOpened ? `The report is opened in the browser: ${file}` : `No browser was found here. The report lies in ${file}`);
}
/** Undefined where nothing would show it: without a display, xdg-open might start a browser in this very terminal. */
function open_page_opener(platform, environment) {
    if (platform === 'darwin')
        return ['open'];
    if (platform === 'win32')
        return ['explorer.exe'];
    const display = environment['WAYLAND_DISPLAY'] ?? environment['DISPLAY'] ?? '';
    return display === '' ? undefined : ['xdg-open'];
}

// EXTERNAL MODULE: ./build/commands/run/run-settings.js
var run_settings = __webpack_require__(2148);
// EXTERNAL MODULE: ./build/commands/run/trial.js + 35 modules
var trial = __webpack_require__(3092);
// EXTERNAL MODULE: ./build/commands/affected/unchanged-trials.js + 1 modules
var unchanged_trials = __webpack_require__(4132);
;// CONCATENATED MODULE: ./build/commands/terminal-trial.js













/** `sea-trial [trial]`: the whole trial in a terminal. */
async function terminalTrial(given, ports) {
    const docker = (0,cli/* openDocker */.$)(ports.environment, ports);
    const run = await (0,run_settings/* runSettingsOf */.a)(given, ports);
    const { settings } = run;
    const images = [];
    const runId = (0,run_id/* runIdOf */.SR)(ports.files);
    const git = (0,git_git.gitOf)(ports.workingDirectory, ports.environment);
    const commit = git.headCommit().then((head) => (head === undefined ? undefined : { head, tested: head }));
    for (const note of settings.notes)
        ports.print.note(note);
    const tidying = tidyBeside(ports.print.progress, () => removeForsaken({ ...ports, docker, folders: build_ports/* systemFolders */.p_ }));
    try {
        const { proven } = await (0,trial/* runTrials */.Y)(run, {
            ...ports,
            print: { ...ports.print, progress: tidying.progress },
            docker,
            folders: build_ports/* systemFolders */.p_,
            engineComesWithinMs: 0,
            runId,
            onImage: (reference) => images.push(reference),
            ...((0,unchanged_trials/* needsBase */.f)(settings) ? { base: (0,base/* baseOfBranch */.b)(git) } : {}),
        }, commit);
        const report = await proven();
        const wanted = wantedFiles(settings, ports);
        const page = wanted.html ?? (ports.presentation.open ? temporaryPage(report, runId) : undefined);
        await writeReport(report, { ...wanted, ...(page === undefined ? {} : { html: page }) }, ports);
        (0,observations/* writeObservations */.$)(report, settings, ports);
        ports.print.result(await (0,commands_form/* inForm */.E)(report, ports));
        if (page !== undefined && ports.presentation.open)
            await openPage(page, ports);
        return (0,trial/* exitCodeOf */.F)(report);
    }
    finally {
        await removeImages(docker, images);
        await tidying.done();
    }
}
/** What killed runs have left is removed while the container under trial stops, when this machine has nothing else to do. */
function tidyBeside(progress, tidy) {
    let tidied;
    const begin = () => (tidied ??= tidy());
    return {
        progress(event) {
            if (event.kind === 'stage-began' && event.stage === 'stop')
                begin().catch(() => { }); // told in the end
            progress(event);
        },
        done: begin,
    };
}


/***/ })

};
