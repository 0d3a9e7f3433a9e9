import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);
import{b as l,d as g,e as y,f as b,g as d,h as w,i as P,k as c,l as R,m as x,n as $}from"./chunk-625LLQKU.mjs";import"./chunk-NO7LH4OC.mjs";import"./chunk-WACT36GS.mjs";import{a as h,g as m}from"./chunk-4WW337BH.mjs";import"./chunk-HQEBNNDK.mjs";import"./chunk-QKASMEIK.mjs";import{basename as E}from"node:path";async function k(t,e,{configPath:r,strict:s}){let o=performance.now(),i=n=>({...l(t.name),...n,durationMs:performance.now()-o});try{let n=e==="all"?await M(t,r):e;if("problems"in n)return i(n);let a=await w(t,n),p=[];for(let[S,u]of a)d(u)||p.push({file:S,...u});let f=[...a.values()].filter(d);return i({problems:p,linted:f.length,findings:b(f,s)})}catch(n){return i({problems:[c(n)]})}}async function M(t,e){let r=await y(t,e);if(!r.ok)return r;let{config:s,path:o}=r,i=await P({snapshot:t,files:"all",changes:[]},s,o),n=[...i.checks.flatMap(({match:p})=>p.contracts),...i.contracts,...v(s)];return n.length>0?[...new Set(n)].sort():{problems:[{code:"empty",message:"there is no contract to lint: the mapping file names none for the files that exist",file:o}]}}function v({mappings:t}){return t.flatMap(({contracts:e})=>e).filter(e=>!/\$[1-9]/.test(e))}function O(t){if(!Object.hasOwn(m,t))return;let e=m[t];if(e===void 0)return;let{severity:r,summary:s,explanation:o,bad:i,good:n}=e;return`${t} (${r})

${s}

${o}

Bad:

${C(i)}
Good:

${C(n)}`}function C(t){return t.replace(/^(?=.)/gm,"    ")}async function _(t,e,r){return t.explain!==void 0?L(t.explain,r):$(await j(t,e,r),t,r)}function L(t,{stdout:e,stderr:r}){let s=O(t);if(s!==void 0)return e.write(s),0;let o=h(t,Object.keys(m)),i=o===void 0?"contractgate-hook lint --help lists them.":`Did you mean ${o}?`;return r.write(`contractgate-hook: there is no rule ${t}. ${i}
`),2}async function j(t,e,r){let s;try{s=await R({...t,all:e.length===0},e,r)}catch(a){return l("worktree",[c(a)])}let{selection:o,problems:i,root:n}=s;try{let a=o.files==="all"?"all":o.files.map(g).filter(A(e));if(a!=="all"&&a.length===0&&i.length===0)return l(o.snapshot.name,[{code:"empty",message:"there is no contract to lint: the folders given hold no YAML files"}]);let p=await k(o.snapshot,a,{strict:t.strict??!1,...t.config!==void 0&&{configPath:x(t.config,r.cwd,n)}});return{...p,problems:[...i,...p.problems]}}finally{await o.snapshot.close()}}function A(t){let e=new Set(t.map(r=>E(r)));return r=>/\.ya?ml$/i.test(r)||e.has(E(r))}export{_ as run};
