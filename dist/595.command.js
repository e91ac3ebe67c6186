export const id = 595;
export const ids = [595];
export const modules = {

/***/ 3595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openShellCheck: () => (/* binding */ openShellCheck)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var segments = __webpack_require__(1077);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(4788);
// EXTERNAL MODULE: ./build/dockerfile/shell-text.js
var shell_text = __webpack_require__(245);
// EXTERNAL MODULE: ./build/dockerfile/shell.js + 19 modules
var dockerfile_shell = __webpack_require__(3198);
// EXTERNAL MODULE: ./build/facts/run-shell.js + 1 modules
var run_shell = __webpack_require__(8885);
;// CONCATENATED MODULE: ./build/lint/shell-scripts.js



/**
 * Every RUN in shell form, in the dialect of its stage, and the heredocs in it that a shell reads, in that shell's; what another
 * interpreter runs is left out. Linear in the file's length.
 */
function shellScripts(facts) {
    const scripts = [];
    const tooNested = [];
    const declared = new Map();
    for (const instruction of facts.dockerfile.instructions) {
        const place = facts.placeOf(instruction);
        const names = place === undefined ? new Set(proxies) : namesOf(place.stage, declared);
        for (const { name } of instruction.assignments) {
            if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
                names.add(name);
        }
        const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
        if (run?.keyword !== 'RUN')
            continue;
        const state = facts.stateAt(run);
        for (const given of [...ownTextOf(run, state), ...textsHandedOn(run, facts)]) {
            const shell = dialectOf(given.shell);
            if (shell === undefined || given.text.text.trim() === '')
                continue;
            const nesting = (0,dockerfile_shell/* nestingOf */.YD)(given.text.text);
            if (nesting <= deepestNesting)
                scripts.push({ instruction, ...scriptOf(given, shell, state, names) });
            // The text of a heredoc is part of the RUN's: where both are nested too deep, one is told.
            else if (nesting <= dockerfile_shell/* deepestNesting */.bt && tooNested.at(-1) !== instruction)
                tooNested.push(instruction);
        }
    }
    return { scripts, tooNested };
}
/** BuildKit hands these on without an ARG, in small letters too. */
const proxies = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'];
/** What is set where the stage has come to; a stage begins with what the one below it ended with. */
function namesOf(stage, declared) {
    const known = declared.get(stage);
    if (known !== undefined)
        return known;
    const below = stage.base.kind === 'stage' ? declared.get(stage.base.stage) : undefined;
    const names = new Set(below ?? proxies);
    declared.set(stage, names);
    return names;
}
/** ShellCheck's time doubles with each `$(` inside another: at twenty-two it does not come back. */
const deepestNesting = 8;
function ownTextOf(run, state) {
    const mapped = (0,shell_text/* shellTextOf */.T)(run);
    if (mapped === undefined)
        return [];
    const own = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(.*)/.exec(mapped.text)?.[1];
    // ShellCheck wants a shebang on the first line and nowhere else; the letters behind it stay where they are.
    const text = own === undefined ? mapped : { ...mapped, text: `##${mapped.text.slice(2)}` };
    const shell = own?.trim().split(/\s+/) ?? state?.shell.words ?? ['/bin/sh', '-c'];
    return [{ text, shell, isExpanded: false, isHanded: false }];
}
function textsHandedOn(run, facts) {
    if (run.heredocs.length === 0)
        return [];
    return facts.shellOf(run).commands.flatMap((command) => {
        const text = (0,run_shell/* inputOfShell */.Ar)(command);
        if (text === undefined)
            return [];
        const shell = withoutOperands(command.words.map((word) => word.text));
        return [{ text, shell, isExpanded: text.isExpanded, isHanded: true }];
    });
}
/** `bash -eso pipefail -- one` is `bash -eo pipefail` to one who reads the text. */
function withoutOperands([program = '', ...words]) {
    const end = words.findIndex((word, index) => !/^[-+]\w/.test(word) && !/^[-+]\w*o$/.test(words[index - 1] ?? ''));
    const options = (end === -1 ? words : words.slice(0, end)).map((word) => /^-[A-Za-z]+$/.test(word) ? word.replace('s', '') : word);
    return [program, ...options.filter((option) => option !== '-')];
}
function scriptOf({ text, isExpanded, isHanded }, shell, state, names) {
    const named = namedIn(text.text);
    const lines = [
        `#!/bin/${shell}`,
        ...declarations(isExpanded ? named : named.filter((name) => names.has(name)), state),
    ];
    return { body: text, header: lines.map((line) => `${line}\n`).join(''), headerLines: lines.length, isHanded };
}
const dialects = {
    sh: 'sh',
    bash: 'bash',
    dash: 'dash',
    ash: 'dash',
    busybox: 'dash',
    ksh: 'ksh',
    mksh: 'ksh',
};
/** With the options that change what the text means (`-o pipefail`, `-e`). Undefined for a shell that ShellCheck does not know. */
function dialectOf([program = '', ...options]) {
    const dialect = dialects[program.split('/').at(-1) ?? ''];
    if (dialect === undefined)
        return undefined;
    const kept = options.filter((option) => option !== '-c' && /^(?:[-+][A-Za-z]+|[a-z]+)$/.test(option));
    return [dialect, ...kept.filter((option) => option !== 'sh')]
        .map((word) => word.replace(/^(-[A-Za-z]*)c/, '$1'))
        .join(' ');
}
function namedIn(text) {
    return [...new Set([...text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = '']) => name))];
}
/**
 * So that variables of the Dockerfile which the text names count as set. A value that the shell would split or expand is one that
 * only the run knows, for then quotes matter; any other counts as one word, whatever it is.
 */
