#include "app/workflow/photo/change_words.h"

#include "app/workflow/photo/compare_annotations.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::workflow {
namespace {

using Words = std::vector<std::string>;

std::string name_of_garment(const Garment& garment) {
  return std::string(id_of(garment.part)) + " " + std::to_string(garment.id.value);
}

/// "black", "cotton, wool"; empty where nothing is said.
std::string listed(const std::vector<std::string>& values) {
  std::string said;
  for (const std::string& value : values) said += (said.empty() ? "" : ", ") + value;
  return said;
}

void add_labels(const std::string& of, const AttributeValues& before, const AttributeValues& after, Words& words) {
  for (const LabelDifference& label : label_differences(before, after)) {
    const std::string was = listed(label.before), is = listed(label.after);
    const std::string name = of + ": " + label.attribute + " ";
    if (label.confirmed) {
      words.push_back(name + is + " confirmed");
    } else if (was.empty()) {
      words.push_back(name + is);
    } else {
      words.push_back(name + was + " → " + (is.empty() ? "nothing" : is));
    }
  }
}

void add_garment(const Garment& before, const Garment& after, Words& words) {
  const std::string name = name_of_garment(after);
  if (before.part != after.part) words.push_back(name_of_garment(before) + " is now " + name);
  if (before.region != after.region) words.push_back(name + ": outline");
  const bool drawn_by_other =
      before.region == after.region && is_guess(before.region_provenance) && !is_guess(after.region_provenance);
  if (drawn_by_other) words.push_back(name + ": outline confirmed");
  add_labels(name, before.attributes, after.attributes, words);
  if (before.hidden != after.hidden) words.push_back(name + (after.hidden ? " hidden" : " shown"));
  if (before.locked != after.locked) words.push_back(name + (after.locked ? " locked" : " unlocked"));
  if (before.handling.looked_by != after.handling.looked_by) {
    words.push_back(name + " looked at by " + after.handling.looked_by);
  }
}

}  // namespace

Words change_words(const labeling::ChangeRecord& change) {
  Annotation before, after;
  const auto was = labeling::annotation_from_json(change.before);
  const auto is = labeling::annotation_from_json(change.after);
  if (!is.ok() || (!was.ok() && !change.before.empty())) return {"what it changed cannot be read"};
  if (was.ok()) before = *was;
  after = *is;
  Words words;
  if (before.state != after.state) {
    words.push_back("state " + std::string(id_of(before.state)) + " → " + std::string(id_of(after.state)));
  }
  for (const Garment& garment : after.garments) {
    if (const Garment* known = find_garment(before, garment.id)) {
      add_garment(*known, garment, words);
    } else {
      words.push_back(name_of_garment(garment) + " added");
    }
  }
  for (const Garment& garment : before.garments) {
    if (!find_garment(after, garment.id)) words.push_back(name_of_garment(garment) + " removed");
  }
  add_labels("photo", before.image_attributes, after.image_attributes, words);
  return words;
}

}  // namespace jaedan::workflow
