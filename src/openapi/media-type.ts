/** `text/html` of `Text/HTML; charset=utf-8`. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(essenceOf(mediaType));
}

/** Comes without end, or as a file: nothing to hold against a schema. */
export function streams(mediaType: string): boolean {
  return /^(?:text\/event-stream|application\/(?:octet-stream|zip|gzip|x-tar|pdf|jsonl|x-ndjson|ndjson|json-seq|stream\+json)|multipart\/.*|video\/.*|audio\/.*)$/.test(
    essenceOf(mediaType),
  );
}

/** Whether a documented type, which may be a range such as `image/*`, has room for the answered one. */
export function covers(documented: string, answered: string): boolean {
  const range = essenceOf(documented);
  const type = essenceOf(answered);
  if (range === '*/*' || range === '*' || range === type) return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}
