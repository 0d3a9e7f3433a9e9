module.exports = require('./screen-worker-ROTEC6JR.cjs');
