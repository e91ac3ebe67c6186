export const id = 492;
export const ids = [492];
export const modules = {

/***/ 5440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ trimmedEnd),
/* harmony export */   QG: () => (/* binding */ trimSpaces),
/* harmony export */   Rk: () => (/* binding */ skipSpaces),
/* harmony export */   pw: () => (/* binding */ skipBlanks),
/* harmony export */   xC: () => (/* binding */ isSpace),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/** What Go's unicode.IsSpace calls a space; JavaScript's own trim differs at U+0085 and U+FEFF. */
function isSpace(code) {
    if (code <= 0x20)
        return code === 0x20 || (code >= 0x09 && code <= 0x0d);
    if (code < 0x85)
        return false;
    return (code === 0x85 ||
        code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000);
}
/** What separates a keyword from its arguments and the arguments of most instructions. */
function isBlank(code) {
    return code === 0x20 || code === 0x09 || (code >= 0x0b && code <= 0x0d);
}
/** The first offset from `start` on that holds no space, at most `end`. */
function skipSpaces(text, start, end) {
    let at = start;
    while (at < end && isSpace(text.charCodeAt(at)))
        at += 1;
    return at;
}
/** The first offset from `start` on that holds no blank, at most `end`. */
function skipBlanks(text, start, end) {
    let at = start;
    while (at < end && isBlank(text.charCodeAt(at)))
        at += 1;
    return at;
}
/** The end of the text without its trailing spaces, at least `start`. */
function trimmedEnd(text, start, end) {
    let at = end;
    while (at > start && isSpace(text.charCodeAt(at - 1)))
        at -= 1;
    return at;
}
function trimSpaces(text) {
    const start = skipSpaces(text, 0, text.length);
    return text.slice(start, trimmedEnd(text, start, text.length));
}


/***/ }),

/***/ 7010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isHeredocWord),
/* harmony export */   C: () => (/* binding */ heredocOpenings)
/* harmony export */ });
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5794);

/** The heredocs that the logical text of a RUN, COPY or ADD opens, in order. */
function heredocOpenings(text) {
    if (!text.includes('<<'))
        return [];
    // BuildKit reads with a backslash here whatever the escape directive says. Where the quotes do not match, there are no words.
    const { words } = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lex */ .I)(text, { escape: '\\', lookup: unset, keepQuotes: true, keepEscapes: true, keepUnset: true });
    return words.flatMap((word) => {
        const opening = openingOf(word.text);
        return opening === undefined ? [] : [{ ...opening, start: word.start, end: word.end }];
    });
}
/** Whether a word of COPY or ADD stands for a heredoc. */
function isHeredocWord(word) {
    return openingOf(word) !== undefined;
}
function openingOf(word) {
    const head = /^\d*<<(-?)[\t\n\f\r ]*/.exec(word);
    const rest = head === null ? '' : word.slice(head[0].length);
    if (head === null || rest === '' || rest.includes('<'))
        return undefined;
    const plain = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lex */ .I)(rest, { escape: '\\', lookup: unset, keepUnset: true });
    const name = plain.words[0]?.text;
    if (plain.words.length !== 1 || name === undefined)
        return undefined;
    const raw = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lex */ .I)(rest, { escape: '\\', lookup: unset, keepUnset: true, keepQuotes: true }).words[0]?.text ?? '';
    return { name, strip: head[1] === '-', expand: quotes(name) === quotes(raw) };
}
function quotes(text) {
    return text.split('').filter((character) => character === '"' || character === "'").length;
}
function unset() {
    return undefined;
}


/***/ }),

/***/ 5794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ lex)
});

