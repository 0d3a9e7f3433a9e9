import type { CompiledField } from '../compiled-field.ts';
import type { Breach } from '../violation.ts';

/** `type: date`: what chrono's `NaiveDate::parse_from_str(value, "%Y-%m-%d")` takes. */
export function checkDate(field: CompiledField, value: string, breaches: Breach[]): void {
  if (isCalendarDate(value)) return;
  breaches.push({ rule: 'date', field: field.field, path: field.path, at: field.at['type'], value });
}

/**
 * chrono is lenient: white space before each number, one-digit months and days, a signed year of any length. Without a sign
 * a year has at most four digits. White space is Unicode's White_Space, as in Rust's `trim_start`; JavaScript's `\s` has
 * U+FEFF besides and lacks U+0085.
 */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const date = new RegExp(`^${space}([+-]\\d+|\\d{1,4})-${space}(\\d{1,2})-${space}(\\d{1,2})$`);

/** chrono's `NaiveDate::MIN` and `MAX` are whole years. */
const earliestYear = -262_143;
const latestYear = 262_142;

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isCalendarDate(text: string): boolean {
  const match = date.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < earliestYear || year > latestYear) return false;
  const days = month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
