var i=require("./chunk-P4I4FA22.cjs");
