module.exports = require('./run-LAMHAK7U.cjs');
