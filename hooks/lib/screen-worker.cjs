module.exports = require('./screen-worker-5V6S2B75.cjs');
