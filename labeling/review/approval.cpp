#include "labeling/review/approval.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace jaedan {
namespace {

constexpr std::array<std::string_view, 5> kObstacles = {"no_region", "ring_too_short", "self_crossing", "label_missing",
                                                        "wrong_part"};

std::size_t rank_of(const Warning& warning) {
  return static_cast<std::size_t>(std::find(kObstacles.begin(), kObstacles.end(), warning.code) - kObstacles.begin());
}

/// Whether `stage` asks for what `warning` misses.
bool is_of(Stage stage, const Warning& warning, const Taxonomy& taxonomy) {
  if (stage == Stage::kInspect) return true;
  const TaxonomyAttribute* const label = taxonomy.attribute(warning.attribute);
  if (!label) return stage == Stage::kDrawn;
  return stage == stage_of(*label);
}

/// "top: no outline; top: no category", or nothing.
Status refused(const std::vector<Message>& messages) {
  return messages.empty() ? Status() : Status(Error{ErrorCode::kRefused, joined(messages)});
}

std::vector<Message> messages_of(const std::vector<Warning>& warnings) {
  std::vector<Message> messages;
  for (const Warning& warning : warnings) messages.push_back(warning.message);
  return messages;
}

}  // namespace

std::vector<Warning> obstacles_to_approval(const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy) {
  if (annotation.garments.empty()) return {{"no_garment", {"approval.no_garment", "no garment to approve"}}};
  Annotation drawn_here = annotation;
  auto& garments = drawn_here.garments;
  const auto came_with_a_file = [](const Garment& g) { return g.region_provenance.source == Source::kImport; };
  garments.erase(std::remove_if(garments.begin(), garments.end(), came_with_a_file), garments.end());
  std::vector<Warning> obstacles;
  for (Warning& warning : validate(drawn_here, photo.width, photo.height, taxonomy)) {
    if (rank_of(warning) < kObstacles.size()) obstacles.push_back(std::move(warning));
  }
  std::stable_sort(obstacles.begin(), obstacles.end(),
                   [](const Warning& a, const Warning& b) { return rank_of(a) < rank_of(b); });
  return obstacles;
}

Message undecided_proposal(Part part) {
  return {"approval.proposal_open", "{0}: a proposal that nobody has decided on", {message_of(part)}};
}

Status may_approve(const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy,
                   const std::vector<Part>& undecided, bool insists) {
  if (insists && !annotation.garments.empty()) return {};
  std::vector<Message> messages = messages_of(obstacles_to_approval(photo, annotation, taxonomy));
  for (const Part part : undecided) messages.push_back(undecided_proposal(part));
  return refused(messages);
}

Stage stage_of(const TaxonomyAttribute& attribute) {
  return attribute.stage == LabelStage::kBasic ? Stage::kBasic : Stage::kExpert;
}

std::vector<Warning> obstacles_to_submission(Stage stage, const Photo& photo, const Annotation& annotation,
                                             const Taxonomy& taxonomy) {
  if (annotation.garments.empty()) {
    return {{"no_garment", {"approval.nothing_to_submit", "no garment to submit; skip a photo that has none"}}};
  }
  std::vector<Warning> obstacles = obstacles_to_approval(photo, annotation, taxonomy);
  const auto is_of_others = [&](const Warning& warning) { return !is_of(stage, warning, taxonomy); };
  obstacles.erase(std::remove_if(obstacles.begin(), obstacles.end(), is_of_others), obstacles.end());
  return obstacles;
}

Status may_submit(Stage stage, const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy) {
  return refused(messages_of(obstacles_to_submission(stage, photo, annotation, taxonomy)));
}

Status may_inspect(const Actor& actor, bool worked_on) {
  if (!actor.in_team() || !worked_on) return {};
  return Error{ErrorCode::kRefused,
               "review.own_work",
               "{0} worked on this photo, and nobody inspects their own work; somebody else has to",
               {actor.name}};
}

}  // namespace jaedan
