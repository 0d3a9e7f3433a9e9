var s=Object.defineProperty;var l=Object.getOwnPropertyDescriptor;var m=Object.getOwnPropertyNames;var u=Object.prototype.hasOwnProperty;var p=(t,e)=>{for(var n in e)s(t,n,{get:e[n],enumerable:!0})},f=(t,e,n,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of m(e))!u.call(t,a)&&a!==n&&s(t,a,{get:()=>e[a],enumerable:!(i=l(e,a))||i.enumerable});return t};var g=t=>f(s({},"__esModule",{value:!0}),t);var v={};p(v,{helpText:()=>d});module.exports=g(v);var h=require("./chunk-NCPMPXDM.cjs"),o=require("./chunk-PU6Y4PHO.cjs");function d(t){let{operands:e,examples:n}=o.F[t];return`${w[t]}

Usage: ${["contractgate-hook",t==="check"?"[check]":t,"[OPTIONS]",e].join(" ").trimEnd()}

Options:
${c((0,o.G)(t).map(([i,a])=>[k(i,a),a.help]))}
${$(t)}
${x[t]??"Exit codes: 0 done, 2 could not be done, 130 interrupted."}

Examples:
${c(n,4)}
`}var w={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`,explain:`Tells which mapping a file falls under and why not the others, which contract in which version it is checked
against, and what a change of a contract would have checked. Judges nothing.`,list:"Lists the fixtures under each mapping with their contracts, then mappings that match no file, contracts that no\nfixture exercises, and files under `fixtures` that no mapping matches. Judges nothing.",schema:"Prints a JSON Schema. Editors find the same files in node_modules/contractgate-hook/templates/schemas.",completion:"Prints a script that makes your shell complete commands, options and their values."},x={check:"Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.",lint:"Exit codes: 0 nothing but warnings and notes, 1 warnings with --strict, 2 could not lint, 130 interrupted."};function $(t){switch(t){case"check":return r("Commands",Object.entries(o.F).map(([e,{help:n}])=>[e,n]));case"lint":return r("Rules",Object.entries(h.b).map(([e,{summary:n}])=>[e,n]));default:return""}}function r(t,e){return`
${t}:
${c(e)}
`}function k(t,e){return`${e.short===void 0?"":`-${e.short}, `}--${t}${e.value===void 0?"":` ${e.value}`}`}function c(t,e=2){let n=Math.max(...t.map(([i])=>i.length))+e;return t.map(([i,a])=>`  ${i.padEnd(n)}${a}`).join(`
`)}0&&(module.exports={helpText});
