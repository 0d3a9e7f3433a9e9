module.exports = require('./run-ZE64AXDU.cjs');
