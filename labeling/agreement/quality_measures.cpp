#include "labeling/agreement/quality_measures.h"

#include <algorithm>

#include "labeling/agreement/mask_agreement.h"
#include "labeling/agreement/said_labels.h"

namespace jaedan::labeling {
namespace {

LabelScore& score_of(const SaidLabel& label, std::vector<ControlMeasure::Labels>& all) {
  const auto known = std::find_if(all.begin(), all.end(), [&](const ControlMeasure::Labels& one) {
    return one.attribute == label.attribute && one.part == label.part;
  });
  if (known != all.end()) return known->score;
  return all.emplace_back(ControlMeasure::Labels{label.attribute, label.part, {}}).score;
}

}  // namespace

ControlMeasure measure_outlines(const Annotation& answer, const Annotation& truth, int width, int height) {
  ControlMeasure measure;
  measure.parts = mask_agreement({answer, truth}, width, height).parts;
  return measure;
}

ControlMeasure measure_labels(const Annotation& answer, const Annotation& truth, LabelStage stage,
                              const Taxonomy& taxonomy, int width, int height) {
  const std::vector<Annotation> both = {answer, truth};
  ControlMeasure measure;
  for (const SaidLabel& label : said_labels(merge_people(both, taxonomy, width, height), both.size())) {
    const TaxonomyAttribute* const known = taxonomy.attribute(label.attribute);
    if (!known || known->stage != stage) continue;
    const bool is_right = label.said.at(0) == label.said.at(1);
    score_of(label, measure.labels) += {is_right ? 1 : 0, 1};
  }
  return measure;
}

PanelMeasure measure_people(const std::vector<Annotation>& people, const Taxonomy& taxonomy, int width, int height) {
  const MaskAgreement masks = mask_agreement(people, width, height);
  PanelMeasure measure;
  measure.mean_iou = masks.mean_iou();
  measure.f1 = masks.f1();
  measure.parts = masks.parts;
  measure.said = said_labels(merge_people(people, taxonomy, width, height), people.size());
  return measure;
}

}  // namespace jaedan::labeling
