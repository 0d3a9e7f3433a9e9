module.exports = require('./run-DFGXIFN2.cjs');
