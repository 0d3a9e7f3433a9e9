var d=Object.defineProperty;var q=Object.getOwnPropertyDescriptor;var x=Object.getOwnPropertyNames;var j=Object.prototype.hasOwnProperty;var P=(t,a)=>{for(var e in a)d(t,e,{get:a[e],enumerable:!0})},A=(t,a,e,n)=>{if(a&&typeof a=="object"||typeof a=="function")for(let o of x(a))!j.call(t,o)&&o!==e&&d(t,o,{get:()=>a[o],enumerable:!(n=q(a,o))||n.enumerable});return t};var M=t=>A(d({},"__esModule",{value:!0}),t);var R={};P(R,{run:()=>$});module.exports=M(R);var h=require("./chunk-CDX7TL3Q.cjs"),s=require("./chunk-P4I4FA22.cjs");function y({question:t,ours:a,gateways:e},n){let{by:o,text:i,record:r}=t,l=o.sensitive!==void 0&&!n;return`## contractgate-hook ${s.ea} and the gateway disagree

Event ${r} of a fixture, by the contract below.

Contract:

${m("yaml",o.text)}

Event${l?" (not shown, since its contract declares a PII transform; `--show-values` shows it)":`:

${m("json",i)}`}

The gateway:

${v(e,l)}

contractgate-hook:

${v(a,l)}
`}function v(t,a){return typeof t=="string"?`- refuses it: ${t}`:t.length===0?"- passes":t.map(({field:e,kind:n,message:o})=>`- ${n} at \`${e}\`${a?"":`: ${o}`}`).join(`
`)}function m(t,a){let e=Math.max(2,...Array.from(a.matchAll(/`+/g),([o])=>o.length)),n="`".repeat(e+1);return`${n}${t}
${a}${a.endsWith(`
`)?"":`
`}${n}`}var N=new Set([400,422]);async function C(t,a,e){let{by:n,text:o}=t,i=e.now();try{let{passed:r,violations:l}=await a.playgroundValidate({yamlContent:n.text,eventJson:o}),c=g(t,e.now());return[...D(i,e.now(),n.validator.readsClock)].some(u=>E(g(t,u),l))&&r===(l.length===0)?void 0:{question:t,ours:c,gateways:l}}catch(r){if(!(r instanceof h.a&&N.has(r.status)))throw r;return{question:t,ours:g(t,i),gateways:r.message}}}function*D(t,a,e){if(!e)yield a;else for(let n=a+1;n>=t-1;n--)yield n}function g({by:t,value:a},e){return t.validator.check(a,e).map(s.C)}function E(t,a){return t.length===a.length&&t.every(({field:e,kind:n,message:o},i)=>{let r=a[i];return r?.field===e&&r.kind===n&&r.message===o})}var I=class{#t=0;fetch=async(t,a)=>{let e=await globalThis.fetch(t,a),n=Date.parse(e.headers.get("date")??"");return Number.isNaN(n)||(this.#t=Math.floor(n/1e3)-Math.floor(Date.now()/1e3)),e};now(){return Math.floor(Date.now()/1e3)+this.#t}};function*J(t,a,e){let{record:n,source:o,value:i}=a,{envelope:r}=e.contract;if(r===void 0){yield{file:t,record:n,by:e,value:i,...p(o,o.path,i)};return}let l=(0,s.z)(i)?i[r.recordsPath]:void 0;if(Array.isArray(l))for(let[c,u]of l.entries()){let f=[...o.path,r.recordsPath,c];yield{file:t,record:c,by:e,value:u,...p(o,f,u)}}}function p(t,a,e){let[n]=(0,s.j)(t,[{path:a,anchor:"value"}]),o=t.walk===s.t&&n!==void 0;return{line:n?.start.line??t.line,text:o?t.text.slice(n.range.start,n.range.end):(0,s.B)(e)}}async function $(t,a,e){let n=new I,o=(0,h.d)(e.cwd,e.env,n.fetch);if("code"in o)return w([o],t,e);let{questions:i,problems:r}=await S(t,a,e);e.stderr.write(`asking ${o.url} about ${(0,s.ha)(i.length,"event")}
`);let l=[];try{l.push(...await T(i,o,n))}catch(f){return w([...r,(0,h.e)(f)],t,e)}finally{await o.client.close()}let c=r.length>0?2:l.length>0?1:0;if(t.json)return e.stdout.write(O(i,l,r,o,t)),c;for(let f of l)e.stdout.write(`${V(f,t)}
`);r.length>0&&await w(r,t,e);let u=`${(0,s.ha)(i.length-l.length,"verdict")} of ${i.length} agree`;return e.stdout.write(`contractgate-hook verify: ${u} with ${o.url}
`),c}async function S(t,a,e){let n=a.length>0||t.staged||t.rev!==void 0||t["from-ref"]!==void 0,o=[];try{let i=await(0,s.qa)({...t,all:t.all??!n},a,e),{selection:r,root:l}=i;try{let{problems:c}=await(0,s.ca)(r,{showValues:!0,observe:(u,f,b)=>{for(let k of b)o.push(...J(u,f,k))},...t.config!==void 0&&{configPath:(0,s.ra)(t.config,e.cwd,l)}});return{questions:o,problems:[...i.problems,...c]}}finally{await r.snapshot.close()}}catch(i){return{questions:o,problems:[(0,s.$)(i)]}}}async function T(t,{client:a},e){return(await Promise.all(t.map(n=>C(n,a,e)))).filter(n=>n!==void 0)}function V(t,a){let{file:e,line:n,record:o,by:i}=t.question,r=y(t,a["show-values"]??!1).split(`
`).map(s.sa).join(`
`);return`${(0,s.sa)(e)}:${n}: event ${o}, by ${(0,s.sa)(i.path)}: the verdicts differ, which is a bug of contractgate-hook. Please report it with:

${r}`}function O(t,a,e,{url:n},o){let i={tool:{name:"contractgate-hook",version:s.ea},gateway:n,asked:t.length,agreed:t.length-a.length,differences:a.map(r=>({file:r.question.file,line:r.question.line,record:r.question.record,contract:r.question.by.path,bugReport:y(r,o["show-values"]??!1)})),problems:e};return`${JSON.stringify(i,void 0,2)}
`}function w(t,a,e){return(0,s.Aa)((0,s.f)("none",t),{format:[a.json?"json":"human"]},e)}0&&(module.exports={run});
