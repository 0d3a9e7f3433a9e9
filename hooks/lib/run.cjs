module.exports = require('./run-LA3UMLK3.cjs');
