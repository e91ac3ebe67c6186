export const id = 847;
export const ids = [847,549];
export const modules = {

/***/ 4158:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


/**
 * @license
 * Copyright 2020 Balena Ltd.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *    http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 *
 * ------------------------------------------------------------------------
 *
 * Copyright 2018 Zeit, Inc.
 * Licensed under the MIT License. See file LICENSE.md for a full copy.
 *
 * ------------------------------------------------------------------------
 */

/**
 * This module implements the [dockerignore
 * spec](https://docs.docker.com/engine/reference/builder/#dockerignore-file),
 * closely following Docker's (Moby) Golang implementation:
 * https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/archive/archive.go#L825
 *
 * Something the spec is not clear about, but we discovered by reading source code
 * and testing against the "docker build" command, is the handling of backslashes and
 * forward slashes as path separators and escape characters in the .dockerignore file
 * across platforms including Windows, Linux and macOS:
 *
 * * On Linux and macOS, only forward slashes can be used as path separators in the
 *   .dockerignore file, and the backslash works as an escape character.
 * * On Windows, both forward slashes and backslashes are allowed as path separators
 *   in the .dockerignore file, and the backslash is not used as an escape character.
 *
 * This is consistent with how Windows works generally: both forward slashes and
 * backslashes are accepted as path separators by the cmd.exe Command Prompt or
 * PowerShell, and by library functions like the Golang filepath.Clean or the
 * Node.js path.normalize.
 *
 * Similarly, path strings provided to the IgnoreBase.ignores() and IgnoreBase.filter()
 * methods can use either forward slashes or backslashes as path separators on Windows,
 * but only forward slashes are accepted as path separators on Linux and macOS.
 */

const path = __webpack_require__(6928);

const factory = options => new IgnoreBase(options); // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L538-L539
// Fixes typescript module import


factory.default = factory;
module.exports = factory;

function make_array(subject) {
  return Array.isArray(subject) ? subject : [subject];
}

const REGEX_TRAILING_SLASH = /(?<=.)\/$/;
const REGEX_TRAILING_BACKSLASH = /(?<=.)\\$/;
const REGEX_TRAILING_PATH_SEP = path.sep === '\\' ? REGEX_TRAILING_BACKSLASH : REGEX_TRAILING_SLASH;
const KEY_IGNORE = typeof Symbol !== 'undefined' ? Symbol.for('dockerignore') : 'dockerignore'; // An implementation of Go's filepath.Clean
// https://golang.org/pkg/path/filepath/#Clean
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Note that, like Go, on Windows this function converts forward slashes
// to backslashes.

function cleanPath(file) {
  return path.normalize(file).replace(REGEX_TRAILING_PATH_SEP, '');
} // Javascript port of Golang's filepath.ToSlash
// https://golang.org/pkg/path/filepath/#ToSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Convert any OS-specific path separator to '/'. Backslash is converted
// to forward slash on Windows, but not on Linux/macOS.
// Note that both forward slashes and backslashes are valid path separators on
// Windows. As a result, code such as `pattern.split(path.sep).join('/')` fails
// on Windows when forward slashes are used as path separators.


function toSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\\/g, '/');
} // Javascript port of Golang's filepath.FromSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go


function fromSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\//g, path.sep);
}

class IgnoreBase {
  constructor({
    // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L372
    ignorecase = true
  } = {}) {
    this._rules = [];
    this._ignorecase = ignorecase;
    this[KEY_IGNORE] = true;

    this._initCache();
  }

  _initCache() {
    this._cache = {};
  } // @param {Array.<string>|string|Ignore} pattern


  add(pattern) {
    this._added = false;

    if (typeof pattern === 'string') {
      pattern = pattern.split(/\r?\n/g);
    }

    make_array(pattern).forEach(this._addPattern, this); // Some rules have just added to the ignore,
    // making the behavior changed.

    if (this._added) {
      this._initCache();
    }

    return this;
  } // legacy


