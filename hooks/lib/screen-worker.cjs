module.exports = require('./screen-worker-FXZGZIBQ.cjs');
