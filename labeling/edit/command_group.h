#pragma once

#include <memory>
#include <string>
#include <vector>

#include "labeling/edit/command.h"

namespace jaedan {

/// Several commands as one undo entry, in order, all or none.
class CommandGroup : public Command {
 public:
  /// `name` as Command::name, for what the group is as a whole: "paste_labels".
  CommandGroup(std::string name, std::vector<std::unique_ptr<const Command>> commands);

  std::string name() const override { return name_; }
  /// Those of all members.
  Changes changes() const override;
  /// The members', when they agree; else as it follows from `changes`.
  Deed deed() const override;
  /// The first error of a member, with the member's name in front.
  Status apply(Annotation& annotation) const override;

 private:
  std::string name_;
  std::vector<std::unique_ptr<const Command>> commands_;
};

}  // namespace jaedan
