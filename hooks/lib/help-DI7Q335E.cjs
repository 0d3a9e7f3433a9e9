var r=Object.defineProperty;var l=Object.getOwnPropertyDescriptor;var m=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var d=(e,t)=>{for(var n in t)r(e,n,{get:t[n],enumerable:!0})},$=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let a of m(t))!p.call(e,a)&&a!==n&&r(e,a,{get:()=>t[a],enumerable:!(o=l(t,a))||o.enumerable});return e};var u=e=>$(r({},"__esModule",{value:!0}),e);var v={};d(v,{helpText:()=>h});module.exports=u(v);var c=require("./chunk-6CSNMQJF.cjs"),s=require("./chunk-HAKHRH35.cjs");function h(e){let{operands:t,examples:n}=s.B[e];return`${g[e]}

Usage: contractgate-hook ${e==="check"?"[check]":e} [OPTIONS] ${t}

Options:
${i((0,s.C)(e).map(([o,a])=>[f(o,a),a.help]))}

${k[e]()}

Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.

Examples:
${i(n,4)}
`}var g={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`},k={check:()=>`Commands:
${i(Object.entries(s.B).map(([e,{help:t}])=>[e,t]))}`,lint:()=>`Rules:
${i(Object.entries(c.b).map(([e,{summary:t}])=>[e,t]))}`};function f(e,t){return`${t.short===void 0?"":`-${t.short}, `}--${e}${t.value===void 0?"":` ${t.value}`}`}function i(e,t=2){let n=Math.max(...e.map(([o])=>o.length))+t;return e.map(([o,a])=>`  ${o.padEnd(n)}${a}`).join(`
`)}0&&(module.exports={helpText});
