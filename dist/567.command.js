export const id = 567;
export const ids = [567,310,987];
export const modules = {

/***/ 4132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ needsBase),
  X: () => (/* binding */ unchangedTrials)
});

// EXTERNAL MODULE: ./build/git/git.js + 3 modules
var git_git = __webpack_require__(4989);
// EXTERNAL MODULE: ./build/trial/untried.js
var untried = __webpack_require__(986);
;// CONCATENATED MODULE: ./build/trial/unchanged.js

const stages = ['lint', 'build', 'start', 'smoke', 'stop'];
const shownDigits = 7;
/** The report of a trial that nothing has changed for: it is skipped, and is no reason to fail. */
function unchanged(plan, { base, because, lastPassed }) {
    const passed = lastPassed === undefined ? '' : `; it last passed at ${lastPassed.slice(0, shownDigits)}`;
    return (0,untried/* untried */.I)(plan, {
        verdict: 'skipped',
        cause: undefined,
        because: `unchanged since ${base.slice(0, shownDigits)}: ${because}${passed}`,
        ...(lastPassed === undefined ? {} : { lastPassed }),
        stages: stages.map((stage) => ({
            stage,
            status: 'skipped',
            because: 'nothing that reaches the image has changed',
        })),
    }, plan.facts.dockerfile.text);
}

// EXTERNAL MODULE: ./build/commands/affected/change-since.js
var change_since = __webpack_require__(8581);
// EXTERNAL MODULE: ./build/commands/run/in-turns.js
var in_turns = __webpack_require__(6731);
// EXTERNAL MODULE: ./build/commands/affected/judge-trials.js + 14 modules
var judge_trials = __webpack_require__(8041);
;// CONCATENATED MODULE: ./build/commands/affected/unchanged-trials.js





/** Questions to the cache of GitHub Actions at once. */
const lanes = 16;
/** In doubt a trial runs, and why it is not known what changed is told. */
async function unchangedTrials(planned, run, ports) {
    const tell = (because) => {
        ports.print.note(`All trials run (only-affected): ${because}.`);
        return { reports: new Map() };
    };
    const base = await ports.base;
    if (base === undefined)
        return tell('the event has no base');
    if ('because' in base)
        return tell(base.because);
    const judge = judgeOf(planned, run, ports, base.top);
    const since = await judge(base.commit);
    if ('because' in since)
        return tell(since.because);
    const reports = new Map();
    const decide = async ([plan, because]) => {
        const last = await ports.lastReport?.(plan.name);
        const found = { base: base.commit, because, ...lastPassed(last, plan) };
        if (!(await isLeftAlone(plan, last, base.commit)))
            return;
        reports.set(plan, unchanged(plan, found));
    };
    /** What failed there has to pass before it is left alone. */
    const isLeftAlone = async (plan, last, commit) => {
        const verdict = verdictIn(last, plan);
        if (ports.isBaseItself !== true)
            return verdict !== 'failed' && verdict !== 'errored';
        // A branch that others build on has to know that it passed, and at which commit: the run of the last push may have been cancelled.
        const passedAt = verdict === 'passed' ? last?.commit?.tested : undefined;
        if (passedAt === undefined)
            return false;
        const sinceThen = passedAt === commit ? since : await judge(passedAt);
        return !('because' in sinceThen) && sinceThen.untouched.has(plan);
    };
    await (0,in_turns/* inTurns */.g)([...since.untouched], Array.from({ length: lanes }, () => decide), () => { });
    return { base: base.commit, reports };
}
/** Which trials nothing touches that has changed since a commit; each commit is looked at once. */
function judgeOf(planned, run, ports, top) {
    const git = (0,git_git.gitOf)(top, ports.environment);
    const known = new Map();
    const look = async (commit) => {
        const change = await (0,change_since/* changeSince */.J)(commit, git);
        if ('because' in change)
            return change;
        const answers = [...(await (0,judge_trials/* judgeTrials */.j)(change, planned, run, ports))];
        return {
            untouched: new Map(answers.flatMap(([plan, answer]) => (answer.isAffected ? [] : [[plan, answer.because]]))),
        };
    };
    return async (commit) => {
        const judged = known.get(commit) ?? look(commit);
        known.set(commit, judged);
        return judged;
    };
}
function verdictIn(report, { name }) {
    return report?.trials.find((trial) => trial.name === name)?.verdict;
}
function lastPassed(last, plan) {
    const commit = last?.commit?.tested;
    return commit === undefined || verdictIn(last, plan) !== 'passed' ? {} : { lastPassed: commit };
}
/** Whether a run has to know what changed. */
function needsBase({ onlyNew, onlyAffected }) {
    return onlyNew || onlyAffected;
}


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ lintBase)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
// EXTERNAL MODULE: ./build/lint/lint.js + 6 modules
var lint = __webpack_require__(9806);
// EXTERNAL MODULE: ./build/plan/facts-for.js
var facts_for = __webpack_require__(2267);
;// CONCATENATED MODULE: ./build/commands/base/base-files.js

/** As for a file of the disk. */
const largestTextBytes = 1_000_000;
/** A link that leads to a link, and so on: more are a circle. */
const mostLinks = 20;
/**
 * What no commit has (built files, virtual environments, `.git`) is the same on both sides: earlier steps of a job have made it.
 * `top` is the checkout's top folder, without links.
 */
function baseFilesOver(below, top, { files: changed }, contents) {
    const missing = new Set();
    const nameOf = (file) => external_node_path_.relative(top, file).split(external_node_path_.sep).join('/');
    const children = childrenOf(changed);
    const contentOf = (id) => {
        const known = contents.get(id);
        if (known === undefined)
            missing.add(id);
        return known;
    };
    /** The file that stands there in the end; `below` where git has it as it lies there, or not at all. */
    const find = (file, links = 0) => {
        const name = nameOf(file);
        if (!changed.has(name))
            return 'below';
        const entry = changed.get(name);
        if (entry === undefined || links > mostLinks)
            return undefined;
        if (entry.kind === 'file')
            return { id: entry.id, file };
        const target = contentOf(entry.id)?.toString('utf8');
        return target === undefined ? undefined : find(external_node_path_.resolve(external_node_path_.dirname(file), target), links + 1);
    };
    const isFolder = (file) => children.has(nameOf(file));
    const files = {
        readBytes(file) {
            const found = find(file);
            if (found === 'below')
                return below.readBytes(file);
            const content = found === undefined ? undefined : contentOf(found.id);
            if (content === undefined)
                throw new Error(`ENOENT: ${file} is not in the base`);
            return content;
        },
        readTextIfPresent(file) {
            const found = find(file);
            if (found === 'below')
                return below.readTextIfPresent(file);
            const content = found === undefined ? undefined : contentOf(found.id);
            return content === undefined || content.length > largestTextBytes ? undefined : content.toString('utf8');
        },
        stat(file) {
            const found = find(file);
            if (found === 'below')
                return below.stat(file) ?? (isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined);
            // For its size alone nothing is fetched: whoever reads it is told.
            if (found !== undefined)
                return { kind: 'file', bytes: contents.get(found.id)?.length ?? 0 };
            return isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined;
        },
        realPath(file) {
            const found = find(file);
            if (found === 'below')
                return below.realPath(file) ?? (isFolder(file) ? file : undefined);
            return found?.file ?? (isFolder(file) ? file : undefined);
        },
        list(folder) {
            const folderName = nameOf(folder);
            const full = (name) => (folderName === '' ? name : `${folderName}/${name}`);
            const there = below.list(folder).filter(({ name }) => !changed.has(full(name)));
            const known = new Set(there.map(({ name }) => name));
            const added = [...(children.get(folderName) ?? [])]
                .filter((name) => !known.has(name))
                .map((name) => ({
                name,
                kind: children.has(full(name))
                    ? 'folder'
                    : changed.get(full(name))?.kind === 'file'
                        ? 'file'
                        : 'other',
            }));
            return [...there, ...added].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        },
        writeText(file) {
            throw new TypeError(`${file} is of a commit, which nobody writes`);
        },
        remove(file) {
            throw new TypeError(`${file} is of a commit, which nobody changes`);
        },
    };
    return { files, missing };
}
/** By folder, the names in it that lead to a file of the base. */
function childrenOf(changed) {
    const children = new Map();
    for (const [name, entry] of changed) {
        if (entry === undefined)
            continue;
        const parts = name.split('/');
        for (const [index, part] of parts.entries()) {
            const folder = parts.slice(0, index).join('/');
            const names = children.get(folder) ?? new Set();
            children.set(folder, names.add(part));
        }
    }
    return children;
}

;// CONCATENATED MODULE: ./build/commands/base/base-lint.js





/** Each round learns what the one before asked for in vain; a file may name the next one, but not for ever. */
const mostRounds = 12;
const mostAtOnce = 8;
/**
 * Lints the base's Dockerfile. Only the files that lint reads are fetched, and of those only what differs. Undefined where one of them
 * cannot be had: what it would have said is then not known.
 */
async function lintBase(plan, contents, linting) {
    const { base, settings, ports, otherChecks, shellcheck } = linting;
    const workingDirectory = ports.files.realPath(ports.workingDirectory) ?? ports.workingDirectory;
    const top = external_node_path_.resolve(base.top);
    const fetched = async (work) => {
        for (let round = 1; round <= mostRounds; round += 1) {
            const { files, missing } = baseFilesOver(ports.files, top, base.differences, contents);
            const result = work({ clock: ports.clock, files, workingDirectory });
            if (missing.size === 0)
                return result;
            if ([...missing].some((id) => contents.has(id)))
                return undefined;
            await fetchAll([...missing], contents, base);
        }
        return undefined;
    };
    const dockerfile = external_node_path_.resolve(workingDirectory, plan.file);
    const read = await fetched((basePorts) => {
        const loaded = (0,source/* loadDockerfile */.d)(basePorts.files, earlierPathOf(dockerfile, top, base), plan.file);
        if ('error' in loaded)
            return { facts: undefined };
        const facts = (0,facts_for/* factsFor */.xh)({ dockerfile: loaded.dockerfile, file: dockerfile, context: plan.context }, settings, basePorts);
        (0,lint/* lint */.u8)({ facts, ...plan.lint, otherChecks }); // so that all files are asked for
        return { facts };
    });
    if (read === undefined)
        return undefined;
    const { facts } = read;
    return {
        commit: base.commit,
        linted: facts === undefined || plan.byImage !== undefined
            ? { findings: [], ignored: [] }
            : await (0,lint/* lintBeside */.Mo)({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([])),
        textOf: async (reportPath) => {
            const file = external_node_path_.resolve(workingDirectory, reportPath);
            return fetched(({ files }) => files.readTextIfPresent(earlierPathOf(file, top, base)));
        },
    };
}
/** Where a file was that the pull request moves. */
function earlierPathOf(file, top, { differences }) {
    const name = external_node_path_.relative(top, file).split(external_node_path_.sep).join('/');
    const earlier = differences.renamed.get(name);
    return earlier === undefined ? file : external_node_path_.join(top, earlier);
}
async function fetchAll(ids, contents, base) {
    const waiting = ids.values();
    const follow = async () => {
        for (const id of waiting)
            contents.set(id, await base.content(id));
    };
    await Promise.all(Array.from({ length: mostAtOnce }, follow));
}


/***/ }),

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ inForm)
});

// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(9987);
// EXTERNAL MODULE: ./build/render/json.js
var json = __webpack_require__(7199);
// EXTERNAL MODULE: ./build/render/links.js
var links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/render/budget.js

/** GitHub refuses a comment beyond 65,536 characters; bytes are never fewer, whichever way it counts. */
const budget_commentBytes = 65_536;
/** Of a job summary, for a step. */
const summaryBytes = 1_048_576;
const details = ['full', 'trimmed', 'failures'];
/** The fullest form that fits; where even the shortest does not, its body is cut and says so. */
function budget_withinBudget(parts, mostBytes, cutNotice) {
    let last;
    for (const detail of details) {
        last = parts(detail);
        const whole = (0,markdown/* paragraphs */.qN)(last.head, last.body, last.foot).markdown;
        if (Buffer.byteLength(whole) <= mostBytes)
            return whole;
    }
    if (last === undefined)
        return '';
    const around = Buffer.byteLength((0,markdown/* paragraphs */.qN)(last.head, cutNotice, last.foot).markdown) + 8;
    const body = { markdown: cutMarkdown(last.body.markdown, mostBytes - around) };
    return (0,markdown/* paragraphs */.qN)(last.head, body, cutNotice, last.foot).markdown;
}
const budget_leftOut = (0,markdown/* markup */.PT) `The rest is left out, for GitHub takes no more; the whole report is in the run.`;
/**
 * The first lines that fit, with whatever they opened closed again. Whole lines only, so no character, code span or link
 * is cut in two; a line too long for the budget ends the text before it.
 */
function cutMarkdown(text, mostBytes) {
    const kept = [];
    let used = 0;
    let open = { fence: '', folds: 0 };
    for (const line of text.split('\n')) {
        const next = opened(open, line);
        const cost = Buffer.byteLength(line) + 1;
        if (used + cost + Buffer.byteLength(closing(next)) > mostBytes)
            break;
        kept.push(line);
        used += cost;
        open = next;
    }
    return `${kept.join('\n')}${closing(open)}`;
}
function opened(before, line) {
    if (before.fence !== '')
        return line === before.fence ? { ...before, fence: '' } : before;
    const fence = /^`{3,}(?=[^`]*$)/.exec(line)?.[0]; // inline code may begin a line too
    if (fence !== undefined)
        return { ...before, fence };
    if (line.startsWith('<details>'))
        return { ...before, folds: before.folds + 1 };
    if (line === '</details>')
        return { ...before, folds: Math.max(0, before.folds - 1) };
    return before;
}
function closing({ fence, folds }) {
    return `${fence === '' ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`;
}

// EXTERNAL MODULE: ./build/render/numbers.js
var render_numbers = __webpack_require__(2823);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/render/entries.js
var render_entries = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/render/state.js



/** Percent-encoded parts; `*` stands for several trials in one comment. A long key ends in a hash of itself. */
function markerKey(parts) {
    const key = parts
        .map((part) => (part === '*' ? part : encodeURIComponent(part.toWellFormed()).replaceAll('*', '%2A')))
        .join('/');
    return key.length <= longestKey ? key : `${key.slice(0, longestKey - 13)}~${hash(key)}`;
}
/** So that the marker stays under 100 characters with a run number of seven digits. */
const longestKey = 45;
function state_marker({ key, sha, run }) {
    return { markdown: `<!-- sea-trial key=${key} sha=${sha.slice(0, 12)} run=${run} -->` };
}
const markerLine = /^<!-- sea-trial key=(?<key>[^\s<>]+) sha=(?<sha>[0-9a-f]{4,12}) run=(?<run>\d{1,15}) -->\r?(?:\n|$)/;
/** Only from the first line: further down anyone may have quoted it. */
function readMarker(body) {
    const { key, sha, run } = markerLine.exec(body)?.groups ?? {};
    return key === undefined || sha === undefined || run === undefined ? undefined : { key, sha, run: Number(run) };
}
/** How a finding is known again on the next push. */
function traceOf({ check, fingerprint }) {
    return `${check.replaceAll(/[^\w./-]/g, '_').slice(0, 100)}:${hash(fingerprint)}`;
}
function state_stateOf(report) {
    return { v: 1, trials: report.trials.map((trial) => trialState(trial, report.trials.length > 1)) };
}
function trialState(trial, named) {
    const { image, startupMs } = trial;
    return {
        ...(named ? { name: trial.name } : {}),
        verdict: trial.verdict,
        ...(trial.cause === undefined ? {} : { cause: trial.cause }),
        findings: bySeverity(trial.findings.filter(({ status }) => status !== 'refuted')).map(traceOf),
        ...(image === undefined ? {} : { bytes: image.bytes, store: image.store }),
        ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
    };
}
const mostStateBytes = 4_000;
/** The comment's last line. Where it would be too long, the mildest findings are only counted, then whole trials left out. */
function state_hiddenState(state) {
    for (let most = 100; most >= 0; most = most > 10 ? most - 10 : most - 1) {
        const line = stateLine({ v: 1, trials: state.trials.map((trial) => cut(trial, most)) });
        if (Buffer.byteLength(line) <= mostStateBytes)
            return { markdown: line };
    }
    return { markdown: stateLine({ v: 1, trials: [] }) };
}
function cut(trial, most) {
    const left = trial.findings.length - most;
    return left <= 0 ? trial : { ...trial, findings: trial.findings.slice(0, most), more: left + (trial.more ?? 0) };
}
/** One trial stands flat. Angle brackets and double dashes are escaped, so that nothing ends the comment early. */
function stateLine({ v: version, trials }) {
    const [only] = trials;
    const data = trials.length === 1 && only !== undefined ? { v: version, ...only } : { v: version, trials };
    const json = JSON.stringify(data)
        .replaceAll('<', String.raw `\u003c`)
        .replaceAll('>', String.raw `\u003e`)
        .replaceAll('&', String.raw `\u0026`)
        .replaceAll('--', String.raw `-\u002d`);
    return `<!-- sea-trial-state ${json} -->`;
}
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const trialSchema = dist/* object */.Ikc({
    name: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(200))),
    verdict: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
    findings: dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w./-]{1,100}:[0-9a-f]{12}$/))),
    more: dist/* optional */.lqM(count),
    cause: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(100))),
    bytes: dist/* optional */.lqM(count),
    store: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.+-]{1,40}$/))),
    startupMs: dist/* optional */.lqM(count),
});
const version = dist/* literal */.euz(1);
const stateSchema = dist/* union */.KCZ([
    dist/* object */.Ikc({ v: version, trials: dist/* array */.YOg(trialSchema) }),
    dist/* pipe */.FsL(dist/* object */.Ikc({ v: version, ...trialSchema.entries }), dist/* transform */.pdi(({ v: read, ...trial }) => ({ v: read, trials: [trial] }))),
]);
/** From the last line only: above it may stand a log that quotes one. Undefined where it is not of our shape. */
function readState(body) {
    const lastLine = body.trimEnd().split(/\r?\n/).at(-1) ?? '';
    const json = /^<!-- sea-trial-state (?<json>\{.*\}) -->$/.exec(lastLine)?.groups?.['json'];
    if (json === undefined || Buffer.byteLength(json) > 2 * mostStateBytes)
        return undefined;
    try {
        const read = v.safeParse(stateSchema, JSON.parse(json));
        return read.success ? read.output : undefined;
    }
    catch {
        return undefined; // cut off or edited by hand: there is nothing to compare with
    }
}
/** What our own earlier comment said; to be asked only of a comment whose author was checked. */
function readPrevious(body) {
    const found = readMarker(body);
    const state = readState(body);
    return found === undefined || state === undefined ? undefined : { marker: found, state };
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

// EXTERNAL MODULE: ./build/render/wording.js
var wording = __webpack_require__(6809);
;// CONCATENATED MODULE: ./build/render/changes.js




/** The state of this trial in the earlier report. */
function earlierState(trial, previous) {
    const trials = previous?.state.trials ?? [];
    return (trials.find(({ name }) => name === trial.name) ??
        (trials.length === 1 && trials[0]?.name === undefined ? trials[0] : undefined));
}
/** Undefined where lint did not get through, so that nothing can be told of what is no longer there. */
function changesOf(trial, before) {
    const lint = (0,wording/* stageOf */.gV)(trial, 'lint')?.status;
    if (lint === 'errored' || lint === 'skipped')
        return undefined;
    const now = trial.findings.filter(({ status }) => status !== 'refuted').map(traceOf);
    const known = new Set(before.findings);
    const gone = before.findings.filter((trace) => !now.includes(trace)).map(checkOf);
    const fixed = [];
    const edited = [];
    const come = now.filter((trace) => !known.has(trace));
    for (const check of gone) {
        // Its instruction was edited, and the flaw is still there.
        const still = come.find((trace) => checkOf(trace) === check && !edited.includes(trace));
        if (still === undefined)
            fixed.push(check);
        else
            edited.push(still);
    }
    return {
        // Behind another failure the earlier one cannot be seen, which does not make it fixed.
        fixed: fixed.filter((check) => trial.cause === undefined || check !== before.cause),
        // Those that found no room in the state are not known, so none can be called new.
        added: before.more === undefined ? come.filter((trace) => !edited.includes(trace)).map(checkOf) : [],
        known: new Set([...known, ...edited]),
    };
}
/** Of several images: `Since the last push (`51aa0c3`): `orders` fixed, `billing` fails now.` Nothing where none has turned. */
function changedTrials({ trials }, previous, sha) {
    if (previous === undefined)
        return markdown/* nothing */.s6;
    const turned = trials.flatMap((trial) => {
        const before = earlierState(trial, previous)?.verdict;
        if (before === 'failed' && trial.verdict === 'passed')
            return [(0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(trial.name)} **fixed**`];
        return before === 'passed' && trial.verdict === 'failed' ? [(0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(trial.name)} **fails now**`] : [];
    });
    if (turned.length === 0)
        return markdown/* nothing */.s6;
    const left = turned.length - mostNames;
    const shown = left > 0 ? [...turned.slice(0, mostNames), (0,markdown/* text */.Qq)(`${left} more turned`)] : turned;
    return (0,markdown/* markup */.PT) `Since ${sinceWhen(previous, sha)}: ${(0,markdown/* joined */.oR)(shown, ', ')}.`;
}
/** `Since the last push (`9f1c2ab`): loopback-host **fixed**, nothing new.` Nothing where nothing changed. */
function changeSentence(changes, previous, sha) {
    if (changes === undefined || (changes.fixed.length === 0 && changes.added.length === 0))
        return markdown/* nothing */.s6;
    const parts = [
        ...(changes.fixed.length === 0 ? [] : [(0,markdown/* markup */.PT) `${names(changes.fixed)} **fixed**`]),
        changes.added.length === 0 ? (0,markdown/* markup */.PT) `nothing new` : (0,markdown/* markup */.PT) `${names(changes.added)} **new**`,
    ];
    return (0,markdown/* markup */.PT) `Since ${sinceWhen(previous, sha)}: ${(0,markdown/* joined */.oR)(parts, ', ')}.`;
}
function sinceWhen({ marker: { sha: earlier, run } }, sha) {
    return sha.startsWith(earlier) ? (0,markdown/* markup */.PT) `run ${run}` : (0,markdown/* markup */.PT) `the last push (${(0,markdown/* code */.aY)(earlier.slice(0, 7))})`;
}
const mostNames = 3;
function names(checks) {
    const each = [...new Set(checks)];
    return each.length > mostNames ? (0,markdown/* text */.Qq)((0,render_numbers/* count */.U9)(checks.length, 'finding')) : (0,markdown/* joined */.oR)(each.map(markdown/* text */.Qq), ', ');
}
function checkOf(trace) {
    return trace.replace(/:[0-9a-f]{12}$/, '');
}

// EXTERNAL MODULE: ./build/render/comparison-words.js
var comparison_words = __webpack_require__(2544);
// EXTERNAL MODULE: ./build/render/stage-words.js
var stage_words = __webpack_require__(2599);
// EXTERNAL MODULE: ./build/render/cause-markdown.js
var cause_markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/render/prose.js
var prose = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/render/comparison-markdown.js




const mostFixed = 5;
/** What the base had and this has not: claims that are no longer true. */
function fixedMarkdown({ fixed }, links) {
    const lines = fixed
        .slice(0, mostFixed)
        .map(({ check, title }) => (0,markdown/* markup */.PT) `${(0,markdown/* prose */.CS)((0,prose/* stopped */.ce)((0,prose/* continued */.m2)(title)))} ${(0,markdown/* link */.nf)((0,markdown/* text */.Qq)(check), links.check(check))}`);
    const left = fixed.length - lines.length;
    if (fixed.length === 0)
        return markdown/* nothing */.s6;
    if (fixed.length === 1)
        return (0,markdown/* markup */.PT) `**Fixed**, no longer so: ${(0,markdown/* joined */.oR)(lines, ' ')}`;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `**Fixed**, no longer so:`, (0,markdown/* bullets */.e5)([...lines, ...(left === 0 ? [] : [(0,markdown/* text */.Qq)(`${left} more`)])]));
}
/** The numbers beside those of the base's last report; nothing where there is none, for then there is nothing to hold them against. */
function measuresTable(trial, comparison, branch) {
    const { bytes, otherStore, startupMs, stopMs } = comparison;
    if (bytes === undefined && otherStore === undefined && startupMs === undefined && stopMs === undefined)
        return markdown/* nothing */.s6;
    const standing = trial.findings.filter(({ status }) => status !== 'refuted').length;
    const { image, stopped: stop } = trial;
    const size = bytes === undefined ? otherStoreWords(otherStore) : (0,comparison_words/* sizeChange */.S8)(bytes);
    return (0,markdown/* table */.tp)([
        { title: 'Measure', align: 'left' },
        { title: 'Here', align: 'right' },
        { title: `Against ${(0,comparison_words/* baseName */.Fl)(branch)}`, align: 'left' },
    ], [
        ...(image === undefined ? [] : [[(0,markdown/* text */.Qq)('Image, unpacked'), (0,markdown/* text */.Qq)((0,render_numbers/* megabytes */.ix)(image.bytes)), (0,markdown/* text */.Qq)(size)]]),
        ...(trial.startupMs === undefined
            ? []
            : [[(0,markdown/* text */.Qq)('First answer'), (0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(trial.startupMs)), (0,markdown/* text */.Qq)(changeWords(startupMs))]]),
        ...(stop === undefined
            ? []
            : [[(0,markdown/* text */.Qq)(stop.exitCode === 0 ? 'Clean stop' : 'Stop'), (0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(stop.ms)), (0,markdown/* text */.Qq)(changeWords(stopMs))]]),
        [(0,markdown/* text */.Qq)('Findings'), (0,markdown/* text */.Qq)(`${standing}`), (0,markdown/* text */.Qq)((0,comparison_words/* findingChange */.i9)(comparison))],
    ]);
}
/** `5 findings: 2 new, 1 fixed, 3 remain.` Where there are no numbers to compare. */
function findingsSentence(trial, comparison) {
    const standing = trial.findings.filter(({ status }) => status !== 'refuted').length;
    const { fixed } = comparison;
    if (standing === 0 && fixed.length === 0)
        return '';
    return `${(0,render_numbers/* count */.U9)(standing, 'finding')}: ${(0,comparison_words/* findingChange */.i9)(comparison)}.`;
}
function otherStoreWords(store) {
    return store === undefined ? '' : `not compared, ${store} there`;
}
function changeWords(change) {
    return change === undefined ? '' : (0,comparison_words/* timeChange */.gP)(change);
}

// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/hardening-words.js
var hardening_words = __webpack_require__(7415);
// EXTERNAL MODULE: ./build/render/proof-words.js
var proof_words = __webpack_require__(4599);
;// CONCATENATED MODULE: ./build/render/tried-markdown.js





