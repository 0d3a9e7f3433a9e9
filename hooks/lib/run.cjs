module.exports = require('./run-6GKSYIOC.cjs');
