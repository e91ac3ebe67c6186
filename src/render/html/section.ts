import { type Html, html, nothing } from './html.ts';
import type { HtmlSetting } from './setting.ts';

export interface Section {
  /** Of its anchor. */
  readonly id: string;
  /** In the list of sections. */
  readonly label: string;
  readonly title: string;
  readonly body: Html;
}

export function sectionHtml({ id, title, body }: Section, setting: HtmlSetting): Html {
  const name = `${setting.prefix}${id}`;
  // Of several images each has its own "Layers": landmarks of one name would only stand in the way.
  const begin =
    setting.level === 2 ? html`<section id="${name}" aria-labelledby="${name}-title">` : html`<section id="${name}">`;
  return html`${begin}
${heading(title, setting.level, `${name}-title`)}
${body}
</section>
`;
}

export function heading(title: string | Html, level: 2 | 3 | 4, id?: string): Html {
  const name = id ?? '';
  switch (level) {
    case 2:
      return name === '' ? html`<h2>${title}</h2>` : html`<h2 id="${name}">${title}</h2>`;
    case 3:
      return name === '' ? html`<h3>${title}</h3>` : html`<h3 id="${name}">${title}</h3>`;
    case 4:
      return html`<h4>${title}</h4>`;
  }
}

/** A fold. */
export function fold(summary: Html, body: Html, open = false): Html {
  if (body === nothing) return html`<p>${summary}</p>`;
  return open
    ? html`<details open><summary>${summary}</summary>${body}</details>`
    : html`<details><summary>${summary}</summary>${body}</details>`;
}
