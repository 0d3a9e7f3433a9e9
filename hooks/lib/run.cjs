module.exports = require('./run-55RTB37S.cjs');
