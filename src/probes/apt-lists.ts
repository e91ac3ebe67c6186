import { settleBySize } from './left-in-image.ts';
import type { Probe } from './probe.ts';

const path = '/var/lib/apt/lists';

export const aptLists: Probe = {
  id: 'apt-lists',
  summary: "How many bytes of apt's package lists are in the image",
  why: 'The sizes stand in the headers of the tar that `docker cp` streams out of the container, whatever tools the image has.',
  settles: ['apt-lists-left'],
  measures: () => [path],
  settle: (asked) => settleBySize([path], asked, 'package lists in the image'),
};