// EXTERNAL MODULE: ./build/dockerfile/blanks.js
var blanks = __webpack_require__(5440);
;// CONCATENATED MODULE: ./build/dockerfile/shell-pattern.js
class PatternError extends Error {
    name = 'PatternError';
}
/** `${value#pattern}`; `greedy` is `##`. */
function trimPrefix(pattern, value, greedy) {
    const parts = parse(pattern);
    const characters = Array.from(value);
    const ends = prefixEnds(parts, characters, 0);
    const end = greedy ? ends.lastIndexOf(true) : ends.indexOf(true);
    return end === -1 ? value : characters.slice(end).join('');
}
/** `${value%pattern}`; `greedy` is `%%`. The same from behind, as BuildKit does it. */
function trimSuffix(pattern, value, greedy) {
    return reversed(trimPrefix(reversedPattern(pattern), reversed(value), greedy));
}
function reversed(text) {
    return Array.from(text).toReversed().join('');
}
/** Backwards, but for the backslashes: each stays before what it escapes. */
function reversedPattern(pattern) {
    const characters = Array.from(pattern);
    const pairs = [];
    for (let at = 0; at < characters.length; at += 1) {
        const isEscape = characters[at] === '\\' && at + 1 < characters.length;
        pairs.push(isEscape ? `\\${characters[at + 1] ?? ''}` : (characters[at] ?? ''));
        if (isEscape)
            at += 1;
    }
    return pairs.toReversed().join('');
}
/** `${value/pattern/replacement}`, or `//` for every match. Matches are the leftmost and the longest. */
function replaceMatches(pattern, value, replacement, all) {
    const parts = parse(pattern);
    const characters = Array.from(value);
    limit(parts.length * characters.length * characters.length);
    let result = '';
    let at = 0;
    let lastEnd = -1;
    while (at <= characters.length) {
        const end = prefixEnds(parts, characters, at).lastIndexOf(true);
        const isMatch = end !== -1 && !(end === at && at === lastEnd);
        if (isMatch) {
            result += replacement;
            lastEnd = end;
            if (!all)
                return result + characters.slice(end).join('');
        }
        if (isMatch && end > at) {
            at = end;
        }
        else {
            result += characters[at] ?? '';
            at += 1;
        }
    }
    return result;
}
/** BuildKit's small language: `*`, `?` and a backslash before either or before itself; the slash and the brace may be escaped. */
function parse(pattern) {
    const parts = [];
    const characters = Array.from(pattern);
    for (let at = 0; at < characters.length; at += 1) {
        const character = characters[at] ?? '';
        if (character === '*') {
            if (parts.at(-1)?.kind !== 'star')
                parts.push({ kind: 'star' });
        }
        else if (character === '?') {
            parts.push({ kind: 'any' });
        }
        else if (character === '\\') {
            const next = characters[at + 1];
            if (next === '}' || next === '/')
                continue;
            if (next !== '*' && next !== '?' && next !== '\\') {
                throw new PatternError(`invalid pattern (${pattern}) in substitution: invalid escape '\\${next ?? '\uFFFD'}'`);
            }
            parts.push({ kind: 'literal', character: next });
            at += 1;
        }
        else {
            parts.push({ kind: 'literal', character });
        }
    }
    return parts;
}
/** For every offset whether the pattern matches from `start` up to it; a dot in BuildKit's expression does not match a line feed. */
function prefixEnds(parts, characters, start) {
    limit(parts.length * characters.length);
    let ends = Array.from({ length: characters.length + 1 }, (_, index) => index === start);
    for (const part of parts) {
        const next = Array.from({ length: characters.length + 1 }, () => false);
        for (let index = start; index <= characters.length; index += 1) {
            const character = characters[index - 1];
            if (part.kind === 'star') {
                next[index] = ends[index] === true || (index > start && next[index - 1] === true && character !== '\n');
            }
            else if (index > start && ends[index - 1] === true) {
                next[index] = part.kind === 'literal' ? character === part.character : character !== '\n';
            }
        }
        ends = next;
    }
    return ends;
}
/** A Dockerfile from a stranger must not keep us busy: what a person writes needs a few hundred steps. */
function limit(steps) {
    if (steps > 20_000_000)
        throw new PatternError('the pattern and the value are too long to be tried');
}

;// CONCATENATED MODULE: ./build/dockerfile/substitution.js

