module.exports = require('./screen-worker-AN3SXDJE.cjs');
