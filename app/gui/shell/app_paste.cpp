#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "app/gui/shell/app.h"
#include "labeling/edit/commands/paste_garments.h"

namespace jaedan::gui {

void App::copy_garments() {
  const Document* shown = document();
  if (!shown || view_.selection.empty()) return;
  copied_.clear();
  for (const Garment& garment : shown->session.annotation().garments) {
    if (view_.selection.contains(garment.id)) copied_.push_back(garment);
  }
  char text[96];
  std::snprintf(text, sizeof text, text_(Text::kCopiedFormat), copied_.size());
  tell(text);
}

void App::paste_garments() {
  const Document* shown = document();
  if (!shown || copied_.empty()) return;
  const Photo& photo = shown->session.photo();
  actions_.run(PasteGarments({copied_, {}, photo.width, photo.height}, user_));
}

void App::copy_from_previous() {
  const Document* shown = document();
  if (!shown) return;
  const std::optional<PhotoId> before = workspace_->beside(-1);
  if (!before) return tell(text_(Text::kNoPhotoBefore));
  if (const auto open = workspace_->loaded(*before)) {
    return paste_from(open->session.photo(), open->session.annotation().garments);
  }
  workspace_->reader().submit_first(
      {}, [this, here = shown->id(), id = *before](workflow::Project& project, const workflow::Watch&) {
        auto photo = std::make_shared<Result<Photo>>(project.store().photo(id));
        auto annotation = std::make_shared<Result<Annotation>>(project.store().annotation(id));
        return std::function<void()>([this, here, photo, annotation] {
          if (!photo->ok()) return tell(photo->error());
          if (!annotation->ok()) return tell(annotation->error());
          if (workspace_->current() == here) paste_from(photo->value(), annotation->value().garments);
        });
      });
}

void App::paste_from(const Photo& other, const std::vector<Garment>& garments) {
  if (garments.empty()) return tell(text_(Text::kNothingOnPrevious));
  const Photo& photo = document()->session.photo();
  const Point scale{double(photo.width) / std::max(other.width, 1), double(photo.height) / std::max(other.height, 1)};
  run_command({std::make_shared<PasteGarments>(Pasted{garments, {}, photo.width, photo.height, scale}, user_)});
}

}  // namespace jaedan::gui
