import type { Address, Links } from '../links.ts';

/** What all sections of one trial share. */
export interface HtmlSetting {
  readonly links: Links;
  /** Before every id of the trial: `''`, or `t2-` where a page tells of several. */
  readonly prefix: string;
  /** Of the sections' headings. */
  readonly level: 2 | 3;
}

/** A place in the page. */
export function anchor(setting: Pick<HtmlSetting, 'prefix'>, name: string): Address {
  return { href: `#${setting.prefix}${name}` };
}
