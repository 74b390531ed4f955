const { writeFileSync } = require('node:fs');
const mocha = require('mocha');

/** mocha's spec reporter that also leaves the tier's counts in the file `SOSACH_TIER_REPORT`. */
class TierReporter extends mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.SOSACH_TIER_REPORT;
      if (!file) return;
      const { passes = 0, failures = 0, pending = 0 } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}

module.exports = TierReporter;
