export const id = 222;
export const ids = [222];
export const modules = {

/***/ 9222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintCommand: () => (/* binding */ lintCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/source.js + 19 modules
var source = __webpack_require__(1678);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
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

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/dockerfile/lines.js
var lines = __webpack_require__(3172);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/lint/edits.js


/**
 * Applies the fixes of one round, each whole or not at all, the first wins. A file that is not there yet begins empty.
 * Lint again afterwards until nothing is fixed any more.
 */
function applyFixes(findings, safeties, readText) {
    const drafts = new Map();
    const draftOf = (path) => {
        const known = drafts.get(path);
        if (known !== undefined)
            return known;
        const draft = draftFrom(readText(path) ?? '');
        drafts.set(path, draft);
        return draft;
    };
    const fixed = [];
    for (const finding of findings) {
        const { fix } = finding;
        if (fix === undefined || fix.edits.length === 0 || !safeties.includes(fix.safety))
            continue;
        const wanted = fix.edits.map((edit) => {
            const draft = draftOf(edit.location.path);
            return { draft, edit: toOffsets(draft, edit) };
        });
        if (wanted.some(({ draft, edit }) => collides(draft, edit)))
            continue;
        for (const { draft, edit } of wanted)
            draft.edits.splice(placeFor(draft, edit.end), 0, edit);
        fixed.push(finding);
    }
    const changed = [...drafts].filter(([, draft]) => draft.edits.length > 0);
    return { files: new Map(changed.map(([path, draft]) => [path, written(draft)])), fixed };
}
/** Applies edits of one file that do not overlap. */
function applyEdits(text, edits) {
    const draft = draftFrom(text);
    for (const edit of edits) {
        const offsets = toOffsets(draft, edit);
        draft.edits.splice(placeFor(draft, offsets.end), 0, offsets);
    }
    return written(draft);
}
function draftFrom(text) {
    return { text, lineStarts: (0,lines/* lineStartsOf */.x)(text), lineBreak: text.includes('\r\n') ? '\r\n' : '\n', edits: [] };
}
/** With the file's own line break, so that a fix never mixes two kinds. */
function toOffsets(draft, { location, text }) {
    return {
        start: (0,dockerfile_location/* offsetOf */.b4)(draft, location.line, location.column),
        end: (0,dockerfile_location/* offsetOf */.b4)(draft, location.endLine, location.endColumn),
        text: text.replaceAll(/\r?\n/g, draft.lineBreak),
    };
}
/** The index of the first edit that ends behind `offset`. */
function placeFor(draft, offset) {
    let low = 0;
    let high = draft.edits.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((draft.edits[middle]?.end ?? Infinity) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** Edits that touch collide too: which of the two comes first would be a guess. */
function collides(draft, edit) {
    const before = draft.edits[placeFor(draft, edit.start - 1) - 1];
    const next = draft.edits[placeFor(draft, edit.start - 1)];
    return (before !== undefined && before.end >= edit.start) || (next !== undefined && next.start <= edit.end);
}
function written(draft) {
    const pieces = [];
    let at = 0;
    for (const edit of draft.edits) {
        pieces.push(draft.text.slice(at, edit.start), edit.text);
        at = edit.end;
    }
    return [...pieces, draft.text.slice(at)].join('');
}

// EXTERNAL MODULE: ./build/lint/lint.js + 4 modules
var lint = __webpack_require__(6506);
// EXTERNAL MODULE: ./build/plan/facts-for.js + 25 modules
var facts_for = __webpack_require__(6690);
;// CONCATENATED MODULE: ./build/commands/lint-file.js






/** What lint says of one Dockerfile that was read already; its path is as seen from the working directory. */
function lintDockerfile(dockerfile, context, { settings, ports, otherChecks }) {
    const file = external_node_path_.resolve(ports.workingDirectory, dockerfile.path);
    const facts = (0,facts_for/* factsFor */.x)({ dockerfile, file, context }, settings, ports);
    return (0,lint/* lint */.u)({ facts, ignore: (0,facts_for/* ignoreSettings */.w)(settings), otherChecks });
}
/** A fix may make room for the next one; more rounds than this would be two fixes that undo each other. */
const mostRounds = 20;
/** Applies fixes until nothing changes any more; what is reported is what is left then. */
function fixFile(file, context, safeties, linting) {
    const { ports } = linting;
    const resolve = (relative) => external_node_path_.resolve(ports.workingDirectory, relative);
    const fixed = [];
    for (let round = 0;; round += 1) {
        const loaded = (0,source/* loadDockerfile */.d)(ports.files, resolve(file), file);
        if ('error' in loaded)
            return { path: file, error: loaded.error };
        const left = lintDockerfile(loaded.dockerfile, context, linting);
        const applied = applyFixes(left.findings, safeties, (relative) => ports.files.readTextIfPresent(resolve(relative)));
        const files = [...applied.files].map(([relative, text]) => [ports.files.realPath(resolve(relative)) ?? resolve(relative), text]);
        // Bytes that are no UTF-8 would not survive being read as text: such a file is left as it is.
        const canBeWritten = files.every(([target]) => ports.files.stat(target) === undefined || (0,external_node_buffer_.isUtf8)(ports.files.readBytes(target)));
        if (applied.fixed.length === 0 || !canBeWritten || round === mostRounds)
            return { path: file, ...left, fixed };
        for (const [target, text] of files)
            ports.files.writeText(target, text);
        fixed.push(...applied.fixed);
    }
}

// EXTERNAL MODULE: ./build/commands/targets.js + 1 modules
var targets = __webpack_require__(6536);
;// CONCATENATED MODULE: ./build/commands/lint.js









const standardInput = '-';
const place = 'sea-trial lint';
/** `sea-trial lint [FILE|FOLDER|-]…`: every file that was named appears in the result, and a bad one does not stop the others. */
async function lintCommand(operands, settings, ports) {
    const named = [...operands, ...settings.files.map(({ text }) => text)];
    const sources = new Map();
    const files = [];
    for (const operand of named.length === 0 ? ['.'] : named) {
        for (const file of operand === standardInput ? [operand] : (0,targets/* searched */.C)(operand, place, ports)) {
            const loaded = await load(file, ports);
            files.push(await lintOne(file, loaded, settings, ports));
            const after = ports.presentation.fix === 'none' ? loaded : await load(file, ports);
            if ('dockerfile' in after)
                sources.set(file, after.dockerfile.text);
        }
    }
    ports.print.result(inForm(files, sources, ports));
    if (files.some((file) => 'error' in file))
        return 2;
    const found = files.flatMap((file) => ('findings' in file ? file.findings : []));
    return found.some(({ severity }) => isAtOrAbove(severity, settings.failOn)) ? 1 : 0;
}
async function load(file, ports) {
    return file === standardInput
        ? (0,source/* dockerfileOf */.S)(await ports.readStandardInput(), standardInput)
        : (0,source/* loadDockerfile */.d)(ports.files, external_node_path_.resolve(ports.workingDirectory, file), file);
}
async function lintOne(file, loaded, settings, ports) {
    if ('error' in loaded)
        return { path: file, error: loaded.error };
    const { dockerfile } = loaded;
    const context = settings.contexts[0] ?? (file === standardInput ? '.' : external_node_path_.dirname(file));
    const linting = { settings, ports, otherChecks: await otherChecks(dockerfile.text) };
    const { fix } = ports.presentation;
    if (fix === 'none')
        return { path: file, ...lintDockerfile(dockerfile, context, linting) };
    if (file === standardInput)
        throw new errors/* UserError */.y('standard input is no file that could be changed.', { place: '--fix', hint: 'Name the file.' });
    return fixFile(file, context, fix === 'safe' ? ['safe'] : ['safe', 'unsafe'], linting);
}
/** The diagnoses are many files, so they are only loaded where a pragma may name one. */
async function otherChecks(text) {
    if (!/#\s*sea-trial\s+ignore/i.test(text))
        return [];
    return (await Promise.all(/* import() */[__webpack_require__.e(595), __webpack_require__.e(549)]).then(__webpack_require__.bind(__webpack_require__, 9549))).documentedChecks().map(({ id }) => id);
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
