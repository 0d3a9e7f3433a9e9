import { rules } from './rules.ts';

/** The page on a rule; undefined where there is no such rule. */
export function explainRule(name: string): string | undefined {
  if (!Object.hasOwn(rules, name)) return undefined;
  const rule = rules[name];
  if (rule === undefined) return undefined;
  const { severity, summary, explanation, bad, good } = rule;
  return `${name} (${severity})

${summary}

${explanation}

Bad:

${indent(bad)}
Good:

${indent(good)}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
