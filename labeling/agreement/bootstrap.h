#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <vector>

#include "labeling/agreement/measure.h"
#include "labeling/agreement/proportion_interval.h"

namespace jaedan::labeling {

/// How intervals are found by drawing units again.
struct BootstrapOptions {
  int resamples = 1000;      ///< 0: no intervals
  std::uint64_t seed = 1;    ///< the same seed gives the same intervals on every machine
  double confidence = 0.95;  ///< in (0, 1)
};

/// Where a figure lies, as far as the units at hand can tell.
struct BootstrapInterval {
  std::optional<Interval> interval;  ///< nothing below two units, and when most resamples have no value
  int used = 0;                      ///< resamples that gave a value
  int left_out = 0;                  ///< those that gave none, as when all that was drawn is of one category
};

/// Draws as many units as the table has, with replacement; the raters stay the same (Efron 1979). Not thread-safe; the
/// table must outlive it.
class Resampler {
 public:
  Resampler(const RatingTable& table, std::uint64_t seed) : table_(table), random_(seed) {}
  RatingTable next();

 private:
  const RatingTable& table_;
  std::mt19937_64 random_;  ///< its numbers are laid down by the standard; those of its distributions are not
};

/// The percentile interval of what resamples gave: the middle `confidence` of `values`, between neighbours in
/// proportion. `left_out`: how many gave nothing.
BootstrapInterval percentile_interval(std::vector<double> values, int left_out, double confidence);

/// The interval of one measure. Several share their resamples by a Resampler and `percentile_interval`.
BootstrapInterval bootstrap(const RatingTable& table, const std::function<Measure(const RatingTable&)>& measure,
                            const BootstrapOptions& options);

/// The interval of whatever figure units give: `figure` gets the places of those that were drawn, as many as there are,
/// some of them several times; nothing when they give none.
BootstrapInterval bootstrap_units(std::size_t units,
                                  const std::function<std::optional<double>(const std::vector<std::size_t>&)>& figure,
                                  const BootstrapOptions& options);

/// The interval of the mean of `values`, which are the units.
BootstrapInterval bootstrap_mean(const std::vector<double>& values, const BootstrapOptions& options);

}  // namespace jaedan::labeling
