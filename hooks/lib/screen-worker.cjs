module.exports = require('./screen-worker-WKORBV42.cjs');
