#include "labeling/edit/proposals/swap_reading.h"

#include <algorithm>
#include <utility>

#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/edit/proposals/place.h"

namespace jaedan {
namespace {

Garment without_id(Garment garment) {
  garment.id = {};
  garment.hidden = false;
  garment.handling = {};
  return garment;
}

/// The garments that accepting a reading makes, without ids; proposals that nobody can accept are left out.
std::vector<Garment> garments_of(const Reading& reading, const std::string& model_id,
                                 const std::vector<std::size_t>& refused = {}) {
  std::vector<Proposal> proposals;
  for (std::size_t i = 0; i < reading.garments.size(); ++i) {
    if (std::find(refused.begin(), refused.end(), i) == refused.end()) proposals.push_back(reading.garments[i]);
  }
  Annotation made;
  if (!AcceptProposals(std::move(proposals), model_id).apply(made)) return {};
  for (Garment& garment : made.garments) garment = without_id(std::move(garment));
  return made.garments;
}

/// What is left when the model's scores are taken away: they depend on what else a reading holds, what a person sees
/// does not.
Garment without_scores(Garment garment) {
  garment.region_provenance.score = 0;
  for (AttributeValue& value : garment.attributes) value.provenance.score = 0;
  return garment;
}

/// Whether one of `made` is the same garment, whatever its scores.
bool is_one_of(const Garment& garment, const std::vector<Garment>& made) {
  const auto plain = [](const Garment& one) { return without_scores(without_id(one)); };
  const Garment wanted = plain(garment);
  return std::any_of(made.begin(), made.end(), [&](const Garment& other) { return plain(other) == wanted; });
}

/// The reading with the most untouched acceptances, `but` for one.
std::optional<std::size_t> most_accepted(const Annotation& annotation, const Prediction& prediction,
                                         std::optional<std::size_t> but) {
  std::optional<std::size_t> best;
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i < prediction.readings.size(); ++i) {
    if (i == but) continue;
    const std::vector<Garment> made = garments_of(prediction.readings[i], prediction.model_id);
    const std::ptrdiff_t count = std::count_if(annotation.garments.begin(), annotation.garments.end(),
                                               [&](const Garment& g) { return is_one_of(g, made); });
    if (count <= most) continue;
    most = count;
    best = i;
  }
  return best;
}

enum class Fate { kStays, kGivesWay, kIsWanted };

/// Who goes and who comes, place by place.
struct Swap {
  std::vector<Garment> garments;  ///< of the annotation
  std::vector<Fate> fates;        ///< of each
  std::vector<Garment> coming;

  void settle() {
    while (keep_places() > 0) {
    }
  }

 private:
  /// What would come where a garment stays does not come, and what would have given way to it stays. Returns how
  /// many do not come.
  std::size_t keep_places() {
    const auto has_room = [&](const Garment& candidate) { return !place_is_kept(candidate); };
    const auto kept_out = std::stable_partition(coming.begin(), coming.end(), has_room);
    for (auto candidate = kept_out; candidate != coming.end(); ++candidate) {
      for (std::size_t g = 0; g < garments.size(); ++g) {
        if (fates[g] == Fate::kGivesWay && same_place(garments[g], *candidate)) fates[g] = Fate::kStays;
      }
    }
    const auto count = static_cast<std::size_t>(coming.end() - kept_out);
    coming.erase(kept_out, coming.end());
    return count;
  }
  bool place_is_kept(const Garment& candidate) const {
    for (std::size_t g = 0; g < garments.size(); ++g) {
      if (fates[g] == Fate::kStays && same_place(garments[g], candidate)) return true;
    }
    return false;
  }
};

}  // namespace

SwapReading::SwapReading(Prediction prediction, std::size_t reading, std::vector<std::size_t> refused)
    : prediction_(std::move(prediction)), reading_(reading), refused_(std::move(refused)) {}

Status SwapReading::apply(Annotation& annotation) const {
  if (annotation.state == WorkflowState::kApproved || reading_ >= prediction_.readings.size()) return {};
  const std::optional<std::size_t> from = most_accepted(annotation, prediction_, reading_);
  if (!from) return {};
  const std::vector<Garment> left = garments_of(prediction_.readings[*from], prediction_.model_id);
  const std::vector<Garment> wanted = garments_of(prediction_.readings[reading_], prediction_.model_id, refused_);
  std::vector<Garment> of_others;
  for (std::size_t i = 0; i < prediction_.readings.size(); ++i) {
    if (i == reading_) continue;
    const std::vector<Garment> made = garments_of(prediction_.readings[i], prediction_.model_id);
    of_others.insert(of_others.end(), made.begin(), made.end());
  }

  Swap swap;
  swap.garments = annotation.garments;
  for (const Garment& garment : annotation.garments) {
    const bool may_go = is_one_of(garment, of_others);
    swap.fates.push_back(is_one_of(garment, wanted) ? Fate::kIsWanted : may_go ? Fate::kGivesWay : Fate::kStays);
  }
  for (const Garment& garment : wanted) {
    // What the reading that is left has as well, and the photo has not, was not accepted or was taken away.
    if (!is_one_of(garment, annotation.garments) && !is_one_of(garment, left)) swap.coming.push_back(garment);
  }
  swap.settle();
  if (std::count(swap.fates.begin(), swap.fates.end(), Fate::kGivesWay) == 0) return {};

  GarmentId id = next_garment_id(annotation);
  for (Garment& garment : swap.coming) {
    garment.id = id;
    ++id.value;
  }
  annotation.garments = std::move(swap.coming);
  for (std::size_t g = 0; g < swap.garments.size(); ++g) {
    if (swap.fates[g] != Fate::kGivesWay) annotation.garments.push_back(std::move(swap.garments[g]));
  }
  return {};
}

std::optional<std::size_t> accepted_reading(const Annotation& annotation, const Prediction& prediction) {
  return most_accepted(annotation, prediction, std::nullopt);
}

}  // namespace jaedan
