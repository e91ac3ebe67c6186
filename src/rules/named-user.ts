import { isOnWindows } from '../facts/base-family.ts';
import { defineRule, dockerfile } from './rule.ts';

export const namedUser = defineRule({
  id: 'named-user',
  aliases: ['DL3066'],
  severity: 'notice',
  summary: 'USER names a user instead of a number',
  why: "Only the image's own `/etc/passwd` knows who that is: Kubernetes cannot tell that it is not root and refuses the pod under `runAsNonRoot`, and the owner of files on a volume is a guess.",
  references: [
    'https://docs.docker.com/reference/dockerfile/#user',
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ],
  bad: [
    {
      title: 'a name',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN useradd --create-home --uid 1000 app
        USER app
        `,
    },
    {
      title: 'a name and a group',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        USER nobody:nogroup
        `,
    },
  ],
  good: [
    {
      title: 'a number, alone and with a group',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN useradd --create-home --uid 1000 app
        USER 1000
        USER 1000:1000
        `,
    },
    {
      title: 'root, who has the same number everywhere',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        USER root
        `,
    },
    {
      title: 'a variable that only the build knows',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG APP_UID
        USER $APP_UID
        `,
    },
  ],
  on: ['USER'],
  *check(instruction, { facts }) {
    const [word] = instruction.words;
    if (word === undefined || isOnWindows(instruction, facts)) return;
    const expanded = facts.stateAt(instruction)?.expand(word.text);
    if (expanded?.known !== true) return;
    const [user = ''] = expanded.text.split(':');
    if (user === 'root' || user === '' || /^\d+$/.test(user)) return;
    yield {
      at: word.span,
      title: `\`USER ${expanded.text}\` says no number`,
      advice: `Write the number of \`${user}\`, and give it that number where it is created: \`useradd --uid 1000\`, \`USER 1000\`.`,
    };
  },
});
