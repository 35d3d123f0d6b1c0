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
  std::vector<Message> messages;
  for (const Warning& obstacle : obstacles_to_approval(photo, annotation, taxonomy)) {
    messages.push_back(obstacle.message);
  }
  for (const Part part : undecided) messages.push_back(undecided_proposal(part));
  if (messages.empty()) return {};
  return Error{ErrorCode::kRefused, joined(messages)};
}

}  // namespace jaedan
