require("./screen-worker-S7TDOGPH.cjs");
