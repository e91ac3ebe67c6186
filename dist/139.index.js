export const id = 139;
export const ids = [139];
export const modules = {

/***/ 6536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ searched),
  Q: () => (/* binding */ targetsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/commands/find-dockerfiles.js

const names = /^(?:Dockerfile|Containerfile)(?:\..+)?$|.\.(?:Dockerfile|Containerfile)$/i;
const unvisited = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__']);
/** The Dockerfiles in a folder and below, as paths relative to it, sorted. */
function findDockerfiles(files, root) {
    const found = [];
    const waiting = ['']; // no recursion: folders may be nested without end
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        for (const { name, kind } of files.list(external_node_path_.join(root, folder))) {
            const relative = external_node_path_.join(folder, name);
            if (kind === 'folder' && !unvisited.has(name))
                waiting.push(relative);
            if (kind === 'file' && names.test(name) && !name.endsWith('.dockerignore'))
                found.push(relative);
        }
    }
    return found.toSorted();
}

;// CONCATENATED MODULE: ./build/commands/targets.js



/** One trial for each context that was named, or for each file; lint alone also takes folders, and searches them. */
function targetsOf({ mode, contexts, files }, ports) {
    if (mode === 'lint') {
        return files.length === 0
            ? contextTargets(contexts, files)
            : files.flatMap(({ text, place }) => searched(text, place, ports).map((file) => ({
                contexts: contexts.length === 0 ? [external_node_path_.dirname(file)] : contexts,
                files: [{ text: file, place }],
            })));
    }
    return files.length > 1 ? files.map((file) => ({ contexts, files: [file] })) : contextTargets(contexts, files);
}
function contextTargets(contexts, files) {
    return (contexts.length === 0 ? ['.'] : contexts).map((context) => ({ contexts: [context], files }));
}
/** A folder stands for the Dockerfiles in it; anything else for itself. */
function searched(operand, place, ports) {
    const folder = external_node_path_.resolve(ports.workingDirectory, operand);
    if (ports.files.stat(folder)?.kind !== 'folder')
        return [external_node_path_.normalize(operand)];
    const found = findDockerfiles(ports.files, folder).map((file) => external_node_path_.join(operand, file));
    if (found.length === 0) {
        throw new errors/* UserError */.y(`there is no Dockerfile in the folder "${operand}".`, {
            place,
            hint: 'Name the file, whatever it is called.',
        });
    }
    return found;
}


/***/ }),

/***/ 1633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const severities = ['error', 'warning', 'notice'];
/** The same for the same flaw at the same instruction, wherever its lines have moved: 32 hex digits. `text` is the instruction's or the line's. */
function fingerprintOf(check, path, text) {
    const unspaced = text.replaceAll(/\s+/g, ' ').trim();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${check}\0${path}\0${unspaced}`).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 8468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ instructionAt)
/* harmony export */ });
/** The instruction on whose lines a place begins. */
function instructionAt(dockerfile, { path, line }) {
    if (path !== dockerfile.path)
        return undefined;
    const { instructions } = dockerfile;
    let low = 0;
    let high = instructions.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((instructions[middle]?.lines[1] ?? Infinity) < line)
            low = middle + 1;
        else
            high = middle;
    }
    const found = instructions[low];
    return found !== undefined && found.lines[0] <= line ? found : undefined;
}


/***/ }),

/***/ 6506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ lint)
});

// EXTERNAL MODULE: ./build/rules/index.js + 36 modules
var build_rules = __webpack_require__(8290);
;// CONCATENATED MODULE: ./build/lint/claims.js
/** Walks the instructions once and calls the rules by keyword. */
function claimsOf(facts, rules) {
    const scene = { dockerfile: facts.dockerfile, facts };
    const found = [];
    const byKeyword = new Map();
    const forFile = [];
    for (const rule of rules) {
        if (rule.on === 'file')
            forFile.push(rule);
        else {
            for (const keyword of rule.on) {
                const called = byKeyword.get(keyword);
                if (called === undefined)
                    byKeyword.set(keyword, [rule]);
                else
                    called.push(rule);
            }
        }
    }
    for (const instruction of facts.dockerfile.instructions) {
        for (const rule of byKeyword.get(instruction.keyword) ?? []) {
            const claims = [...rule.check(instruction, scene)];
            if (claims.length > 0)
                found.push({ rule, instruction, claims });
        }
    }
    for (const rule of forFile) {
        for (const claim of rule.check(scene))
            found.push({ rule, claims: [claim] });
    }
    return found;
}

// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/finding.js
var build_finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/lint/instruction-at.js
var instruction_at = __webpack_require__(8468);
;// CONCATENATED MODULE: ./build/lint/findings.js



/** One finding of one rule at one instruction: the first claim speaks, the others are further places of it. */
function findingOf({ rule, instruction, claims }, dockerfile, severities) {
    const [first, ...others] = claims;
    if (first === undefined)
        return undefined;
    const locate = (place) => ('line' in place ? place : (0,dockerfile_location/* locationOf */.hD)(dockerfile, place));
    const location = locate(first.at);
    const severity = severities[rule.id] ?? first.severity ?? rule.severity;
    if (severity === 'off')
        return undefined;
    const fix = joinedFix(claims, locate);
    const finding = {
        check: rule.id,
        aliases: first.aliases ?? rule.aliases,
        severity,
        title: first.title,
        why: first.why ?? rule.why,
        advice: first.advice,
        location,
        evidence: [
            ...(first.evidence ?? []),
            ...(first.places ?? []).map(({ at, note }) => sourceEvidence(locate(at), note)),
            ...others.flatMap((claim) => [
                sourceEvidence(locate(claim.at), claim.title),
                ...(claim.places ?? []).map(({ at, note }) => sourceEvidence(locate(at), note)),
            ]),
        ],
        status: 'suspected',
        fingerprint: (0,build_finding/* fingerprintOf */.a)(rule.id, location.path, textAt(location, dockerfile, instruction)),
        ...(fix === undefined ? {} : { fix }),
    };
    return { finding, ...(instruction === undefined ? {} : { instruction }) };
}
function sourceEvidence(location, note) {
    return { kind: 'source', location, note };
}
/** All places are mended at once; the whole is as safe as its least safe part. */
function joinedFix(claims, locate) {
    const fixes = claims.flatMap(({ fix }) => fix ?? []);
    const [first] = fixes;
    if (first === undefined)
        return undefined;
    return {
        title: first.title,
        safety: fixes.every(({ safety }) => safety === 'safe') ? 'safe' : 'unsafe',
        edits: distinct(fixes.flatMap((fix) => fix.edits.map(({ at, text }) => ({ location: locate(at), text })))),
    };
}
/** Two claims may ask for the same edit, such as one flag for a whole command. */
function distinct(edits) {
    return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
/** The text of the instruction that holds the place, else of the one that the rule was asked about. */
function textAt(location, dockerfile, asked) {
    const holder = location.path === dockerfile.path ? (0,instruction_at/* instructionAt */.s)(dockerfile, location) : undefined;
    return (holder ?? asked)?.text ?? '';
}

;// CONCATENATED MODULE: ./build/lint/grammar-findings.js



/** The id that lint and the build share for what BuildKit's own grammar refuses. */
const parseErrorCheck = 'dockerfile-parse-error';
/** Faults of the grammar: one finding an instruction, at the first place. */
function grammarFindings(dockerfile) {
    return dockerfile.problems.map((problem) => grammarFinding(problem, dockerfile));
}
function grammarFinding(problem, dockerfile) {
    const location = (0,dockerfile_location/* locationOf */.hD)(dockerfile, problem.span);
    const { fix } = problem;
    const refused = problem.severity === 'error';
    return {
        check: parseErrorCheck,
        aliases: ['DL1000'],
        severity: problem.severity,
        title: `${refused ? 'BuildKit refuses this line' : 'BuildKit warns of this line'}: ${problem.message}`,
        why: refused
            ? 'The build ends before its first step, so there is no image.'
            : 'The build goes on, but a later version of BuildKit may refuse the line, and readers take it for something else.',
        advice: problem.advice,
        location,
        evidence: [],
        status: 'suspected',
        fingerprint: (0,build_finding/* fingerprintOf */.a)(parseErrorCheck, dockerfile.path, (0,instruction_at/* instructionAt */.s)(dockerfile, location)?.text ?? problem.message),
        ...(fix === undefined
            ? {}
            : {
                fix: {
                    title: fix.title,
                    safety: 'safe',
                    edits: [{ location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, fix.span), text: fix.text }],
                },
            }),
    };
}

// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
// EXTERNAL MODULE: ./build/dockerfile/nearest.js
var nearest = __webpack_require__(4457);
;// CONCATENATED MODULE: ./build/lint/pragma-notices.js




/** Our own pragmas that name nothing, or silence nothing. hadolint's and BuildKit's are theirs to judge. */
function pragmaNotices(audit) {
    const own = audit.pragmas.filter(({ kind }) => kind === 'sea-trial');
    if (own.length === 0)
        return [];
    const known = namesOf(audit.rules);
    const asked = namesOf(audit.active);
    for (const name of [parseErrorCheck, 'DL1000']) {
        known.set(name.toLowerCase(), name);
        asked.set(name.toLowerCase(), name);
    }
    for (const name of audit.otherChecks)
        known.set(name.toLowerCase(), name);
    return own.flatMap((pragma) => pragma.ids.flatMap((id) => {
        if (audit.used.has(id))
            return [];
        const name = id.text.toLowerCase();
        if (!known.has(name) && !isOtherTools(id.text))
            return [unknown(id, known.values(), audit.dockerfile)];
        return asked.has(name) ? [unused(id, pragma, audit.dockerfile)] : [];
    }));
}
function namesOf(rules) {
    return new Map(rules.flatMap((rule) => [rule.id, ...rule.aliases].map((name) => [name.toLowerCase(), name])));
}
/** Names of hadolint, ShellCheck and BuildKit: whether they say something only they can tell. */
function isOtherTools(id) {
    return (/^(?:DL\d{4}|(?:shellcheck\/)?SC\d{4}|buildkit\/\w+)$/i.test(id) || /^[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+$/.test(id));
}
function unknown(id, names, dockerfile) {
    const near = (0,nearest/* nearest */.p)(id.text, names);
    return notice(dockerfile, id, {
        check: 'unknown-ignore',
        title: `\`${id.text}\` is no check, so this ignores nothing`,
        why: 'What was meant to be silenced is told all the same, and a later reader believes it is not.',
        advice: near === undefined ? 'Write the id of a check as it stands in a finding.' : `Write \`${near}\`.`,
        ...(near === undefined
            ? {}
            : {
                fix: {
                    title: `Write ${near}`,
                    safety: 'safe',
                    edits: [{ location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, id.span), text: near }],
                },
            }),
    });
}
function unused(id, pragma, dockerfile) {
    const where = pragma.scope === 'file' ? 'in this file' : 'here';
    return notice(dockerfile, id, {
        check: 'unused-ignore',
        title: `\`${id.text}\` is ignored, and nothing ${where} answers to it`,
        why: 'The flaw is gone, or the comment stands above another instruction; left in place it would silence the next one.',
        advice: `Delete \`${id.text}\` from the comment.`,
    });
}
function notice(dockerfile, id, words) {
    return {
        ...words,
        aliases: [],
        severity: 'notice',
        location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, id.span),
        evidence: [],
        status: 'suspected',
        fingerprint: (0,build_finding/* fingerprintOf */.a)(words.check, dockerfile.path, id.text),
    };
}

// EXTERNAL MODULE: ./build/lint/pragmas.js
var lint_pragmas = __webpack_require__(65);
// EXTERNAL MODULE: ./build/lint/suppression.js
var suppression = __webpack_require__(5763);
;// CONCATENATED MODULE: ./build/lint/lint.js








/** What all rules say of one Dockerfile. No network, no docker; a rule that throws is a bug and is not hidden. */
function lint(input) {
    const { facts, rules = build_rules/* rules */.a, severities = {} } = input;
    const pragmas = (0,lint_pragmas/* readPragmas */.Q)(facts.dockerfile);
    const active = rules.filter((rule) => (severities[rule.id] ?? rule.severity) !== 'off');
    const found = [
        ...grammarFindings(facts.dockerfile).map((finding) => ({ finding })),
        ...claimsOf(facts, active).flatMap((claims) => findingOf(claims, facts.dockerfile, severities) ?? []),
    ];
    const { findings, ignored, used } = (0,suppression/* silence */.a)(found, facts.dockerfile, pragmas, input.ignore ?? []);
    const notices = pragmaNotices({
        dockerfile: facts.dockerfile,
        pragmas,
        used,
        rules,
        active,
        otherChecks: input.otherChecks ?? [],
    }).flatMap((finding) => (severities[finding.check] === 'off' ? [] : [{ finding }]));
    const told = (0,suppression/* silence */.a)(notices, facts.dockerfile, [], input.ignore ?? []);
    return {
        findings: (0,order/* inOrder */.a)([...findings, ...told.findings]),
        ignored: (0,order/* inOrder */.a)([...ignored, ...told.ignored], ({ finding }) => finding),
    };
}


/***/ }),

/***/ 6064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
function inOrder(items, findingOf = (item) => item) {
    return items.toSorted((one, other) => compare(findingOf(one), findingOf(other)));
}
function compare(one, other) {
    const [here, there] = [one.location, other.location];
    return (compareTexts(here?.path ?? '', there?.path ?? '') ||
        (here?.line ?? 0) - (there?.line ?? 0) ||
        (here?.column ?? 0) - (there?.column ?? 0) ||
        compareTexts(one.check, other.check));
}
/** By code units: the same order on every machine. */
function compareTexts(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}


/***/ }),

/***/ 65:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readPragmas)
/* harmony export */ });
/* harmony import */ var _dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3640);

const ours = /^sea-trial\s+(?<scope>ignore|ignore-file)\s*=\s*(?<ids>[^\s,]+(?:\s*,\s*[^\s,]+)*)(?<reason>.*)$/i;
const hadolints = /^hadolint\s+(?<scope>global\s+)?ignore\s*=\s*(?<ids>[A-Za-z]+\d+(?:\s*,\s*[A-Za-z]+\d+)*)(?<reason>.*)$/i;
/** All pragmas in source order. A comment inside an instruction is for that instruction, any other for the next one. */
function readPragmas(dockerfile) {
    const found = dockerfile.directives.flatMap((directive) => {
        const skipped = directive.name === 'check' ? skippedChecks(directive.value) : [];
        if (skipped.length === 0)
            return [];
        const ids = skipped.map((text) => ({ text, span: directive.span }));
        return [{ ...buildkit, ids, span: directive.span, line: (0,_dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(dockerfile, directive.span.start) }];
    });
    const pragmas = [...found];
    let next = 0;
    for (const comment of dockerfile.comments) {
        const { instructions } = dockerfile;
        while ((instructions[next]?.span.end ?? Infinity) < comment.span.start)
            next += 1;
        const pragma = readComment(comment, dockerfile, instructions[next]);
        if (pragma !== undefined)
            pragmas.push(pragma);
    }
    return pragmas;
}
const buildkit = { kind: 'buildkit', scope: 'file', reason: '' };
/** `skip=JSONArgsRecommended,StageNameCasing;error=true`. */
function skippedChecks(value) {
    return value
        .split(';')
        .flatMap((part) => /^\s*skip\s*=(?<names>.*)$/i.exec(part)?.groups?.['names']?.split(',') ?? [])
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
function readComment(comment, dockerfile, instruction) {
    if (!/^(?:sea-trial|hadolint)\s/i.test(comment.text))
        return undefined;
    const mine = ours.exec(comment.text);
    const match = mine ?? hadolints.exec(comment.text);
    if (match?.groups === undefined)
        return undefined;
    const { scope = '', ids = '', reason = '' } = match.groups;
    const wholeFile = scope.trim().toLowerCase() === (mine === null ? 'global' : 'ignore-file');
    const idsStart = comment.span.start + dockerfile.text.slice(comment.span.start, comment.span.end).indexOf(ids);
    return {
        kind: mine === null ? 'hadolint' : 'sea-trial',
        scope: wholeFile ? 'file' : 'instruction',
        ...(wholeFile || instruction === undefined ? {} : { instruction }),
        ids: [...ids.matchAll(/[^\s,]+/g)].map((id) => ({
            text: id[0],
            span: { start: idsStart + id.index, end: idsStart + id.index + id[0].length },
        })),
        reason: reason.trim(),
        span: comment.span,
        line: (0,_dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(dockerfile, comment.span.start),
    };
}


/***/ }),

/***/ 5763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silence)
/* harmony export */ });
/* harmony import */ var _instruction_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8468);

/**
 * Takes out what a pragma or a setting ignores: findings of lint, of BuildKit and of the run alike. A pragma above an
 * instruction reaches what lies there, and what a rule found elsewhere when it was asked about that instruction.
 */
function silence(found, dockerfile, pragmas, settings) {
    if (pragmas.length === 0 && settings.length === 0) {
        return { findings: found.map(({ finding }) => finding), ignored: [], used: new Set() };
    }
    const used = new Set();
    const ofFile = pragmas.filter(({ scope }) => scope === 'file');
    const ofInstruction = Map.groupBy(pragmas.filter((pragma) => pragma.scope === 'instruction'), ({ instruction }) => instruction);
    const kept = [];
    const ignored = [];
    for (const { finding, instruction: asked } of found) {
        const holder = finding.location === undefined ? undefined : (0,_instruction_at_js__WEBPACK_IMPORTED_MODULE_0__/* .instructionAt */ .s)(dockerfile, finding.location);
        const above = [...new Set([holder, asked])].flatMap((instruction) => pragmasAbove(instruction, ofInstruction));
        const pragma = pragmaFor(finding, [...ofFile, ...above], used);
        const setting = settings.find(({ check }) => answersTo(finding, check));
        const reason = pragma === undefined ? setting?.reason : reasonOf(pragma);
        if (reason === undefined)
            kept.push(finding);
        else
            ignored.push({ finding, reason });
    }
    return { findings: kept, ignored, used };
}
/** By its id, an alias, or the name behind the slash: `buildkit/UndefinedVar`, `shellcheck/SC2086`. */
function answersTo(finding, id) {
    const wanted = id.toLowerCase();
    const { check } = finding;
    return [check, check.slice(check.indexOf('/') + 1), ...finding.aliases].some((name) => name.toLowerCase() === wanted);
}
function pragmasAbove(instruction, byInstruction) {
    return instruction === undefined ? [] : (byInstruction.get(instruction) ?? []);
}
/** The first that names the finding; every id that names it counts as used. */
function pragmaFor(finding, pragmas, used) {
    let first;
    for (const pragma of pragmas) {
        for (const id of pragma.ids) {
            if (!answersTo(finding, id.text) && !(pragma.kind === 'buildkit' && isSkippedByAll(finding, id)))
                continue;
            used.add(id);
            first ??= pragma;
        }
    }
    return first;
}
/** `# check=skip=all` is said of BuildKit's own checks, whoever speaks for them here. */
function isSkippedByAll(finding, id) {
    return id.text.toLowerCase() === 'all' && [finding.check, ...finding.aliases].some(isBuildkitName);
}
function isBuildkitName(name) {
    return name.startsWith('buildkit/') || (/^[A-Z][A-Za-z]+$/.test(name) && /[a-z]/.test(name));
}
function reasonOf(pragma) {
    if (pragma.reason !== '')
        return pragma.reason;
    const ids = pragma.ids.map(({ text }) => text).join(',');
    switch (pragma.kind) {
        case 'sea-trial':
            return `\`# sea-trial ${pragma.scope === 'file' ? 'ignore-file' : 'ignore'}=${ids}\` at line ${pragma.line}`;
        case 'hadolint':
            return `\`# hadolint ${pragma.scope === 'file' ? 'global ignore' : 'ignore'}=${ids}\` at line ${pragma.line}`;
        case 'buildkit':
            return `\`# check=skip=${ids}\` at line ${pragma.line}`;
    }
}


/***/ }),

/***/ 6690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ factsFor),
  w: () => (/* binding */ ignoreSettings)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/ignore-file.js + 1 modules
var ignore_file = __webpack_require__(2237);
;// CONCATENATED MODULE: ./build/facts/once.js
/** Derived when it is first asked for, and then kept: facts that nobody reads cost nothing. */
function once(derive) {
    let kept;
    return () => (kept ??= { value: derive() }).value;
}
/** The same for a question with a subject. */
function oncePer(derive) {
    const kept = new Map();
    return (subject) => {
        const known = kept.get(subject);
        if (known !== undefined)
            return known.value;
        const value = derive(subject);
        kept.set(subject, { value });
        return value;
    };
}

;// CONCATENATED MODULE: ./build/facts/context.js



