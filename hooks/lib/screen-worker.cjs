module.exports = require('./screen-worker-KSATGDAK.cjs');
