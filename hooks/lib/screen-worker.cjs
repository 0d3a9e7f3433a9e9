require("./screen-worker-2QU5P3XV.cjs");
