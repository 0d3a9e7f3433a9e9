var i=require("./chunk-SUS3LC6M.cjs");
