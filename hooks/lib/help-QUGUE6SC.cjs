var s=Object.defineProperty;var l=Object.getOwnPropertyDescriptor;var m=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var u=(e,t)=>{for(var n in t)s(e,n,{get:t[n],enumerable:!0})},g=(e,t,n,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let a of m(t))!p.call(e,a)&&a!==n&&s(e,a,{get:()=>t[a],enumerable:!(i=l(t,a))||i.enumerable});return e};var f=e=>g(s({},"__esModule",{value:!0}),e);var v={};u(v,{helpText:()=>d});module.exports=f(v);var h=require("./chunk-5NBA5J7Q.cjs"),o=require("./chunk-HXFIHH43.cjs");function d(e){let{operands:t,examples:n}=o.I[e];return`${w[e]}

Usage: ${["contractgate-hook",e==="check"?"[check]":e,"[OPTIONS]",t].join(" ").trimEnd()}

Options:
${r((0,o.J)(e).map(([i,a])=>[$(i,a),a.help]))}
${x(e)}
${k[e]??"Exit codes: 0 done, 2 could not be done, 130 interrupted."}

Examples:
${r(n,4)}
`}var w={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`,explain:`Tells which mapping a file falls under and why not the others, which contract in which version it is checked
against, and what a change of a contract would have checked. Judges nothing.`,list:"Lists the fixtures under each mapping with their contracts, then mappings that match no file, contracts that no\nfixture exercises, and files under `fixtures` that no mapping matches. Judges nothing.",schema:"Prints a JSON Schema. Editors find the same files in node_modules/contractgate-hook/templates/schemas.",cache:`Shows or removes what runs keep for later runs: clean verdicts, in the git directory that all worktrees of a
repository share, and the compiled program, among this user's caches.`,completion:"Prints a script that makes your shell complete commands, options and their values."},k={check:"Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.",lint:"Exit codes: 0 nothing but warnings and notes, 1 warnings with --strict, 2 could not lint, 130 interrupted."};function x(e){switch(e){case"check":return c("Commands",Object.entries(o.I).map(([t,{help:n}])=>[t,n]));case"lint":return c("Rules",Object.entries(h.b).map(([t,{summary:n}])=>[t,n]));default:return""}}function c(e,t){return`
${e}:
${r(t)}
`}function $(e,t){return`${t.short===void 0?"":`-${t.short}, `}--${e}${t.value===void 0?"":` ${t.value}`}`}function r(e,t=2){let n=Math.max(...e.map(([i])=>i.length))+t;return e.map(([i,a])=>`  ${i.padEnd(n)}${a}`).join(`
`)}0&&(module.exports={helpText});
