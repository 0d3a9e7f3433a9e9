module.exports = require('./run-65B6OCZM.cjs');
