var i=require("./chunk-2EQWZOV7.cjs"),m=require("./chunk-SDHYHXBT.cjs");