class SubstitutionError extends Error {
    name = 'SubstitutionError';
}
/** Deeper nesting of `${a:-${b:-…}}` than this is refused: BuildKit's stack grows, this one does not. */
const deepest = 200;
/** A variable; the position is at its `$`. */
function readDollar(lexer) {
    const { source, options } = lexer;
    lexer.at += 1;
    if (source.charAt(lexer.at) !== '{') {
        const name = readName(lexer);
        if (name === '')
            return '$';
        const value = substitution_valueOf(lexer, name);
        return value ?? (options.keepUnset === true ? `$${name}` : '');
    }
    lexer.at += 1;
    const first = source.charAt(lexer.at);
    if (first === '')
        throw new SubstitutionError("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':')
        throw new SubstitutionError('syntax error: bad substitution');
    const name = readName(lexer);
    const modifier = codePointAt(source, lexer.at);
    lexer.at += modifier.length;
    switch (modifier) {
        case '}':
            return substitution_valueOf(lexer, name) ?? (options.keepUnset === true ? `\${${name}}` : '');
        case ':': {
            const next = codePointAt(source, lexer.at);
            lexer.at += next.length;
            return readOperand(lexer, name, next, true);
        }
        case '/':
            return readReplacement(lexer, name);
        default:
            return readOperand(lexer, name, modifier, false);
    }
}
/** `${name-word}` and its like, the position being behind the operator. */
function readOperand(lexer, name, operator, emptyIsUnset) {
    const written = (emptyIsUnset ? ':' : '') + operator;
    const trims = operator === '#' || operator === '%';
    if (emptyIsUnset && trims)
        throw unsupported(written);
    // An unknown operator behind a colon is told only after its operand was read, as in BuildKit.
    if (!emptyIsUnset && !'+-?#%'.includes(operator || ' '))
        throw unsupported(written);
    const before = lexer.missing;
    lexer.missing = new Set();
    const word = readWord(lexer, '}', "syntax error: missing '}'", trims, trims);
    const wordMissing = lexer.missing;
    lexer.missing = before;
    const value = lexer.options.lookup(name);
    const depends = (names) => {
        for (const each of names)
            lexer.missing.add(each);
    };
    if (value === undefined && lexer.options.keepUnset === true)
        return `\${${name}${written}${word}}`;
    const missing = value === undefined || (emptyIsUnset && value === '');
    switch (operator) {
        case '-':
            if (missing)
                depends(wordMissing);
            return missing ? word : value;
        case '+':
            if (!missing)
                depends(wordMissing);
            return missing ? '' : word;
        case '?':
            if (!missing)
                return value;
            depends([name, ...wordMissing]);
            throw new SubstitutionError(`${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`);
        case '#':
        case '%': {
            depends([...(value === undefined ? [name] : []), ...wordMissing]);
            const greedy = word.startsWith(operator);
            const pattern = greedy ? word.slice(1) : word;
            return operator === '%' ? trimSuffix(pattern, value ?? '', greedy) : trimPrefix(pattern, value ?? '', greedy);
        }
        default:
            throw unsupported(written);
    }
}
/** `${name/pattern/replacement}`, the position being behind the first slash. */
function readReplacement(lexer, name) {
    const all = lexer.source.charAt(lexer.at) === '/';
    if (all)
        lexer.at += 1;
    const pattern = readWord(lexer, '/', "syntax error: missing '/' in ${}", true, true);
    const replacement = readWord(lexer, '}', "syntax error: missing '}'", true, false);
    const value = substitution_valueOf(lexer, name);
    // BuildKit forgets a doubled slash when it writes the reference back.
    if (value === undefined && lexer.options.keepUnset === true)
        return `\${${name}/${pattern}/${replacement}}`;
    return replaceMatches(pattern, value ?? '', replacement, all);
}
/** An operand; where the text ends inside it, `missing` is what BuildKit says. */
function readWord(lexer, stop, missing, keepEscapes, isPattern) {
    try {
        return lexer.readOperand(stop, keepEscapes, isPattern);
    }
    catch (error) {
        const isOurs = error instanceof SubstitutionError || error instanceof PatternError;
        if (isOurs && lexer.at >= lexer.source.length && lexer.depth <= deepest) {
            throw new SubstitutionError(missing, { cause: error });
        }
        throw error;
    }
}
function unsupported(operator) {
    // Go prints the end of the text as a character.
    return new SubstitutionError(`unsupported modifier (${operator || '\uFFFD'}) in substitution`);
}
const letterOrDigit = /^[\p{L}\p{Nd}_]$/u;
const digit = /^\p{Nd}$/u;
/** A variable's name, a number, or one of the shell's special parameters; empty where none stands. */
function readName(lexer) {
    const { source } = lexer;
    const from = lexer.at;
    const first = codePointAt(source, from);
    if (!digit.test(first) && first !== '' && '@*#?-$!'.includes(first)) {
        lexer.at += 1;
        return first;
    }
    const belongs = digit.test(first) ? digit : letterOrDigit;
    for (let next = first; belongs.test(next); next = codePointAt(source, lexer.at))
        lexer.at += next.length;
    return source.slice(from, lexer.at);
}
function substitution_valueOf(lexer, name) {
    const value = lexer.options.lookup(name);
    if (value === undefined)
        lexer.missing.add(name);
    return value;
}
function codePointAt(text, at) {
    const code = text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./build/dockerfile/lexer.js



/** Reads text as BuildKit's shell lexer does: quotes, escapes, variables and their modifiers. */
function lex(source, options) {
    const lexer = {
        source,
        options,
        at: 0,
        keepEscapes: options.keepEscapes ?? false,
        buffer: '',
        depth: 0,
        missing: new Set(),
        readOperand: (stop, keepEscapes, isPattern) => readUntil(lexer, stop, keepEscapes, isPattern).text,
    };
    try {
        const { text, words } = readUntil(lexer, undefined, lexer.keepEscapes, false);
        return { text, words, missing: [...lexer.missing] };
    }
    catch (error) {
        if (!(error instanceof SubstitutionError || error instanceof PatternError))
            throw error;
        return { text: '', words: [], missing: [...lexer.missing], error: error.message };
    }
}
/** Reads to `stop`, or to the end where there is none. */
function readUntil(lexer, stop, keepEscapes, isPattern) {
    const outer = lexer.keepEscapes;
    lexer.keepEscapes = keepEscapes;
    lexer.depth += 1;
    if (lexer.depth > deepest)
        throw new SubstitutionError('the substitutions are nested too deeply');
    lexer.buffer = '';
    const { source, options } = lexer;
    const words = [];
    let text = '';
    let inWord = false;
    let start = lexer.at;
    const addRaw = (characters, from) => {
        if (lexer.buffer === '')
            start = from;
        lexer.buffer += characters;
        inWord = true;
    };
    const flush = (end) => {
        if (lexer.buffer === '')
            return;
        words.push({ text: lexer.buffer, start, end });
        lexer.buffer = '';
        inWord = false;
    };
    const add = (characters, from) => {
        for (const character of characters) {
            if (!(0,blanks/* isSpace */.xC)(character.charCodeAt(0)))
                addRaw(character, from);
            else if (inWord)
                flush(from);
        }
    };
    const finish = (end) => {
        flush(end);
        lexer.keepEscapes = outer;
        lexer.depth -= 1;
        return { text, words };
    };
    while (lexer.at < source.length) {
        const from = lexer.at;
        const character = source.charAt(from);
        if (character === stop) {
            lexer.at += 1;
            return finish(from);
        }
        if (character === '$') {
            const value = readDollar(lexer);
            text += value;
            add(value, from);
        }
        else if (character === "'" || character === '"') {
            const value = character === "'" ? readSingleQuoted(lexer, isPattern) : readDoubleQuoted(lexer, isPattern);
            text += value;
            if (value !== '')
                addRaw(value, from);
            else
                inWord = true;
        }
        else if (character === '<') {
            const value = readArrows(lexer);
            text += value;
            addRaw(value, from);
        }
        else if (character === options.escape) {
            lexer.at += 1;
            if (lexer.keepEscapes) {
                addRaw(character, from);
                text += character;
            }
            if (lexer.at >= source.length)
                break;
            const escaped = codePointAt(source, lexer.at);
            lexer.at += escaped.length;
            addRaw(escaped, from);
            text += escaped;
        }
        else {
            lexer.at += 1;
            add(character, from);
            text += character;
        }
    }
    if (stop !== undefined) {
        throw new SubstitutionError(`unexpected end of statement while looking for matching ${stop}`);
    }
    return finish(source.length);
}
function readSingleQuoted(lexer, isPattern) {
    const { source, options } = lexer;
    const end = source.indexOf("'", lexer.at + 1);
    if (end === -1) {
        lexer.at = source.length;
        throw new SubstitutionError('unexpected end of statement while looking for matching single-quote');
    }
    const inside = source.slice(lexer.at + 1, end);
    lexer.at = end + 1;
    const value = isPattern ? inside.replaceAll(options.escape, options.escape + options.escape) : inside;
    return options.keepQuotes === true ? `'${value}'` : value;
}
function readDoubleQuoted(lexer, isPattern) {
    const { source, options } = lexer;
    const quote = options.keepQuotes === true ? '"' : '';
    let result = quote;
    lexer.at += 1;
    while (lexer.at < source.length) {
        const character = source.charAt(lexer.at);
        if (character === '"') {
            lexer.at += 1;
            return result + quote;
        }
        if (character === '$') {
            result += readDollar(lexer);
            continue;
        }
        lexer.at += 1;
        if (character !== options.escape) {
            result += character;
            continue;
        }
        const next = source.charAt(lexer.at);
        if (next === '')
            continue;
        if (next === '"' || next === '$' || next === options.escape) {
            result += lexer.keepEscapes ? character + next : next;
            lexer.at += 1;
        }
        else {
            const doubled = lexer.keepEscapes && (options.keepQuotes !== true || isPattern);
            result += doubled ? character + character : character;
        }
    }
    throw new SubstitutionError('unexpected end of statement while looking for matching double-quote');
}
/** `<`, or `<<` with the blanks behind it: a heredoc's name may stand apart from its arrows. */
function readArrows(lexer) {
    const from = lexer.at;
    lexer.at += 1;
    if (lexer.source.charAt(lexer.at) !== '<')
        return '<';
    lexer.at += 1;
    while (['\t', '\r', ' '].includes(lexer.source.charAt(lexer.at)))
        lexer.at += 1;
    return lexer.source.slice(from, lexer.at);
}


/***/ }),

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ cutSegments),
/* harmony export */   V7: () => (/* binding */ sourceOffset),
/* harmony export */   VY: () => (/* binding */ textOffset),
/* harmony export */   eg: () => (/* binding */ sourceSpan)
/* harmony export */ });
/** The source of `text.slice(start, end)`; it covers the continuations and comments that stand inside, not those around. */
function sourceSpan(mapped, start, end) {
    const from = sourceOffset(mapped, start);
    return end <= start ? { start: from, end: from } : { start: from, end: sourceOffset(mapped, end - 1) + 1 };
}
/** The source offset of one character of the text; behind the last one for the text's end. */
function sourceOffset(mapped, offset) {
    const segment = last(mapped.segments, (candidate) => candidate.text <= offset);
    if (segment === undefined)
        return 0;
    return segment.source + Math.max(0, Math.min(offset - segment.text, segment.length));
}
/** The way back. An offset that is not in the text, such as one in a comment, gives the next one that is. */
function textOffset(mapped, source) {
    const segment = last(mapped.segments, (candidate) => candidate.source <= source);
    if (segment === undefined)
        return 0;
    return segment.text + Math.min(source - segment.source, segment.length);
}
/** The segments of `text.slice(start, end)`, counted from its beginning. */
function cutSegments(segments, start, end) {
    return segments.flatMap((segment) => {
        const from = Math.max(start, segment.text);
        const to = Math.min(end, segment.text + segment.length);
        return from < to ? [{ text: from - start, source: segment.source + from - segment.text, length: to - from }] : [];
    });
}
/** The last of the ascending segments for which `holds` is true. */
function last(segments, holds) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const segment = segments[middle];
        if (segment !== undefined && holds(segment))
            low = middle + 1;
        else
            high = middle;
    }
    return segments[low - 1] ?? segments[0];
}


/***/ })

};
