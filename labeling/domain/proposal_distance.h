#pragma once

#include <cstdint>
#include <optional>

namespace jaedan {

/// How far what people made of a photo is from what a model proposed: how much of it they left as it was.
struct ProposalDistance {
  std::int64_t proposed = 0;  ///< garments of the model
  std::int64_t kept = 0;      ///< of these: whose outline is as it was proposed
  std::int64_t redrawn = 0;   ///< … that there are, with another outline
  std::int64_t removed = 0;   ///< … that there are not
  std::int64_t added = 0;     ///< garments that it did not propose
  double iou_sum = 0;         ///< over those kept and redrawn

  std::int64_t labels_proposed = 0;  ///< of garments that there are
  std::int64_t labels_kept = 0;      ///< of these: that are said
  std::int64_t labels_changed = 0;   ///< … in whose place something else is said, or nothing
  std::int64_t labels_added = 0;     ///< said of an attribute that the model said nothing of

  /// Of the proposed garments; none where nothing was proposed.
  std::optional<double> share_kept() const {
    if (proposed == 0) return std::nullopt;
    return static_cast<double>(kept) / static_cast<double>(proposed);
  }
  /// Over all garments of both, those that only one has count 0; none where neither has any.
  std::optional<double> mean_iou() const {
    if (proposed + added == 0) return std::nullopt;
    return iou_sum / static_cast<double>(proposed + added);
  }

  friend bool operator==(const ProposalDistance& a, const ProposalDistance& b) {
    return a.proposed == b.proposed && a.kept == b.kept && a.redrawn == b.redrawn && a.removed == b.removed &&
           a.added == b.added && a.iou_sum == b.iou_sum && a.labels_proposed == b.labels_proposed &&
           a.labels_kept == b.labels_kept && a.labels_changed == b.labels_changed && a.labels_added == b.labels_added;
  }
};

}  // namespace jaedan
