/**
 * The SHA-256 of a text in UTF-8, as hex digits. Node's own comes with the whole of node:crypto, and to load that costs a cold start about
 * as much as reading a Dockerfile; the few words of a fingerprint take some microseconds here.
 */
export function sha256(text: string): string {
  const { initialState, constants, state, schedule } = (numbers ??= derivedNumbers());
  const blocks = paddedBlocks(text);
  state.set(initialState);
  for (let at = 0; at < blocks.length; at += 64) {
    for (let index = 0; index < 16; index += 1) schedule[index] = blocks.readInt32BE(at + index * 4);
    compress(state, schedule, constants);
  }
  for (let index = 0; index < state.length; index += 1) blocks.writeInt32BE(state[index] ?? 0, index * 4);
  return blocks.toString('hex', 0, 32);
}

/** A one behind the text, zeros, and the text's length in bits: whole blocks of 64 bytes. */
function paddedBlocks(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const padded = Buffer.allocUnsafe(Math.ceil((length + 9) / 64) * 64).fill(0, length);
  padded.write(text);
  padded[length] = 0x80;
  padded.writeUInt32BE(Math.floor(length / 2 ** 29), padded.length - 8);
  padded.writeUInt32BE((length * 8) % 2 ** 32, padded.length - 4);
  return padded;
}

/** The schedule's first sixteen words are the block; the others follow from them. */
function compress(state: Int32Array, schedule: Int32Array, constants: Int32Array): void {
  for (let index = 16; index < 64; index += 1) {
    const near = schedule[index - 2] ?? 0;
    const far = schedule[index - 15] ?? 0;
    schedule[index] =
      (schedule[index - 16] ?? 0) +
      (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)) +
      (schedule[index - 7] ?? 0) +
      (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const chosen = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const fromE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const fromA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const first = (h + fromE + chosen + (constants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + fromA + majority) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function turned(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

let numbers: ReturnType<typeof derivedNumbers> | undefined;

/**
 * The first 32 bits behind the point: of the square roots of the first eight primes, and of the cube roots of the first 64. And the room to
 * count in, for lint counts some fingerprints a file.
 */
function derivedNumbers() {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  const bitsOf = (root: number): number => Math.floor((root % 1) * 2 ** 32) | 0;
  return {
    initialState: Int32Array.from(primes.slice(0, 8), (prime) => bitsOf(Math.sqrt(prime))),
    constants: Int32Array.from(primes, (prime) => bitsOf(Math.cbrt(prime))),
    state: new Int32Array(8),
    schedule: new Int32Array(64),
  };
}