const mostProbes = 6;
const longestSteps = 3;
/** What was done and seen, a line a stage, in a fold. */
function triedFold(trial, refuted) {
    const steps = (trial.steps ?? []).filter(({ cached }) => !cached).toSorted((a, b) => b.ms - a.ms);
    const longest = steps.filter(({ ms }) => ms >= 1000).slice(0, longestSteps);
    return (0,markdown/* details */.zH)(`What was tried, ${(0,render_numbers/* duration */.p0)((0,stage_words/* wholeDuration */.ui)(trial))}`, (0,markdown/* bullets */.e5)([
        ...(0,stage_words/* stagesInOrder */.XU)(trial).map((stage) => (0,markdown/* markup */.PT) `**${(0,markdown/* text */.Qq)((0,prose/* capitalised */.Iu)(stage.stage))}**: ${stageLine(trial, stage)}`),
        ...(longest.length === 0
            ? []
            : [
                (0,markdown/* markup */.PT) `Longest steps: ${(0,markdown/* joined */.oR)(longest.map(({ instruction, ms }) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)((0,stage_words/* instructionWords */.sD)(instruction))} ${(0,markdown/* text */.Qq)(`${(0,render_numbers/* duration */.p0)(ms)}${stepChange(trial, instruction)}`)}`), ', ')}`,
            ]),
        ...refuted.map(({ check, title }) => (0,markdown/* markup */.PT) `**Refuted**: ${(0,markdown/* text */.Qq)(check)}: ${(0,markdown/* prose */.CS)((0,prose/* continued */.m2)(title))}`),
    ]));
}
/** Where the same step took clearly another time in the base's last report. */
function stepChange({ comparison }, instruction) {
    const change = comparison?.steps?.[instruction];
    return change === undefined || !(0,comparison_words/* isClear */.OD)(change) ? '' : ` (${(0,comparison_words/* timeChange */.gP)(change)})`;
}
function stageLine(trial, stage) {
    if (stage.status === 'passed' || stage.status === 'failed') {
        if (stage.stage === 'lint')
            return lintLine(trial);
        if (stage.stage === 'smoke' && trial.probes !== undefined && trial.probes.length > 0)
            return probesLine(trial.probes);
        if (stage.stage === 'stop')
            return (0,markdown/* prose */.CS)((0,stage_words/* stopWords */.e$)(trial) ?? stage.status);
    }
    return (0,markdown/* prose */.CS)((0,stage_words/* stageWords */._l)(trial, stage));
}
function lintLine(trial) {
    const findings = (0,stage_words/* lintFindings */.mP)(trial);
    const found = findings.length === 0 ? 'no findings' : (0,stage_words/* severityCounts */.ur)(findings);
    const ignored = trial.ignored.length === 0 ? '' : `; ${trial.ignored.length} ignored`;
    return (0,markdown/* prose */.CS)(`${(0,prose/* codeWord */.Q3)(trial.file)} and its context, ${found}${ignored}`);
}
function probesLine(probes) {
    const given = probes.filter(({ documented }) => documented !== true);
    const shown = given
        .slice(0, mostProbes)
        .map((probe) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(probe.request)} ${(0,markdown/* prose */.CS)(probe.outcome)} in ${(0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(probe.ms))}`);
    const left = given.length - shown.length;
    const more = [...(left === 0 ? [] : [`${left} more`]), ...(0,stage_words/* documentedWords */.AE)(probes)];
    return (0,markdown/* joined */.oR)([...shown, ...more.map(markdown/* text */.Qq)], '; ');
}

;// CONCATENATED MODULE: ./build/render/trial-markdown.js















/** What is told of one trial between the verdict and the footer. */
function trialBody(trial, setting) {
    if (trial.verdict === 'skipped')
        return markdown/* nothing */.s6;
    const entries = (0,render_entries/* entriesOf */.Mc)(trial);
    const { cause } = entries;
    const { previous } = setting;
    const before = earlierState(trial, previous);
    const changes = before === undefined ? undefined : changesOf(trial, before);
    const change = previous === undefined ? markdown/* nothing */.s6 : changeSentence(changes, previous, setting.head);
    const serves = trial.cause === undefined && trial.verdict !== 'errored';
    const { comparison } = trial;
    const fixed = comparison === undefined ? markdown/* nothing */.s6 : fixedMarkdown(comparison, setting.links);
    if (!serves) {
        return (0,markdown/* paragraphs */.qN)(change, cause === undefined ? troubleSentence(trial) : (0,cause_markdown/* causeBlock */.R8)(cause, causeSetting(trial, setting)), cause?.since === 'remaining' ? (0,markdown/* prose */.CS)(`${(0,prose/* capitalised */.Iu)((0,comparison_words/* baseName */.Fl)(setting.baseBranch))} has this flaw too.`) : markdown/* nothing */.s6, proof(trial), fixed, foldOf(entries.others, othersTitle(entries.others, cause), setting), (0,markdown/* joined */.oR)([...sentencesOf(trial), notes(trial)], ' '));
    }
    const isNews = newsTest(trial, changes?.known);
    const shown = isNews === undefined ? entries.others : entries.others.filter(isNews);
    const visible = setting.detail === 'failures' ? [] : shown.slice(0, most(setting).visible);
    const rest = entries.others.filter((entry) => !visible.includes(entry));
    const measured = comparison === undefined ? markdown/* nothing */.s6 : measuresTable(trial, comparison, setting.baseBranch);
    const sentences = measured.markdown === ''
        ? [
            numbersSentence(trial, entries.others.length === 0),
            comparison === undefined ? markdown/* nothing */.s6 : (0,markdown/* prose */.CS)(findingsSentence(trial, comparison)),
        ]
        : [];
    return (0,markdown/* paragraphs */.qN)((0,markdown/* joined */.oR)([change, ...sentences, (0,markdown/* prose */.CS)((0,stage_words/* pushedSentence */.NQ)(trial) ?? ''), notes(trial)], ' '), (0,comparison_words/* isCompared */.uQ)(trial) ? comparedList(visible, setting) : listOf(visible, setting), proof(trial), fixed, measured, foldOf(rest, restTitle(rest, visible.length, setting), setting), hardening(trial), wantsTried(setting, entries.refuted, before !== undefined) ? triedFold(trial, entries.refuted) : markdown/* nothing */.s6);
}
function listOf(entries, setting) {
    return (0,markdown/* numbered */.jN)(entries.map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* wholeFinding */.rZ, '   ')));
}
/** What is surely new apart from what only a run of the base could tell. */
function comparedList(entries, setting) {
    const [added, unsure] = [true, false].map((wanted) => entries.filter((entry) => isAdded(entry) === wanted));
    const heading = (words, of = []) => of.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* paragraphs */.qN)(words, listOf(of, setting));
    return (0,markdown/* paragraphs */.qN)(heading((0,markdown/* markup */.PT) `**New in this pull request**`, added), heading((0,markdown/* markup */.PT) `**Seen when it ran**; whether ${(0,markdown/* prose */.CS)((0,comparison_words/* baseName */.Fl)(setting.baseBranch))} has it too is not known`, unsure));
}
function isAdded({ finding, below }) {
    return [finding, ...below].some(({ since }) => since === 'new');
}
function isRemaining({ finding, below }) {
    return [finding, ...below].every(({ since }) => since === 'remaining');
}
function proof(trial) {
    const sentences = (0,proof_words/* proofSentences */.D)(trial);
    return sentences === undefined ? markdown/* nothing */.s6 : (0,markdown/* prose */.CS)(sentences);
}
function hardening(trial) {
    if (trial.hardening === undefined)
        return markdown/* nothing */.s6;
    const flags = (0,hardening_words/* provenFlags */.sD)(trial);
    const context = (0,hardening_words/* securityContext */.Yg)(trial);
    return (0,markdown/* details */.zH)((0,hardening_words/* hardeningSummary */.td)(trial), (0,markdown/* paragraphs */.qN)((0,markdown/* bullets */.e5)((0,hardening_words/* hardeningLines */.w3)(trial).map(markdown/* prose */.CS)), flags === undefined ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) `Proven to work together: ${(0,markdown/* code */.aY)(`docker run ${flags}`)}. For Kubernetes:`, context.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* fence */.EU)(context, 'yaml')));
}
/** Five are read; twenty are unfolded; the rest is counted. The page of the run has no other place to point to. */
function most({ form, detail }) {
    if (form === 'summary')
        return { visible: 10, folded: detail === 'full' ? Infinity : 100, logLines: detail === 'full' ? 400 : 100 };
    return { visible: 5, folded: detail === 'full' ? 20 : 5, logLines: detail === 'full' ? 40 : 15 };
}
function causeSetting(trial, setting) {
    return {
        ...setting,
        sources: trial.observation.sources,
        logLines: most(setting).logLines,
        evidence: setting.detail !== 'failures',
    };
}
/** What is new against the base, else since the last push; where neither is known, all is shown alike. */
function newsTest(trial, known) {
    const isNew = (0,comparison_words/* isCompared */.uQ)(trial)
        ? ({ since }) => since !== 'remaining'
        : known === undefined
            ? undefined
            : (finding) => !known.has(traceOf(finding));
    return isNew === undefined ? undefined : ({ finding, below }) => [finding, ...below].some(isNew);
}
function othersTitle(entries, cause) {
    const number = (0,render_entries/* findingsIn */._0)(entries);
    const added = entries.flatMap(({ finding, below }) => [finding, ...below]).filter(({ since }) => since === 'new');
    const told = cause === undefined
        ? (0,render_numbers/* count */.U9)(number, 'finding')
        : `${number} more ${number === 1 ? 'finding, not the cause' : 'findings, none of them the cause'}`;
    return added.length === 0 ? told : `${told}; ${added.length} new`;
}
function restTitle(rest, visible, { baseBranch }) {
    const number = (0,render_entries/* findingsIn */._0)(rest);
    if (rest.every(isRemaining))
        return `${(0,render_numbers/* count */.U9)(number, 'finding')} that ${(0,comparison_words/* baseName */.Fl)(baseBranch)} has too`;
    return visible > 0
        ? `${number} more ${number === 1 ? 'finding' : 'findings'}`
        : `${(0,render_numbers/* count */.U9)(number, 'finding')} ${number === 1 ? 'remains' : 'remain'}`;
}
function foldOf(entries, title, setting) {
    if (entries.length === 0)
        return markdown/* nothing */.s6;
    const page = (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run's summary`, setting.links.run?.address);
    if (setting.detail === 'failures')
        return (0,markdown/* markup */.PT) `${(0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(title))} The ${page} lists them.`;
    const { folded } = most(setting);
    const left = (0,render_entries/* findingsIn */._0)(entries.slice(folded));
    return (0,markdown/* details */.zH)(title, (0,markdown/* bullets */.e5)([
        ...entries.slice(0, folded).map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* claim */.B7, '  ')),
        ...(left === 0 ? [] : [(0,markdown/* markup */.PT) `${left} more: the ${page} lists them`]),
    ]));
}
/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB. Nothing to change.` */
function numbersSentence(trial, nothingToChange) {
    const { startupMs, image } = trial;
    const stop = (0,stage_words/* stopSummary */.BT)(trial);
    const numbers = [
        ...(startupMs === undefined ? [] : [`first answer after ${(0,render_numbers/* duration */.p0)(startupMs)}`]),
        ...(stop === undefined ? [] : [stop]),
        ...(image === undefined ? [] : [(0,render_numbers/* megabytes */.ix)(image.bytes)]),
    ].join(', ');
    const sentence = numbers === '' ? '' : `${numbers.charAt(0).toUpperCase()}${numbers.slice(1)}.`;
    return (0,markdown/* joined */.oR)([(0,markdown/* prose */.CS)(sentence), nothingToChange ? (0,markdown/* text */.Qq)('Nothing to change.') : markdown/* nothing */.s6], ' ');
}
function sentencesOf(trial) {
    return [...[(0,stage_words/* builtSentence */.Kh)(trial)].filter((sentence) => sentence !== undefined), ...(0,stage_words/* skippedSentences */.Zl)(trial)].map(markdown/* prose */.CS);
}
function troubleSentence(trial) {
    return (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(trial.because ?? (0,wording/* trouble */.U$)(trial) ?? ''));
}
function notes(trial) {
    return (0,markdown/* joined */.oR)(trial.notes.map((note) => (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(note))), ' ');
}
/** Told with the first report, and where something was refuted; the page of the run always has it. */
function wantsTried({ form, detail }, refuted, isUpdate) {
    if (form === 'summary')
        return true;
    return detail !== 'failures' && (!isUpdate || refuted.length > 0);
}

;// CONCATENATED MODULE: ./build/render/several-markdown.js








/** Of so many images a row is shown; the fine ones beyond are counted. */
const mostRows = 20;
/**
 * Several trials in one report: the worst first, each that failed in full, then what is new; the others in folds, and where they were
 * compared and have nothing new, only counted.
 */
function severalBody(report, setting) {
    const trials = report.trials.toSorted((a, b) => rank(a) - rank(b));
    const told = (trial) => rank(trial) < 2 || (rank(trial) === 2 && (0,comparison_words/* isCompared */.uQ)(trial));
    const rest = trials.filter((trial) => !told(trial) && findingsOf(trial) > 0);
    const quiet = setting.form === 'comment' ? rest.filter(comparison_words/* isCompared */.uQ) : [];
    return (0,markdown/* paragraphs */.qN)(changedTrials(report, setting.previous, setting.head), imageTable(trials, setting.previous), setting.detail === 'failures' ? markdown/* nothing */.s6 : pushedFold(report.trials), ...trials.filter(told).map((trial) => section(trial, setting)), setting.detail === 'failures'
        ? markdown/* nothing */.s6
        : {
            markdown: [
                ...rest.filter((trial) => !quiet.includes(trial)).map((trial) => fold(trial, setting)),
                countedFold(quiet, setting),
            ]
                .filter((each) => each !== '')
                .join('\n'),
        });
}
/** Failed, could not run, passed with findings that are not known from the base, passed, skipped. */
function rank(trial) {
    switch (trial.verdict) {
        case 'failed':
            return 0;
        case 'errored':
            return 1;
        case 'passed':
            return newsOf(trial).length > 0 ? 2 : 3;
        case 'skipped':
            return 4;
    }
}
/** The findings that a reader of this pull request has not to look for elsewhere. */
function newsOf(trial) {
    const standing = trial.findings.filter(({ status }) => status !== 'refuted');
    return (0,comparison_words/* isCompared */.uQ)(trial) ? standing.filter(({ since }) => since !== 'remaining') : standing;
}
function imageTable(trials, previous) {
    const few = (all) => (all.length > 1 ? all : []);
    const quiet = new Set(few(trials.filter((trial) => isUnchanged(trial, previous))));
    const untouched = new Set(few(trials.filter(({ verdict }) => verdict === 'skipped')));
    const rows = trials.filter((trial) => !quiet.has(trial) && !untouched.has(trial));
    const counted = Math.min(1, quiet.size) + Math.min(1, untouched.size);
    const shown = rows.length + counted <= mostRows ? rows : rows.slice(0, mostRows - 1);
    const left = rows.length - shown.length;
    const more = quiet.size + left;
    return (0,markdown/* table */.tp)([
        { title: 'Image', align: 'left' },
        { title: 'Result', align: 'left' },
        { title: 'Size', align: 'right' },
    ], [
        ...shown.map((trial) => [(0,markdown/* code */.aY)(trial.name), result(trial, previous), size(trial)]),
        ...(more === 0
            ? []
            : [[(0,markdown/* text */.Qq)(`${more} more`), (0,markdown/* text */.Qq)(left === 0 ? 'passed, nothing new' : 'listed in the run'), markdown/* nothing */.s6]]),
        ...(untouched.size === 0 ? [] : [[(0,markdown/* text */.Qq)(`${untouched.size} more`), (0,markdown/* text */.Qq)('skipped: unchanged'), markdown/* nothing */.s6]]),
    ]);
}
/** Where each image is in a registry: not every image has a section of its own. */
function pushedFold(trials) {
    const lines = trials.flatMap((trial) => {
        const sentence = (0,stage_words/* pushedSentence */.NQ)(trial);
        return sentence === undefined ? [] : [(0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(trial.name)}: ${(0,markdown/* prose */.CS)(sentence)}`];
    });
    const left = lines.length - mostRows;
    const shown = left > 0 ? [...lines.slice(0, mostRows), (0,markdown/* markup */.PT) `${left} more: report.json has them all`] : lines;
    return lines.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* details */.zH)(`Pushed: ${(0,render_numbers/* count */.U9)(lines.length, 'image')}`, (0,markdown/* bullets */.e5)(shown));
}
/** It passed as it did before, has nothing that the base has not, and is as large. */
function isUnchanged(trial, previous) {
    const before = earlierState(trial, previous);
    return (rank(trial) === 3 &&
        (0,comparison_words/* isCompared */.uQ)(trial) &&
        !(0,comparison_words/* sizeMoved */.lh)(trial) &&
        (trial.comparison?.fixed.length ?? 0) === 0 &&
        (before === undefined || before.verdict === 'passed'));
}
function size(trial) {
    const { image, comparison } = trial;
    if (image === undefined)
        return markdown/* nothing */.s6;
    const delta = comparison?.bytes?.delta ?? 0;
    const moved = (0,comparison_words/* sizeMoved */.lh)(trial) ? `, ${delta < 0 ? '-' : '+'}${(0,render_numbers/* megabytes */.ix)(Math.abs(delta))}` : '';
    return (0,markdown/* text */.Qq)(`${(0,render_numbers/* megabytes */.ix)(image.bytes)}${moved}`);
}
function result(trial, previous) {
    const before = earlierState(trial, previous);
    switch (trial.verdict) {
        case 'failed':
            return (0,markdown/* markup */.PT) `**failed**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'errored':
            return (0,markdown/* markup */.PT) `**could not run**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'passed':
            return (0,markdown/* text */.Qq)([
                'passed',
                ...(before !== undefined && before.verdict !== 'passed' ? ['failed before'] : []),
                ...newsWords(trial),
                ...(trial.pushed === undefined ? [] : ['pushed']),
            ].join(', '));
        case 'skipped':
            return (0,markdown/* prose */.CS)(`skipped: ${(0,wording/* headline */.Pl)(trial)}`);
    }
}
/** `2 new notices`, `3 findings` where nothing was compared, `nothing new`. */
function newsWords(trial) {
    const news = newsOf(trial);
    if (!(0,comparison_words/* isCompared */.uQ)(trial))
        return news.length === 0 ? [] : [(0,render_numbers/* count */.U9)(news.length, 'finding')];
    if (news.length === 0)
        return findingsOf(trial) === 0 ? [] : ['nothing new'];
    const counts = (0,stage_words/* severityCounts */.ur)(news);
    return [counts.includes(',') ? `${news.length} new findings` : counts.replace(' ', ' new ')];
}
function section(trial, setting) {
    const before = earlierState(trial, setting.previous);
    const words = rank(trial) < 2 ? (0,wording/* headline */.Pl)(trial, before) : newsWords(trial).join('');
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `#### ${(0,markdown/* code */.aY)(trial.name)}: ${(0,markdown/* prose */.CS)(words)}`, trialBody(trial, setting));
}
function fold(trial, setting) {
    const body = trialBody(trial, setting);
    return body.markdown === '' ? '' : (0,markdown/* details */.zH)(`${trial.name}: ${(0,render_numbers/* count */.U9)(findingsOf(trial), 'finding')}`, body).markdown;
}
/** What the base has too, by image: whoever wants to read it finds it on the page of the run. */
function countedFold(trials, { links, baseBranch }) {
    if (trials.length === 0)
        return '';
    const number = trials.reduce((sum, trial) => sum + findingsOf(trial), 0);
    const names = trials.map((trial) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(trial.name)} ${findingsOf(trial)}`);
    const page = (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run's summary`, links.run?.address);
    return (0,markdown/* details */.zH)(`${(0,render_numbers/* count */.U9)(number, 'finding')} that ${(0,comparison_words/* baseName */.Fl)(baseBranch)} has too, in ${(0,render_numbers/* count */.U9)(trials.length, 'image')}`, (0,markdown/* bullets */.e5)([(0,markdown/* markup */.PT) `${(0,markdown/* joined */.oR)(names, ', ')}: listed in the ${page}`])).markdown;
}
function findingsOf(trial) {
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    return (0,render_entries/* findingsIn */._0)(others) + (cause === undefined ? 0 : 1);
}

;// CONCATENATED MODULE: ./build/render/comment.js







