/** An address by which a server says in its log that it serves there. */
export interface Announcement {
  readonly host: string;
  readonly port: number;
  /** Position in the log. */
  readonly index: number;
}

const words =
  /\b(?:running on|running at|listening (?:at|on)|serving (?:on|at|http on)|server (?:at|started (?:on|at))|available at|started (?:on|at)|local url|url)\b/i;
const address =
  /(?:https?:\/\/|TCP address |socket \('|\s)?(?<host>\[[\da-f:.]+\]|localhost|\d{1,3}(?:\.\d{1,3}){3}|::1?|\*)(?:', |:| port )(?<port>\d{2,5})\b/i;

/** Ports beside the application's own: who opens one says so. */
const beside = /metric|prometheus|debug|profil|telemetry|admin|dashboard|control socket|grpc|websocket server/i;

function announcements(log: readonly string[]): readonly Announcement[] {
  const found: Announcement[] = [];
  for (const [index, line] of log.entries()) {
    // A server announces itself in a line of its own, not in a long record.
    if (line.length > 300 || !words.test(line) || beside.test(line)) continue;
    const { host, port } = address.exec(line)?.groups ?? {};
    if (host === undefined || port === undefined) continue;
    found.push({ host: host.replaceAll(/[[\]]/g, ''), port: Number(port), index });
  }
  return found;
}

/** The last one for a port. */
export function announcementOf(log: readonly string[], port: number): Announcement | undefined {
  return announcements(log).findLast((each) => each.port === port);
}
