import type { Facts } from '../../facts/facts.ts';

/** The files of the repository that a module may be, else those of the package that it lies in. */
export function moduleFiles(name: string, { context }: Facts): readonly string[] {
  const whole = name.replaceAll('.', '/');
  const [top = name] = name.split('.');
  const ends = [`${whole}.py`, `${whole}/__init__.py`, `${top}.py`, `${top}/__init__.py`];
  const { files } = context.listing;
  for (const end of ends) {
    const found = files.filter((file) => file === end || file.endsWith(`/${end}`));
    if (found.length > 0) return found;
  }
  return files.filter((file) => file.startsWith(`${top}/`) || file.includes(`/${top}/`)).slice(0, 1);
}
