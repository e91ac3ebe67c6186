/** Part of an image's and a container's name: what docker allows there is kept, the rest becomes a dash. */
export function nameForDocker(text: string): string {
  const name = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return name === '' ? 'image' : name;
}
