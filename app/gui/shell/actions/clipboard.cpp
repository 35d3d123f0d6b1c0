#include "app/gui/shell/actions/clipboard.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/gui/shell/actions/run_command.h"
#include "labeling/edit/commands/paste_garments.h"

namespace jaedan::gui {
namespace {

void paste_from(StudioState& state, const Photo& other, const std::vector<Garment>& garments) {
  if (garments.empty()) return state.tell(Text::kNothingOnPrevious);
  const Photo& photo = state.document()->session.photo();
  const Point scale{double(photo.width) / std::max(other.width, 1), double(photo.height) / std::max(other.height, 1)};
  const Pasted pasted{garments, {}, photo.width, photo.height, scale};
  run_command(state, {std::make_shared<PasteGarments>(pasted, state.who.name)});
}

}  // namespace

void copy_garments(StudioState& state) {
  const Document* shown = state.document();
  if (!shown || state.view.selection.empty()) return;
  state.copied.clear();
  for (const Garment& garment : shown->session.annotation().garments) {
    if (state.view.selection.contains(garment.id)) state.copied.push_back(garment);
  }
  state.notice.tell(fill_gaps(state.looks.text(Text::kCopiedFormat), {std::to_string(state.copied.size())}));
}

void paste_garments(StudioState& state) {
  const Document* shown = state.document();
  if (!shown || state.copied.empty()) return;
  const Photo& photo = shown->session.photo();
  state.ask.run(PasteGarments({state.copied, {}, photo.width, photo.height}, state.who.name));
}

void copy_from_previous(StudioState& state) {
  const Document* shown = state.document();
  if (!shown) return;
  const std::optional<PhotoId> before = state.workspace->beside(-1);
  if (!before) return state.tell(Text::kNoPhotoBefore);
  if (const auto open = state.workspace->loaded(*before)) {
    return paste_from(state, open->session.photo(), open->session.annotation().garments);
  }
  state.workspace->reader().submit_first(
      {}, [&state, here = shown->id(), id = *before](workflow::Project& project, const workflow::Watch&) {
        auto photo = std::make_shared<Result<Photo>>(project.store().photo(id));
        auto annotation = std::make_shared<Result<Annotation>>(project.store().annotation(id));
        return std::function<void()>([&state, here, photo, annotation] {
          if (!photo->ok()) return state.tell(photo->error());
          if (!annotation->ok()) return state.tell(annotation->error());
          if (state.workspace->current() == here) paste_from(state, photo->value(), annotation->value().garments);
        });
      });
}

}  // namespace jaedan::gui
