#include "labeling/agreement/bootstrap.h"

#include <algorithm>
#include <limits>

namespace jaedan::labeling {
namespace {

/// One of 0…count − 1, all alike.
std::size_t below(std::mt19937_64& random, std::size_t count) {
  const std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t fair = all - all % count;
  std::uint64_t drawn = random();
  while (drawn >= fair) drawn = random();
  return static_cast<std::size_t>(drawn % count);
}

double quantile(const std::vector<double>& ascending, double share) {
  const double place = share * static_cast<double>(ascending.size() - 1);
  const auto left = static_cast<std::size_t>(place);
  const std::size_t right = std::min(left + 1, ascending.size() - 1);
  return ascending[left] + (place - static_cast<double>(left)) * (ascending[right] - ascending[left]);
}

}  // namespace

RatingTable Resampler::next() {
  std::vector<std::size_t> units(table_.units());
  for (std::size_t& unit : units) unit = below(random_, table_.units());
  return table_.of_units(units);
}

BootstrapInterval percentile_interval(std::vector<double> values, int left_out, double confidence) {
  BootstrapInterval found;
  found.used = static_cast<int>(values.size());
  found.left_out = left_out;
  if (found.used == 0 || found.used < left_out) return found;
  std::sort(values.begin(), values.end());
  const double tail = (1 - confidence) / 2;
  found.interval = Interval{quantile(values, tail), quantile(values, 1 - tail)};
  return found;
}

BootstrapInterval bootstrap(const RatingTable& table, const std::function<Measure(const RatingTable&)>& measure,
                            const BootstrapOptions& options) {
  if (table.units() < 2) return {};  // whatever is drawn is the same
  Resampler resampler(table, options.seed);
  std::vector<double> values;
  for (int i = 0; i < options.resamples; ++i) {
    if (const Measure drawn = measure(resampler.next()); drawn.value) values.push_back(*drawn.value);
  }
  const int left_out = options.resamples - static_cast<int>(values.size());
  return percentile_interval(std::move(values), left_out, options.confidence);
}

BootstrapInterval bootstrap_units(std::size_t units,
                                  const std::function<std::optional<double>(const std::vector<std::size_t>&)>& figure,
                                  const BootstrapOptions& options) {
  if (units < 2) return {};
  std::mt19937_64 random(options.seed);
  std::vector<double> values;
  std::vector<std::size_t> drawn(units);
  for (int i = 0; i < options.resamples; ++i) {
    for (std::size_t& unit : drawn) unit = below(random, units);
    if (const std::optional<double> value = figure(drawn)) values.push_back(*value);
  }
  const int left_out = options.resamples - static_cast<int>(values.size());
  return percentile_interval(std::move(values), left_out, options.confidence);
}

BootstrapInterval bootstrap_mean(const std::vector<double>& values, const BootstrapOptions& options) {
  const auto mean = [&](const std::vector<std::size_t>& drawn) -> std::optional<double> {
    double sum = 0;
    for (const std::size_t unit : drawn) sum += values[unit];
    return sum / static_cast<double>(drawn.size());
  };
  return bootstrap_units(values.size(), mean, options);
}

}  // namespace jaedan::labeling
