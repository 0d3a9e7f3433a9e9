require("./screen-worker-JPRVZAPJ.cjs");
