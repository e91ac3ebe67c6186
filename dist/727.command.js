export const id = 727;
export const ids = [727];
export const modules = {

/***/ 5727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBuildkit: () => (/* binding */ openBuildkit)
/* harmony export */ });
/* harmony import */ var _docker_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2524);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _lint_grammar_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2796);
/* harmony import */ var _lint_lint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6233);
/* harmony import */ var _lint_order_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6064);
/* harmony import */ var _lint_severity_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6849);
/* harmony import */ var _lint_suppression_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5763);
/* harmony import */ var _plan_make_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(303);
/* harmony import */ var _stages_build_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2924);









function openBuildkit(settings, ports) {
    const docker = (0,_docker_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .openDocker */ .$)(ports.environment, ports);
    let incomplete = false;
    const ask = async (path, context) => {
        if (path === '-')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y('standard input is no file that the engine could be sent.', {
                place,
                hint: 'Name the file.',
            });
        const { build } = (0,_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .makePlan */ .Cs)({ ...settings, contexts: [context], files: [{ text: path, place }] }, ports, 'lint');
        try {
            return await docker.check(build, ports.signal);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w))
                throw error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(error.message, { place, cause: error });
        }
    };
    return {
        isIncomplete: () => incomplete,
        async beside(linted, input, context) {
            const { facts, severities = {}, ignore = [] } = input;
            const { dockerfile } = facts;
            const { warnings, stopped } = await ask(dockerfile.path, context);
            if (stopped !== undefined && !linted.findings.some(({ check }) => check === _lint_grammar_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .parseErrorCheck */ .W)) {
                incomplete = true;
                ports.print.note(`${dockerfile.path}: BuildKit did not check it to the end: ${stopped}`);
            }
            const ours = [...linted.findings, ...linted.ignored.map(({ finding }) => finding)];
            const found = (0,_stages_build_js__WEBPACK_IMPORTED_MODULE_5__/* .buildkitFindings */ .JN)(warnings, facts, ours).map((finding) => ({ finding }));
            const silenced = (0,_lint_suppression_js__WEBPACK_IMPORTED_MODULE_6__/* .silence */ .a)((0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_7__/* .withSeverities */ .sC)(found, severities), dockerfile, (0,_lint_lint_js__WEBPACK_IMPORTED_MODULE_3__/* .pragmasInForce */ .gL)(dockerfile, input), ignore);
            return {
                findings: (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_8__/* .inOrder */ .a)([...linted.findings, ...silenced.findings]),
                ignored: (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_8__/* .inOrder */ .a)([...linted.ignored, ...silenced.ignored], ({ finding }) => finding),
            };
        },
    };
}
const place = '--buildkit';


/***/ })

};
