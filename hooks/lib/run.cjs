module.exports = require('./run-BRQEMO6P.cjs');
