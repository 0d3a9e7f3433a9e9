module.exports = require('./screen-worker-M5EEAB2Z.cjs');
