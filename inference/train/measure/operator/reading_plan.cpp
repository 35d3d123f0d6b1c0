#include "inference/train/measure/operator/reading_plan.h"

#include <limits>
#include <optional>
#include <utility>

namespace jaedan::inference {
namespace {

/// What makes garments of the proposals that a way begins with.
Acts taking(const GarmentWork& work, int garments, bool accepts_all) {
  // A correction accepts what it corrects, and leaves it selected.
  const int as_proposed = work.way == GarmentWay::kKept ? garments : garments - 1;
  Acts acts;
  if (!accepts_all) acts += as_proposed * (act::kSelect + act::kAcceptSelected);
  if (work.part_changed) acts += as_proposed * act::kSelect + garments * act::kChangePart;
  return acts;
}

/// All plans that accept everything at once, or none.
class PlanSearch {
 public:
  PlanSearch(const ReadingPlan& plan, bool accepts_all)
      : plan_(plan),
        accepts_all_(accepts_all),
        is_used_(plan.sources.size(), false),
        chosen_(plan.garments.size(), nullptr) {
    for (const PlannedGarment& garment : plan.garments) {
      std::vector<std::optional<GarmentWork>>& best = best_.emplace_back();
      best.push_back(cheapest(garment.from_nothing, 0));
      for (std::size_t s = 0; s < plan.sources.size(); ++s) {
        best.push_back(cheapest(garment.from_source[s], plan.sources[s].garments));
      }
    }
  }

  ChosenPlan run() {
    choose(0);
    return std::move(cheapest_);
  }

 private:
  /// `sources`: proposals that it begins with.
  std::optional<GarmentWork> cheapest(const std::vector<GarmentWork>& ways, int sources) const {
    std::optional<GarmentWork> best;
    for (GarmentWork way : ways) {
      if (sources > 0) way.outline += taking(way, sources, accepts_all_);
      if (!best || way.seconds() < best->seconds()) best = std::move(way);
    }
    return best;
  }

  /// Tries all that is left for the garments from `t` on.
  void choose(std::size_t t) {
    if (t == best_.size()) return judge();
    for (std::size_t from = 0; from < best_[t].size(); ++from) {
      if (!best_[t][from] || (from > 0 && is_used_[from - 1])) continue;
      chosen_[t] = &*best_[t][from];
      if (from > 0) is_used_[from - 1] = true;
      choose(t + 1);
      if (from > 0) is_used_[from - 1] = false;
    }
  }

  void judge() {
    ChosenPlan plan;
    for (std::size_t s = 0; s < plan_.sources.size(); ++s) {
      const ProposalSource& source = plan_.sources[s];
      if (is_used_[s] || (accepts_all_ && !source.unwanted)) continue;
      plan.refused += source.garments;
      if (accepts_all_) plan.proposals += source.garments * (act::kSelect + act::kDeleteSelected);
    }
    if (accepts_all_) plan.proposals += act::kAcceptAll;
    if (!accepts_all_ && plan.refused > 0) plan.proposals += act::kInsist;
    double seconds = plan.proposals.seconds();
    for (const GarmentWork* garment : chosen_) seconds += garment->seconds();
    if (seconds >= least_) return;
    least_ = seconds;
    for (const GarmentWork* garment : chosen_) plan.garments.push_back(*garment);
    cheapest_ = std::move(plan);
  }

  const ReadingPlan& plan_;
  const bool accepts_all_;
  std::vector<std::vector<std::optional<GarmentWork>>> best_;  ///< by garment: from nothing, then from each source
  std::vector<bool> is_used_;                                  ///< by source
  std::vector<const GarmentWork*> chosen_;                     ///< by garment
  double least_ = std::numeric_limits<double>::infinity();
  ChosenPlan cheapest_;
};

}  // namespace

double ChosenPlan::seconds() const {
  double sum = proposals.seconds();
  for (const GarmentWork& garment : garments) sum += garment.seconds();
  return sum;
}

ChosenPlan cheapest_plan(const ReadingPlan& plan) {
  ChosenPlan one_by_one = PlanSearch(plan, false).run();
  if (plan.sources.empty()) return one_by_one;
  ChosenPlan all = PlanSearch(plan, true).run();
  return all.seconds() <= one_by_one.seconds() ? all : one_by_one;
}

}  // namespace jaedan::inference
