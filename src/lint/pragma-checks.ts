import { dockerfile, type RuleDescription } from '../rules/rule.ts';

/** What the engine itself says of comments that ignore: documented as rules are, though no rule can see it. */
export const unknownIgnore: RuleDescription = {
  id: 'unknown-ignore',
  aliases: [],
  severity: 'notice',
  summary: 'a comment ignores what no check is called',
  why: 'What was meant to be silenced is told all the same, and a later reader believes it is not.',
  references: [],
  bad: [
    {
      title: 'a slip of the pen',
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-rum the image is the makefile's
        RUN sudo make install
        `,
      fixed: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-run the image is the makefile's
        RUN sudo make install
        `,
    },
  ],
  good: [
    {
      title: "the id of a check, or hadolint's number of it",
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=DL3004 the image is the makefile's
        RUN sudo make install
        `,
    },
  ],
};

export const unusedIgnore: RuleDescription = {
  id: 'unused-ignore',
  aliases: [],
  severity: 'notice',
  summary: 'a comment ignores what is not there',
  why: 'The flaw is gone, or the comment stands above another instruction; left in place it would silence the next one.',
  references: [],
  bad: [
    {
      title: 'the flaw has been mended',
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-run the image is the makefile's
        RUN make install
        `,
    },
  ],
  good: [
    {
      title: 'the flaw is there',
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-run the image is the makefile's
        RUN sudo make install
        `,
    },
  ],
};

/** Told where the configuration says `require-reason: true`. */
export const ignoreWithoutReason: RuleDescription = {
  id: 'ignore-without-reason',
  aliases: [],
  severity: 'notice',
  summary: 'a comment ignores something and does not say why, where the configuration wants a reason',
  why: 'The configuration wants one (`require-reason`): without it nobody knows later whether the comment may go.',
  references: [],
  bad: [
    {
      title: 'an id alone',
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-run
        RUN sudo make install
        `,
    },
  ],
  good: [
    {
      title: 'the reason behind it',
      dockerfile: dockerfile`
        FROM debian:12-slim
        # sea-trial ignore=sudo-in-run the image is the makefile's
        RUN sudo make install
        `,
    },
  ],
};

export const pragmaChecks: readonly RuleDescription[] = [unknownIgnore, unusedIgnore, ignoreWithoutReason];
