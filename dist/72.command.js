export const id = 72;
export const ids = [72];
export const modules = {

/***/ 8072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderLintCheckstyle: () => (/* binding */ renderLintCheckstyle)
/* harmony export */ });
/* harmony import */ var _lint_told_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4544);
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);


/** The XML of checkstyle 4.3, which CI servers and review bots take from hadolint. A file without findings is in it too. */
function renderLintCheckstyle(files) {
    const named = new Map(files.map(({ path }) => [(0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(path), []]));
    for (const told of files.flatMap((file) => (0,_lint_told_js__WEBPACK_IMPORTED_MODULE_0__/* .toldIn */ .f)(file))) {
        // A finding may stand in another file, such as the requirements.
        const others = named.get(told.path);
        if (others === undefined)
            named.set(told.path, [told]);
        else
            others.push(told);
    }
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        ...[...named].flatMap(([path, told]) => fileElement(path, told)),
        '</checkstyle>',
        '',
    ].join('\n');
}
function fileElement(path, told) {
    if (told.length === 0)
        return [`  <file name="${escaped(path)}"/>`];
    return [
        `  <file name="${escaped(path)}">`,
        ...told.map(({ line, column, severity, message, check }) => `    <error line="${line}" column="${column}" severity="${_lint_told_js__WEBPACK_IMPORTED_MODULE_0__/* .otherToolsName */ .v[severity]}" message="${escaped(message)}" source="${escaped(check)}"/>`),
        '  </file>',
    ];
}
/** For an attribute's value; what XML 1.0 has no place for, escaped or not, is left out. */
function escaped(text) {
    return text
        .toWellFormed()
        .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        .replaceAll(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ }),

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toldIn),
/* harmony export */   v: () => (/* binding */ otherToolsName)
/* harmony export */ });
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5046);


/** Our severities in the words of compilers, checkstyle and hadolint. */
const otherToolsName = { error: 'error', warning: 'warning', notice: 'info' };
/** These forms have no place for what could not be read, so it is told as a finding at the file's first line. */
const unreadable = 'unreadable-file';
/** All that stands against one file, in order; what has no place of its own stands at its first line. */
function toldIn(file) {
    if ('error' in file) {
        const message = (0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .stopped */ .ce)((0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(`${file.path} ${file.error}`)));
        return [{ ...atFirstLine(file.path), check: unreadable, severity: 'error', message }];
    }
    return file.findings.map(({ location, check, severity, title, why, advice, fingerprint }) => ({
        ...(location === undefined ? atFirstLine(file.path) : { ...location, path: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(location.path) }),
        check: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(check),
        severity,
        message: [title, why, advice]
            .map((sentences) => (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalised */ .Iu)(sentences)))))
            .filter((sentence) => sentence !== '')
            .join(' '),
        fingerprint,
    }));
}
function atFirstLine(path) {
    return { path: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(path), line: 1, column: 1, endLine: 1 };
}


/***/ })

};
