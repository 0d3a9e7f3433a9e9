require("./screen-worker-LGR5ASXC.cjs");
