var i=require("./chunk-XWUAQ2QX.cjs");
