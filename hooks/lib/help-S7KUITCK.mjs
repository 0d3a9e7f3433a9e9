import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);
import{a as r,c}from"./chunk-CMFUJOLP.mjs";import{g as i}from"./chunk-4WW337BH.mjs";import"./chunk-HQEBNNDK.mjs";import"./chunk-QKASMEIK.mjs";function g(t){let{operands:e,examples:o}=r[t];return`${h[t]}

Usage: contractgate-hook ${t==="check"?"[check]":t} [OPTIONS] ${e}

Options:
${a(c(t).map(([n,s])=>[m(n,s),s.help]))}

${d[t]()}

Exit codes: 0 everything holds, 1 violations, 2 could not check, 130 interrupted.

Examples:
${a(o,4)}
`}var h={check:"Checks fixtures and sample events against their ContractGate data contracts, before they are committed.",lint:`Finds what contracts say that the gateway accepts in silence and then does not do. Without CONTRACTS it looks at
all that the mapping file names: in the worktree, or with --staged in the index.`},d={check:()=>`Commands:
${a(Object.entries(r).map(([t,{help:e}])=>[t,e]))}`,lint:()=>`Rules:
${a(Object.entries(i).map(([t,{summary:e}])=>[t,e]))}`};function m(t,e){return`${e.short===void 0?"":`-${e.short}, `}--${t}${e.value===void 0?"":` ${e.value}`}`}function a(t,e=2){let o=Math.max(...t.map(([n])=>n.length))+e;return t.map(([n,s])=>`  ${n.padEnd(o)}${s}`).join(`
`)}export{g as helpText};
