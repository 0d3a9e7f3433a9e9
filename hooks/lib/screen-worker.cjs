module.exports = require('./screen-worker-MU2K33TD.cjs');
