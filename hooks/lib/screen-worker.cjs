require("./screen-worker-KZMKHODY.cjs");
