var s=Object.defineProperty;var y=Object.getOwnPropertyDescriptor;var h=Object.getOwnPropertyNames;var $=Object.prototype.hasOwnProperty;var g=(e,n)=>{for(var i in n)s(e,i,{get:n[i],enumerable:!0})},k=(e,n,i,t)=>{if(n&&typeof n=="object"||typeof n=="function")for(let l of h(n))!$.call(e,l)&&l!==i&&s(e,l,{get:()=>n[l],enumerable:!(t=y(n,l))||t.enumerable});return e};var v=e=>k(s({},"__esModule",{value:!0}),e);var L={};g(L,{reportJson:()=>p});module.exports=v(L);var f=require("./chunk-UXYRTEIM.cjs"),r=require("./chunk-AT3XPACE.cjs");function*p(e){let{snapshot:n,shard:i,checks:t,problems:l,findings:o}=e,a={schemaVersion:1,tool:{name:"contractgate-hook",version:r.f},snapshot:n,...i&&{shard:i},summary:(0,r.oa)(e)};yield`${m((0,r.ia)(a,2),`
}`)},
  "checks": `,yield*c(t.map(b),"  "),yield`,
  "problems": `,yield*c(l.map(u),"  "),yield`,
  "lint": `,yield*c(o.map(u),"  "),yield`
}
`}function u(e){return function*(n){yield d((0,r.ia)(e,2),n)}}function b({violations:e,locate:n,...i}){return function*(t){yield`${m(d((0,r.ia)(i,2),t),`
${t}}`)},
${t}  "violations": `;let l=n(e);yield*c(e.map((o,a)=>()=>[d((0,r.ia)(x(o,l[a],i.contract),2),`${t}    `)]),`${t}  `),yield`
${t}}`}}function*c(e,n){if(e.length===0){yield"[]";return}for(let[i,t]of e.entries())yield`${i===0?"[":","}
${n}  `,yield*t(`${n}  `);yield`
${n}]`}function d(e,n){return e.replaceAll(`
`,`
${n}`)}function m(e,n){return e.slice(0,-n.length)}function x(e,n,i){let{field:t,kind:l,message:o,record:a}=e;return{field:t,kind:l,message:o,record:a,...n&&C(n,i)}}function C({start:e,end:n,path:i,contract:t,hint:l,first:o},a){return{line:e.line,column:e.column,endLine:n.line,endColumn:n.column,pointer:(0,f.a)(i),...t&&{contractLine:t.line,contractColumn:t.column},...t&&t.path!==a&&{contractFile:t.path},...l&&{hint:{...l,text:(0,r.la)(l)}},...o&&{first:{record:o.record,line:o.start.line,column:o.start.column}}}}0&&(module.exports={reportJson});
