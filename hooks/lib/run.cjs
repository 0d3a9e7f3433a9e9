module.exports = require('./run-X5AH2R6K.cjs');
