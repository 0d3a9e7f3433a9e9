module.exports = require('./screen-worker-G6LLMVX5.cjs');
