module.exports = require('./screen-worker-VVWLQIJE.cjs');
