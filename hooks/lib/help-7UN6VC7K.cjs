var s=Object.defineProperty;var m=Object.getOwnPropertyDescriptor;var u=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var g=(t,e)=>{for(var n in e)s(t,n,{get:e[n],enumerable:!0})},f=(t,e,n,a)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of u(e))!p.call(t,o)&&o!==n&&s(t,o,{get:()=>e[o],enumerable:!(a=m(e,o))||a.enumerable});return t};var w=t=>f(s({},"__esModule",{value:!0}),t);var x={};g(x,{helpText:()=>l});module.exports=w(x);var d=require("./chunk-N67E4S76.cjs"),i=require("./chunk-H6RR43XU.cjs");function l(t){let{operands:e,examples:n}=i.ja[t];return`${c(k[t],0)}

Usage: ${["contractgate-hook",t==="check"?"[check]":t,"[OPTIONS]",e].join(" ").trimEnd()}

Options:
${r((0,i.ka)(t).map(([a,o])=>[b(a,o),o.help]))}
${y(t)}
${v[t]??"Exit codes: 0 done, 2 could not be done, 130 interrupted."}

Examples:
${r(n,4)}
`}var k={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`,explain:`Tells which mapping a file falls under and why not the others, which contract in which version it is checked
against, and what a change of a contract would have checked. Judges nothing.`,list:"Lists the fixtures under each mapping with their contracts, then mappings that match no file, contracts that no\nfixture exercises, and files under `fixtures` that no mapping matches. Judges nothing.",baseline:`Records every violation of the worktree in a file to commit, by default contractgate-hook.baseline.ndjson. From
then on those are counted, and only others refuse a commit. A violation is known again by its file, contract, field and
kind and by all that is in its event, so that it may move to other lines. No value is written, only a hash of each
whole event.`,init:`Finds contracts, fixtures and the hook manager (husky, lefthook, pre-commit, simple-git-hooks) of this repository,
and proposes a mapping file and one hook. Nothing that is there is written over, and a second run finds nothing to do.
Ends with a check of everything.`,verify:`Asks the gateway's playground, which stores nothing, about every event that a check of the selection judges (without
one, of the worktree), and compares: passed or not, each violation, its words, their order. A difference is a bug of ours,
and comes as a report that can be sent. CONTRACTGATE_URL and CONTRACTGATE_API_KEY say whom to ask, or .contractgate.yml.`,pull:`Writes the gateway's contracts, in their latest stable version or the one that is named, to the paths that the mapping
file has for them, and what was written into contractgate-hook.lock.json. Files that have been edited stay. Contracts that no
mapping names are left out, unless they are named here. CONTRACTGATE_URL and CONTRACTGATE_API_KEY say whom to ask, or
.contractgate.yml.`,schema:"Prints a JSON Schema. Editors find the same files in node_modules/contractgate-hook/templates/schemas.",merge:`Joins reports in the format json, as the shards of a run have made them, into one. A shard that is missing is a
problem. Paths and places are those of the reports; the lines around them are not in there.`,cache:`Shows or removes what runs keep for later runs: clean verdicts, in the git directory that all worktrees of a
repository share, and the compiled program, among this user's caches.`,completion:"Prints a script that makes your shell complete commands, options and their values."},v={baseline:"Exit codes: 0 recorded, or nothing to record; 2 not everything could be checked, and nothing was written.",init:"Exit codes: 0 set up and everything holds, or nothing written; 1 violations; 2 something is left to do by hand.",check:"Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.",lint:"Exit codes: 0 nothing but warnings and notes, 1 warnings with --strict, 2 could not lint, 130 interrupted.",verify:"Exit codes: 0 every verdict agrees, 1 differences, 2 could not ask about everything, 130 interrupted.",pull:"Exit codes: 0 done, with --check up to date; 1 with --check not up to date; 2 could not pull, 130 interrupted."};function y(t){switch(t){case"check":return h("Commands",Object.entries(i.ja).map(([e,{help:n}])=>[e,n]));case"lint":return h("Rules",Object.entries(d.b).map(([e,{summary:n}])=>[e,n]));default:return""}}function h(t,e){return`
${t}:
${r(e)}
`}function b(t,e){return`${e.short===void 0?"":`-${e.short}, `}--${t}${e.value===void 0?"":` ${e.value}`}`}function r(t,e=2){let n=Math.max(...t.map(([a])=>a.length))+e;return t.map(([a,o])=>`  ${a.padEnd(n)}${c(o,n+2)}`).join(`
`)}function c(t,e){let n=[];for(let a of t.split(/\s+/)){let o=n.at(-1);o===void 0||e+o.length+1+a.length>100?n.push(a):n[n.length-1]=`${o} ${a}`}return n.join(`
${" ".repeat(e)}`)}0&&(module.exports={helpText});
