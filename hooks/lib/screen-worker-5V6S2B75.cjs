var i=require("./chunk-OR6YJGXZ.cjs");
