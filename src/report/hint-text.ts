import type { Hint } from '../check/report.ts';

/** A hint as a sentence, without its full stop. */
export function hintText({ code, suggestion = '', about = '' }: Hint): string {
  switch (code) {
    case 'nearest_value':
      return `did you mean ${suggestion}?`;
    case 'case_or_space':
      return `${suggestion} differs in case or white space only`;
    case 'misspelt_key':
      return `the event has ${about}, which looks like the missing ${suggestion}`;
    case 'missing_key':
      return `${about} looks like ${suggestion}, which the event lacks`;
    case 'unquote':
      return `write ${suggestion}, without quotes`;
    case 'quote':
      return suggestion === '' ? 'write it in quotes' : `write ${suggestion}, in quotes`;
    case 'whole_number':
      return `write ${suggestion}: to the gateway 1.0, 1e2 and -0 are no integers`;
    case 'milliseconds':
      return `this looks like milliseconds, and seconds are asked for${instead(suggestion)}`;
    case 'seconds':
      return `this looks like seconds, and milliseconds are asked for${instead(suggestion)}`;
    case 'date_only':
      return `write ${suggestion}: a date has no time and nothing after it`;
    case 'metric_requires':
      return `the field is optional, but the metric ${about} makes it required`;
    case 'completeness_requires':
      return 'the field is optional, but a quality rule makes it required';
    case 'null_as_absent':
      return 'leave the field out: a null counts as absent only where the contract says null_as_absent: true';
    case 'remove_comma':
      return 'remove the comma';
    case 'remove_comment':
      return 'remove the comment: JSON has none';
    case 'double_quotes':
      return 'write " around texts and keys: JSON has no other quotes';
    case 'json_word':
      return suggestion === 'null' ? 'write null, or leave the field out' : `write ${suggestion}`;
    case 'quoted_key':
      return `write ${suggestion}`;
    case 'several_texts':
      return 'write several events as a list, [… , …], or one on each line of an .ndjson file';
    case 'one_per_line':
      return 'write each event on one line, or name the file .json';
    case 'tab':
      return 'write spaces instead of the tab';
    case 'escape':
      return 'write \\\\ for a backslash';
    case 'conflict':
      return 'resolve the merge conflict here';
    case 'space':
      return 'write a plain space: JSON has no other kind';
    case 'colon':
      return 'write quotes around a text that has a colon in it';
    case 'indentation':
      return 'give it the indentation of the lines that it belongs to';
    case 'beyond_integer':
      return 'integers end at 18446744073709551615: what is longer is a float to the gateway';
  }
}

function instead(suggestion: string): string {
  return suggestion === '' ? '' : `: ${suggestion}`;
}
