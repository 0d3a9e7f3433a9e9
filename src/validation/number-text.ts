/** A finite or infinite double as Rust's `{}` writes an f64: shortest digits that read back the same, never an exponent. */
export function displayNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  // Shorter texts have no tie: half a unit in their last place is exactly what they stand for.
  if (text.length >= 16) return expand(tieUp(value));
  return text.includes('e') ? expand(text) : text;
}

/**
 * The shortest digits, in scientific notation. Where two texts of as many digits are equally near, JavaScript takes the one
 * with the even last digit, as ryu and serde_json do, and Rust's `{}` the larger one, as `toExponential` does.
 */
function tieUp(value: number): string {
  const shortest = value.toExponential();
  const digits = shortest.replace(/e.*|\D/g, '').length;
  const larger = value.toExponential(digits - 1);
  return Number(larger) === value ? larger : shortest;
}

/**
 * A float as serde_json 1.0 writes it: `100.0`, `0.00001`, `1e-6`, `1000000000000000.0`, `1e+16`.
 * Precondition: finite (JSON has no other floats).
 */
export function jsonFloatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size >= 1e16 || (size < 1e-5 && size > 0)) return value.toExponential();
  const text = String(value).includes('e') ? expand(String(value)) : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** `1.25e+21` → `1250000000000000000000`; `1.5e-7` → `0.00000015`; `1.5e+0` → `1.5`. */
function expand(scientific: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(scientific) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
