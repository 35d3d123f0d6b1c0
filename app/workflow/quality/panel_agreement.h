#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/people/measure_agreement.h"
#include "app/workflow/project/project.h"
#include "labeling/domain/quality_measures.h"

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
  std::size_t compared = 0;         ///< panels with two answers or more
  std::vector<AgreedPhoto> photos;  ///< … each, in their order (panel_agreement alone)
  std::size_t waiting = 0;          ///< the others (panel_agreement alone): less, or not measured yet
  std::optional<double> mean_iou;   ///< mean over the photos that have one
  labeling::BootstrapInterval iou_interval;
  std::array<OutlineAgreement, 4> parts = {};  ///< in the order of kAllParts
  std::vector<std::string> raters;             ///< all people, in ascending id
  std::vector<AgreedAttribute> attributes;
};

/// How far the people agree who did the same photos unseen by each other: of one photo's last panel, or of all panels
/// that are open or merged, by all measures. What they said is read from what is kept of each panel
/// (labeling/store/quality/measure_store.h), what waits is measured first; of a panel that was taken back nothing is
/// kept, so its answers are read. kCancelled.
Result<PanelAgreement> panel_agreement(const Project& project, std::optional<PhotoId> photo,
                                       const labeling::BootstrapOptions& bootstrap, const Watch& watch = {});

/// The same of all panels from sums alone, whose number costs nothing: outlines, and of attributes Krippendorff's alpha
/// (nominal). Intervals: kept_measures.h, labeling/agreement/repeated_units.h. kCancelled.
Result<PanelAgreement> summed_agreement(const Project& project, const labeling::BootstrapOptions& bootstrap,
                                        const Watch& watch = {});

}  // namespace jaedan::workflow