  addPattern(pattern) {
    return this.add(pattern);
  }

  _addPattern(pattern) {
    // https://github.com/kaelzhang/node-ignore/issues/32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules);
      this._added = true;
      return;
    }

    if (this._checkPattern(pattern)) {
      const rule = this._createRule(pattern.trim());

      if (rule !== null) {
        this._added = true;

        this._rules.push(rule);
      }
    }
  }

  _checkPattern(pattern) {
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L34-L40
    return pattern && typeof pattern === 'string' && pattern.indexOf('#') !== 0 && pattern.trim() !== "";
  }

  filter(paths) {
    return make_array(paths).filter(path => this._filter(path));
  }

  createFilter() {
    return path => this._filter(path);
  }

  ignores(path) {
    return !this._filter(path);
  } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L41-L53
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L29-L55


  _createRule(pattern) {
    const origin = pattern;
    let negative = false; // > An optional prefix "!" which negates the pattern;
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L43-L46

    if (pattern[0] === '!') {
      negative = true;
      pattern = pattern.substring(1).trim();
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L47-L53


    if (pattern.length > 0) {
      pattern = cleanPath(pattern);
      pattern = toSlash(pattern);

      if (pattern.length > 1 && pattern[0] === '/') {
        pattern = pattern.slice(1);
      }
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L54-L55


    if (negative) {
      pattern = '!' + pattern;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L30


    pattern = pattern.trim();

    if (pattern === "") {
      return null;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L34
    // convert forward slashes to backslashes on Windows


    pattern = cleanPath(pattern); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L36-L42

    if (pattern[0] === '!') {
      if (pattern.length === 1) {
        return null;
      }

      negative = true;
      pattern = pattern.substring(1);
    } else {
      negative = false;
    }

    return {
      origin,
      pattern,
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L54
      dirs: pattern.split(path.sep),
      negative
    };
  } // @returns `Boolean` true if the `path` is NOT ignored


  _filter(path) {
    if (!path) {
      return false;
    }

    if (path in this._cache) {
      return this._cache[path];
    }

    return this._cache[path] = this._test(path);
  } // @returns {Boolean} true if a file is NOT ignored
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L62


  _test(file) {
    file = fromSlash(file); // equivalent to golang filepath.Dir() https://golang.org/src/path/filepath/path.go

    const parentPath = cleanPath(path.dirname(file));
    const parentPathDirs = parentPath.split(path.sep);
    let matched = false;

    this._rules.forEach(rule => {
      let match = this._match(file, rule); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L80


      if (!match && parentPath !== ".") {
        // Check to see if the pattern matches one of our parent dirs.
        if (rule.dirs.includes('**')) {
          // Ah shucks! We have to test every possible parent path that has 
          // a number of dirs _n_ where 
          // `rule.dirs.filter(doubleStar).length <= _n_ <= parentPathDirs.length`
          // since the ** can imply any number of directories including 0
          for (let i = rule.dirs.filter(x => x !== '**').length; i <= parentPathDirs.length; i++) {
            match = match || this._match(parentPathDirs.slice(0, i).join(path.sep), rule);
          }
        } else if (rule.dirs.length <= parentPathDirs.length) {
          // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L83
          match = this._match(parentPathDirs.slice(0, rule.dirs.length).join(path.sep), rule);
        }
      }

      if (match) {
        matched = !rule.negative;
      }
    });

    return !matched;
  } // @returns {Boolean} true if a file is matched by a rule


  _match(file, rule) {
    return this._compile(rule).regexp.test(file);
  } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L139


  _compile(rule) {
    if (rule.regexp) {
      return rule;
    }

    let regStr = '^'; // Go through the pattern and convert it to a regexp.

    let escapedSlash = path.sep === '\\' ? '\\\\' : path.sep;

    for (let i = 0; i < rule.pattern.length; i++) {
      const ch = rule.pattern[i];

      if (ch === '*') {
        if (rule.pattern[i + 1] === '*') {
          // is some flavor of "**"
          i++; // Treat **/ as ** so eat the "/"

          if (rule.pattern[i + 1] === path.sep) {
            i++;
          }

          if (rule.pattern[i + 1] === undefined) {
            // is "**EOF" - to align with .gitignore just accept all
            regStr += ".*";
          } else {
            // is "**"
            // Note that this allows for any # of /'s (even 0) because
            // the .* will eat everything, even /'s
            regStr += `(.*${escapedSlash})?`;
          }
        } else {
          // is "*" so map it to anything but "/"
          regStr += `[^${escapedSlash}]*`;
        }
      } else if (ch === '?') {
        // "?" is any char except "/"
        regStr += `[^${escapedSlash}]`;
      } else if (ch === '.' || ch === '$') {
        // Escape some regexp special chars that have no meaning
        // in golang's filepath.Match
        regStr += `\\${ch}`;
      } else if (ch === '\\') {
        // escape next char. Note that a trailing \ in the pattern
        // will be left alone (but need to escape it)
        if (path.sep === '\\') {
          // On windows map "\" to "\\", meaning an escaped backslash,
          // and then just continue because filepath.Match on
          // Windows doesn't allow escaping at all
          regStr += escapedSlash;
          continue;
        }

        if (rule.pattern[i + 1] !== undefined) {
          regStr += '\\' + rule.pattern[i + 1];
          i++;
        } else {
          regStr += '\\';
        }
      } else {
        regStr += ch;
      }
    }

    regStr += "$";
    rule.regexp = new RegExp(regStr, this._ignorecase ? 'i' : '');
    return rule;
  }

}


/***/ }),

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentedChecks: () => (/* binding */ documentedChecks)
/* harmony export */ });
/* harmony import */ var _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4374);
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2570);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8290);