function contextFrom(source) {
    const read = new Map();
    const readText = (relative) => {
        if (isOutside(relative))
            return undefined;
        const name = external_node_path_.posix.normalize(relative);
        if (!read.has(name))
            read.set(name, source.read(name));
        return read.get(name);
    };
    const listing = once(source.list);
    const ignoreFile = once(() => ignoreFileOf(source.dockerfile, readText));
    const kind = new Map();
    return {
        folder: source.folder,
        reportPath: (relative) => external_node_path_.posix.join(source.folder, relative),
        readText,
        textMatches(relative, pattern) {
            const text = isOutside(relative) ? undefined : source.read(external_node_path_.posix.normalize(relative));
            return text === undefined ? undefined : pattern.test(text);
        },
        kindOf(relative) {
            const name = external_node_path_.posix.normalize(relative);
            if (!kind.has(name))
                kind.set(name, source.kindOf(name));
            return kind.get(name);
        },
        get listing() {
            return listing();
        },
        get ignoreFile() {
            return ignoreFile();
        },
        isIgnored: oncePer((relative) => ignoreFile()?.patterns.ignores(relative) ?? false),
        filesRead: () => [...read]
            .flatMap(([name, text]) => (text === undefined ? [] : [{ path: name, text }]))
            .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    };
}
function isOutside(relative) {
    const name = external_node_path_.posix.normalize(relative);
    return name.startsWith('../') || name === '..' || name.startsWith('/');
}
/** A context in memory: for examples, and for what an observation recorded. */
function contextOf(files, options = {}) {
    const all = [...new Set([...Object.keys(files), ...(options.listing ?? [])])].toSorted();
    const known = new Set(all);
    const unvisited = [...new Set(all.flatMap((name) => unvisitedFolder(name, known) ?? []))];
    const visited = all.filter((name) => unvisitedFolder(name, known) === undefined);
    return contextFrom({
        folder: options.folder ?? '',
        read: (relative) => files[relative],
        kindOf(relative) {
            if (known.has(relative))
                return 'file';
            return relative === '.' || unvisited.includes(relative) || all.some((name) => name.startsWith(`${relative}/`))
                ? 'folder'
                : undefined;
        },
        list: () => ({ files: visited, unvisited, truncated: false }),
        dockerfile: options.dockerfile ?? 'Dockerfile',
    });
}
/** The folder above a path that a walk over the disk would not enter, or that was recorded as not entered: `.git/`. */
function unvisitedFolder(name, known) {
    if (name.endsWith('/'))
        return name.slice(0, -1);
    const folders = name.split('/').slice(0, -1);
    for (const [index, folder] of folders.entries()) {
        const above = folders.slice(0, index + 1).join('/');
        if (folder === '.git' || folder === 'node_modules' || known.has(`${above}/pyvenv.cfg`))
            return above;
    }
    return undefined;
}
/** BuildKit reads `<Dockerfile>.dockerignore` beside the Dockerfile, and only without it the context's own. */
function ignoreFileOf(dockerfile, readText) {
    for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
        const text = readText(name);
        if (text !== undefined)
            return { path: name, text, patterns: (0,ignore_file/* readIgnoreFile */.r)(text) };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/facts/context-files.js


/** More than this is not listed: a context of that size is a finding in itself, and lint must stay fast. */
const mostFiles = 20_000;
const deepestFolder = 40;
/** A context on the disk. Links that lead out of it are not followed. */
function contextInFolder(files, place) {
    const root = files.realPath(place.folder) ?? place.folder;
    const resolve = (relative) => {
        const real = files.realPath(external_node_path_.join(root, relative));
        return real !== undefined && (real === root || real.startsWith(root + external_node_path_.sep)) ? real : undefined;
    };
    return contextFrom({
        folder: place.reportFolder === '.' ? '' : place.reportFolder,
        read(relative) {
            const real = resolve(relative);
            return real === undefined ? undefined : files.readTextIfPresent(real);
        },
        kindOf(relative) {
            const real = resolve(relative);
            const kind = real === undefined ? undefined : files.stat(real)?.kind;
            return kind === 'other' ? undefined : kind;
        },
        list: () => listFolder(files, root),
        dockerfile: external_node_path_.relative(place.folder, place.dockerfile).split(external_node_path_.sep).join('/'),
    });
}
function listFolder(files, root) {
    const found = [];
    const unvisited = [];
    let truncated = false;
    const waiting = [{ relative: '', depth: 0 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { relative, depth } = next;
        const entries = files.list(external_node_path_.join(root, relative));
        if (relative !== '' && isVirtualEnvironment(entries)) {
            unvisited.push(relative);
            continue;
        }
        for (const entry of entries) {
            if (found.length >= mostFiles) {
                truncated = true;
                break;
            }
            const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
            if (entry.kind !== 'folder')
                found.push(name);
            else if (entry.name === '.git' || entry.name === 'node_modules')
                unvisited.push(name);
            else if (depth >= deepestFolder)
                truncated = true;
            else
                waiting.push({ relative: name, depth: depth + 1 });
        }
    }
    return { files: found.toSorted(), unvisited: unvisited.toSorted(), truncated };
}
/** The mark that every tool leaves in a virtual environment. */
function isVirtualEnvironment(entries) {
    return entries.some((entry) => entry.name === 'pyvenv.cfg');
}

// EXTERNAL MODULE: ./build/servers/index.js + 9 modules
var servers = __webpack_require__(7750);
// EXTERNAL MODULE: ./build/facts/image-path.js
var image_path = __webpack_require__(477);
// EXTERNAL MODULE: ./build/facts/pip-install.js
var pip_install = __webpack_require__(487);
// EXTERNAL MODULE: ./build/facts/python-module.js
var python_module = __webpack_require__(153);
// EXTERNAL MODULE: ./build/facts/wildcard.js
var wildcard = __webpack_require__(3896);
;// CONCATENATED MODULE: ./build/facts/app-module.js





/** Undefined where no known server is started, or its command line names no module. */
function appModule(facts) {
    const server = facts.startCommand?.server;
    const app = server?.app;
    if (server === undefined || app === undefined)
        return undefined;
    const unknown = { state: 'unknown', app };
    const folders = searchFolders(facts);
    const files = facts.imageFiles;
    if (!app.known || folders === undefined || files === undefined)
        return unknown;
    const names = app.kind === 'file' ? filesOfPath(app.module) : filesOfModule(app.module);
    for (const folder of app.kind === 'file' ? folders.slice(0, 1) : folders) {
        for (const name of names) {
            const path = files.repositoryPath((0,image_path/* joinPath */.uJ)(folder, name));
            if (path !== undefined)
                return { state: 'found', app, path, attribute: attributeIn(path, app, facts) };
        }
    }
    const [first = '/'] = folders;
    if (folders.some((folder) => files.mayHoldMore(folder)) || lacksSources(facts) || mayBeMade(facts))
        return unknown;
    return { state: 'absent', app, lookedIn: folders, wanted: names.map((name) => (0,image_path/* joinPath */.uJ)(first, name)) };
}
/** Where Python looks first: the server's own folder, then PYTHONPATH. Undefined where one of them is not known. */
function searchFolders(facts) {
    const start = facts.startCommand;
    const { workdir } = start ?? {};
    const directory = start?.server?.appDirectory;
    if (workdir === undefined || directory === undefined || directory.kind === 'unknown')
        return undefined;
    const search = facts.finalState?.environment('PYTHONPATH');
    if (search !== undefined && !search.known && !/^\$\{?PYTHONPATH/.test(search.text)) {
        return undefined;
    }
    const more = (search?.text ?? '').split(':').filter((folder) => folder !== '' && !folder.includes('$'));
    return [(0,image_path/* joinPath */.uJ)(workdir, directory.value), ...more.map((folder) => (0,image_path/* joinPath */.uJ)(workdir, folder))];
}
/** `package.module` is a file or a package; a namespace package holds no names. */
function filesOfModule(module) {
    const path = module.replaceAll('.', '/');
    return [`${path}.py`, `${path}/__init__.py`];
}
function filesOfPath(path) {
    return path.endsWith('.py') ? [path] : [path, `${path}/__init__.py`];
}
function attributeIn(path, app, facts) {
    // A call such as `main:create()` and a dotted name such as `main:site.app` begin with a name of the module.
    const name = /^\w+/.exec(app.attribute ?? '')?.[0];
    const text = name === undefined ? undefined : facts.context.readText(path);
    return name === undefined || text === undefined ? 'unknown' : (0,python_module/* definesName */.m)(text, name);
}
/** A COPY names what the context does not hold: then this is another context than the build's, or the build fails anyway. */
function lacksSources(facts) {
    return [...facts.graph.inImage].some((stage) => facts
        .copiesIn(stage)
        .some(({ from, sources }) => from.kind === 'context' &&
        sources.some(({ text, known, remote }) => known && !remote && !(0,wildcard/* hasWildcard */.r)(text) && !isThere(facts.context, (0,image_path/* contextPath */.VJ)(text)))));
}
function isThere(context, name) {
    return context.kindOf(name === '' ? '.' : name) !== undefined;
}
/** A RUN of the image that may write, move or fetch source files, or install the project as a package of its own. */
function mayBeMade(facts) {
    return facts.imageInstructions.some((instruction) => {
        if (instruction.keyword !== 'RUN')
            return false;
        const { commands, readable } = facts.shellOf(instruction);
        return !readable || commands.some((command) => makesFiles(command, instruction, facts));
    });
}
/** Programs that leave an application's source alone. What is not named here may make anything. */
const harmless = new Set([
    'apt-get apt dpkg apt-key apt-mark add-apt-repository apk yum dnf microdnf zypper pip pip3 easy_install',
    'useradd groupadd adduser addgroup usermod chown chmod chgrp mkdir rm rmdir touch install-packages',
    'echo printf test [ [[ true false set export cd pushd popd exit if then : sleep which command type env umask',
    'update-ca-certificates locale-gen update-locale ldconfig update-alternatives ln sed find xargs cat gpg gpgconf tee',
    'poetry pipenv pdm corepack npm yarn node pre-commit playwright prisma spacy nltk alembic uv date uname id whoami pwd ls',
]
    .join(' ')
    .split(' '));
function makesFiles(command, instruction, facts) {
    const name = (0,servers/* programName */.kX)(command.words[0]?.text ?? '');
    if (name === '')
        return false;
    if (command.shell?.redirections.some(({ operator, target }) => operator.startsWith('>') && mayBePython(target?.value)) === true)
        return true;
    const install = (0,pip_install/* pipInstallOf */.e)(command, instruction, facts);
    if (install !== undefined) {
        // `pip install .` and a package from elsewhere may bring the module; packages of an index have names of their own.
        return install.named.some(({ requirement }) => requirement === undefined || requirement.kind !== 'name');
    }
    if ((0,servers/* isPython */.r2)(name))
        return !isPythonTool(command);
    if (['uv', 'poetry', 'pdm', 'pipenv'].includes(name))
        return installsProject(command);
    return !harmless.has(name);
}
function mayBePython(target) {
    return target !== undefined && target !== '/dev/null' && !/^\d+$|\.(?:txt|conf|cfg|ini|list|sh|pth)$/.test(target);
}
/** `python -m venv`, `python -m compileall`, `python --version`. */
function isPythonTool({ words }) {
    const [, option, module] = words.map(({ text }) => text);
    return (option === '--version' ||
        (option === '-m' && ['venv', 'pip', 'compileall', 'ensurepip', 'nltk.downloader', 'spacy'].includes(module ?? '')));
}
/** uv and poetry install the project itself unless they are told not to. */
function installsProject({ words }) {
    const texts = words.map(({ text }) => text);
    if (!texts.some((text) => text === 'sync' || text === 'install'))
        return false;
    return !texts.some((text) => ['--no-install-project', '--no-root', '--no-self', '--only-group'].includes(text));
}

// EXTERNAL MODULE: ./build/facts/apt-commands.js
var apt_commands = __webpack_require__(2162);
// EXTERNAL MODULE: ./build/facts/outside-layer.js
var outside_layer = __webpack_require__(6503);
;// CONCATENATED MODULE: ./build/facts/apt-use.js




function aptUse(facts) {
    const configured = (0,apt_commands/* aptConfiguration */.uB)(facts);
    const commandsOf = oncePer((instruction) => instruction.keyword === 'RUN' ? (0,apt_commands/* aptCommandsIn */.bR)(facts.shellOf(instruction).commands, configured) : []);
    const leavesLists = oncePer((instruction) => commandsOf(instruction).some(apt_commands/* isUpdate */.yM) && !removesLists(instruction, facts));
    const later = once(() => laterInstalls(facts, commandsOf, leavesLists));
    return {
        commandsOf,
        leavesLists,
        laterInstalls: (instruction) => later().get(instruction) ?? [],
    };
}
const listsFolder = '/var/lib/apt/lists';
/** In a mount they never reach the layer; what is removed in the same RUN does not either. `apt-get clean` leaves them. */
function removesLists(instruction, facts) {
    if ((0,outside_layer/* isOutsideLayer */.l)(instruction, listsFolder, facts))
        return true;
    const { commands } = facts.shellOf(instruction);
    const lastFetch = commands.findLastIndex(({ words }) => /^(?:apt-get|apt|aptitude)$/.test((0,servers/* programName */.kX)(words[0]?.text ?? '')) &&
        words.some(({ text }) => text === 'update'));
    return commands.slice(lastFetch + 1).some(removesListsByItself);
}
function removesListsByItself({ words, folder }) {
    const [program, ...rest] = words;
    const name = (0,servers/* programName */.kX)(program?.text ?? '');
    if (/^(?:apt-get|apt)$/.test(name))
        return rest.some(({ text }) => text === 'distclean' || text === 'dist-clean');
    if (name !== 'rm' && name !== 'find')
        return false;
    if (name === 'find' && !rest.some(({ text }) => text === '-delete' || text === 'rm'))
        return false;
    return rest.some(({ text }) => {
        const whole = text.startsWith('/') || folder === undefined ? text : `${folder}/${text}`;
        return coversLists(whole.replaceAll(/\/{2,}/g, '/'));
    });
}
/** `/var/lib/apt/lists`, what is in it, or a folder above it; also in braces and with wildcards. */
function coversLists(path) {
    const alternatives = /^(?<before>[^{}]*)\{(?<inside>[^{}]*)\}(?<after>[^{}]*)$/.exec(path)?.groups;
    if (alternatives !== undefined) {
        const { before = '', inside = '', after = '' } = alternatives;
        return inside.split(',').some((each) => coversLists(before + each + after));
    }
    return /^\/var\/(?:lib\/(?:(?:apt|\*)\/(?:(?:lists|l?\*)(?:\/.*)?)?|apt|\*)|lib\/?)$/.test(path);
}
/** One pass over the stages in order, so that a thousand RUNs cost no more than a thousand steps. */
function laterInstalls(facts, commandsOf, leavesLists) {
    const found = new Map();
    const listsAtEnd = new Map();
    for (const stage of facts.stages) {
        let fetchedBy = stage.base.kind === 'stage' ? listsAtEnd.get(stage.base.stage) : undefined;
        for (const instruction of stage.instructions) {
            let fetchedHere = false;
            for (const apt of commandsOf(instruction)) {
                if ((0,apt_commands/* isUpdate */.yM)(apt))
                    fetchedHere = true;
                else if ((0,apt_commands/* isInstall */.OK)(apt) && !fetchedHere && fetchedBy !== undefined) {
                    const installs = found.get(fetchedBy) ?? [];
                    installs.push({ instruction, apt });
                    found.set(fetchedBy, installs);
                }
            }
            if (fetchedHere)
                fetchedBy = leavesLists(instruction) ? instruction : undefined;
            else if (fetchedBy !== undefined &&
                instruction.keyword === 'RUN' &&
                facts.shellOf(instruction).commands.some(removesListsByItself))
                fetchedBy = undefined;
        }
        listsAtEnd.set(stage, fetchedBy);
    }
    return found;
}

// EXTERNAL MODULE: ./build/facts/stages.js + 1 modules
var stages = __webpack_require__(6174);
;// CONCATENATED MODULE: ./build/facts/image-files.js






const mostSteps = 2000;
function begin() {
    return { left: mostSteps };
}
function imageFiles(target, facts) {
    const { context } = facts;
    const sources = sourcesIn(context);
    const replayed = oncePer((stage) => (0,stages/* lineage */.OZ)(stage).flatMap((each) => facts.copiesIn(each).toReversed()));
    const find = (stage, imagePath, steps) => {
        for (const copy of replayed(stage)) {
            const { from } = copy;
            if ((steps.left -= 1) < 0)
                return undefined;
            for (const source of copy.sources) {
                const found = from.kind === 'stage'
                    ? findThroughStage(copy, source, imagePath, (inner) => find(from.stage, inner, steps))
                    : from.kind === 'context'
                        ? findInContext(copy, source, imagePath, sources)
                        : undefined;
                if (found !== undefined)
                    return found;
            }
        }
        return undefined;
    };
    const places = (stage, repositoryPath, steps) => replayed(stage).flatMap((copy) => {
        const { from } = copy;
        if (from.kind === 'other' || (steps.left -= 1) < 0)
            return [];
        const inner = from.kind === 'stage' ? places(from.stage, repositoryPath, steps) : [];
        return copy.sources.flatMap((source) => from.kind === 'stage'
            ? inner.flatMap((place) => placeFromStage(copy, source, place) ?? [])
            : (placeFromContext(copy, source, repositoryPath, context) ?? []));
    });
    const imagePaths = oncePer((repositoryPath) => context.isIgnored(repositoryPath)
        ? []
        : [...new Set(places(target, repositoryPath, begin()))].filter((each) => find(target, each, begin()) === repositoryPath));
    return {
        repositoryPath: oncePer((imagePath) => find(target, (0,image_path/* joinPath */.uJ)('/', imagePath), begin())),
        imagePath: (repositoryPath) => imagePaths(repositoryPath)[0],
        imagePaths,
        mayHoldMore: (folder) => holdsMore(target, folder, replayed),
    };
}
const sourcesOf = new WeakMap();
function sourcesIn(context) {
    const kept = sourcesOf.get(context);
    if (kept !== undefined)
        return kept;
    // `--exclude=` takes the patterns of .dockerignore.
    const excluded = oncePer((copy) => (0,ignore_file/* readIgnoreFile */.r)(copy.excludes.join('\n')));
    const sources = {
        context,
        matchesOf: oncePer((text) => matchesIn(text, context)),
        isExcluded: (copy, name) => copy.excludes.length > 0 && excluded(copy).ignores(name),
    };
    sourcesOf.set(context, sources);
    return sources;
}
/** What of a source's own tree an image path is: empty for the source itself. Undefined where it is not of this copy. */
function restOf(copy, source, isFolder, imagePath) {
    if (copy.destination === undefined || !source.known || source.remote)
        return undefined;
    const name = copy.keepsParents ? (0,image_path/* contextPath */.VJ)(source.text) : external_node_path_.posix.basename((0,image_path/* contextPath */.VJ)(source.text));
    if (isFolder)
        return (0,image_path/* pathInside */._l)(copy.keepsParents ? (0,image_path/* joinPath */.uJ)(copy.destination, name) : copy.destination, imagePath);
    const place = copy.intoFolder || copy.keepsParents ? (0,image_path/* joinPath */.uJ)(copy.destination, name) : copy.destination;
    if (imagePath === place)
        return '';
    // Without a slash the destination of a single file may be a folder that is there already.
    return imagePath === (0,image_path/* joinPath */.uJ)(copy.destination, name) ? '' : undefined;
}
function findInContext(copy, source, imagePath, { context, matchesOf, isExcluded }) {
    for (const name of matchesOf(source.text)) {
        const kind = context.kindOf(name === '' ? '.' : name);
        if (kind === undefined)
            continue;
        const rest = restOf(copy, { ...source, text: name }, kind === 'folder', imagePath);
        if (rest === undefined)
            continue;
        const found = external_node_path_.posix.join(name, rest);
        if (context.kindOf(found) === 'file' && !context.isIgnored(found) && !isExcluded(copy, found))
            return found;
    }
    return undefined;
}
/** Where a path of the context comes to lie by this source of a copy; undefined where it is not of it. What .dockerignore says is not asked. */
function placeFromContext(copy, source, repositoryPath, context) {
    const { matchesOf, isExcluded } = sourcesIn(context);
    if (copy.destination === undefined || !source.known || source.remote || isExcluded(copy, repositoryPath))
        return undefined;
    for (const name of matchesOf(source.text)) {
        const rest = (0,image_path/* pathInside */._l)(name, repositoryPath);
        if (rest !== undefined)
            return placeOf(copy, name, rest);
    }
    return undefined;
}
function placeOf(copy, name, rest) {
    const destination = copy.destination ?? '/';
    if (copy.keepsParents)
        return (0,image_path/* joinPath */.uJ)(destination, external_node_path_.posix.join(name, rest));
    if (rest !== '')
        return (0,image_path/* joinPath */.uJ)(destination, rest);
    return copy.intoFolder ? (0,image_path/* joinPath */.uJ)(destination, external_node_path_.posix.basename(name)) : destination;
}
function findThroughStage(copy, source, imagePath, find) {
    if ((0,wildcard/* hasWildcard */.r)(source.text))
        return undefined;
    const asFolder = restOf(copy, source, true, imagePath);
    const folder = asFolder === undefined ? undefined : find((0,image_path/* joinPath */.uJ)((0,image_path/* joinPath */.uJ)('/', source.text), asFolder));
    if (folder !== undefined)
        return folder;
    return restOf(copy, source, false, imagePath) === undefined ? undefined : find((0,image_path/* joinPath */.uJ)('/', source.text));
}
/** The same for a place in the stage that is copied from. */
function placeFromStage(copy, source, inner) {
    if (copy.destination === undefined || !source.known || (0,wildcard/* hasWildcard */.r)(source.text))
        return undefined;
    const name = (0,image_path/* joinPath */.uJ)('/', source.text);
    const rest = (0,image_path/* pathInside */._l)(name, inner);
    return rest === undefined ? undefined : placeOf(copy, name, rest);
}
/** The paths of the context that a source names; a wildcard may name many. */
function matchesIn(text, context) {
    const name = (0,image_path/* contextPath */.VJ)(text);
    if (!(0,wildcard/* hasWildcard */.r)(name))
        return [name];
    const pattern = (0,wildcard/* wildcard */.X)(name);
    if (pattern === undefined)
        return [];
    const depth = name.split('/').length;
    const candidates = new Set(context.listing.files.map((file) => file.split('/').slice(0, depth).join('/')));
    return [...candidates].filter((candidate) => pattern.test(candidate));
}
function holdsMore(target, folder, replayed) {
    const waiting = [target];
    const seen = new Set();
    const steps = begin();
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (seen.has(stage))
            continue;
        seen.add(stage);
        for (const copy of replayed(stage)) {
            // As many stages as one question may look at, and each of them through one door: else it was not found for want of steps.
            if ((steps.left -= seen.size) < 0)
                return true;
            if (copy.from.kind === 'stage')
                waiting.push(copy.from.stage);
            if (copy.destination === undefined)
                return true;
            // What another stage holds may lie anywhere in the folder that is copied from it.
            const touches = stage !== target ||
                (0,image_path/* pathInside */._l)(copy.destination, folder) !== undefined ||
                (0,image_path/* pathInside */._l)(folder, copy.destination) !== undefined;
            if (touches && (copy.from.kind === 'other' || copy.heredocs.length > 0 || copy.sources.some(isMore)))
                return true;
        }
    }
    return false;
}
function isMore(source) {
    return !source.known || source.remote || /\.(?:tar|tgz|tar\.\w+|tbz2?|txz)$/i.test(source.text);
}

;// CONCATENATED MODULE: ./build/facts/secret-files.js
/** Of a folder that was not entered. */
function leakOfFolder(folder) {
    const name = baseName(folder);
    return name === '.git' ? 'repository' : name === 'node_modules' ? 'node-modules' : 'virtualenv';
}
/** By its name, and by its text where the name alone does not tell. Undefined for what may be shipped. */
function leakOfFile(path, context) {
    const name = baseName(path).toLowerCase();
    if (isEnvironmentFile(name))
        return 'environment';
    if (/\.(?:pem|key)$/.test(name))
        return isPublic(path, context) ? undefined : 'key';
    if (/^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\.(?:p12|pfx|jks|keystore|ppk)$/.test(name))
        return 'key';
    if (alwaysCredentials.has(name) || /(?:^|\/)(?:\.aws\/credentials|\.kube\/config)$/.test(path))
        return 'credentials';
    const pattern = credentialsInText(path, name);
    return pattern !== undefined && context.textMatches(path, pattern) === true ? 'credentials' : undefined;
}
const alwaysCredentials = new Set([
    '.netrc',
    '_netrc',
    '.git-credentials',
    '.pypirc',
    '.htpasswd',
    '.pgpass',
    'terraform.tfstate',
]);
/** `.env.example` and its like are written to be shared. */
function isEnvironmentFile(name) {
    return ((name === '.env' || name === '.envrc' || name.startsWith('.env.')) &&
        !/\.(?:example|sample|template|tmpl|dist|defaults?|schema|vault|md|txt|j2)$/.test(name));
}
/** A certificate or a public key: they may be read by anybody. A text that cannot be read counts as private. */
function isPublic(path, context) {
    return (context.textMatches(path, /-----BEGIN (?:TRUSTED |X509 )?(?:CERTIFICATE|(?:RSA )?PUBLIC KEY|DH PARAMETERS|X509 CRL)/) === true && context.textMatches(path, /PRIVATE KEY-----/) === false);
}
/** Files of which only some hold a password or a token. */
function credentialsInText(path, name) {
    if (name === '.npmrc' || name === '.yarnrc')
        return /_(?:authToken|auth|password)\s*=\s*"?[^\s"$]/i;
    if (name === '.yarnrc.yml')
        return /npmAuth(?:Token|Ident):\s*"?[^\s"$]/;
    if (name === 'pip.conf' || name === 'uv.toml')
        return /:\/\/[^\s/:@$]+:[^\s/@$]+@/;
    if (/(?:^|\/)\.docker\/config\.json$/.test(path))
        return /"auth"\s*:\s*"[^"]/;
    if (/^(?:.*credentials?|.*service[-_]?account.*|.*key|client_secrets?)\.json$/.test(name))
        return /"(?:private_key|client_secret)"\s*:\s*"[^"]/;
    return undefined;
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./build/facts/whole-context.js
var whole_context = __webpack_require__(9265);
;// CONCATENATED MODULE: ./build/facts/context-leaks.js





