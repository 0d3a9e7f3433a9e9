var i=Object.defineProperty;var l=Object.getOwnPropertyDescriptor;var p=Object.getOwnPropertyNames;var m=Object.prototype.hasOwnProperty;var u=(t,e)=>{for(var a in e)i(t,a,{get:e[a],enumerable:!0})},g=(t,e,a,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of p(e))!m.call(t,n)&&n!==a&&i(t,n,{get:()=>e[n],enumerable:!(o=l(e,n))||o.enumerable});return t};var f=t=>g(i({},"__esModule",{value:!0}),t);var x={};u(x,{helpText:()=>d});module.exports=f(x);var c=require("./chunk-HHUTZLNT.cjs"),s=require("./chunk-SM44ZSBN.cjs");function d(t){let{operands:e,examples:a}=s.fa[t];return`${w[t]}

Usage: ${["contractgate-hook",t==="check"?"[check]":t,"[OPTIONS]",e].join(" ").trimEnd()}

Options:
${r((0,s.ga)(t).map(([o,n])=>[y(o,n),n.help]))}
${v(t)}
${k[t]??"Exit codes: 0 done, 2 could not be done, 130 interrupted."}

Examples:
${r(a,4)}
`}var w={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`,explain:`Tells which mapping a file falls under and why not the others, which contract in which version it is checked
against, and what a change of a contract would have checked. Judges nothing.`,list:"Lists the fixtures under each mapping with their contracts, then mappings that match no file, contracts that no\nfixture exercises, and files under `fixtures` that no mapping matches. Judges nothing.",init:`Finds contracts, fixtures and the hook manager (husky, lefthook, pre-commit, simple-git-hooks) of this repository, and
proposes a mapping file and one hook. Nothing that is there is written over; run again, it finds nothing to do. Ends with a
check of everything.`,verify:`Asks the gateway's playground, which stores nothing, about every event that a check of the selection judges (without
one, of the worktree), and compares: passed or not, each violation, its words, their order. A difference is a bug of ours,
and comes as a report that can be sent. CONTRACTGATE_URL and CONTRACTGATE_API_KEY say whom to ask, or .contractgate.yml.`,pull:`Writes the gateway's contracts, in their latest stable version or the one that is named, to the paths that the mapping
file has for them, and what was written into contractgate-hook.lock.json. Files that have been edited stay. Contracts that no
mapping names are left out, unless they are named here. CONTRACTGATE_URL and CONTRACTGATE_API_KEY say whom to ask, or
.contractgate.yml.`,schema:"Prints a JSON Schema. Editors find the same files in node_modules/contractgate-hook/templates/schemas.",merge:`Joins reports in the format json, as the shards of a run have made them, into one. A shard that is missing is a
problem. Paths and places are those of the reports; the lines around them are not in there.`,cache:`Shows or removes what runs keep for later runs: clean verdicts, in the git directory that all worktrees of a
repository share, and the compiled program, among this user's caches.`,completion:"Prints a script that makes your shell complete commands, options and their values."},k={init:"Exit codes: 0 set up and everything holds, or nothing written; 1 violations; 2 something is left to do by hand.",check:"Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.",lint:"Exit codes: 0 nothing but warnings and notes, 1 warnings with --strict, 2 could not lint, 130 interrupted.",verify:"Exit codes: 0 every verdict agrees, 1 differences, 2 could not ask about everything, 130 interrupted.",pull:"Exit codes: 0 done, with --check up to date; 1 with --check not up to date; 2 could not pull, 130 interrupted."};function v(t){switch(t){case"check":return h("Commands",Object.entries(s.fa).map(([e,{help:a}])=>[e,a]));case"lint":return h("Rules",Object.entries(c.b).map(([e,{summary:a}])=>[e,a]));default:return""}}function h(t,e){return`
${t}:
${r(e)}
`}function y(t,e){return`${e.short===void 0?"":`-${e.short}, `}--${t}${e.value===void 0?"":` ${e.value}`}`}function r(t,e=2){let a=Math.max(...t.map(([o])=>o.length))+e;return t.map(([o,n])=>`  ${o.padEnd(a)}${n}`).join(`
`)}0&&(module.exports={helpText});
