#pragma once

#include <set>
#include <string>
#include <utility>

#include "labeling/domain/taxonomy.h"
#include "labeling/edit/command.h"

namespace jaedan {

/// What cannot be said of a part: by ids, so that a command can keep it without the taxonomy.
struct UnsaidWords {
  std::set<std::string> attributes;                      ///< not asked of this part at all
  std::set<std::pair<std::string, std::string>> values;  ///< (attribute, value) said of other parts only

  bool has(const AttributeValue& value) const;
};
UnsaidWords words_not_said_of(Part part, const Taxonomy& taxonomy);

/// Makes a garment another part (아우터 → 상의). Labels that are not said of the new part go; words that the
/// taxonomy does not know stay. The part is then a person's word, so the outline counts as theirs too, which
/// keeps models away. Parts are labels: a locked garment may get another. kNotFound.
class SetPart : public Command {
 public:
  SetPart(GarmentId garment, Part part, UnsaidWords unsaid, std::string user);
  /// Takes what it needs from `taxonomy`, which need not outlive the call.
  SetPart(GarmentId garment, Part part, const Taxonomy& taxonomy, std::string user);

  std::string name() const override { return "set_part"; }
  Changes changes() const override { return Change::kLabels; }
  Status apply(Annotation& annotation) const override;

 private:
  GarmentId garment_;
  Part part_;
  UnsaidWords unsaid_;
  std::string user_;
};

}  // namespace jaedan
