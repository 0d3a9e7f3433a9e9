require("./screen-worker-IMJMCQSL.cjs");
