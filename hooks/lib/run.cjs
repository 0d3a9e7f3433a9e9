module.exports = require('./run-PIZEJXMB.cjs');
