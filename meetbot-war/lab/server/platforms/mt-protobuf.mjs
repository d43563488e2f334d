// Just enough of the protobuf wire format to write messages: fields as [number, value] pairs.

function varint(value) {
  let rest = BigInt(value);
  const bytes = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(bytes);
}

function field(number, value) {
  if (typeof value === 'number' || typeof value === 'bigint') return Buffer.concat([varint(number << 3), varint(value)]);
  const content = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return Buffer.concat([varint((number << 3) | 2), varint(content.length), content]);
}

/** A message; null and undefined values are left out. Numbers are varints, texts and Buffers have a length. */
export function message(...fields) {
  const there = fields.filter(([, value]) => value !== null && value !== undefined && value !== false);
  return Buffer.concat(there.map(([number, value]) => field(number, value === true ? 1 : value)));
}
