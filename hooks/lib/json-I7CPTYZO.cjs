var s=Object.defineProperty;var $=Object.getOwnPropertyDescriptor;var g=Object.getOwnPropertyNames;var k=Object.prototype.hasOwnProperty;var b=(n,e)=>{for(var l in e)s(n,l,{get:e[l],enumerable:!0})},x=(n,e,l,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of g(e))!k.call(n,t)&&t!==l&&s(n,t,{get:()=>e[t],enumerable:!(i=$(e,t))||i.enumerable});return n};var v=n=>x(s({},"__esModule",{value:!0}),n);var A={};b(A,{reportJson:()=>h});module.exports=v(A);var c=require("./chunk-62QUDCQT.cjs"),o=require("./chunk-P4I4FA22.cjs");function*h(n){let{snapshot:e,shard:l,checks:i,problems:t,findings:r}=n,a={schemaVersion:1,tool:{name:"contractgate-hook",version:o.ea},snapshot:e,...l&&{shard:l},summary:(0,o.xa)(n)};yield`${f((0,o.ta)(a,2),`
}`)},
  "checks": `,yield*d(i.map(C),"  "),yield`,
  "problems": `,yield*d(t.map(m),"  "),yield`,
  "lint": `,yield*d(r.map(m),"  "),yield`
}
`}function m(n){return function*(e){yield u((0,o.ta)(n,2),e)}}function C(n){let{violations:e,locate:l,...i}=n;return function*(t){yield`${f(u((0,o.ta)(i,2),t),`
${t}}`)},
${t}  "violations": `,yield e.length===0?"[]":"[";let r="";for(let[a,y]of(0,c.b)(n)){let p=(0,o.ta)(L(a,y,i.contract),2);yield`${r}
${t}    ${u(p,`${t}    `)}`,r=","}yield e.length===0?`
${t}}`:`
${t}  ]
${t}}`}}function*d(n,e){if(n.length===0){yield"[]";return}for(let[l,i]of n.entries())yield`${l===0?"[":","}
${e}  `,yield*i(`${e}  `);yield`
${e}]`}function u(n,e){return n.replaceAll(`
`,`
${e}`)}function f(n,e){return n.slice(0,-e.length)}function L(n,e,l){let{field:i,kind:t,message:r,record:a}=n;return{field:i,kind:t,message:r,record:a,...w(e,l)}}function w({start:n,end:e,path:l,contract:i,hint:t,first:r},a){return{line:n.line,column:n.column,endLine:e.line,endColumn:e.column,pointer:(0,c.a)(l),...i&&{contractLine:i.line,contractColumn:i.column},...i&&i.path!==a&&{contractFile:i.path},...t&&{hint:{...t,text:(0,o.wa)(t)}},...r&&{first:{record:r.record,line:r.start.line,column:r.start.column}}}}0&&(module.exports={reportJson});
