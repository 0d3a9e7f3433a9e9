module.exports = require('./run-N5VM7J5N.cjs');
