require("./screen-worker-VWJJYYRP.cjs");
