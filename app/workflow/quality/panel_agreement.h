#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/people/measure_agreement.h"
#include "app/workflow/project/project.h"
#include "labeling/agreement/mask_agreement.h"

namespace jaedan::workflow {

/// How far the people of one panel agree.
struct AgreedPhoto {
  labeling::Panel panel;
  std::string name;                 ///< of the photo
  std::vector<std::string> people;  ///< who has submitted, in the order of their answers
  std::optional<double> mean_iou;   ///< of their outlines, over all pairs; none where nobody drew any
  std::optional<double> f1;
};

/// How far they agree about one attribute: a unit is a garment that two or more of them drew (or a photo), a rater a
/// person. Several values of one person are one answer; naming none where others did is one, too.
struct AgreedAttribute {
  std::string attribute;
  std::size_t units = 0;
  std::vector<MeasuredAgreement> measures;
};

struct PanelAgreement {
  std::vector<AgreedPhoto> photos;  ///< with two answers or more, in the order of their panels
  std::size_t waiting = 0;          ///< panels with less
  std::optional<double> mean_iou;   ///< mean over the photos that have one
  labeling::BootstrapInterval iou_interval;
  OutlineAgreement parts[4];  ///< in the order of kAllParts
  std::vector<std::string> raters;      ///< all people, in ascending id
  std::vector<AgreedAttribute> attributes;
};

/// How much is measured of attributes.
enum class AgreementDetail {
  kAllMeasures,
  kAlpha,  ///< Krippendorff's alpha (nominal) alone, which costs the same for ten people and for a thousand
};

/// How far the people agree who did the same photos unseen by each other: of one photo's last panel, or of all panels
/// that are open or merged. kCancelled.
Result<PanelAgreement> panel_agreement(const Project& project, std::optional<PhotoId> photo,
                                       const labeling::BootstrapOptions& bootstrap, const Watch& watch = {},
                                       AgreementDetail detail = AgreementDetail::kAllMeasures);

}  // namespace jaedan::workflow
