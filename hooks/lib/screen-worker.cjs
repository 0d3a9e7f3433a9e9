module.exports = require('./screen-worker-EZBYY4XJ.cjs');
