import { sensitiveInAny } from '../check/sensitive.ts';
import type { WireViolation } from '../gateway/models.ts';
import { version } from '../version.ts';
import type { Difference } from './compare-verdicts.ts';

/**
 * A difference as a bug report in Markdown. Of a contract that declares a PII transform, values are shown only where
 * `showValues` says so: without, the report tells where to look, and not at what.
 */
export function bugReport({ question, ours, gateways }: Difference, showValues: boolean): string {
  const { by, text, record } = question;
  const isHidden = sensitiveInAny([by]) !== undefined && !showValues;
  const hidden = 'not shown, since its contract declares a PII transform; `--show-values` shows it';
  return `## contractgate-hook ${version} and the gateway disagree

Event ${record} of a fixture, by the contract below.

Contract:

${fenced('yaml', by.text)}

Event${isHidden ? ` (${hidden})` : `:\n\n${fenced('json', text)}`}

The gateway:

${verdict(gateways, isHidden)}

contractgate-hook:

${verdict(ours, isHidden)}
`;
}

/** A verdict in a line or several. */
function verdict(violations: readonly WireViolation[] | string, isHidden: boolean): string {
  if (typeof violations === 'string') return `- refuses it: ${violations}`;
  if (violations.length === 0) return '- passes';
  return violations
    .map(({ field, kind, message }) => `- ${kind} at \`${field}\`${isHidden ? '' : `: ${message}`}`)
    .join('\n');
}

/** Behind a fence that is longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
