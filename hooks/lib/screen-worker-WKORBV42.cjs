var i=require("./chunk-ODC2YIXV.cjs");