/** The sticky comment of a pull request: marker, verdict, what to change, footer, and the state for the next push. */
function renderComment(report, context) {
    const { key, links, maxBytes = commentBytes } = context;
    const first = marker({ key, sha: headOf(report), run: links.run?.number ?? 0 });
    return withinBudget((detail) => {
        const { head, body, foot } = reportParts(report, { ...context, form: 'comment', detail });
        return {
            head: joined([first, head], '\n'),
            body,
            foot: joined([foot, hiddenState(stateOf(report))], '\n'),
        };
    }, maxBytes, leftOut);
}
/** What comment and summary share. */
function reportParts(report, context) {
    const { form, detail, links, previous, suggestions, baseBranch } = context;
    const setting = {
        form,
        detail,
        links,
        head: headOf(report),
        ...(previous === undefined ? {} : { previous }),
        ...(suggestions === undefined ? {} : { suggestions }),
        ...(baseBranch === undefined ? {} : { baseBranch }),
    };
    const [only] = report.trials;
    const single = report.trials.length === 1 ? only : undefined;
    const before = single === undefined ? undefined : earlierState(single, previous);
    return {
        head: (0,markdown/* joined */.oR)([(0,markdown/* markup */.PT) `###`, symbols[(0,wording/* worstVerdict */.zP)(report)], (0,markdown/* prose */.CS)((0,wording/* verdictLine */.MT)(report, before))], ' '),
        body: single === undefined ? severalBody(report, setting) : trialBody(single, setting),
        foot: footer(report, links),
    };
}
/** One symbol in the whole comment, before the verdict. */
const symbols = {
    passed: (0,markdown/* markup */.PT) `✅`,
    failed: (0,markdown/* markup */.PT) `❌`,
    errored: (0,markdown/* markup */.PT) `⚠️`,
    skipped: markdown/* nothing */.s6,
};
/** `Commit [`9f1c2ab`](…), [run 118](…), [settings](…)` */
function footer(report, links) {
    const head = headOf(report);
    const { run } = links;
    return (0,markdown/* joined */.oR)([
        ...(head === '' ? [] : [(0,markdown/* joined */.oR)([(0,markdown/* markup */.PT) `Commit ${commitLink(head, links)}`, against(report, links)], ' ')]),
        ...(run === undefined ? [] : [(0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run ${run.number}`, run.address)]),
        (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `settings`, links.settings),
    ], ', ');
}
/** Only where something was compared. */
function against({ trials }, links) {
    const base = trials.find(({ comparison }) => comparison !== undefined)?.comparison?.base;
    return base === undefined ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) `against ${commitLink(base, links)}`;
}
function commitLink(sha, links) {
    return (0,markdown/* link */.nf)((0,markdown/* code */.aY)(sha.slice(0, 7)), links.commit(sha));
}
function headOf({ commit }) {
    return commit?.head ?? '';
}

;// CONCATENATED MODULE: ./build/render/summary.js



/** The page of the run: the comment's text without marker and state, and without its limits. */
function renderSummary(report, { paragraph, ...context }) {
    const text = budget_withinBudget((detail) => {
        const parts = reportParts(report, { ...context, form: 'summary', detail });
        return paragraph === undefined ? parts : { ...parts, head: (0,markdown/* paragraphs */.qN)(parts.head, paragraph) };
    }, summaryBytes - 1, budget_leftOut);
    return `${text}\n`;
}
/** Why a pull request from a fork gets no comment, and what a maintainer can do about it. */
function forkParagraph(fork, { relay }) {
    const origin = fork === '' ? markup `a fork that was deleted` : markup `the fork ${code(fork)}`;
    return markup `No comment was posted: this pull request comes from ${origin}, and GitHub gives its workflow a read-only token. This page and the annotations are the whole report, and the verdict counts all the same. Maintainers who want comments here add the ${link(markup `relay workflow`, relay)} once; the contributor need not do anything.`;
}

// EXTERNAL MODULE: ./build/render/finding-text.js + 1 modules
var finding_text = __webpack_require__(4650);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/source.js
var source = __webpack_require__(9496);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
// EXTERNAL MODULE: ./build/render/width.js
var width = __webpack_require__(69);
;// CONCATENATED MODULE: ./build/render/terminal.js













/** The report for a terminal of 80 columns. The verdict comes last, where the eye is. */
function renderTerminal(report, options) {
    const several = report.trials.length > 1;
    const blocks = report.trials.flatMap((trial) => [
        ...(several ? [[trialTitle(trial, options)]] : []),
        ...trialBlocks(trial, options),
    ]);
    return `${[...blocks, verdict(report, options)].map((block) => block.join('\n')).join('\n\n')}\n`;
}
/** Of a trial that serves, so many findings are shown; `sea-trial lint` shows all. */
const mostShown = 5;
function trialBlocks(trial, options) {
    // Its title says all there is to say.
    if (trial.verdict === 'skipped')
        return [];
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    const text = (whole) => ({
        ...options,
        whole,
        sourceOf: (path) => (0,source/* sourceText */.rI)(trial.observation.sources, path),
    });
    const shown = cause !== undefined ? [{ finding: cause, below: [] }] : trial.cause === undefined ? others.slice(0, mostShown) : [];
    const unexplained = cause === undefined ? (0,wording/* trouble */.U$)(trial) : undefined;
    const proven = (0,proof_words/* proofSentences */.D)(trial);
    const hidden = (0,render_entries/* findingsIn */._0)(others) - (cause === undefined ? (0,render_entries/* findingsIn */._0)(shown) : 0);
    return [
        ...shown.map((entry) => (0,finding_text/* findingText */.N)(entry, text(entry.finding === cause))),
        ...(unexplained === undefined ? [] : [sentenceLines('error', unexplained, options)]),
        ...(proven === undefined ? [] : [sentenceLines('proof', proven, options)]),
        ...trial.notes.map((note) => sentenceLines('note', note, options)),
        (0,hardening_words/* hardeningLines */.w3)(trial).flatMap((line) => sentenceLines('bears', line, options)),
        (0,stage_words/* stagesInOrder */.XU)(trial)
            .filter((stage) => stage.stage !== 'stop' || stage.status !== 'skipped') // nobody misses it
            .map((stage) => stageRow(trial, stage, hidden, options))
            .concat(trial.comparison === undefined ? [] : [comparisonRow((0,comparison_words/* comparisonWords */.bz)(trial.comparison), options)]),
    ].filter((block) => block.length > 0);
}
/** `  build   52.3 s  9 steps, none from cache; 333.0 MB (overlay2)` */
function stageRow(trial, stage, hidden, options) {
    const time = stage.status === 'skipped' ? '-' : (0,render_numbers/* duration */.p0)(stage.ms);
    const all = stage.stage === 'lint' && hidden > 0 ? '  (all: sea-trial lint)' : '';
    const words = `${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,stage_words/* stageWords */._l)(trial, stage)))}${all}`;
    const room = (options.columns ?? 80) - 18;
    const name = (0,terminal_style/* painted */.C$)(stage.stage.padEnd(6), ['bold'], options);
    return (0,terminal_style/* finished */.xl)(`  ${name}${time.padStart(8)}  ${(0,width/* clippedTo */.XB)(words, room)}`, options);
}
/** `  base         -  2 new, 1 fixed, 3 remain; size +98.3 MB, +36%` */
function comparisonRow(words, options) {
    const name = (0,terminal_style/* painted */.C$)('base'.padEnd(6), ['bold'], options);
    return (0,terminal_style/* finished */.xl)(`  ${name}${'-'.padStart(8)}  ${(0,width/* clippedTo */.XB)(words, (options.columns ?? 80) - 18)}`, options);
}
function trialTitle(trial, options) {
    const columns = options.columns ?? 80;
    const line = (0,width/* clippedTo */.XB)((0,printing/* printable */.g$)((0,prose/* plain */.pj)(`${trial.name} ${verdictWord(trial)}`)), columns);
    return (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold'], options), options);
}
function verdictWord(trial) {
    const word = trial.verdict === 'errored' ? 'could not run' : trial.verdict;
    return `${word}: ${(0,wording/* headline */.Pl)(trial)}`;
}
function sentenceLines(name, sentences, options) {
    const styles = name === 'error' ? ['bold', 'red'] : ['bold'];
    const sentence = (0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,prose/* stopped */.ce)((0,prose/* capitalised */.Iu)(sentences))));
    return (0,terminal_style/* labelled */.wW)(name, styles, sentence, options).map((line) => (0,terminal_style/* finished */.xl)(line, options));
}
function verdict(report, options) {
    const worst = (0,wording/* worstVerdict */.zP)(report);
    const symbol = !options.unicode || worst === 'skipped' ? '' : worst === 'passed' ? '✓ ' : '✗ ';
    const lines = (0,width/* wrapped */.ky)(`${symbol}${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,wording/* verdictLine */.MT)(report)))}`, options.columns ?? 80, symbol.length);
    return lines.map((line) => (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold', terminal_style/* verdictColours */.Zf[worst]], options), options));
}

;// CONCATENATED MODULE: ./build/commands/form.js





/** A whole report, in the form that was asked for. */
async function inForm(report, ports) {
    const { presentation, colour, unicode, version } = ports;
    switch (presentation.format) {
        case 'text':
        case 'checkstyle': // lint's alone
        case 'codeclimate':
        case 'gnu':
            return renderTerminal(report, { colour, unicode });
        case 'json':
            return (0,json/* reportJson */.l)(report);
        case 'markdown':
            return renderSummary(report, { links: links/* localLinks */.Jy });
        case 'html': {
            const { renderHtml } = await __webpack_require__.e(/* import() */ 226).then(__webpack_require__.bind(__webpack_require__, 3226));
            return renderHtml(report);
        }
        case 'sarif': {
            const { sarifOf } = await __webpack_require__.e(/* import() */ 247).then(__webpack_require__.bind(__webpack_require__, 2247));
            return (await sarifOf(version, ports, { ignored: true })).ofReport(report);
        }
        case 'github':
            return (0,annotations/* annotations */.h)(report, { event: 'push' })
                .map((annotation) => `${(0,annotations.annotationCommand)(annotation)}\n`)
                .join('');
    }
}


/***/ }),

/***/ 4348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ readObservation),
  $: () => (/* binding */ writeObservations)
});

// EXTERNAL MODULE: ./build/render/schema-complaint.js
var schema_complaint = __webpack_require__(5094);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/name-for-docker.js
var name_for_docker = __webpack_require__(58);
;// CONCATENATED MODULE: ./build/render/observation-schema.js

const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf());
const line = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
const texts = dist/* array */.YOg(dist/* string */.YjP());
const file = dist/* strictObject */.rej({ path: dist/* string */.YjP(), text: dist/* string */.YjP() });
const maybe = dist/* exactOptional */.yqP;
const sources = dist/* strictObject */.rej({
    dockerfile: file,
    context: dist/* string */.YjP(),
    target: maybe(dist/* string */.YjP()),
    buildArguments: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()),
    files: dist/* array */.YOg(file),
    listing: texts,
    publish: maybe(dist/* array */.YOg(count)),
    today: maybe(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoDate */._$n())),
});
const build = dist/* strictObject */.rej({
    argv: texts,
    exitCode: whole,
    ms: dist/* number */.aig(),
    timedOut: dist/* boolean */.zMY(),
    steps: dist/* array */.YOg(dist/* strictObject */.rej({
        digest: dist/* string */.YjP(),
        name: dist/* string */.YjP(),
        startedAt: maybe(dist/* number */.aig()),
        ms: maybe(dist/* number */.aig()),
        cached: dist/* boolean */.zMY(),
        error: maybe(dist/* string */.YjP()),
        log: texts,
    })),
    warnings: dist/* array */.YOg(dist/* strictObject */.rej({
        check: dist/* string */.YjP(),
        message: dist/* string */.YjP(),
        detail: dist/* string */.YjP(),
        url: maybe(dist/* string */.YjP()),
        line: maybe(line),
        endLine: maybe(line),
    })),
    contextBytes: maybe(count),
    failure: maybe(dist/* strictObject */.rej({
        message: dist/* string */.YjP(),
        line: maybe(line),
        endLine: maybe(line),
        step: maybe(dist/* string */.YjP()),
        exitCode: maybe(whole),
        failedSteps: texts,
        log: texts,
    })),
    builder: maybe(dist/* strictObject */.rej({ name: dist/* string */.YjP(), driver: dist/* string */.YjP(), endpoints: texts, unseenImage: maybe(dist/* string */.YjP()) })),
});
const observation_schema_image = dist/* strictObject */.rej({
    reference: dist/* string */.YjP(),
    id: dist/* string */.YjP(),
    digest: maybe(dist/* string */.YjP()),
    bytes: count,
    store: dist/* string */.YjP(),
    user: dist/* string */.YjP(),
    workdir: dist/* string */.YjP(),
    environment: texts,
    entrypoint: texts,
    command: texts,
    exposed: texts,
    layers: dist/* array */.YOg(dist/* strictObject */.rej({ bytes: count, instruction: dist/* string */.YjP() })),
    stopSignal: maybe(dist/* string */.YjP()),
    healthcheck: maybe(dist/* strictObject */.rej({ test: texts, timeoutMs: dist/* number */.aig() })),
});
const expected = dist/* variant */.Oxt('kind', [
    dist/* strictObject */.rej({ kind: dist/* picklist */.KIO(['http', 'tcp']) }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('running'), ms: dist/* number */.aig() }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('exit'), code: count }),
]);
const state = dist/* strictObject */.rej({
    status: dist/* picklist */.KIO(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']),
    exitCode: whole,
    oomKilled: dist/* boolean */.zMY(),
    error: dist/* string */.YjP(),
    pid: count,
    startedAt: maybe(dist/* number */.aig()),
    finishedAt: maybe(dist/* number */.aig()),
    health: maybe(dist/* strictObject */.rej({
        status: dist/* string */.YjP(),
        log: dist/* array */.YOg(dist/* strictObject */.rej({ exitCode: whole, output: dist/* string */.YjP() })),
    })),
});
const socket = dist/* strictObject */.rej({
    family: dist/* picklist */.KIO(['ipv4', 'ipv6', 'unix', 'udp']),
    address: dist/* string */.YjP(),
    port: count,
});
const outcome = dist/* variant */.Oxt('kind', [
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('answered'),
        status: count,
        headers: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()),
        body: dist/* string */.YjP(),
        bodyBytes: count,
    }),
    dist/* strictObject */.rej({ kind: dist/* picklist */.KIO(['connected', 'refused', 'reset', 'closed', 'timeout']) }),
    dist/* strictObject */.rej({ kind: dist/* picklist */.KIO(['not-http', 'failed']), detail: dist/* string */.YjP() }),
]);
const exchange = dist/* strictObject */.rej({
    atMs: dist/* number */.aig(),
    ms: dist/* number */.aig(),
    request: dist/* string */.YjP(),
    outcome,
    times: count,
    lastAtMs: maybe(dist/* number */.aig()),
    probe: maybe(dist/* string */.YjP()),
    passed: maybe(dist/* boolean */.zMY()),
});
const documentedAnswer = dist/* strictObject */.rej({
    atMs: dist/* number */.aig(),
    ms: dist/* number */.aig(),
    request: dist/* string */.YjP(),
    outcome,
    path: dist/* string */.YjP(),
    operation: maybe(dist/* string */.YjP()),
    promise: dist/* picklist */.KIO(['kept', 'broken', 'undecided']),
    deviation: maybe(dist/* string */.YjP()),
});
const container = dist/* strictObject */.rej({
    image: observation_schema_image,
    expected,
    create: dist/* strictObject */.rej({ argv: texts, exitCode: whole, stderr: dist/* string */.YjP() }),
    state: maybe(state),
    published: dist/* array */.YOg(dist/* strictObject */.rej({ hostIp: dist/* string */.YjP(), hostPort: count, containerPort: count, protocol: dist/* picklist */.KIO(['tcp', 'udp']) })),
    port: count,
    log: dist/* array */.YOg(dist/* strictObject */.rej({ at: dist/* number */.aig(), stream: dist/* picklist */.KIO(['stdout', 'stderr']), text: dist/* string */.YjP() })),
    omittedLogLines: count,
    sockets: dist/* array */.YOg(dist/* strictObject */.rej({ atMs: dist/* number */.aig(), listening: dist/* array */.YOg(socket) })),
    processes: dist/* array */.YOg(dist/* strictObject */.rej({
        pid: count,
        parentPid: count,
        user: dist/* string */.YjP(),
        command: dist/* string */.YjP(),
        cpu: maybe(dist/* strictObject */.rej({ ms: dist/* number */.aig(), overMs: dist/* number */.aig() })),
    })),
    exchanges: dist/* array */.YOg(exchange),
    documented: maybe(dist/* strictObject */.rej({ document: documentedAnswer, gets: count, answers: dist/* array */.YOg(documentedAnswer) })),
    wait: dist/* strictObject */.rej({
        limitMs: dist/* number */.aig(),
        ms: dist/* number */.aig(),
        ended: dist/* picklist */.KIO(['ready', 'exited', 'decided', 'deadline', 'not-started']),
        readyAtMs: maybe(dist/* number */.aig()),
    }),
    runtime: maybe(dist/* strictObject */.rej({
        user: dist/* string */.YjP(),
        uid: maybe(count),
        catchesSigterm: maybe(dist/* boolean */.zMY()),
        processes: count,
        listening: texts,
        memoryBytes: maybe(count),
        memoryPeakBytes: maybe(count),
    })),
    measures: dist/* array */.YOg(dist/* strictObject */.rej({ path: dist/* string */.YjP(), bytes: count, files: count })),
    stop: maybe(dist/* strictObject */.rej({
        ms: dist/* number */.aig(),
        timeoutMs: dist/* number */.aig(),
        exitCode: whole,
        signal: maybe(dist/* string */.YjP()),
        atMs: maybe(dist/* number */.aig()),
        inFlight: maybe(dist/* strictObject */.rej({ request: dist/* string */.YjP(), ms: dist/* number */.aig(), outcome })),
    })),
    tls: maybe(dist/* variant */.Oxt('kind', [
        dist/* strictObject */.rej({ kind: dist/* literal */.euz('handshake'), protocol: dist/* string */.YjP() }),
        dist/* strictObject */.rej({ kind: dist/* literal */.euz('failed'), detail: dist/* string */.YjP() }),
    ])),
    threads: maybe(texts),
    healthCheck: maybe(dist/* strictObject */.rej({ exitCode: whole, output: dist/* string */.YjP(), ms: dist/* number */.aig(), timedOut: dist/* boolean */.zMY() })),
});
/** What was seen of one trial: what `--observation-file` writes, and `sea-trial report --observation` replays. */
const observationSchema = dist/* strictObject */.rej({
    version: dist/* literal */.euz(1),
    name: dist/* string */.YjP(),
    sources,
    build: maybe(build),
    container: maybe(container),
});

;// CONCATENATED MODULE: ./build/commands/observations.js






/** Writes what was seen of each trial, masked as the report is; of several, each into a file that bears its name. */
function writeObservations({ trials }, { observationFile }, { files, workingDirectory }) {
    if (observationFile === undefined)
        return;
    const { dir, name, ext } = external_node_path_.parse(external_node_path_.resolve(workingDirectory, observationFile));
    for (const { observation } of trials) {
        const own = trials.length === 1 ? name : `${name}-${(0,name_for_docker/* nameForDocker */.Z)(observation.name)}`;
        files.writeText(external_node_path_.join(dir, `${own}${ext}`), `${JSON.stringify(observation)}\n`);
    }
}
/** Reads one back. Throws a `UserError` that says what of the file is none. */
function readObservation(file, { files, workingDirectory }) {
    const place = external_node_path_.resolve(workingDirectory, file);
    if (files.stat(place)?.kind !== 'file')
        throw new errors/* UserError */.y('there is no such file, or none that can be read.', {
            place: file,
            hint: 'Name a file that `--observation-file` of a trial has written.',
        });
    const read = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), observationSchema), files.readBytes(place).toString('utf8'));
    if (read.success)
        return read.output;
    throw new errors/* UserError */.y(`it is no recorded observation: ${(0,schema_complaint/* schemaComplaint */.$)(read.issues)}.`, {
        place: file,
        hint: 'Name a file that `--observation-file` of a trial has written, unchanged.',
    });
}


/***/ }),

/***/ 3092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ exitCodeOf),
  Y: () => (/* binding */ runTrials)
});

// EXTERNAL MODULE: ./build/lint/shellcheck.js + 1 modules
var lint_shellcheck = __webpack_require__(3595);
;// CONCATENATED MODULE: ./build/plan/free-port.js
/** The same plan on a port of the host that the engine chooses, unless the port was given: for what runs side by side. */
function onFreePort(plan) {
    if (!plan.start.portIsOurs)
        return plan;
    return {
        ...plan,
        start: { ...plan.start, publish: plan.start.publish.map((each) => ({ ...each, hostPort: 0 })) },
        ofCopy: (copy) => onFreePort(plan.ofCopy(copy)),
    };
}

// EXTERNAL MODULE: ./build/plan/push-plan.js
var push_plan = __webpack_require__(1186);
// EXTERNAL MODULE: ./build/render/mask.js + 2 modules
var render_mask = __webpack_require__(8917);
// EXTERNAL MODULE: ./build/ports.js
var build_ports = __webpack_require__(4788);
// EXTERNAL MODULE: ./build/trial/settle.js
var settle = __webpack_require__(432);
;// CONCATENATED MODULE: ./build/trial/measure-paths.js

/** Sizes of what the probes ask about; a path that is not there is not among them. */
async function measurePaths(plan, { docker, logbook, suspected }) {
    const paths = (0,settle/* pathsToMeasure */.a)(suspected, logbook.observation, plan.facts);
    const measured = await Promise.all(paths.map(async (path) => ({ path, measure: await docker.measurePath(plan.start.containerName, path) })));
    return measured.flatMap(({ path, measure }) => measure === undefined ? [] : [{ path, bytes: measure.bytes, files: measure.files }]);
}

// EXTERNAL MODULE: ./build/diagnoses/diagnose.js + 1 modules
var diagnose = __webpack_require__(5822);
// EXTERNAL MODULE: ./build/stages/documented.js + 1 modules
var stages_documented = __webpack_require__(1967);
;// CONCATENATED MODULE: ./build/stages/health-check.js
/** Longer than this nobody waits for a check that may take up to its own time. */
const longestMs = 10_000;
/** The client that runs it needs a moment of its own. */
const slackMs = 500;
/** A check that fails at first may look at something that comes a little after the first answer. */
const patienceMs = 2_000;
const againAfterMs = 250;
/**
 * Docker would run the image's health check for the first time after 30 s: it is run at once, in the same words and as the same
 * user. Undefined where the image has none, or where its end was not to be waited for.
 */
async function runHealthCheck(id, { healthcheck }, { docker, clock, signal }) {
    const [kind = '', ...words] = healthcheck?.test ?? [];
    if (healthcheck === undefined || words.length === 0)
        return undefined;
    const argv = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', words.join(' ')] : words;
    const limitMs = Math.min(healthcheck.timeoutMs, longestMs);
    const first = clock.ticks();
    for (;;) {
        const began = clock.ticks();
        const outcome = await docker.exec(id, argv, limitMs + slackMs);
        const ms = clock.ticks() - began;
        // Cut off before its own time was over, it tells nothing.
        if (outcome === undefined)
            return limitMs < healthcheck.timeoutMs ? undefined : { exitCode: 1, output: '', ms, timedOut: true };
        if (outcome.exitCode === 0 || signal.aborted || clock.ticks() - first > patienceMs)
            return { ...outcome, ms, timedOut: false };
        await clock.sleep(againAfterMs, signal);
    }
}

// EXTERNAL MODULE: ./build/probes/exchange.js
var exchange = __webpack_require__(9973);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/probes/tls.js

/** Whoever serves TLS answers within milliseconds. */
const limitMs = 2_000;
/** A TLS handshake, whatever the certificate: it is asked whether TLS is spoken there, not by whom. Never throws. */
function handshake(host, port, signal) {
    return new Promise((resolve) => {
        const socket = (0,external_node_tls_.connect)({ host, port, rejectUnauthorized: false, servername: 'localhost' });
        const finish = (outcome) => {
            clearTimeout(limit);
            signal.removeEventListener('abort', onAbort);
            socket.destroy();
            resolve(outcome);
        };
        const onAbort = () => finish({ kind: 'failed', detail: 'given up' });
        const limit = setTimeout(() => finish({ kind: 'failed', detail: 'no answer in time' }), limitMs);
        signal.addEventListener('abort', onAbort, { once: true });
        socket.on('secureConnect', () => finish({ kind: 'handshake', protocol: socket.getProtocol() ?? 'TLS' }));
        socket.on('error', (error) => {
            // The server speaks TLS, and wants what we do not have: a certificate of ours, or an older version.
            const speaksTls = /alert|unsupported protocol|certificate required/i.test(error.message);
            finish(speaksTls ? { kind: 'handshake', protocol: 'TLS' } : { kind: 'failed', detail: error.message });
        });
        socket.on('close', () => finish({ kind: 'failed', detail: 'closed' }));
        if (signal.aborted)
            onAbort();
    });
}

// EXTERNAL MODULE: ./build/symptoms/running/listening.js
var listening = __webpack_require__(6992);
// EXTERNAL MODULE: ./build/symptoms/running/threads.js
var threads = __webpack_require__(9660);
;// CONCATENATED MODULE: ./build/stages/interrogate.js




/**
 * The last questions to a container that has said nothing for the whole time: does it speak TLS, does a path answer that needs
 * no application code, who is busy, and where does each thread stand. It does not survive them.
 */
async function interrogate(asked, seen) {
    const { watch } = asked;
    // What the fault handler writes is ours, not the application's.
    const log = [...seen.log];
    const [processes, tls] = await Promise.all([busyProcesses(asked, seen.processes), lateHandshake(asked, seen)]);
    if (seen.exchanges.some(({ outcome }) => outcome.kind === 'timeout'))
        await askForDocument(asked);
    const { exchanges } = watch.snapshot({ ended: 'deadline' });
    const threads = await dumpThreads(asked, processes);
    return {
        ...seen,
        log,
        processes,
        exchanges: [...exchanges],
        ...(tls === undefined ? {} : { tls }),
        ...(threads === undefined ? {} : { threads }),
    };
}
const documentLimitMs = 2_000;
/** FastAPI answers it without any code of the application: where it hangs too, the event loop itself is blocked. */
async function askForDocument({ watch, address, signal }) {
    const url = new URL('/openapi.json', address);
    const atMs = watch.elapsedMs;
    const { outcome, ms } = await (0,exchange/* exchange */.c)({ method: 'GET', url, headers: {}, limitMs: documentLimitMs, signal });
    const kept = outcome.kind === 'answered' ? { ...outcome, body: '' } : outcome;
    watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome: kept });
}
async function lateHandshake({ address, signal }, seen) {
    const socketsAreKnown = seen.sockets.length > 0;
    const closes = seen.exchanges.some(({ outcome }) => outcome.kind === 'closed' || outcome.kind === 'not-http');
    if (seen.tls !== undefined || !closes || (socketsAreKnown && !(0,listening/* isListening */.CJ)(seen)))
        return seen.tls;
    const { hostname, port } = new URL(address);
    return handshake(hostname, Number(port), signal);
}
const cpuWindowMs = 250;
/** Who spins and who sleeps. */
async function busyProcesses({ docker, container, clock, signal }, processes) {
    const read = (pid) => docker.observeAny(container, pid)?.cpuMs;
    const before = processes.map(({ pid }) => read(pid));
    const began = clock.ticks();
    await clock.sleep(cpuWindowMs, signal);
    return processes.map((process, index) => {
        const [first, last] = [before[index], read(process.pid)];
        if (first === undefined || last === undefined)
            return process;
        return { ...process, cpu: { ms: last - first, overMs: Math.round(clock.ticks() - began) } };
    });
}
/** What the fault handler of the Python that serves writes when it gets SIGABRT; undefined where none has one that is on. */
async function dumpThreads(asked, processes) {
    const { docker, clock, signal, container, watch } = asked;
    const serving = servingPython(asked, processes);
    if (serving === undefined)
        return undefined;
    const before = watch.log.length;
    if (serving.pid === container.state.pid)
        await docker.signal(container.id, 'ABRT');
    else
        await docker.exec(container.id, ['sh', '-c', `kill -s ABRT ${serving.insidePid}`], signalLimitMs);
    const dump = () => {
        const lines = watch.log.slice(before).map(({ text }) => text);
        const first = lines.findIndex(threads/* beginsDump */.B0);
        return first === -1 ? [] : lines.slice(first);
    };
    let written = dump().length;
    for (let waited = 0; waited < longestDumpMs && !signal.aborted; waited += quietMs) {
        await clock.sleep(quietMs, signal);
        const now = dump().length;
        if (now > 0 && now === written)
            break;
        written = now;
    }
    return written === 0 ? undefined : dump();
}
const signalLimitMs = 3_000;
const longestDumpMs = 1_500;
/** The handler writes all threads in one go. */
const quietMs = 100;
/** The youngest Python without children of its own whose handler stands: a worker, where there are any. */
function servingPython({ docker, container }, processes) {
    const pythons = processes.filter(({ command }) => isServing(command));
    const leaves = pythons.filter(({ pid }) => !pythons.some(({ parentPid }) => parentPid === pid));
    for (const { pid } of leaves.toReversed()) {
        const state = docker.observeAny(container, pid);
        if (state?.catchesSigabrt === true && state.insidePid !== undefined)
            return { pid, insidePid: state.insidePid };
    }
    return undefined;
}
function isServing(command) {
    return /python|pypy|gunicorn|uvicorn|hypercorn|granian/.test(command) && !command.includes('resource_tracker');
}

;// CONCATENATED MODULE: ./build/stages/running.js
/** Who runs, as whom, and where it listens: asked while it still runs. */
async function observeRunning(container, watch, docker) {
    const proc = docker.observeProcess(container);
    const [processes, listening] = await Promise.all([docker.processes(container.id), watch.listeningNow()]);
    const first = processes.find((process) => process.pid === container.state.pid) ?? processes[0];
    const runtime = {
        user: first?.user ?? container.user,
        ...(proc?.uid === undefined ? {} : { uid: proc.uid }),
        ...(proc?.catchesSigterm === undefined ? {} : { catchesSigterm: proc.catchesSigterm }),
        processes: processes.length,
        listening: listening.map((socket) => socket.family === 'unix'
            ? `unix:${socket.address}`
            : `${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`),
        ...(proc?.memoryBytes === undefined ? {} : { memoryBytes: proc.memoryBytes }),
        ...(proc?.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: proc.memoryPeakBytes }),
    };
    watch.sawRunning(processes, runtime);
    return runtime;
}

// EXTERNAL MODULE: ./build/stages/smoke.js
var smoke = __webpack_require__(6231);
// EXTERNAL MODULE: ./build/trial/diagnosed.js + 1 modules
var diagnosed = __webpack_require__(2370);
;// CONCATENATED MODULE: ./build/trial/smoke-stage.js







/** The probes, what the application documents, who runs, and the image's own health check. */
async function smokeStage(plan, image, started, course) {
    const { watch, wait, container, address, published } = started;
    const { docker, logbook } = course;
    const given = await (0,smoke/* smoke */.Q)(plan, { ...course, watch, address, published });
    const passed = given.every((probe) => probe.passed);
    const probes = passed ? [...given, ...(await askItsDocument(plan, started, course))] : given;
    if (!watch.hasExited)
        await observeRunning(container, watch, docker);
    if (passed && !watch.hasExited) {
        const checked = await runHealthCheck(container.id, image, course);
        if (checked !== undefined)
            watch.sawHealthCheck(checked);
    }
    logbook.sawContainer(watch.snapshot(wait));
    if (passed && !watch.hasExited) {
        const findings = (0,diagnose/* remarksOn */.rc)({ observation: logbook.observation, facts: plan.facts }, 'serve');
        return { value: { probes, isInterrupted: false }, status: 'passed', findings };
    }
    const isInterrupted = !watch.hasExited && (await askWhereItHangs(started, course));
    return { value: { probes, isInterrupted }, ...(0,diagnosed/* diagnosed */.$)(logbook.observation, plan.facts) };
}
/** What the application documents of itself, once the given probes have passed. */
async function askItsDocument(plan, started, course) {
    const { watch, address } = started;
    if (!plan.documented.isAsked || watch.hasExited)
        return [];
    const documented = await (0,stages_documented/* askDocumented */.K)(plan, { ...course, watch, address });
    if (documented === undefined)
        return [];
    watch.sawDocumented(documented);
    return (0,stages_documented/* documentedResults */.L)({ documented });
}
/** Where a probe was left without an answer. The container may not survive the question, so it is not stopped after it. */
async function askWhereItHangs({ container, watch, wait }, course) {
    const snapshot = watch.snapshot(wait);
    const hangs = snapshot.exchanges.some(({ passed, outcome }) => passed === false && outcome.kind === 'timeout');
    if (!hangs)
        return false;
    // What the fault handler writes is ours, not the application's.
    const before = { ...snapshot, log: [...snapshot.log] };
    const threads = await dumpThreads({ ...course, container, watch }, before.processes);
    if (threads !== undefined)
        course.logbook.sawContainer({ ...before, threads });
    return threads !== undefined;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/stages/address.js


/**
 * Where the container is asked: by its published port, on this machine or on the engine's host; or, from a container that is in a
 * network with it, itself. Throws a `SetupError` where its port is published on a loopback that is not ours.
 */
function whereReached(container, port, engine) {
    const near = container.addresses.find((address) => isNear(address, engine.networks ?? []));
    if (near !== undefined)
        return { address: `http://${inUrl(near)}:${port}`, published: [] };
    const published = container.published.filter(({ containerPort, protocol }) => containerPort === port && protocol === 'tcp');
    const reached = published.find(({ hostIp }) => engine.local || !isLoopback(hostIp));
    if (reached === undefined && published.length > 0)
        throw new errors/* SetupError */.w(`port ${port} is published on the loopback of the engine's host (${published[0]?.hostIp}), and the trial runs elsewhere, so nothing of it is reached. Write \`publish\` without an address.`);
    return { address: `http://${inUrl(engine.host)}:${reached?.hostPort ?? port}`, published: container.published };
}
function isNear(address, networks) {
    return networks.some((network) => {
        const [base = '', bits] = network.split('/');
        if ((0,external_node_net_.isIPv6)(base) !== (0,external_node_net_.isIPv6)(address))
            return false;
        const list = new external_node_net_.BlockList();
        list.addSubnet(base, Number(bits), (0,external_node_net_.isIPv6)(base) ? 'ipv6' : 'ipv4');
        return list.check(address, (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
    });
}
function isLoopback(address) {
    return address.startsWith('127.') || address === '::1';
}
function inUrl(host) {
    return (0,external_node_net_.isIPv6)(host) ? `[${host}]` : host;
}

// EXTERNAL MODULE: ./build/probes/connection.js
var connection = __webpack_require__(968);
;// CONCATENATED MODULE: ./build/stages/foreign-server.js


const foreign_server_limitMs = 1_000;
/**
 * In the network of the host docker publishes nothing, and refuses no port: whoever listens there already would answer in place
 * of the image. Throws a `SetupError` where somebody does.
 */
async function refuseForeignServer({ network, options, port }, host, signal) {
    const words = options.join(' ');
    if (network !== 'host' && !/--net(?:work)?[= ]host\b/.test(words))
        return;
    const { outcome } = await (0,connection/* connection */.F)({ host, port, limitMs: foreign_server_limitMs, signal });
    if (outcome.kind === 'refused' || outcome.kind === 'timeout' || outcome.kind === 'failed')
        return;
    throw new errors/* SetupError */.w(`port ${port} of the host is in use by another program, which would answer in place of the image. End that one before, or leave \`run-network: host\` out, so that the container has ports of its own.`);
}

;// CONCATENATED MODULE: ./build/stages/launch.js
/** By `docker run --detach`, or by docker compose after what it depends on. Where our own default port is taken on the host, a free one does as well. */
async function launch({ start: plan, expected }, image, { docker, engine, progress, signal }) {
    // Only this machine shall reach what is under trial, unless the user publishes it otherwise.
    const publish = plan.publish.map((port) => plan.portIsOurs && engine.local
        ? { ...port, hostIp: '127.0.0.1' }
        : engine.local || port.containerPort === plan.port
            ? port
            : reachableFrom(port));
    const { compose } = plan;
    const request = requestFor(plan, image, publish);
    if (compose !== undefined) {
        const around = Object.keys(compose.project.service.depends_on ?? {}).join(', ');
        if (around !== '')
            progress({ kind: 'line', stage: 'start', text: `before it: ${around}` });
        await docker.compose.startAround(compose, request, signal);
    }
    const run = (asked) => compose === undefined ? docker.run(asked) : docker.compose.up(compose, asked, signal);
    let outcome = await run(request);
    let moved = false;
    if (plan.portIsOurs && isPortTaken(outcome)) {
        if (outcome.id !== undefined)
            await docker.remove(outcome.id);
        outcome = await run({ ...request, publish: publish.map((port) => ({ ...port, hostPort: 0 })) });
        moved = true;
    }
    const container = outcome.id === undefined ? undefined : await docker.inspectContainer(outcome.id);
    const create = { argv: outcome.argv, exitCode: outcome.exitCode, stderr: outcome.stderr };
    const hostPort = container?.published.find((port) => port.containerPort === plan.port)?.hostPort;
    return {
        create,
        ...(outcome.exitCode === 0 && container !== undefined ? { container } : {}),
        ...(moved && hostPort !== undefined ? { movedTo: hostPort } : {}),
        observation: {
            image,
            expected,
            create,
            ...(container === undefined ? {} : { state: container.state }),
            published: container?.published ?? [],
            port: plan.port,
            log: [],
            omittedLogLines: 0,
            sockets: [],
            processes: [],
            exchanges: [],
            measures: [],
            wait: { limitMs: 0, ms: 0, ended: 'not-started' },
        },
    };
}
/** A further port is published on the loopback because a probe asks it; that of another host is out of reach. */
function reachableFrom({ hostIp, ...port }) {
    return port.hostPort === 0 && hostIp === '127.0.0.1'
        ? port
        : { ...port, ...(hostIp === undefined ? {} : { hostIp }) };
}
function requestFor(plan, image, publish) {
    return {
        image: image.id,
        name: plan.containerName,
        labels: plan.labels,
        publish,
        environment: plan.environment,
        environmentFiles: plan.environmentFiles,
        unlessGiven: faultHandler(image),
        ...(plan.network === undefined ? {} : { network: plan.network }),
        options: plan.options,
    };
}
/** Python then says at which line it dies, or hangs when it is asked (docs/adr/0007). What the image sets of it stays. */
function faultHandler({ environment }) {
    return environment.some((pair) => pair.startsWith('PYTHONFAULTHANDLER=')) ? [] : ['PYTHONFAULTHANDLER=1'];
}
/** Another container holds it, or a process of the host: docker has a sentence for each. */
function isPortTaken(outcome) {
    return outcome.exitCode !== 0 && /port is already allocated|address already in use/.test(outcome.stderr);
}

// EXTERNAL MODULE: ./build/symptoms/running/requests.js
var requests = __webpack_require__(9659);
;// CONCATENATED MODULE: ./build/stages/suspect-tls.js


const lookEveryMs = 100;
/** A server that has just begun may close what it accepted too early: for so long every request has to end so. */
const leastMs = 400;
const suspect_tls_againAfterMs = 2_000;
/**
 * Where the right port is listened on and every plain request ends without a byte, a TLS handshake tells why: asked while
 * waiting, and again now and then. What comes of it is in the observation; it ends when the signal is aborted.
 */
async function suspectTls(watch, address, clock, signal) {
    const { hostname, port } = new URL(address);
    while (!signal.aborted) {
        if (looksLikeTls(watch)) {
            const outcome = await handshake(hostname, Number(port), signal);
            if (signal.aborted)
                return;
            watch.sawTls(outcome);
            if (outcome.kind === 'handshake')
                return;
            await clock.sleep(suspect_tls_againAfterMs, signal);
        }
        await clock.sleep(lookEveryMs, signal);
    }
}
function looksLikeTls(watch) {
    const container = watch.snapshot({ ended: 'decided' });
    const sent = (0,requests/* sentWhileListening */.d2)(container);
    return (0,requests/* listeningForMs */.rP)(container) >= leastMs && sent.length > 0 && sent.every(endsWithoutWord);
}
function endsWithoutWord({ outcome }) {
    return outcome.kind === 'closed' || outcome.kind === 'reset' || outcome.kind === 'not-http';
}

;// CONCATENATED MODULE: ./build/stages/wait.js




/** Between two requests while nothing answers; the lag between the first possible answer and ours is half of it. */
const requestEveryMs = 15;
/** A server that accepts and is silent is asked anew after this: it may have lost the first request while it started. */
const requestLimitMs = 5_000;
/** A first page comes in this time; of a stream without end that is enough to know that it answers. */
const bodyLimitMs = 250;
const decideEveryMs = 50;
/** Shorter ones may be of a server that is about to answer. */
const leastOpenMs = 1_000;
/** What is expected, the container's end, the early diagnoses and the deadline at once: whichever knows first. */
async function untilDecided(watch, setting) {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, setting.signal]);
    try {
        const wait = await Promise.race(watchersFor(watch, setting, signal));
        setting.signal.throwIfAborted();
        return wait;
    }
    finally {
        over.abort();
    }
}
function watchersFor(watch, setting, signal) {
    const { clock, expected, limitMs, address } = setting;
    const at = async (ms, ended) => {
        await clock.sleep(Math.max(0, ms - watch.elapsedMs), signal);
        return ended;
    };
    const exited = watch.exited.then(() => ({ ended: 'exited' }));
    const deadline = () => at(limitMs, { ended: 'deadline' });
    switch (expected.kind) {
        case 'http':
            suspectTls(watch, address, clock, signal).catch(() => { }); // no reason to end the wait
            return [askUntilAnswered(watch, address, clock, signal), decideEarly(watch, setting, signal), exited, deadline()];
        case 'tcp':
            return [connectUntilKept(watch, address, clock, signal), decideEarly(watch, setting, signal), exited, deadline()];
        case 'running':
            return [at(expected.ms, { ended: 'ready' }), exited];
        case 'exit':
            return [
                watch.exited.then(() => ({ ended: watch.state.exitCode === expected.code ? 'ready' : 'exited' })),
                deadline(),
            ];
    }
}
async function askUntilAnswered(watch, address, clock, signal) {
    const url = new URL('/', address);
    while (!signal.aborted) {
        const atMs = watch.elapsedMs;
        const asked = { method: 'GET', url, headers: {}, limitMs: requestLimitMs, bodyLimitMs, signal };
        const { outcome, ms, headMs = ms } = await (0,exchange/* exchange */.c)(asked);
        // One that is still open when the time is over has been left without an answer, too.
        const leftOpen = signal.aborted && ms >= leastOpenMs;
        if (leftOpen)
            watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome: { kind: 'timeout' } });
        if (signal.aborted)
            break;
        watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome });
        const readyAtMs = atMs + headMs;
        if (counts(outcome) && (await isOwn(watch, clock, signal)))
            return { ended: 'ready', readyAtMs };
        await clock.sleep(requestEveryMs, signal);
    }
    return never();
}
/** How long after an answer its listener may be missing from a reading: two of them may be that far apart. */
const ownershipMs = 400;
/** Somebody else's program on the same address, or a container that has ended meanwhile, is not under trial. */
async function isOwn(watch, clock, signal) {
    const until = watch.elapsedMs + ownershipMs;
    for (;;) {
        if (await watch.listensOnAskedPort())
            return true;
        if (watch.elapsedMs >= until || watch.hasExited || signal.aborted)
            return false;
        await clock.sleep(requestEveryMs, signal);
    }
}
async function connectUntilKept(watch, address, clock, signal) {
    const { hostname: host, port } = new URL(address);
    while (!signal.aborted) {
        const atMs = watch.elapsedMs;
        const { outcome, ms } = await (0,connection/* connection */.F)({ host, port: Number(port), limitMs: requestLimitMs, signal });
        if (signal.aborted)
            break;
        watch.exchanges.add({ atMs, ms, request: `TCP ${host}:${port}`, outcome });
        if (outcome.kind === 'connected')
            return { ended: 'ready', readyAtMs: atMs };
        await clock.sleep(requestEveryMs, signal);
    }
    return never();
}
/** Ready is the first HTTP answer that does not come from a proxy whose server is still missing. */
function counts(outcome) {
    return outcome.kind === 'answered' && ![502, 503, 504].includes(outcome.status);
}
async function decideEarly(watch, setting, signal) {
    while (!signal.aborted) {
        const began = setting.clock.ticks();
        const observation = setting.seen(watch.snapshot({ ended: 'decided' }));
        if ((0,diagnose/* diagnoseEarly */.QR)({ observation, facts: setting.facts }) !== undefined)
            return { ended: 'decided' };
        // To read a log of many megabytes takes its time, and the requests of the wait need theirs.
        const took = setting.clock.ticks() - began;
        await setting.clock.sleep(Math.max(decideEveryMs, 4 * took), signal);
    }
    return never();
}
/** The race has been decided by another; this one must not win it. */
function never() {
    return new Promise(() => { });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/stages/exchange-log.js

/**
 * Keeps what was asked and answered. The same again is one entry that counts, also where two outcomes take turns:
 * docker's proxy resets or closes at random while nothing listens behind it.
 */
class ExchangeLog {
    #entries = [];
    add(exchange) {
        for (const at of [this.#entries.length - 1, this.#entries.length - 2]) {
            const earlier = this.#entries[at];
            if (earlier !== undefined && same(earlier, exchange)) {
                this.#entries[at] = { ...earlier, ms: exchange.ms, times: earlier.times + 1, lastAtMs: exchange.atMs };
                return;
            }
        }
        this.#entries.push({ ...exchange, times: 1 });
    }
    get entries() {
        return this.#entries;
    }
}
function same(a, b) {
    return (a.request === b.request &&
        a.probe === b.probe &&
        a.passed === b.passed &&
        (0,external_node_util_.isDeepStrictEqual)(withoutHeaders(a.outcome), withoutHeaders(b.outcome)));
}
/** `date` differs each second, and says nothing. */
function withoutHeaders(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, headers: {} } : outcome;
}

;// CONCATENATED MODULE: ./build/stages/log-keeper.js
/** Half of it for the head, which names the start's trouble, half for the tail, which says how it ended. */
const mostCharacters = 10_000_000;
/** What a line takes beside its text, in characters: without it, an endless log of short lines would fill the memory. */
const charactersPerLine = 150;
/** Keeps the head and the tail of a log without end. */
class LogKeeper {
    #head = [];
    #tail = [];
    #headCharacters = 0;
    #tailCharacters = 0;
    #dropped = 0;
    /** Of dropped lines that are still in the tail. */
    #goneCharacters = 0;
    #firstKept = 0;
    add(line) {
        const cost = costOf(line);
        if (this.#tail.length === 0 && this.#headCharacters + cost <= mostCharacters / 2) {
            this.#head.push(line);
            this.#headCharacters += cost;
            return;
        }
        this.#tail.push(line);
        this.#tailCharacters += cost;
        while (this.#tailCharacters > mostCharacters / 2 && this.#firstKept < this.#tail.length - 1) {
            const first = this.#tail[this.#firstKept];
            const gone = first === undefined ? 0 : costOf(first);
            this.#tailCharacters -= gone;
            this.#goneCharacters += gone;
            this.#firstKept += 1;
            this.#dropped += 1;
        }
        // Shifting each time would be quadratic; the dropped ones go away in large pieces.
        if (this.#goneCharacters > mostCharacters / 4) {
            this.#tail.splice(0, this.#firstKept);
            this.#firstKept = 0;
            this.#goneCharacters = 0;
        }
    }
    get lines() {
        return this.#tail.length === 0 ? this.#head : [...this.#head, ...this.#tail.slice(this.#firstKept)];
    }
    get omittedLines() {
        return this.#dropped;
    }
}
function costOf({ text }) {
    return text.length + charactersPerLine;
}

;// CONCATENATED MODULE: ./build/stages/watch.js


/** What an ended container has written is read by then. */
const lastLinesMs = 10_000;
/** Between two readings of the sockets passes this many times what one took: the container needs the machine, too. */
const restShare = 5;
/** Where nothing is bound to the asked port (an image that is no server), more readings show no more. */
const mostTries = 3;
/**
 * Watches a container from its start until it is disposed of: both log streams, its end, its listening sockets.
 * `snapshot` is what has been seen so far.
 */
class Watch {
    #watched;
    #stopped = new AbortController();
    #log = new LogKeeper();
    #sockets = [];
    #tasks;
    exchanges = new ExchangeLog();
    /** Resolves when the container has ended, and its log has been read. */
    exited;
    #state;
    #processes = [];
    #runtime;
    #stop;
    #tls;
    #healthCheck;
    #documented;
    #reader;
    #hasExited = false;
    /** When the reading of the sockets began that is kept as the last one. */
    #lookedAt = -Infinity;
    constructor(watched) {
        this.#watched = watched;
        this.#state = watched.container.state;
        const { docker, container, progress } = watched;
        const onLine = (line) => {
            this.#log.add(line);
            progress({ kind: 'line', stage: 'start', text: line.text });
        };
        const log = docker.followLog(container.id, onLine, this.#stopped.signal);
        const exit = docker.waitForExit(container.id, this.#stopped.signal);
        this.exited = this.#untilExited(exit, log);
        this.#reader = docker.socketReader(container);
        this.#tasks = [log, this.exited, this.#reader, this.#readSockets()];
        // Their failure is told by whoever awaits them; until then it must not end the process.
        for (const task of this.#tasks)
            task.catch(() => { });
    }
    get hasExited() {
        return this.#hasExited;
    }
    /** Milliseconds since the container was started, by the engine's clock. */
    get elapsedMs() {
        return this.#watched.clock.now() - (this.#state.startedAt ?? this.#watched.clock.now());
    }
    /** As inspected last. */
    get state() {
        return this.#state;
    }
    /** Asks docker for the state anew. */
    async inspect() {
        const found = await this.#watched.docker.inspectContainer(this.#watched.container.id);
        if (found !== undefined)
            this.#state = found.state;
        return this.#state;
    }
    /** Who runs, and what the kernel says of it. */
    sawRunning(processes, runtime) {
        this.#processes = processes;
        this.#runtime = runtime;
    }
    sawStop(stop) {
        this.#stop = stop;
    }
    sawTls(tls) {
        this.#tls = tls;
    }
    sawHealthCheck(healthCheck) {
        this.#healthCheck = healthCheck;
    }
    sawDocumented(documented) {
        this.#documented = documented;
    }
    /** Whether the container itself listens there, so that an answer is its own. Where its sockets cannot be read, it is believed. */
    async listensOnAskedPort() {
        const reader = await this.#reader;
        const listening = this.#hasExited || reader === undefined ? undefined : await this.#look(reader);
        // Without a single socket nobody could have answered in its network: then the tables are not its own (gVisor has others).
        if (listening !== undefined && listening.length > 0)
            return listening.some(({ port }) => port === this.#watched.port);
        return (await this.inspect()).status === 'running';
    }
    /** What was written so far. */
    get log() {
        return this.#log.lines;
    }
    /** The listening sockets as read last. */
    get listening() {
        return this.#sockets.at(-1)?.listening ?? [];
    }
    /**
     * The listening sockets of a container that has answered. Where a reading starts a process, the last one may be older than the
     * answer, and the next may have failed: they are read anew while the asked port is missing.
     */
    async listeningNow() {
        const reader = await this.#reader;
        if (reader === undefined)
            return [];
        for (let tries = 0; tries < mostTries && !this.#hasExited; tries += 1) {
            if (this.listening.some(({ port }) => port === this.#watched.port))
                break;
            await this.#look(reader);
        }
        return this.listening;
    }
    snapshot(wait) {
        const { image, expected, create, container, port, limitMs } = this.#watched;
        return {
            image,
            expected,
            create,
            state: this.#state,
            published: container.published,
            port,
            log: this.#log.lines,
            omittedLogLines: this.#log.omittedLines,
            sockets: this.#sockets,
            processes: this.#processes,
            exchanges: this.exchanges.entries,
            measures: [],
            wait: { limitMs, ms: this.elapsedMs, ...wait },
            ...(this.#runtime === undefined ? {} : { runtime: this.#runtime }),
            ...(this.#stop === undefined ? {} : { stop: this.#stop }),
            ...(this.#tls === undefined ? {} : { tls: this.#tls }),
            ...(this.#documented === undefined ? {} : { documented: this.#documented }),
            ...(this.#healthCheck === undefined ? {} : { healthCheck: this.#healthCheck }),
        };
    }
    /** Ends the watching; the container itself is left as it is. */
    async [Symbol.asyncDispose]() {
        this.#stopped.abort();
        await Promise.allSettled(this.#tasks);
    }
    async #untilExited(exit, log) {
        await exit;
        // The docker client has been seen to follow the log of a container that has ended, where it was rotated meanwhile.
        await Promise.race([log, this.#watched.clock.sleep(lastLinesMs, this.#stopped.signal)]);
        await this.inspect();
        this.#hasExited = true;
    }
    async #readSockets() {
        const { clock } = this.#watched;
        const reader = await this.#reader;
        if (reader === undefined)
            return;
        while (!this.#stopped.signal.aborted && !this.#hasExited) {
            const began = clock.ticks();
            await this.#look(reader);
            await clock.sleep(Math.max(reader.everyMs, restShare * (clock.ticks() - began)), this.#stopped.signal);
        }
    }
    /** Two readings may overtake each other where one takes a tenth of a second: the one that began later is the truth. */
    async #look(reader) {
        const began = this.#watched.clock.ticks();
        const listening = await reader.read();
        if (began < this.#lookedAt)
            return listening;
        this.#lookedAt = began;
        this.#sawListening(listening);
        return listening;
    }
    /** undefined: its processes have ended, or are not ours to read any more. */
    #sawListening(listening) {
        const isNews = this.#sockets.length === 0 || JSON.stringify(listening) !== JSON.stringify(this.listening);
        if (listening !== undefined && isNews)
            this.#sockets.push({ atMs: this.elapsedMs, listening });
    }
}

;// CONCATENATED MODULE: ./build/stages/start.js







/** Starts the container and waits until it does what is expected, or is known never to. The container is left for the caller to remove. */
async function start(plan, image, setting) {
    const { expected, readyLimitMs: limitMs } = plan;
    await refuseForeignServer(plan.start, setting.engine.host, setting.signal);
    const launched = await launch(plan, image, setting);
    if (launched.container === undefined)
        return { ended: 'not-started', observation: launched.observation };
    const reached = whereReached(launched.container, plan.start.port, setting.engine);
    const { address } = reached;
    const watch = new Watch({
        ...setting,
        image,
        expected,
        create: launched.create,
        container: launched.container,
        port: plan.start.port,
        limitMs,
    });
    try {
        const wait = await untilDecided(watch, { ...setting, expected, limitMs, address });
        if (wait.ended === 'ready') {
            return {
                ended: 'ready',
                container: launched.container,
                watch,
                ...reached,
                wait,
                ...(launched.movedTo === undefined ? {} : { movedTo: launched.movedTo }),
            };
        }
        if (!watch.hasExited) {
            await observeRunning(launched.container, watch, setting.docker);
            await watch.inspect();
        }
        const seen = watch.snapshot(wait);
        const isSilent = wait.ended === 'deadline' && !watch.hasExited && expected.kind !== 'exit';
        const observation = isSilent
            ? await interrogate({ ...setting, container: launched.container, watch, address }, seen)
            : seen;
        await watch[Symbol.asyncDispose]();
        return { ended: wait.ended, observation };
    }
    catch (error) {
        await watch[Symbol.asyncDispose]();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/trial/start-stage.js



/** The start; without a value where the container does not come to what is expected. */
async function startStage(plan, image, course) {
    const { logbook } = course;
    // Once: the early diagnoses ask every 50 ms, and the sources are a listing of the whole context.
    const before = logbook.observation;
    const started = await start(plan, image, {
        ...course,
        facts: plan.facts,
        seen: (container) => ({ ...before, container }),
    });
    if (started.ended === 'ready')
        return { value: started, status: 'passed', findings: [] };
    logbook.sawContainer(started.observation);
    const outcome = (0,diagnosed/* diagnosed */.$)(logbook.observation, plan.facts);
    if (started.observation.runtime !== undefined) {
        logbook.sawContainer({ ...started.observation, measures: await measurePaths(plan, course) });
    }
    return { value: undefined, ...outcome };
}

;// CONCATENATED MODULE: ./build/stages/in-flight.js


/**
 * Of an answer that comes at once nobody can say whether the signal came before it: only one that takes its time is surely under way.
 * A longer one would make the stop look slow.
 */
const shortestMs = 500;
const in_flight_longestMs = 3_000;
/** Begins the slowest of the probes that have passed once more; undefined where all of them are quick. */
function beginSlowRequest(probes, watch, { clock, signal }) {
    const slow = slowest(probes, watch);
    if (slow === undefined)
        return undefined;
    const { probe, request, ms } = slow;
    const url = new URL(request.slice(request.indexOf(' ') + 1));
    const limitMs = in_flight_longestMs + ms;
    const asked = (0,exchange/* exchange */.c)({ method: probe.method, url, headers: probe.headers, limitMs, signal });
    return {
        begun: clock.sleep(ms / 4, signal),
        ended: asked.then((result) => ({ request, ms: result.ms, outcome: (0,smoke/* clipped */.c)(result.outcome) })),
    };
}
/** A GET changes nothing, so it may be asked twice. */
function slowest(probes, watch) {
    const { entries } = watch.exchanges;
    return probes
        .flatMap((probe) => {
        const last = entries.findLast(({ probe: text, passed }) => passed === true && text === probe.text);
        if (probe.kind !== 'http' || probe.verb !== 'GET' || last === undefined)
            return [];
        return last.ms < shortestMs || last.ms > in_flight_longestMs ? [] : [{ probe, request: last.request, ms: last.ms }];
    })
        .toSorted((a, b) => b.ms - a.ms)[0];
}

;// CONCATENATED MODULE: ./build/stages/stop.js
/** `docker stop`, and how it ended: SIGTERM, then after the limit SIGKILL, which is exit code 137. */
async function stop(id, { docker, watch, limitMs, inFlight }) {
    await inFlight?.begun;
    const atMs = watch.elapsedMs;
    const began = performance.now();
    await docker.stop(id, limitMs);
    const ms = performance.now() - began;
    await watch.exited;
    const { exitCode } = watch.state;
    const observed = {
        ms,
        timeoutMs: limitMs,
        exitCode,
        atMs,
        ...(exitCode === 137 ? { signal: 'SIGKILL' } : {}),
        ...(inFlight === undefined ? {} : { inFlight: await inFlight.ended }),
    };
    watch.sawStop(observed);
    return observed;
}

;// CONCATENATED MODULE: ./build/trial/stop-stage.js




/** The stop, with a request in flight; what lies in the container is measured meanwhile, for `docker cp` reads a stopped one as well. */
async function stopStage(plan, { watch, wait, container }, course) {
    const { docker, logbook } = course;
    const inFlight = beginSlowRequest(plan.probes, watch, course);
    const [, measures] = await Promise.all([
        stop(container.id, { docker, watch, limitMs: plan.stopLimitMs, inFlight }),
        measurePaths(plan, course),
    ]);
    logbook.sawContainer({ ...watch.snapshot(wait), measures });
    const findings = (0,diagnose/* remarksOn */.rc)({ observation: logbook.observation, facts: plan.facts }, 'stop');
    return { value: undefined, status: 'passed', findings };
}

;// CONCATENATED MODULE: ./build/trial/container-trial.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** Starts the image, asks the probes, stops it; whatever happens, the container is removed with its volumes. */
async function tryContainer(plan, image, course) {
    const { docker } = course;
    try {
        return await startSmokeStop(plan, image, course);
    }
    finally {
        await docker.remove(plan.start.containerName);
        if (plan.start.compose !== undefined)
            await docker.compose.down(plan.start.compose.name);
    }
}
async function startSmokeStop(plan, image, course) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { logbook } = course;
        const skip = (stages, because) => {
            for (const stage of stages)
                logbook.skip(stage, because);
        };
        const started = await logbook.stage('start', () => startStage(plan, image, course));
        if (started === undefined) {
            skip(['smoke', 'stop'], 'nothing answered');
            return { probes: [] };
        }
        const watch = __addDisposableResource(env_1, started.watch, true);
        const moved = started.movedTo === undefined ? {} : { movedTo: started.movedTo };
        if (plan.expected.kind === 'exit') {
            skip(['smoke', 'stop'], 'it has ended, as expected');
            logbook.sawContainer(watch.snapshot(started.wait));
            logbook.sawContainer({ ...watch.snapshot(started.wait), measures: await measurePaths(plan, course) });
            return { probes: [], ...moved };
        }
        const smoked = await logbook.stage('smoke', () => smokeStage(plan, image, started, course));
        if (watch.hasExited)
            skip(['stop'], 'the container has ended of itself');
        else if (smoked?.isInterrupted === true)
            skip(['stop'], 'it was interrupted to learn where it hangs');
        else
            await logbook.stage('stop', () => stopStage(plan, started, course));
        return { probes: smoked?.probes ?? [], ...moved };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./build/trial/logbook.js

/** Keeps what each stage came to, and all that was seen, while the trial goes on. */
class Logbook {
    #name;
    #clock;
    #signal;
    #progress;
    #stages = [];
    #going = new Set();
    #sources;
    #build;
    #container;
    /** `sources` are asked anew each time: what was read grows. */
    constructor({ name, sources }, { clock, signal, progress }) {
        this.#name = name;
        this.#clock = clock;
        this.#signal = signal;
        this.#progress = progress;
        this.#sources = sources;
    }
    get stages() {
        return this.#stages;
    }
    get observation() {
        return {
            version: 1,
            name: this.#name,
            sources: this.#sources(),
            ...(this.#build === undefined ? {} : { build: this.#build }),
            ...(this.#container === undefined ? {} : { container: this.#container }),
        };
    }
    sawBuild(build) {
        this.#build = build;
    }
    sawContainer(container) {
        this.#container = container;
    }
    /** Times a stage, keeps its result and hands on its value; undefined where it threw. Rejects at once when the trial is aborted. */
    async stage(stage, work) {
        const startedAt = this.#clock.now();
        const began = this.#clock.ticks();
        this.#progress({ kind: 'stage-began', stage });
        try {
            const outcome = await this.#unlessAborted(Promise.resolve(work()));
            if (outcome.status === 'skipped') {
                this.skip(stage, outcome.because);
                return outcome.value;
            }
            const { value, status, findings, message } = outcome;
            const ms = this.#clock.ticks() - began;
            this.#keep(status === 'errored'
                ? { stage, status, startedAt, ms, message: message ?? '', findings }
                : { stage, status, startedAt, ms, findings });
            return value;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            // The user's options and the set-up; anything else is a bug of ours, and told with its stack by whoever prints.
            const message = error instanceof errors/* UserError */.y ? error.sentence() : error instanceof Error ? error.message : String(error);
            const known = error instanceof errors/* SetupError */.w || error instanceof errors/* UserError */.y;
            this.#keep({
                stage,
                status: 'errored',
                startedAt,
                ms: this.#clock.ticks() - began,
                message,
                findings: [],
                ...(known ? {} : { error }),
            });
            return undefined;
        }
    }
    skip(stage, because) {
        this.#keep({ stage, status: 'skipped', because });
    }
    #keep(result) {
        this.#stages.push(result);
        const { stage, status } = result;
        const because = status === 'skipped' ? { because: result.because } : {};
        this.#progress({ kind: 'stage-ended', stage, status, ...because });
    }
    /** Aborted work may still have a temporary folder to put away; it has until the limit to do so. */
    async settled(limitMs) {
        const limit = new AbortController();
        await Promise.race([Promise.allSettled(this.#going), this.#clock.sleep(limitMs, limit.signal)]);
        limit.abort();
    }
    /** What is still going on is ended by the clean-up: the container is removed under its feet. */
    async #unlessAborted(work) {
        const { promise, reject } = Promise.withResolvers();
        const onAbort = () => reject(this.#signal.reason);
        this.#signal.addEventListener('abort', onAbort, { once: true });
        if (this.#signal.aborted)
            onAbort();
        this.#going.add(work);
        try {
            const value = await Promise.race([work, promise]);
            this.#going.delete(work);
            return value;
        }
        finally {
            this.#signal.removeEventListener('abort', onAbort);
            promise.catch(() => { });
            work.catch(() => { }); // when it loses the race, its failure is the clean-up's doing
        }
    }
}

;// CONCATENATED MODULE: ./build/trial/hardening.js



/** No user of any image: Kubernetes platforms such as OpenShift start containers as such a one, in the group root. */
const foreignUser = '1000620000:0';
/** Above what was seen at its peak, for the next start may take a little more. */
const memoryMargin = 1.25;
const leastMemoryBytes = 64_000_000;
/** What a container under a stricter setting may take longer than without. */
const slowerMs = 10_000;
/** Starts the image that has passed again under stricter settings, each alone and then those together that it bears. */
async function tryHardening(report, plan, ports) {
    const { image, verdict } = report;
    if (!plan.tryHardening || image === undefined || verdict !== 'passed')
        return report;
    const engine = await ports.docker.engine(ports.engineComesWithinMs);
    const hardening = [];
    ports.progress({ kind: 'stage-began', stage: 'bears' });
    for (const settings of stricterSettings(report))
        hardening.push(await startWith(settings, { report, plan, image, engine, ports, number: hardening.length + 1 }));
    const borne = hardening.filter(({ serves }) => serves).map(({ option }) => option);
    if (borne.length > 1)
        hardening.push(await startWith(borne.join(' '), { report, plan, image, engine, ports, number: hardening.length + 1 }));
    ports.progress({ kind: 'stage-ended', stage: 'bears', status: 'passed' });
    return { ...report, hardening };
}
function stricterSettings({ runtime }) {
    const peak = runtime?.memoryPeakBytes ?? runtime?.memoryBytes;
    const memory = peak === undefined ? undefined : Math.ceil(Math.max(leastMemoryBytes, peak * memoryMargin) / 1e6);
    return [
        '--read-only --tmpfs /tmp',
        '--cap-drop ALL',
        '--security-opt no-new-privileges',
        `--user ${foreignUser}`,
        ...(memory === undefined ? [] : [`--memory ${memory}m`]),
    ];
}
async function startWith(option, { report, plan, image, engine, ports, number }) {
    ports.progress({ kind: 'step-began', stage: 'bears', title: option });
    const unseen = { ...ports, progress: build_ports/* unwatched */.Ml };
    const logbook = new Logbook(plan, unseen);
    const { start } = plan;
    const stricter = {
        ...plan,
        readyLimitMs: Math.min(plan.readyLimitMs, 3 * (report.startupMs ?? plan.readyLimitMs) + slowerMs),
        stopLimitMs: Math.min(plan.stopLimitMs, 1000), // how it stops is known already
        start: {
            ...start,
            containerName: `${start.containerName}-${number}`,
            publish: start.publish.map((port) => ({ ...port, hostPort: 0 })),
            options: [...start.options, ...option.split(' ')],
        },
    };
    await tryContainer(stricter, image, { ...unseen, engine, logbook, suspected: [] });
    const failed = logbook.stages.find(({ status }) => status === 'failed' || status === 'errored');
    if (failed === undefined || failed.status === 'skipped')
        return { option, serves: true };
    const [cause] = failed.findings;
    return {
        option,
        serves: false,
        cause: cause?.check ?? 'unknown',
        ...(cause === undefined ? {} : { title: cause.title }),
        ...(cause?.location === undefined ? {} : { location: cause.location }),
    };
}

;// CONCATENATED MODULE: ./build/stages/registry-trouble.js
const again = 'Start the job again: what the registry has already is not sent twice.';
/** By what registries and the engine write, the particular before the general: some say `denied` to all of it. */
const troubles = [
    {
        words: /immutab|cannot be overwritten|already exists|tag mutation/i,
        passes: false,
        advice: () => 'Give the image a tag that is new: this registry moves none.',
    },
    {
        words: /quota|storage resource|insufficient.storage|will exceed|no space left/i,
        passes: false,
        advice: (registry) => `Make room at ${registry}, or have its limit raised.`,
    },
    {
        words: /entity too large|payload too large|content too large|body too large|\b413\b/i,
        passes: false,
        advice: (registry) => `Raise the largest upload that the proxy in front of ${registry} takes (nginx: \`client_max_body_size 0\`), or make the layers smaller.`,
    },
    {
        words: /too ?many ?requests|rate.?limit|\b429\b/i,
        passes: true,
        advice: (registry) => `Wait until ${registry} takes more, then start the job again.`,
    },
    {
        words: /x509|certificate|tls: /i,
        passes: false,
        advice: (registry) => `Give the engine the certificate authority of ${registry}: /etc/docker/certs.d/${registry}/ca.crt.`,
    },
    {
        words: /server gave HTTP response to HTTPS client/i,
        passes: false,
        advice: (registry) => `Name ${registry} among \`insecure-registries\` of the engine's daemon.json, or let it speak HTTPS.`,
    },
    {
        words: /name.?unknown|name invalid|repository .*(?:not exist(?! or may require)|not found)|project .*not found/i,
        passes: false,
        advice: (registry) => `Create the repository at ${registry}, or correct its name in \`tags\`.`,
    },
    {
        words: /^unsupported\b|operation is unsupported|method not allowed|\b405\b/i,
        passes: false,
        advice: (registry) => `Correct the name in \`tags\`, or make ${registry} writable: it takes no pushes.`,
    },
    {
        words: /unauthori[sz]ed|authentication required|no basic auth|login|credentials|\b401\b/i,
        passes: false,
        advice: (registry) => `Log in to ${registry} in an earlier step (docker/login-action).`,
    },
    {
        words: /denied|forbidden|permission|insufficient.scope|\b403\b/i,
        passes: false,
        advice: (registry) => registry === 'ghcr.io'
            ? 'Log in to ghcr.io (docker/login-action), give the job `packages: write`, and let the package grant this repository the role Write.'
            : `Log in to ${registry} (docker/login-action) as somebody who may write there, or correct the name in \`tags\`.`,
    },
    {
        words: /^unknown: .*not found|\b404\b/i,
        passes: false,
        advice: (registry) => `Correct the name in \`tags\`: no registry answers at ${registry}.`,
    },
    {
        words: /no such host|server misbehaving/i,
        passes: true,
        advice: (registry) => `Correct the name ${registry} in \`tags\`, or the name service of the engine's machine.`,
    },
    {
        words: /connection refused|no route to host|network is unreachable/i,
        passes: true,
        advice: (registry) => `See to it that ${registry} can be reached from the engine's machine.`,
    },
    {
        words: /\b5\d\d\b|EOF|reset by peer|broken pipe|time.?out|deadline exceeded|unavailable|internal.?(?:server.)?error|try again/i,
        passes: true,
        advice: () => again,
    },
];
/** What is not known may be anything: it is tried once, and told. */
function registryTrouble(words) {
    return troubles.find((trouble) => trouble.words.test(words)) ?? { passes: false, advice: () => again };
}

;// CONCATENATED MODULE: ./build/stages/push.js


/** The engine itself repeats an upload five times, but neither the first question nor the last. */
const pausesMs = [2_000, 10_000];
/** Pushes the very image under each name, one after another. */
async function push(image, plan, setting) {
    const pushed = [];
    for (const name of plan.names) {
        const reference = plan.byDigest ? `${name.repository}:${tagOfImage(image)}` : name.reference;
        setting.progress({ kind: 'step-began', stage: 'push', title: reference });
        let outcome;
        try {
            outcome = await pushOne(image, { ...name, reference }, plan, setting);
        }
        catch (error) {
            if (!(error instanceof errors/* SetupError */.w))
                throw error;
            outcome = { trouble: error.message }; // what was pushed before is told all the same
        }
        finally {
            setting.progress({ kind: 'step-ended', stage: 'push' });
        }
        if ('trouble' in outcome)
            return { pushed, trouble: `${outcome.trouble}${rest(plan, pushed)}` };
        pushed.push(outcome);
    }
    return { pushed };
}
/** What pulls by this tag gets this image, whoever pushes it how often. */
function tagOfImage({ id }) {
    return `sea-trial-${id.replace(/^sha256:/, '').slice(0, 12)}`;
}
async function pushOne(image, name, { deadlineMs }, { docker, clock, progress, signal }) {
    const { reference, repository, registry } = name;
    const tell = (text) => progress({ kind: 'line', stage: 'push', text });
    for (let attempt = 0;; attempt += 1) {
        // By its id: the name may have been given to another image since the build.
        await docker.tagImage(image.id, reference);
        const outcome = await docker.push({ reference, deadlineMs, signal, onLine: tell });
        if (outcome.kind === 'pushed') {
            const theirs = await docker.inspectImage(`${repository}@${outcome.digest}`);
            return theirs === undefined || theirs.id === image.id
                ? { reference, digest: outcome.digest }
                : { trouble: replaced(reference, outcome.digest) };
        }
        if (outcome.kind === 'late')
            return { trouble: late(reference, registry, deadlineMs) };
        const { passes, advice } = registryTrouble(outcome.words);
        const pauseMs = passes ? pausesMs[attempt] : undefined;
        if (pauseMs === undefined)
            return { trouble: refused(reference, outcome.words, attempt, advice(registry)) };
        tell(`${outcome.words}; it is tried again in ${pauseMs / 1000} s`);
        await clock.sleep(pauseMs, signal);
        signal.throwIfAborted();
    }
}
function refused(reference, words, attempt, advice) {
    const often = attempt === 0 ? '' : `, ${attempt + 1} times`;
    return `\`${reference}\` was not pushed${often}: ${words === '' ? 'the registry gives no reason' : words.replace(/\.$/, '')}. ${advice}`;
}
function late(reference, registry, deadlineMs) {
    return `\`${reference}\` was not pushed: ${registry} did not take it within ${Math.round(deadlineMs / 1000)} s. Start the job again, for what the registry has already is not sent twice, or raise \`build-timeout\`.`;
}
function replaced(reference, digest) {
    return `\`${reference}\` names another image than the one that was tried: something on this machine gave the name away while it was pushed, and the registry has \`${digest}\` now. Start the job again, and let no two jobs of a machine share a tag.`;
}
/** Pushing again does no harm, so nobody has to take back what is there. */
function rest({ names }, pushed) {
    const behind = names.length - pushed.length - 1;
    const untried = behind === 0
        ? ''
        : ` ${behind === 1 ? 'One name' : `${behind} names`} behind it ${behind === 1 ? 'was' : 'were'} not tried.`;
    if (pushed.length === 0)
        return untried;
    return `${untried} Pushed already: ${pushed.map(({ reference }) => `\`${reference}\``).join(', ')}; to push that again does no harm.`;
}

;// CONCATENATED MODULE: ./build/trial/push-image.js



/** How long what was aborted may take to close what it shows. */
const tidyingMs = 2_000;
/** Pushes the very image that has passed, where that is wanted; what the registry does not take makes the trial errored. */
async function pushImage(report, plan, ports) {
    const { push: wanted } = plan;
    if (wanted === undefined)
        return report;
    const logbook = new Logbook(plan, ports);
    const { image, verdict } = report;
    if (verdict !== 'passed' || image === undefined) {
        logbook.skip('push', verdict === 'errored' ? 'the trial could not run' : 'the image has not passed');
        return withPush(report, [], logbook);
    }
    try {
        const pushed = await logbook.stage('push', () => pushStage(image, wanted, plan, ports));
        return withPush(report, pushed ?? [], logbook);
    }
    finally {
        await logbook.settled(tidyingMs);
    }
}
async function pushStage(image, wanted, plan, ports) {
    if (ports.pushRefusal !== undefined)
        throw new errors/* SetupError */.w(`The image is not pushed, because ${ports.pushRefusal}. Set \`push\` only where the repository's own commits are tried: on a push, a tag, a release.`);
    const { pushed, trouble } = await push(image, wanted, ports);
    if (wanted.byDigest)
        await removeOwnTags(image, wanted, plan, ports);
    return trouble === undefined
        ? { value: pushed, status: 'passed', findings: [] }
        : { value: pushed, status: 'errored', findings: [], message: trouble };
}
/** In the engine nobody asks for them; but with its last name an image goes, and one that was given by id or digest may have no other. */
async function removeOwnTags(image, { names }, { origin }, { docker }) {
    if (/@|^(?:sha256:)?[0-9a-f]{12,64}$/.test(origin.name))
        return;
    try {
        for (const { repository } of names)
            await docker.removeImage(`${repository}:${tagOfImage(image)}`);
    }
    catch (error) {
        if (!(error instanceof errors/* SetupError */.w))
            throw error; // a name that stays changes nothing of what was pushed
    }
}
function withPush(report, pushed, logbook) {
    const { image, ...rest } = report;
    const errored = logbook.stages.find(({ status }) => status === 'errored');
    return {
        ...rest,
        ...(image === undefined ? {} : { image: withDigest(image, pushed[0]?.digest) }),
        ...(pushed.length === 0 ? {} : { pushed }),
        stages: [...report.stages, ...logbook.stages],
        ...(errored?.status === 'errored' ? { verdict: 'errored', cause: 'unknown', because: errored.message } : {}),
    };
}
/** The same image may be in other registries; whoever pushes it asks for this one. */
function withDigest(image, digest) {
    const { digest: _, ...rest } = image;
    return { ...rest, ...(digest === undefined ? {} : { digest }) };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/ignore-file.js
var ignore_file = __webpack_require__(7396);
// EXTERNAL MODULE: ./build/lint/edits.js
var edits = __webpack_require__(4861);
;// CONCATENATED MODULE: ./build/trial/proof-limits.js
/** What somebody waits for without having asked must stay short. */
const longestBuildMs = 120_000;
const largestImageBytes = 2_000_000_000;
/** Besides a second image: the engine and the runner need room to breathe. */
const spareBytes = 1_000_000_000;
/** Why `auto` leaves the proof out, as a clause; undefined where nothing speaks against it. */
function unproven({ observation, image }, { origin, proveFixes }, { folders, workingDirectory }) {
    if (origin.kind === 'existing')
        return 'the image was not built here';
    if (proveFixes === 'always')
        return undefined;
    const buildMs = observation.build?.ms ?? 0;
    if (buildMs > longestBuildMs)
        return `the build takes ${Math.round(buildMs / 1000)} s (prove-fixes: always tries it)`;
    const bytes = image?.bytes ?? 0;
    if (bytes > largestImageBytes)
        return `the image has ${(bytes / 1e9).toFixed(1)} GB (prove-fixes: always tries it)`;
    const free = folders.freeBytes(workingDirectory);
    if (free < bytes + spareBytes)
        return `only ${(free / 1e9).toFixed(1)} GB of the disk are free`;
    return undefined;
}

// EXTERNAL MODULE: ./build/diagnoses/index.js + 205 modules
var diagnoses = __webpack_require__(1041);
// EXTERNAL MODULE: ./build/lint/lint.js + 6 modules
var lint = __webpack_require__(9806);
// EXTERNAL MODULE: ./build/probes/index.js + 14 modules
var probes = __webpack_require__(9072);
// EXTERNAL MODULE: ./build/stages/build.js + 1 modules
var build = __webpack_require__(2924);
;// CONCATENATED MODULE: ./build/stages/existing-image.js

/** The image as the engine has it; pulled where it has none, or where the user wants the newest. Throws a `SetupError` where there is none. */
async function existingImage({ name, pull, deadlineMs }, docker, signal) {
    const found = pull ? undefined : await docker.inspectImage(name);
    if (found !== undefined)
        return found;
    await docker.pull({ reference: name, deadlineMs, signal });
    const pulled = await docker.inspectImage(name);
    if (pulled === undefined)
        throw new errors/* SetupError */.w(`the image \`${name}\` was pulled, and the engine does not have it.`);
    return pulled;
}

// EXTERNAL MODULE: ./build/trial/compile-report.js
var compile_report = __webpack_require__(473);
;// CONCATENATED MODULE: ./build/trial/trial.js










/** How long what was aborted may take to put its temporary files away. */
const trial_tidyingMs = 2_000;
/** The whole trial of one image. Throws only when it was aborted; whatever happens, the container is removed. */
async function trial(plan, ports, failOn) {
    const logbook = new Logbook(plan, ports);
    const asked = ports.docker.engine(ports.engineComesWithinMs);
    asked.catch(() => { }); // told by the build stage, which awaits it
    const building = logbook.stage('build', async () => {
        if (ports.refusal !== undefined)
            throw new errors/* SetupError */.w(`The image is not built, because ${ports.refusal}. To build it all the same, knowing that it runs that code, set the input allow-untrusted-build.`);
        await asked;
        const { origin } = plan;
        if (origin.kind === 'built')
            return buildStage(origin, plan, ports, logbook);
        const image = await existingImage(origin, ports.docker, ports.signal);
        return { value: image, status: 'skipped', because: 'the image exists' };
    });
    // While the image is built: lint costs no time of its own.
    const linted = await lintStage(plan, ports, logbook);
    try {
        const image = await building;
        if (image === undefined) {
            for (const stage of ['start', 'smoke', 'stop'])
                logbook.skip(stage, 'there is no image');
            return (0,compile_report/* compileReport */.q)({ plan, linted, logbook, tried: { probes: [] }, failOn });
        }
        const known = plan.byImage?.(image) ?? plan;
        const course = { ...ports, engine: await asked, logbook, suspected: linted.findings };
        const tried = await tryContainer(known, image, course);
        return (0,compile_report/* compileReport */.q)({ plan: known, linted, logbook, tried, image, failOn });
    }
    finally {
        await logbook.settled(trial_tidyingMs);
    }
}
/** Mode lint: the same report, of the one stage that needs no engine. */
async function lintAlone(plan, ports, failOn) {
    const logbook = new Logbook(plan, ports);
    const linted = await lintStage(plan, ports, logbook);
    for (const stage of ['build', 'start', 'smoke', 'stop'])
        logbook.skip(stage, 'only lint was asked for');
    return (0,compile_report/* compileReport */.q)({ plan, linted, logbook, tried: { probes: [] }, failOn });
}
async function lintStage(plan, { shellcheck }, logbook) {
    let linted = { findings: [], ignored: [] };
    await logbook.stage('lint', async () => {
        if (plan.byImage !== undefined)
            return { value: linted, status: 'skipped', because: 'an image is tried, and there is no Dockerfile' };
        const { facts } = plan;
        const otherChecks = [...diagnoses.diagnoses, ...probes.probes].map(({ id }) => id);
        linted = await (0,lint/* lintBeside */.Mo)({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([]));
        return { value: linted, status: 'passed', findings: linted.findings };
    });
    return linted;
}
async function buildStage({ name, request }, plan, { docker, progress, signal }, logbook) {
    const { observation, imageId } = await (0,build/* build */.j)(request, docker, progress, signal);
    logbook.sawBuild(observation);
    if (imageId === undefined)
        return { value: undefined, ...(0,diagnosed/* diagnosed */.$)(logbook.observation, plan.facts) };
    const image = await docker.inspectImage(imageId);
    if (image === undefined)
        throw new errors/* SetupError */.w(`The image ${imageId} was built, and the engine does not hold it: the builder is that of another engine, or somebody has removed the image. Leave \`builder\` out, or set DOCKER_HOST to the engine of that builder.`);
    return { value: { ...image, reference: name }, status: 'passed', findings: [] };
}

;// CONCATENATED MODULE: ./build/trial/prove-fixes.js
var prove_fixes_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var prove_fixes_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/**
 * Applies the safe fixes to a copy of the context, builds and tries the copy, and adds what they really change to the report.
 * A cause that its fix does not cure is told, and the fix is offered no more. Nothing is kept of the copy.
 */
async function proveFixes(report, plan, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const wanted = fixesToProve(report, plan);
        if (wanted.length === 0)
            return report;
        const because = unproven(report, plan, ports);
        if (because !== undefined)
            return { ...report, notes: [...report.notes, `The fixes were not tried: ${because}.`] };
        const folder = prove_fixes_addDisposableResource(env_1, ports.folders.temporary(), false);
        const { files: changed, fixed } = (0,edits/* applyFixes */.y)(wanted, ['safe'], (reportPath) => ports.files.readTextIfPresent(external_node_path_.resolve(ports.workingDirectory, reportPath)));
        if (fixed.length === 0)
            return report;
        const copy = copyContext(plan, folder.path, changed, ports);
        const planOfCopy = plan.ofCopy(copy);
        ports.progress({ kind: 'stage-began', stage: 'fixes' });
        try {
            const tried = await trial(planOfCopy, { ...ports, progress: build_ports/* unwatched */.Ml }, 'never');
            ports.progress({ kind: 'stage-ended', stage: 'fixes', status: tried.verdict });
            return withProof(report, tried, fixed);
        }
        finally {
            await ports.docker.removeImage(planOfCopy.origin.name);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        prove_fixes_disposeResources(env_1);
    }
}
/** The cause first: where two fixes touch the same text, the first one wins. */
function fixesToProve({ findings, cause, verdict }, { proveFixes: when }) {
    const safe = findings.filter(({ fix, status }) => fix?.safety === 'safe' && status !== 'refuted');
    const ofCause = safe.filter(({ check }) => check === cause);
    if (when === 'never' || (when === 'auto' && (verdict !== 'failed' || ofCause.length === 0)))
        return [];
    return [...ofCause, ...safe.filter((finding) => !ofCause.includes(finding))];
}
/** With the changes in it. What .dockerignore then keeps from the build is not copied; a Dockerfile that lies elsewhere comes along. */
function copyContext({ facts, file, context }, folder, changed, { files, folders, workingDirectory }) {
    const original = external_node_path_.resolve(workingDirectory, context);
    const copied = external_node_path_.join(folder, external_node_path_.basename(original));
    const isNeeded = new Set([
        external_node_path_.relative(original, external_node_path_.resolve(workingDirectory, file)),
        facts.context.ignoreFile?.path,
    ]);
    const isIgnored = ignoringAfter(facts, changed);
    folders.copy(original, copied, (relative) => isNeeded.has(relative) || !isIgnored(relative));
    const fileOf = (reportPath) => {
        const relative = external_node_path_.relative(original, external_node_path_.resolve(workingDirectory, reportPath));
        return relative.startsWith('..') ? external_node_path_.join(folder, external_node_path_.basename(reportPath)) : external_node_path_.join(copied, relative);
    };
    for (const elsewhere of [file, `${file}.dockerignore`]) {
        const text = files.readTextIfPresent(external_node_path_.resolve(workingDirectory, elsewhere));
        if (text !== undefined)
            files.writeText(fileOf(elsewhere), text);
    }
    for (const [reportPath, text] of changed)
        files.writeText(fileOf(reportPath), text);
    return { context: copied, file: fileOf(file) };
}
/** A fix may let pass what was kept away before. */
function ignoringAfter({ context }, changed) {
    const text = context.ignoreFile === undefined ? undefined : changed.get(context.reportPath(context.ignoreFile.path));
    const after = text === undefined ? undefined : (0,ignore_file/* readIgnoreFile */.r)(text);
    return (relative) => after?.ignores(relative) ?? context.isIgnored(relative);
}
function withProof(report, tried, fixed) {
    const proof = {
        fixes: [...new Set(fixed.map(({ check }) => check))],
        verdict: tried.verdict,
        ...(tried.cause === undefined ? {} : { cause: tried.cause }),
        before: measuresOf(report),
        after: measuresOf(tried),
    };
    const helps = tried.cause === undefined || tried.cause !== report.cause;
    return {
        ...report,
        proof,
        findings: helps ? report.findings : report.findings.map((each) => withoutFix(each, report)),
    };
}
function withoutFix(finding, { cause }) {
    const { fix: _, ...rest } = finding;
    return finding.check === cause ? rest : finding;
}
function measuresOf({ image, startupMs, stopped }) {
    return {
        ...(image === undefined ? {} : { bytes: image.bytes }),
        ...(startupMs === undefined ? {} : { startupMs }),
        ...(stopped === undefined ? {} : { stopMs: stopped.ms }),
    };
}

// EXTERNAL MODULE: ./build/trial/untried.js
var untried = __webpack_require__(986);
;// CONCATENATED MODULE: ./build/trial/unplanned.js




/** Among several trials one that cannot be planned is errored, and the others go on. */
async function unplanned({ error, ...about }, { clock, signal }) {
    const of = { name: about.name, sources: () => (0,untried/* sourcesOfUntried */.v)(about) };
    const logbook = new Logbook(of, { clock, signal, progress: build_ports/* unwatched */.Ml });
    await logbook.stage('lint', () => {
        throw error;
    });
    for (const stage of ['build', 'start', 'smoke', 'stop'])
        logbook.skip(stage, 'there is nothing to try');
    return (0,untried/* untried */.I)(about, {
        verdict: 'errored',
        cause: error instanceof errors/* UserError */.y ? 'unknown' : error.check,
        because: error.sentence(),
        stages: logbook.stages,
    });
}

// EXTERNAL MODULE: ./build/trial/compare.js + 2 modules
var compare = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/commands/base/base-lint.js + 1 modules
var base_lint = __webpack_require__(310);
;// CONCATENATED MODULE: ./build/commands/base/against-base.js




function againstBase(settings, ports, shellcheck) {
    const contents = new Map();
    const otherChecks = [...diagnoses.diagnoses, ...probes.probes].map(({ id }) => id);
    const told = new Set();
    const note = (because) => {
        const all = settings.onlyNew ? ' So all of them count (only-new).' : '';
        const sentence = `The findings are not compared with the base: ${because}.${all}`;
        if (!told.has(sentence))
            ports.print.note(sentence);
        told.add(sentence);
    };
    const found = foundIn(ports.base, note);
    return {
        commit: found.then((base) => base?.commit),
        begin(plan, own) {
            const linting = found.then(async (base) => {
                if (base === undefined)
                    return undefined;
                const linted = await (0,base_lint/* lintBase */.V)(plan, contents, {
                    base,
                    settings: own,
                    ports,
                    otherChecks,
                    ...(shellcheck === undefined ? {} : { shellcheck }),
                });
                return linted ?? note('its files cannot be had');
            });
            const report = found.then(async (base) => (base === undefined ? undefined : ports.baseReport?.(plan.name)));
            for (const begun of [linting, report])
                begun.catch(() => { }); // thrown below, where it is awaited
            return async (trial) => {
                const linted = await linting;
                if (linted === undefined)
                    return trial;
                const before = (await report)?.trials.find(({ name }) => name === trial.name);
                const compared = await (0,compare/* compareWith */.G)(trial, { ...linted, ...(before === undefined ? {} : { report: before }) });
                return settings.onlyNew ? (0,compare/* judgedByNew */.H)(compared, plan.failOn) : compared;
            };
        },
    };
}
async function foundIn(base, note) {
    const found = await base;
    return found !== undefined && 'because' in found ? note(found.because) : found;
}

// EXTERNAL MODULE: ./build/commands/run/in-turns.js
var in_turns = __webpack_require__(6731);
;// CONCATENATED MODULE: ./build/commands/run/ordered-progress.js
function orderedProgress(progress) {
    const held = new Map();
    const ended = new Set();
    let front = 0;
    const tellHeld = () => {
        for (const event of held.get(front) ?? [])
            progress(event);
        held.delete(front);
    };
    return {
        of: (index) => (event) => {
            if (index === front)
                progress(event);
            else
                held.set(index, [...(held.get(index) ?? []), event]);
        },
        ended(index) {
            ended.add(index);
            while (ended.has(front)) {
                tellHeld();
                front += 1;
                tellHeld();
            }
        },
    };
}

// EXTERNAL MODULE: ./build/commands/run/plans.js + 1 modules
var run_plans = __webpack_require__(1658);
;// CONCATENATED MODULE: ./build/commands/run/port-queue.js
/** Trials that were told to publish on one and the same port of the host wait for each other; the others need not. */
function portQueue() {
    const last = new Map();
    return async (plan, work) => {
        const ports = plan.start.publish.map(({ hostPort }) => hostPort).filter((port) => port !== 0);
        const done = Promise.allSettled(ports.flatMap((port) => last.get(port) ?? [])).then(work);
        for (const port of ports)
            last.set(port, done);
        return done;
    };
}

// EXTERNAL MODULE: ./build/commands/run/run-mask.js
var run_mask = __webpack_require__(2509);
// EXTERNAL MODULE: ./build/settings/configuration.js + 1 modules
var configuration = __webpack_require__(9859);
// EXTERNAL MODULE: ./build/commands/run/strangers-compose.js
var strangers_compose = __webpack_require__(6375);
// EXTERNAL MODULE: ./build/commands/run/telling-reader.js
var telling_reader = __webpack_require__(2758);
;// CONCATENATED MODULE: ./build/commands/run/trusted-reader.js



/** On an event whose code is a stranger's, its configuration is too: it could silence what has to be told. */
function trustedReader(settings, ports) {
    if (!(0,strangers_compose/* isOfStranger */.mN)(ports))
        return (0,telling_reader/* tellingReader */.h)(settings, ports);
    const { configurationFiles } = ports;
    if (configurationFiles !== undefined) {
        ports.print.note('Configuration files are read as they are in the base: on this event the checkout may be the work of a stranger.');
        return (0,telling_reader/* tellingReader */.h)(settings, { ...ports, files: configurationFiles });
    }
    ports.print.note('Configuration files are not read: on this event they may be the work of a stranger, and the checkout does not have the commit of the base.');
    return async () => configuration/* withoutConfiguration */.BX;
}

// EXTERNAL MODULE: ./build/commands/affected/unchanged-trials.js + 1 modules
var unchanged_trials = __webpack_require__(4132);
;// CONCATENATED MODULE: ./build/commands/run/trial.js

















/** Tries the image of each trial, one after another or side by side. */
async function runTrials(run, ports, commit) {
    const { settings } = run;
    const planned = inLanes(settings, await (0,run_plans/* plansFor */.i)(run, ports, trustedReader(settings, ports)));
    const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
    (0,push_plan/* refuseSharedTags */.z)(plans);
    const mask = (0,run_mask/* maskOf */._)([settings, ...planned.map((each) => each.settings)], plans, ports);
    const shellcheck = await (0,lint_shellcheck/* openShellCheck */.D)({ environment: ports.environment, note: ports.print.note });
    const trialPorts = { ...ports, shellcheck };
    const comparison = againstBase(settings, ports, shellcheck);
    const unchanged = settings.onlyAffected ? await (0,unchanged_trials/* unchangedTrials */.X)(planned, run, ports) : undefined;
    const progress = orderedProgress((0,run_mask/* maskedProgress */.R)(ports.print.progress, mask));
    const queue = portQueue();
    const lane = async (each, index) => {
        const own = { ...trialPorts, progress: progress.of(index) };
        if (planned.length > 1)
            own.progress({ kind: 'trial-began', name: nameOf(each), number: index + 1, of: planned.length });
        try {
            if (each.kind === 'unplanned')
                return { trial: await unplanned(each.unplanned, ports) };
            const left = unchanged?.reports.get(each.plan);
            if (left !== undefined)
                return { trial: left };
            return { plan: each.plan, trial: await queue(each.plan, async () => tryOne(each, comparison, own)) };
        }
        finally {
            progress.ended(index);
        }
    };
    const tried = [];
    const lanes = Array.from({ length: settings.jobs }, () => lane);
    await (0,in_turns/* inTurns */.g)(planned, lanes, (one) => tried.push(one));
    const known = withBase(await commit, (await comparison.commit) ?? unchanged?.base);
    const reportOf = (trials) => (0,render_mask/* maskDeep */.f)({
        version: 1,
        tool: { name: 'sea-trial', version: ports.version },
        ...(known === undefined ? {} : { commit: known }),
        trials,
    }, mask);
    const report = reportOf(tried.map((each) => each.trial));
    return {
        report,
        mask,
        async proven() {
            if (settings.mode === 'lint')
                return report;
            const own = { ...trialPorts, progress: (0,run_mask/* maskedProgress */.R)(ports.print.progress, mask) };
            const trials = [];
            for (const each of tried)
                trials.push(each.plan === undefined ? each.trial : await proveFixes(each.trial, each.plan, own));
            // To mask it anew takes as long as its logs are large.
            return trials.every((each, index) => each === tried[index]?.trial) ? report : reportOf(trials);
        },
    };
}
/** What runs side by side is published on ports of its own, unless they were given. */
function inLanes({ jobs }, planned) {
    if (jobs === 1 || planned.length === 1)
        return planned;
    return planned.map((each) => (each.kind === 'plan' ? { ...each, plan: onFreePort(each.plan) } : each));
}
function nameOf(planned) {
    return planned.kind === 'unplanned' ? planned.unplanned.name : planned.plan.name;
}
/** The whole of one trial: what was tried is held against the base, started under stricter settings, and pushed. */
async function tryOne({ plan, settings }, comparison, ports) {
    const compared = comparison.begin(plan, settings);
    if (settings.mode === 'lint')
        return compared(await lintAlone(plan, ports, plan.failOn));
    const { names, everywhere } = plan.unwanted;
    for (const image of names)
        ports.onImage(image, everywhere);
    const told = await compared(await trial(plan, ports, plan.failOn));
    return pushImage(await tryHardening(told, plan, ports), plan, ports);
}
/** The base is the one that was compared with, where one was. */
function withBase(commit, base) {
    return commit === undefined || base === undefined ? commit : { ...commit, base };
}
/** The exit code of a whole run: could not run comes before failed. */
function exitCodeOf(report) {
    if (report.trials.some(({ verdict }) => verdict === 'errored'))
        return 2;
    return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}


/***/ }),

/***/ 5822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h4: () => (/* binding */ diagnose),
  QR: () => (/* binding */ diagnoseEarly),
  rc: () => (/* binding */ remarksOn)
});

// EXTERNAL MODULE: ./build/docker/build-failure.js
var build_failure = __webpack_require__(8526);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/diagnoses/index.js + 205 modules
var diagnoses = __webpack_require__(1041);
// EXTERNAL MODULE: ./build/symptoms/symptoms.js + 7 modules
var symptoms_symptoms = __webpack_require__(7449);
// EXTERNAL MODULE: ./build/traceback/traceback.js
var traceback = __webpack_require__(3835);
// EXTERNAL MODULE: ./build/symptoms/evidence.js
var evidence = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/symptoms/place.js
var symptoms_place = __webpack_require__(3950);
// EXTERNAL MODULE: ./build/symptoms/start/script-line.js
var script_line = __webpack_require__(8926);
// EXTERNAL MODULE: ./build/symptoms/start.js
var start = __webpack_require__(4621);
;// CONCATENATED MODULE: ./build/diagnoses/unknown.js




/** Not on the shelf: what is told when no cause is recognised. It claims what was seen, and nothing else. */
const unknown = {
    id: 'unknown',
    blames: 'image',
    summary: 'the trial failed, and its cause is not one that is known here',
    why: 'No known cause fits what was seen. The evidence is all there is: what the container did, what it listened on, how requests ended, and the end of its log.',
    references: [],
    moments: ['build', 'create', 'exit', 'silent', 'answer'],
    examples: [],
    confusions: [],
    *recognise(symptoms) {
        const { moment, container, build, facts, log } = symptoms;
        const last = log.findLast((line) => line.trim() !== '') ?? '';
        const place = build === undefined
            ? ((moment === 'exit' ? (0,script_line/* scriptLine */.W)(last, facts) : undefined) ?? (0,start/* startPlace */.Gh)(facts))
            : (0,symptoms_place/* failedPlace */.N5)(facts, build.failure.line);
        yield {
            ...(moment === 'silent' ? { headline: 'it runs and does not answer, the cause is not known' } : {}),
            title: titles[moment](container?.state?.exitCode ?? 0, container?.wait.ended === 'ready'),
            why: 'None of the known causes fits what was seen, so none is named.',
            advice: 'Read the evidence, the end of the log first.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(0,evidence/* buildEvidence */.KX)(symptoms),
                ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
                ...(0,evidence/* logTail */.RB)(symptoms, 20),
                ...(container === undefined
                    ? []
                    : [...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container), ...(0,evidence/* threadEvidence */.Et)(container)]),
            ],
        };
    },
};
const titles = {
    build: () => 'the build fails for a reason that is not known here',
    create: () => 'docker does not start the container, for a reason that is not known here',
    exit: (exitCode, hasAnswered) => `the container exits with code ${exitCode} ${hasAnswered ? 'by itself, after it has answered' : 'before it answers'}`,
    silent: () => 'the container runs and does not answer, for a reason that is not known here',
    answer: () => 'the container answers, and not as it should',
    serve: () => 'the container serves',
    stop: () => 'the container was stopped',
};

;// CONCATENATED MODULE: ./build/diagnoses/diagnose.js






/** Why the image does not build, start or answer as it should. Where no cause is recognised, `unknown` says what was seen. */
function diagnose(seen) {
    const symptoms = (0,symptoms_symptoms/* symptomsOf */.A)(seen);
    if (symptoms === undefined)
        return { blames: 'image', findings: [] };
    const recognised = recogniseIn(symptoms, diagnoses.diagnoses);
    const all = recognised.length > 0 ? recognised : recogniseIn(symptoms, [unknown]);
    return {
        blames: recognised[0]?.diagnosis.blames ?? blameForUnknown(symptoms),
        findings: all.map((each) => findingOf(each, symptoms)),
    };
}
/** Where docker refused the request, or no instruction of the Dockerfile failed, the image is not to blame. */
function blameForUnknown({ moment, build, container }) {
    if (moment === 'create' && container?.create.exitCode === 125)
        return 'setup';
    const { step, line } = build?.failure ?? {};
    return build !== undefined && line === undefined && !(0,build_failure/* isInstruction */.FL)(step) ? 'setup' : 'image';
}
/** What is certain while the container is still being waited for; undefined while more may come. */
function diagnoseEarly(seen) {
    const symptoms = (0,symptoms_symptoms/* symptomsOf */.A)(seen, 'running');
    if (symptoms === undefined)
        return undefined;
    const [root] = recogniseIn(symptoms, diagnoses.diagnoses.filter(({ early }) => early === true));
    return root === undefined ? undefined : findingOf(root, symptoms);
}
/** What is worth a word of a container that serves, or was stopped after that: a notice or a warning, and no reason to fail by itself. */
function remarksOn(seen, moment) {
    const symptoms = (0,symptoms_symptoms/* symptomsOf */.A)(seen, moment);
    if (symptoms === undefined)
        return [];
    return recogniseIn(symptoms, diagnoses.diagnoses).map((each) => findingOf(each, symptoms, 'warning'));
}
/** Of chained exceptions the last one killed it, so it is asked first; the general causes are asked when no other is recognised. */
function recogniseIn(symptoms, shelf) {
    const { fatal, ...rest } = symptoms;
    const asked = fatal === undefined ? [rest] : (0,traceback/* chainOf */.dR)(fatal).map((each) => ({ ...rest, fatal: each }));
    const present = shelf.filter(({ moments }) => moments.includes(symptoms.moment));
    for (const each of asked) {
        const particular = ask(each, present.filter(({ general }) => general !== true));
        if (particular.length > 0)
            return particular;
    }
    return ask(symptoms, present.filter(({ general }) => general === true)).slice(0, 1);
}
/** In the order of the shelf, which is the order of the decision; what an earlier one explains is left out. */
function ask(symptoms, shelf) {
    const found = [];
    for (const diagnosis of shelf) {
        if (found.some(({ recognised }) => recognised.explains?.includes(diagnosis.id) === true))
            continue;
        for (const recognised of diagnosis.recognise(symptoms))
            found.push({ diagnosis, recognised });
    }
    return found;
}
function findingOf({ diagnosis, recognised }, { facts }, usual = 'error') {
    const { headline, title, why, advice, location, evidence, severity, fix } = recognised;
    return {
        check: diagnosis.id,
        aliases: [],
        severity: severity ?? usual,
        title,
        ...(headline === undefined ? {} : { headline }),
        why,
        advice,
        ...(location === undefined ? {} : { location }),
        evidence,
        status: 'confirmed',
        fingerprint: (0,finding/* fingerprintOf */.a)(diagnosis.id, location?.path ?? '', placeText(location, facts)),
        ...(fix === undefined ? {} : { fix }),
    };
}
/** The instruction's text in the Dockerfile, elsewhere the line's: what stays the same when lines move. */
function placeText(location, { dockerfile, context }) {
    if (location === undefined)
        return '';
    if (location.path === dockerfile.path) {
        const instruction = dockerfile.instructions.find(({ lines }) => lines[0] <= location.line && location.line <= lines[1]);
        if (instruction !== undefined)
            return instruction.text;
    }
    const file = context.listing.files.find((name) => context.reportPath(name) === location.path);
    return (file === undefined ? undefined : context.readText(file))?.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
}


/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ connection)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/**
 * docker's proxy accepts before it knows whether anybody listens in the container, and then closes at once: only a connection
 * that stays open this long was accepted by the server itself.
 */
const keptOpenMs = 250;
/** Says how the connection ended, or that it stayed open, or that the server spoke first; never throws. */
function connection(asked) {
    const began = performance.now();
    return new Promise((resolve) => {
        const finish = (outcome) => {
            clearTimeout(limit);
            clearTimeout(kept);
            asked.signal?.removeEventListener('abort', onAbort);
            socket.destroy();
            resolve({ outcome, ms: performance.now() - began });
        };
        const onAbort = () => finish({ kind: 'failed', detail: 'given up' });
        const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
        let kept;
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host: asked.host, port: asked.port });
        socket.on('connect', () => {
            kept = setTimeout(() => finish({ kind: 'connected' }), keptOpenMs);
        });
        socket.on('data', () => finish({ kind: 'connected' }));
        socket.on('end', () => finish({ kind: 'closed' }));
        socket.on('error', (error) => finish(outcomeOf(error)));
        asked.signal?.addEventListener('abort', onAbort, { once: true });
        if (asked.signal?.aborted === true)
            onAbort();
    });
}
function outcomeOf(error) {
    if (error.code === 'ECONNREFUSED')
        return { kind: 'refused' };
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE')
        return { kind: 'reset' };
    return { kind: 'failed', detail: error.message };
}


/***/ }),

/***/ 9973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ exchange)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);

const usualBodyBytes = 1_000_000;
/**
 * Sends one request on a connection of its own and says how it ended; never throws.
 * Not `fetch`: that one hides whether a connection was reset or closed without a byte, and obeys NODE_USE_ENV_PROXY,
 * and a probe must never leave through a proxy.
 */
function exchange(asked) {
    const began = performance.now();
    const agent = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: false });
    const { mostBodyBytes = usualBodyBytes } = asked;
    return new Promise((resolve) => {
        let headMs;
        const finish = (outcome, isWhole = false) => {
            clearTimeout(limit);
            asked.signal?.removeEventListener('abort', onAbort);
            sent.destroy();
            agent.destroy();
            resolve({ outcome, ms: performance.now() - began, isWhole, ...(headMs === undefined ? {} : { headMs }) });
        };
        const onAbort = () => finish({ kind: 'failed', detail: 'given up' });
        const sent = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(asked.url, {
            agent,
            method: asked.method,
            headers: { 'user-agent': 'sea-trial', accept: '*/*', connection: 'close', ...asked.headers },
        });
        const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
        sent.on('error', (error) => finish(outcomeOfError(error)));
        // 101 arrives here, and nowhere else: the server speaks HTTP, so it is an answer.
        sent.on('upgrade', (answer) => finish({
            kind: 'answered',
            status: answer.statusCode ?? 0,
            headers: flat(answer.headers),
            body: '',
            bodyBytes: 0,
        }));
        sent.on('response', (answer) => {
            headMs = performance.now() - began;
            const kept = [];
            let bodyBytes = 0;
            const answered = () => ({
                kind: 'answered',
                status: answer.statusCode ?? 0,
                headers: flat(answer.headers),
                body: Buffer.concat(kept).toString('utf8'),
                bodyBytes,
            });
            // An endless body (server-sent events) is an answer all the same: its status and what came of it count.
            answer.on('data', (chunk) => {
                if (bodyBytes < mostBodyBytes)
                    kept.push(chunk.subarray(0, mostBodyBytes - bodyBytes));
                bodyBytes += chunk.length;
            });
            answer.on('end', () => finish(answered(), bodyBytes <= mostBodyBytes));
            answer.on('error', () => finish({ kind: 'failed', detail: `the connection broke after ${bodyBytes} bytes of the answer` }));
            clearTimeout(limit);
            const bodyLimitMs = Math.max(1, Math.min(asked.limitMs - headMs, asked.bodyLimitMs ?? Infinity));
            const bodyLimit = setTimeout(() => finish(answered()), bodyLimitMs);
            answer.on('close', () => clearTimeout(bodyLimit));
        });
        asked.signal?.addEventListener('abort', onAbort, { once: true });
        sent.end(asked.body);
        if (asked.signal?.aborted === true)
            onAbort();
    });
}
/** Node's own error codes: `socket hang up` is an end of the stream without a byte, `read ECONNRESET` a reset. */
function outcomeOfError(error) {
    const code = error.code ?? '';
    if (code === 'ECONNREFUSED')
        return { kind: 'refused' };
    if (code === 'ECONNRESET')
        return error.message === 'socket hang up' ? { kind: 'closed' } : { kind: 'reset' };
    if (code === 'EPIPE')
        return { kind: 'reset' };
    if (code.startsWith('HPE_'))
        return { kind: 'not-http', detail: `${error.message}${firstBytes(error)}` };
    return { kind: 'failed', detail: error.message };
}
const mostShownBytes = 24;
/** What came instead, as text where it is text: `"* READY"`, `00 00 12 04`. */
function firstBytes(error) {
    const packet = 'rawPacket' in error ? error.rawPacket : undefined;
    if (!(packet instanceof Uint8Array) || packet.length === 0)
        return '';
    const bytes = Buffer.from(packet.subarray(0, mostShownBytes));
    const text = bytes.toString('latin1').trimEnd();
    if (/^[\t\r\n\x20-\x7e]+$/.test(text))
        return ` (${JSON.stringify(text)})`;
    return ` (${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')})`;
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
}


/***/ }),

