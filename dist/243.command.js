export const id = 243;
export const ids = [243];
export const modules = {

/***/ 9243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveLint: () => (/* binding */ serveLint)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4788);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8508);
/* harmony import */ var _lint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4557);






/** The other end of lint-crew.ts: in a thread of its own, it lints the batches that it is sent until it is ended. */
async function serveLint() {
    const { settings, presentation, workingDirectory } = node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData;
    let notes = [];
    const run = await (0,_lint_js__WEBPACK_IMPORTED_MODULE_4__/* .openRun */ .Iy)(settings, portsOf({ presentation, workingDirectory }, (line) => notes.push(line)));
    const answerTo = async (files) => {
        try {
            const outcomes = [];
            for (const file of files)
                outcomes.push(await (0,_lint_js__WEBPACK_IMPORTED_MODULE_4__/* .lintOne */ ._2)(file, run));
            return { outcomes, notes };
        }
        catch (error) {
            return asAnswer(error);
        }
    };
    if (node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort === null)
        return;
    for await (const [batch] of (0,node_events__WEBPACK_IMPORTED_MODULE_0__.on)(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort, 'message')) {
        const files = batch;
        notes = [];
        // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort.postMessage(await answerTo(files));
    }
}
function portsOf({ presentation, workingDirectory }, note) {
    return {
        clock: _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml,
        files: _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .systemFiles */ .Hy,
        environment: process.env,
        workingDirectory,
        presentation,
        print: { result: () => { }, note, progress: _ports_js__WEBPACK_IMPORTED_MODULE_3__/* .unwatched */ .Ml },
        colour: false,
        unicode: false,
        version: _version_js__WEBPACK_IMPORTED_MODULE_5__/* .version */ .r,
        readStandardInput: async () => Promise.resolve(Buffer.alloc(0)), // it is never sent
        signal: new AbortController().signal,
    };
}
function asAnswer(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y))
        return { fault: error instanceof Error ? (error.stack ?? '') : String(error) };
    const { message, place, hint } = error;
    return {
        refusal: { message, ...(place === undefined ? {} : { place }), ...(hint === undefined ? {} : { hint }) },
    };
}


/***/ })

};
