module.exports = require('./screen-worker-NDFYMMFJ.cjs');