/***/ 2105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);

const usualRedirects = 5;
/**
 * Sends a request, and goes where the answer sends it as long as that is the same origin: what lies elsewhere is not under trial.
 * The last hop is the answer.
 */
async function follow(asked, { wanted = [], mostRedirects = usualRedirects } = {}) {
    const first = await hop(asked);
    const hops = [first];
    let last = first;
    while (hops.length <= mostRedirects && !(last.outcome.kind === 'answered' && wanted.includes(last.outcome.status))) {
        const next = target(last);
        if (next === undefined)
            break;
        last = await hop({ ...asked, ...methodAfter(asked, last), url: next });
        hops.push(last);
    }
    return hops;
}
async function hop(asked) {
    return { url: asked.url, ...(await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .c)(asked)) };
}
/** Where a redirect leads; undefined where the answer is none, or leaves the origin. */
function target({ url, outcome }) {
    if (outcome.kind !== 'answered' || ![301, 302, 303, 307, 308].includes(outcome.status))
        return undefined;
    const { location } = outcome.headers;
    if (location === undefined || !URL.canParse(location, url.href))
        return undefined;
    const next = new URL(location, url);
    return next.origin === url.origin && next.href !== url.href ? next : undefined;
}
/** 307 and 308 ask for the same again; of the others browsers make a GET. */
function methodAfter({ method }, { outcome }) {
    const keeps = outcome.kind === 'answered' && [307, 308].includes(outcome.status);
    return { method: keeps || method === 'HEAD' ? method : 'GET' };
}


