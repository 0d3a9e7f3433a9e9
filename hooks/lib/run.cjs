module.exports = require('./run-MANC6XS6.cjs');