/** A file that went through more stages than this is not followed. */
const deepest = 8;
/** More are no further news, and a stranger's repository must not keep us busy. */
const mostCandidates = 200;
/** In the order of the instructions, then of the paths. What a COPY names itself is meant to be there, and is none. */
function contextLeaks(facts) {
    const candidates = candidatesIn(facts);
    if (candidates.length === 0)
        return [];
    const copies = (0,whole_context/* copiesOfBuild */.Pw)(facts);
    const named = new Set((0,whole_context/* namedByCopies */.A8)(facts));
    const takers = oncePer((stage) => copies.filter(({ from }) => from.kind === 'stage' && (0,stages/* lineage */.OZ)(from.stage).includes(stage)));
    /** Every place of the image where a file of a stage ends. */
    const reach = (stage, place, depth = 0) => {
        if (facts.graph.inImage.has(stage))
            return [place];
        if (depth === deepest)
            return [];
        return takers(stage).flatMap((copy) => copy.sources.flatMap((source) => {
            const next = placeFromStage(copy, source, place);
            return next === undefined ? [] : reach(copy.stage, next, depth + 1);
        }));
    };
    const known = new Set();
    const leakOf = (candidate, copy) => {
        for (const source of copy.sources) {
            const place = placeFromContext(copy, source, candidate.path, facts.context);
            const imagePaths = place === undefined ? [] : [...new Set(reach(copy.stage, place))];
            if (imagePaths.length === 0)
                continue;
            // The same file to the same place once more is no further news.
            const key = JSON.stringify([candidate.path, imagePaths]);
            if (known.has(key))
                return undefined;
            known.add(key);
            return { ...candidate, imagePaths, copy, source };
        }
        return undefined;
    };
    return copies.flatMap((copy) => copy.from.kind === 'context'
        ? candidates.flatMap((candidate) => (named.has(candidate.path) ? [] : (leakOf(candidate, copy) ?? [])))
        : []);
}
/** What lies in the context and is sent to the build. */
function candidatesIn({ context }) {
    const { files, unvisited } = context.listing;
    const folders = unvisited
        .map((path) => ({ path, kind: leakOfFolder(path), isFolder: true }))
        .filter(({ path, kind }) => !innerFiles[kind].every((name) => context.isIgnored(`${path}/${name}`)));
    const single = files.flatMap((path) => {
        const kind = leakOfFile(path, context);
        return kind === undefined || context.isIgnored(path) ? [] : [{ path, kind, isFolder: false }];
    });
    return [...folders, ...single].toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostCandidates);
}
/** Of a folder that was not entered, files by which to see whether .dockerignore lets its contents pass. */
const innerFiles = {
    repository: ['HEAD', 'config', 'objects/pack/pack'],
    'node-modules': ['package/package.json'],
    virtualenv: ['pyvenv.cfg', 'bin/python', 'lib/python3/site-packages/package/module.py'],
    environment: [],
    key: [],
    credentials: [],
};

// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/facts/copies.js


function copiesOf(stage, facts) {
    return stage.instructions.flatMap((instruction) => instruction.keyword === 'COPY' || instruction.keyword === 'ADD' ? (readCopy(instruction, stage, facts) ?? []) : []);
}
function readCopy(instruction, stage, facts) {
    const words = instruction.exec ?? instruction.words;
    const last = words.at(-1);
    const state = facts.stateAt(instruction);
    if (last === undefined || words.length < 2 || state === undefined)
        return undefined;
    const names = new Set(instruction.heredocs.map((heredoc) => heredoc.opening.start));
    const written = words.slice(0, -1).filter((word) => !names.has(word.span.start));
    const target = state.expand(textOf(last));
    const slash = target.known && (target.text.endsWith('/') || target.text === '.' || target.text.endsWith('/.'));
    return {
        instruction,
        stage,
        from: originOf(instruction, stage, facts),
        sources: written.map((word) => {
            const expanded = state.expand(textOf(word));
            const text = expanded.known ? expanded.text : word.value;
            const remote = instruction.keyword === 'ADD' && /^(?:https?|git|ftp):\/\/|^git@/i.test(text);
            return { text, known: expanded.known, remote, location: (0,dockerfile_location/* locationOf */.hD)(facts.dockerfile, word.span) };
        }),
        destination: !target.known
            ? undefined
            : target.text.startsWith('/')
                ? (0,image_path/* joinPath */.uJ)('/', target.text)
                : state.workdir.known
                    ? (0,image_path/* joinPath */.uJ)(state.workdir.text, target.text)
                    : undefined,
        intoFolder: slash || words.length > 2,
        keepsParents: instruction.flags.some((flag) => flag.name === 'parents' && flag.value !== 'false'),
        excludes: instruction.flags.flatMap((flag) => (flag.name === 'exclude' ? [flag.value ?? ''] : [])),
        heredocs: instruction.heredocs.map((heredoc) => heredoc.name),
    };
}
/** In the JSON form a word's text is a JSON string, which is no shell text: its value is what BuildKit expands. */
function textOf(word) {
    return word.text.startsWith('"') && word.text.includes('\\') ? word.value : word.text;
}
function originOf(instruction, stage, facts) {
    const flag = instruction.flags.findLast((each) => each.name === 'from');
    if (flag === undefined)
        return { kind: 'context' };
    const text = flag.value ?? '';
    const named = facts.graph.stageNamed(text, stage);
    return named === undefined ? { kind: 'other', text } : { kind: 'stage', stage: named };
}

// EXTERNAL MODULE: ./build/facts/exposed-ports.js
var exposed_ports = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/facts/requirements.js
var requirements = __webpack_require__(1942);
;// CONCATENATED MODULE: ./build/facts/pyproject.js

function readPyproject(context) {
    const text = context.readText('pyproject.toml');
    if (text === undefined)
        return undefined;
    const path = context.reportPath('pyproject.toml');
    const entries = readEntries(text);
    const textOf = (table, key) => {
        const value = entries.find((entry) => entry.table === table && entry.key === key)?.value.trim();
        return value === undefined ? undefined : (unquoted(value) ?? undefined);
    };
    const name = textOf('project', 'name') ?? textOf('tool.poetry', 'name');
    const requiresPython = textOf('project', 'requires-python') ?? textOf('tool.poetry.dependencies', 'python');
    const fastapiEntrypoint = textOf('tool.fastapi', 'entrypoint');
    return {
        ...(name === undefined ? {} : { name }),
        ...(requiresPython === undefined ? {} : { requiresPython }),
        dependencies: entries.flatMap((entry) => dependenciesIn(entry, path)),
        tools: new Set(entries.flatMap((entry) => /^tool\.(?<tool>[\w-]+)/.exec(entry.table)?.groups?.['tool'] ?? [])),
        ...(fastapiEntrypoint === undefined ? {} : { fastapiEntrypoint }),
    };
}
/** `key = value` by table, and for each table an entry without a key; an array goes on until its bracket closes. */
function readEntries(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/);
    const entries = [];
    let table = '';
    for (let index = 0; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        const header = /^\s*\[{1,2}(?<table>[^\]]+)\]{1,2}\s*(?:#.*)?$/.exec(line)?.groups?.['table'];
        if (header !== undefined) {
            table = header
                .split('.')
                .map((part) => unquoted(part.trim()) ?? part.trim())
                .join('.');
            entries.push({ table, key: '', value: '', line: index + 1, keyColumn: 1, valueColumn: 1 });
            continue;
        }
        const match = /^(?<margin>\s*)(?<key>"[^"]*"|'[^']*'|[\w.-]+)(?<equals>\s*=\s*)(?<value>.*)$/.exec(line);
        if (match?.groups === undefined)
            continue;
        const { margin = '', key = '', equals = '' } = match.groups;
        let { value = '' } = match.groups;
        const first = index;
        while (openBrackets(value) > 0 && index + 1 < lines.length) {
            index += 1;
            value += `\n${lines[index] ?? ''}`;
        }
        entries.push({
            table,
            key: unquoted(key) ?? key,
            value,
            line: first + 1,
            keyColumn: margin.length + 1,
            valueColumn: margin.length + key.length + equals.length + 1,
        });
    }
    return entries;
}
const quotedText = /"(?<double>(?:[^"\\\n]|\\.)*)"|'(?<single>[^'\n]*)'/g;
function openBrackets(value) {
    if (!value.startsWith('['))
        return 0;
    const bare = value.replaceAll(quotedText, '').replaceAll(/#.*$/gm, '');
    return (bare.match(/\[/g)?.length ?? 0) - (bare.match(/\]/g)?.length ?? 0);
}
function dependenciesIn(entry, path) {
    if (entry.table === 'project' && entry.key === 'dependencies')
        return listedDependencies(entry, path);
    if (entry.table !== 'tool.poetry.dependencies' || entry.key === '' || entry.key === 'python')
        return [];
    const specifier = /version\s*=\s*"(?<version>[^"]*)"/.exec(entry.value)?.groups?.['version'] ?? unquoted(entry.value.trim());
    return [
        {
            name: (0,requirements/* normalizedName */.j8)(entry.key),
            specifier: specifier ?? '',
            location: {
                path,
                line: entry.line,
                column: entry.keyColumn,
                endLine: entry.line,
                endColumn: entry.keyColumn + entry.key.length,
            },
        },
    ];
}
function listedDependencies(entry, path) {
    return [...entry.value.matchAll(quotedText)].flatMap((match) => {
        const text = match.groups?.['double'] ?? match.groups?.['single'] ?? '';
        const requirement = (0,requirements/* readRequirement */.MZ)(text);
        if (requirement?.name === undefined)
            return [];
        const before = entry.value.slice(0, match.index);
        const line = entry.line + before.split('\n').length - 1;
        const column = before.includes('\n') ? match.index - before.lastIndexOf('\n') : entry.valueColumn + match.index;
        return [
            {
                name: requirement.name,
                specifier: requirement.specifier,
                location: { path, line, column: column + 1, endLine: line, endColumn: column + 1 + text.length },
            },
        ];
    });
}
/** The inside of a TOML string of one line without escapes; undefined for anything else. */
function unquoted(value) {
    const match = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)')\s*(?:#.*)?$/.exec(value);
    return match?.groups?.['double'] ?? match?.groups?.['single'];
}

;// CONCATENATED MODULE: ./build/facts/python-project.js




function pythonProject(facts) {
    const pipInstalls = once(() => facts.dockerfile.instructions.flatMap((instruction) => {
        const stage = facts.placeOf(instruction)?.stage;
        if (instruction.keyword !== 'RUN' || stage === undefined || !facts.graph.used.has(stage))
            return [];
        return facts.shellOf(instruction).commands.flatMap((command) => (0,pip_install/* pipInstallOf */.e)(command, instruction, facts) ?? []);
    }));
    const requirementsFiles = once(() => {
        const found = new Map();
        for (const install of pipInstalls()) {
            for (const { repositoryPath } of install.requirementsFiles) {
                if (repositoryPath === undefined || found.has(repositoryPath))
                    continue;
                const file = (0,requirements/* readRequirementsFile */.JB)(facts.context, repositoryPath);
                if (file !== undefined)
                    found.set(repositoryPath, { file, install });
            }
        }
        return [...found.values()];
    });
    const pyproject = once(() => readPyproject(facts.context));
    const declarations = once(() => {
        const all = new Map();
        const add = (name, declared) => {
            if (name === undefined)
                return;
            const others = all.get(name);
            if (others === undefined)
                all.set(name, [declared]);
            else
                others.push(declared);
        };
        for (const { file } of requirementsFiles())
            for (const each of (0,requirements/* allRequirements */.Wc)(file))
                add(each.name, each);
        for (const each of pyproject()?.dependencies ?? [])
            add(each.name, each);
        for (const { named } of pipInstalls())
            for (const { word, requirement } of named)
                add(requirement?.name, { specifier: requirement?.specifier ?? '', location: word.location });
        return all;
    });
    return {
        get pipInstalls() {
            return pipInstalls();
        },
        get requirementsFiles() {
            return requirementsFiles();
        },
        get pyproject() {
            return pyproject();
        },
        declared: (name) => declarations().get((0,requirements/* normalizedName */.j8)(name)) ?? [],
    };
}

// EXTERNAL MODULE: ./build/dockerfile/shell-text.js
var shell_text = __webpack_require__(245);
// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 15 modules
var parser = __webpack_require__(8919);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var dockerfile_segments = __webpack_require__(3458);
;// CONCATENATED MODULE: ./build/dockerfile/shell-nodes.js
/** What a node holds that may hold commands, in the order in which it stands. */
function childrenOf(node) {
    switch (node.type) {
        case 'Script':
        case 'CompoundList':
            return listed(node);
        case 'Statement':
            return [{ node: node.command, isLast: true }];
        case 'AndOr':
            return joined(node);
        case 'Pipeline':
            return piped(node);
        case 'Redirected':
            return [{ node: node.command, isLast: true }];
        case 'Subshell':
            return [{ node: node.body, enclosure: 'subshell', isLast: true }];
        case 'BraceGroup':
            return [{ node: node.body, enclosure: 'group', isLast: true }];
        case 'If':
            return [
                { node: node.clause, enclosure: 'condition', isLast: false },
                { node: node.then, enclosure: 'if', isLast: false },
                ...node.elif.flatMap(({ clause, then }) => [
                    { node: clause, enclosure: 'condition', isLast: false },
                    { node: then, enclosure: 'if', isLast: false },
                ]),
                ...(node.else === undefined ? [] : [{ node: node.else, enclosure: 'if', isLast: false }]),
            ];
        case 'While':
            return [
                { node: node.clause, enclosure: 'condition', isLast: false },
                { node: node.body, enclosure: 'loop', isLast: false },
            ];
        case 'For':
        case 'Select':
            return [
                ...(node.wordlist ?? []).map((word) => ({ node: word, isLast: false })),
                { node: node.body, enclosure: 'loop', isLast: false },
            ];
        case 'ArithmeticFor':
            return [{ node: node.body, enclosure: 'loop', isLast: false }];
        case 'Case':
            return [
                { node: node.word, isLast: false },
                ...node.items.map(({ body }) => ({ node: body, enclosure: 'case', isLast: false })),
            ];
        case 'Function':
            return [{ node: node.body, enclosure: 'function', isLast: false }];
        case 'Coproc':
            return [{ node: node.body, enclosure: 'coprocess', isLast: false }];
        case 'Command':
            return [...(node.name === undefined ? [] : [node.name]), ...node.prefix, ...node.suffix].map((part) => ({
                node: part,
                isLast: false,
            }));
        case 'Assignment':
            return [{ node: node.value, isLast: false }];
        case 'ArrayValue':
            return node.elements.map((element) => ({ node: element, isLast: false }));
        case 'Redirect':
        case 'HereString':
            return node.target === undefined ? [] : [{ node: node.target, isLast: false }];
        case 'HereDoc':
            return (node.body.parts ?? []).map((part) => ({ node: part, isLast: false }));
        case 'Word':
            return (node.parts ?? []).map((part) => ({ node: part, isLast: false }));
        case 'DoubleQuoted':
        case 'LocaleString':
            return node.parts.map((part) => ({ node: part, isLast: false }));
        case 'CommandExpansion':
        case 'ProcessSubstitution':
            // A script in escaped backticks counts from a text of its own, so its places are not ours.
            return node.script === undefined || node.script.source !== undefined
                ? []
                : [{ node: node.script, enclosure: 'substitution', isLast: true }];
        default:
            return []; // tests, arithmetic, literals: no command stands in them that a rule asks for
    }
}
function listed({ commands }) {
    return commands.map((statement, index) => {
        const isLast = index === commands.length - 1;
        if (statement.background === true)
            return { node: statement, connector: '&', isLast };
        return isLast ? { node: statement, isLast } : { node: statement, connector: ';', isLast };
    });
}
function joined({ commands, operators }) {
    return commands.map((command, index) => {
        const operator = operators[index];
        return {
            node: command,
            isLast: index === commands.length - 1,
            ...(operator === undefined ? {} : { connector: operator }),
        };
    });
}
function piped({ commands, operators, prefixes }) {
    const negated = prefixes.some(({ type }) => type === 'Negation');
    return commands.map((command, index) => {
        const operator = operators[index];
        return {
            node: command,
            negated,
            isCommand: commands.length > 1,
            isLast: index === commands.length - 1,
            ...(operator === undefined ? {} : { connector: operator }),
        };
    });
}

;// CONCATENATED MODULE: ./build/dockerfile/shell-words.js

