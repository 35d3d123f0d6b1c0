#include "app/workflow/people/measure_agreement.h"

#include <algorithm>
#include <functional>

#include "labeling/agreement/kappa.h"
#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/percent_agreement.h"
#include "labeling/base/file_system.h"

namespace jaedan::workflow {
namespace {

using labeling::KappaWeights;
using labeling::Level;
using labeling::Measure;
using labeling::RatingTable;

constexpr std::uint64_t kMostRatingsBytes = 256ULL << 20;

struct AskedMeasure {
  const char* key;
  Level level;
  Measure (*of)(const RatingTable& table);
};

constexpr AskedMeasure kWithoutLevel[] = {
    {"percent", Level::kNominal, labeling::percent_agreement},
    {"unanimous", Level::kNominal, labeling::unanimous_agreement},
};

template <KappaWeights weights>
Measure cohen(const RatingTable& table) {
  return labeling::mean_cohen_kappa(table, weights);
}

template <Level level>
Measure alpha(const RatingTable& table) {
  return labeling::krippendorff_alpha(table, level);
}

constexpr AskedMeasure kOfLevels[] = {
    {"cohen", Level::kNominal, cohen<KappaWeights::kNone>},
    {"cohen_linear", Level::kOrdinal, cohen<KappaWeights::kLinear>},
    {"cohen_quadratic", Level::kOrdinal, cohen<KappaWeights::kQuadratic>},
    {"fleiss", Level::kNominal, labeling::fleiss_kappa},
    {"krippendorff", Level::kNominal, alpha<Level::kNominal>},
    {"krippendorff", Level::kOrdinal, alpha<Level::kOrdinal>},
    {"krippendorff", Level::kInterval, alpha<Level::kInterval>},
    {"krippendorff", Level::kRatio, alpha<Level::kRatio>},
};

std::vector<AskedMeasure> asked_for(const std::vector<Level>& levels) {
  std::vector<AskedMeasure> asked(std::begin(kWithoutLevel), std::end(kWithoutLevel));
  std::copy_if(std::begin(kOfLevels), std::end(kOfLevels), std::back_inserter(asked), [&](const AskedMeasure& one) {
    return std::find(levels.begin(), levels.end(), one.level) != levels.end();
  });
  return asked;
}

/// Draws the units again and again, and asks all measures each time.
Status add_intervals(const RatingTable& table, const std::vector<AskedMeasure>& asked,
                     const labeling::BootstrapOptions& options, const Watch& watch,
                     std::vector<MeasuredAgreement>& measures) {
  if (table.units() < 2 || options.resamples <= 0) return {};
  labeling::Resampler resampler(table, options.seed);
  std::vector<std::vector<double>> drawn(asked.size());
  for (int i = 0; i < options.resamples; ++i) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "agreement.stopped", "stopped before it was measured"};
    const RatingTable units = resampler.next();
    for (std::size_t m = 0; m < asked.size(); ++m) {
      if (!measures[m].measure.value) continue;
      if (const Measure measure = asked[m].of(units); measure.value) drawn[m].push_back(*measure.value);
    }
    watch.report({"resampling", i + 1, options.resamples, {}});
  }
  for (std::size_t m = 0; m < asked.size(); ++m) {
    if (!measures[m].measure.value) continue;
    const int left_out = options.resamples - static_cast<int>(drawn[m].size());
    measures[m].interval = labeling::percentile_interval(std::move(drawn[m]), left_out, options.confidence);
  }
  return {};
}

}  // namespace

bool AgreementAnswer::anything() const {
  return std::any_of(measures.begin(), measures.end(), [](const auto& one) { return one.measure.value.has_value(); });
}

Result<std::vector<MeasuredAgreement>> measure_table(const RatingTable& table, const std::vector<Level>& levels,
                                                     const labeling::BootstrapOptions& bootstrap, const Watch& watch) {
  const std::vector<AskedMeasure> asked = asked_for(levels);
  std::vector<MeasuredAgreement> measures;
  for (const AskedMeasure& one : asked) measures.push_back({one.key, one.level, one.of(table), {}});
  JAEDAN_RETURN_IF_ERROR(add_intervals(table, asked, bootstrap, watch, measures));
  return measures;
}

Result<AgreementAnswer> measure_agreement(const AgreementRequest& request, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(request.path, kMostRatingsBytes));
  Result<Ratings> read = read_ratings(bytes, request.reading);
  if (!read.ok()) return read.error().with_context(request.path);
  AgreementAnswer answer;
  answer.ratings = std::move(read).value();
  const RatingTable& table = answer.ratings.table;
  std::vector<Level> levels = request.levels;
  for (const Level level : levels) {
    if (const Status allowed = table.require(level); !allowed.ok()) return allowed.error().with_context(request.path);
  }
  if (levels.empty()) levels = {Level::kNominal, Level::kOrdinal, Level::kInterval};
  JAEDAN_ASSIGN_OR_RETURN(answer.measures, measure_table(table, levels, request.bootstrap, watch));
  answer.raters = labeling::rater_agreements(table);
  answer.raters.resize(answer.ratings.raters.size());  // a header alone names people, and no unit of theirs
  return answer;
}

}  // namespace jaedan::workflow
