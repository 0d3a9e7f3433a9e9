require("./screen-worker-NUUBIGNQ.cjs");
