module.exports = require('./run-XOMWLTC3.cjs');
