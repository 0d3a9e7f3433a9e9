module.exports = require('./run-VDYRTSYU.cjs');
