var i=require("./chunk-JHQ7FZYZ.cjs"),m=require("./chunk-QFSPSXRF.cjs");
