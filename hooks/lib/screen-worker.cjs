require("./screen-worker-TAT24SVB.cjs");
