module.exports = require('./run-AKYMHDKJ.cjs');
