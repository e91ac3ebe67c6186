export const id = 681;
export const ids = [681];
export const modules = {

/***/ 5681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vainIgnores: () => (/* binding */ vainIgnores)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _lint_severity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6849);
/* harmony import */ var _lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5763);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9207);
/* harmony import */ var _run_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1832);





/**
 * What `.sea-trial.yml` ignores though nothing answers to it: a sentence each, once all Dockerfiles below its folder were linted. Only of
 * rules that were asked, for what other programs and the run have to say is not known here.
 */
async function vainIgnores(all, ports) {
    const unused = unusedIn(all);
    if (unused.size === 0)
        return [];
    // All diagnoses are behind it, so it is loaded where something is in doubt.
    const checks = (await Promise.all(/* import() */[__webpack_require__.e(41), __webpack_require__.e(549)]).then(__webpack_require__.bind(__webpack_require__, 9549))).documentedChecks();
    const linted = new Set(all.map(({ file }) => file));
    const finder = (0,_run_find_dockerfiles_js__WEBPACK_IMPORTED_MODULE_3__/* .openFileFinder */ .r0)(ports);
    const whole = new Map();
    const sentences = [];
    for (const [place, { check, folder, configuration }] of unused) {
        if (!wouldBeTold(check, configuration, checks))
            continue;
        if (!whole.has(folder)) {
            const files = await finder.dockerfilesIn(folder);
            whole.set(folder, files.every((file) => linted.has(node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, file))));
        }
        if (whole.get(folder) === true)
            sentences.push(`${place}: "${check}" is ignored, and no Dockerfile that this is for has such a finding. Delete it.`);
    }
    return sentences;
}
/** By place: one file of configuration may be read for many Dockerfiles. */
function unusedIn(all) {
    const unused = new Map();
    const used = new Set();
    for (const { linted, configuration } of all) {
        for (const entry of configuration.placedIgnores) {
            const { place, check, isForThis } = entry;
            if (isForThis && isUsed(check, linted))
                used.add(place);
            else
                unused.set(place, { ...entry, configuration });
        }
    }
    for (const place of used)
        unused.delete(place);
    return unused;
}
function isUsed(check, linted) {
    return !('error' in linted) && linted.ignored.some(({ finding }) => (0,_lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__/* .answersTo */ .t)(finding, check));
}
function wouldBeTold(check, { severities }, checks) {
    const name = check.toLowerCase();
    const rule = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.find(({ id, aliases }) => [id, ...aliases].some((known) => known.toLowerCase() === name));
    const documented = checks.find(({ id }) => id === rule?.id);
    const onlyByLint = documented?.diagnosis === undefined && documented?.probe === undefined;
    return rule !== undefined && onlyByLint && (0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .isActive */ .$m)(rule, severities);
}


/***/ })

};
