export const id = 116;
export const ids = [116];
export const modules = {

/***/ 5116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  liveProgress: () => (/* binding */ liveProgress)
});

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 20 modules
var log_update = __webpack_require__(6279);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
// EXTERNAL MODULE: ./build/render/width.js
var width = __webpack_require__(69);
;// CONCATENATED MODULE: ./build/render/live-frame.js




const nothingYet = {
    rows: ['lint', 'build', 'start', 'smoke', 'stop'].map((stage) => ({ stage })),
};
function afterEvent(state, event, now) {
    if (event.kind === 'trial-began')
        return { ...nothingYet, trial: event };
    const known = state.rows.find(({ stage }) => stage === event.stage);
    const row = rowAfter(known ?? { stage: event.stage }, event, now);
    const rows = known === undefined ? [...state.rows, row] : state.rows.map((each) => (each === known ? row : each));
    return { ...state, rows };
}
function rowAfter(row, event, now) {
    const { stage } = row;
    switch (event.kind) {
        case 'stage-began':
            return { stage, began: now };
        case 'step-began':
            return { stage, began: row.began ?? now, step: event.title };
        case 'line':
            // An empty line says nothing, and a container writes on when its start is over.
            return row.ended !== undefined || event.text.trim() === '' ? row : { ...row, line: event.text };
        case 'step-ended':
            return row;
        case 'stage-ended':
            return { stage, ...(row.began === undefined ? {} : { began: row.began }), ended: { at: now, event } };
    }
}
/** Turns once a second. */
const turns = { unicode: '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏', ascii: '|/-\\' };
const marks = {
    passed: { unicode: '✓', ascii: '+', style: 'green' },
    failed: { unicode: '✗', ascii: 'x', style: 'red' },
    errored: { unicode: '✗', ascii: 'x', style: 'yellow' },
    skipped: { unicode: '-', ascii: '-', style: 'dim' },
};
/** Behind mark, name and time, as in the result. */
const wordsBegin = 20;
/** A row a stage: mark, name, seconds, what it does; below it what was written last. No line is longer than the terminal is wide. */
function liveFrame(state, now, given) {
    const columns = Math.min(80, given.columns) - 1; // in the last column some terminals break the line
    const options = { ...given, columns };
    const { trial } = state;
    const title = trial === undefined ? [] : [`Trial ${trial.number} of ${trial.of}: ${(0,printing/* printable */.g$)(trial.name)}`];
    return [
        ...title.map((line) => (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)((0,width/* clippedTo */.XB)(line, columns), ['bold'], options), options)),
        ...state.rows.flatMap((row) => rowLines(row, now, options)),
    ];
}
function rowLines(row, now, options) {
    const { stage, began, ended, step = '', line } = row;
    const { columns } = options;
    const ms = began === undefined ? undefined : (ended?.at ?? now) - began;
    const time = ms === undefined || ended?.event.status === 'skipped' ? '' : (0,numbers/* duration */.p0)(ms);
    const words = ended === undefined ? step : endWords(ended.event);
    // Cut as plain text first: a sequence that is cut in its middle would paint all that follows.
    const sign = (0,width/* clippedTo */.XB)(`  ${markOf(row, now, options)} `, columns);
    const rest = (0,width/* clippedTo */.XB)(`${stage.padEnd(6)}${time.padStart(8)}  ${(0,printing/* printable */.g$)(words)}`, Math.max(0, columns - 4));
    const name = rest.slice(0, stage.length);
    const told = `${(0,terminal_style/* painted */.C$)(sign, [styleOf(row)], options)}${(0,terminal_style/* painted */.C$)(name, ['bold'], options)}${rest.slice(name.length)}`;
    const below = ended === undefined && began !== undefined && line !== undefined ? [line] : [];
    return [
        (0,terminal_style/* finished */.xl)(told, options),
        ...below.map((text) => (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)((0,width/* clippedTo */.XB)(`${' '.repeat(wordsBegin)}${(0,printing/* printable */.g$)(text)}`, columns), ['dim'], options), options)),
    ];
}
function markOf({ began, ended }, now, { unicode }) {
    const kind = unicode ? 'unicode' : 'ascii';
    if (ended !== undefined)
        return marks[ended.event.status][kind];
    if (began === undefined)
        return ' ';
    const turn = turns[kind];
    return turn.charAt(Math.floor((Math.max(0, now - began) / 1000) * turn.length) % turn.length);
}
function styleOf({ ended }) {
    return ended === undefined ? 'cyan' : marks[ended.event.status].style;
}
function endWords({ status, because }) {
    switch (status) {
        case 'passed':
            return '';
        case 'failed':
            return 'failed';
        case 'errored':
            return 'could not run';
        case 'skipped':
            return because === undefined ? 'skipped' : `skipped: ${because}`;
    }
}

;// CONCATENATED MODULE: ./build/commands/live-progress.js



const redrawEveryMs = 100;
function liveProgress({ stream, clock, options }) {
    // Hiding the cursor would install handlers of signals, which end the process before the container is removed.
    const draw = (0,log_update/* createLogUpdate */.SY)(stream, { showCursor: true });
    let state = nothingYet;
    let drawn = [];
    let isOver = false;
    const columns = () => stream.columns || 80;
    const show = () => {
        if (isOver)
            return;
        drawn = liveFrame(state, clock.ticks(), { ...options, columns: columns() });
        draw(drawn.join('\n'));
    };
    const clear = () => {
        if (drawn.length > 0)
            draw.clear();
        drawn = [];
    };
    /** A terminal that has become narrower has broken the lines that were drawn, and there are more of them than were written. */
    const onResize = () => {
        if (isOver)
            return;
        const broken = drawn.reduce((sum, line) => sum + Math.ceil((0,width/* widthOf */.qz)(plain(line)) / columns()) - 1, 0);
        if (broken > 0) {
            stream.write('\u001b[2K\u001b[1A'.repeat(broken));
            clear();
        }
        show();
    };
    stream.on('resize', onResize);
    const timer = setInterval(show, redrawEveryMs).unref();
    return {
        tell(event) {
            state = afterEvent(state, event, clock.ticks());
        },
        above(write) {
            clear();
            write();
            // What was written may end in the middle of a line: the next frame comes with the timer, behind its end.
        },
        [Symbol.dispose]() {
            clearInterval(timer);
            stream.off('resize', onResize);
            clear();
            isOver = true;
        },
    };
}
function plain(line) {
    // eslint-disable-next-line no-control-regex
    return line.replaceAll(/\u001b\[\d+m/g, '');
}


/***/ })

};
