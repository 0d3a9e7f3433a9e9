var w=Object.defineProperty;var x=Object.getOwnPropertyDescriptor;var j=Object.getOwnPropertyNames;var P=Object.prototype.hasOwnProperty;var M=(t,a)=>{for(var e in a)w(t,e,{get:a[e],enumerable:!0})},A=(t,a,e,n)=>{if(a&&typeof a=="object"||typeof a=="function")for(let o of j(a))!P.call(t,o)&&o!==e&&w(t,o,{get:()=>a[o],enumerable:!(n=x(a,o))||n.enumerable});return t};var D=t=>A(w({},"__esModule",{value:!0}),t);var z={};M(z,{run:()=>k});module.exports=D(z);var d=require("./chunk-EMJYTOJ2.cjs"),c=require("./chunk-VWYGHKZ4.cjs"),i=require("./chunk-GUPQKSJQ.cjs");function p({question:t,ours:a,gateways:e},n){let{by:o,text:s,record:r}=t,l=(0,c.L)([o])!==void 0&&!n;return`## contractgate-hook ${i.Z} and the gateway disagree

Event ${r} of a fixture, by the contract below.

Contract:

${$("yaml",o.text)}

Event${l?" (not shown, since its contract declares a PII transform; `--show-values` shows it)":`:

${$("json",s)}`}

The gateway:

${v(e,l)}

contractgate-hook:

${v(a,l)}
`}function v(t,a){return typeof t=="string"?`- refuses it: ${t}`:t.length===0?"- passes":t.map(({field:e,kind:n,message:o})=>`- ${n} at \`${e}\`${a?"":`: ${o}`}`).join(`
`)}function $(t,a){let e=Math.max(2,...Array.from(a.matchAll(/`+/g),([o])=>o.length)),n="`".repeat(e+1);return`${n}${t}
${a}${a.endsWith(`
`)?"":`
`}${n}`}var N=new Set([400,422]);async function C(t,a,e){let{by:n,text:o}=t,s=performance.now();try{let{passed:r,violations:l}=await a.playgroundValidate({yamlContent:n.text,eventJson:o}),u=e.now(),h=u-Math.ceil((performance.now()-s)/1e3),f=y(t,u);return[...V(h,u,(0,c.n)(n).readsClock)].some(g=>E(y(t,g),l))&&r===(l.length===0)?void 0:{question:t,ours:f,gateways:l}}catch(r){if(!(r instanceof d.a&&N.has(r.status)))throw r;return{question:t,ours:y(t,e.now()),gateways:r.message}}}function*V(t,a,e){if(!e)yield a;else for(let n=a+1;n>=t-1;n--)yield n}function y({by:t,value:a},e){return(0,c.n)(t).check(a,e).map(c.l)}function E(t,a){return t.length===a.length&&t.every(({field:e,kind:n,message:o},s)=>{let r=a[s];return r?.field===e&&r.kind===n&&r.message===o})}var G=class{#t=0;fetch=async(t,a)=>{let e=await globalThis.fetch(t,a),n=Date.parse(e.headers.get("date")??"");return Number.isNaN(n)||(this.#t=Math.floor(n/1e3)-Math.floor(Date.now()/1e3)),e};now(){return Math.floor(Date.now()/1e3)+this.#t}};function*I(t,a,e){let{record:n,source:o,value:s}=a,{envelope:r}=e.contract;if(r===void 0){yield{file:t,record:n,by:e,value:s,...b(o,o.path,s)};return}let l=(0,c.h)(s)?s[r.recordsPath]:void 0;if(Array.isArray(l))for(let[u,h]of l.entries()){let f=[...o.path,r.recordsPath,u];yield{file:t,record:u,by:e,value:h,...b(o,f,h)}}}function b(t,a,e){let[n]=(0,c.q)(t,[{path:a,anchor:"value"}]),o=t.walk===c.G&&n!==void 0;return{line:n?.start.line??t.line,text:o?t.text.slice(n.range.start,n.range.end):(0,c.k)(e)}}async function k(t,a,e){let n=new G,o=(0,d.d)(e.cwd,e.env,n.fetch);if("code"in o)return m([o],t,e);let{questions:s,problems:r}=await J(t,a,e);e.stderr.write(`asking ${o.url} about ${(0,i.aa)(s.length,"event")}
`);let l=[];try{l.push(...await R(s,o,n))}catch(f){return m([...r,(0,d.e)(f)],t,e)}finally{await o.client.close()}let u=r.length>0?2:l.length>0?1:0;if(t.json)return e.stdout.write(T(s,l,r,o,t)),u;for(let f of l)e.stdout.write(`${S(f,t)}
`);r.length>0&&await m(r,t,e);let h=`${(0,i.aa)(s.length-l.length,"verdict")} of ${s.length} agree`;return e.stdout.write(`contractgate-hook verify: ${h} with ${o.url}
`),u}async function J(t,a,e){let n=a.length>0||t.staged||t.rev!==void 0||t["from-ref"]!==void 0,o=[];try{let s=await(0,i.xa)({...t,all:t.all??!n},a,e),{selection:r,root:l}=s;try{let{problems:u}=await(0,i.V)(r,{showValues:!0,observe:(h,f,g)=>{for(let q of g)o.push(...I(h,f,q))},...t.config!==void 0&&{configPath:(0,i.za)(t.config,e.cwd,l)}});return{questions:o,problems:[...s.problems,...u]}}finally{await r.snapshot.close()}}catch(s){return{questions:o,problems:[(0,i.R)(s)]}}}async function R(t,{client:a},e){return(await Promise.all(t.map(n=>C(n,a,e)))).filter(n=>n!==void 0)}function S(t,a){let{file:e,line:n,record:o,by:s}=t.question,r=p(t,a["show-values"]??!1).split(`
`).map(i.Da).join(`
`);return`${(0,i.Da)(e)}:${n}: event ${o}, by ${(0,i.Da)(s.path)}: the verdicts differ, which is a bug of contractgate-hook. Please report it with:

${r}`}function T(t,a,e,{url:n},o){let s={tool:{name:"contractgate-hook",version:i.Z},gateway:n,asked:t.length,agreed:t.length-a.length,differences:a.map(r=>({file:r.question.file,line:r.question.line,record:r.question.record,contract:r.question.by.path,bugReport:p(r,o["show-values"]??!1)})),problems:e};return`${JSON.stringify(s,void 0,2)}
`}function m(t,a,e){return(0,i.Ga)((0,i.f)("none",t),{format:[a.json?"json":"human"]},e)}0&&(module.exports={run});