/***/ }),

/***/ 9072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probes: () => (/* binding */ probes)
});

;// CONCATENATED MODULE: ./build/probes/removal.js
/**
 * Whether a step behind the finding's may have deleted what it speaks of. The container shows the topmost layer's view alone:
 * what is absent there may still be carried by the layer below, so its absence refutes nothing.
 */
function mayBeRemovedLater({ finding, facts }) {
    const line = finding.location?.line ?? 0;
    return facts.imageInstructions.some(({ keyword, lines, text }) => keyword === 'RUN' && lines[0] > line && /\b(?:rm|find|git|mv|clean|purge)\b/.test(text));
}

;// CONCATENATED MODULE: ./build/probes/left-in-image.js

/** An empty folder and a lock file are no waste worth a word. */
const leastBytes = 10_000;
/** Confirmed with its price where something lies under those paths; refuted where they were looked at and hold nothing. */
function settleBySize(paths, asked, what) {
    const { container } = asked;
    if (container.runtime === undefined)
        return undefined; // it never ran long enough to be looked at
    const bytes = container.measures
        .filter((measure) => paths.includes(measure.path))
        .reduce((sum, measure) => sum + measure.bytes, 0);
    const evidence = [{ kind: 'measurement', what, value: bytes, unit: 'bytes' }];
    if (bytes >= leastBytes)
        return { status: 'confirmed', cost: { bytes }, evidence };
    return mayBeRemovedLater(asked) ? undefined : { status: 'refuted', evidence };
}

