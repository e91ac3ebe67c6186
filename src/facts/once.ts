/** Derived when it is first asked for, and then kept: facts that nobody reads cost nothing. */
export function once<Value>(derive: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: derive() }).value;
}

/** The same for a question about an object, which several may ask about; forgotten with it. */
export function oncePerObject<Subject extends object, Value>(
  derive: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const kept = new WeakMap<Subject, { readonly value: Value }>();
  return (subject) => {
    const known = kept.get(subject) ?? { value: derive(subject) };
    kept.set(subject, known);
    return known.value;
  };
}

/** The same for a question with a subject. */
export function oncePer<Subject, Value>(derive: (subject: Subject) => Value): (subject: Subject) => Value {
  const kept = new Map<Subject, { readonly value: Value }>();
  return (subject) => {
    const known = kept.get(subject);
    if (known !== undefined) return known.value;
    const value = derive(subject);
    kept.set(subject, { value });
    return value;
  };
}
