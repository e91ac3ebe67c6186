export const id = 678;
export const ids = [678];
export const modules = {

/***/ 3172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   x: () => (/* binding */ lineStartsOf)
/* harmony export */ });
/** Where each line of `text` begins. Only a line feed ends a line. */
function lineStartsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** The lines as BuildKit's scanner has them: a byte order mark is not part of the first, and none follows the last line break. */
function linesOf(text, lineStarts) {
    const lines = lineStarts.map((lineStart, index) => {
        const next = lineStarts[index + 1] ?? text.length;
        const start = index === 0 && text.startsWith('\uFEFF') ? 1 : lineStart;
        let end = next;
        while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r'))
            end -= 1;
        return { start, end, next };
    });
    const last = lines.at(-1);
    return last !== undefined && last.start >= text.length ? lines.slice(0, -1) : lines;
}


/***/ }),

/***/ 1678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ dockerfileOf),
  d: () => (/* binding */ loadDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(8390);
// EXTERNAL MODULE: ./build/dockerfile/blanks.js
var blanks = __webpack_require__(5440);
;// CONCATENATED MODULE: ./build/dockerfile/go-quoted.js
const named = new Map([
    ['\u0007', String.raw `\a`],
    ['\b', String.raw `\b`],
    ['\f', String.raw `\f`],
    ['\n', String.raw `\n`],
    ['\r', String.raw `\r`],
    ['\t', String.raw `\t`],
    ['\v', String.raw `\v`],
    ['"', String.raw `\"`],
    ['\\', String.raw `\\`],
]);
/** A text in quotes as Go's `%q` prints it in BuildKit's messages. */
function goQuoted(text) {
    const escaped = text.replace(/["\\]|(?! )[\p{C}\p{Z}]/gu, (character) => named.get(character) ?? numbered(character));
    return `"${escaped}"`;
}
function numbered(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

;// CONCATENATED MODULE: ./build/dockerfile/duration.js

const nanoseconds = new Map([
    ['ns', 1],
    ['us', 1e3],
    ['µs', 1e3],
    ['μs', 1e3],
    ['ms', 1e6],
    ['s', 1e9],
    ['m', 60e9],
    ['h', 3600e9],
]);
/** What BuildKit says of a HEALTHCHECK time, in Go's words; undefined where it is good. */
function durationProblem(flag, value) {
    if (value === '')
        return undefined;
    const quoted = goQuoted(value);
    const unsigned = value.replace(/^[-+]/, '');
    if (unsigned === '0')
        return undefined;
    let rest = unsigned;
    let total = 0;
    do {
        const [number] = /^\d*\.?\d*/.exec(rest) ?? [''];
        if (number === '' || number === '.')
            return `time: invalid duration ${quoted}`;
        rest = rest.slice(number.length);
        const [unit] = /^[^.\d]*/.exec(rest) ?? [''];
        if (unit === '')
            return `time: missing unit in duration ${quoted}`;
        const factor = nanoseconds.get(unit);
        if (factor === undefined)
            return `time: unknown unit ${goQuoted(unit)} in duration ${quoted}`;
        total += Number(number) * factor;
        rest = rest.slice(unit.length);
    } while (rest !== '');
    if (total >= 2 ** 63)
        return `time: invalid duration ${quoted}`;
    const signed = value.startsWith('-') ? -total : total;
    return Math.trunc(signed) !== 0 && signed < 1e6 ? `Interval "${flag}" cannot be less than 1ms` : undefined;
}

;// CONCATENATED MODULE: ./build/dockerfile/keywords.js
const none = new Map();
/** The instructions that BuildKit knows, and their flags. */
const keywords = new Map([
    [
        'ADD',
        flags({
            chown: 'value',
            chmod: 'value',
            link: 'boolean',
            'keep-git-dir': 'boolean',
            checksum: 'value',
            unpack: 'boolean',
            exclude: 'values',
        }),
    ],
    ['ARG', none],
    ['CMD', none],
    [
        'COPY',
        flags({ from: 'value', chown: 'value', chmod: 'value', link: 'boolean', parents: 'boolean', exclude: 'values' }),
    ],
    ['ENTRYPOINT', none],
    ['ENV', none],
    ['EXPOSE', none],
    ['FROM', flags({ platform: 'value' })],
    [
        'HEALTHCHECK',
        flags({
            interval: 'value',
            timeout: 'value',
            'start-period': 'value',
            'start-interval': 'value',
            retries: 'value',
        }),
    ],
    ['LABEL', none],
    ['MAINTAINER', none],
    ['ONBUILD', none],
    ['RUN', flags({ mount: 'values', network: 'value', security: 'value', device: 'values' })],
    ['SHELL', none],
    ['STOPSIGNAL', none],
    ['USER', none],
    ['VOLUME', none],
    ['WORKDIR', none],
]);
function flags(kinds) {
    return new Map(Object.entries(kinds));
}

// EXTERNAL MODULE: ./build/dockerfile/nearest.js
var nearest = __webpack_require__(4457);
;// CONCATENATED MODULE: ./build/dockerfile/flag-problems.js




/** The first fault in an instruction's flags. */
function flagProblem(instruction) {
    const kinds = keywords.get(instruction.keyword) ?? new Map();
    const seen = new Set();
    for (const flag of instruction.flags) {
        const kind = kinds.get(flag.name);
        const written = `--${flag.name}`;
        if (kind === undefined)
            return unknownFlag(instruction, flag);
        if (seen.has(flag.name) && kind !== 'values') {
            return error(flag, `duplicate flag specified: ${written}`, 'Delete one of the two.');
        }
        seen.add(flag.name);
        if (kind === 'boolean') {
            const value = flag.value?.toLowerCase();
            if (value === '')
                return error(flag, `missing a value on flag: ${written}`, `Write ${written}, or ${written}=true.`);
            if (value !== undefined && value !== 'true' && value !== 'false') {
                const message = `expecting boolean value for flag ${written}, not: ${flag.value ?? ''}`;
                return error(flag, message, `Write ${written}=true or ${written}=false.`);
            }
        }
        else if (flag.value === undefined) {
            return error(flag, `missing a value on flag: ${written}`, `Write ${written}= and the value, without a blank between.`);
        }
    }
    for (const flag of instruction.flags) {
        const problem = valueProblem(instruction.keyword, flag);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function unknownFlag(instruction, flag) {
    const names = [...(keywords.get(instruction.keyword)?.keys() ?? [])];
    const message = `unknown flag: --${flag.name}`;
    const name = (0,nearest/* nearest */.p)(flag.name, names);
    if (name === undefined) {
        const known = names.map((each) => `--${each}`).join(', ');
        const advice = names.length === 0
            ? `Delete it: ${instruction.keyword} takes no flags.`
            : `Write one that ${instruction.keyword} takes: ${known}.`;
        return error(flag, message, advice);
    }
    const span = { start: flag.span.start, end: flag.span.start + 2 + flag.name.length };
    return { ...error(flag, message, `Write --${name}.`), fix: { title: `Write --${name}`, span, text: `--${name}` } };
}
/** Values that BuildKit checks while it reads the instruction; those with variables it cannot. */
function valueProblem(keyword, flag) {
    const value = flag.value ?? '';
    switch (`${keyword} ${flag.name}`) {
        case 'RUN network':
            if (['default', 'none', 'host'].includes(value))
                return undefined;
            return error(flag, `invalid network mode ${goQuoted(value)}`, 'Write default, none or host.');
        case 'RUN security':
            if (['insecure', 'sandbox'].includes(value))
                return undefined;
            return error(flag, `security ${goQuoted(value)} is not valid`, 'Write sandbox or insecure.');
        case 'RUN mount':
            return mountProblem(flag, value);
        case 'HEALTHCHECK interval':
        case 'HEALTHCHECK timeout':
        case 'HEALTHCHECK start-period':
        case 'HEALTHCHECK start-interval': {
            const message = durationProblem(flag.name, value);
            return message === undefined ? undefined : error(flag, message, 'Write a number with its unit, such as `30s`.');
        }
        case 'HEALTHCHECK retries':
            return retriesProblem(flag, value);
        default:
            return undefined;
    }
}
function retriesProblem(flag, value) {
    if (value === '' || /^\+?\d{1,9}$/.test(value))
        return undefined;
    const message = /^-\d{1,9}$/.test(value)
        ? `--retries cannot be negative (${value})`
        : `strconv.ParseInt: parsing ${goQuoted(value)}: invalid syntax`;
    return /^-0+$/.test(value) ? undefined : error(flag, message, 'Write a whole number.');
}
const mountTypes = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
function mountProblem(flag, value) {
    for (const field of value.split(',')) {
        const equals = field.indexOf('=');
        const key = field.slice(0, Math.max(0, equals)).toLowerCase();
        const content = field.slice(equals + 1);
        const dollar = content.indexOf('$');
        if (key === 'from' && dollar !== -1 && dollar !== content.length - 1) {
            const message = "'from' doesn't support variable expansion, define alias stage instead";
            return error(flag, message, 'Write `FROM … AS name` with the variable, and `from=name` here.');
        }
        if (key === 'type' && dollar === -1 && !mountTypes.includes(content.toLowerCase())) {
            const type = (0,nearest/* nearest */.p)(content, mountTypes);
            const advice = type === undefined ? `Write one of ${mountTypes.join(', ')}.` : `Write type=${type}.`;
            return error(flag, `unsupported mount type ${goQuoted(content)}`, advice);
        }
    }
    return undefined;
}
function error(flag, message, advice) {
    return { severity: 'error', message, advice, span: flag.span };
}

// EXTERNAL MODULE: ./build/dockerfile/heredoc-opening.js
var heredoc_opening = __webpack_require__(7010);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var segments = __webpack_require__(3458);
;// CONCATENATED MODULE: ./build/dockerfile/argument-problems.js





/** The first fault in an instruction's flags and arguments, in the order in which BuildKit looks at them. */
function argumentProblem(instruction) {
    const { keyword, words, exec } = instruction;
    const values = exec ?? words;
    switch (keyword) {
        case 'FROM':
            return fromProblem(instruction, words) ?? flagProblem(instruction);
        case 'COPY':
        case 'ADD':
            return copyProblem(instruction, values);
        case 'ENV':
        case 'LABEL':
            return flagProblem(instruction) ?? atLeastOne(instruction) ?? blankName(instruction);
        case 'ARG':
            return atLeastOne(instruction) ?? blankName(instruction);
        case 'MAINTAINER':
        case 'USER':
        case 'WORKDIR':
            return exactlyOne(instruction) ?? flagProblem(instruction);
        case 'STOPSIGNAL':
            return exactlyOne(instruction);
        case 'EXPOSE':
            return atLeastOne(instruction) ?? flagProblem(instruction);
        case 'VOLUME':
            return atLeastOne(instruction) ?? flagProblem(instruction) ?? emptyVolume(values, exec !== undefined);
        case 'SHELL':
            return flagProblem(instruction) ?? shellProblem(instruction);
        case 'HEALTHCHECK':
            return healthcheckProblem(instruction, values);
        case 'ONBUILD':
            return onbuildProblem(instruction);
        default:
            return flagProblem(instruction);
    }
}
function fromProblem(instruction, words) {
    const [, as, name] = words;
    if (words.length === 3 && as?.text.toLowerCase() === 'as' && name !== undefined) {
        if (/^[a-z][a-z0-9\-_.]*$/.test(name.text.toLowerCase()))
            return undefined;
        const message = `invalid name for build stage: ${goQuoted(name.text)}, name can't start with a number or contain symbols`;
        return argument_problems_error(name.span, message, 'Name the stage with letters, digits, `-`, `_` and `.`, a letter first.');
    }
    if (words.length === 1)
        return undefined;
    const advice = words.length === 0
        ? 'Write the image behind FROM.'
        : 'Write `FROM image`, or `FROM image AS name`, and nothing else.';
    return argument_problems_error(placeOf(instruction), 'FROM requires either one or three arguments', advice);
}
function copyProblem(instruction, values) {
    const { keyword } = instruction;
    if (values.length < 2) {
        const message = `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`;
        return argument_problems_error(placeOf(instruction), message, 'Write the source and, behind it, the destination.');
    }
    const flag = flagProblem(instruction);
    if (flag !== undefined)
        return flag;
    const destination = values.at(-1);
    const written = instruction.exec === undefined ? destination?.text : destination?.value;
    if (destination === undefined || written === undefined || !(0,heredoc_opening/* isHeredocWord */.$)(written))
        return undefined;
    const message = `${keyword} cannot accept a heredoc as a destination`;
    return argument_problems_error(destination.span, message, 'Write the destination behind the heredoc.');
}
function atLeastOne(instruction) {
    const { keyword, words, exec } = instruction;
    if ((exec ?? words).length > 0)
        return undefined;
    return argument_problems_error(placeOf(instruction), `${keyword} requires at least one argument`, 'Write the argument, or delete the line.');
}
function exactlyOne(instruction) {
    if (instruction.words.length > 0)
        return undefined;
    const message = `${instruction.keyword} requires exactly one argument`;
    return argument_problems_error(placeOf(instruction), message, 'Write the argument, or delete the line.');
}
function blankName(instruction) {
    if (instruction.assignments[0]?.legacy === true)
        return undefined;
    const blank = instruction.words.find(({ text }) => text.startsWith('='));
    if (blank === undefined)
        return undefined;
    return argument_problems_error(blank.span, `${instruction.keyword} names can not be blank`, 'Write the name before `=`.');
}
function emptyVolume(values, isArray) {
    const empty = values.find(({ value, text }) => (0,blanks/* trimSpaces */.QG)(isArray ? value : text) === '');
    if (empty === undefined)
        return undefined;
    return argument_problems_error(empty.span, 'VOLUME specified can not be an empty string', 'Write a path, or drop the empty one.');
}
function shellProblem(instruction) {
    const missing = atLeastOne(instruction);
    if (missing !== undefined || instruction.exec !== undefined)
        return missing;
    const message = 'SHELL requires the arguments to be in JSON form';
    return argument_problems_error(placeOf(instruction), message, 'Write a JSON array: `SHELL ["/bin/bash", "-c"]`.');
}
function healthcheckProblem(instruction, values) {
    const [type, ...rest] = values;
    if (type === undefined)
        return atLeastOne(instruction);
    const name = type.text.toUpperCase();
    if (name === 'NONE') {
        if (rest.length === 0)
            return undefined;
        return argument_problems_error(placeOf(instruction), 'HEALTHCHECK NONE takes no arguments', 'Delete what follows NONE.');
    }
    const flag = flagProblem(instruction);
    if (flag !== undefined)
        return flag;
    if (name !== 'CMD') {
        const message = `Unknown type ${goQuoted(name)} in HEALTHCHECK (try CMD)`;
        return {
            ...argument_problems_error(type.span, message, 'Write CMD before the command.'),
            fix: {
                title: 'Write CMD before the command',
                span: { start: type.span.start, end: type.span.start },
                text: 'CMD ',
            },
        };
    }
    if (rest.length > 0)
        return undefined;
    return argument_problems_error(placeOf(instruction), 'Missing command after HEALTHCHECK CMD', 'Write the command behind CMD.');
}
function onbuildProblem(instruction) {
    const { trigger } = instruction;
    if (trigger === undefined) {
        return argument_problems_error(placeOf(instruction), 'ONBUILD requires at least one argument', 'Write the instruction, or delete the line.');
    }
    const flag = flagProblem(instruction);
    if (flag !== undefined)
        return flag;
    const keyword = (0,blanks/* trimSpaces */.QG)(trigger.keyword);
    if (keyword === 'ONBUILD') {
        const message = "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
        return argument_problems_error(trigger.keywordSpan, message, 'Delete one of the two.');
    }
    if (keyword === 'FROM' || keyword === 'MAINTAINER') {
        const message = `${keyword} isn't allowed as an ONBUILD trigger`;
        return argument_problems_error(trigger.keywordSpan, message, 'Delete the line.');
    }
    // BuildKit looks at the trigger only when an image is built on this one.
    const inner = argumentProblem(trigger);
    return inner === undefined ? undefined : { ...inner, severity: 'warning' };
}
function argument_problems_error(span, message, advice) {
    return { severity: 'error', message, advice, span };
}
/** The arguments, or the keyword where there are none. */
function placeOf(instruction) {
    const { text, argumentsStart } = instruction;
    const end = (0,blanks/* trimmedEnd */.Ee)(text, argumentsStart, text.length);
    return argumentsStart < end ? (0,segments/* sourceSpan */.eg)(instruction, argumentsStart, end) : instruction.keywordSpan;
}

;// CONCATENATED MODULE: ./build/dockerfile/grammar.js




/**
 * What BuildKit refuses once its parser is through: unknown keywords, arguments and flags that an instruction does not take,
 * and an order without a stage. BuildKit stops at the first; here every instruction gets its first. `refusals` are in source
 * order; an instruction that has one is told no second fault.
 */
function grammarProblems(instructions, text, refusals) {
    let next = 0;
    const own = instructions.flatMap((instruction, index) => {
        while ((refusals[next]?.span.start ?? Infinity) < instruction.span.start)
            next += 1;
        if ((refusals[next]?.span.start ?? Infinity) <= instruction.span.end)
            return [];
        const problem = keywords.has(instruction.keyword)
            ? argumentProblem(instruction)
            : unknownKeyword(instruction, instructions[index - 1], text);
        return problem === undefined ? [] : [problem];
    });
    const order = orderProblem(instructions);
    return order === undefined ? own : [...own, order];
}
/** Only ARG may stand before the first FROM, and a FROM there must be. */
function orderProblem(instructions) {
    const [first] = instructions;
    if (first === undefined)
        return undefined;
    const from = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const before = from === -1 ? instructions : instructions.slice(0, from);
    const early = before.find(({ keyword }) => keyword !== 'ARG' && keywords.has(keyword));
    if (early !== undefined) {
        return {
            severity: 'error',
            message: 'no build stage in current context',
            advice: from === -1
                ? 'Write FROM and an image as the first instruction.'
                : `Move ${early.keyword} below FROM: only ARG may stand before it.`,
            span: early.keywordSpan,
        };
    }
    if (from !== -1 || before.some(({ keyword }) => !keywords.has(keyword)))
        return undefined;
    return {
        severity: 'error',
        message: 'dockerfile contains no stages to build',
        advice: 'Write FROM and an image behind ARG.',
        span: first.keywordSpan,
    };
}
function unknownKeyword(instruction, previous, text) {
    const [written = ''] = (0,blanks/* trimSpaces */.QG)(instruction.text).split(/[\t\v\f\r ]/, 1);
    const problem = {
        severity: 'error',
        message: `unknown instruction: ${written}`,
        span: instruction.keywordSpan,
    };
    const name = (0,nearest/* nearest */.p)(written, keywords.keys());
    const lost = lostContinuation(instruction, previous, text, written, name !== undefined);
    if (lost !== undefined) {
        return {
            ...problem,
            advice: `End the line above with a continuation, so that \`${clipped(written)}\` belongs to its ${previous?.keyword ?? 'RUN'}.`,
            fix: { title: 'Continue the line above', span: lost, text: ' \\' },
        };
    }
    if (name === undefined) {
        return { ...problem, advice: 'Begin the line with a Dockerfile instruction, or delete it.' };
    }
    const matching = written === written.toLowerCase() ? name.toLowerCase() : name;
    const fix = { title: `Write ${matching}`, span: instruction.keywordSpan, text: matching };
    return { ...problem, advice: `Write ${matching}.`, fix };
}
/** Where a backslash is missing: at the end of a command's line, when the next begins with what only a shell understands. */
function lostContinuation(instruction, previous, text, written, isNearKeyword) {
    if (previous === undefined || previous.heredocs.length > 0 || previous.exec !== undefined)
        return undefined;
    const isCommand = ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(previous.keyword) || !keywords.has(previous.keyword);
    const isBelow = instruction.lines[0] === previous.lines[1] + 1;
    // A small letter begins a program's name, but for files that write all keywords small: there it may be a slip.
    const isSmall = /^[a-z]/.test(text.slice(previous.keywordSpan.start, previous.keywordSpan.end));
    const isShellWord = /^(?:&&|\|\|?|;|[-./])/.test(written) || (/^[a-z]/.test(written) && !(isNearKeyword && isSmall));
    if (!isCommand || !isBelow || !isShellWord)
        return undefined;
    let { end } = previous.span;
    while (end > previous.span.start && /\s/.test(text.charAt(end - 1)))
        end -= 1;
    return { start: end, end };
}
function clipped(text) {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

// EXTERNAL MODULE: ./build/dockerfile/lexer.js + 2 modules
var lexer = __webpack_require__(5794);
;// CONCATENATED MODULE: ./build/dockerfile/instruction.js



/**
 * Puts an instruction together: ranges from dockerfile-ast's node, values from the original text. Where the node is missing (an
 * empty keyword) or was not given the words (a giant instruction), the words of which the mask is made are taken.
 */
function buildInstruction(raw, layout, node, escape) {
    return build({ raw, escape, whole: raw, layout, node });
}
function build(parts) {
    const { raw, whole, layout, node, escape } = parts;
    const { split, trigger } = layout;
    // A trigger's text begins with its own keyword.
    const base = layout.split === raw.split ? 0 : split.keywordStart;
    const ranges = node?.words.length === layout.words.length ? node.words.map((span) => rangeOf(whole, span)) : layout.words;
    const keywordSpan = (0,segments/* sourceSpan */.eg)(whole, split.keywordStart, split.keywordEnd);
    return {
        keyword: layout.keyword,
        keywordSpan,
        span: { start: keywordSpan.start, end: raw.end },
        lines: raw.lines,
        flags: split.flags.map((flag) => flagOf(whole, flag)),
        text: whole.text.slice(base),
        argumentsStart: split.argumentsStart - base,
        words: ranges.map((range) => wordOf(whole, range, escape)),
        ...(layout.exec === undefined
            ? {}
            : {
                exec: layout.exec.map(({ value, start, end }) => ({
                    value,
                    text: whole.text.slice(start, end),
                    span: (0,segments/* sourceSpan */.eg)(whole, start, end),
                })),
            }),
        assignments: assignmentsOf(whole, layout, ranges, escape),
        heredocs: raw.heredocs,
        ...(trigger === undefined ? {} : { trigger: build({ ...parts, layout: trigger, node: node?.trigger }) }),
        segments: base === 0 ? whole.segments : (0,segments/* cutSegments */.Ld)(whole.segments, base, whole.text.length),
    };
}
function rangeOf(whole, span) {
    return { start: (0,segments/* textOffset */.VY)(whole, span.start), end: (0,segments/* textOffset */.VY)(whole, span.end - 1) + 1 };
}
function flagOf(whole, flag) {
    const span = (0,segments/* sourceSpan */.eg)(whole, flag.start, flag.end);
    const equals = flag.text.indexOf('=');
    if (equals === -1)
        return { name: flag.text.slice(2), span };
    return { name: flag.text.slice(2, equals), value: flag.text.slice(equals + 1), span };
}
function wordOf(whole, { start, end }, escape) {
    const text = whole.text.slice(start, end);
    return { value: unquoted(text, escape), text, span: (0,segments/* sourceSpan */.eg)(whole, start, end) };
}
/** Without quotes and escapes, variables as written; text whose quotes do not match is left alone. */
function unquoted(text, escape) {
    if (!/["'`\\]/.test(text))
        return text;
    const { text: plain, error } = (0,lexer/* lex */.I)(text, { escape, lookup: () => undefined, keepUnset: true });
    return error === undefined ? plain : text;
}
function assignmentsOf(whole, layout, ranges, escape) {
    if (!['ENV', 'LABEL', 'ARG'].includes(layout.keyword))
        return [];
    const [first] = ranges;
    if (layout.keyword === 'ARG' || first === undefined || whole.text.slice(first.start, first.end).includes('=')) {
        return ranges.map((range) => assignmentOf(whole, range, escape));
    }
    // `ENV name value`: BuildKit splits at the first blank, whether it is quoted or not.
    const { argumentsStart: start, argumentsEnd: end } = layout.split;
    let nameEnd = start;
    while (nameEnd < end && !(0,blanks/* isBlank */.z3)(whole.text.charCodeAt(nameEnd)))
        nameEnd += 1;
    return [
        assignment(whole, { start, end: nameEnd }, { start: (0,blanks/* skipBlanks */.pw)(whole.text, nameEnd, end), end }, true, escape),
    ];
}
function assignmentOf(whole, { start, end }, escape) {
    const equals = whole.text.slice(start, end).indexOf('=');
    if (equals === -1)
        return assignment(whole, { start, end }, undefined, false, escape);
    return assignment(whole, { start, end: start + equals }, { start: start + equals + 1, end }, false, escape);
}
function assignment(whole, name, value, legacy, escape) {
    const end = value?.end ?? name.end;
    const span = (0,segments/* sourceSpan */.eg)(whole, name.start, end);
    return {
        name: unquoted(whole.text.slice(name.start, name.end), escape),
        ...(value === undefined ? {} : { value: whole.text.slice(value.start, value.end) }),
        span,
        valueSpan: value === undefined || value.start === value.end
            ? { start: span.end, end: span.end }
            : (0,segments/* sourceSpan */.eg)(whole, value.start, value.end),
        legacy,
    };
}

;// CONCATENATED MODULE: ./build/dockerfile/exec-form.js

/** The JSON array that fills `text` from `start` to `end`; undefined where there is none, and a shell gets the text. */
function execFormOf(text, start, end) {
    const open = (0,blanks/* skipSpaces */.Rk)(text, start, end);
    if (text[open] !== '[' || open >= end)
        return undefined;
    const values = parse(text.slice(open, end));
    if (!Array.isArray(values))
        return undefined;
    if (!values.every((value) => typeof value === 'string'))
        return { kind: 'not-strings' };
    return { kind: 'exec', elements: elementsOf(text, open, end, values) };
}
function parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        // Not JSON, so the shell form; BuildKit decides in the same way.
        return undefined;
    }
}
function elementsOf(text, start, end, values) {
    let at = start;
    return values.map((value) => {
        while (at < end && text[at] !== '"')
            at += 1;
        const from = at;
        for (at += 1; at < end && text[at] !== '"'; at += 1)
            if (text[at] === '\\')
                at += 1;
        at = Math.min(at + 1, end);
        return { value: replaceLoneSurrogates(value), start: from, end: at };
    });
}
/** Go's decoder writes U+FFFD for half of a surrogate pair. */
function replaceLoneSurrogates(value) {
    return value.toWellFormed();
}

;// CONCATENATED MODULE: ./build/dockerfile/split.js

/** Cuts `text` from `from` to `to` into keyword, flags and arguments. */
function split(text, from, to, escape) {
    const keywordStart = (0,blanks/* skipSpaces */.Rk)(text, from, to);
    const end = (0,blanks/* trimmedEnd */.Ee)(text, keywordStart, to);
    let keywordEnd = keywordStart;
    while (keywordEnd < end && !(0,blanks/* isBlank */.z3)(text.charCodeAt(keywordEnd)))
        keywordEnd += 1;
    const { flags, at } = readFlags(text, (0,blanks/* skipBlanks */.pw)(text, keywordEnd, end), end, escape);
    return { keywordStart, keywordEnd, flags, argumentsStart: (0,blanks/* skipSpaces */.Rk)(text, at, end), argumentsEnd: end };
}
function readFlags(text, start, end, escape) {
    const flags = [];
    let at = start;
    for (;;) {
        at = (0,blanks/* skipSpaces */.Rk)(text, at, end);
        if (!text.startsWith('--', at) || at + 1 >= end)
            return { flags, at };
        const flag = readFlag(text, at, end, escape);
        at = flag.end;
        // `--` alone ends the flags and is dropped.
        if (flag.text === '--')
            return { flags, at };
        flags.push(flag);
    }
}
/** One flag, to the next space outside quotes. */
function readFlag(text, start, end, escape) {
    let value = '';
    let quote = '';
    let at = start;
    for (; at < end; at += 1) {
        const character = text.charAt(at);
        if (quote === '' && (0,blanks/* isSpace */.xC)(text.charCodeAt(at)))
            break;
        if (quote === '' && (character === '"' || character === "'")) {
            quote = character;
        }
        else if (character === quote) {
            quote = '';
        }
        else if (character === escape) {
            at += 1;
            value += at < end ? text.charAt(at) : '';
        }
        else {
            value += character;
        }
    }
    return { text: value, start, end: Math.min(at, end) };
}

;// CONCATENATED MODULE: ./build/dockerfile/words.js

/** Words as FROM, COPY, EXPOSE have them: split at blanks, whatever stands around them. */
function blankSeparated(text, start, end) {
    const words = [];
    let from = -1;
    for (let at = start; at <= end; at += 1) {
        const ends = at === end || (0,blanks/* isBlank */.z3)(text.charCodeAt(at));
        if (ends && from !== -1)
            words.push({ start: from, end: at });
        if (ends)
            from = -1;
        else if (from === -1)
            from = at;
    }
    return words;
}
/** Words as ENV, LABEL and ARG have them: split at spaces that are neither quoted nor escaped. */
function quoteAware(text, start, end, escape) {
    const words = [];
    let from = -1;
    let quote = '';
    for (let at = start; at < end; at += 1) {
        const character = text.charAt(at);
        if (quote === '' && (0,blanks/* isSpace */.xC)(text.charCodeAt(at))) {
            if (from !== -1)
                words.push({ start: from, end: at });
            from = -1;
            continue;
        }
        if (from === -1)
            from = at;
        if (character === escape && quote !== "'") {
            if (at + 1 === end)
                return ending(text, words, from, end, escape);
            at += 1;
        }
        else if (quote === '' && (character === '"' || character === "'")) {
            quote = character;
        }
        else if (character === quote) {
            quote = '';
        }
    }
    if (from !== -1)
        words.push({ start: from, end });
    return words;
}
/** An escape character at the very end is dropped, and a word that is nothing else with it. */
function ending(text, words, from, end, escape) {
    return text.slice(from, end) === escape ? words : [...words, { start: from, end: end - 1 }];
}

;// CONCATENATED MODULE: ./build/dockerfile/layout.js




function layoutOf(text, parts, escape) {
    const keyword = text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase();
    const { argumentsStart: start, argumentsEnd: end } = parts;
    const plain = { keyword, split: parts, isBadArray: false };
    switch (keyword) {
        case 'ONBUILD':
            // BuildKit refuses a chain of them, so one level is enough; a chain as deep as the file would not fit the stack.
            return { ...plain, words: [], ...(start < end ? { trigger: triggerOf(text, start, end, escape) } : {}) };
        case 'ENV':
        case 'LABEL':
        case 'ARG':
            return { ...plain, words: quoteAware(text, start, end, escape) };
        case 'RUN':
        case 'CMD':
        case 'ENTRYPOINT':
        case 'SHELL':
        case 'COPY':
        case 'ADD':
        case 'VOLUME':
            return withArray(text, plain, start, []);
        case 'HEALTHCHECK': {
            let typeEnd = start;
            while (typeEnd < end && !(0,blanks/* isSpace */.xC)(text.charCodeAt(typeEnd)))
                typeEnd += 1;
            const type = { value: text.slice(start, typeEnd), start, end: typeEnd };
            return withArray(text, plain, (0,blanks/* skipSpaces */.Rk)(text, typeEnd, end), [type]);
        }
        default:
            return { ...plain, words: blankSeparated(text, start, end) };
    }
}
function triggerOf(text, start, end, escape) {
    const parts = split(text, start, end, escape);
    if (!isOnbuild(text, parts))
        return layoutOf(text, parts, escape);
    let inner = parts;
    while (isOnbuild(text, inner) && inner.argumentsStart < inner.argumentsEnd) {
        inner = split(text, inner.argumentsStart, inner.argumentsEnd, escape);
    }
    const chain = { keyword: 'ONBUILD', split: parts, words: [], isBadArray: false };
    return isOnbuild(text, inner) ? chain : { ...chain, innermost: layoutOf(text, inner, escape) };
}
function isOnbuild(text, parts) {
    return text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase() === 'ONBUILD';
}
function withArray(text, plain, start, before) {
    const { argumentsStart, argumentsEnd } = plain.split;
    const form = execFormOf(text, start, argumentsEnd);
    if (form?.kind === 'exec')
        return { ...plain, words: [], exec: [...before, ...form.elements] };
    return { ...plain, words: blankSeparated(text, argumentsStart, argumentsEnd), isBadArray: form !== undefined };
}

// EXTERNAL MODULE: ./build/dockerfile/lines.js
var dockerfile_lines = __webpack_require__(3172);
;// CONCATENATED MODULE: ./build/dockerfile/mask.js

/**
 * A copy of the Dockerfile of equal length in which dockerfile-ast finds what BuildKit finds, so that every offset stays true.
 * Only keywords, words, real continuations and the line breaks that count remain. Comments, directives, flags, heredoc bodies and JSON arrays
 * become blanks; in words, what dockerfile-ast would take for an escape, a comment, a heredoc, a flag or a blank becomes an `x`.
 */
function maskOf(reading, layouts) {
    const { text } = reading;
    const mask = Buffer.alloc(text.length, ' ');
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        mask.write('\n', at);
    for (const [index, instruction] of reading.instructions.entries()) {
        const layout = layouts[index];
        if (layout === undefined)
            continue;
        const ranges = rangesOf(layout);
        write(mask, instruction, ranges);
        const begin = (0,segments/* sourceOffset */.V7)(instruction, layout.split.keywordStart);
        const end = (0,segments/* sourceOffset */.V7)(instruction, (ranges.at(-1)?.end ?? 1) - 1);
        for (const continuation of instruction.continuations) {
            // Before the keyword and behind the last word there is nothing to continue, and dockerfile-ast would go on to the next line.
            if (continuation.escape > begin && continuation.next <= end)
                writeContinuation(mask, continuation);
        }
    }
    return mask.toString('latin1');
}
/**
 * One escape, blanks and one line feed, whatever comments and empty lines stand between: at each line feed of theirs dockerfile-ast
 * would forget the blanks it has seen. Behind a blank, the escape is moved to the end: of a line of blanks and `\\ `, the blanks
 * would be taken into the word that the line above left open.
 */
function writeContinuation(mask, { escape, next }) {
    mask.fill(' ', escape, next - 1);
    const isBehindBlank = mask[escape - 1] === 0x20;
    mask.write('\\', isBehindBlank ? next - 2 : escape);
}
/**
 * dockerfile-ast reads an instruction's words ten times over, character by character. Of one that is longer than any person's it
 * gets the keyword alone, and the words are the layout's (instruction.ts).
 */
const longest = 32_768;
function rangesOf(layout) {
    const { keywordStart, keywordEnd, argumentsEnd } = layout.split;
    const keyword = { start: keywordStart, end: keywordEnd };
    if (argumentsEnd - keywordStart > longest)
        return [keyword];
    return [keyword, ...layout.words, ...(layout.trigger === undefined ? [] : rangesOf(layout.trigger))];
}
/** Copies ascending ranges of a logical text to where they stand in the source. */
function write(mask, mapped, ranges) {
    let index = 0;
    for (const range of ranges) {
        for (let at = range.start; at < range.end; at += 1) {
            let segment = mapped.segments[index];
            while (segment !== undefined && at >= segment.text + segment.length) {
                index += 1;
                segment = mapped.segments[index];
            }
            if (segment === undefined)
                return;
            mask[segment.source + at - segment.text] = isHarmless(mapped.text.charCodeAt(at))
                ? mapped.text.charCodeAt(at)
                : 0x78;
        }
    }
}
/** Letters, digits and the marks of paths and image names. */
function isHarmless(code) {
    return ((code >= 0x61 && code <= 0x7a) ||
        (code >= 0x41 && code <= 0x5a) ||
        (code >= 0x2e && code <= 0x3a) ||
        code === 0x40 ||
        code === 0x5f);
}

;// CONCATENATED MODULE: ./build/dockerfile/parser-refusals.js


/** What BuildKit's parser refuses inside a single instruction: arrays of other things than strings, and pairs without `=`. */
function parserRefusals(whole, layout) {
    if (layout === undefined)
        return [];
    const { keyword, split, words } = layout;
    if (keyword === 'ONBUILD')
        return parserRefusals(whole, layout.trigger ?? layout.innermost);
    if (layout.isBadArray) {
        return [
            {
                severity: 'error',
                message: 'when using JSON array syntax, arrays must be comprised of strings only',
                advice: 'Put every element of the array in double quotes.',
                span: (0,segments/* sourceSpan */.eg)(whole, split.argumentsStart, split.argumentsEnd),
            },
        ];
    }
    const [first] = words;
    if ((keyword !== 'ENV' && keyword !== 'LABEL') || first === undefined)
        return [];
    const texts = words.map(({ start, end }) => whole.text.slice(start, end));
    if (texts[0]?.includes('=') !== true) {
        if (/[\t\v\f\r ]/.test(whole.text.slice(split.argumentsStart, split.argumentsEnd)))
            return [];
        return [
            {
                severity: 'error',
                message: `${keyword} must have two arguments`,
                advice: 'Write `name=value`.',
                span: (0,segments/* sourceSpan */.eg)(whole, first.start, first.end),
            },
        ];
    }
    const odd = words[texts.findIndex((text) => !text.includes('='))];
    if (odd === undefined)
        return [];
    const text = whole.text.slice(odd.start, odd.end);
    return [
        {
            severity: 'error',
            message: `Syntax error - can't find = in ${goQuoted(text)}. Must be of the form: name=value`,
            advice: 'Put quotes around a value with blanks in it, or write `name=value` for each pair.',
            span: (0,segments/* sourceSpan */.eg)(whole, odd.start, odd.end),
        },
    ];
}

;// CONCATENATED MODULE: ./build/dockerfile/directives.js

const names = new Set(['syntax', 'escape', 'check']);
/** The parser directive in the comment from `start` (its `#`) to `end`, if it is one that BuildKit knows. */
function directiveAt(text, start, end) {
    if (text[start] !== '#')
        return undefined;
    const nameStart = (0,blanks/* skipSpaces */.Rk)(text, start + 1, end);
    let nameEnd = nameStart;
    while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd), nameEnd === nameStart))
        nameEnd += 1;
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    const equals = skipRegexSpaces(text, nameEnd, end);
    if (!names.has(name) || text[equals] !== '=' || equals >= end)
        return undefined;
    const behind = equals + 1;
    let valueEnd = end;
    while (valueEnd > behind && isRegexSpace(text.charCodeAt(valueEnd - 1)))
        valueEnd -= 1;
    if (behind === end)
        return undefined;
    // BuildKit's expression wants one character: of blanks alone, the last is the value.
    if (valueEnd === behind)
        return { name, value: text.slice(end - 1, end), span: { start, end } };
    const valueStart = skipRegexSpaces(text, behind, valueEnd);
    return { name, value: text.slice(valueStart, valueEnd), span: { start, end: (0,blanks/* trimmedEnd */.Ee)(text, start, valueEnd) } };
}
function isNameCharacter(code, isFirst) {
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    return isLetter || (!isFirst && code >= 0x30 && code <= 0x39);
}
/** Go's `\s` has no vertical tab and nothing beyond ASCII. */
function isRegexSpace(code) {
    return code < 0x80 && code !== 0x0b && (0,blanks/* isSpace */.xC)(code);
}
function skipRegexSpaces(text, start, end) {
    let at = start;
    while (at < end && isRegexSpace(text.charCodeAt(at)))
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./build/dockerfile/heredoc-body.js

/**
 * Finds the body of a heredoc that begins at the line with index `from`. Lines are looked up by their text: a file of a thousand
 * unterminated heredocs is not searched to its end a thousand times.
 */
function bodyReader(text, lines) {
    let index;
    return (name, strip, from) => {
        index ??= indexOf(text, lines);
        const start = lines[from]?.start ?? text.length;
        const closing = firstFrom((strip ? index.withoutTabs : index.plain).get(name), from);
        if (closing !== undefined) {
            return { terminated: true, span: { start, end: lines[closing]?.start ?? start }, next: closing + 1 };
        }
        const almost = firstFrom(index.trimmed.get(name.trim()), from);
        const instruction = firstFrom(index.instructions, from) ?? lines.length;
        const line = almost === undefined ? undefined : lines[almost];
        if (almost === undefined || line === undefined || instruction < almost) {
            return { terminated: false, span: { start, end: lines[instruction]?.start ?? text.length }, next: instruction };
        }
        const fix = { span: { start: line.start, end: line.end }, text: name };
        return { terminated: false, span: { start, end: line.start }, next: almost + 1, fix };
    };
}
function indexOf(text, lines) {
    const plain = new Map();
    const withoutTabs = new Map();
    const trimmed = new Map();
    const instructions = [];
    for (const [index, line] of lines.entries()) {
        const content = text.slice(line.start, line.end);
        put(plain, content, index);
        put(withoutTabs, content.replace(/^\t+/, ''), index);
        put(trimmed, content.trim(), index);
        const word = /^[A-Z]+(?=\s)/.exec(content)?.[0];
        if (word !== undefined && keywords.has(word))
            instructions.push(index);
    }
    return { plain, withoutTabs, trimmed, instructions };
}
function put(map, key, value) {
    const values = map.get(key);
    if (values === undefined)
        map.set(key, [value]);
    else
        values.push(value);
}
/** The first of the ascending numbers that is not below `from`. */
function firstFrom(numbers, from) {
    let low = 0;
    let high = numbers?.length ?? 0;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((numbers?.[middle] ?? 0) < from)
            low = middle + 1;
        else
            high = middle;
    }
    return numbers?.[low];
}

;// CONCATENATED MODULE: ./build/dockerfile/heredocs.js




/** Reads the bodies of the heredocs that an instruction opens, and moves the reader behind them. */
function readHeredocs(reader, logical, parts) {
    if (!logical.text.includes('<<') || !takesHeredocs(logical.text, parts, reader.escape))
        return { heredocs: [], end: 0 };
    const heredocs = [];
    let end = 0;
    for (const { name, strip, expand, start, end: openingEnd } of (0,heredoc_opening/* heredocOpenings */.C)(logical.text)) {
        const opening = (0,segments/* sourceSpan */.eg)(logical, start, openingEnd);
        const body = reader.bodyOf(name, strip, reader.index);
        reader.index = body.next;
        end = reader.lines[body.next - 1]?.end ?? end;
        if (!body.terminated) {
            reader.refusals.push({
                severity: 'error',
                message: 'unterminated heredoc',
                advice: body.fix === undefined
                    ? `Write \`${name}\` alone on a line behind the text, or put quotes around \`<<\` where no heredoc is meant.`
                    : `Write \`${name}\` at the very beginning of its line, with nothing behind it.`,
                span: opening,
                ...(body.fix === undefined ? {} : { fix: { title: `Close the heredoc with ${name}`, ...body.fix } }),
            });
            if (body.fix === undefined)
                return { heredocs, end };
        }
        const content = reader.text.slice(body.span.start, body.span.end);
        heredocs.push({ name, strip, expand, content, span: body.span, opening });
    }
    return { heredocs, end };
}
/** RUN, COPY and ADD in other than exec form, also behind one ONBUILD. */
function takesHeredocs(text, parts, escape) {
    const keyword = keywordOf(text, parts);
    if (keyword !== 'ONBUILD')
        return isTaking(text, parts);
    const { argumentsStart: start, argumentsEnd: end } = parts;
    return start < end && isTaking(text, split(text, start, end, escape));
}
function isTaking(text, parts) {
    const isKnown = ['RUN', 'COPY', 'ADD'].includes(keywordOf(text, parts));
    return isKnown && execFormOf(text, parts.argumentsStart, parts.argumentsEnd) === undefined;
}
function keywordOf(text, parts) {
    return text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase();
}

;// CONCATENATED MODULE: ./build/dockerfile/long-line.js
/** bufio.MaxScanTokenSize: a line of more bytes, its line break included, does not fit BuildKit's buffer. */
const long_line_longest = 65_536;
/** BuildKit stops reading at the first line that is too long; here the rest is read all the same. */
function longLineRefusals(text, lines) {
    const line = lines.find(({ start, next }) => {
        if (next - start < long_line_longest / 3)
            return false;
        // Without a line break the buffer must have room for one more byte.
        return Buffer.byteLength(text.slice(start, next)) + (text[next - 1] === '\n' ? 0 : 1) > long_line_longest;
    });
    if (line === undefined)
        return [];
    return [
        {
            severity: 'error',
            message: `dockerfile line greater than max allowed size of ${long_line_longest - 1}`,
            advice: 'Break the line, or copy the text from a file of its own.',
            span: { start: line.start, end: line.end },
        },
    ];
}

;// CONCATENATED MODULE: ./build/dockerfile/read.js







function read(text, lineStarts) {
    const lines = (0,dockerfile_lines/* linesOf */.D)(text, lineStarts);
    const reader = {
        text,
        lines,
        bodyOf: bodyReader(text, lines),
        index: 0,
        escape: '\\',
        directives: [],
        directivesEnded: false,
        comments: [],
        warnings: [],
        refusals: [],
        complaints: [],
    };
    const instructions = [];
    while (reader.index < lines.length) {
        const instruction = readInstruction(reader);
        if (instruction !== undefined)
            instructions.push(instruction);
    }
    const { escape, directives, comments, warnings, complaints } = reader;
    const refusals = [...reader.refusals, ...longLineRefusals(text, lines)];
    return { text, escape, directives, comments, instructions, warnings, refusals, complaints };
}
/** Reads one logical line with its heredocs; nothing for a comment, a directive or an empty line. */
function readInstruction(reader) {
    const { text } = reader;
    const firstIndex = reader.index;
    const first = reader.lines[firstIndex];
    reader.index += 1;
    if (first === undefined)
        return undefined;
    const start = (0,blanks/* skipSpaces */.Rk)(text, first.start, first.end);
    if (readComment(reader, start, first.end))
        return undefined;
    reader.directivesEnded = true;
    if (start === first.end)
        return undefined;
    const { pieces, continuations, emptyLine, end } = readContinued(reader, start, first);
    const logical = join(text, pieces, start);
    if (emptyLine !== undefined)
        complainOfEmptyLine(reader, logical.text, emptyLine);
    const parts = split(logical.text, 0, logical.text.length, reader.escape);
    const { heredocs, end: bodiesEnd } = readHeredocs(reader, logical, parts);
    return {
        ...logical,
        split: parts,
        lines: [firstIndex + 1, reader.index],
        end: Math.max(end, bodiesEnd),
        continuations,
        heredocs,
    };
}
/** The lines that escape characters join; comments and empty lines between them belong to the instruction and not to its text. */
function readContinued(reader, start, first) {
    const { text, escape } = reader;
    let escapeAt = continuationAt(text, start, first.end, escape);
    const pieces = [{ start, end: escapeAt ?? first.end }];
    const continuations = [];
    let emptyLine;
    let { end } = first;
    while (escapeAt !== undefined) {
        const line = reader.lines[reader.index];
        if (line === undefined)
            break;
        reader.index += 1;
        end = line.end;
        const filled = (0,blanks/* skipSpaces */.Rk)(text, line.start, line.end);
        if (readComment(reader, filled, line.end))
            continue;
        if (filled === line.end) {
            emptyLine ??= { start: line.start, end: line.next };
            continue;
        }
        continuations.push({ escape: escapeAt, next: line.start });
        escapeAt = continuationAt(text, line.start, line.end, escape);
        pieces.push({ start: line.start, end: escapeAt ?? line.end });
    }
    return { pieces, continuations, emptyLine, end };
}
/**
 * Where the line's continuation character stands: the last character but blanks, unless another stands before it. BuildKit does
 * not count further back, so that three of them do not continue either.
 */
function continuationAt(text, start, end, escape) {
    let at = end - 1;
    while (at >= start && (text[at] === ' ' || text[at] === '\t'))
        at -= 1;
    if (at < start || text[at] !== escape)
        return undefined;
    return at > start && text[at - 1] === escape ? undefined : at;
}
/** The pieces as one text. Joined once: a long instruction must not be copied at each of its lines. */
function join(source, pieces, start) {
    const segments = [];
    let length = 0;
    for (const piece of pieces) {
        if (piece.end > piece.start)
            segments.push({ text: length, source: piece.start, length: piece.end - piece.start });
        length += piece.end - piece.start;
    }
    if (segments.length === 0)
        segments.push({ text: 0, source: start, length: 0 });
    return { text: pieces.map((piece) => source.slice(piece.start, piece.end)).join(''), segments };
}
/** Whether a comment stands there; it is kept, as a directive while those are still allowed. */
function readComment(reader, start, end) {
    const { text } = reader;
    if (start >= end || text[start] !== '#')
        return false;
    const directive = reader.directivesEnded ? undefined : directiveAt(text, start, end);
    if (directive === undefined) {
        reader.directivesEnded = true;
        reader.comments.push({ text: (0,blanks/* trimSpaces */.QG)(text.slice(start + 1, end)), span: { start, end } });
    }
    else {
        obey(reader, directive);
    }
    return true;
}
function obey(reader, directive) {
    const { name, value, span } = directive;
    if (reader.directives.some((earlier) => earlier.name === name)) {
        const message = `only one ${name} parser directive can be used`;
        reader.refusals.push({ severity: 'error', message, advice: 'Delete this line.', span });
        return;
    }
    reader.directives.push(directive);
    if (name !== 'escape')
        return;
    if (value === '\\' || value === '`') {
        reader.escape = value;
        return;
    }
    const advice = 'Write a backslash or a backtick behind `escape=`, or delete this line.';
    const message = `invalid escape token '${value}' does not match \` or \\`;
    reader.refusals.push({ severity: 'error', message, advice, span });
}
function complainOfEmptyLine(reader, logical, line) {
    reader.warnings.push(`Empty continuation line found in: ${logical}`);
    reader.complaints.push({
        severity: 'warning',
        message: 'Empty continuation line',
        advice: 'Delete the empty line, or write a `#` there: BuildKit has announced that it will refuse it.',
        span: line,
        fix: { title: 'Delete the empty line', span: line, text: '' },
    });
}

;// CONCATENATED MODULE: ./build/dockerfile/parse.js









/** Reads a Dockerfile as BuildKit does. Whatever the text, it returns what could be read; faults are in `problems`. */
function parseDockerfile(text, path) {
    const lineStarts = (0,dockerfile_lines/* lineStartsOf */.x)(text);
    const reading = read(text, lineStarts);
    const { escape, directives, comments, warnings } = reading;
    const layouts = reading.instructions.map((raw) => layoutOf(raw.text, raw.split, escape));
    const nodes = parseMask(maskOf(reading, layouts));
    const instructions = reading.instructions.flatMap((raw, index) => {
        const layout = layouts[index];
        if (layout === undefined)
            return [];
        return [buildInstruction(raw, layout, nodes.get((0,segments/* sourceOffset */.V7)(raw, raw.split.keywordStart)), escape)];
    });
    const found = [
        ...reading.refusals,
        ...reading.instructions.flatMap((raw, index) => parserRefusals(raw, layouts[index])),
    ];
    const refusals = found.length === 0 && instructions.length === 0 ? [nothingInside(text)] : inOrder(found);
    const [refusal] = refusals;
    return {
        path,
        text,
        lineStarts,
        escape,
        directives,
        comments,
        instructions,
        warnings,
        ...(refusal === undefined ? {} : { refusal }),
        problems: inOrder([...refusals, ...reading.complaints, ...grammarProblems(instructions, text, refusals)]),
    };
}
/**
 * The instructions of the mask, by the offset at which their keywords begin. Nothing of dockerfile-ast's is asked but ranges: its
 * values, flags, variables and JSON strings differ from BuildKit's, and some of its functions overflow the stack.
 */
function parseMask(mask) {
    const lineStarts = (0,dockerfile_lines/* lineStartsOf */.x)(mask);
    const spanOf = ({ start, end }) => ({
        start: (lineStarts[start.line] ?? 0) + start.character,
        end: (lineStarts[end.line] ?? 0) + end.character,
    });
    const nodeOf = (instruction) => ({
        keyword: spanOf(instruction.getInstructionRange()),
        words: instruction.getArguments().map((argument) => trimmed(mask, spanOf(argument.getRange()))),
    });
    const nodes = new Map();
    for (const instruction of instructionsOf(mask)) {
        const trigger = instruction instanceof main.Onbuild ? instruction.getTriggerInstruction() : null;
        const node = nodeOf(instruction);
        nodes.set(node.keyword.start, trigger === null ? node : { ...node, trigger: nodeOf(trigger) });
    }
    return nodes;
}
/** A range that ends in a continuation may end too late: no word of the mask ends with these. */
function trimmed(mask, { start, end }) {
    let at = end;
    while (at > start && ' \n\\'.includes(mask.charAt(at - 1)))
        at -= 1;
    return { start, end: at };
}
function instructionsOf(mask) {
    try {
        return main.DockerfileParser.parse(mask).getInstructions();
    }
    catch {
        // No mask is known on which it throws. Should one appear, the words that the mask was made of stand in (instruction.ts).
        return [];
    }
}
function nothingInside(text) {
    return {
        severity: 'error',
        message: 'file with no instructions',
        advice: 'Begin the file with FROM and an image.',
        span: { start: 0, end: Math.min(text.length, 1) },
    };
}
function inOrder(problems) {
    return problems.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

;// CONCATENATED MODULE: ./build/dockerfile/source.js

const largestBytes = 2_000_000;
function loadDockerfile(files, file, path) {
    const found = files.stat(file);
    if (found === undefined)
        return { error: 'does not exist' };
    if (found.kind === 'folder')
        return { error: 'is a folder' };
    if (found.kind !== 'file')
        return { error: 'is not a regular file' };
    if (found.bytes > largestBytes)
        return { error: `is larger than 2 MB (${found.bytes} bytes)` };
    try {
        return dockerfileOf(files.readBytes(file), path);
    }
    catch (error) {
        return { error: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
    }
}
/** Of bytes that came from anywhere, standard input for one. */
function dockerfileOf(bytes, path) {
    if (bytes.length > largestBytes)
        return { error: `is larger than 2 MB (${bytes.length} bytes)` };
    if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) {
        return { error: 'is UTF-16, which BuildKit does not read; save it as UTF-8' };
    }
    if (bytes.includes(0)) {
        const begins = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
        return { error: `is not text: it begins with the bytes ${begins}` };
    }
    return { dockerfile: parseDockerfile(bytes.toString('utf8'), path) };
}


/***/ })

};