;// CONCATENATED MODULE: ./build/probes/apt-lists.js

const path = '/var/lib/apt/lists';
const aptLists = {
    id: 'apt-lists',
    summary: "How many bytes of apt's package lists are in the image",
    why: 'The sizes stand in the headers of the tar that `docker cp` streams out of the container, whatever tools the image has.',
    settles: ['apt-lists-left'],
    measures: () => [path],
    settle: (asked) => settleBySize([path], asked, 'package lists in the image'),
};

// EXTERNAL MODULE: ./build/facts/build-steps.js
var build_steps = __webpack_require__(6742);
;// CONCATENATED MODULE: ./build/probes/base-size.js

const baseSize = {
    id: 'base-size',
    summary: 'How many bytes of the image are its base',
    why: "The history names the layers that this build has made; those before them are the base's. How much smaller another base would be only a build with it tells, so this is no price, and the suspicion stays one.",
    settles: ['full-base-image'],
    settle({ container: { image }, facts }) {
        const lines = (0,build_steps/* layerLines */.lI)(image, facts);
        const bytes = image.layers.reduce((sum, layer, index) => sum + (lines[index] === undefined ? layer.bytes : 0), 0);
        if (bytes === 0)
            return undefined;
        return {
            status: 'suspected',
            evidence: [{ kind: 'measurement', what: 'the layers of the base image', value: bytes, unit: 'bytes' }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/context-size.js
const contextSize = {
    id: 'context-size',
    summary: 'How many bytes of the build context were sent to the engine',
    why: 'BuildKit counts what it transfers; files that it already has are not sent again, so a later build may show less.',
    settles: ['missing-dockerignore'],
    settle({ observation }) {
        const bytes = observation.build?.contextBytes;
        if (bytes === undefined)
            return undefined;
        return {
            status: 'confirmed',
            cost: { bytes },
            evidence: [{ kind: 'measurement', what: 'build context sent', value: bytes, unit: 'bytes' }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/first-answer.js
const firstAnswer = {
    id: 'first-answer',
    summary: 'Does the published port answer',
    why: 'A server that answers from outside has found its application and what that imports, listens on an address that can be reached, and on the port that is published.',
    settles: ['loopback-host', 'port-mismatch', 'app-module-not-found', 'moved-virtualenv'],
    settle({ container }) {
        const answer = container.exchanges.find(({ outcome }) => outcome.kind === 'answered');
        if (container.wait.ended !== 'ready' || answer?.outcome.kind !== 'answered')
            return undefined;
        return {
            status: 'refuted',
            evidence: [{ kind: 'exchange', request: answer.request, outcome: `${answer.outcome.status}`, ms: answer.ms }],
        };
    },
};

// EXTERNAL MODULE: ./build/symptoms/running/stopping.js
var stopping = __webpack_require__(8837);
;// CONCATENATED MODULE: ./build/probes/graceful-stop.js

const gracefulStop = {
    id: 'graceful-stop',
    summary: 'Does the server see SIGTERM, and end by itself',
    why: '`docker stop` sends SIGTERM to process 1 and kills what is left at the limit: exit code 137 after the whole time means that nobody listened. A quick end proves nothing where process 1 is not the server: what counts then is whether the server says goodbye.',
    settles: ['shell-form-start', 'shell-without-exec', 'entrypoint-without-exec'],
    settle({ container }) {
        const { stop } = container;
        // SIGTERM before the start is complete is lost whatever stands in the Dockerfile.
        if (stop === undefined || container.wait.ended !== 'ready')
            return undefined;
        const killed = (0,stopping/* killedAtLimit */.a)(container);
        const said = (0,stopping/* saidWhileStopping */.b)({ container });
        // A shutdown that began and hangs has seen its signal: that is another flaw.
        const reached = said.some((line) => begins.test(line));
        const dropped = stop.exitCode === 143 && talks(container) && !reached;
        if (killed && reached)
            return undefined;
        return {
            status: killed || dropped ? 'confirmed' : 'refuted',
            ...(killed ? { cost: { ms: stop.ms } } : {}),
            evidence: [
                { kind: 'measurement', what: 'time to stop', value: stop.ms, unit: 'ms' },
                {
                    kind: 'command',
                    argv: firstProcess(container),
                    exitCode: stop.exitCode,
                    tail: said.slice(dropped ? -6 : -1).join('\n'),
                },
                ...finished(stop),
            ],
        };
    },
};
/** That a request on its way was finished all the same. */
function finished({ inFlight }) {
    if (inFlight?.outcome.kind !== 'answered')
        return [];
    const { request, outcome, ms } = inFlight;
    return [{ kind: 'exchange', request, outcome: `${outcome.status}, asked before SIGTERM`, ms }];
}
/** Who got the signal. */
function firstProcess({ processes, image }) {
    const first = processes.find(({ parentPid }) => !processes.some(({ pid }) => pid === parentPid));
    return first === undefined ? [...image.entrypoint, ...image.command] : first.command.split(' ');
}
/** The first words of a server that ends in order. */
const begins = /\bShutting down\b|Finished server process|Handling signal: (?:term|int)|Shutting down granian/;
/** uvicorn and gunicorn say how they begin and end; a server that is silent at its start is so at its end. */
function talks({ log }) {
    return log.some(({ text }) => /Started (?:server|parent) process \[|Starting gunicorn/.test(text));
}

;// CONCATENATED MODULE: ./build/probes/health-check.js
const healthCheck = {
    id: 'health-check',
    summary: 'Does the health check of the image pass while the server answers',
    why: 'The check is run once as the engine runs it, with the time that the image gives it. Where it fails, the diagnosis of the same name says why.',
    settles: ['broken-healthcheck'],
    settle({ container }) {
        const { healthCheck: ran } = container;
        if (ran === undefined || ran.timedOut || ran.exitCode !== 0)
            return undefined;
        return {
            status: 'refuted',
            evidence: [
                { kind: 'measurement', what: 'exit code of the health check', value: ran.exitCode, unit: 'count' },
                { kind: 'measurement', what: 'time of the health check', value: ran.ms, unit: 'ms' },
            ],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/leaked-files.js

const leakedFiles = {
    id: 'leaked-files',
    summary: 'Whether secrets and working folders of the repository are in the image, and how many bytes they take',
    why: 'The paths are looked for in the stopped container. One that is absent there tells nothing where a later step may have removed it, for then it is still in the layer below.',
    settles: ['context-leaks'],
    measures: (asked) => leaksOf(asked).flatMap(({ imagePaths }) => imagePaths),
    settle(asked) {
        const { container } = asked;
        if (container.runtime === undefined)
            return undefined; // it never ran long enough to be looked at
        const paths = new Set(leaksOf(asked).flatMap(({ imagePaths }) => imagePaths));
        const seen = container.measures.filter((measure) => paths.has(measure.path));
        if (seen.length === 0 && (paths.size === 0 || mayBeRemovedLater(asked)))
            return undefined;
        const bytes = seen.reduce((sum, measure) => sum + measure.bytes, 0);
        return {
            status: seen.length === 0 ? 'refuted' : 'confirmed',
            ...(seen.length === 0 ? {} : { cost: { bytes } }),
            evidence: [
                {
                    kind: 'measurement',
                    what: `${seen.length === 0 ? 'those paths' : listed(seen)} in the image`,
                    value: bytes,
                    unit: 'bytes',
                },
            ],
        };
    },
};
/** What the finding speaks of: its evidence names the paths in the repository. */
function leaksOf({ finding, facts }) {
    const named = new Set(finding.evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])));
    return facts.leaks.filter(({ path }) => named.has(facts.context.reportPath(path)));
}
function listed(seen) {
    const shown = seen.slice(0, 3).map(({ path }) => path);
    const rest = seen.length - shown.length;
    return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}

;// CONCATENATED MODULE: ./build/probes/package-cache.js

const packageCache = {
    id: 'package-cache',
    summary: 'How many bytes of the caches of package managers are in the image',
    why: 'The caches are measured where the tools keep them, for root and for the user that the image names, or where a variable such as PIP_CACHE_DIR points.',
    settles: ['pip-cache-kept', 'yarn-cache-kept', 'apk-cache-kept', 'package-cache-kept'],
    measures: cachePaths,
    settle: (asked) => settleBySize(cachePaths(asked), asked, 'caches of package managers in the image'),
};
/** Where each keeps it: below the folder of a user, where a variable says, and for the whole system. */
const caches = {
    'pip-cache-kept': {
        home: ['.cache/pip', '.cache/uv', '.cache/pypoetry'],
        variables: ['PIP_CACHE_DIR', 'UV_CACHE_DIR', 'POETRY_CACHE_DIR'],
        system: [],
    },
    'yarn-cache-kept': {
        home: ['.cache/yarn'],
        variables: ['YARN_CACHE_FOLDER'],
        system: ['/usr/local/share/.cache/yarn'],
    },
    'apk-cache-kept': { home: [], variables: [], system: ['/var/cache/apk', '/etc/apk/cache'] },
    'package-cache-kept': {
        home: [],
        variables: [],
        system: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/zypp'],
    },
};
function cachePaths({ finding, container: { image } }) {
    const { home, variables, system } = caches[finding.check] ?? { home: [], variables: [], system: [] };
    const environment = new Map(image.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const [user = ''] = image.user.split(':');
    const homes = new Set(['/root', environment.get('HOME') ?? '/root']);
    if (/^[a-z_][\w-]*$/i.test(user) && user !== 'root')
        homes.add(`/home/${user}`);
    return [
        ...[...homes].flatMap((folder) => home.map((cache) => `${folder}/${cache}`)),
        ...variables.flatMap((name) => {
            const path = environment.get(name);
            return path?.startsWith('/') === true ? [path] : [];
        }),
        ...system,
    ];
}

;// CONCATENATED MODULE: ./build/probes/process-user.js
const processUser = {
    id: 'process-user',
    summary: 'Which user does process 1 of the container run as',
    why: "The kernel's own word from /proc/<pid>/status, else the user that docker lists: a USER in a base image counts, an entrypoint that drops root counts too.",
    settles: ['root-user'],
    settle({ container }) {
        const { runtime } = container;
        if (runtime === undefined)
            return undefined;
        const uid = runtime.uid ?? (runtime.user === 'root' || runtime.user === '0' ? 0 : undefined);
        if (uid === undefined)
            return undefined;
        return {
            status: uid === 0 ? 'confirmed' : 'refuted',
            evidence: [{ kind: 'measurement', what: 'uid of process 1', value: uid, unit: 'count' }],
        };
    },
};

// EXTERNAL MODULE: ./build/facts/mounts.js
var mounts = __webpack_require__(4428);
;// CONCATENATED MODULE: ./build/probes/rebuild.js


const rebuild = {
    id: 'rebuild',
    summary: 'How long the steps take that a change of the code alone builds again',
    why: 'BuildKit times each step. Those behind the copy of the source are built again after each change; where one of them came from the cache this time, how long it takes is not known, and no price is told.',
    settles: ['source-before-dependencies'],
    settle({ finding, facts, observation }) {
        const line = finding.location?.line ?? 0;
        const copy = facts.dockerfile.instructions.find(({ lines }) => lines[0] <= line && line <= lines[1]);
        if (copy === undefined)
            return undefined;
        const behind = builtAgainAfter(copy, facts).filter(({ keyword }) => keyword === 'RUN');
        const timed = (0,build_steps/* timedSteps */.Xe)(observation.build?.steps ?? [], facts);
        const steps = behind.map(({ lines }) => timed.find((step) => step.line === lines[0]));
        const known = steps.flatMap((step) => (step === undefined || step.cached ? [] : [step.ms]));
        if (known.length === 0 || known.length < behind.length)
            return undefined;
        const ms = known.reduce((sum, each) => sum + each, 0);
        const what = `${known.length === 1 ? 'the step' : `${known.length} steps`} that each change of the code builds again`;
        return { status: 'confirmed', cost: { ms }, evidence: [{ kind: 'measurement', what, value: ms, unit: 'ms' }] };
    },
};
/** What stands behind it in its stage, and in the stages that go on from there, or take something out of it. */
function builtAgainAfter(copy, facts) {
    const again = [];
    const touched = new Set();
    for (const stage of facts.stages) {
        if (!facts.graph.used.has(stage))
            continue;
        const { base, instructions } = stage;
        const first = instructions.findIndex((each) => each === copy || takesFrom(each, stage, touched, facts));
        const goesOn = base.kind === 'stage' && touched.has(base.stage);
        if (first === -1 && !goesOn)
            continue;
        touched.add(stage);
        const own = goesOn ? instructions : instructions.slice(first);
        again.push(...own.filter((each) => each !== copy));
    }
    return again;
}
function takesFrom(instruction, stage, touched, facts) {
    const names = [
        ...instruction.flags.flatMap(({ name, value }) => (name === 'from' && value !== undefined ? [value] : [])),
        ...(0,mounts/* mountsOf */.c)(instruction).flatMap(({ from }) => from ?? []),
    ];
    return names.some((name) => {
        const named = facts.graph.stageNamed(name, stage);
        return named !== undefined && touched.has(named);
    });
}

;// CONCATENATED MODULE: ./build/probes/reloader.js
const reloader = {
    id: 'reloader',
    summary: 'Does a process of the container watch the source for changes',
    why: "The command lines of the running processes: the reloader's own child has another one than the server that it serves.",
    settles: ['reload-in-image'],
    settle({ container }) {
        const { processes, runtime } = container;
        if (runtime === undefined)
            return undefined;
        return {
            status: processes.some(({ command }) => /(?:^|\s)(?:--reload\b|fastapi\s+dev\b)/.test(command))
                ? 'confirmed'
                : 'refuted',
            evidence: [{ kind: 'measurement', what: 'processes in the container', value: runtime.processes, unit: 'count' }],
        };
    },
};

// EXTERNAL MODULE: ./build/servers/index.js + 10 modules
var servers = __webpack_require__(5499);
;// CONCATENATED MODULE: ./build/probes/workers.js

const workers = {
    id: 'workers',
    summary: 'How many workers of the server run',
    why: "The children of the server's own process are its workers, but for those that Python starts to keep its books. A server that was told of one worker, and has children all the same, may have them from the application: then nothing is told.",
    settles: ['single-worker'],
    settle({ container, facts }) {
        const seen = workersSeen(container, facts);
        if (seen === undefined)
            return undefined;
        return {
            status: seen === 1 ? 'confirmed' : 'refuted',
            evidence: [{ kind: 'measurement', what: 'workers of the server', value: seen, unit: 'count' }],
        };
    },
};
function workersSeen({ processes, runtime, wait }, { startCommand }) {
    const server = startCommand?.server;
    if (server === undefined || runtime === undefined || wait.ended !== 'ready')
        return undefined;
    const serving = processes.filter(({ command }) => starts(command, server.program.text));
    const master = serving.find(({ parentPid }) => !serving.some(({ pid }) => pid === parentPid));
    if (master === undefined)
        return undefined;
    const children = processes.filter((process) => process.parentPid === master.pid && isWorker(process));
    // uvicorn serves one worker itself; the others start a child for each, also for one.
    const servesItself = server.server === 'uvicorn' || server.server === 'fastapi';
    if (!servesItself)
        return children.length === 0 ? undefined : children.length;
    if (children.length === 0)
        return 1;
    return server.workers.kind === 'given' && server.workers.value > 1 ? children.length : undefined;
}
/** The program is written in the command line of its process; a shell that starts it has it in a text. */
function starts(command, program) {
    const words = command.split(' ');
    if (/^(?:ba|da|a|k|z)?sh$/.test((0,servers/* programName */.kX)(words[0] ?? '')))
        return false;
    return words.some((word) => (0,servers/* programName */.kX)(word.replace(/:$/, '')) === (0,servers/* programName */.kX)(program));
}
function isWorker({ command }) {
    return !/resource_tracker|semaphore_tracker|forkserver/.test(command);
}

;// CONCATENATED MODULE: ./build/probes/index.js












const probes = [
    aptLists,
    baseSize,
    contextSize,
    firstAnswer,
    gracefulStop,
    healthCheck,
    leakedFiles,
    packageCache,
    processUser,
    rebuild,
    reloader,
    workers,
];


/***/ }),

/***/ 9025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ deviation),
/* harmony export */   SS: () => (/* binding */ describeOutcome),
/* harmony export */   uc: () => (/* binding */ connectionDeviation)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Undefined where the answer is as expected; else what differs, to stand behind "GET /health: ". */
function deviation(outcome, expect) {
    if (outcome.kind !== 'answered')
        return describeOutcome(outcome);
    if (expect.status !== undefined && outcome.status !== expect.status)
        return `answered ${outcome.status} instead of ${expect.status}`;
    if (expect.status === undefined && outcome.status >= 500)
        return `answered ${outcome.status}`;
    for (const [name, part] of Object.entries(expect.headers)) {
        const value = outcome.headers[name];
        if (value === undefined)
            return `answered without the header ${name}`;
        if (!value.includes(part))
            return `answered ${name}: ${value}, which does not contain ${JSON.stringify(part)}`;
    }
    for (const part of expect.contains) {
        if (!outcome.body.includes(part))
            return `answered a body that does not contain ${JSON.stringify(part)}`;
    }
    return expect.json === undefined ? undefined : jsonDeviation(outcome.body, expect.json);
}
function jsonDeviation(body, expected) {
    try {
        const answered = JSON.parse(body);
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(answered, expected)
            ? undefined
            : `answered the JSON ${clip(JSON.stringify(answered))} instead of ${clip(JSON.stringify(expected))}`;
    }
    catch {
        return `answered ${clip(JSON.stringify(body))}, which is not JSON`;
    }
}
/** Undefined where the server itself accepted the connection. */
function connectionDeviation(outcome) {
    return outcome.kind === 'connected' ? undefined : describeOutcome(outcome);
}
/** In words, for people: `200`, `accepted, then reset`. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'answered':
            return `${outcome.status}`;
        case 'connected':
            return 'connected';
        case 'refused':
            return 'connection refused';
        case 'reset':
            return 'accepted, then reset';
        case 'closed':
            return 'accepted, then closed without an answer';
        case 'timeout':
            return 'no answer in time';
        case 'not-http':
            return `answered bytes that are not HTTP (${outcome.detail})`;
        case 'failed':
            return outcome.detail;
    }
}
function clip(text) {
    return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}


/***/ }),

/***/ 9987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationCommand: () => (/* binding */ annotationCommand),
/* harmony export */   annotationsOf: () => (/* binding */ annotationsOf),
/* harmony export */   h: () => (/* binding */ annotations)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1633);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6025);
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2432);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3420);
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4060);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5046);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6809);







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
            ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .bySeverity */ .Np)(others).map((finding) => annotationOf(finding, root)),
        ];
    }));
}
/** For lint alone, where there is no cause; without a scope all that stand. */
function annotationsOf(findings, scope) {
    const wanted = findings.filter((finding) => scope === undefined ? finding.status !== 'refuted' : concerns(finding, scope));
    return limited((0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .bySeverity */ .Np)(wanted).map((finding) => annotationOf(finding, scope?.root ?? '')));
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
    const path = finding.location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .pathFromRoot */ ._f)(finding.location.path, root);
    return path !== undefined && changed?.has(path) === true;
}
function annotationOf(finding, root) {
    const { location, severity, title, why, advice, cost, check, status } = finding;
    const path = location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .pathFromRoot */ ._f)(location.path, root);
    const prices = (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .price */ .q9)(cost ?? {}).join(', ');
    return {
        level: severity,
        title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)(title)), longestTitle),
        message: clipped([prices, why, advice]
            .map((sentences) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .stopped */ .ce)(sentences))))
            .filter((sentence) => sentence !== '')
            .join(' '), longestMessage).concat(` [${(0,_printing_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(check)}, ${status}]`),
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
    const sentences = trial.because ?? (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .trouble */ .U$)(trial) ?? '';
    return [
        {
            level: 'error',
            title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .Pl)(trial))), longestTitle),
            message: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .stopped */ .ce)(sentences))) || `${trial.name}: the report has what was seen.`, longestMessage),
        },
    ];
}
function limited(all) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_6__/* .severities */ .g.flatMap((severity) => all.filter(({ level }) => level === severity).slice(0, mostOfALevel));
}
function clipped(text, most) {
    const safe = (0,_printing_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(text);
    return safe.length <= most ? safe : `${safe.slice(0, most - 1).toWellFormed()}…`;
}
function escapedData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapedProperty(text) {
    return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 7415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yg: () => (/* binding */ securityContext),
/* harmony export */   sD: () => (/* binding */ provenFlags),
/* harmony export */   td: () => (/* binding */ hardeningSummary),
/* harmony export */   w3: () => (/* binding */ hardeningLines)
/* harmony export */ });
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5046);

/** What became of each stricter setting, in a line of prose each. */
function hardeningLines({ hardening = [] }) {
    return hardening.map((each) => `${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .codeWord */ .Q3)(each.option)}: ${outcome(each)}`);
}
/** The flags of `docker run` that were proven to work together; undefined where none was. */
function provenFlags({ hardening = [] }) {
    return hardening.findLast(({ serves }) => serves)?.option;
}
/** The same for Kubernetes: the lines of a container's `securityContext`; empty where nothing was proven. */
function securityContext(trial) {
    const flags = provenFlags(trial) ?? '';
    const user = /--user (\d+):(\d+)/.exec(flags);
    const lines = [
        ...(flags.includes('--read-only') ? ['readOnlyRootFilesystem: true # with an emptyDir on /tmp'] : []),
        ...(flags.includes('no-new-privileges') ? ['allowPrivilegeEscalation: false'] : []),
        ...(flags.includes('--cap-drop ALL') ? ['capabilities:', '  drop: [ALL]'] : []),
        ...(user === null ? [] : ['runAsNonRoot: true', `runAsUser: ${user[1]}`, `runAsGroup: ${user[2]}`]),
    ];
    return lines.length === 0 ? [] : ['securityContext:', ...lines.map((line) => `  ${line}`)];
}
/** `4 of 6 stricter settings are borne`. */
function hardeningSummary({ hardening = [] }) {
    return `${hardening.filter(({ serves }) => serves).length} of ${hardening.length} stricter settings are borne`;
}
function outcome({ serves, cause, title, location }) {
    if (serves)
        return 'serves';
    const where = location === undefined ? '' : `, ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .codeWord */ .Q3)(`${location.path}:${location.line}`)}`;
    return `${title ?? 'does not serve'} (${cause ?? 'unknown'}${where})`;
}


/***/ }),

/***/ 7199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ reportJson)
/* harmony export */ });
/* unused harmony export reportData */
/* harmony import */ var _finding_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(271);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9496);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6809);



