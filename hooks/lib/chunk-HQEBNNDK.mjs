import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);
var e=class{value;constructor(n){this.value=n}};export{e as a};
