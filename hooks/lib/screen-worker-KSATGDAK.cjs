var i=require("./chunk-P56B3CW2.cjs");