/** `name=value` behind the program is a word like any other. */
function wordOf(word, mapped) {
    const span = (0,dockerfile_segments/* sourceSpan */.eg)(mapped, word.pos, word.end);
    if (word.type === 'Word') {
        const pieces = piecesOf(word);
        return { value: word.value, known: pieces.every(({ kind }) => kind === 'text'), text: word.text, pieces, span };
    }
    const value = word.value.type === 'Word' ? word.value : undefined;
    const head = `${word.name}${word.append === true ? '+=' : '='}`;
    const pieces = value === undefined ? [{ kind: 'other', text: word.text }] : [{ kind: 'text', text: head }, ...piecesOf(value)];
    return {
        value: `${head}${value?.value ?? ''}`,
        known: pieces.every(({ kind }) => kind === 'text'),
        text: word.text,
        pieces,
        span,
    };
}
function assignmentOf(assignment, mapped) {
    return {
        name: assignment.name,
        value: assignment.value.type === 'Word' ? wordOf(assignment.value, mapped) : undefined,
        span: (0,dockerfile_segments/* sourceSpan */.eg)(mapped, assignment.pos, assignment.end),
    };
}
function redirectionOf(redirection, mapped) {
    const span = (0,dockerfile_segments/* sourceSpan */.eg)(mapped, redirection.pos, redirection.end);
    if (redirection.type === 'HereDoc')
        return { operator: redirection.operator, ...descriptorOf(redirection), body: redirection.body.text, span };
    const { operator, target } = redirection;
    return {
        operator,
        ...descriptorOf(redirection),
        ...(target === undefined ? {} : { target: wordOf(target, mapped) }),
        span,
    };
}
function descriptorOf({ descriptor }) {
    return descriptor?.type === 'FileDescriptor' ? { descriptor: descriptor.value } : {};
}
function piecesOf(word) {
    return word.parts === undefined ? [{ kind: 'text', text: word.value }] : word.parts.flatMap(pieceOf);
}
function pieceOf(part) {
    switch (part.type) {
        case 'Literal':
        case 'SingleQuoted':
        case 'AnsiCQuoted':
            return [{ kind: 'text', text: part.value }];
        case 'Glob':
        case 'ExtendedGlob':
            return [{ kind: 'text', text: part.text }];
        case 'DoubleQuoted':
        case 'LocaleString':
            return part.parts.flatMap(pieceOf);
        case 'SimpleExpansion':
            return [{ kind: 'variable', name: part.text.slice(1), text: part.text }];
        case 'ParameterExpansion':
            return part.operation === undefined && part.prefix === undefined && part.index === undefined
                ? [{ kind: 'variable', name: part.parameter, text: part.text }]
                : [{ kind: 'other', text: part.text }];
        case 'CommandExpansion':
        case 'ArithmeticExpansion':
        case 'ProcessSubstitution':
        case 'BraceExpansion':
            return [{ kind: 'other', text: part.text }];
    }
}

;// CONCATENATED MODULE: ./build/dockerfile/shell.js




/** No text that a person writes is nested deeper, and a parser that follows it further can be made to overflow. */
const deepestNesting = 200;
/** The parser looks for the end of each heredoc anew, so that the time grows with their square. */
const mostHeredocs = 1000;
/** Reads shell text. Never throws: what cannot be read is told in `problem`. */
function parseShell(mapped) {
    const { text, segments } = mapped;
    const reading = { mapped, commands: [], pipelines: 0, isTooDeep: parenthesesIn(text) > deepestNesting };
    const isCrowded = text.split('<<').length > mostHeredocs;
    const error = reading.isTooDeep || isCrowded ? undefined : readInto(reading, text);
    if (reading.isTooDeep || isCrowded) {
        const message = isCrowded ? `more than ${mostHeredocs} heredocs` : `nested deeper than ${deepestNesting}`;
        return { text, segments, commands: [], problem: { message, span: (0,dockerfile_segments/* sourceSpan */.eg)(mapped, 0, text.length) } };
    }
    const { commands } = reading;
    if (error === undefined)
        return { text, segments, commands };
    const at = Math.min(error.pos, Math.max(0, text.length - 1));
    const span = (0,dockerfile_segments/* sourceSpan */.eg)(mapped, at, Math.min(at + 1, text.length));
    return { text, segments, commands, problem: { message: error.message, span } };
}
function readInto(reading, text) {
    try {
        const script = (0,parser/* parse */.qg)(text);
        flatten(script, reading, { within: [], negated: false });
        return script.errors?.[0];
    }
    catch (error) {
        // The parser bounds most nesting, but not all: a long row of `coproc` overflows the stack.
        if (!(error instanceof RangeError))
            throw error;
        reading.isTooDeep = true;
        return undefined;
    }
}
/** How deep parentheses and braces are nested at most: each `$(` is read anew from its inside. Quotes and comments count as none. */
function parenthesesIn(text) {
    let depth = 0;
    let deepest = 0;
    for (const character of text) {
        if (character === '(' || character === '{') {
            depth += 1;
            deepest = Math.max(deepest, depth);
        }
        else if (character === ')' || character === '}') {
            depth = Math.max(0, depth - 1);
        }
    }
    return deepest;
}
function flatten(node, reading, place) {
    if (place.within.length > deepestNesting)
        reading.isTooDeep = true;
    if (reading.isTooDeep)
        return;
    if (node.type === 'Command') {
        reading.commands.push(commandOf(node, reading, place));
        flattenSubstitutions(node, reading, place);
        return;
    }
    for (const child of childrenOf(node)) {
        flatten(child.node, reading, {
            within: child.enclosure === undefined ? place.within : [...place.within, child.enclosure],
            negated: child.negated ?? (child.enclosure === undefined && place.negated),
            // The last command of a list is followed by what follows the list.
            ...connectorOf(child.connector ?? (child.isLast ? place.connector : undefined)),
            ...pipelineOf(node.type === 'Pipeline' && child.isCommand
                ? (place.pipeline ?? numberOf(node.pos, reading))
                : child.enclosure === undefined
                    ? place.pipeline
                    : undefined),
        });
    }
}
const pipelineNumbers = new WeakMap();
/** One number for all commands of the pipeline that begins there. */
function numberOf(position, reading) {
    const numbers = pipelineNumbers.get(reading) ?? new Map();
    pipelineNumbers.set(reading, numbers);
    const known = numbers.get(position);
    if (known !== undefined)
        return known;
    reading.pipelines += 1;
    numbers.set(position, reading.pipelines);
    return reading.pipelines;
}
function connectorOf(connector) {
    return connector === undefined ? {} : { connector };
}
function pipelineOf(pipeline) {
    return pipeline === undefined ? {} : { pipeline };
}
function commandOf(command, reading, place) {
    const { mapped } = reading;
    const words = [
        ...(command.name === undefined ? [] : [command.name]),
        ...command.suffix.filter((part) => part.type === 'Word' || part.type === 'Assignment'),
    ];
    const all = [...command.prefix, ...command.suffix];
    let pipeline = place.pipeline;
    if (pipeline === undefined)
        pipeline = reading.pipelines += 1;
    return {
        words: words.map((word) => wordOf(word, mapped)),
        assignments: command.prefix.filter((part) => part.type === 'Assignment').map((part) => assignmentOf(part, mapped)),
        redirections: all
            .filter((part) => part.type === 'Redirect' || part.type === 'HereDoc' || part.type === 'HereString')
            .map((part) => redirectionOf(part, mapped)),
        span: (0,dockerfile_segments/* sourceSpan */.eg)(mapped, command.pos, command.end),
        ...connectorOf(place.connector),
        negated: place.negated,
        within: place.within,
        pipeline,
    };
}
/** The commands inside `$(…)` and `<(…)` of a command's words, behind the command itself. */
function flattenSubstitutions(node, reading, place) {
    for (const child of childrenOf(node)) {
        if (child.enclosure === 'substitution')
            flatten(child.node, reading, { within: [...place.within, 'substitution'], negated: false });
        else
            flattenSubstitutions(child.node, reading, place);
    }
}

// EXTERNAL MODULE: ./build/dockerfile/expand.js
var expand = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/dockerfile/lines.js
var lines = __webpack_require__(3172);
;// CONCATENATED MODULE: ./build/facts/source-text.js