/** The text of report.json. */
function reportJson(report) {
    return `${JSON.stringify(reportData(report), undefined, 2)}\n`;
}
function reportData({ tool, commit, trials }) {
    return {
        version: 1,
        tool,
        ...(commit === undefined ? {} : { commit }),
        trials: trials.map(trialData),
    };
}
function trialData(trial) {
    const { name, file, context, verdict, cause, stages, findings, steps, startupMs, probes, stopped } = trial;
    const { observation, runtime } = trial;
    const because = verdict === 'passed' ? undefined : (trial.because ?? (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .trouble */ .U$)(trial) ?? (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(trial));
    const log = logData(observation);
    return {
        name,
        file,
        context,
        verdict,
        cause: cause ?? null,
        ...(because === undefined ? {} : { because }),
        ...(trial.lastPassed === undefined ? {} : { lastPassed: trial.lastPassed }),
        stages: stages.map(stageData),
        findings: findings.map(_finding_json_js__WEBPACK_IMPORTED_MODULE_0__/* .findingData */ .G),
        ...(trial.image === undefined ? {} : { image: imageData(trial, trial.image) }),
        ...(steps === undefined
            ? {}
            : {
                steps: steps.map(({ line, instruction, startedAt, ms, cached }) => ({
                    line,
                    instruction,
                    startedAt: instant(startedAt),
                    ms: Math.round(ms),
                    cached,
                })),
            }),
        ...(startupMs === undefined ? {} : { startup: { ms: Math.round(startupMs) } }),
        ...(probes === undefined
            ? {}
            : {
                probes: probes.map(({ request, outcome, status, ms, passed, documented }) => ({
                    request,
                    outcome,
                    ...(status === undefined ? {} : { status }),
                    ms: Math.round(ms),
                    passed,
                    ...(documented === undefined ? {} : { documented }),
                })),
            }),
        ...(runtime === undefined
            ? {}
            : {
                runtime: {
                    user: runtime.user,
                    processes: runtime.processes,
                    listening: runtime.listening,
                    ...(runtime.memoryBytes === undefined ? {} : { memoryBytes: runtime.memoryBytes }),
                    ...(runtime.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: runtime.memoryPeakBytes }),
                },
            }),
        ...(log === undefined ? {} : { log }),
        sources: sourcesData(trial),
        ...(stopped === undefined
            ? {}
            : {
                stopped: {
                    ms: Math.round(stopped.ms),
                    exitCode: stopped.exitCode,
                    ...(stopped.signal === undefined ? {} : { signal: stopped.signal }),
                },
            }),
        ...(trial.hardening === undefined
            ? {}
            : {
                hardening: trial.hardening.map(({ option, serves, cause: why }) => ({
                    option,
                    serves,
                    ...(why === undefined ? {} : { cause: why }),
                })),
            }),
        ...(trial.pushed === undefined ? {} : { pushed: trial.pushed }),
        ...(trial.proof === undefined ? {} : { proof: proofData(trial.proof) }),
        ...(trial.comparison === undefined ? {} : { comparison: comparisonData(trial.comparison) }),
    };
}
function comparisonData({ base, bytes, startupMs, new: added, remaining, fixed }) {
    return {
        base,
        ...(bytes === undefined ? {} : { bytes: roundedChange(bytes) }),
        ...(startupMs === undefined ? {} : { startupMs: roundedChange(startupMs) }),
        new: added,
        remaining,
        fixed: fixed.map(({ check, title, path }) => ({ check, title, ...(path === undefined ? {} : { path }) })),
    };
}
function roundedChange({ base, delta }) {
    return { base: Math.round(base), delta: Math.round(delta) };
}
function proofData({ fixes, verdict, cause, before, after }) {
    return { fixes, verdict, ...(cause === undefined ? {} : { cause }), before: rounded(before), after: rounded(after) };
}
function rounded({ bytes, startupMs, stopMs }) {
    return {
        ...(bytes === undefined ? {} : { bytes }),
        ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
        ...(stopMs === undefined ? {} : { stopMs: Math.round(stopMs) }),
    };
}
function stageData(stage) {
    if (stage.status === 'skipped')
        return { stage: stage.stage, status: stage.status, because: stage.because };
    return {
        stage: stage.stage,
        status: stage.status,
        startedAt: instant(stage.startedAt),
        ms: Math.round(stage.ms),
        ...(stage.status === 'errored' ? { because: stage.message } : {}),
    };
}
function imageData({ layerLines }, image) {
    const { reference, id, digest, bytes, store, layers } = image;
    return {
        reference,
        id,
        ...(digest === undefined ? {} : { digest }),
        bytes,
        store,
        layers: layers.map((layer, index) => {
            const line = layerLines?.[index];
            return { bytes: layer.bytes, ...(line === undefined ? {} : { line }), instruction: layer.instruction };
        }),
    };
}
/** Of the container's log the beginning and the end are kept. */
const headLines = 100;
const tailLines = 400;
const longestPart = 65_536;
function logData({ container }) {
    if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0))
        return undefined;
    const { log, omittedLogLines } = container;
    const head = log.length <= headLines + tailLines ? [] : log.slice(0, headLines);
    const tail = log.slice(Math.max(head.length, log.length - tailLines));
    return {
        head: joinedLines(head).slice(0, longestPart).toWellFormed(),
        tail: joinedLines(tail).slice(-longestPart).toWellFormed(),
        omittedLines: omittedLogLines + log.length - head.length - tail.length,
    };
}
function joinedLines(lines) {
    return lines.map(({ text }) => text).join('\n');
}
const mostSourceBytes = 65_536;
/** The Dockerfile and the files that findings name, so that the report can be shown elsewhere. */
function sourcesData({ observation: { sources }, findings }) {
    const named = findings.flatMap(({ location, evidence, fix }) => [
        ...(location === undefined ? [] : [location.path]),
        ...evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])),
        ...(fix?.edits ?? []).map((edit) => edit.location.path),
    ]);
    return [...new Set([sources.dockerfile.path, ...named])].flatMap((path) => {
        const text = (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceText */ .rI)(sources, path);
        return text === undefined ? [] : [{ path, text: firstBytes(text, mostSourceBytes) }];
    });
}
/** Whole characters only. */
function firstBytes(text, most) {
    const bytes = Buffer.from(text);
    return bytes.length <= most
        ? text
        : bytes
            .subarray(0, most)
            .toString('utf8')
            .replace(/\ufffd+$/, '');
}
function instant(epochMs) {
    return new Date(epochMs).toISOString();
}


/***/ }),

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ proofSentences)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2823);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5046);


/** Below this a difference of two starts or stops is chance. */
const telling = { part: 0.25, ms: 300, bytes: 100_000 };
/** What the fixes were seen to change, as prose; undefined where nothing was tried. */
function proofSentences({ proof, cause }) {
    if (proof === undefined)
        return undefined;
    const { fixes, verdict } = proof;
    const applied = fixes.length === 1 ? `the fix of ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .codeWord */ .Q3)(fixes[0] ?? '')}` : (0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(fixes.length, 'safe fix', 'safe fixes');
    const tried = `Proven on a copy with ${applied}`;
    if (verdict === 'passed')
        return `${tried}: ${listed(changes(proof))}.`;
    if (proof.cause === cause && cause !== undefined)
        return `A copy with ${applied} was tried, and it does not help: the cause stays the same.`;
    return verdict === 'errored' || proof.cause === undefined
        ? `A copy with ${applied} was tried, and what it changes is not known.`
        : `${tried}: this cause is gone, and the next one is ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .codeWord */ .Q3)(proof.cause)}.`;
}
function changes({ before, after }) {
    const serves = after.startupMs === undefined ? 'it does what is expected' : `it serves after ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(after.startupMs)}`;
    return [serves, ...sizeChange(before.bytes, after.bytes), ...stopChange(before.stopMs, after.stopMs)];
}
function sizeChange(before, after) {
    if (before === undefined || after === undefined || Math.abs(before - after) < telling.bytes)
        return [];
    return [`is ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .megabytes */ .ix)(Math.abs(before - after))} ${after < before ? 'smaller' : 'larger'}`];
}
function stopChange(before, after) {
    if (after === undefined)
        return [];
    const differs = before !== undefined && Math.abs(before - after) > Math.max(telling.ms, before * telling.part);
    return [`stops in ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(after)}${differs ? ` instead of ${(0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(before)}` : ''}`];
}
function listed(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}


/***/ }),

/***/ 5094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ schemaComplaint)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** What of a file does not read by a schema: the place in it, what stands there, and what was expected. */
function schemaComplaint([issue]) {
    const where = valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? 'the whole file';
    return `at ${where} it has ${issue.received}${issue.expected === null ? '' : `, not ${issue.expected}`}`;
}


/***/ }),

/***/ 2924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ build),
  J: () => (/* binding */ buildkitFindings)
});

// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/stages/build-log.js
/**
 * BuildKit's steps run side by side and their lines come mixed. One step at a time is shown live, as a group;
 * what the others write waits until it is their turn.
 */
function buildLog(progress) {
    const waiting = new Map();
    let shown;
    const tell = (text) => progress({ kind: 'line', stage, text });
    const entryOf = (step) => {
        const entry = waiting.get(step.digest) ?? { step, lines: [], ended: undefined };
        waiting.set(step.digest, entry);
        return entry;
    };
    const showNext = () => {
        while (shown === undefined) {
            const next = waiting.entries().next();
            if (next.done === true)
                return;
            const [digest, { step, lines, ended }] = next.value;
            progress({ kind: 'step-began', stage, title: step.name });
            for (const text of lines.splice(0))
                tell(text);
            if (ended === undefined)
                shown = digest;
            else {
                close(ended);
                waiting.delete(digest);
            }
        }
    };
    const close = (step) => {
        if (step.error !== undefined)
            tell(step.error);
        tell(step.cached ? 'from cache' : `took ${((step.ms ?? 0) / 1000).toFixed(1)} s`);
        progress({ kind: 'step-ended', stage });
    };
    return {
        onStepStarted(step) {
            if (isInternal(step))
                return;
            entryOf(step);
            showNext();
        },
        onStepLog(step, line) {
            const entry = entryOf(step);
            if (step.digest === shown)
                tell(line);
            else
                entry.lines.push(line);
            showNext();
        },
        onStepEnded(step) {
            if (isInternal(step) && step.error === undefined && !waiting.has(step.digest))
                return;
            entryOf(step).ended = step;
            showNext();
            if (step.digest !== shown)
                return;
            waiting.delete(step.digest);
            shown = undefined;
            close(step);
            showNext();
        },
        close() {
            if (shown !== undefined)
                progress({ kind: 'step-ended', stage });
            shown = undefined;
            waiting.clear();
        },
    };
}
const stage = 'build';
/** `[internal] load .dockerignore`: of no interest unless it says something, or fails. */
function isInternal({ name }) {
    return name.startsWith('[internal]');
}

;// CONCATENATED MODULE: ./build/stages/build.js



/** Builds with the steps' logs shown live. */
async function build(request, docker, progress, signal) {
    const log = buildLog(progress);
    try {
        return await docker.build(request, log, signal);
    }
    finally {
        log.close();
    }
}
/** BuildKit's own checks, from the build that was done anyway. */
function buildkitFindings(warnings, facts) {
    return warnings.map((warning) => {
        const location = lineOf(facts, warning);
        return {
            check: `buildkit/${warning.check}`,
            aliases: [warning.check],
            severity: 'warning',
            title: warning.message.replace(/\.$/, ''),
            why: warning.detail,
            advice: warning.url === undefined ? '' : `What to write instead: ${warning.url}`,
            ...(location === undefined ? {} : { location }),
            evidence: [],
            // The engine that builds has said so itself.
            status: 'confirmed',
            fingerprint: (0,finding/* fingerprintOf */.a)(`buildkit/${warning.check}`, facts.dockerfile.path, warning.message),
        };
    });
}
function lineOf(facts, warning) {
    const { dockerfile } = facts;
    const instruction = dockerfile.instructions.find(({ lines }) => warning.line !== undefined && lines[0] <= warning.line && warning.line <= lines[1]);
    return instruction === undefined ? undefined : (0,dockerfile_location/* locationOf */.hD)(dockerfile, instruction.span);
}


/***/ }),

/***/ 1967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ askDocumented),
  L: () => (/* binding */ documentedResults)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./build/openapi/reader.js


/** In the sources it stands at their root, in dist/ beside the bundle. */
const entry = external_node_path_.join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../openapi-worker.ts' : 'openapi-worker.js');
/** A large document takes some tens of milliseconds; a pattern or a schema may take for ever. */
const openingLimitMs = 3_000;
const judgingLimitMs = 1_000;
/**
 * An OpenAPI document of the container in a thread of its own, which is ended when it does not answer in time or takes too much
 * memory: patterns and schemas are a stranger's, and may hang whoever follows them.
 */
class DocumentReader {
    #start;
    #worker;
    constructor(start) {
        this.#start = start;
    }
    /** Undefined where the text is no OpenAPI document, or cannot be read within the limits. */
    async gets() {
        return (await this.#open())?.gets;
    }
    /** `get` is a position among `gets`. */
    async judge(get, answer) {
        if (this.#worker === undefined && (await this.#open()) === undefined)
            return { kind: 'undecided' };
        const answered = this.#next(judgingLimitMs);
        const question = { get, answer };
        // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        this.#worker?.postMessage(question);
        return (await answered) ?? { kind: 'undecided' };
    }
    async [Symbol.asyncDispose]() {
        const worker = this.#worker;
        this.#worker = undefined;
        await worker?.terminate();
    }
    async #open() {
        await this[Symbol.asyncDispose]();
        this.#worker = new external_node_worker_threads_.Worker(entry, {
            workerData: this.#start,
            argv: [],
            env: {},
            resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
        });
        this.#worker.unref();
        this.#worker.on('error', () => { }); // out of memory: its end is told by `exit`
        return this.#next(openingLimitMs);
    }
    /** What the thread says next; undefined where it ends or says nothing in time, and then it is ended. */
    async #next(limitMs) {
        const worker = this.#worker;
        if (worker === undefined)
            return undefined;
        const { promise, resolve } = Promise.withResolvers();
        const limit = setTimeout(() => resolve(undefined), limitMs);
        const onExit = () => resolve(undefined);
        worker.once('message', resolve);
        worker.once('exit', onExit);
        const message = await promise;
        clearTimeout(limit);
        worker.removeListener('message', resolve);
        worker.removeListener('exit', onExit);
        if (message === undefined)
            await this[Symbol.asyncDispose]();
        return message;
    }
}

// EXTERNAL MODULE: ./build/probes/follow.js
var follow = __webpack_require__(2105);
// EXTERNAL MODULE: ./build/probes/judge.js
var judge = __webpack_require__(9025);
// EXTERNAL MODULE: ./build/stages/smoke.js
var smoke = __webpack_require__(6231);
;// CONCATENATED MODULE: ./build/stages/documented.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




const documentPath = '/openapi.json';
/** A document of thousands of operations has some megabytes. */
const mostDocumentBytes = 10_000_000;
const mostRequests = 20;
const requestLimitMs = 2_000;
const wholeLimitMs = 10_000;
/** The server writes the traceback after it has answered. */
const logComesWithinMs = 100;
/** A connection breaks off before docker knows that the process has ended. */
const endComesWithinMs = 500;
/**
 * Asks for the application's OpenAPI document, then its GETs that need nothing but their path, and holds each answer against what
 * the document promises. Undefined where there is no such document. Whoever must not be asked stands among `excluded`.
 */
async function askDocumented({ documented: { excluded } }, { clock, signal, watch, address }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const endsAt = clock.ticks() + wholeLimitMs;
        const ask = async (path, following = {}, mostBodyBytes = 1_000_000) => {
            const atMs = watch.elapsedMs;
            const limitMs = Math.max(1, Math.min(requestLimitMs, endsAt - clock.ticks()));
            const url = new URL(path, address);
            const hops = await (0,follow/* follow */.e)({ method: 'GET', url, headers: {}, limitMs, signal, mostBodyBytes }, following);
            const last = hops.at(-1) ?? hops[0];
            const { outcome } = last;
            const ms = hops.reduce((sum, hop) => sum + hop.ms, 0);
            const exchange = { atMs, ms, request: `GET ${url.href}`, outcome: (0,smoke/* clipped */.c)(outcome) };
            return { hops, last, exchange, seen: { ...exchange, path } };
        };
        const { last, seen } = await ask(documentPath, {}, mostDocumentBytes);
        if (isOwnFault(last)) {
            await clock.sleep(logComesWithinMs, signal);
            return { document: { ...seen, promise: 'broken', deviation: 'answers 500' }, gets: 0, answers: [] };
        }
        const text = last.outcome.kind === 'answered' && last.outcome.status === 200 ? bodyOf(last) : undefined;
        if (text === undefined)
            return undefined;
        const reader = __addDisposableResource(env_1, new DocumentReader({ text, excluded }), true);
        const gets = await reader.gets();
        if (gets === undefined)
            return undefined;
        const answers = [];
        let left = mostRequests;
        for (const [index, get] of gets.entries()) {
            if (left === 0 || clock.ticks() >= endsAt || watch.hasExited)
                break;
            signal.throwIfAborted();
            const { path, operation, redirects: wanted } = get;
            const asked = await ask(path, { wanted, mostRedirects: Math.min(left - 1, 5) });
            left -= asked.hops.length;
            const judgement = await judged(asked.last, index, reader);
            answers.push({
                ...asked.seen,
                ...(operation === undefined ? {} : { operation }),
                promise: judgement.kind,
                ...(judgement.kind === 'broken' ? { deviation: judgement.deviation } : {}),
            });
            const { outcome } = asked.last;
            if (outcome.kind !== 'answered')
                await Promise.race([clock.sleep(endComesWithinMs, signal), watch.exited]);
            else if (outcome.status >= 500)
                await clock.sleep(logComesWithinMs, signal);
            // Then it was more than an answer that was not as promised: nothing serves any more.
            if (watch.hasExited)
                watch.exchanges.add({ ...asked.exchange, probe: `GET ${path}`, passed: false });
        }
        return { document: { ...seen, promise: 'kept' }, gets: gets.length, answers };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function judged(hop, get, reader) {
    const { outcome } = hop;
    switch (outcome.kind) {
        case 'answered': {
            const contentType = outcome.headers['content-type'];
            const body = bodyOf(hop);
            return reader.judge(get, {
                status: outcome.status,
                ...(contentType === undefined ? {} : { contentType }),
                ...(body === undefined ? {} : { body }),
            });
        }
        case 'reset':
        case 'closed':
        case 'not-http':
            return { kind: 'broken', deviation: 'ends without an answer' };
        // No time is promised; and what could not be asked says nothing.
        case 'timeout':
        case 'connected':
        case 'refused':
        case 'failed':
            return { kind: 'undecided' };
    }
}
/** Undefined where it did not come whole, or is packed though nobody asked for that. */
function bodyOf({ outcome, isWhole }) {
    if (outcome.kind !== 'answered' || !isWhole)
        return undefined;
    return ['', 'identity'].includes(outcome.headers['content-encoding'] ?? '') ? outcome.body : undefined;
}
function isOwnFault({ outcome }) {
    return outcome.kind === 'answered' && outcome.status === 500;
}
/** The document, and those of its GETs of which it can be said whether they answer as promised. */
function documentedResults({ documented }) {
    if (documented === undefined)
        return [];
    const { document, answers } = documented;
    return [
        resultOf(document),
        ...answers
            .filter(({ promise }) => promise !== 'undecided')
            .map((answer) => ({ ...resultOf(answer), documented: true })),
    ];
}
function resultOf({ path, outcome, deviation, promise, ms }) {
    return {
        request: `GET ${path}`,
        outcome: deviation ?? (0,judge/* describeOutcome */.SS)(outcome),
        ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
        ms,
        passed: promise === 'kept',
    };
}


/***/ }),

/***/ 6231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ smoke),
/* harmony export */   c: () => (/* binding */ clipped)
/* harmony export */ });
/* harmony import */ var _probes_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(968);
/* harmony import */ var _probes_follow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2105);
/* harmony import */ var _probes_judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);
/* harmony import */ var _probes_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3219);




const repeatEveryMs = 100;
/** For a body that nobody looks at: an endless one says no more after that. */
const unreadBodyMs = 1_000;
/** Asks the probes one after another. */
async function smoke(plan, setting) {
    const results = [];
    for (const probe of plan.probes) {
        setting.progress({ kind: 'step-began', stage: 'smoke', title: probe.text });
        results.push(await ask(probe, plan, setting));
    }
    return results;
}
/**
 * A given probe is repeated until it passes or the time for getting ready is over: a worker may still be loading.
 * `GET /` was answered already when the container got ready, so what it says now is what it says.
 */
async function ask(probe, plan, setting) {
    const { watch, clock, signal } = setting;
    for (;;) {
        signal.throwIfAborted();
        const result = probe.kind === 'http' ? await askHttp(probe, setting) : await askTcp(probe, setting);
        const isLast = probe === _probes_request_js__WEBPACK_IMPORTED_MODULE_3__/* .rootProbe */ .b || watch.hasExited || watch.elapsedMs >= plan.readyLimitMs;
        if (result.passed || isLast)
            return result;
        await Promise.race([clock.sleep(repeatEveryMs, signal), watch.exited]);
    }
}
async function askHttp(probe, setting) {
    const { watch, signal } = setting;
    const { method, headers, limitMs, expect } = probe;
    let atMs = watch.elapsedMs;
    const wanted = expect.status === undefined ? [] : [expect.status];
    const readsBody = expect.contains.length > 0 || expect.json !== undefined;
    const asked = { method, url: addressOf(probe, setting), headers, limitMs, signal };
    const hops = await (0,_probes_follow_js__WEBPACK_IMPORTED_MODULE_1__/* .follow */ .e)(readsBody ? asked : { ...asked, bodyLimitMs: unreadBodyMs }, { wanted });
    const last = hops.at(-1) ?? hops[0];
    const { outcome } = last;
    const differs = (0,_probes_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .deviation */ .KS)(outcome, expect);
    const passed = differs === undefined;
    for (const hop of hops) {
        const request = `${probe.verb} ${hop.url.href}`;
        const isAnswer = hop.outcome === outcome;
        watch.exchanges.add({
            atMs,
            ms: answeredIn(hop),
            request,
            outcome: clipped(hop.outcome),
            ...(isAnswer ? { probe: probe.text, passed } : {}),
        });
        atMs += hop.ms;
    }
    return {
        request: `${probe.verb} ${probe.port === undefined ? '' : `:${probe.port}`}${probe.path}`,
        outcome: differs ?? (0,_probes_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOutcome */ .SS)(outcome),
        ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
        ms: answeredIn(last),
        passed,
    };
}
/** Of a body that did not end the time says nothing: then it is the time until the answer began. */
function answeredIn({ ms, headMs = ms, isWhole }) {
    return isWhole ? ms : headMs;
}
async function askTcp(probe, setting) {
    const { watch, signal } = setting;
    const atMs = watch.elapsedMs;
    const { hostname: host } = new URL(setting.address);
    const port = hostPortOf(probe.port, setting);
    const { outcome, ms } = await (0,_probes_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connection */ .F)({ host, port, limitMs: probe.limitMs, signal });
    const differs = (0,_probes_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionDeviation */ .uc)(outcome);
    const passed = differs === undefined;
    watch.exchanges.add({ atMs, ms, request: `TCP ${host}:${port}`, outcome, probe: probe.text, passed });
    return { request: `TCP :${probe.port}`, outcome: differs ?? (0,_probes_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOutcome */ .SS)(outcome), ms, passed };
}
/** Another port is asked where it was published. */
function addressOf({ path, port }, setting) {
    const url = new URL(path, setting.address);
    if (port !== undefined)
        url.port = `${hostPortOf(port, setting)}`;
    return url;
}
function hostPortOf(port, { published }) {
    return published.find(({ containerPort }) => containerPort === port)?.hostPort ?? port;
}
const mostBodyCharacters = 2_000;
/** A recorded answer holds the beginning of its body. */
function clipped(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, body: outcome.body.slice(0, mostBodyCharacters) } : outcome;
}


/***/ }),

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ symptomsOf)
});

// EXTERNAL MODULE: ./build/symptoms/running/crash-loop.js
var crash_loop = __webpack_require__(6545);
// EXTERNAL MODULE: ./build/symptoms/running/failed-exchange.js
var failed_exchange = __webpack_require__(1632);
;// CONCATENATED MODULE: ./build/symptoms/unfold.js
/** A logger that writes JSON puts a whole traceback into one string of one line: here it has its lines again, behind the record's own. */
function unfolded(log) {
    return log.some(({ text }) => isFolded(text)) ? log.flatMap((line) => [line, ...linesIn(line)]) : log;
}
function isFolded(text) {
    return text.includes(String.raw `Traceback (most recent call last):\n`) && /^\s*\{/.test(text);
}
function linesIn(line) {
    if (!isFolded(line.text))
        return [];
    const told = stringsIn(parsed(line.text)).find((text) => text.includes('Traceback (most recent call last):\n'));
    return (told ?? '').split(/\r?\n/).flatMap((text) => (text === '' ? [] : [{ ...line, text }]));
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined; // cut off, or no JSON after all
    }
}
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

// EXTERNAL MODULE: ./build/symptoms/python/python-call.js
var python_call = __webpack_require__(1385);
// EXTERNAL MODULE: ./build/traceback/traceback.js
var traceback_traceback = __webpack_require__(3835);
;// CONCATENATED MODULE: ./build/symptoms/fatal.js


/** Nothing that ends a process is followed by more than a server's last words. */
const mostLinesAfter = 40;
/** The exception that ended it, or that an answer came from; undefined where the log goes on as if nothing had happened. */
function fatalTraceback({ tracebacks, log, moment, }) {
    const last = tracebacks.at(-1);
    const fatal = tracebacks.findLast((traceback) => !isWrapper(traceback) && !isTrapped(traceback, log));
    if (last === undefined || fatal === undefined || moment === 'answer')
        return fatal;
    const after = log.slice(lastLineOf(last) + 1).filter((line) => line.trim() !== '');
    if (after.length > mostLinesAfter || after.some(isSignOfLife))
        return undefined;
    return fatal;
}
/** The log ends with an exception that went through the very beginning of the program: a thread that is left keeps the process alive. */
function endedInMain({ tracebacks, log }, facts) {
    const last = tracebacks.at(-1);
    const [first] = last?.frames ?? [];
    if (last === undefined || first?.function !== '<module>' || !isMain(first.file, facts))
        return false;
    return log.slice(lastLineOf(last) + 1).every((line) => line.trim() === '');
}
/** A module that is imported has a beginning of its own, and may have caught and printed what it did not find. */
function isMain(file, facts) {
    const script = (0,python_call/* startedScript */.V0)(facts);
    const isScript = script !== undefined && facts.imageFiles?.imagePath(script)?.endsWith(file.replace(/^\.\//, '')) === true;
    return isScript || /^<frozen runpy>$|\/runpy\.py$|\/bin\/[^/]+$/.test(file);
}
/** passlib tells what it caught of bcrypt, in these words before it. */
function isTrapped({ firstLine }, log) {
    return log[firstLine - 1]?.includes('(trapped) ') === true;
}
/** What a server raises about an exception that it has already told. */
function isWrapper(traceback) {
    const name = (0,traceback_traceback/* shortName */.EU)(traceback);
    return (['HaltServer', 'LifespanFailureError', 'KeyboardInterrupt', 'CancelledError', 'SystemExit'].includes(name) ||
        (name === 'RuntimeError' && /^While importing '[^']*', an ImportError was raised:/.test(traceback.message)));
}
function lastLineOf(traceback) {
    return Math.max(traceback.lastLine, ...traceback.members.map(lastLineOf)) + traceback.detail.length;
}
/** The application is up, or has answered, after all. */
function isSignOfLife(line) {
    return /Application startup complete|ASGI server listening|Started worker-\d|HTTP\/[\d.]+" [1-4]\d\d\b/.test(line);
}

;// CONCATENATED MODULE: ./build/traceback/block.js
/** The line without the block's prefix; undefined where it bears another one. */
function inside({ prefix }, text) {
    if (prefix === undefined || prefix === '')
        return text;
    const start = text.slice(0, prefix.length);
    if (shape(start) === prefix)
        return text.slice(prefix.length);
    // The blank at the end of the prefix is lost on an empty line.
    return shape(text) === prefix.trimEnd() ? '' : undefined;
}
function shape(prefix) {
    return prefix.replaceAll(/\d/g, '0');
}

;// CONCATENATED MODULE: ./build/traceback/forerunners.js
/**
 * The block that a line belongs to: one whose forerunner said just this next; else the one that was spoken to last, unless its
 * forerunner went on otherwise; else the one that is furthest.
 */
function choose(candidates, index, forerunnersAgree) {
    if (candidates.length < 2)
        return candidates[0];
    const judged = candidates.map((block) => ({ block, agree: forerunnersAgree(block) }));
    const awaited = judged.find(({ agree }) => agree.includes(true));
    if (awaited !== undefined)
        return awaited.block;
    const free = judged.filter(({ agree }) => agree.length === 0).map(({ block }) => block);
    const adjacent = free.find(({ touched }) => touched === index - 1);
    return adjacent ?? (free.length > 0 ? free : candidates).toSorted((a, b) => b.frames.length - a.frames.length)[0];
}
function startsWith(frames, beginning) {
    return beginning.every((frame, index) => {
        const other = frames[index];
        return other !== undefined && sameFrame(frame, other);
    });
}
function sameFrame(a, b) {
    return a.line === b.line && a.file === b.file && a.function === b.function;
}

// EXTERNAL MODULE: ./build/traceback/lines.js
var traceback_lines = __webpack_require__(7222);
;// CONCATENATED MODULE: ./build/traceback/blocks.js



const mostDetail = 100;
const longestMessage = 2_000;
/** More workers than that do not crash at once; a log may be written to hang its reader. */
const mostOpen = 64;
/** Workers that crash at the same time differ by a few lines; what has waited longer than this was cut off. */
const longestGap = 3_000;
/**
 * Sorts lines into tracebacks, though several workers write theirs at once. They crash in the same way, so the one that is
 * ahead tells what the others will say next: a line goes to the one that waits for it, else to the one that is ahead.
 */
class Blocks {
    #all = [];
    #open = [];
    #closedStacks = [];
    #chain;
    #members;
    /** The members of a group are printed behind it, and so are further lines of a message; `line` is the last one of it. */
    #closedLast;
    take(line, index) {
        switch (line.kind) {
            case 'header':
                if (line.ends !== undefined)
                    this.#close(line.ends, index);
                this.#start(index);
                break;
            case 'frame':
                this.#takeFrame(line, index);
                break;
            case 'chain':
                this.#chain = this.#lastTraceback(line.how);
                break;
            case 'members':
                if (line.at === 'begin')
                    this.#members = { of: this.#members, list: this.#closedLast?.members ?? [] };
                else if (line.at === 'end')
                    this.#members = this.#members?.of;
                break;
        }
    }
    /** A line that is neither header nor frame: a source line, the exception, the message's next line, or nobody's. */
    other(text, index) {
        if (this.#open.length > 0) {
            if (this.#open.some(({ touched }) => index - touched > longestGap)) {
                this.#open = this.#open.filter(({ touched }) => index - touched <= longestGap);
            }
            const indented = this.#open.filter((block) => /^ {4}/.test(inside(block, text) ?? ''));
            if (indented.length > 0) {
                this.#takeSource(indented, text, index);
                return;
            }
            const exception = this.#exceptionOf(text, index);
            if (exception !== undefined) {
                this.#close(exception, index, text);
                return;
            }
        }
        this.#takeDetail(text, index);
    }
    /** One that was read elsewhere. */
    add(traceback) {
        this.#all.push(this.#chain === undefined ? traceback : { ...traceback, earlier: this.#chain });
        this.#chain = undefined;
    }
    finished() {
        return this.#all;
    }
    #start(index) {
        const block = {
            prefix: undefined,
            frames: [],
            firstLine: index,
            touched: index,
            wantsSource: false,
            earlier: this.#chain,
            home: this.#members,
        };
        this.#chain = undefined;
        this.#open.push(block);
        if (this.#open.length > mostOpen)
            this.#open.shift();
        return block;
    }
    #takeFrame(line, index) {
        const frame = {
            file: line.file,
            line: line.line,
            ...(line.function === undefined ? {} : { function: line.function }),
        };
        const prefix = shape(line.prefix);
        const fitting = this.#open.filter((block) => block.prefix === undefined || block.prefix === prefix);
        // One that still waits for the text of its last frame is not at its next one yet.
        const ready = fitting.filter(({ wantsSource }) => !wantsSource);
        const candidates = ready.length > 0 ? ready : fitting;
        // A script whose own text cannot be read dies without a header.
        const headless = candidates.length === 0 && line.function === undefined;
        const block = headless
            ? this.#start(index)
            : choose(candidates, index, (each) => this.#next(each).map((next) => sameFrame(next, frame)));
        if (block === undefined)
            return;
        block.prefix = prefix;
        block.frames.push(frame);
        block.touched = index;
        block.wantsSource = frame.file.endsWith('.py');
    }
    #takeSource(candidates, text, index) {
        // Carets under a source line say nothing.
        const carets = /^[~^ ]+$/.test(text.replace(/^.*?(?= {4})/, ''));
        const waiting = carets ? [] : candidates.filter(({ wantsSource }) => wantsSource);
        const block = choose(waiting, index, (each) => {
            const source = inside(each, text)?.trim();
            return this.#others(each)
                .map((frames) => frames[each.frames.length - 1])
                .flatMap((known) => (known?.source === undefined ? [] : [known.source === source]));
        });
        // Without one that waits it is a line of carets, or the source's second line.
        if (block === undefined) {
            const adjacent = candidates.find(({ touched }) => touched === index - 1);
            if (adjacent !== undefined)
                adjacent.touched = index;
            return;
        }
        const last = block.frames.pop();
        const source = inside(block, text)?.trim();
        if (last !== undefined)
            block.frames.push(source === undefined || source === '' ? last : { ...last, source });
        block.wantsSource = false;
        block.touched = index;
    }
    #exceptionOf(text, index) {
        for (const block of this.#open) {
            if (block.frames.length === 0)
                continue;
            const exception = (0,traceback_lines/* readException */.cy)(inside(block, text) ?? '');
            if (exception !== undefined && (exception.certain || block.touched === index - 1))
                return exception;
        }
        return undefined;
    }
    #close(line, index, text) {
        const headline = `${line.exception}: ${line.message}`;
        const candidates = this.#open.filter((block) => block.frames.length > 0 && (text === undefined || (0,traceback_lines/* readException */.cy)(inside(block, text) ?? '') !== undefined));
        const block = choose(candidates, index, (each) => this.#closedStacks
            .filter(({ frames }) => frames.length >= each.frames.length && startsWith(frames, each.frames))
            .map((closed) => closed.frames.length === each.frames.length && closed.headline === headline));
        if (block === undefined)
            return;
        this.#open = this.#open.filter((each) => each !== block);
        const detail = [];
        const members = [];
        const traceback = {
            frames: block.frames,
            exception: line.exception,
            message: line.message.slice(0, longestMessage),
            detail,
            members,
            firstLine: block.firstLine,
            lastLine: index,
            ...(block.earlier === undefined ? {} : { earlier: block.earlier }),
        };
        (block.home?.list ?? this.#all).push(traceback);
        this.#closedStacks.push({ frames: block.frames, headline });
        if (this.#closedStacks.length > 50)
            this.#closedStacks.shift();
        this.#closedLast = { detail, members, line: index };
    }
    #takeDetail(text, index) {
        const last = this.#closedLast;
        if (last === undefined || last.line !== index - 1 || last.detail.length >= mostDetail)
            return;
        if ((0,traceback_lines/* beginsSomethingNew */.FW)(text))
            return;
        last.detail.push(text.slice(0, longestMessage));
        this.#closedLast = { ...last, line: index };
    }
    /** What is printed next is its successor: it is told under that one, no longer for itself. */
    #lastTraceback(kind) {
        const list = this.#members?.list ?? this.#all;
        const traceback = list.pop();
        return traceback === undefined ? undefined : { kind, traceback };
    }
    /** What others that went the same way so far said after it. */
    #next(block) {
        return this.#others(block).flatMap((frames) => frames[block.frames.length] ?? []);
    }
    /** The stacks of others that begin with all that this one has so far. */
    #others(block) {
        const open = this.#open.filter((each) => each !== block).map(({ frames }) => frames);
        const closed = this.#closedStacks.map(({ frames }) => frames);
        return [...open, ...closed].filter((frames) => frames.length >= block.frames.length && startsWith(frames, block.frames));
    }
}

