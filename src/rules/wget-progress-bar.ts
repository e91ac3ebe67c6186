import { isOnBusybox } from '../facts/base-family.ts';
import { programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import { addBehind } from './command-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const wgetProgressBar = defineRule({
  id: 'wget-progress-bar',
  aliases: ['DL3047'],
  severity: 'notice',
  summary: '`wget` draws its progress into the log of the build',
  why: 'Without a terminal it writes a line for every 50 kB. In the log of a large download nothing else is found any more.',
  references: ['https://www.gnu.org/software/wget/manual/wget.html#Download-Options'],
  bad: [
    {
      title: 'no word about progress',
      dockerfile: dockerfile`
        FROM debian:12
        RUN wget https://example.com/model.bin
        `,
      fixed: dockerfile`
        FROM debian:12
        RUN wget --progress=dot:giga https://example.com/model.bin
        `,
    },
    {
      title: "BusyBox's wget knows only `-q`",
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN wget -O /model.bin https://example.com/model.bin
        `,
      fixed: dockerfile`
        FROM alpine:3.20
        RUN wget -q -O /model.bin https://example.com/model.bin
        `,
    },
  ],
  good: [
    {
      title: 'a line for every 32 MB',
      dockerfile: dockerfile`
        FROM debian:12
        RUN wget --progress=dot:giga https://example.com/model.bin
        `,
    },
    {
      title: 'quiet',
      dockerfile: dockerfile`
        FROM debian:12
        RUN wget -qO /model.bin https://example.com/model.bin
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['wget'],
  *check(instruction, { facts }) {
    for (const { words, location } of facts.shellOf(instruction).commands) {
      const [program, ...rest] = words;
      if (program === undefined || programName(program.text) !== 'wget' || rest.some(saysHowMuch)) continue;
      const busybox = isOnBusybox(instruction, facts);
      const option = busybox ? '-q' : '--progress=dot:giga';
      yield {
        at: location,
        title: '`wget` fills the log of the build with its progress',
        advice: `Write \`wget ${option}\`.`,
        fix: {
          title: busybox ? 'Download quietly' : 'Write a line for every 32 MB only',
          // Another image may bring BusyBox's wget all the same, which refuses the option.
          safety: busybox ? 'safe' : 'unsafe',
          edits: [addBehind(program, option)],
        },
      };
    }
  },
});

/** An option that quietens it or sends its log elsewhere; also what may be one, and what downloads nothing. */
function saysHowMuch({ text, known }: CommandWord): boolean {
  if (!known && text.startsWith('$')) return /opt|flag|arg/i.test(text);
  if (/^--(?:progress|quiet|no-verbose|output-file|append-output|version|help)(?:=|$)/.test(text)) return true;
  const letters = /^-(?<letters>[A-Za-z]\S*)$/.exec(text)?.groups?.['letters'] ?? '';
  // `n` begins an option of two letters; behind a letter that takes a value stands that value.
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    if (/[qoaVh]/.test(letter)) return true;
    if (letter === 'n') {
      if (letters[at + 1] === 'v') return true;
      at += 1;
    } else if (/[eBtOTwQPUlADIRXi]/.test(letter)) return false;
  }
  return false;
}