function sourceText(text, path) {
    return { path, text, lineStarts: (0,lines/* lineStartsOf */.x)(text) };
}
function placeIn(source, span) {
    const start = (0,dockerfile_location/* positionOf */.df)(source, span.start);
    const end = (0,dockerfile_location/* positionOf */.df)(source, span.end);
    return { path: source.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
/** The whole file as shell text. */
function wholeText(source) {
    return { text: source.text, segments: [{ text: 0, source: 0, length: source.text.length }] };
}
/** The inside of a JSON string as shell text; `\"` is one letter of it and two of the file. */
function insideOfString(word, instruction) {
    const start = (0,dockerfile_segments/* textOffset */.VY)(instruction, word.span.start) + 1;
    const written = word.text.slice(1, -1);
    if (written === word.value) {
        return { text: word.value, segments: (0,dockerfile_segments/* cutSegments */.Ld)(instruction.segments, start, start + written.length) };
    }
    const segments = [];
    let text = 0;
    for (const letter of written.matchAll(/\\u[0-9a-fA-F]{4}|\\[\s\S]|[\s\S]/g)) {
        segments.push({ text, source: (0,dockerfile_segments/* sourceOffset */.V7)(instruction, start + letter.index), length: 1 });
        text += 1;
    }
    return { text: word.value, segments };
}

;// CONCATENATED MODULE: ./build/facts/command-words.js


/** An element of the exec form: no shell, so no variables. */
function execWord(word, source) {
    const whole = placeIn(source, word.span);
    const inside = { start: word.span.start + 1, end: word.span.end - 1 };
    return {
        text: word.value,
        known: true,
        literal: source.text.slice(inside.start, inside.end) === word.value,
        location: placeIn(source, inside),
        whole,
        form: 'json',
    };
}
/** A word of shell text, with the variables replaced whose values are known. */
function shellWord(word, source, lookup) {
    const pieces = word.known ? word.pieces : word.pieces.map((piece) => resolved(piece, lookup));
    const text = pieces.map((piece) => piece.text).join('');
    const whole = placeIn(source, word.span);
    const written = source.text.slice(word.span.start, word.span.end);
    const quoted = written === `"${text}"` || written === `'${text}'`;
    return {
        text,
        known: pieces.every(({ kind }) => kind === 'text'),
        literal: quoted || written === text,
        location: quoted ? inner(whole) : whole,
        whole,
        form: 'shell',
    };
}
function resolved(piece, lookup) {
    switch (piece.kind) {
        case 'text':
            return piece;
        case 'variable': {
            const value = lookup(piece.name);
            return value === undefined ? piece : { kind: 'text', text: value };
        }
        case 'other': {
            // `${PORT:-8000}` means to a shell what it means to a Dockerfile.
            if (!/^\$\{\w+:?[-+]/.test(piece.text))
                return piece;
            const expanded = (0,expand/* expand */.f)(piece.text, lookup);
            return expanded.known ? { kind: 'text', text: expanded.text } : piece;
        }
    }
}
function inner(whole) {
    return { ...whole, column: whole.column + 1, endColumn: whole.endColumn - 1 };
}

;// CONCATENATED MODULE: ./build/facts/shell-invocation.js


/** Undefined where the first word is no shell, or one that reads its standard input. */
function shellInvocation(words) {
    const [first] = words;
    if (first?.known !== true || !(0,shell_text/* isPosixShell */.m)([first.text]))
        return undefined;
    let shell = (0,servers/* programName */.kX)(first.text);
    let index = 1;
    if (shell === 'busybox') {
        shell = words[1]?.text ?? '';
        if (shell !== 'sh' && shell !== 'ash')
            return undefined;
        index = 2;
    }
    let isText = false;
    for (; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined || !/^[-+]/.test(word.text) || word.text === '-')
            break;
        if (word.text === '--') {
            index += 1;
            break;
        }
        if (/^-[A-Za-z]*c[A-Za-z]*$/.test(word.text))
            isText = true;
        if (/^[-+][A-Za-z]*[oO]$/.test(word.text) || word.text === '--rcfile' || word.text === '--init-file')
            index += 1;
    }
    if (index >= words.length)
        return undefined;
    return { kind: isText ? 'text' : 'script', shell, index };
}

;// CONCATENATED MODULE: ./build/facts/wrappers.js

const uvValues = [
    '--extra',
    '--no-extra',
    '--group',
    '--no-group',
    '--only-group',
    '--env-file',
    '--with',
    '-w',
    '--with-editable',
    '--with-requirements',
    '--python',
    '-p',
    '--package',
    '--index',
    '--default-index',
    '--index-url',
    '-i',
    '--extra-index-url',
    '--find-links',
    '-f',
    '--index-strategy',
    '--keyring-provider',
    '--resolution',
    '--prerelease',
    '--exclude-newer',
    '--link-mode',
    '--config-setting',
    '-C',
    '--cache-dir',
    '--directory',
    '--project',
    '--config-file',
    '--color',
    '--from',
];
const wrappers = {
    tini: { values: ['-p', '-e'] },
    'tini-static': { values: ['-p', '-e'] },
    'docker-init': { values: ['-p', '-e'] },
    catatonit: {},
    'dumb-init': { values: ['-r', '--rewrite'] },
    env: { values: ['-u', '--unset', '-C', '--chdir'], folderOptions: ['-C', '--chdir'] },
    nohup: {},
    setsid: {},
    time: {},
    nice: { values: ['-n', '--adjustment'] },
    ionice: { values: ['-c', '-n', '--class', '--classdata'] },
    stdbuf: { values: ['-i', '-o', '-e', '--input', '--output', '--error'] },
    timeout: { values: ['-k', '-s', '--kill-after', '--signal'], positionals: 1 },
    gosu: { positionals: 1, becomesUser: true },
    'su-exec': { positionals: 1, becomesUser: true },
    's6-setuidgid': { positionals: 1, becomesUser: true },
    setpriv: { values: ['--reuid', '--regid', '--groups'], userOptions: ['--reuid'] },
    sudo: { values: ['-u', '-g', '-h', '-p', '-C', '-D', '--user', '--group', '--chdir'], userOptions: ['-u', '--user'] },
    uv: { verb: 'run', values: uvValues, folderOptions: ['--directory'] },
    uvx: { values: uvValues },
    poetry: { verb: 'run', values: ['-C', '--directory', '-P', '--project'] },
    pipenv: { verb: 'run' },
    pdm: { verb: 'run', values: ['-p', '--project', '--venv'] },
    rye: { verb: 'run' },
    hatch: { verb: 'run' },
    pixi: { verb: 'run', values: ['-e', '--environment', '--manifest-path'] },
    conda: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
    micromamba: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
    mamba: { verb: 'run', values: ['-n', '--name', '-p', '--prefix', '--cwd'] },
    'ddtrace-run': {},
    'newrelic-admin': { verb: 'run-program' },
    'opentelemetry-instrument': {
        values: [
            '--traces_exporter',
            '--metrics_exporter',
            '--logs_exporter',
            '--service_name',
            '--exporter_otlp_endpoint',
        ],
    },
    doppler: { verb: 'run', dashes: true },
    infisical: { verb: 'run', dashes: true },
    dotenv: { verb: 'run', values: ['-f', '--file'] },
    chamber: { verb: 'exec', dashes: true },
    'wait-for-it': { dashes: true },
    'wait-for-it.sh': { dashes: true },
    'wait-for': { dashes: true },
    'wait-for.sh': { dashes: true },
    dockerize: { values: ['-wait', '-timeout', '-template', '-stdout', '-stderr'] },
};
/** Undefined where the first word is no wrapper, or where no program stands behind it. */
function unwrap(words) {
    const name = (0,servers/* programName */.kX)(words[0]?.text ?? '');
    const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
    if (wrapper === undefined)
        return undefined;
    const found = wrapper.dashes === true ? behindDashes(name, words) : behindOptions(name, wrapper, words);
    return found !== undefined && found.next < words.length ? found : undefined;
}
function behindDashes(name, words) {
    const dashes = words.findIndex(({ text }) => text === '--');
    return dashes === -1 ? undefined : { name, next: dashes + 1, environment: [], module: false };
}
function behindOptions(name, wrapper, words) {
    const environment = [];
    let user;
    let folder;
    let module = false;
    let verb = wrapper.verb;
    let positionals = wrapper.positionals ?? 0;
    let index = 1;
    for (; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined)
            return undefined;
        if (!word.known && !/^\w+=/.test(word.text)) {
            if (positionals === 0)
                return undefined; // it may be an option or the program
        }
        if (word.text === '--' && verb === undefined) {
            index += 1;
            break;
        }
        if (word.text.startsWith('-') && word.text.length > 1) {
            const [option = '', value] = word.text.split('=', 2);
            const takesNext = value === undefined && wrapper.values?.includes(option) === true;
            const given = takesNext ? words[index + 1]?.text : value;
            if (wrapper.userOptions?.includes(option) === true && given !== undefined)
                user = given;
            if (wrapper.folderOptions?.includes(option) === true && takesNext)
                folder = words[index + 1];
            if (name === 'uv' && (option === '-m' || option === '--module'))
                module = true;
            if (takesNext)
                index += 1;
        }
        else if (verb !== undefined) {
            if (word.text !== verb)
                return undefined;
            verb = undefined;
        }
        else if (name === 'env' && /^\w+=/.test(word.text))
            environment.push(word);
        else if (positionals > 0) {
            positionals -= 1;
            if (wrapper.becomesUser === true)
                user = word.known ? word.text : '';
        }
        else
            break;
    }
    if (verb !== undefined)
        return undefined;
    return {
        name: wrapper.verb === undefined ? name : `${name} ${wrapper.verb}`,
        next: index,
        ...(user === undefined ? {} : { user }),
        environment,
        module,
        ...(folder === undefined ? {} : { folder }),
    };
}

;// CONCATENATED MODULE: ./build/facts/run-shell.js







function shellOfRun(instruction, facts) {
    const state = facts.stateAt(instruction);
    const workdir = state?.workdir.known === true ? state.workdir.text : undefined;
    const lookup = (name) => state?.variable(name);
    const reader = { source: facts.dockerfile, lookup, folder: workdir };
    if (instruction.exec !== undefined)
        return ofExecForm(instruction, instruction.exec, reader, facts);
    const mapped = state === undefined || (0,shell_text/* isPosixShell */.m)(state.shell.words) ? (0,shell_text/* shellTextOf */.T)(instruction) : undefined;
    return mapped === undefined ? { commands: [], readable: false } : readCommands(mapped, reader);
}
/** `RUN ["bash", "-c", "…"]` is shell text too. */
function ofExecForm(instruction, exec, reader, facts) {
    const words = exec.map((word) => execWord(word, facts.dockerfile));
    const script = shellInvocation(words);
    const text = script?.kind === 'text' ? exec[script.index] : undefined;
    if (text !== undefined)
        return readCommands(insideOfString(text, instruction), reader);
    const location = placeIn(facts.dockerfile, instruction.span);
    const command = { words, environment: [], location, folder: reader.folder, conditional: false };
    return { commands: [command], readable: true };
}
function readCommands(mapped, { source, lookup, folder }) {
    const script = parseShell(mapped);
    const exported = [];
    const folders = [folder];
    let behindOr = false;
    const known = (name) => {
        const own = exported.findLast((each) => each.name === name);
        if (own !== undefined)
            return own.value.known ? own.value.text : undefined;
        return lookup(name);
    };
    const commands = script.commands.map((command) => {
        const depth = command.within.filter((enclosure) => enclosure === 'subshell' || enclosure === 'substitution').length;
        while (folders.length <= depth)
            folders.push(folders.at(-1));
        folders.length = depth + 1;
        const words = command.words.map((word) => shellWord(word, source, known));
        const own = command.assignments.map(({ name, value, span }) => ({
            name,
            value: value === undefined ? emptyAt(placeIn(source, span)) : shellWord(value, source, known),
        }));
        const conditional = behindOr || command.within.some((enclosure) => mayNotRun.has(enclosure));
        behindOr = command.connector === '||' || (behindOr && command.connector === '&&');
        const bare = program(words);
        const read = {
            words: bare.words,
            environment: [...exported, ...own, ...bare.environment.map(assignment)],
            location: placeIn(source, command.span),
            folder: folders.at(-1),
            conditional,
            shell: command,
        };
        if (words.length === 0)
            exported.push(...own);
        else if (words[0]?.text === 'export')
            exported.push(...words.slice(1).filter(isAssignment).map(assignment));
        else if (words[0]?.text === 'cd' || words[0]?.text === 'pushd')
            folders[depth] = conditional ? undefined : afterChange(words[1], folders.at(-1));
        return read;
    });
    return { commands, readable: script.problem === undefined };
}
const mayNotRun = new Set(['if', 'loop', 'case', 'function']);
/** Programs that only start another one; `uv run` and its like are programs of their own here. */
const transparent = new Set(['env', 'sudo', 'nohup', 'time', 'nice', 'ionice', 'stdbuf', 'timeout', 'setsid']);
function program(words) {
    let rest = words;
    const environment = [];
    for (;;) {
        const name = rest[0]?.text ?? '';
        if ((name === 'exec' || name === 'command' || name === 'builtin' || name === '!') && rest.length > 1) {
            rest = rest.slice(1);
            continue;
        }
        const unwrapped = transparent.has(name) ? unwrap(rest) : undefined;
        if (unwrapped === undefined)
            return { words: rest, environment };
        environment.push(...unwrapped.environment);
        rest = rest.slice(unwrapped.next);
    }
}
function isAssignment(word) {
    return /^\w+=/.test(word.text);
}
/** `NAME=value` as a word, behind `export` or `env`. */
function assignment(word) {
    const equals = word.text.indexOf('=');
    const text = word.text.slice(equals + 1);
    const { location } = word;
    const literal = word.literal && location.line === location.endLine;
    return {
        name: word.text.slice(0, equals),
        value: {
            text,
            known: word.known || !text.includes('$'),
            literal,
            location: literal ? { ...location, column: location.column + equals + 1 } : location,
        },
    };
}
function emptyAt(location) {
    return { text: '', known: true, literal: false, location };
}
/** Undefined where only the build can tell. */
function afterChange(target, folder) {
    if (target === undefined || !target.known || target.text === '-' || target.text.startsWith('~'))
        return undefined;
    if (target.text.startsWith('/'))
        return (0,image_path/* joinPath */.uJ)('/', target.text);
    return folder === undefined ? undefined : (0,image_path/* joinPath */.uJ)(folder, target.text);
}

;// CONCATENATED MODULE: ./build/facts/script-end.js




const everyParameter = new Set(['$@', '"$@"', '${@}', '"${@}"', '$*', '"$*"', '"${*}"']);
function readScript(text, source, start) {
    const script = parseShell(text);
    const reader = new Map();
    const places = {
        source,
        own: reader,
        opaque: false,
        workdir: start.workdir,
        parameters: start.parameters,
        start,
    };
    const last = script.problem === undefined ? lastCommand(script) : undefined;
    for (const command of script.commands) {
        if (last !== undefined && command === last.command)
            break;
        perform(command, places);
    }
    const surroundings = { workdir: places.workdir, environment: (name) => environmentOf(name, places) };
    if (last === undefined)
        return { words: [], exec: false, simple: false, ...surroundings };
    return { ...finalWords(last, places), ...surroundings };
}
/** Undefined where the text ends with a compound command, a job in the background, or one of two by `||`. */
function lastCommand({ commands }) {
    const outer = commands.filter(({ within }) => !within.includes('substitution'));
    const final = outer.at(-1);
    if (final === undefined || final.within.some((enclosure) => enclosure !== 'group') || final.connector === '&')
        return undefined;
    const pipeline = outer.filter(({ pipeline: number }) => number === final.pipeline);
    const [command] = pipeline;
    if (command === undefined || command.within.length !== final.within.length)
        return undefined;
    for (let index = outer.indexOf(command) - 1; index >= 0; index -= 1) {
        const { connector } = outer[index] ?? {};
        if (connector === '||')
            return undefined;
        if (connector === ';' || connector === '&' || connector === undefined)
            break;
    }
    return { command, simple: pipeline.length === 1 && final.within.length === 0 && !command.negated };
}
/** What a command before the last one changes. Inside `if` and loops it may or may not happen, so its variables are not known. */
function perform(command, places) {
    const certain = command.within.every((enclosure) => enclosure === 'group');
    if (command.within.some((enclosure) => enclosure === 'substitution' || enclosure === 'subshell'))
        return;
    const words = command.words.map((word) => shellWord(word, places.source, lookupIn(places)));
    const [first] = words;
    const set = (name, value) => {
        places.own.set(name, certain && command.connector !== '||' ? value : undefined);
    };
    if (first === undefined) {
        for (const { name, value } of command.assignments)
            set(name, value === undefined ? undefined : shellWord(value, places.source, lookupIn(places)));
        return;
    }
    switch (first.text) {
        case 'export':
        case 'declare':
        case 'readonly':
        case 'typeset':
        case 'local':
            for (const word of words.slice(1).filter(isAssignment)) {
                const { name, value } = assignment(word);
                set(name, value);
            }
            return;
        case 'unset':
        case 'read':
            for (const word of words.slice(1))
                set(word.text, undefined);
            return;
        case 'cd':
            places.workdir = certain ? afterChange(words[1], places.workdir) : undefined;
            return;
        case '.':
        case 'source':
            // Activating a virtual environment sets PATH and nothing that matters to a server.
            if (words[1]?.text.endsWith('/activate') !== true)
                places.opaque = true;
            return;
        case 'eval':
            places.opaque = true;
            return;
        case ':': // `: "${PORT:=8000}"`
            for (const word of command.words)
                for (const piece of word.pieces)
                    assignDefault(piece.text, places, certain);
            return;
        case 'set': {
            const dashes = words.findIndex(({ text }) => text === '--');
            if (dashes !== -1)
                places.parameters = certain ? finalParameters(command, dashes, places) : undefined;
            return;
        }
        case 'shift':
            places.parameters = certain && words.length === 1 ? places.parameters?.slice(1) : undefined;
            return;
        default:
    }
}
function assignDefault(text, places, certain) {
    const match = /^\$\{(?<name>\w+):?=(?<value>[^{}$`]*)\}$/.exec(text);
    const { name, value } = match?.groups ?? {};
    if (name === undefined || value === undefined || environmentOf(name, places) !== undefined)
        return;
    places.own.set(name, certain
        ? { text: value, known: true, literal: false, location: placeIn(places.source, { start: 0, end: 0 }) }
        : undefined);
}
function finalWords({ command, simple }, places) {
    const first = command.words[0];
    if (first === undefined)
        return { words: [], exec: false, simple };
    let skipped = 0;
    const exec = first.value === 'exec' && command.words.length > 1;
    if (exec) {
        skipped = 1;
        for (let option = command.words[skipped]; option !== undefined && /^-[acl]+$/.test(option.value); option = command.words[skipped])
            skipped += option.value.includes('a') ? 2 : 1;
        if (command.words[skipped]?.value === '--')
            skipped += 1;
    }
    for (const { name, value } of command.assignments)
        places.own.set(name, value === undefined ? undefined : shellWord(value, places.source, lookupIn(places)));
    return {
        words: finalParameters(command, skipped - 1, places) ?? [],
        exec,
        simple,
        commandLocation: placeIn(places.source, first.span),
    };
}
/** The words behind the index, with `"$@"` replaced; undefined where that is not known. */
function finalParameters(command, index, places) {
    const found = [];
    for (const word of command.words.slice(index + 1)) {
        if (!everyParameter.has(word.text))
            found.push({ word: shellWord(word, places.source, lookupIn(places)) });
        else if (places.parameters === undefined)
            return undefined;
        else
            found.push(...places.parameters);
    }
    return found;
}
function lookupIn(places) {
    return (name) => {
        const value = environmentOf(name, places);
        return value?.known === true ? value.text : undefined;
    };
}
function environmentOf(name, places) {
    const unknown = {
        text: `$${name}`,
        known: false,
        literal: false,
        location: placeIn(places.source, { start: 0, end: 0 }),
    };
    if (/^\d+$/.test(name))
        return parameter(Number(name), places) ?? unknown;
    if (places.own.has(name))
        return places.own.get(name) ?? unknown;
    return places.opaque ? unknown : places.start.environment(name);
}
function parameter(number, places) {
    return number === 0 ? undefined : places.parameters?.[number - 1]?.word;
}

;// CONCATENATED MODULE: ./build/facts/launch.js








/** Longer chains are nobody's: a script may start itself. */
const mostLaunchers = 20;
/** Follows the command to the program that serves. Where only the run can tell, `words` is empty. */
function launch(beginning, dockerfile, surrounding) {
    const launchers = [];
    let { workdir, environment } = surrounding;
    let steps = [];
    const give = (words) => ({ launchers, words, workdir, environment });
    /** Reads shell text and goes on with its last command; false where that cannot be known. */
    const enter = (text, source, parameters, launcher) => {
        const end = text === undefined ? undefined : readScript(text, source, { environment, workdir, parameters });
        launchers.push({ kind: 'shell', ...launcher, ...handover(end, launcher) });
        if (end === undefined)
            return false;
        environment = end.environment;
        workdir = end.workdir;
        steps = end.words;
        return end.words.length > 0;
    };
    if (beginning.kind === 'shell') {
        const at = { by: 'form', shell: beginning.shell, location: placeIn(dockerfile, beginning.span) };
        if (!enter(beginning.text, dockerfile, [], at))
            return give([]);
    }
    else {
        steps = beginning.words;
        const { rest } = beginning;
        if (rest !== undefined)
            steps = [...steps, ...handedOver(rest, dockerfile)];
    }
    while (launchers.length < mostLaunchers) {
        const words = steps.map(({ word }) => word);
        const [first] = words;
        if (first === undefined || !first.known)
            return give([]);
        const shell = shellInvocation(words);
        if (shell !== undefined) {
            const step = steps[shell.index];
            if (step === undefined)
                return give([]);
            const { word } = step;
            const parameters = steps.slice(shell.index + 1);
            if (shell.kind === 'text') {
                const by = step.shell === undefined ? 'argument' : 'form';
                const text = step.shell === undefined ? launch_textOf(step, dockerfile) : step.shell.text;
                const entered = enter(text, dockerfile, parameters.slice(1), { by, shell: shell.shell, location: word.whole });
                if (!entered)
                    return give([]);
                continue;
            }
            const file = fileOf(word, workdir, surrounding);
            if (file === undefined)
                return give([]);
            const at = { by: 'script', shell: shell.shell, location: word.location, path: file.path };
            if (!enter(wholeText(file.source), file.source, parameters, at))
                return give([]);
            continue;
        }
        const wrapper = unwrap(words);
        if (wrapper !== undefined) {
            launchers.push({
                kind: 'wrapper',
                name: wrapper.name,
                location: first.location,
                ...(wrapper.user === undefined ? {} : { user: wrapper.user }),
            });
            environment = withWords(environment, wrapper.environment);
            if (wrapper.folder !== undefined)
                workdir = afterChange(wrapper.folder, workdir);
            if (wrapper.module)
                return give(words.slice(wrapper.next));
            steps = steps.slice(wrapper.next);
            continue;
        }
        if ((0,servers/* isServerProgram */.UC)(first.text) || (0,servers/* isPython */.r2)(first.text))
            return give(words);
        const file = fileOf(first, workdir, surrounding);
        const interpreter = file === undefined ? undefined : shebang(file.source.text);
        if (file === undefined || interpreter === undefined || !(0,shell_text/* isPosixShell */.m)([interpreter]))
            return give(words);
        const at = { by: 'script', shell: (0,servers/* programName */.kX)(interpreter), location: first.location, path: file.path };
        if (!enter(wholeText(file.source), file.source, steps.slice(1), at))
            return give([]);
    }
    return give([]);
}
/** A shell-form CMD behind an ENTRYPOINT arrives as the three words `/bin/sh`, `-c`, text. */
function handedOver(rest, dockerfile) {
    const location = placeIn(dockerfile, rest.span);
    const words = [`/bin/${rest.shell}`, '-c', rest.text?.text ?? ''].map((text) => ({
        text,
        known: true,
        literal: false,
        location,
        whole: location,
        form: 'shell',
    }));
    return words.map((word, index) => (index === 2 ? { word, shell: rest } : { word }));
}
/** The text of `-c`, where it can be read letter by letter: a JSON string, or a quoted word without an expansion. */
function launch_textOf({ word, inside }, dockerfile) {
    if (inside !== undefined)
        return inside;
    if (!word.known || !word.literal || word.location.path !== dockerfile.path)
        return undefined;
    const line = dockerfile.lineStarts[word.location.line - 1];
    if (line === undefined || word.location.line !== word.location.endLine)
        return undefined;
    const start = line + word.location.column - 1;
    return { text: word.text, segments: [{ text: 0, source: start, length: word.text.length }] };
}
function fileOf(word, workdir, { script }) {
    if (!word.known || word.text === '')
        return undefined;
    if (word.text.startsWith('/'))
        return script(word.text);
    if (word.text.includes('/'))
        return workdir === undefined ? undefined : script((0,image_path/* joinPath */.uJ)(workdir, word.text));
    return script(word.text) ?? (workdir === undefined ? undefined : script((0,image_path/* joinPath */.uJ)(workdir, word.text)));
}
/** The interpreter of a script; `/usr/bin/env bash` is bash. */
function shebang(text) {
    return /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(?<interpreter>\S+)/.exec(text)?.groups?.['interpreter'];
}
function handover(end, { by, shell }) {
    if (end === undefined)
        return { replaced: 'no', simple: false };
    // bash -c becomes its last command of itself; neither dash does so, nor bash with a script.
    const replaced = end.exec ? 'exec' : shell === 'bash' && by !== 'script' && end.simple ? 'bash' : 'no';
    return {
        replaced,
        simple: end.simple,
        ...(end.commandLocation === undefined ? {} : { commandLocation: end.commandLocation }),
    };
}
function withWords(environment, words) {
    if (words.length === 0)
        return environment;
    const own = new Map(words.map((word) => assignment(word)).map(({ name, value }) => [name, value]));
    return (name) => own.get(name) ?? environment(name);
}

;// CONCATENATED MODULE: ./build/facts/start-command.js






/** Undefined where the Dockerfile names nothing: then the base image's own command runs. */
function startCommand(facts) {
    const { entrypoint, command } = effective(facts);
    const state = facts.finalState;
    const outer = entrypoint ?? command;
    if (outer === undefined || state === undefined)
        return undefined;
    const dockerfile = facts.dockerfile;
    const setting = {
        workdir: state.workdir.known ? state.workdir.text : undefined,
        environment: (name) => state.environment(name),
        script: (path) => scriptAt(path, facts),
    };
    const began = start_command_begin(outer, entrypoint === undefined ? undefined : command, facts);
    const launched = launch(began, dockerfile, setting);
    const instruction = command !== undefined && entrypoint !== undefined && isIn(launched, command) ? command : outer;
    const server = (0,servers/* readServerCommand */.db)(launched.words, {
        environment: launched.environment,
        file(path) {
            const found = launched.workdir === undefined ? undefined : facts.imageFiles?.repositoryPath((0,image_path/* joinPath */.uJ)(launched.workdir, path));
            const text = found === undefined ? undefined : facts.context.readText(found);
            return found === undefined || text === undefined ? undefined : { path: facts.context.reportPath(found), text };
        },
    });
    return {
        ...(entrypoint === undefined ? {} : { entrypoint }),
        ...(command === undefined ? {} : { command }),
        instruction,
        ...launched,
        ...(server === undefined ? {} : { server }),
    };
    /** The program's own name stands in the instruction. */
    function isIn({ words }, candidate) {
        const at = words[0]?.location;
        return at?.path === dockerfile.path && candidate.lines[0] <= at.line && at.line <= candidate.lines[1];
    }
}
/** The last of each in the image; an ENTRYPOINT takes away a CMD that comes from a stage below. */
function effective(facts) {
    const { imageInstructions } = facts;
    const entrypoint = imageInstructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
    const command = imageInstructions.findLast(({ keyword }) => keyword === 'CMD');
    const stageOf = (instruction) => facts.placeOf(instruction)?.stage.index ?? -1;
    const isForgotten = entrypoint !== undefined && command !== undefined && stageOf(command) < stageOf(entrypoint);
    return {
        ...(entrypoint === undefined || isEmpty(entrypoint) ? {} : { entrypoint }),
        ...(command === undefined || isForgotten || isEmpty(command) ? {} : { command }),
    };
}
/** `ENTRYPOINT []` takes the base image's away. */
function isEmpty(instruction) {
    return instruction.exec?.length === 0 || instruction.text.slice(instruction.argumentsStart).trim() === '';
}
/** What Docker itself starts. A shell-form ENTRYPOINT drops CMD; a shell-form CMD is handed over as `/bin/sh -c …`. */
function start_command_begin(outer, command, facts) {
    if (outer.exec === undefined)
        return shellBegin(outer, facts);
    const source = facts.dockerfile;
    const wordsOf = (instruction) => (instruction.exec ?? []).map((word) => ({
        word: execWord(word, source),
        inside: insideOfString(word, instruction),
    }));
    const own = wordsOf(outer);
    if (command === undefined)
        return { kind: 'words', words: own, rest: undefined };
    return command.exec === undefined
        ? { kind: 'words', words: own, rest: shellBegin(command, facts) }
        : { kind: 'words', words: [...own, ...wordsOf(command)], rest: undefined };
}
function shellBegin(instruction, facts) {
    const shell = facts.stateAt(instruction)?.shell.words ?? ['/bin/sh', '-c'];
    const text = (0,shell_text/* isPosixShell */.m)(shell) ? (0,shell_text/* shellTextOf */.T)(instruction) : undefined;
    const start = { start: instruction.span.end, end: instruction.span.end };
    return {
        kind: 'shell',
        shell: (0,servers/* programName */.kX)(shell[0] ?? 'sh'),
        ...(text === undefined ? {} : { text }),
        span: instruction.words.length === 0
            ? start
            : { start: instruction.words[0]?.span.start ?? start.start, end: instruction.span.end },
    };
}
/** A script of the image that lies in the context: by its path, or by its name in a folder of PATH. */
function scriptAt(path, facts) {
    const folders = path.startsWith('/')
        ? ['']
        : ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'];
    for (const folder of folders) {
        const found = facts.imageFiles?.repositoryPath((0,image_path/* joinPath */.uJ)('/', `${folder}/${path}`));
        const text = found === undefined ? undefined : facts.context.readText(found);
        if (found !== undefined && text !== undefined)
            return { path: found, source: sourceText(text, facts.context.reportPath(found)) };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/facts/base-image.js
var base_image = __webpack_require__(7031);
;// CONCATENATED MODULE: ./build/facts/history.js
/** What was in force just before `position`: what an instruction sets is seen by the next one. */
function before(history, position) {
    if (history === undefined)
        return undefined;
    let low = 0;
    let high = history.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((history[middle]?.position ?? Infinity) < position)
            low = middle + 1;
        else
            high = middle;
    }
    return history[low - 1]?.value;
}

;// CONCATENATED MODULE: ./build/facts/state.js






const dockersOwnShell = { words: ['/bin/sh', '-c'] };
/** The states of every stage; each stage is read once, when one of its states is first asked for. */
function stageStates(sources) {
    const records = new Map();
    const recordOf = (stage) => {
        // From the lowest stage that is not read yet upward, not by recursion: a thousand stages may stand on each other.
        const unread = [];
        for (let each = stage; each !== undefined && !records.has(each);) {
            unread.push(each);
            each = each.base.kind === 'stage' ? each.base.stage : undefined;
        }
        for (const each of unread.toReversed()) {
            const below = each.base.kind === 'stage' ? records.get(each.base.stage) : undefined;
            records.set(each, readStage(each, below === undefined ? fromImage(each, sources) : fromStage(below), sources));
        }
        const record = records.get(stage);
        if (record === undefined)
            throw new TypeError(`stage ${stage.index} was not read`);
        return record;
    };
    return oncePer((stage) => {
        const record = once(() => recordOf(stage));
        return { at: (position) => stateAt(record(), position, sources.dockerfile) };
    });
}
function stateAt(record, position, dockerfile) {
    const environment = (name) => before(record.environment.get(name), position) ?? record.inherited.environment(name);
    const variable = (name) => {
        const set = environment(name);
        if (set !== undefined)
            return set.known ? set.text : undefined;
        const argument = before(record.argumentValues.get(name), position);
        return argument?.known === true ? argument.text : undefined;
    };
    return {
        get workdir() {
            return before(record.workdirs, position) ?? record.inherited.workdir;
        },
        get user() {
            return before(record.users, position) ?? record.inherited.user;
        },
        get shell() {
            return before(record.shells, position) ?? record.inherited.shell;
        },
        environment,
        variable,
        expand: (text) => (0,expand/* expand */.f)(text, variable, dockerfile.escape),
    };
}
function fromStage(below) {
    return {
        workdir: below.workdirs.at(-1)?.value ?? below.inherited.workdir,
        user: below.users.at(-1)?.value ?? below.inherited.user,
        shell: below.shells.at(-1)?.value ?? below.inherited.shell,
        environment: (name) => inheritedValue(below, name),
        below,
        known: new Map(),
    };
}
/** Downward by a loop, not by recursion, and what was found is kept on the way: a thousand stages may stand on each other. */
function inheritedValue(from, name) {
    const passed = [];
    let record = from;
    let value;
    while (record !== undefined) {
        const kept = record.inherited.known.get(name);
        const own = record.environment.get(name)?.at(-1)?.value;
        if (own === undefined && kept === undefined) {
            passed.push(record);
            if (record.inherited.below === undefined)
                value = record.inherited.environment(name);
            record = record.inherited.below;
            continue;
        }
        value = own ?? kept?.value;
        break;
    }
    for (const each of passed)
        each.inherited.known.set(name, { value });
    return value;
}
/** Of what a base image sets, only PATH is certain to be there; its value only the build can tell. */
function fromImage(stage, { dockerfile }) {
    const span = stage.from?.span ?? { start: 0, end: 0 };
    return {
        workdir: (0,base_image/* baseWorkdir */.MP)(stage.base),
        user: (0,base_image/* baseUser */.hF)(stage.base),
        shell: dockersOwnShell,
        known: new Map(),
        environment: (name) => name === 'PATH'
            ? { text: '$PATH', known: false, literal: false, location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, span) }
            : undefined,
    };
}
function readStage(stage, inherited, sources) {
    const environment = new Map();
    const argumentValues = new Map();
    const workdirs = [];
    const users = [];
    const shells = [];
    const record = { environment, argumentValues, workdirs, users, shells, inherited };
    let position = 0;
    for (const instruction of stage.instructions) {
        position += 1;
        switch (instruction.keyword) {
            case 'ENV': {
                const state = stateAt(record, position, sources.dockerfile);
                const values = instruction.assignments.map((each) => environmentValue(each, state, sources.dockerfile));
                for (const [index, { name }] of instruction.assignments.entries()) {
                    const value = values[index];
                    if (value !== undefined)
                        put(environment, name, { position, value });
                }
                break;
            }
            case 'ARG':
                for (const each of instruction.assignments) {
                    const state = stateAt(record, position + 1, sources.dockerfile); // an ARG sees those before it in its own line
                    const value = argumentValue(each, state, sources);
                    if (value !== undefined)
                        put(argumentValues, each.name, { position, value });
                }
                break;
            case 'WORKDIR': {
                const value = workdirAfter(instruction, stateAt(record, position, sources.dockerfile));
                workdirs.push({ position, value: { ...value, setBy: instruction } });
                break;
            }
            case 'USER': {
                const word = instruction.words[0];
                const value = state_valueOf(stateAt(record, position, sources.dockerfile).expand(word?.text ?? ''));
                users.push({ position, value: { ...value, setBy: instruction } });
                break;
            }
            case 'SHELL':
                if (instruction.exec !== undefined)
                    shells.push({ position, value: { words: instruction.exec.map(({ value }) => value), setBy: instruction } });
                break;
            default:
        }
    }
    return record;
}
function put(map, name, item) {
    const items = map.get(name);
    if (items === undefined)
        map.set(name, [item]);
    else
        items.push(item);
}
function state_valueOf(expansion) {
    return expansion.known ? { known: true, text: expansion.text } : { known: false };
}
function environmentValue(assignment, state, dockerfile) {
    const written = assignment.value ?? '';
    const expansion = state.expand(written);
    const quoted = /^"[^"\\$]*"$|^'[^']*'$/.test(written);
    const span = quoted
        ? { start: assignment.valueSpan.start + 1, end: assignment.valueSpan.end - 1 }
        : assignment.valueSpan;
    return {
        text: expansion.known ? expansion.text : written,
        known: expansion.known,
        literal: expansion.known && expansion.text === dockerfile.text.slice(span.start, span.end),
        location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, span),
    };
}
/** Undefined where it has no value: an ARG that is not set leaves the variable unset. */
function argumentValue(assignment, state, sources) {
    const given = sources.buildArguments[assignment.name];
    if (given !== undefined)
        return { known: true, text: given };
    if (assignment.value !== undefined)
        return state_valueOf(state.expand(assignment.value));
    const global = sources.globalArgument(assignment.name);
    return global === undefined ? undefined : { known: true, text: global };
}
/** Linux takes no longer path; a thousand relative WORKDIRs would otherwise fill the memory. */
const longestPath = 4096;
function workdirAfter(instruction, state) {
    const written = instruction.text.slice(instruction.argumentsStart).trimEnd();
    const expanded = state.expand(written);
    if (!expanded.known)
        return { known: false };
    if (/^(?:\/|[A-Za-z]:[\\/])/.test(expanded.text))
        return { known: true, text: (0,image_path/* joinPath */.uJ)('/', expanded.text) };
    const { workdir } = state;
    if (!workdir.known || workdir.text.length > longestPath)
        return { known: false };
    return { known: true, text: (0,image_path/* joinPath */.uJ)(workdir.text, expanded.text) };
}

;// CONCATENATED MODULE: ./build/facts/facts.js












function deriveFacts(sources) {
    const { dockerfile, context, publish } = sources;
    const buildArguments = sources.buildArguments ?? {};
    const choice = { buildArguments, ...(sources.target === undefined ? {} : { target: sources.target }) };
    const graph = once(() => (0,stages/* stageGraph */.xH)(dockerfile, choice));
    const statesOf = once(() => stageStates({ dockerfile, buildArguments, globalArgument: (0,stages/* globalArguments */.yZ)(dockerfile, choice) }));
    const imageInstructions = once(() => {
        const { target } = graph();
        return target === undefined
            ? []
            : (0,stages/* lineage */.OZ)(target)
                .toReversed()
                .flatMap((stage) => stage.instructions);
    });
    const finalState = once(() => {
        const { target } = graph();
        return target === undefined ? undefined : statesOf()(target).at(Infinity);
    });
    const states = oncePer((instruction) => {
        const place = graph().placeOf(instruction);
        return place === undefined ? undefined : statesOf()(place.stage).at(place.position);
    });
    const shells = oncePer((instruction) => shellOfRun(instruction, facts));
    const copies = oncePer((stage) => copiesOf(stage, facts));
    const exposed = once(() => (0,exposed_ports/* exposedPorts */.L)(facts));
    const files = oncePer((stage) => imageFiles(stage, facts));
    const start = once(() => startCommand(facts));
    const python = once(() => pythonProject(facts));
    const apt = once(() => aptUse(facts));
    const leaks = once(() => contextLeaks(facts));
    const app = once(() => appModule(facts));
    const facts = {
        dockerfile,
        context,
        publish,
        buildArguments,
        today: sources.today,
        get graph() {
            return graph();
        },
        get stages() {
            return graph().stages;
        },
        get target() {
            return graph().target;
        },
        placeOf: (instruction) => graph().placeOf(instruction),
        isInImage(instruction) {
            const place = graph().placeOf(instruction);
            return place !== undefined && graph().inImage.has(place.stage);
        },
        stateAt: states,
        get finalState() {
            return finalState();
        },
        shellOf: shells,
        get imageInstructions() {
            return imageInstructions();
        },
        copiesIn: copies,
        get exposed() {
            return exposed();
        },
        filesIn: files,
        get imageFiles() {
            const { target } = graph();
            return target === undefined ? undefined : files(target);
        },
        get startCommand() {
            return start();
        },
        get python() {
            return python();
        },
        get apt() {
            return apt();
        },
        get leaks() {
            return leaks();
        },
        get appModule() {
            return app();
        },
    };
    return facts;
}

;// CONCATENATED MODULE: ./build/plan/facts-for.js



/** The facts of one Dockerfile under these settings; the same for lint alone and for a whole trial. */
function factsFor(read, settings, ports) {
    return deriveFacts({
        dockerfile: read.dockerfile,
        context: contextInFolder(ports.files, {
            folder: external_node_path_.resolve(ports.workingDirectory, read.context),
            reportFolder: external_node_path_.normalize(read.context),
            dockerfile: read.file,
        }),
        ...(settings.target === undefined ? {} : { target: settings.target }),
        buildArguments: settings.buildArguments,
        today: new Date(ports.clock.now()).toISOString().slice(0, 10),
        ...(settings.publish === undefined ? {} : { publish: settings.publish.map(({ containerPort }) => containerPort) }),
    });
}
/** What the user silences by input or flag. */
function ignoreSettings({ ignore }) {
    return ignore.map(({ text, place }) => ({ check: text, reason: `by ${place}` }));
}


/***/ }),

/***/ 9987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   jx: () => (/* binding */ annotationCommand)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6025);
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2432);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3420);
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4060);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5046);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6809);







/** GitHub shows no more of a level of one step. */
const mostOfALevel = 10;
const longestTitle = 250;
const longestMessage = 4_000;
/**
 * In a pull request the cause, confirmed errors, and what lies in files of the diff: marks on files that nobody touches are
 * noise. On a push errors only.
 */
function annotations(report, scope) {
    return limited(report.trials.flatMap((trial) => {
        const cause = trial.cause === undefined ? undefined : trial.findings.find(({ check }) => check === trial.cause);
        const others = trial.findings.filter((finding) => finding !== cause && concerns(finding, scope));
        const root = scope.root ?? '';
        return [
            ...(cause === undefined ? withoutPlace(trial) : [annotationOf({ ...cause, severity: 'error' }, root)]),
            ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .bySeverity */ .Np)(others).map((finding) => annotationOf(finding, root)),
        ];
    }));
}
/** For lint alone, where there is no cause; without a scope all that stand. */
function annotationsOf(findings, scope) {
    const wanted = findings.filter((finding) => scope === undefined ? finding.status !== 'refuted' : concerns(finding, scope));
    return limited((0,_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .bySeverity */ .Np)(wanted).map((finding) => annotationOf(finding, scope?.root ?? '')));
}
/** As the runner reads it from a line of output: `::error title=…,file=…::message`. */
function annotationCommand({ level, title, message, path, line, endLine, column, endColumn, }) {
    const properties = Object.entries({ title, file: path, line, endLine, col: column, endColumn })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
    return `::${level} ${properties.join(',')}::${escapedData(message)}`;
}
function concerns(finding, { event, changed, root = '' }) {
    if (finding.status === 'refuted')
        return false;
    if (event === 'push')
        return finding.severity === 'error';
    if (finding.severity === 'error' && finding.status === 'confirmed')
        return true;
    const path = finding.location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .pathFromRoot */ ._f)(finding.location.path, root);
    return path !== undefined && changed?.has(path) === true;
}
function annotationOf(finding, root) {
    const { location, severity, title, why, advice, cost, check, status } = finding;
    const path = location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .pathFromRoot */ ._f)(location.path, root);
    const prices = (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .price */ .q9)(cost ?? {}).join(', ');
    return {
        level: severity,
        title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(title)), longestTitle),
        message: clipped([prices, why, advice]
            .map((sentences) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(sentences))))
            .filter((sentence) => sentence !== '')
            .join(' '), longestMessage).concat(` [${(0,_printing_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(check)}, ${status}]`),
        ...(location === undefined || path === undefined
            ? {}
            : {
                path,
                line: location.line,
                // Columns of a place of several lines are refused, and only its first line is shown.
                ...(location.line === location.endLine
                    ? { endLine: location.line, column: location.column, endColumn: location.endColumn }
                    : {}),
            }),
    };
}
/** The trial failed, and no finding tells why: it is told on the run's page. */
function withoutPlace(trial) {
    const unexplained = trial.verdict === 'errored' || (trial.verdict === 'failed' && trial.cause !== undefined);
    if (!unexplained)
        return [];
    const sentences = trial.because ?? (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .trouble */ .U$)(trial) ?? '';
    return [
        {
            level: 'error',
            title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)((0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .Pl)(trial))), longestTitle),
            message: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(sentences))) || `${trial.name}: the report has what was seen.`, longestMessage),
        },
    ];
}
function limited(all) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.flatMap((severity) => all.filter(({ level }) => level === severity).slice(0, mostOfALevel));
}
function clipped(text, most) {
    const safe = (0,_printing_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(text);
    return safe.length <= most ? safe : `${safe.slice(0, most - 1).toWellFormed()}…`;
}
function escapedData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapedProperty(text) {
    return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ causeBlock),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   q$: () => (/* binding */ conclusion)
/* harmony export */ });
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2432);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7207);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2823);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1112);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5046);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9496);






/** One cause in full: the claim, why and what to do, the edit as a diff, what was observed in a fold. */
function causeBlock(finding, setting) {
    const edit = setting.suggestions?.has(finding.fingerprint) === true ? _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6 : fixDiff(finding, setting.sources);
    const order = (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .advice */ .v9)(finding, setting).markdown;
    const why = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .stopped */ .ce)(finding.why)));
    const remedy = { markdown: edit.markdown === '' ? order : order.replace(/\.$/, ':') };
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)((0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .claim */ .B7)(finding, setting), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)([why, remedy], ' '), edit, setting.evidence ? evidenceFold(finding, setting) : _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6);
}
/** A line of a log beyond this is cut: one line must not fill the comment. */
const longestLogLine = 600;
/** The last lines of a log, each of bearable length. */
function logFence(lines, most) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(lines.slice(-most).map((line) => (line.length > longestLogLine ? `${line.slice(0, longestLogLine)}…` : line)), 'text');
}
/** The edits of a fix as a diff of each file; nothing where a file's text is not known. */
function fixDiff({ fix }, sources) {
    const byPath = new Map();
    for (const edit of fix?.edits ?? [])
        byPath.set(edit.location.path, [...(byPath.get(edit.location.path) ?? []), edit]);
    const files = Array.from(byPath, ([path, edits]) => ({ path, text: (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceText */ .rI)(sources, path), edits }));
    if (files.length === 0)
        return _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const lines = files.flatMap(({ path, text: source, edits }) => source === undefined ? [] : [...(files.length === 1 ? [] : [`@@ ${path} @@`]), ...(0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .diffLines */ .Pp)(source, edits)]);
    const known = files.every((file) => file.text !== undefined) && lines.length > 0 && lines.length <= mostDiffLines;
    return known ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(lines, 'diff') : _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
}
/** A longer edit is not read in a comment; its sentence says what to do. */
const mostDiffLines = 30;
function evidenceFold({ evidence }, setting) {
    const first = evidence.find(({ kind }) => kind !== 'source') ?? evidence[0];
    if (first === undefined)
        return _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6;
    const blocks = [];
    let points = [];
    const closeList = () => {
        if (points.length > 0)
            blocks.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(points));
        points = [];
    };
    for (const item of evidence) {
        const shown = evidenceMarkdown(item, item === first, setting);
        if (shown.form === 'point')
            points.push(shown.markdown);
        else {
            closeList();
            blocks.push(shown.markdown);
        }
    }
    closeList();
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Evidence: ${conclusion(first)}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)(...blocks));
}
/** A line of a list, or a block with a log in it. What the fold's summary says already is not said again above its log. */
function evidenceMarkdown(item, isConcluded, setting) {
    switch (item.kind) {
        case 'source':
            return { form: 'point', markdown: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `${(0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)(item.location, setting.links)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(item.note)}` };
        case 'exchange':
            return { form: 'point', markdown: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalised */ .Iu)(timed(item))) };
        case 'measurement':
            return { form: 'point', markdown: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalised */ .Iu)(conclusion(item))) };
        case 'log':
            return { form: 'block', markdown: shownLog(item.lines, item.omittedLines, setting) };
        case 'command': {
            const lines = item.tail.split('\n').filter((line) => line.trim() !== '');
            if (lines.length === 0)
                return { form: 'point', markdown: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalised */ .Iu)(conclusion(item))) };
            const said = isConcluded ? _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(`${(0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .capitalised */ .Iu)(conclusion(item))}:`);
            return { form: 'block', markdown: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)(said, shownLog(lines, 0, setting)) };
        }
    }
}
function shownLog(lines, omitted, { links, logLines }) {
    const left = omitted + Math.max(0, lines.length - logLines);
    const where = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `run`, links.run?.address);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)(logFence(lines, logLines), left === 0 ? _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markup */ .PT) `Left out: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(left, 'line'))}; the ${where} has them.`);
}
/** What one piece of evidence says, as the end of a sentence: prose. */
function conclusion(item) {
    switch (item.kind) {
        case 'source':
            return item.note;
        case 'command':
            return `${(0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .codeWord */ .Q3)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(item.argv.join(' '), 60))} ended with exit code ${item.exitCode}`;
        case 'log': {
            const last = item.lines.map((line) => (0,_clean_js__WEBPACK_IMPORTED_MODULE_5__/* .cleanLine */ .O)(line).trim()).findLast((line) => line !== '');
            return last === undefined ? 'its log is empty' : `its log ends with ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .codeWord */ .Q3)((0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(last, 100))}`;
        }
        case 'exchange': {
            const request = /^[A-Z]+ \S+$/.test(item.request) ? (0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .codeWord */ .Q3)(item.request) : item.request;
            return `${request}: ${item.outcome}`;
        }
        case 'measurement':
            return `${item.what}: ${measured(item)}`;
    }
}
/** An exchange with the time that it took, or that it was seen after. */
function timed(item) {
    return `${conclusion(item)}${item.ms > 0 ? ` (${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(item.ms)})` : ''}`;
}
function measured({ value, unit }) {
    switch (unit) {
        case 'ms':
            return (0,_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(value);
        case 'bytes':
            return (0,_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .megabytes */ .ix)(value);
        case 'count':
            return `${value}`;
    }
}


/***/ }),

/***/ 6025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   _0: () => (/* binding */ findingsIn)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9496);


/** Checks that are told under another where both speak of one instruction. */
const toldUnder = new Map([['apt-recommends', 'apt-lists-left']]);
function entriesOf(trial) {
    const standing = trial.findings.filter(({ status }) => status !== 'refuted');
    const cause = trial.cause === undefined ? undefined : standing.find(({ check }) => check === trial.cause);
    const others = bySeverity(standing.filter((finding) => finding !== cause));
    const below = new Map(others.map((finding) => [finding, []]));
    for (const finding of others) {
        const host = hostOf(finding, others, trial);
        if (host === undefined)
            continue;
        below.get(host)?.push(finding);
        below.delete(finding);
    }
    return {
        ...(cause === undefined ? {} : { cause }),
        others: Array.from(below, ([finding, under]) => ({ finding, below: under })),
        refuted: trial.findings.filter(({ status }) => status === 'refuted'),
    };
}
/** The gravest first; among equals what is new, then the confirmed, then the contract's order. */
function bySeverity(findings) {
    return findings.toSorted((a, b) => _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(a.severity) - _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(b.severity) ||
        Number(b.since === 'new') - Number(a.since === 'new') ||
        Number(b.status === 'confirmed') - Number(a.status === 'confirmed'));
}
/** How many findings the entries hold, those told under others included. */
function findingsIn(entries) {
    return entries.reduce((sum, { below }) => sum + 1 + below.length, 0);
}
function hostOf(finding, among, { observation }) {
    const check = toldUnder.get(finding.check);
    const { location } = finding;
    if (check === undefined || location === undefined)
        return undefined;
    const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(observation.sources, location.path);
    return among.find((other) => other.check === check && other.location !== undefined && (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inOneInstruction */ .gm)(other.location, location, text));
}


/***/ }),

/***/ 271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findingData)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3420);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5046);


/** A finding as programs read it; both JSON files have the same. */
function findingData(finding) {
    const { check, aliases, severity, title, why, advice, location, status, cost, evidence, fingerprint, since, fix } = finding;
    return {
        check,
        aliases,
        severity,
        title,
        why,
        advice,
        message: [(0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)(title), why, advice]
            .map(_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .ce)
            .filter((sentence) => sentence !== '')
            .join(' '),
        ...(location === undefined ? {} : location),
        status,
        ...(cost === undefined ? {} : { cost }),
        evidence: evidence.map(evidenceData),
        url: (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .documentationUrl */ .ou)(check),
        fingerprint,
        ...(since === undefined ? {} : { since }),
        ...(fix === undefined
            ? {}
            : {
                fix: {
                    title: fix.title,
                    safety: fix.safety,
                    edits: fix.edits.map(({ location: { line, column, endLine, endColumn, path }, text }) => ({
                        ...(path === location?.path ? {} : { path }),
                        line,
                        column,
                        endLine,
                        endColumn,
                        text,
                    })),
                },
            }),
    };
}
function evidenceData(evidence) {
    if (evidence.kind !== 'source')
        return evidence;
    return { kind: evidence.kind, ...evidence.location, note: evidence.note };
}


/***/ }),

/***/ 2432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   Wx: () => (/* binding */ entryLines),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   q9: () => (/* binding */ price),
/* harmony export */   rZ: () => (/* binding */ wholeFinding),
/* harmony export */   v9: () => (/* binding */ advice)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7207);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2823);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5046);



/** `**Error** at [`Dockerfile:8`](…): the claim, **price**. Confirmed. [check](…)`, with nothing of why and what to do. */
function claim(finding, setting) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)([introduction(finding, setting), closing(finding, setting)], ' ');
}
/** The same with what to do, and for what is more than a notice why it matters. */
function wholeFinding(finding, setting) {
    const why = finding.severity === 'notice' ? '' : (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .firstSentence */ .qi)(finding.why));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)([introduction(finding, setting), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)(why)), advice(finding, setting), closing(finding, setting)], ' ');
}
/** An entry of a numbered list or of bullets; what is told under it stands in bullets of its own. */
function entryLines({ finding, below }, setting, form, indent) {
    if (below.length === 0)
        return form(finding, setting);
    const lower = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bullets */ .e5)(below.map((each) => form(withoutPlace(each), setting)));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${form(finding, setting)}\n${indented(lower, indent)}`;
}
/** What to do, ending in the link to the posted suggestion where there is one. */
function advice(finding, { suggestions }) {
    const suggestion = suggestions?.get(finding.fingerprint);
    if (suggestion === undefined)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .ce)(finding.advice));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .ce)(finding.advice).replace(/[.:]$/, ''))}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `apply the suggestion`, suggestion)}.`;
}
/** `[`Dockerfile:8`](…)` */
function place(location, links) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${location.path}:${location.line}`), links.blob(location.path, location.line));
}
/** What it costs in this image: `19.2 MB`, `31.0 s`. */
function price({ bytes, ms }) {
    return [...(bytes === undefined ? [] : [(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .megabytes */ .ix)(bytes)]), ...(ms === undefined ? [] : [(0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ms)])];
}
function introduction(finding, { links }) {
    const at = finding.location === undefined ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` at ${place(finding.location, links)}`;
    const prices = price(finding.cost ?? {}).map((words) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `, **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(words)}**`);
    const end = prices.length === 0
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .continued */ .m2)(finding.title)))
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .continued */ .m2)(finding.title))}${joinedTight(prices)}.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)(finding.severity))}**${at}: ${end}`;
}
function closing(finding, { links }) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)(finding.status))}. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(finding.check), links.check(finding.check))}`;
}
/** What is told under another stands at the same instruction. */
function withoutPlace(finding) {
    const { location: _, ...rest } = finding;
    return rest;
}
function joinedTight(pieces) {
    return { markdown: pieces.map((piece) => piece.markdown).join('') };
}
function indented(lines, indent) {
    return { markdown: lines.markdown.replaceAll(/^/gm, indent) };
}


