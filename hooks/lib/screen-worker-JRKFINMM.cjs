var i=require("./chunk-HRA3KGCL.cjs");
