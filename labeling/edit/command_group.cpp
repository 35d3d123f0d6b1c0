#include "labeling/edit/command_group.h"

#include <algorithm>
#include <utility>

namespace jaedan {

CommandGroup::CommandGroup(std::string name, std::vector<std::unique_ptr<const Command>> commands)
    : name_(std::move(name)), commands_(std::move(commands)) {}

Changes CommandGroup::changes() const {
  Changes all;
  for (const auto& command : commands_) all = all | command->changes();
  return all;
}

Deed CommandGroup::deed() const {
  const auto differs = [&](const auto& command) { return command->deed() != commands_.front()->deed(); };
  return commands_.empty() || std::any_of(commands_.begin(), commands_.end(), differs) ? deed_of(changes())
                                                                                       : commands_.front()->deed();
}

Status CommandGroup::apply(Annotation& annotation) const {
  // The session works on a copy and throws it away after an error, so "all or none" needs no work here.
  for (const auto& command : commands_) {
    if (Status done = command->apply(annotation); !done) return done.error().with_context(command->name());
  }
  return {};
}

}  // namespace jaedan