/***/ }),

/***/ 4650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ findingText)
});

// EXTERNAL MODULE: ./build/render/cause-markdown.js
var cause_markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/source.js
var render_source = __webpack_require__(9496);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
// EXTERNAL MODULE: ./build/render/width.js
var render_width = __webpack_require__(69);
;// CONCATENATED MODULE: ./build/render/excerpt.js




/** How far a source line is from the left edge: ` 8 │ `. */
function gutterOf({ location }) {
    return String(location?.line ?? 0).length + 2;
}
/** The source line of a finding with a mark under its place, cut around it where it is long; nothing where it is not known. */
function excerpt(finding, source, options) {
    const { location, severity } = finding;
    const line = location === undefined || source === undefined ? undefined : (0,render_source/* linesOfText */.uv)(source)[location.line - 1];
    if (location === undefined || line === undefined)
        return [];
    const gutter = gutterOf(finding);
    const { bar, marker } = (0,terminal_style/* signsOf */.Oi)(options);
    const room = (options.columns ?? 80) - gutter - 2;
    const end = location.endLine === location.line ? location.endColumn - 1 : line.length;
    const from = location.column - 1;
    const to = Math.max(from, end);
    const { shown, offset, width } = windowed(...inThree((0,printing/* printable */.g$)(line.slice(0, from)), (0,printing/* printable */.g$)(line.slice(from, to)), (0,printing/* printable */.g$)(line.slice(to))), room);
    const label = remedy(finding);
    const fits = offset + width + 1 + (0,render_width/* widthOf */.qz)(label) <= room;
    const dimBar = (0,terminal_style/* painted */.C$)(bar, ['dim'], options);
    const mark = (0,terminal_style/* painted */.C$)(marker.repeat(Math.max(1, width)), [terminal_style/* severityColours */.rY[severity]], options);
    return [
        `${' '.repeat(gutter)}${dimBar}`,
        `${(0,terminal_style/* painted */.C$)(` ${location.line} ${bar}`, ['dim'], options)} ${shown}`,
        `${' '.repeat(gutter)}${dimBar} ${' '.repeat(offset)}${mark}${label !== '' && fits ? ` ${label}` : ''}`,
    ];
}
/** No old-style command comes together at the seams of the three parts. */
function inThree(before, span, behind) {
    const middle = apart(span, behind);
    return [apart(before, middle + behind), middle, behind];
}
function apart(left, right) {
    return (left + right).includes('##[') ? `${left} ` : left;
}
/** The text from where the mark is seen with what stands before it, in so many columns. */
function windowed(before, span, behind, room) {
    const whole = before + span + behind;
    if ((0,render_width/* widthOf */.qz)(whole) <= room)
        return { shown: whole, offset: (0,render_width/* widthOf */.qz)(before), width: (0,render_width/* widthOf */.qz)(span) };
    const needed = (0,render_width/* widthOf */.qz)(before) + Math.min((0,render_width/* widthOf */.qz)(span), room / 2) + 2;
    if (needed <= room)
        return cutBehind(before, span, behind, room);
    // The mark would be out of sight: the head of the line goes instead.
    const kept = (0,render_width/* fitting */._Q)(reversed(before), Math.floor(room / 3));
    return cutBehind(`…${reversed(kept)}`, span, behind, room);
}
function cutBehind(before, span, behind, room) {
    const whole = before + span + behind;
    const shown = (0,render_width/* widthOf */.qz)(whole) <= room ? whole : `${(0,render_width/* fitting */._Q)(whole, room - 1).trimEnd()}…`;
    const offset = (0,render_width/* widthOf */.qz)(before);
    return { shown, offset, width: Math.min((0,render_width/* widthOf */.qz)(span), (0,render_width/* widthOf */.qz)(shown) - offset) };
}
function reversed(text) {
    return Array.from(text).toReversed().join('');
}
/** `write "0.0.0.0"`, where the fix replaces just what is marked. */
function remedy({ fix, location }) {
    const [edit, ...more] = fix?.edits ?? [];
    if (edit === undefined || more.length > 0 || edit.text.trim() === '' || edit.text.includes('\n'))
        return '';
    const same = edit.location.line === location?.line &&
        edit.location.column === location.column &&
        edit.location.endLine === location.endLine &&
        edit.location.endColumn === location.endColumn;
    return same ? `write ${(0,printing/* printable */.g$)(edit.text)}` : '';
}

// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/prose.js
var render_prose = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/render/finding-text.js







/** A finding for a terminal: the claim, its place, the source line with a mark, then what was seen, why, and what to do. */
function findingText({ finding, below }, options) {
    const { severity, title, location, check, status, why, advice, cost, fix } = finding;
    const columns = options.columns ?? 80;
    const gutter = ' '.repeat(gutterOf(finding) - 1);
    const about = (0,render_width/* clippedTo */.XB)([(0,printing/* printable */.g$)(check), status, ...(0,finding_markdown/* price */.q9)(cost ?? {})].join(', '), columns / 2);
    const position = location === undefined ? '' : `:${location.line}:${location.column}`;
    const room = columns - gutter.length - (0,render_width/* widthOf */.qz)(about) - position.length - 6;
    const at = location === undefined ? '' : `${(0,render_width/* clippedTo */.XB)((0,printing/* printable */.g$)(location.path), room)}${position}`;
    const { arrow } = (0,terminal_style/* signsOf */.Oi)(options);
    const lines = [
        ...(0,terminal_style/* labelled */.wW)(severity, ['bold', terminal_style/* severityColours */.rY[severity]], (0,printing/* printable */.g$)((0,render_prose/* plain */.pj)(title)), options),
        `${gutter}${(0,terminal_style/* painted */.C$)(arrow, ['dim'], options)} ${at === '' ? '' : `${(0,terminal_style/* painted */.C$)(at, ['cyan'], options)}  `}${about}`,
        ...excerpt(finding, location === undefined ? undefined : options.sourceOf(location.path), options),
        ...(options.whole ? seen(finding, options) : []),
        ...row('why', (0,render_width/* wrapped */.ky)(sentences(options.whole ? why : (0,render_prose/* firstSentence */.qi)(why)), columns - textColumn), options),
        ...row('fix', (0,render_width/* wrapped */.ky)(sentences(advice), columns - textColumn), options),
        ...(fix?.safety === 'safe' ? row('', ['or: sea-trial lint --fix'], options) : []),
        ...below.flatMap((each) => row('also', (0,render_width/* wrapped */.ky)(`${(0,printing/* printable */.g$)((0,render_prose/* plain */.pj)(each.title))} (${(0,printing/* printable */.g$)(each.check)}, ${each.status})`, columns - textColumn), options)),
    ];
    return lines.map((line) => (0,terminal_style/* finished */.xl)(line, options));
}
const textColumn = 9;
const mostSeen = 6;
const mostLogLines = 8;
/** Rows whose first line has a name. */
function row(name, lines, options) {
    return lines.map((line, index) => `   ${(0,terminal_style/* painted */.C$)((index === 0 ? name : '').padEnd(textColumn - 3), ['bold'], options)}${line}`);
}
function sentences(prose) {
    return (0,printing/* printable */.g$)((0,render_prose/* plain */.pj)((0,render_prose/* capitalised */.Iu)((0,render_prose/* stopped */.ce)(prose))));
}
function seen({ evidence, location }, options) {
    const columns = (options.columns ?? 80) - textColumn;
    const shown = evidence.filter((item) => item.kind !== 'source' || item.location.line !== location?.line);
    const lines = shown.slice(0, mostSeen).flatMap((item) => seenLines(item, columns));
    return row('seen', lines, options);
}
function seenLines(item, columns) {
    switch (item.kind) {
        case 'source':
            return (0,render_width/* wrapped */.ky)((0,printing/* printable */.g$)(`${item.location.path}:${item.location.line}: ${(0,render_prose/* plain */.pj)(item.note)}`), columns);
        case 'exchange':
            return (0,render_width/* wrapped */.ky)((0,printing/* printable */.g$)((0,render_prose/* plain */.pj)((0,cause_markdown/* timed */.ay)(item))), columns);
        case 'measurement':
            return (0,render_width/* wrapped */.ky)((0,printing/* printable */.g$)((0,render_prose/* plain */.pj)((0,cause_markdown/* conclusion */.q$)(item))), columns);
        case 'command':
            return [...(0,render_width/* wrapped */.ky)((0,printing/* printable */.g$)((0,render_prose/* plain */.pj)((0,cause_markdown/* conclusion */.q$)(item))), columns), ...logLines(item.tail.split('\n'), columns)];
        case 'log':
            return logLines(item.lines, columns);
    }
}
/** The last lines of a log, cut at the edge: a wrapped log is not readable. */
function logLines(lines, columns) {
    return lines
        .map((line) => (0,printing/* printable */.g$)(line))
        .filter((line) => line.trim() !== '')
        .slice(-mostLogLines)
        .map((line) => (0,render_width/* clippedTo */.XB)(`| ${line}`, columns));
}


/***/ }),

