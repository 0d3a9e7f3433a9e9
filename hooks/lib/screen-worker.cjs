require("./screen-worker-A3AH3SQS.cjs");
