export const id = 291;
export const ids = [291];
export const modules = {

/***/ 7291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintCommand: () => (/* binding */ lintCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/source.js + 18 modules
var source = __webpack_require__(2804);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/lint/lint.js + 7 modules
var lint = __webpack_require__(6184);
// EXTERNAL MODULE: ./build/plan/facts-for.js + 24 modules
var facts_for = __webpack_require__(4805);
// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(9987);
// EXTERNAL MODULE: ./build/render/finding-json.js
var finding_json = __webpack_require__(271);
;// CONCATENATED MODULE: ./build/render/lint-json.js

/** The text of `sea-trial lint --format json`. */
function lintJson(files) {
    return `${JSON.stringify(lintData(files), undefined, 2)}\n`;
}
function lintData(files) {
    return { version: 1, files: files.map(fileData) };
}
function fileData(file) {
    if ('error' in file)
        return { path: file.path, error: file.error };
    return {
        path: file.path,
        findings: file.findings.map(finding_json/* findingData */.G),
        ignored: file.ignored.map(({ finding, reason }) => ({ ...(0,finding_json/* findingData */.G)(finding), reason })),
        ...(file.fixed === undefined ? {} : { fixed: file.fixed.map(finding_json/* findingData */.G) }),
    };
}

// EXTERNAL MODULE: ./build/render/finding-text.js + 1 modules
var finding_text = __webpack_require__(4650);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/prose.js
var prose = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/render/stage-words.js
var stage_words = __webpack_require__(2599);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
;// CONCATENATED MODULE: ./build/render/lint-text.js






/** `sea-trial lint` for a terminal: every finding with its source line, then how many there are. */
function renderLintText(files, options) {
    const blocks = files.flatMap((file) => fileBlocks(file, options));
    return `${[...blocks, [summary(files, options)]].map((block) => block.join('\n')).join('\n\n')}\n`;
}
function fileBlocks(file, options) {
    if ('error' in file) {
        const sentence = (0,printing/* printable */.g$)(`${file.path} ${(0,prose/* plain */.pj)(file.error)}`);
        return [(0,terminal_style/* labelled */.wW)('error', ['bold', 'red'], sentence, options).map((line) => (0,terminal_style/* finished */.xl)(line, options))];
    }
    return file.findings.map((finding) => (0,finding_text/* findingText */.N)({ finding, below: [] }, { ...options, whole: false }));
}
/** `1 error, 1 warning, 4 notices in 2 files; 3 ignored, 2 fixed` */
function summary(files, options) {
    const linted = files.flatMap((file) => ('error' in file ? [] : [file]));
    const findings = linted.flatMap((file) => file.findings);
    const ignored = linted.reduce((sum, file) => sum + file.ignored.length, 0);
    const fixed = linted.reduce((sum, file) => sum + (file.fixed?.length ?? 0), 0);
    const unread = files.length - linted.length;
    const more = [
        ...(ignored === 0 ? [] : [`${ignored} ignored`]),
        ...(fixed === 0 ? [] : [`${fixed} fixed`]),
        ...(unread === 0 ? [] : [`${(0,numbers/* count */.U9)(unread, 'file')} not read`]),
    ];
    const line = `${(0,stage_words/* severityCounts */.ur)(findings)} in ${(0,numbers/* count */.U9)(linted.length, 'file')}${more.length === 0 ? '' : `; ${more.join(', ')}`}`;
    const worst = findings.some(({ severity }) => severity === 'error') || unread > 0;
    return (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, worst ? ['bold', 'red'] : ['bold'], options), options);
}

// EXTERNAL MODULE: ./build/commands/targets.js + 1 modules
var targets = __webpack_require__(6536);
;// CONCATENATED MODULE: ./build/commands/lint.js









const standardInput = '-';
/** `sea-trial lint [FILE|FOLDER|-]…`: every file that was named appears in the result, and a bad one does not stop the others. */
async function lintCommand(operands, settings, ports) {
    const named = [...operands, ...settings.files.map(({ text }) => text)];
    const sources = new Map();
    const files = [];
    for (const file of named.length === 0 ? ['.'] : named) {
        for (const found of file === standardInput ? [file] : (0,targets/* searched */.C)(file, 'sea-trial lint', ports)) {
            const loaded = found === standardInput
                ? (0,source/* dockerfileOf */.S)(await ports.readStandardInput(), standardInput)
                : (0,source/* loadDockerfile */.d)(ports.files, external_node_path_.resolve(ports.workingDirectory, found), found);
            if ('dockerfile' in loaded)
                sources.set(found, loaded.dockerfile.text);
            files.push(lintFile(found, loaded, settings, ports));
        }
    }
    ports.print.result(inForm(files, sources, ports));
    if (files.some((file) => 'error' in file))
        return 2;
    return files.some((file) => 'findings' in file && file.findings.some(({ severity }) => isAtOrAbove(severity, settings.failOn)))
        ? 1
        : 0;
}
function lintFile(file, loaded, settings, ports) {
    if ('error' in loaded)
        return { path: file, error: loaded.error };
    const context = settings.contexts[0] ?? (file === standardInput ? '.' : external_node_path_.dirname(file));
    const read = { dockerfile: loaded.dockerfile, file: external_node_path_.resolve(ports.workingDirectory, file), context };
    const { findings, ignored } = (0,lint/* lint */.u)({
        facts: (0,facts_for/* factsFor */.x)(read, settings, ports),
        ignore: (0,facts_for/* ignoreSettings */.w)(settings),
    });
    return { path: file, findings, ignored };
}
function isAtOrAbove(severity, failOn) {
    return failOn !== 'never' && finding/* severities */.g.indexOf(severity) <= finding/* severities */.g.indexOf(failOn);
}
function inForm(files, sources, { presentation, colour, unicode }) {
    switch (presentation.format) {
        case 'json':
            return lintJson(files);
        case 'github':
            return (0,annotations/* annotationsOf */.Ih)(files.flatMap((file) => ('findings' in file ? file.findings : [])))
                .map((annotation) => `${(0,annotations/* annotationCommand */.jx)(annotation)}\n`)
                .join('');
        case 'text':
        case 'markdown':
            return renderLintText(files, { colour, unicode, sourceOf: (file) => sources.get(file) });
    }
}


/***/ })

};
