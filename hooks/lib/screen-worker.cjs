module.exports = require('./screen-worker-QZUVNVIJ.cjs');
