module.exports = require('./screen-worker-GPDL4DMG.cjs');
