var s=Object.defineProperty;var g=Object.getOwnPropertyDescriptor;var k=Object.getOwnPropertyNames;var b=Object.prototype.hasOwnProperty;var v=(n,e)=>{for(var l in e)s(n,l,{get:e[l],enumerable:!0})},x=(n,e,l,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of k(e))!b.call(n,t)&&t!==l&&s(n,t,{get:()=>e[t],enumerable:!(i=g(e,t))||i.enumerable});return n};var C=n=>x(s({},"__esModule",{value:!0}),n);var J={};v(J,{reportJson:()=>p});module.exports=C(J);var c=require("./chunk-62QUDCQT.cjs"),h=require("./chunk-IGQFOT33.cjs"),o=require("./chunk-HZI26VSU.cjs");function*p(n){let{snapshot:e,shard:l,checks:i,problems:t,findings:r}=n,a={schemaVersion:1,tool:{name:"contractgate-hook",version:o.Q},snapshot:e,...l&&{shard:l},summary:(0,o.ra)(n)};yield`${f((0,o.va)(a,2),`
}`)},
  "checks": `,yield*d(i.map(L),"  "),yield`,
  "problems": `,yield*d(t.map(m),"  "),yield`,
  "lint": `,yield*d(r.map(m),"  "),yield`
}
`}function m(n){return function*(e){yield u((0,o.va)(n,2),e)}}function L(n){let{violations:e,locate:l,...i}=n;return function*(t){yield`${f(u((0,o.va)(i,2),t),`
${t}}`)},
${t}  "violations": `,yield e.length===0?"[]":"[";let r="";for(let[a,y]of(0,c.b)(n)){let $=(0,o.va)(A(a,y,i.contract),2);yield`${r}
${t}    ${u($,`${t}    `)}`,r=","}yield e.length===0?`
${t}}`:`
${t}  ]
${t}}`}}function*d(n,e){if(n.length===0){yield"[]";return}for(let[l,i]of n.entries())yield`${l===0?"[":","}
${e}  `,yield*i(`${e}  `);yield`
${e}]`}function u(n,e){return n.replaceAll(`
`,`
${e}`)}function f(n,e){return n.slice(0,-e.length)}function A(n,e,l){let{field:i,kind:t,message:r,record:a}=n;return{field:i,kind:t,message:r,record:a,...F(e,l)}}function F({start:n,end:e,path:l,contract:i,hint:t,first:r},a){return{line:n.line,column:n.column,endLine:e.line,endColumn:e.column,pointer:(0,c.a)(l),...i&&{contractLine:i.line,contractColumn:i.column},...i&&i.path!==a&&{contractFile:i.path},...t&&{hint:{...t,text:(0,h.a)(t)}},...r&&{first:{record:r.record,line:r.start.line,column:r.start.column}}}}0&&(module.exports={reportJson});
