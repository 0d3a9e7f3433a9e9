module.exports = require('./screen-worker-NX25NARK.cjs');
