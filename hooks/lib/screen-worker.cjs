module.exports = require('./screen-worker-JRKFINMM.cjs');
