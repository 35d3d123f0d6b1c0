#include "labeling/agreement/mask_agreement.h"

#include "labeling/agreement/assignment.h"
#include "labeling/agreement/drawn_garments.h"

namespace jaedan::labeling {
namespace {

using Ious = std::vector<std::vector<double>>;

std::vector<std::size_t> garments_of(const std::vector<DrawnGarment>& drawn, std::size_t person) {
  std::vector<std::size_t> mine;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].person == person) mine.push_back(i);
  }
  return mine;
}

OutlineAgreement matched(const std::vector<std::size_t>& one, const std::vector<std::size_t>& other, const Ious& ious) {
  Ious gains(one.size(), std::vector<double>(other.size()));
  for (std::size_t i = 0; i < one.size(); ++i) {
    for (std::size_t j = 0; j < other.size(); ++j) gains[i][j] = ious[one[i]][other[j]];
  }
  const std::vector<int> column_of = best_assignment(gains);
  OutlineAgreement found;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (column_of[i] < 0) continue;
    const double iou = gains[i][static_cast<std::size_t>(column_of[i])];
    ++found.matched;
    found.same += iou >= kSameGarmentIou;
    found.iou_sum += iou;
  }
  found.alone = one.size() + other.size() - 2 * found.matched;
  return found;
}

}  // namespace

std::optional<double> MaskAgreement::mean_iou() const {
  double sum = 0;
  int count = 0;
  for (const PairAgreement& pair : pairs) {
    if (const auto iou = pair.outlines.mean_iou()) {
      sum += *iou;
      ++count;
    }
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

std::optional<double> MaskAgreement::f1() const {
  OutlineAgreement all;
  for (const PairAgreement& pair : pairs) all += pair.outlines;
  return all.f1();
}

MaskAgreement mask_agreement(const std::vector<Annotation>& people, int width, int height) {
  MaskAgreement found;
  for (std::size_t one = 0; one < people.size(); ++one) {
    for (std::size_t other = one + 1; other < people.size(); ++other) found.pairs.push_back({one, other, {}});
  }
  for (std::size_t part = 0; part < kAllParts.size(); ++part) {
    const std::vector<DrawnGarment> drawn = drawn_garments(people, kAllParts[part], width, height);
    const Ious ious = ious_between_people(drawn);
    for (PairAgreement& pair : found.pairs) {
      const OutlineAgreement outlines = matched(garments_of(drawn, pair.one), garments_of(drawn, pair.other), ious);
      pair.outlines += outlines;
      found.parts[part] += outlines;
    }
  }
  return found;
}

}  // namespace jaedan::labeling
