import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);
function s(t,o){let i=1,n=0;for(let e=t.indexOf(`
`);e!==-1&&e<o;e=t.indexOf(`
`,n))i+=1,n=e+1;return{line:i,column:o-n+1}}function u(t,o=1){let i=[0];for(let n=t.indexOf(`
`);n!==-1;n=t.indexOf(`
`,n+1))i.push(n+1);return n=>{let e=0,r=i.length-1;for(;e<r;){let l=e+r+1>>1;(i[l]??0)<=n?e=l:r=l-1}return{line:o+e,column:n-(i[e]??0)+1}}}export{s as a,u as b};
