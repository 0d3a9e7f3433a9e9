var s=Object.defineProperty;var g=Object.getOwnPropertyDescriptor;var k=Object.getOwnPropertyNames;var b=Object.prototype.hasOwnProperty;var v=(n,e)=>{for(var l in e)s(n,l,{get:e[l],enumerable:!0})},x=(n,e,l,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of k(e))!b.call(n,t)&&t!==l&&s(n,t,{get:()=>e[t],enumerable:!(i=g(e,t))||i.enumerable});return n};var A=n=>x(s({},"__esModule",{value:!0}),n);var F={};v(F,{reportJson:()=>p});module.exports=A(F);var c=require("./chunk-62QUDCQT.cjs"),h=require("./chunk-2W6W72BL.cjs"),o=require("./chunk-GUPQKSJQ.cjs");function*p(n){let{snapshot:e,shard:l,checks:i,problems:t,findings:r}=n,a={schemaVersion:1,tool:{name:"contractgate-hook",version:o.Z},snapshot:e,...l&&{shard:l},summary:(0,o.Aa)(n)};yield`${f((0,o.Ea)(a,2),`
}`)},
  "checks": `,yield*d(i.map(C),"  "),yield`,
  "problems": `,yield*d(t.map(m),"  "),yield`,
  "lint": `,yield*d(r.map(m),"  "),yield`
}
`}function m(n){return function*(e){yield u((0,o.Ea)(n,2),e)}}function C(n){let{violations:e,locate:l,...i}=n;return function*(t){yield`${f(u((0,o.Ea)(i,2),t),`
${t}}`)},
${t}  "violations": `,yield e.length===0?"[]":"[";let r="";for(let[a,y]of(0,c.b)(n)){let $=(0,o.Ea)(L(a,y,i.contract),2);yield`${r}
${t}    ${u($,`${t}    `)}`,r=","}yield e.length===0?`
${t}}`:`
${t}  ]
${t}}`}}function*d(n,e){if(n.length===0){yield"[]";return}for(let[l,i]of n.entries())yield`${l===0?"[":","}
${e}  `,yield*i(`${e}  `);yield`
${e}]`}function u(n,e){return n.replaceAll(`
`,`
${e}`)}function f(n,e){return n.slice(0,-e.length)}function L(n,e,l){let{field:i,kind:t,message:r,record:a}=n;return{field:i,kind:t,message:r,record:a,...E(e,l)}}function E({start:n,end:e,path:l,contract:i,hint:t,first:r},a){return{line:n.line,column:n.column,endLine:e.line,endColumn:e.column,pointer:(0,c.a)(l),...i&&{contractLine:i.line,contractColumn:i.column},...i&&i.path!==a&&{contractFile:i.path},...t&&{hint:{...t,text:(0,h.a)(t)}},...r&&{first:{record:r.record,line:r.start.line,column:r.start.column}}}}0&&(module.exports={reportJson});
