module.exports = require('./run-2OUAKPOS.cjs');
