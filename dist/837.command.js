export const id = 837;
export const ids = [837];
export const modules = {

/***/ 8837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ killedAtLimit),
/* harmony export */   b: () => (/* binding */ saidWhileStopping)
/* harmony export */ });
/* harmony import */ var _traceback_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7222);

/** A server that gets its signal ends well within this, and one that does not is killed at the end of the limit. */
const nearTheLimit = 0.95;
/** SIGKILL ended it, after the whole time that it was given. */
function killedAtLimit({ stop }) {
    return stop !== undefined && stop.exitCode === 137 && stop.ms >= stop.timeoutMs * nearTheLimit;
}
/** The lines that it wrote since it was asked to stop. */
function saidWhileStopping({ container }) {
    const { stop, state, log } = container ?? {};
    if (stop?.atMs === undefined || state?.startedAt === undefined)
        return [];
    const since = state.startedAt + stop.atMs;
    return (log ?? []).filter(({ at }) => at >= since).map(({ text }) => (0,_traceback_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .unstyled */ .t)(text));
}


/***/ }),

/***/ 7222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ beginsSomethingNew),
/* harmony export */   bk: () => (/* binding */ readTracebackLine),
/* harmony export */   cy: () => (/* binding */ readException),
/* harmony export */   lz: () => (/* binding */ withoutProcessName),
/* harmony export */   t: () => (/* binding */ unstyled)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Control sequences and the carriage return of a Windows line end taken off. */
function unstyled(line) {
    const plain = line.includes('\u001B') || line.includes('\u009B') ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(line) : line;
    return plain.replace(/\r$/, '');
}
/** honcho, foreman and their like write the time and the name of the process before each line of what they run. */
function withoutProcessName(line) {
    return line.replace(/^\d\d:\d\d:\d\d (?!system )[\w.-]+ +\| /, '');
}
function readTracebackLine(line) {
    // Most lines of a log are none of these; asking for the rare words first keeps long logs cheap.
    if (line.includes(' (most recent call last):'))
        return readHeader(line);
    if (line.includes('  File "'))
        return readFrame(line);
    if (line.includes(' above exception'))
        return readChain(line);
    if (/^[\s|]*\+-\+?-+(?: [\d.]+ -+)?$/.test(line)) {
        return { kind: 'members', at: line.includes('+-+') ? 'begin' : /\d/.test(line) ? 'between' : 'end' };
    }
    return undefined;
}
/** The last line of a traceback: `ValueError: no`, `ships.Sunk`. */
function readException(line) {
    const [, exception, colon, message] = /^([A-Za-z_][\w.]*(?:\.<locals>\.\w+)?)(?:(: ?)(.*))?$/.exec(line) ?? [];
    if (exception === undefined || isLogLevel(exception))
        return undefined;
    const known = /(?:Error|Exception|Warning|Exit|Interrupt|Group|Failure|Fault|Timeout|Stop\w*Iteration)$/.test(exception);
    if (colon === undefined && !known && !exception.includes('.') && !/^[A-Z]/.test(exception))
        return undefined;
    return {
        exception,
        message: message ?? '',
        certain: known || (exception.includes('.') && /\.[A-Z]\w*$/.test(exception)),
    };
}
/** A line by which a server, a logger or a worker begins something new: no further line of a message. */
function beginsSomethingNew(line) {
    return (/^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)\b\s*[:\]]/.test(line) ||
        /^\[(?:\d{4}-|[A-Z]+\])/.test(line) ||
        /^\d{4}-\d\d-\d\d[ T]/.test(line) ||
        /^Process \S+:$/.test(line) ||
        line.trim() === '');
}
function isLogLevel(word) {
    return /^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)$/.test(word);
}
function readHeader(line) {
    const [, before] = /^(.*?)(?:Exception Group )?Traceback \(most recent call last\):\s*$/.exec(line) ?? [];
    if (before === undefined)
        return undefined;
    // hypercorn quotes a whole traceback in the message of another exception.
    const ends = readException(before.trimEnd());
    if (ends?.certain === true)
        return { kind: 'header', prefix: '', ends };
    return { kind: 'header', prefix: before };
}
function readFrame(line) {
    const [, prefix, file, number, name] = /^(.*?) {2}File "([^"]+)", line (\d+)(?:, in (.+))?$/.exec(line) ?? [];
    if (prefix === undefined || file === undefined)
        return undefined;
    return {
        kind: 'frame',
        prefix,
        file,
        line: Number(number),
        ...(name === undefined ? {} : { function: name }),
    };
}
function readChain(line) {
    if (line.includes('The above exception was the direct cause of'))
        return { kind: 'chain', how: 'cause' };
    if (line.includes('During handling of the above exception'))
        return { kind: 'chain', how: 'context' };
    return undefined;
}


/***/ })

};
