module.exports = require('./run-K6STUV63.cjs');
