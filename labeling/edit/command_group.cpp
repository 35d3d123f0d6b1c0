#include "labeling/edit/command_group.h"

#include <utility>

namespace jaedan {

CommandGroup::CommandGroup(std::string name, std::vector<std::unique_ptr<const Command>> commands)
    : name_(std::move(name)), commands_(std::move(commands)) {}

Status CommandGroup::apply(Annotation& annotation) const {
  // The session works on a copy and throws it away after an error, so "all or none" needs no work here.
  for (const auto& command : commands_) {
    if (Status done = command->apply(annotation); !done) return done.error().with_context(command->name());
  }
  return {};
}

}  // namespace jaedan
