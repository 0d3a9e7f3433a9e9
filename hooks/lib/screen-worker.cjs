require("./screen-worker-7WMQIMTC.cjs");