/** All that is documented, by id: a rule and a diagnosis that share one are one entry. */
function documentedChecks() {
    const ids = new Set([..._rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a, ..._diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnoses */ .g, ..._probes_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probes */ .K].map(({ id }) => id));
    return [...ids].toSorted().map((id) => {
        const rule = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.find((each) => each.id === id);
        const diagnosis = _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnoses */ .g.find((each) => each.id === id);
        const probe = _probes_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probes */ .K.find((each) => each.id === id);
        return {
            id,
            ...(rule === undefined ? {} : { rule }),
            ...(diagnosis === undefined ? {} : { diagnosis }),
            ...(probe === undefined ? {} : { probe }),
        };
    });
}


/***/ }),

/***/ 2322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
;// CONCATENATED MODULE: ./build/render/check-page.js


/** The documentation of a check, as Markdown: docs/checks/<id>.md, and what `sea-trial explain` prints. */
function checkPage(check) {
    const { id, rule, diagnosis, probe } = check;
    const both = rule !== undefined && diagnosis !== undefined;
    const page = (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `# ${{ markdown: id }}`, rule === undefined
        ? markdown/* nothing */.s6
        : (0,markdown/* paragraphs */.qN)(both ? (0,markdown/* markup */.PT) `## What lint sees` : markdown/* nothing */.s6, ruleSection(rule, both ? 3 : 2)), diagnosis === undefined
        ? markdown/* nothing */.s6
        : (0,markdown/* paragraphs */.qN)(both ? (0,markdown/* markup */.PT) `## What a trial sees` : markdown/* nothing */.s6, diagnosisSection(diagnosis, both ? 3 : 2)), probe === undefined ? markdown/* nothing */.s6 : probeSection(probe), rule === undefined ? markdown/* nothing */.s6 : ignoreSection(id), referencesSection([...new Set([...(rule?.references ?? []), ...(diagnosis?.references ?? [])])]));
    return `${page.markdown}\n`;
}
/** Every check in one table, by id. */
function checksPage(checks) {
    const rows = checks.map(({ id, rule, diagnosis, probe }) => {
        const seenBy = [rule && 'lint', diagnosis && 'trial', probe && 'trial'].filter((each) => each !== undefined);
        const summary = rule?.summary ?? diagnosis?.summary ?? probe?.summary ?? '';
        const aliases = joined((rule?.aliases ?? []).map(code), ', ').markdown;
        return `| [${id}](${id}.md) | ${cell(sentence(summary))} | ${rule?.severity ?? diagnosisWord(diagnosis)} | ${seenBy.join(', ')} | ${aliases} |`;
    });
    return `${[
        '# All checks',
        '',
        'A rule reads the Dockerfile and its context (lint). A diagnosis names the cause why an image does not build, start, answer or stop (trial). A probe measures in the running container what a rule suspects.',
        '',
        '| Check | What it says | Severity | Seen by | Also known as |',
        '|:--|:--|:--|:--|:--|',
        ...rows,
    ].join('\n')}\n`;
}
function ruleSection(rule, level) {
    const aliases = rule.aliases.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) ` Also known as ${(0,markdown/* joined */.oR)(rule.aliases.map(markdown/* code */.aY), ', ')}.`;
    const severity = rule.severity === 'off'
        ? (0,markdown/* markup */.PT) `**Off** until it is switched on.`
        : (0,markdown/* markup */.PT) `**${{ markdown: capital(rule.severity) }}**.`;
    return (0,markdown/* paragraphs */.qN)(sentence(rule.summary), { markdown: `${severity.markdown}${aliases.markdown}` }, (0,markdown/* prose */.CS)(rule.why), ...rule.bad.map((example) => badExample(example, level)), ...rule.good.map((example) => (0,markdown/* paragraphs */.qN)(heading(level, 'Fine', example.title), files(example))));
}
function badExample(example, level) {
    const fixed = [
        ...(example.fixed === undefined ? [] : [(0,markdown/* fence */.EU)(lines(example.fixed), 'dockerfile')]),
        ...Object.entries(example.fixedFiles ?? {}).map(([path, text]) => file(path, text)),
    ];
    return (0,markdown/* paragraphs */.qN)(heading(level, 'Told', example.title), files(example), ...(fixed.length === 0 ? [] : [(0,markdown/* markup */.PT) `Fixed:`, ...fixed]));
}
function diagnosisSection(diagnosis, level) {
    const blame = diagnosis.blames === 'image'
        ? 'The trial **failed**: the image is to blame.'
        : 'The trial **could not run**: its set-up is to blame, and the image is not.';
    return (0,markdown/* paragraphs */.qN)(sentence(diagnosis.summary), { markdown: blame }, (0,markdown/* prose */.CS)(diagnosis.why), ...diagnosis.examples.map((example) => recorded(example, level)));
}
function recorded(example, level) {
    return (0,markdown/* paragraphs */.qN)(heading(level, 'Seen', example.title), files(example), ...run(example.saw), example.place === undefined ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) `The place to change: ${(0,markdown/* code */.aY)(example.place)}.`);
}
function run(saw) {
    const facts = [
        saw.build === undefined ? [] : [(0,markdown/* markup */.PT) `The build ended: ${(0,markdown/* code */.aY)(saw.build.message)}`],
        saw.create === undefined || saw.create.exitCode === 0
            ? []
            : [(0,markdown/* markup */.PT) `docker refused the container: ${(0,markdown/* code */.aY)(saw.create.stderr)}`],
        saw.exitCode === undefined ? [] : [(0,markdown/* markup */.PT) `The container ended with exit code ${saw.exitCode}`],
        saw.oomKilled === true ? [(0,markdown/* markup */.PT) `The kernel killed it for want of memory`] : [],
        saw.listening === undefined
            ? []
            : [
                (0,markdown/* markup */.PT) `It listened on ${saw.listening.length === 0 ? (0,markdown/* markup */.PT) `nothing` : (0,markdown/* joined */.oR)(saw.listening.map(markdown/* code */.aY), ', ')}`,
            ],
        saw.answers === undefined || saw.answers.length === 0
            ? []
            : [(0,markdown/* markup */.PT) `Requests ended: ${(0,markdown/* joined */.oR)(saw.answers.map(markdown/* code */.aY), ', ')}`],
        saw.waitedMs === undefined ? [] : [(0,markdown/* markup */.PT) `It was decided after ${{ markdown: (0,numbers/* duration */.p0)(saw.waitedMs) }}`],
    ].flat();
    const log = [...(saw.build?.log ?? []), ...(saw.log ?? [])];
    return [facts.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* bullets */.e5)(facts), log.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* fence */.EU)(log, 'text')];
}
function probeSection(probe) {
    return (0,markdown/* paragraphs */.qN)(sentence(probe.summary), (0,markdown/* prose */.CS)(probe.why), probe.settles.length === 0
        ? markdown/* nothing */.s6
        : (0,markdown/* markup */.PT) `It settles what lint suspects: ${(0,markdown/* joined */.oR)(probe.settles.map(checkLink), ', ')}.`);
}
function ignoreSection(id) {
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `## Leave it out`, (0,markdown/* markup */.PT) `Above the instruction, with the reason; or by the setting ${(0,markdown/* code */.aY)('ignore')}:`, (0,markdown/* fence */.EU)([`# sea-trial ignore=${id} the reason`], 'dockerfile'));
}
function referencesSection(references) {
    if (references.length === 0)
        return markdown/* nothing */.s6;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `## Read more`, (0,markdown/* bullets */.e5)(references.map((address) => ({ markdown: `<${address}>` }))));
}
function heading(level, word, title) {
    return { markdown: `${'#'.repeat(level)} ${word}: ${(0,markdown/* prose */.CS)(title).markdown}` };
}
function files(example) {
    return (0,markdown/* paragraphs */.qN)((0,markdown/* fence */.EU)(lines(example.dockerfile), 'dockerfile'), ...Object.entries(example.files ?? {}).map(([path, text]) => file(path, text)));
}
function file(path, text) {
    if (text === '')
        return (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(path)} is there, and empty.`;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(path)}:`, (0,markdown/* fence */.EU)(lines(text), path.endsWith('.py') ? 'python' : 'text'));
}
function lines(text) {
    return text.replace(/\n$/, '').split('\n');
}
function checkLink(id) {
    return { markdown: `[${id}](${id}.md)` };
}
function cell(content) {
    return content.markdown.replaceAll('|', String.raw `\|`);
}
function diagnosisWord(diagnosis) {
    if (diagnosis === undefined)
        return '';
    return diagnosis.blames === 'image' ? 'error' : 'could not run';
}
/** A summary is a claim as in mid-sentence. */
function sentence(summary) {
    return { markdown: `${capital((0,markdown/* prose */.CS)(summary).markdown)}.` };
}
function capital(word) {
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

// EXTERNAL MODULE: ./build/dockerfile/nearest.js
var nearest = __webpack_require__(4457);
// EXTERNAL MODULE: ./build/commands/documented-checks.js
var documented_checks = __webpack_require__(9549);
;// CONCATENATED MODULE: ./build/commands/explain.js




/** `sea-trial explain CHECK`: its documentation, by its id or by another tool's name for it. */
function explainCommand([asked = ''], { print }) {
    const checks = (0,documented_checks.documentedChecks)();
    const namesOf = ({ id, rule }) => [id, ...(rule?.aliases ?? [])];
    const found = checks.find((check) => namesOf(check).some((name) => name.toLowerCase() === asked.toLowerCase()));
    if (found === undefined) {
        const near = (0,nearest/* nearest */.p)(asked, checks.flatMap(namesOf));
        throw new errors/* UserError */.y(`there is no check "${asked}".`, {
            place: 'sea-trial explain',
            hint: near === undefined
                ? 'All of them: sea-trial checks.'
                : `The nearest one is ${near}; all of them: sea-trial checks.`,
        });
    }
    print.result(checkPage(found));
    return 0;
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


/***/ })

};
