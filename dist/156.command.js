export const id = 156;
export const ids = [156];
export const modules = {

/***/ 4156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openCrew: () => (/* binding */ openCrew)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** The word behind the command by which a worker knows itself: nobody can type it. */
const workerWord = '\0lint-worker';
/** More would each hold a copy of all rules for little gain. */
const mostWorkers = 8;
/** Megabytes for what is soon forgotten. V8 would take some 150 by the ten thousandth file, and be no faster for it. */
const mostForGarbage = 24;
/** A thread a core, for the one that asks only writes. Each has one batch in hand and the next one waiting. */
function openCrew(start, note) {
    const [, script = ''] = process.argv;
    const workers = Array.from({ length: Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)(), mostWorkers) }, () => new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(script, {
        argv: [workerWord],
        workerData: start,
        resourceLimits: { maxYoungGenerationSizeMb: mostForGarbage },
    }));
    return {
        lanes: workers.flatMap((worker) => {
            const lane = laneTo(worker, note);
            return [lane, lane];
        }),
        async [Symbol.asyncDispose]() {
            await Promise.all(workers.map((worker) => worker.terminate()));
        },
    };
}
/** A worker answers in the order in which it was asked. */
function laneTo(worker, note) {
    const waiting = [];
    worker.on('message', (answer) => waiting.shift()?.resolve(answer));
    const fail = (error) => {
        for (const each of waiting.splice(0))
            each.reject(error);
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a worker of lint has ended before its work')));
    return async (files) => {
        const answer = Promise.withResolvers();
        waiting.push(answer);
        // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(files);
        return outcomesOf(await answer.promise, note);
    };
}
function outcomesOf(answer, note) {
    if ('refusal' in answer) {
        const { message, ...more } = answer.refusal;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(message, more);
    }
    if ('fault' in answer)
        throw new Error(answer.fault);
    for (const line of answer.notes)
        note(line);
    return answer.outcomes;
}


/***/ })

};