function declarations(set, state) {
    const splits = set.filter((name) => /[\s*?[]/.test(state?.variable(name) ?? ''));
    const words = set.filter((name) => !splits.includes(name));
    return [
        ...(words.length === 0 ? [] : [`export ${words.map((name) => `${name}=x`).join(' ')}`]),
        ...(splits.length === 0 ? [] : [`read -r ${splits.join(' ')}`]),
    ];
}

;// CONCATENATED MODULE: ./build/lint/shellcheck.js






/** Where it is not on PATH, that is told once, and no shell text is read. */
function openShellCheck(ports) {
    const told = new Set();
    const tellOnce = (line) => {
        if (!told.has(line))
            ports.note(line);
        told.add(line);
        return [];
    };
    return async (facts) => {
        if (told.has(absent))
            return [];
        const { scripts, tooNested } = shellScripts(facts);
        for (const sentence of notGiven(tooNested, facts))
            ports.note(sentence);
        if (scripts.length === 0)
            return [];
        if (isAbsent(ports.environment))
            return tellOnce(absent);
        // Loaded where there is somebody to ask: a machine without shellcheck starts as fast as it can.
        const { askShellCheck } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 940));
        const answer = await askShellCheck(scripts, ports.environment);
        if (answer === 'absent')
            return tellOnce(absent);
        return 'trouble' in answer ? tellOnce(answer.trouble) : foundIn(answer.comments, scripts, facts);
    };
}
const absent = 'shellcheck is not on PATH, so the shell text of RUN is not read as closely as it could be. Install it (apt-get install shellcheck), or write --shellcheck never.';
/** Surely not on PATH; on Windows, which tries several endings, the start of it tells. */
function isAbsent({ PATH }) {
    if (PATH === undefined || external_node_path_.delimiter === ';')
        return false;
    return !PATH.split(external_node_path_.delimiter).some((folder) => ports/* systemFiles */.Hy.stat(external_node_path_.join(folder, 'shellcheck')) !== undefined);
}
/** One sentence a file. */
function notGiven([first, ...others], { dockerfile }) {
    if (first === undefined)
        return [];
    const more = others.length === 0 ? '' : ` and of ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
    return [
        `${dockerfile.path}:${(0,dockerfile_location/* lineOf */.cA)(dockerfile, first.span.start)}: shellcheck is not given the shell text of this RUN${more}, because it is nested deeper than ${deepestNesting} and would take minutes. Move it into a script.`,
    ];
}
/** A static check alone is an error only where the image cannot work, and that the build alone can tell. */
const severityOf = {
    error: 'warning',
    warning: 'warning',
    info: 'notice',
    style: 'notice',
};
/** One finding a check and instruction, at the first place; the others are evidence. */
function foundIn(comments, scripts, facts) {
    const byScript = Map.groupBy(comments, ({ file }) => file);
    const remarks = scripts.flatMap((script, index) => {
        const placeOf = placesOf(script, facts);
        const { instruction } = script;
        const ofText = (byScript.get(String(index)) ?? []).filter(({ line }) => line > script.headerLines);
        return ofText.map((each) => ({ ...each, location: placeOf(each), instruction }));
    });
    return [...Map.groupBy(remarks, ({ instruction }) => instruction).values()].flatMap((ofOne) => [...Map.groupBy(ofOne, ({ code }) => code).values()].flatMap((same) => foundOf(same, facts) ?? []));
}
function foundOf(same, { dockerfile }) {
    const [first, ...others] = same.toSorted(({ location: one }, { location: other }) => one.line - other.line || one.column - other.column);
    if (first === undefined)
        return undefined;
    const name = `SC${first.code}`;
    const check = `shellcheck/${name}`;
    return {
        finding: {
            check,
            aliases: [name],
            severity: severityOf[first.level],
            title: claimOf(first.message),
            why: 'ShellCheck knows this as a place where the shell does other things than its author meant.',
            advice: `Write what https://www.shellcheck.net/wiki/${name} shows.`,
            location: first.location,
            evidence: others.map(({ location, message }) => ({ kind: 'source', location, note: message })),
            status: 'suspected',
            fingerprint: (0,finding/* fingerprintOf */.a)(check, dockerfile.path, first.instruction.text),
        },
        instruction: first.instruction,
    };
}
/** `foo is referenced but not assigned.`: a variable keeps the letter with which it begins. */
function claimOf(message) {
    return message.replace(/\.$/, '').replace(/^[a-z_]\w*(?= (?:is|appears) )/, '`$&`');
}
/** ShellCheck counts lines and whole characters of its file, a location counts UTF-16 units of the Dockerfile. */
function placesOf({ body, headerLines }, { dockerfile }) {
    const lines = body.text.split('\n');
    const starts = [];
    let start = 0;
    for (const line of lines) {
        starts.push(start);
        start += line.length + 1;
    }
    const offsetOf = (line, column) => {
        const index = Math.min(line - headerLines - 1, lines.length - 1);
        const text = lines[index] ?? '';
        return (starts[index] ?? 0) + unitsOf(text, column - 1);
    };
    return ({ line, column, endLine, endColumn }) => {
        const from = offsetOf(line, column);
        return (0,dockerfile_location/* locationOf */.hD)(dockerfile, (0,segments/* sourceSpan */.eg)(body, from, Math.max(from, offsetOf(endLine, endColumn))));
    };
}
/** How many UTF-16 units so many characters of a text take. */
function unitsOf(text, characters) {
    let units = 0;
    for (let left = characters; left > 0 && units < text.length; left -= 1)
        units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    return units;
}


/***/ })

};
