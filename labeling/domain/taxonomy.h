#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "labeling/domain/part.h"

namespace jaedan {

/// Which of the two stages of naming fills an attribute in.
enum class LabelStage { kBasic, kExpert };

/// One word of the vocabulary.
struct TaxonomyValue {
  std::string id;                     ///< ASCII, unique within its attribute: "black"
  std::string korean;                 ///< as the data spells it: "블랙"
  std::string english;                ///< for people: "black"
  std::string group;                  ///< id of the style group, empty elsewhere
  std::vector<std::string> variants;  ///< other spellings met in files, mapped on reading
  std::vector<Part> parts;            ///< garments it may be said of; empty for image-level attributes
  bool own = false;                   ///< no word of label files: neither written to them nor read from them
};

/// One question an annotator answers.
struct TaxonomyAttribute {
  std::string id;       ///< "colour"
  std::string korean;   ///< the key in K-Fashion files: "색상"
  std::string english;  ///< "colour"
  LabelStage stage = LabelStage::kExpert;
  bool multiple = false;     ///< takes several values (detail, material, print)
  bool image_level = false;  ///< of the whole photo (style, gender), not of a garment
  std::vector<TaxonomyValue> values;
  bool optional = false;    ///< most garments have none (sub-colour, detail): only who goes there is asked
  bool obligatory = false;  ///< a garment without it is not approved

  const TaxonomyValue* value(std::string_view value_id) const;
  /// The value a file's `spelling` means, variants included; null for a word outside the vocabulary.
  const TaxonomyValue* value_from_spelling(std::string_view spelling) const;
  /// The values that may be said of `part`, in the taxonomy's order.
  std::vector<const TaxonomyValue*> values_for(Part part) const;
  bool applies_to(Part part) const;
};

/// A family of values, for people to find their way: the ten style groups.
struct TaxonomyGroup {
  std::string id;       ///< what TaxonomyValue::group names: "traditional"
  std::string korean;   ///< "트래디셔널"
  std::string english;  ///< "traditional"
};

/// The questions and their answers. Immutable after loading; safe to share between threads. Loaded by
/// labeling/formats/taxonomy_json.h.
class Taxonomy {
 public:
  Taxonomy() = default;
  explicit Taxonomy(std::vector<TaxonomyAttribute> attributes, std::vector<TaxonomyGroup> groups = {})
      : attributes_(std::move(attributes)), groups_(std::move(groups)) {}

  const std::vector<TaxonomyAttribute>& attributes() const { return attributes_; }
  const std::vector<TaxonomyGroup>& groups() const { return groups_; }
  const TaxonomyAttribute* attribute(std::string_view attribute_id) const;
  /// Questions about a garment of `part`, basic stage first, in the taxonomy's order.
  std::vector<const TaxonomyAttribute*> attributes_for(Part part) const;
  /// Questions about the whole photo.
  std::vector<const TaxonomyAttribute*> image_attributes() const;
  /// Name for people; falls back to the id itself for words outside the vocabulary.
  std::string name_of(std::string_view attribute_id, std::string_view value_id, bool korean) const;

 private:
  std::vector<TaxonomyAttribute> attributes_;
  std::vector<TaxonomyGroup> groups_;
};

}  // namespace jaedan
