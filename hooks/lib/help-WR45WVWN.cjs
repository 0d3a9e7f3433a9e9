var s=Object.defineProperty;var m=Object.getOwnPropertyDescriptor;var u=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var g=(e,t)=>{for(var o in t)s(e,o,{get:t[o],enumerable:!0})},f=(e,t,o,a)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of u(t))!p.call(e,n)&&n!==o&&s(e,n,{get:()=>t[n],enumerable:!(a=m(t,n))||a.enumerable});return e};var w=e=>f(s({},"__esModule",{value:!0}),e);var E={};g(E,{run:()=>l});module.exports=w(E);var d=require("./chunk-R7W5VVGJ.cjs"),T=require("./chunk-VWYGHKZ4.cjs"),i=require("./chunk-GUPQKSJQ.cjs");function k(e){let{operands:t,examples:o}=i.Ha[e];return`${c(v[e],0)}

Usage: ${["contractgate-hook",e==="check"?"[check]":e,"[OPTIONS]",t].join(" ").trimEnd()}

Options:
${r((0,i.Ja)(e).map(([a,n])=>[x(a,n),n.help]))}
${b(e)}
${y[e]??"Exit codes: 0 done, 2 could not be done, 130 interrupted."}

Examples:
${r(o,4)}
`}var v={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed. New here?\n`contractgate-hook init` sets a repository up.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
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
.contractgate.yml.`,doctor:`Looks at everything that can keep a commit from being checked: git and Node, the hook that git would run in this
worktree and what that runs in turn, variables that switch hooks off, the mapping file, contracts, fixtures and their
attributes. Says what is bad and how to mend it.`,schema:"Prints a JSON Schema. Editors find the same files in node_modules/contractgate-hook/templates/schemas.",merge:`Joins reports in the format json, as the shards of a run have made them, into one. A shard that is missing is a
problem. Paths and places are those of the reports; the lines around them are not in there.`,cache:`Shows or removes what runs keep for later runs: clean verdicts, in the git directory that all worktrees of a
repository share, and the compiled program, among this user's caches.`,completion:"Prints a script that makes your shell complete commands, options and their values.",help:"Prints what a command does, with its options and examples; without one, what all of this is about.",version:"Prints the version."},y={doctor:"Exit codes: 0 commits are checked, 1 something is bad, 2 could not look, 130 interrupted.",baseline:"Exit codes: 0 recorded, or nothing to record; 2 not everything could be checked, and nothing was written.",init:"Exit codes: 0 set up and everything holds, or nothing written; 1 violations; 2 something is left to do by hand.",check:"Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.",lint:"Exit codes: 0 nothing but warnings and notes, 1 warnings with --strict, 2 could not lint, 130 interrupted.",verify:"Exit codes: 0 every verdict agrees, 1 differences, 2 could not ask about everything, 130 interrupted.",pull:"Exit codes: 0 done, with --check up to date; 1 with --check not up to date; 2 could not pull, 130 interrupted."};function b(e){switch(e){case"check":return h("Commands",Object.entries(i.Ha).map(([t,{help:o}])=>[t,o]));case"lint":return h("Rules",Object.entries(d.b).map(([t,{summary:o}])=>[t,o]));default:return""}}function h(e,t){return`
${e}:
${r(t)}
`}function x(e,t){return`${t.short===void 0?"":`-${t.short}, `}--${e}${t.value===void 0?"":` ${t.value}`}`}function r(e,t=2){let o=Math.max(...e.map(([a])=>a.length))+t;return e.map(([a,n])=>`  ${a.padEnd(o)}${c(n,o+2)}`).join(`
`)}function c(e,t){let o=[];for(let a of e.split(/\s+/)){let n=o.at(-1);n===void 0||t+n.length+1+a.length>100?o.push(a):o[o.length-1]=`${n} ${a}`}return o.join(`
${" ".repeat(t)}`)}function l(e,[t],{stdout:o}){return o.write(k(t??"check")),Promise.resolve(0)}0&&(module.exports={run});
