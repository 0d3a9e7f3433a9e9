require("./screen-worker-N46D752D.cjs");
