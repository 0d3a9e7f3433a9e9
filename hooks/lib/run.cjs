module.exports = require('./run-WPAFHAPN.cjs');