/***/ 3420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jy: () => (/* binding */ localLinks),
/* harmony export */   _f: () => (/* binding */ pathFromRoot),
/* harmony export */   ou: () => (/* binding */ documentationUrl)
/* harmony export */ });
/* unused harmony exports githubLinks, addressOf */
const ourRepository = 'sea-trial/sea-trial';
/** The documentation is that of the major version, so a link in an old comment stays right. */
const documentationBranch = 'v1';
function githubLinks(place) {
    const repository = addressBelow(place.serverUrl, ...place.repository.split('/'));
    return {
        blob(path, line) {
            const fromRoot = pathFromRoot(path, place.root ?? '');
            if (fromRoot === undefined)
                return undefined;
            const sha = place.differs?.(fromRoot) === true ? place.tested : place.head;
            const file = addressBelow(repository.href, 'blob', sha, ...fromRoot.split('/'));
            return line === undefined ? file : { href: `${file.href}#L${line}` };
        },
        commit: (sha) => addressBelow(repository.href, 'commit', sha),
        run: { number: place.runNumber, address: addressBelow(repository.href, 'actions', 'runs', place.runId) },
        ...documentation(place.actionRepository),
    };
}
/** Where there is no GitHub: only the documentation has an address. */
const localLinks = {
    blob: () => undefined,
    commit: () => undefined,
    ...documentation(undefined),
};
/** The page of a check; those of BuildKit and ShellCheck are documented by their own makers. */
function documentationUrl(check, actionRepository) {
    const [tool = '', name = ''] = check.split('/');
    if (tool === 'buildkit' && name !== '')
        return addressBelow('https://docs.docker.com/reference/build-checks', kebab(name)).href;
    if (tool === 'shellcheck' && name !== '')
        return addressBelow('https://www.shellcheck.net/wiki', name).href;
    return addressBelow(actionFiles(actionRepository), 'docs', 'checks', `${check}.md`).href;
}
/** An address that GitHub's API told; undefined where it leads away from its server. */
function addressOf(serverUrl, told) {
    if (!URL.canParse(told) || !URL.canParse(serverUrl))
        return undefined;
    const url = new URL(told);
    return url.origin === new URL(serverUrl).origin ? { href: withoutMarkup(url.href) } : undefined;
}
/** The path as GitHub knows it, where the checkout may lie in a folder; undefined for a file outside of the checkout. */
function pathFromRoot(path, root) {
    const plainPath = path.replace(/^(?:\.\/+)+/, '');
    const folder = root.replace(/^(?:\.\/*)+/, '').replace(/\/+$/, '');
    const below = folder === '' ? plainPath : plainPath.startsWith(`${folder}/`) ? plainPath.slice(folder.length + 1) : '';
    return below === '' || below.startsWith('/') || below.split('/').includes('..') ? undefined : below;
}
function documentation(actionRepository) {
    const files = actionFiles(actionRepository);
    return {
        check: (id) => ({ href: documentationUrl(id, actionRepository) }),
        settings: addressBelow(files, 'docs', 'options.md'),
        relay: { href: `${files}/README.md#pull-requests-from-forks` },
    };
}
function actionFiles(actionRepository) {
    const [owner = '', name = ''] = (actionRepository ?? ourRepository).split('/');
    return addressBelow('https://github.com', owner, name, 'blob', documentationBranch).href;
}
function addressBelow(base, ...segments) {
    const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed()));
    return { href: withoutMarkup([base.replace(/\/+$/, ''), ...path].join('/')) };
}
/** What `encodeURIComponent` leaves, and Markdown reads. */
function withoutMarkup(href) {
    return href.replaceAll(/[\s()<>\\*'"`|[\]]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
function kebab(name) {
    return name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}


/***/ }),

/***/ 7207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e5: () => (/* binding */ bullets),
  aY: () => (/* binding */ code),
  zH: () => (/* binding */ details),
  EU: () => (/* binding */ fence),
  oR: () => (/* binding */ joined),
  nf: () => (/* binding */ markdown_link),
  PT: () => (/* binding */ markup),
  s6: () => (/* binding */ nothing),
  jN: () => (/* binding */ numbered),
  qN: () => (/* binding */ paragraphs),
  CS: () => (/* binding */ prose),
  tp: () => (/* binding */ table),
  Qq: () => (/* binding */ markdown_text)
});

// EXTERNAL MODULE: ./build/render/clean.js
var clean = __webpack_require__(1112);
// EXTERNAL MODULE: ./build/render/prose.js
var render_prose = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/render/references.js


/**
 * Words of which GitHub makes something by itself, behind the Markdown: mentions, issues, commits, addresses, emoji, formulas.
 * Escapes do not help there, for these filters read the finished text; inside code they do not look. Rather one word too many
 * in code than one that notifies a stranger.
 */
const reference = new RegExp([
    String.raw `[@#$]`,
    String.raw `:\/\/|www\.|(?:mailto|xmpp):`,
    String.raw `:[\w+-]+:`,
    String.raw `(?:GH|CVE|GHSA)-\w`,
    String.raw `(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])`,
].join('|'), 'i');
const before = /^[("'[{<]+/;
const behind = /[)"'\]}>.,;:!?…]+$/;
/** Prose, with every word that GitHub would make a reference of turned into code. */
function guardedPieces(prose) {
    return joinedCode((0,render_prose/* piecesOf */.Xe)(prose).flatMap((piece) => (piece.kind === 'code' ? [piece] : withoutReferences(piece.value))));
}
/** The same for text in which a backtick is nothing but a backtick. */
function withoutReferences(untrusted) {
    const pieces = [];
    for (const word of (0,clean/* cleanLine */.O)(untrusted).split(/( +)/)) {
        if (word === '')
            continue;
        if (word.startsWith(' '))
            pieces.push({ kind: 'text', value: ' ' });
        else if (!reference.test(word))
            pieces.push({ kind: 'text', value: word });
        else
            pieces.push(...peeled(word));
    }
    return pieces;
}
/** Side by side, the delimiters of two code spans would be read as one. */
function joinedCode(pieces) {
    const joined = [];
    for (const piece of pieces) {
        const last = joined.at(-1);
        if (piece.kind === 'code' && last?.kind === 'code')
            joined[joined.length - 1] = { kind: 'code', value: last.value + piece.value };
        else
            joined.push(piece);
    }
    return joined;
}
/** Punctuation around a reference stays outside the code, unless the reference needs it (`:tada:`). */
function peeled(word) {
    const head = before.exec(word)?.[0] ?? '';
    const tail = behind.exec(word.slice(head.length))?.[0] ?? '';
    const core = word.slice(head.length, word.length - tail.length);
    if (!reference.test(core))
        return [{ kind: 'code', value: word }];
    const pieces = [
        { kind: 'text', value: head },
        { kind: 'code', value: core },
        { kind: 'text', value: tail },
    ];
    return pieces.filter((piece) => piece.value !== '');
}

;// CONCATENATED MODULE: ./build/render/markdown.js


/** Our own Markdown, with safe pieces between. */
function markup(own, ...pieces) {
    const markdown = own.reduce((joinedSoFar, literal, index) => {
        const piece = pieces[index - 1];
        return `${joinedSoFar}${typeof piece === 'object' ? piece.markdown : (piece ?? '')}${literal}`;
    });
    return { markdown };
}
const nothing = { markdown: '' };
/** Untrusted text, inline: it reads as it was written, and does nothing. */
function markdown_text(untrusted) {
    return inline(withoutReferences(untrusted));
}
/** Sentences in which backticks mark code; the rest is as untrusted as in `text`. */
function prose(sentences) {
    return inline(guardedPieces(sentences));
}
/** A code span, its delimiter longer than any run of backticks inside. */
function code(untrusted) {
    const inside = (0,clean/* cleanLine */.O)(untrusted);
    if (inside.trim() === '')
        return markdown_text('(empty)');
    const delimiter = '`'.repeat(longestRun(inside) + 1);
    // One blank on each side is dropped by the reader of the span, so it keeps backticks at the edge apart.
    const edge = /^[` ]|[` ]$/.test(inside) ? ' ' : '';
    return { markdown: `${delimiter}${edge}${inside}${edge}${delimiter}` };
}
/** A block of lines, its fence longer than any run of backticks inside. */
function fence(lines, language) {
    const inside = lines.flatMap(clean/* cleanLines */.v);
    const delimiter = '`'.repeat(Math.max(3, ...inside.map((line) => longestRun(line) + 1)));
    return { markdown: [`${delimiter}${language}`, ...inside, delimiter].join('\n') };
}
/** A link to an address of our own making; without an address the label alone. */
function markdown_link(label, to) {
    return to === undefined ? label : { markdown: `[${label.markdown}](${to.href})` };
}
/** A fold. The summary states its conclusion; it is HTML, where Markdown is not read, hence prose. */
function details(summary, body) {
    return { markdown: `<details><summary>${html(guardedPieces(summary))}</summary>\n\n${body.markdown}\n\n</details>` };
}
function bullets(items) {
    return { markdown: items.map((item) => `- ${item.markdown}`).join('\n') };
}
function numbered(items) {
    return { markdown: items.map((item, index) => `${index + 1}. ${item.markdown}`).join('\n') };
}
/** A table of short cells. */
function table(columns, rows) {
    return {
        markdown: [
            tableLine(columns.map((column) => markdown_text(column.title))),
            `|${columns.map((column) => (column.align === 'left' ? ':--' : '--:')).join('|')}|`,
            ...rows.map(tableLine),
        ].join('\n'),
    };
}
/** Blocks with a blank line between them, but one fold right behind another; empty ones are left out. */
function paragraphs(...blocks) {
    return {
        markdown: blocks
            .map((block) => block.markdown)
            .filter((block) => block !== '')
            .reduce((before, block) => `${before}${between(before, block)}${block}`, ''),
    };
}
function between(before, block) {
    if (before === '')
        return '';
    return before.endsWith('</details>') && block.startsWith('<details>') ? '\n' : '\n\n';
}
function joined(pieces, separator) {
    return {
        markdown: pieces
            .map((piece) => piece.markdown)
            .filter((piece) => piece !== '')
            .join(separator),
    };
}
function inline(pieces) {
    const parts = pieces.map((piece) => (piece.kind === 'code' ? code(piece.value).markdown : escaped(piece.value)));
    return { markdown: withoutBlockStart(parts.join('')) };
}
/** A pipe becomes an entity, because its backslash form means something else inside and outside of a table. */
function escaped(untrusted) {
    return untrusted.replaceAll(/[\\`*_~[\]<>&]/g, String.raw `\$&`).replaceAll('|', '&#124;');
}
/** What begins a list, a rule or an underline at the start of a line. */
function withoutBlockStart(markdown) {
    return markdown
        .replace(/^( ?)([-+=])(?=[ \-=]|$)/, String.raw `$1\$2`)
        .replace(/^( ?\d{1,9})([.)])(?= |$)/, String.raw `$1\$2`);
}
function tableLine(cells) {
    return `|${cells.map((content) => (content.markdown === '' ? ' ' : ` ${cell(content)} `)).join('|')}|`;
}
/** In a cell every pipe ends it but an escaped one, in code too; a backslash before it would be read as one of the pair. */
function cell(content) {
    return content.markdown.replaceAll(/\\\|/g, String.raw `\ |`).replaceAll('|', String.raw `\|`);
}
function html(pieces) {
    return pieces
        .map(({ kind, value }) => {
        const safe = value
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;');
        return kind === 'code' ? `<code>${safe}</code>` : safe;
    })
        .join('');
}
function longestRun(line) {
    return Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

/***/ 2823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ix: () => (/* binding */ megabytes),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
const noBreakSpace = '\u00a0';
/** Decimal megabytes as docker prints them, `333.0 MB`; kilobytes where that would round to nothing. */
function megabytes(bytes) {
    if (bytes !== 0 && Math.abs(bytes) < 50_000)
        return `${(bytes / 1e3).toFixed(1)}${noBreakSpace}kB`;
    return `${(bytes / 1e6).toFixed(1)}${noBreakSpace}MB`;
}
/** `54.3 s`; below 0.1 s in milliseconds, `6 ms`. */
function duration(ms) {
    const whole = Math.round(ms);
    return whole < 100 ? `${whole}${noBreakSpace}ms` : `${(ms / 1e3).toFixed(1)}${noBreakSpace}s`;
}
/** `1 finding`, `3 findings`; the plural is given where it is not made by `s`. */
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}


/***/ }),

/***/ 5046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   Q3: () => (/* binding */ codeWord),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   ce: () => (/* binding */ stopped),
/* harmony export */   m2: () => (/* binding */ continued),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   qi: () => (/* binding */ firstSentence),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1112);

function piecesOf(prose) {
    return (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(prose)
        .split(/(`[^`]+`)/)
        .filter((part) => part !== '')
        .map((part) => part.length > 2 && part.startsWith('`') && part.endsWith('`')
        ? { kind: 'code', value: part.slice(1, -1) }
        : { kind: 'text', value: part });
}
/** Without the marks, for a terminal and for annotations. */
function plain(prose) {
    return piecesOf(prose)
        .map((piece) => piece.value)
        .join('');
}
/** Marks an untrusted word as code; a backtick inside it would end the code early. */
function codeWord(value) {
    const inside = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(value).replaceAll('`', "'").trim();
    return inside === '' ? '' : `\`${inside}\``;
}
/** Names that are written small even where a sentence begins with them. */
const writtenSmall = new Set('apk apt apt-get bash conda curl dash dnf docker fastapi git granian gunicorn hypercorn npm pip pipenv poetry root sh uv uvicorn wget yum zypper'.split(' '));
/** As at the start of a sentence: an ordinary word gets its capital, a name or code stays as it is written. */
function capitalised(sentence) {
    const word = /^[a-z]+(?=[\s,;:]|'s\s|$)/.exec(sentence)?.[0];
    if (word === undefined || writtenSmall.has(word))
        return sentence;
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
/** As in the middle of a sentence: only articles and the like lose a capital, for any other word may be a name. */
function continued(sentence) {
    return sentence.replace(/^(?:A|An|All|Each|Every|Its?|No|Nobody|Nothing|Some|That|The|These|This|Those|Two|Three)(?=\s)/, (word) => word.toLowerCase());
}
/** Ends with a full stop, unless it ends a sentence already. */
function stopped(sentence) {
    const trimmed = sentence.trim();
    return trimmed === '' || /[.!?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/** The first sentence of several. A full stop inside code or a number ends none. */
function firstSentence(prose) {
    let inCode = false;
    for (let at = 0; at < prose.length; at += 1) {
        if (prose[at] === '`')
            inCode = !inCode;
        if (!inCode &&
            prose[at] === '.' &&
            /^\.\s+\S/.test(prose.slice(at)) &&
            !/\b(?:e\.g|i\.e|etc)$/.test(prose.slice(0, at)))
            return prose.slice(0, at + 1);
    }
    return prose;
}
/** No longer than `most` UTF-16 units, cut at a word where there is one near, code left whole or closed. */
function shortened(prose, most) {
    const line = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(prose);
    if (line.length <= most)
        return line;
    let cut = line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '');
    const blank = cut.lastIndexOf(' ');
    if (blank > most * 0.7)
        cut = cut.slice(0, blank);
    const open = (cut.match(/`/g)?.length ?? 0) % 2 === 1;
    return `${cut.replace(/[\s,;:]+$/, '')}…${open ? '`' : ''}`;
}


/***/ }),

/***/ 9496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   gm: () => (/* binding */ inOneInstruction),
/* harmony export */   rI: () => (/* binding */ sourceText),
/* harmony export */   uv: () => (/* binding */ linesOfText)
/* harmony export */ });
/** The text of a file that a finding names, as seen from the working directory; undefined where it was not read. */
function sourceText(sources, path) {
    const wanted = normalised(path);
    const file = [
        sources.dockerfile,
        ...sources.files.map(({ path: below, text }) => ({ path: `${sources.context}/${below}`, text })),
    ].find((candidate) => normalised(candidate.path) === wanted);
    return file?.text;
}
/** The lines of a text without their breaks. */
function linesOfText(text) {
    return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
/** Whether two places lie in one instruction: they overlap, or every line from the first to the second is continued. */
function inOneInstruction(a, b, text) {
    if (a.path !== b.path)
        return false;
    const [first, second] = a.line <= b.line ? [a, b] : [b, a];
    if (second.line <= first.endLine)
        return true;
    if (text === undefined)
        return false;
    const between = linesOfText(text).slice(first.endLine - 1, second.line - 1);
    return between.length > 0 && between.every((line) => /[\\`]\s*$/.test(line) || /^\s*(?:#.*)?$/.test(line));
}
/** The lines that edits of one file change, as a unified diff shows them: a blank, `-` or `+` before each. */
function diffLines(text, edits) {
    const before = linesOfText(text);
    const hunks = hunksOf(edits, before);
    return hunks.flatMap((hunk) => [
        ...(hunks.length === 1 ? [] : [`@@ line ${hunk.first} @@`]),
        ...changedLines(before, hunk),
    ]);
}
/** Edits that touch the same line or the next one are shown together. */
function hunksOf(edits, lines) {
    const hunks = [];
    for (const edit of edits.toSorted((a, b) => a.location.line - b.location.line || a.location.column - b.location.column)) {
        const first = Math.min(Math.max(1, edit.location.line), lines.length);
        const last = Math.min(Math.max(first, edit.location.endLine), lines.length);
        const previous = hunks.at(-1);
        if (previous !== undefined && first <= previous.last + 1)
            hunks[hunks.length - 1] = {
                first: previous.first,
                last: Math.max(previous.last, last),
                edits: [...previous.edits, edit],
            };
        else
            hunks.push({ first, last, edits: [edit] });
    }
    return hunks;
}
/** What an insertion stands behind is shown too, else nobody knows where it goes. */
const linesBeforeInsertion = 2;
function changedLines(lines, { first, last, edits }) {
    const old = lines.slice(first - 1, last);
    let edited = old.join('\n');
    for (const { location, text } of edits.toReversed()) {
        const start = offsetIn(old, location.line - first, location.column);
        const end = offsetIn(old, location.endLine - first, location.endColumn);
        edited = edited.slice(0, start) + text.replaceAll('\r\n', '\n') + edited.slice(Math.max(start, end));
    }
    const removed = [...old];
    const added = edited.split('\n');
    let shared = 0;
    while (removed.length > 0 && added.length > 0 && removed[0] === added[0]) {
        removed.shift();
        added.shift();
        shared += 1;
    }
    while (removed.length > 0 && added.length > 0 && removed.at(-1) === added.at(-1)) {
        removed.pop();
        added.pop();
    }
    // The empty piece behind the file's last line break is no line.
    if (removed.length === 1 && removed[0] === '' && last === lines.length)
        removed.pop();
    if (added.at(-1) === '' && last === lines.length)
        added.pop();
    const at = first - 1 + shared;
    const context = removed.length === 0 ? lines.slice(Math.max(0, at - linesBeforeInsertion), at) : [];
    return [
        ...context.map((line) => ` ${line}`),
        ...removed.map((line) => `-${line}`),
        ...added.map((line) => `+${line}`),
    ];
}
/** The offset in lines joined by line feeds, clamped to them. */
function offsetIn(lines, index, column) {
    const before = lines.slice(0, Math.max(0, index)).reduce((sum, line) => sum + line.length + 1, 0);
    const line = lines[index];
    return before + (line === undefined ? 0 : Math.min(Math.max(0, column - 1), line.length));
}
function normalised(path) {
    return path
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/');
}


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ stopSummary),
/* harmony export */   Kh: () => (/* binding */ builtSentence),
/* harmony export */   XU: () => (/* binding */ stagesInOrder),
/* harmony export */   Zl: () => (/* binding */ skippedSentences),
/* harmony export */   _l: () => (/* binding */ stageWords),
/* harmony export */   e$: () => (/* binding */ stopWords),
/* harmony export */   mP: () => (/* binding */ lintFindings),
/* harmony export */   sD: () => (/* binding */ instructionWords),
/* harmony export */   ui: () => (/* binding */ wholeDuration),
/* harmony export */   ur: () => (/* binding */ severityCounts)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1112);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2823);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5046);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6809);





const inOrder = ['lint', 'build', 'start', 'smoke', 'stop', 'push'];
/** The stages as they follow each other for a reader, though lint runs while the image is built. */
function stagesInOrder({ stages }) {
    return stages.toSorted((a, b) => inOrder.indexOf(a.stage) - inOrder.indexOf(b.stage));
}
/** What a stage came to, in a line of prose. */
function stageWords(trial, stage) {
    if (stage.status === 'skipped')
        return `skipped: ${stage.because}`;
    if (stage.status === 'errored')
        return 'could not run';
    switch (stage.stage) {
        case 'lint':
            return lintWords(trial);
        case 'build':
            return stage.status === 'failed' ? 'failed' : (buildWords(trial) ?? 'passed');
        case 'start':
            return stage.status === 'failed' ? 'failed' : (startWords(trial) ?? 'passed');
        case 'smoke':
            return probeWords(trial) ?? stage.status;
        case 'stop':
            return trial.stopped === undefined ? stage.status : `exit code ${trial.stopped.exitCode} after SIGTERM`;
        case 'push':
            return stage.status === 'failed' ? 'failed' : 'the tested image was pushed';
    }
}
/** `1 error, 1 warning, 4 notices`; without findings `nothing to change`. */
function severityCounts(findings) {
    const words = _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.flatMap((severity) => {
        const number = findings.filter((finding) => finding.severity === severity).length;
        return number === 0 ? [] : [(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(number, severity)];
    });
    return words.length === 0 ? 'nothing to change' : words.join(', ');
}
/** From the first stage's beginning to the end of the last: lint and build run side by side. */
function wholeDuration({ stages }) {
    const timed = stages.flatMap((stage) => stage.status === 'skipped' ? [] : [{ from: stage.startedAt, to: stage.startedAt + stage.ms }]);
    if (timed.length === 0)
        return 0;
    return Math.max(...timed.map(({ to }) => to)) - Math.min(...timed.map(({ from }) => from));
}
/** `371.8 MB unpacked (overlay2)`: sizes of two stores mean two things, so the store is named beside the size. */
function sizeWords({ image }) {
    return image === undefined ? undefined : `${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .megabytes */ .ix)(image.bytes)} unpacked (${image.store})`;
}
/** `exit code 0, 0.4 s after SIGTERM`. */
function stopWords({ stopped }) {
    if (stopped === undefined)
        return undefined;
    const killed = stopped.signal === 'SIGKILL' ? ', killed' : ',';
    return `exit code ${stopped.exitCode}${killed} ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(stopped.ms)} after SIGTERM`;
}
/** `clean stop in 0.4 s`. */
function stopSummary({ stopped }) {
    if (stopped === undefined)
        return undefined;
    return stopped.exitCode === 0
        ? `clean stop in ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(stopped.ms)}`
        : `stop with exit code ${stopped.exitCode} in ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(stopped.ms)}`;
}
/** An instruction by its first words, as people call it: `RUN pip install`, `COPY . .`. */
function instructionWords(instruction) {
    const [keyword = '', ...rest] = (0,_clean_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanLine */ .O)(instruction).trim().split(/\s+/);
    const behindFlags = rest.slice(rest.findIndex((word) => !word.startsWith('--')));
    const end = behindFlags.findIndex((word) => /^-|[&|;<>\\]/.test(word));
    return [keyword, ...(end === -1 ? behindFlags : behindFlags.slice(0, end)).slice(0, 2)].join(' ');
}
/** What lint found, without what the run refuted; what the run found is not its work. */
function lintFindings(trial) {
    const stage = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .stageOf */ .gV)(trial, 'lint');
    const found = stage === undefined || stage.status === 'skipped' ? [] : stage.findings;
    return trial.findings.filter(({ status, fingerprint }) => status !== 'refuted' && found.some((each) => each.fingerprint === fingerprint));
}
function lintWords(trial) {
    const { ignored } = trial;
    return `${severityCounts(lintFindings(trial))}${ignored.length === 0 ? '' : `; ${ignored.length} ignored`}`;
}
function buildWords(trial) {
    const { steps } = trial;
    const cached = steps?.filter((step) => step.cached).length ?? 0;
    const words = [
        ...(steps === undefined || steps.length === 0
            ? []
            : [
                `${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(steps.length, 'step')}, ${cached === 0 ? 'none' : cached === steps.length ? 'all' : cached} from cache`,
            ]),
        ...[sizeWords(trial)].filter((size) => size !== undefined),
    ];
    return words.length === 0 ? undefined : words.join('; ');
}
const mostSockets = 3;
function startWords({ runtime }) {
    if (runtime === undefined)
        return undefined;
    const { listening, processes, user } = runtime;
    const sockets = listening.slice(0, mostSockets).map(_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .codeWord */ .Q3);
    const more = listening.length > mostSockets ? [`${listening.length - mostSockets} more`] : [];
    const where = sockets.length === 0 ? '' : `, listening on ${[...sockets, ...more].join(', ')}`;
    return `${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(processes, 'process', 'processes')} as ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .codeWord */ .Q3)(user)}${where}`;
}
function probeWords({ probes }) {
    if (probes === undefined || probes.length === 0)
        return undefined;
    const passed = probes.filter((probe) => probe.passed).length;
    return `${passed} of ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(probes.length, 'probe')} ${probes.length === 1 && passed === 1 ? 'answers' : 'answer'} as promised`;
}
/** `Built in 54.5 s, 371.8 MB.` */
function builtSentence(trial) {
    const build = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .stageOf */ .gV)(trial, 'build');
    if (build?.status !== 'passed')
        return undefined;
    return `Built in ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(build.ms)}${trial.image === undefined ? '' : `, ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .megabytes */ .ix)(trial.image.bytes)}`}.`;
}
const testsOf = { start: 'start', smoke: 'smoke tests', push: 'push' };
/** `Start and smoke tests were skipped: there is no image.` A stage that nobody misses is not told. */
function skippedSentences({ stages }) {
    const byReason = new Map();
    for (const stage of stages) {
        const words = testsOf[stage.stage];
        if (stage.status !== 'skipped' || words === undefined)
            continue;
        byReason.set(stage.because, [...(byReason.get(stage.because) ?? []), words]);
    }
    return Array.from(byReason, ([because, words]) => {
        const list = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
        const were = words.length > 1 || words[0] === testsOf.smoke ? 'were' : 'was';
        return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${were} skipped: ${because}.`;
    });
}


/***/ }),

/***/ 3373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ painted),
/* harmony export */   Oi: () => (/* binding */ signsOf),
/* harmony export */   Zf: () => (/* binding */ verdictColours),
/* harmony export */   rY: () => (/* binding */ severityColours),
/* harmony export */   wW: () => (/* binding */ labelled),
/* harmony export */   xl: () => (/* binding */ finished)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69);


/** The text between the sequences of these styles, or as it is. */
function painted(text, styles, { colour }) {
    if (!colour || text === '')
        return text;
    return styles.reduceRight((inside, style) => {
        const [on, off] = node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.colors[style] ?? [0, 0];
        return `\u001b[${on}m${inside}\u001b[${off}m`;
    }, text);
}
const severityColours = { error: 'red', warning: 'yellow', notice: 'blue' };
const verdictColours = {
    passed: 'green',
    failed: 'red',
    errored: 'yellow',
    skipped: 'dim',
};
function signsOf({ unicode }) {
    return unicode ? { arrow: '─→', bar: '│', marker: '━' } : { arrow: '-->', bar: '|', marker: '^' };
}
const asciiOf = new Map([
    ['…', '...'],
    ['\u00a0', ' '],
    ['–', '-'],
    ['—', '-'],
    ['‘', "'"],
    ['’', "'"],
    ['“', '"'],
    ['”', '"'],
]);
/** `error: a sentence`, the label painted; further lines are indented. */
function labelled(label, styles, sentence, options) {
    const [first = '', ...more] = (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapped */ .ky)(`${label}: ${sentence}`, options.columns ?? 80, 2);
    return [`${painted(`${label}:`, styles, options)}${first.slice(label.length + 1)}`, ...more];
}
/** The last step of every line: no no-break spaces, no old-style command, and ASCII where nothing else is shown. */
function finished(line, { unicode }) {
    const text = line.replaceAll('\u00a0', ' ').replaceAll('##[', '# #[').trimEnd();
    if (unicode)
        return text;
    // eslint-disable-next-line no-control-regex
    return text.replaceAll(/[^\u0000-\u007f]/gu, (character) => asciiOf.get(character) ?? '?');
}


/***/ }),

/***/ 69:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XB: () => (/* binding */ clippedTo),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/** Characters that take two columns of a terminal: East Asian wide ones and emoji. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const noColumn = /[\p{M}\u200c\u200d]/u;
/** How many columns of a terminal a line takes. */
function widthOf(line) {
    let columns = 0;
    for (const character of line)
        columns += widthOfCharacter(character);
    return columns;
}
/** The longest beginning that takes no more than so many columns. */
function fitting(line, columns) {
    let left = columns;
    let end = 0;
    for (const character of line) {
        left -= widthOfCharacter(character);
        if (left < 0)
            break;
        end += character.length;
    }
    return line.slice(0, end);
}
/** Cut to so many columns, with `…` for what is left out. */
function clippedTo(line, columns) {
    return widthOf(line) <= columns ? line : `${fitting(line, columns - 1).trimEnd()}…`;
}
/**
 * Lines of no more than so many columns, all but the first indented; broken at blanks. A longer word has a line of its own, cut.
 */
function wrapped(text, columns, indent = 0) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').filter((each) => each !== '')) {
        const longer = line === '' ? word : `${line} ${word}`;
        const room = lines.length === 0 ? columns : columns - indent;
        if (widthOf(longer) <= room)
            line = longer;
        else {
            if (line !== '')
                lines.push(line);
            line = clippedTo(word, lines.length === 0 ? columns : columns - indent);
        }
    }
    const all = line === '' ? lines : [...lines, line];
    return all.map((each, index) => (index === 0 ? each : ' '.repeat(indent) + each));
}
function widthOfCharacter(character) {
    if (/^[ -~]$/.test(character))
        return 1;
    return noColumn.test(character) ? 0 : wide.test(character) ? 2 : 1;
}


/***/ }),

/***/ 6809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   U$: () => (/* binding */ trouble),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6025);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2823);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5046);



/** The first line is the mail's preview: it must be readable alone, and not be cut there. */
const longestHeadline = 80;
const verdictWords = {
    passed: 'passed',
    failed: 'failed',
    errored: 'could not run',
    skipped: 'skipped',
};
/** The verdict and its cause, or the best news: `Sea Trial passed: the image builds, starts and answers on port 8000`. */
function verdictLine(report, before) {
    const verdict = worstVerdict(report);
    const [only] = report.trials;
    const news = report.trials.length === 1 && only !== undefined ? headline(only, before) : headlineOfAll(report.trials);
    return (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(`Sea Trial ${verdictWords[verdict]}${news === '' ? '' : `: ${news}`}`, longestHeadline);
}
const fromTheWorst = ['failed', 'errored', 'passed', 'skipped'];
/** An image that failed says more than one that could not be tried. */
function worstVerdict({ trials }) {
    return fromTheWorst.find((verdict) => trials.some((trial) => trial.verdict === verdict)) ?? 'skipped';
}
/** What is said behind the verdict of one trial: prose. */
function headline(trial, before) {
    switch (trial.verdict) {
        case 'passed':
            return bestNews(trial, before);
        case 'failed':
            return asHeadline(trial.because ?? causeWords((0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(trial)) ?? failedStage(trial));
        case 'errored':
            return asHeadline(causeWords({ ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(trial), others: [] }) ?? trial.because ?? trouble(trial) ?? 'the reason is not known');
        case 'skipped':
            return asHeadline(trial.because ?? 'nothing that concerns it has changed');
    }
}
/** The whole sentences of what went wrong with the set-up, where no finding tells it. */
function trouble({ stages }) {
    const errored = stages.find((stage) => stage.status === 'errored');
    return errored?.status === 'errored' && errored.message !== '' ? errored.message : undefined;
}
/** The port on which the container is reached from outside. */
function portOf({ observation: { container } }) {
    if (container === undefined)
        return undefined;
    return container.port;
}
function stageOf(trial, name) {
    return trial.stages.find(({ stage }) => stage === name);
}
function headlineOfAll(trials) {
    const named = (verdict) => trials.filter((trial) => trial.verdict === verdict);
    const failed = named('failed');
    const errored = named('errored');
    const images = (0,_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(trials.length, 'image');
    if (failed.length > 0)
        return `${failed.length} of ${images} ${failed.length === 1 ? 'fails' : 'fail'}${whichOf(failed)}`;
    if (errored.length > 0)
        return `${errored.length} of ${images} ${errored.length === 1 ? 'was' : 'were'} not tried${whichOf(errored)}`;
    const passed = named('passed').length;
    if (passed === 0)
        return `nothing that concerns the ${images} has changed`;
    return passed === trials.length ? `all ${images} serve` : `${passed} of ${images} serve, the others did not change`;
}
function whichOf(trials) {
    return trials.length > 3 ? '' : `, ${trials.map(({ name }) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .codeWord */ .Q3)(name)).join(', ')}`;
}
function bestNews(trial, before) {
    const passed = (name) => stageOf(trial, name)?.status === 'passed';
    const port = trial.startupMs === undefined ? undefined : portOf(trial);
    const answers = port === undefined ? 'answers' : `answers on port ${port}`;
    if (before !== undefined && before.verdict !== 'passed' && trial.startupMs !== undefined)
        return `it ${answers} now`;
    const does = [
        ...(passed('build') ? ['builds'] : []),
        ...(passed('start') ? ['starts'] : []),
        ...(trial.startupMs === undefined ? [] : [answers]),
    ];
    const last = does.at(-1);
    if (last === undefined)
        return 'lint has nothing against the Dockerfile';
    return does.length === 1 ? `the image ${last}` : `the image ${does.slice(0, -1).join(', ')} and ${last}`;
}
/** Without a root diagnosis the gravest finding made it fail (`fail-on`). */
function causeWords({ cause, others }) {
    const finding = cause ?? others[0]?.finding;
    return finding === undefined ? undefined : (finding.headline ?? finding.title);
}
function failedStage(trial) {
    const failed = trial.stages.find(({ status }) => status === 'failed')?.stage;
    switch (failed) {
        case 'lint':
            return 'lint found errors';
        case 'build':
            return 'the image does not build';
        case 'start':
            return 'the container does not answer';
        case 'smoke':
            return 'it does not answer as it should';
        case 'stop':
            return 'the container does not stop as it should';
        case 'push':
            return 'the image was not pushed';
        case undefined:
            return 'the cause is not known';
    }
}
function asHeadline(sentences) {
    return (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .continued */ .m2)((0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .firstSentence */ .qi)(sentences).replace(/\.$/, ''));
}


/***/ })

};
