module.exports = require('./run-ZIWXU6JN.cjs');
