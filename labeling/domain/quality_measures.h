#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"

namespace jaedan {

/// How well outlines agree, added up over garments, pairs of people or photos (labeling/agreement/mask_agreement.h).
struct OutlineAgreement {
  std::size_t matched = 0;  ///< pairs of garments that were matched
  std::size_t alone = 0;    ///< garments of either person that none of the other matches
  std::size_t same = 0;     ///< of the matched those that are taken for the same garment
  double iou_sum = 0;       ///< over the matched

  /// Mean IoU over matched pairs and lone garments, which count 0. Nothing where nobody drew any.
  std::optional<double> mean_iou() const {
    if (matched + alone == 0) return std::nullopt;
    return iou_sum / static_cast<double>(matched + alone);
  }
  /// 2 · same / garments of both: the F1 score of one person against the other, whichever is taken for the truth.
  /// Nothing where nobody drew any.
  std::optional<double> f1() const {
    if (matched + alone == 0) return std::nullopt;
    return 2.0 * static_cast<double>(same) / static_cast<double>(2 * matched + alone);
  }
  OutlineAgreement& operator+=(const OutlineAgreement& more) {
    matched += more.matched;
    alone += more.alone;
    same += more.same;
    iou_sum += more.iou_sum;
    return *this;
  }
  friend bool operator==(const OutlineAgreement& a, const OutlineAgreement& b) {
    return a.matched == b.matched && a.alone == b.alone && a.same == b.same && a.iou_sum == b.iou_sum;
  }
};

/// How often labels were right.
struct LabelScore {
  std::int64_t right = 0;
  std::int64_t asked = 0;  ///< garments, or photos, that the truth or the person names it for

  LabelScore& operator+=(const LabelScore& more) {
    right += more.right;
    asked += more.asked;
    return *this;
  }
  double share() const { return asked == 0 ? 0 : static_cast<double>(right) / static_cast<double>(asked); }
  friend bool operator==(const LabelScore& a, const LabelScore& b) { return a.right == b.right && a.asked == b.asked; }
};

/// How well one person did one control (a photo whose truth is known): by its outlines at the drawing, by its labels
/// later. What does not go by is empty.
struct ControlMeasure {
  /// Labels of one attribute, of garments of one part or (none) of the photo.
  struct Labels {
    std::string attribute;
    std::optional<Part> part;
    LabelScore score;
    friend bool operator==(const Labels& a, const Labels& b) {
      return a.attribute == b.attribute && a.part == b.part && a.score == b.score;
    }
  };

  std::array<OutlineAgreement, 4> parts = {};  ///< in the order of kAllParts
  std::vector<Labels> labels;

  /// Of all parts; none where neither the person nor the truth has a garment.
  std::optional<double> mean_iou() const {
    OutlineAgreement outlines;
    for (const OutlineAgreement& part : parts) outlines += part;
    return outlines.mean_iou();
  }
  friend bool operator==(const ControlMeasure& a, const ControlMeasure& b) {
    return a.parts == b.parts && a.labels == b.labels;
  }
};

/// What several people said of one attribute of one garment that two or more of them drew, or of the photo.
struct SaidLabel {
  std::string attribute;
  std::optional<Part> part;                 ///< none: of the photo
  std::map<std::size_t, std::string> said;  ///< by person; several values as "a+b"

  friend bool operator==(const SaidLabel& a, const SaidLabel& b) {
    return a.attribute == b.attribute && a.part == b.part && a.said == b.said;
  }
};

/// How far the people agree who did the same photo unseen by each other.
struct PanelMeasure {
  std::vector<UserId> people;                  ///< who has submitted, in the order of their answers
  std::optional<double> mean_iou;              ///< of their outlines, over all pairs; none where nobody drew any
  std::optional<double> f1;                    ///< the same
  std::array<OutlineAgreement, 4> parts = {};  ///< in the order of kAllParts
  std::vector<SaidLabel> said;                 ///< by place in `people`

  friend bool operator==(const PanelMeasure& a, const PanelMeasure& b) {
    return a.people == b.people && a.mean_iou == b.mean_iou && a.f1 == b.f1 && a.parts == b.parts && a.said == b.said;
  }
};

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
