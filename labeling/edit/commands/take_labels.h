#pragma once

#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// A person's work that comes in a file: replaces what is said of the photo, as theirs. What is there already as the
/// file says it stays, and a model's word that the file says, too, is confirmed. A garment that lies mostly where one
/// is (proposals/place.h) is that one, and keeps its id, flags and, without an outline in the file, its own.
class TakeLabels : public Command {
 public:
  enum class Outlines {
    kReplace,  ///< those of the file; kInvalidArgument when a locked garment would go or get another one
    kKeep,  ///< what is there is labelled; a garment too many or too few changes the outlines, which the table forbids
  };

  /// `said`: garments and labels of the file; ids, flags and provenance do not count.
  TakeLabels(Annotation said, Outlines outlines, std::string user);

  std::string name() const override { return "take_labels"; }
  Changes changes() const override;
  Status apply(Annotation& annotation) const override;

 private:
  AttributeValues labels(const AttributeValues& said, const AttributeValues& there) const;
  void take(const Garment& said, Garment& garment) const;

  Annotation said_;
  Outlines outlines_;
  std::string user_;
};

}  // namespace jaedan
