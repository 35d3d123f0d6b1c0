#include "labeling/edit/work_state.h"

#include <optional>
#include <utility>
#include <vector>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/set_state.h"

namespace jaedan {
namespace {

/// Hands one shared command to a group that owns its members.
class Shared : public Command {
 public:
  explicit Shared(std::shared_ptr<const Command> command) : command_(std::move(command)) {}
  std::string name() const override { return command_->name(); }
  Status apply(Annotation& annotation) const override { return command_->apply(annotation); }

 private:
  std::shared_ptr<const Command> command_;
};

std::optional<WorkflowState> state_after_work(const Annotation& annotation, const Command& command) {
  std::optional<WorkflowState> next;
  if (annotation.state == WorkflowState::kNew) next = WorkflowState::kDrawn;
  if (annotation.state == WorkflowState::kApproved) next = WorkflowState::kReturned;
  if (!next || command.name() == "set_flags") return std::nullopt;
  Annotation changed = annotation;
  const bool changes = command.apply(changed).ok() && changed != annotation;
  return changes ? next : std::nullopt;
}

}  // namespace

std::shared_ptr<const Command> with_state_of_work(const Annotation& annotation,
                                                  const std::shared_ptr<const Command>& command) {
  const std::optional<WorkflowState> moved = state_after_work(annotation, *command);
  if (!moved) return command;
  std::vector<std::unique_ptr<const Command>> both;
  both.push_back(std::make_unique<Shared>(command));
  both.push_back(std::make_unique<SetState>(*moved));
  return std::make_shared<CommandGroup>(command->name(), std::move(both));
}

}  // namespace jaedan
