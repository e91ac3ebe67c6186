import retired from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import current from 'spdx-license-ids/index.json' with { type: 'json' };

let licences: ReadonlySet<string> | undefined;

/** A licence of the SPDX list, or several of them joined as SPDX has it. Names are compared without case, as SPDX says. */
export function isSpdxExpression(text: string): boolean {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let next = 0;
  const take = (word: string): boolean => {
    if (tokens[next]?.toUpperCase() !== word) return false;
    next += 1;
    return true;
  };
  const isOperand = (depth: number): boolean => {
    if (depth > 50) return false;
    if (take('(')) return isExpression(depth + 1) && take(')');
    if (!isLicence(tokens[next] ?? '')) return false;
    next += 1;
    return !take('WITH') || /^[\w.-]+$/.test(tokens[next++] ?? '');
  };
  const isExpression = (depth: number): boolean => {
    do if (!isOperand(depth)) return false;
    while (take('AND') || take('OR'));
    return true;
  };
  return isExpression(0) && next === tokens.length;
}

/** `+` stands for later versions too; a reference names a licence that the list does not have. */
function isLicence(name: string): boolean {
  licences ??= new Set([...current, ...retired].map((each) => each.toLowerCase()));
  return (
    licences.has(name.replace(/\+$/, '').toLowerCase()) || /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/i.test(name)
  );
}