;// CONCATENATED MODULE: ./build/traceback/rich.js

function boxStart(line) {
    if (!line.includes('Traceback (most recent call last)'))
        return false;
    const text = line.trim();
    return (text.startsWith('╭') || text.startsWith('+')) && (text.endsWith('╮') || text.endsWith('+'));
}
/** `│ /app/app.py:3 in <module> │`, wrapped where it is long; then the source with `❱` before its line; then the exception, plain. */
function readBox(lines, start) {
    const frames = [];
    let pending = '';
    let index = start + 1;
    for (; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        if (isBorder(line)) {
            pending = '';
            continue;
        }
        const text = insideBox(line);
        if (text === undefined)
            break;
        const source = /^\s*(?:❱|>)\s*(\d+)\s(.*)$/.exec(text);
        const last = frames.at(-1);
        if (source !== null && last !== undefined && last.line === Number(source[1])) {
            frames[frames.length - 1] = { ...last, source: withoutGuides(source[2] ?? '') };
            pending = '';
            continue;
        }
        const syntax = last !== undefined && last.function === undefined && last.source === undefined;
        if (syntax && text.trim() !== '' && readPlace(text) === undefined) {
            frames[frames.length - 1] = { ...last, source: text.trim() };
            continue;
        }
        pending =
            text.trim() === '' || /^\s*\d+ /.test(text) ? '' : pending === '' ? text.trim() : joined(pending, text.trim());
        const frame = readPlace(pending);
        if (frame === undefined)
            continue;
        // ` in` at the end: the function's name stands on the next line.
        if (pending.endsWith(' in'))
            continue;
        const replaced = last !== undefined && last.file === frame.file && last.line === frame.line && last.function === undefined;
        if (replaced)
            frames[frames.length - 1] = frame;
        else
            frames.push(frame);
    }
    const exception = (0,traceback_lines/* readException */.cy)(lines[index] ?? '');
    if (exception === undefined)
        return undefined;
    const detail = [];
    let end = index;
    while (end + 1 < lines.length && detail.length < 100) {
        const next = lines[end + 1] ?? '';
        if (next.trim() === '' || boxStart(next) || /^[A-Z]+\s*:? /.test(next))
            break;
        detail.push(next);
        end += 1;
    }
    const { exception: name, message } = exception;
    const traceback = {
        frames,
        exception: name,
        message,
        detail,
        members: [],
        firstLine: start,
        lastLine: index,
    };
    return { traceback, end };
}
/** A line between the box's edges, which rich draws with or without Unicode; undefined where it is none. */
function insideBox(line) {
    const text = line.trim();
    if (!text.startsWith('│') && !text.startsWith('|'))
        return undefined;
    const end = text.length > 1 && (text.endsWith('│') || text.endsWith('|')) ? -1 : undefined;
    return text.slice(1, end).replace(/^ /, '').trimEnd();
}
function readPlace(text) {
    const [, file, line, name] = /^(\S+):(\d+)(?: in(?: (\S+))?)?$/.exec(text.trim()) ?? [];
    if (file === undefined || !/^(?:\/|\.{0,2}[\w.-]+\/|[\w-]+\.py)/.test(file))
        return undefined;
    return { file, line: Number(line), ...(name === undefined ? {} : { function: name }) };
}
/** A path that was folded goes on without a blank; a function's name stands behind one. */
function joined(before, text) {
    return before.endsWith(' in') || /:\d+$/.test(before) ? `${before} ${text}` : `${before}${text}`;
}
/** rich draws a guide in each level of indentation. */
function withoutGuides(source) {
    return source.replace(/^[\s│|]*/, '').trim();
}
function isBorder(line) {
    const text = line.trim();
    return /^[╭╰+][─-]{2}/.test(text) && /[╮╯+]$/.test(text);
}

;// CONCATENATED MODULE: ./build/traceback/read.js



/**
 * All exceptions of a log, in the order in which they ended. Lines of several workers may be mixed, lines may bear a prefix,
 * and other lines may stand between; a traceback that is cut off is left out.
 */
function readTracebacks(log) {
    const lines = log.map(traceback_lines/* unstyled */.t);
    const blocks = new Blocks();
    for (let index = 0; index < lines.length; index += 1) {
        const text = lines[index] ?? '';
        if (boxStart(text)) {
            const box = readBox(lines, index);
            if (box !== undefined) {
                blocks.add(box.traceback);
                index = box.end;
                continue;
            }
        }
        const line = (0,traceback_lines/* readTracebackLine */.bk)(text);
        if (line === undefined)
            blocks.other(text, index);
        else
            blocks.take(line, index);
    }
    return blocks.finished();
}

// EXTERNAL MODULE: ./build/symptoms/place.js
var place = __webpack_require__(3950);
;// CONCATENATED MODULE: ./build/symptoms/symptoms.js







/** It is asked many times a second, and only what happened last decides. */
const mostLinesWhileRunning = 6_000;
/** pip lists the versions of a package in one line; what is longer still says nothing. */
const longestLine = 20_000;
/** Undefined where nothing has failed, or where there is nothing to remark on. */
function symptomsOf(seen, asked = 'failed') {
    const { build } = seen.observation;
    const container = withWholeLog(seen.observation.container);
    if (asked === 'serve' || asked === 'stop')
        return remarkable(seen, asked);
    const running = asked === 'running';
    const failed = failedBuild(build);
    if (failed !== undefined)
        return ofBuild(seen, failed);
    if (container === undefined)
        return undefined;
    const moment = running ? 'silent' : momentOf(container);
    if (moment === undefined)
        return undefined;
    const lines = running ? container.log.slice(-mostLinesWhileRunning) : container.log;
    const symptoms = withLog({ ...seen, moment, container }, lines.map(({ text }) => text));
    const gaveUp = moment === 'exit' ||
        (moment === 'silent' &&
            ((0,crash_loop/* crashedForGood */.Px)(symptoms, container, running) || (!running && endedInMain(symptoms, seen.facts))));
    const answersBadly = moment === 'answer' && (0,failed_exchange/* failedExchanges */.k)(container).some(isServersFault);
    const fatal = gaveUp || answersBadly ? fatalTraceback(symptoms) : undefined;
    return { ...symptoms, gaveUp, ...(fatal === undefined ? {} : { fatal }) };
}
/** A step that runs Python code of the repository fails by an exception too; what installers raise of themselves is read by their words. */
function ofBuild(seen, failed) {
    const build = withLine(failed, seen.facts);
    const symptoms = withLog({ ...seen, moment: 'build', build }, build.failure.log);
    const ofInstaller = symptoms.log.some((line) => /subprocess-exited-with-error|Getting requirements to build/.test(line));
    const fatal = build.failure.exitCode === undefined || ofInstaller ? undefined : fatalTraceback(symptoms);
    return fatal === undefined || (0,place/* ownPlace */.yd)(fatal, seen.facts) === undefined ? symptoms : { ...symptoms, fatal };
}
/** Of what fails before it begins, such as the download of ADD, BuildKit names the step and no line. */
function withLine(build, { dockerfile: { instructions } }) {
    const { line, step } = build.failure;
    if (line !== undefined || step === undefined)
        return build;
    const words = plain(step.replace(/^\[[^\]]*\]\s*/, ''));
    const found = instructions.filter(({ text }) => plain(text) === words);
    const [only] = found;
    if (only === undefined || found.length > 1)
        return build;
    return { ...build, failure: { ...build.failure, line: only.lines[0] } };
}
function plain(text) {
    return text.replaceAll(/\s+/g, ' ').trim();
}
function remarkable(seen, moment) {
    const container = withWholeLog(seen.observation.container);
    if (container?.wait.ended !== 'ready' || (moment === 'stop' && container.stop === undefined))
        return undefined;
    return withLog({ ...seen, moment, container }, container.log.map(({ text }) => text));
}
function withWholeLog(container) {
    if (container === undefined)
        return undefined;
    const log = unfolded(container.log);
    return log === container.log ? container : { ...container, log };
}
function failedBuild(build) {
    if (build === undefined || (build.failure === undefined && build.exitCode === 0 && !build.timedOut))
        return undefined;
    const failure = build.failure ?? { message: 'the build ended without saying why', failedSteps: [], log: [] };
    return { ...build, failure };
}
function momentOf({ state, create, wait, exchanges, stop, expected }) {
    if (wait.ended === 'not-started' || state === undefined || create.exitCode !== 0)
        return 'create';
    const gone = state.status === 'exited' || state.status === 'dead';
    if (wait.ended === 'ready' && expected.kind === 'exit')
        return undefined;
    if (wait.ended === 'exited' || (gone && stop === undefined))
        return 'exit';
    if (wait.ended === 'ready')
        return exchanges.some(({ passed }) => passed === false) ? 'answer' : undefined;
    return 'silent';
}
/** An exception of the application may be behind it. */
function isServersFault({ outcome }) {
    return outcome.kind !== 'answered' || outcome.status >= 500;
}
function withLog(symptoms, lines) {
    const log = lines.map((line) => (0,traceback_lines/* withoutProcessName */.lz)((0,traceback_lines/* unstyled */.t)(line.length > longestLine ? line.slice(0, longestLine) : line)));
    return { ...symptoms, log, tracebacks: readTracebacks(log), gaveUp: false };
}


/***/ }),

/***/ 7649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ compareWith),
  H: () => (/* binding */ judgedByNew)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/render/entries.js
var entries = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/trial/changed-instruction.js
/** Of these a stage has one that counts, so another one is the same one changed. */
const single = new Set([
    'CMD',
    'ENTRYPOINT',
    'HEALTHCHECK',
    'USER',
    'FROM',
    'WORKDIR',
    'STOPSIGNAL',
]);
const leastShared = 1 / 3;
/** Whether a line reads like another one that somebody has edited: the same keyword, and enough of the same words. */
function isEdited(before, after) {
    const [keywordBefore, ...old] = wordsOf(before);
    const [keywordAfter, ...now] = wordsOf(after);
    if (keywordBefore === undefined || keywordBefore !== keywordAfter)
        return false;
    if (single.has(keywordBefore.toUpperCase()))
        return true;
    const known = new Set(old);
    const shared = new Set(now.filter((word) => known.has(word))).size;
    return shared / new Set([...old, ...now]).size >= leastShared;
}
function wordsOf(line) {
    return line
        .trim()
        .split(/[\s"',[\]\\]+/)
        .filter((word) => word !== '');
}

;// CONCATENATED MODULE: ./build/trial/step-changes.js
/** The steps whose instruction stands on both sides and that were carried out there; one from the cache tells nothing of its time. */
function stepChanges(here, base) {
    const before = new Map(base.flatMap(({ instruction, ms, cached }) => (cached ? [] : [[instruction, ms]])));
    const changes = here.flatMap(({ instruction, ms, cached }) => {
        const earlier = before.get(instruction);
        return cached || earlier === undefined ? [] : [[instruction, { base: earlier, delta: ms - earlier }]];
    });
    return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

// EXTERNAL MODULE: ./build/trial/verdict.js
var verdict = __webpack_require__(198);
;// CONCATENATED MODULE: ./build/trial/compare.js





/** The same with the verdict of what is new alone; an image that does not serve has failed all the same. */
function judgedByNew(trial, failOn) {
    const added = trial.findings.filter(({ since }) => since === 'new');
    const judged = (0,verdict/* judge */.S)(trial.stages, added, failOn);
    // Without a cause the gravest finding is the reason, and one that the base has too is none.
    const [first] = (0,entries/* bySeverity */.Np)(added.filter(({ status }) => status !== 'refuted'));
    const isReason = judged.verdict === 'failed' && judged.cause === undefined && first !== undefined;
    return { ...trial, ...judged, ...(isReason ? { because: first.headline ?? first.title } : {}) };
}
/** Marks each finding as new or remaining, counts what is fixed, and holds the measures against the base's. */
async function compareWith(trial, base) {
    const told = await Promise.all(trial.findings.map(async (finding) => marked(finding, trial, base)));
    const gone = goneSince(trial, base);
    const pairs = await editedPairs(told, gone, trial, base);
    const findings = told.map((finding) => (pairs.has(finding) ? { ...finding, since: 'remaining' } : finding));
    const still = new Set(pairs.values());
    const standing = findings.filter(({ status }) => status !== 'refuted');
    const count = (since) => standing.filter((finding) => finding.since === since).length;
    const comparison = {
        base: base.commit,
        ...(base.report === undefined ? {} : measures(trial, base.report)),
        new: count('new'),
        remaining: count('remaining'),
        fixed: gone.filter((finding) => !still.has(finding)).map(fixedOf),
    };
    return { ...trial, findings, comparison };
}
async function marked(finding, trial, base) {
    const since = await sinceOf(finding, trial, base);
    return since === undefined ? finding : { ...finding, since };
}
/** Undefined where nobody can tell: the run found it, and the base was never run. */
async function sinceOf(finding, trial, base) {
    const { check, fingerprint } = finding;
    const { report, linted } = base;
    const known = [...linted.findings, ...standingIn(report)];
    if (known.some((each) => each.fingerprint === fingerprint))
        return 'remaining';
    // Wherever its place has moved: one cause is one flaw.
    if (check === trial.cause && check === report?.cause)
        return 'remaining';
    if (isLints(finding, trial) || (report !== undefined && serves(report)))
        return 'new';
    const stands = await standsInBase(finding, trial, base);
    if (stands === false)
        return 'new';
    // The engine's own checks look at the Dockerfile alone.
    return stands === true && check.startsWith('buildkit/') ? 'remaining' : undefined;
}
/** Whether the line that the finding names is in the base too; undefined where it names none. */
async function standsInBase({ location }, trial, { textOf }) {
    const line = location === undefined ? undefined : lineAt(location, textHere(location.path, trial));
    if (location === undefined || line === undefined)
        return undefined;
    const before = await textOf(location.path);
    return before !== undefined && before.split('\n').some((each) => each.trim() === line.trim());
}
/** By the new finding, the one that it was before somebody edited its instruction: the flaw is still there, and nobody brought it. */
async function editedPairs(told, gone, trial, { textOf }) {
    const pairs = new Map();
    const taken = new Set();
    for (const finding of told) {
        const { location, since, check } = finding;
        if (location === undefined || since !== 'new')
            continue;
        const line = lineAt(location, textHere(location.path, trial));
        const candidates = gone.filter((each) => each.check === check && each.location?.path === location.path);
        if (line === undefined || candidates.length === 0)
            continue;
        const before = await textOf(location.path);
        const earlier = candidates.find((each) => {
            const its = each.location === undefined ? undefined : lineAt(each.location, before);
            return its !== undefined && !taken.has(each) && isEdited(its, line);
        });
        if (earlier === undefined)
            continue;
        taken.add(earlier);
        pairs.set(finding, earlier);
    }
    return pairs;
}
function textHere(reportPath, { observation: { sources } }) {
    if (reportPath === sources.dockerfile.path)
        return sources.dockerfile.text;
    return sources.files.find(({ path }) => external_node_path_.posix.join(sources.context, path) === reportPath)?.text;
}
function lineAt({ line }, text) {
    return text?.split('\n')[line - 1];
}
function standingIn(report) {
    return (report?.findings ?? []).filter(({ status }) => status !== 'refuted');
}
function isLints({ fingerprint }, { stages }) {
    return stages.some((stage) => stage.stage === 'lint' &&
        stage.status !== 'skipped' &&
        stage.findings.some((each) => each.fingerprint === fingerprint));
}
function serves({ verdict, cause }) {
    return cause === undefined && (verdict === 'passed' || verdict === 'failed');
}
/** What the base has and this has not. Behind a failure what the run would have seen is not known, so only lint's is gone then. */
function goneSince(trial, { linted, report }) {
    const lintRan = trial.stages.some(({ stage, status }) => stage === 'lint' && status === 'passed');
    if (!lintRan)
        return [];
    const here = [...trial.findings, ...trial.ignored.map(({ finding }) => finding)];
    const refuted = (report?.findings ?? []).filter(({ status }) => status === 'refuted');
    const known = new Set([...here, ...refuted].map(({ fingerprint }) => fingerprint));
    const seen = serves(trial) ? standingIn(report).filter(({ status }) => status === 'confirmed') : [];
    const gone = [...linted.findings, ...seen].filter(({ fingerprint }) => !known.has(fingerprint));
    return [...new Map(gone.map((finding) => [finding.fingerprint, finding])).values()];
}
function fixedOf({ check, title, location }) {
    return { check, title, ...(location === undefined ? {} : { path: location.path }) };
}
/** Two stores count an image's size in two ways, so across them it is not compared. */
function measures(here, base) {
    const otherStore = here.image !== undefined && base.image !== undefined && here.image.store !== base.image.store
        ? base.image.store
        : undefined;
    const bytes = otherStore === undefined ? changeOf(here.image?.bytes, base.image?.bytes) : undefined;
    const startupMs = changeOf(here.startupMs, base.startupMs);
    const stopMs = changeOf(here.stopped?.ms, base.stopped?.ms);
    const steps = stepChanges(here.steps ?? [], base.steps ?? []);
    return {
        ...(bytes === undefined ? {} : { bytes }),
        ...(otherStore === undefined ? {} : { otherStore }),
        ...(startupMs === undefined ? {} : { startupMs }),
        ...(stopMs === undefined ? {} : { stopMs }),
        ...(steps === undefined ? {} : { steps }),
    };
}
function changeOf(here, base) {
    return here === undefined || base === undefined ? undefined : { base, delta: here - base };
}


/***/ }),

/***/ 473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ compileReport)
/* harmony export */ });
/* harmony import */ var _lint_distinct_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6682);
/* harmony import */ var _facts_build_steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6742);
/* harmony import */ var _engine_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(432);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);





/** All that the stages came to, as one report: here lint's suspicions meet what the run saw. */
function compileReport({ plan, linted, logbook, tried, image, failOn }) {
    const { observation, stages } = logbook;
    const { facts } = plan;
    const seen = stages.flatMap((stage) => (stage.stage === 'lint' || stage.status === 'skipped' ? [] : stage.findings));
    const settled = (0,_settle_js__WEBPACK_IMPORTED_MODULE_1__/* .settleFindings */ .g)(linted.findings, observation, facts);
    const buildkit = (0,_engine_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .engineFindings */ .L)(observation.build?.warnings ?? [], facts, linted, plan.lint);
    const joined = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .joinFindings */ .p)([...settled, ...buildkit.findings], seen);
    const findings = (0,_lint_distinct_js__WEBPACK_IMPORTED_MODULE_3__/* .distinct */ .d)(joined.map((finding) => ({ finding }))).map(({ finding }) => finding);
    const { container } = observation;
    return {
        name: plan.name,
        file: plan.file,
        context: plan.context,
        ...(0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judge */ .S)(stages, findings, failOn),
        stages,
        findings,
        ignored: [...linted.ignored, ...buildkit.ignored],
        ...(image === undefined ? {} : { image, layerLines: (0,_facts_build_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .layerLines */ .lI)(image, facts) }),
        ...(observation.build === undefined ? {} : { steps: (0,_facts_build_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .timedSteps */ .Xe)(observation.build.steps, facts) }),
        ...(container?.wait.readyAtMs === undefined ? {} : { startupMs: container.wait.readyAtMs }),
        ...(tried.probes.length === 0 ? {} : { probes: tried.probes }),
        ...(container?.runtime === undefined ? {} : { runtime: container.runtime }),
        ...(container?.stop === undefined ? {} : { stopped: container.stop }),
        notes: [
            ...plan.notes,
            ...(tried.movedTo === undefined
                ? []
                : [`Port 8000 is taken on this machine, so the container was published on port ${tried.movedTo}.`]),
        ],
        observation,
    };
}


/***/ }),

/***/ 2370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ diagnosed)
});

// EXTERNAL MODULE: ./build/diagnoses/diagnose.js + 1 modules
var diagnose = __webpack_require__(5822);
// EXTERNAL MODULE: ./build/facts/image-configuration.js
var image_configuration = __webpack_require__(8158);
;// CONCATENATED MODULE: ./build/trial/placed.js

/** Where an image is tried without its Dockerfile, no place in it can be named, and nothing in it be changed. */
function placedInRepository(finding) {
    if (finding.location?.path !== image_configuration/* imageConfigurationPath */.w)
        return finding;
    const { location: _, fix, ...rest } = finding;
    const isReal = fix?.edits.every((edit) => edit.location.path !== image_configuration/* imageConfigurationPath */.w) === true;
    return {
        ...rest,
        evidence: finding.evidence.filter(isOfRepository),
        ...(fix !== undefined && isReal ? { fix } : {}),
    };
}
function isOfRepository(evidence) {
    return evidence.kind !== 'source' || evidence.location.path !== image_configuration/* imageConfigurationPath */.w;
}

;// CONCATENATED MODULE: ./build/trial/diagnosed.js


/** Why a stage did not pass: the root cause first, and whether it blames the image or the set-up. */
function diagnosed(observation, facts) {
    const { blames, findings: named } = (0,diagnose/* diagnose */.h4)({ observation, facts });
    const findings = named.map(placedInRepository);
    const [root] = findings;
    return {
        status: blames === 'setup' ? 'errored' : 'failed',
        findings,
        message: root === undefined ? '' : `${root.title}. ${root.advice}`,
    };
}


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ engineFindings)
/* harmony export */ });
/* harmony import */ var _lint_distinct_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6682);
/* harmony import */ var _lint_instruction_at_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8468);
/* harmony import */ var _lint_lint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9806);
/* harmony import */ var _lint_severity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6849);
/* harmony import */ var _lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5763);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9207);
/* harmony import */ var _stages_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2924);







/**
 * What the engine's own checks add to ours: not what one of ours says of the same instruction already, told or ignored, nor what the
 * user has switched off or ignored under the name of our rule.
 */
function engineFindings(warnings, facts, linted, settings) {
    const { severities = {}, ignore = [] } = settings;
    const ours = [...linted.findings, ...linted.ignored.map(({ finding }) => finding)];
    const found = (0,_stages_build_js__WEBPACK_IMPORTED_MODULE_3__/* .buildkitFindings */ .J)(warnings, facts).filter((finding) => !ours.some((own) => isSameFlaw(own, finding, facts)) &&
        !rulesBeside(finding).some((id) => (0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .severitySaid */ .Vl)([id], severities) === 'off'));
    const beside = new Map(found.flatMap((finding) => rulesBeside(finding).map((id) => [id, finding.check])));
    return (0,_lint_suppression_js__WEBPACK_IMPORTED_MODULE_1__/* .silence */ .a)((0,_lint_distinct_js__WEBPACK_IMPORTED_MODULE_5__/* .distinct */ .d)((0,_lint_severity_js__WEBPACK_IMPORTED_MODULE_4__/* .withSeverities */ .sC)(found.map((finding) => ({ finding })), severities)), facts.dockerfile, (0,_lint_lint_js__WEBPACK_IMPORTED_MODULE_0__/* .pragmasInForce */ .gL)(facts.dockerfile, settings), ignore.flatMap((setting) => {
        const check = beside.get(setting.check.toLowerCase());
        return check === undefined ? [setting] : [setting, { ...setting, check }];
    }));
}
function isSameFlaw(own, found, { dockerfile }) {
    if (!found.aliases.some((name) => own.aliases.includes(name)))
        return false;
    const [here, there] = [own, found].map(({ location }) => location === undefined ? undefined : (0,_lint_instruction_at_js__WEBPACK_IMPORTED_MODULE_6__/* .instructionAt */ .s)(dockerfile, location));
    return here !== undefined && here === there;
}
/** The ids of our rules that know the same flaw. */
function rulesBeside({ aliases }) {
    return _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.filter((rule) => aliases.some((name) => rule.aliases.includes(name))).map(({ id }) => id);
}


/***/ }),

/***/ 432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pathsToMeasure),
/* harmony export */   g: () => (/* binding */ settleFindings)
/* harmony export */ });
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);

/** The paths whose size the probes want to know, for what lint suspects in this image. */
function pathsToMeasure(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return [];
    const paths = suspected.flatMap((finding) => _probes_index_js__WEBPACK_IMPORTED_MODULE_0__.probes.flatMap((probe) => probe.settles.includes(finding.check) ? (probe.measures?.({ finding, facts, observation, container }) ?? []) : []));
    return [...new Set(paths)];
}
/** Lint's suspicions, each confirmed, priced or refuted where the run tells; the others stay as they are. */
function settleFindings(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return suspected;
    return suspected.map((finding) => {
        for (const probe of _probes_index_js__WEBPACK_IMPORTED_MODULE_0__.probes) {
            const settlement = probe.settles.includes(finding.check)
                ? probe.settle({ finding, facts, observation, container })
                : undefined;
            if (settlement === undefined)
                continue;
            const { status, cost, evidence } = settlement;
            return {
                ...finding,
                status,
                ...(cost === undefined ? {} : { cost }),
                evidence: [...finding.evidence, ...evidence],
            };
        }
        return finding;
    });
}


/***/ }),

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ untried),
/* harmony export */   v: () => (/* binding */ sourcesOfUntried)
/* harmony export */ });
/** The report of a trial that was not run: what it is known by, and what is told of it. `dockerfile` is the text where it was read. */
function untried(about, told, dockerfile = '') {
    const { name, file, context } = about;
    return {
        name,
        file,
        context,
        ...told,
        findings: [],
        ignored: [],
        notes: [],
        observation: { version: 1, name, sources: sourcesOfUntried(about, dockerfile) },
    };
}
/** Of what was not run nothing else was read. */
function sourcesOfUntried({ file, context }, dockerfile = '') {
    return { dockerfile: { path: file, text: dockerfile }, context, buildArguments: {}, files: [], listing: [] };
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge),
/* harmony export */   p: () => (/* binding */ joinFindings)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _lint_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6064);


/**
 * Could not run comes before failed: where the set-up stopped the trial, the image is not blamed.
 * `failOn` concerns findings alone; an image that does not build or serve has failed whatever it says.
 */
function judge(stages, findings, failOn) {
    const errored = stages.find((stage) => stage.status === 'errored');
    const failed = stages.find((stage) => stage.status === 'failed');
    const ended = errored ?? failed;
    if (ended !== undefined && 'findings' in ended) {
        return { verdict: errored === undefined ? 'failed' : 'errored', cause: ended.findings[0]?.check ?? 'unknown' };
    }
    const failing = findings.filter((finding) => fails(finding, failOn));
    if (failing.length === 0)
        return { verdict: 'passed', cause: undefined };
    return {
        verdict: 'failed',
        cause: remarks(stages).find((seen) => failing.some(({ check }) => check === seen.check))?.check,
    };
}
/** Of a container that serves, what the run itself found wrong: how it answers, and how it stops. */
function remarks(stages) {
    return stages.flatMap((stage) => (stage.stage === 'smoke' || stage.stage === 'stop') && 'findings' in stage ? stage.findings : []);
}
/** What the run refuted fails nothing. */
function fails(finding, failOn) {
    if (failOn === 'never' || finding.status === 'refuted')
        return false;
    return _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(finding.severity) <= _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(failOn);
}
/**
 * One cause is one entry: a suspicion of lint and a diagnosis of the run that name the same flaw become one finding,
 * in the words of the run, at the place where the flaw stands, with the evidence of both.
 */
function joinFindings(suspected, seen) {
    const joined = seen.map((finding) => {
        const suspicion = suspected.find((candidate) => isSameFlaw(candidate, finding));
        if (suspicion === undefined)
            return finding;
        const { location, fix } = { ...withoutUndefined(suspicion), ...withoutUndefined(finding) };
        return {
            ...finding,
            aliases: [...new Set([...suspicion.aliases, ...finding.aliases])],
            ...(location === undefined ? {} : { location }),
            ...(fix === undefined ? {} : { fix }),
            evidence: [...finding.evidence, ...suspicion.evidence],
            fingerprint: suspicion.fingerprint,
        };
    });
    const left = suspected.filter((candidate) => !seen.some((finding) => isSameFlaw(candidate, finding)));
    return (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .a)([...joined, ...left]);
}
function isSameFlaw(suspicion, seen) {
    return (suspicion.check === seen.check && (seen.location === undefined || suspicion.location?.path === seen.location.path));
}
function withoutUndefined({ location, fix }) {
    return { ...(location === undefined ? {} : { location }), ...(fix === undefined ? {} : { fix }) };
}


/***/ })

};
