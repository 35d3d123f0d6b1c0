#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/gui/project/readings.h"
#include "app/gui/shell/app.h"
#include "app/gui/words/error_text.h"
#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/photo/label_photos.h"
#include "app/workflow/predict/prefill_photos.h"
#include "app/workflow/predict/recommend_items.h"
#include "app/workflow/project/import_photos.h"
#include "app/workflow/project/open_target.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/store/storable.h"

namespace jaedan::gui {
namespace {

namespace fs = std::filesystem;

/// Blocks on disk.
FolderView read_folder(const std::string& path) {
  FolderView view;
  std::error_code error;
  fs::path folder = path.empty() ? fs::current_path(error) : fs::absolute(path, error);
  view.path = folder.lexically_normal().string();
  if (view.path.size() > 1 && view.path.back() == '/') view.path.pop_back();
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (name.empty() || name.front() == '.') continue;
    if (it->is_directory(ignored)) {
      (it->path().extension() == ".jaedan" ? view.projects : view.folders).push_back(name);
    } else if (workflow::looks_like_photo(it->path())) {
      ++view.photos;
    }
  }
  if (error) view.error = Error{ErrorCode::kIo, view.path + ": " + error.message()};
  std::sort(view.folders.begin(), view.folders.end());
  std::sort(view.projects.begin(), view.projects.end());
  return view;
}

}  // namespace

void App::tell_report(const char* title, const Result<workflow::BatchReport>& report) {
  if (!report.ok()) return tell(report.error());
  char text[512];
  std::snprintf(text, sizeof text, text_(Text::kBatchDoneFormat), title, static_cast<long long>(report->done),
                static_cast<long long>(report->skipped), report->failed.size());
  std::string said = text;
  if (report->cancelled) said += text_(Text::kBatchCancelled);
  if (!report->failed.empty()) {
    said += std::string("  ") + text_(Text::kBatchFirstFailure) + reason_text(report->failed.front().sentence(), text_);
  }
  tell(said, !report->failed.empty());
}

void App::prefill_photo() {
  Document* shown = document();
  if (!shown) return;
  const PhotoId id = shown->id();
  workspace_->worker().submit(
      text_(Text::kPrefillTitle), [this, id](workflow::Project& project, const workflow::Watch&) {
        auto prediction = std::make_shared<Result<Prediction>>(workflow::prefill_photo(project, id, {}));
        return std::function<void()>([this, id, prediction] {
          if (!prediction->ok()) return tell(prediction->error());
          Document* now = document();
          if (!now || now->id() != id) return;
          replace_prediction(std::move(*prediction).value(), *now);
          view_.proposal.reset();
          const std::size_t found = proposals_of(*now).size();
          workspace_->photos().update_prediction(id, labeling::worst_score_of(*now->prediction));
          char text[128];
          std::snprintf(text, sizeof text, text_(Text::kModelFoundFormat), found);
          tell(found > 0 ? text : text_(Text::kModelFoundNothing));
        });
      });
}

void App::prefill_project() {
  if (!workspace_) return;
  workspace_->worker().submit(
      text_(Text::kPrefillTitle), [this](workflow::Project& project, const workflow::Watch& watch) {
        auto report = std::make_shared<Result<workflow::BatchReport>>(workflow::prefill_photos(project, {}, watch));
        return std::function<void()>([this, report] {
          tell_report(text_(Text::kPrefillTitle), *report);
          view_.recommend = {};
          workspace_->project_changed();
        });
      });
}

void App::accept_everywhere() {
  if (!workspace_) return;
  workspace_->worker().submit(text_(Text::kAcceptTitle),
                              [this, user = user_](workflow::Project& project, const workflow::Watch& watch) {
                                auto report = std::make_shared<Result<workflow::BatchReport>>(
                                    workflow::accept_predictions(project, {}, Actor::alone(user), watch));
                                return std::function<void()>([this, report] {
                                  tell_report(text_(Text::kAcceptTitle), *report);
                                  workspace_->project_changed();
                                });
                              });
}

void App::label_ticked(workflow::SharedLabel label) {
  if (!workspace_) return;
  // Photos in memory are changed there, like by hand, so that nobody works on what the project no longer has.
  std::vector<PhotoId>& ids = label.photos;
  for (const auto& open : workspace_->open_documents()) {
    const auto ticked = std::find(ids.begin(), ids.end(), open->id());
    if (ticked == ids.end()) continue;
    ids.erase(ticked);
    const Actor actor = Actor::alone(user_);
    const auto changed = workflow::change_photo(open->session, actor, workflow::labelling(label, *taxonomy_, actor));
    if (!changed.ok()) tell(changed.error());
  }
  if (ids.empty()) return tell(text_(Text::kLabelledOpenPhotos));
  workspace_->worker().submit(text_(Text::kLabelTickedTitle),
                              [this, label, user = user_](workflow::Project& project, const workflow::Watch& watch) {
                                auto report = std::make_shared<Result<workflow::BatchReport>>(
                                    workflow::label_photos(project, label, Actor::alone(user), watch));
                                return std::function<void()>([this, report] {
                                  tell_report(text_(Text::kLabelTickedTitle), *report);
                                  workspace_->project_changed();
                                });
                              });
}

void App::import_folder(const ImportFolder& action) {
  if (!workspace_) return;
  workspace_->photos_are_coming(true);
  workspace_->worker().submit(text_(Text::kImportTitle),
                              [this, action, user = user_](workflow::Project& project, const workflow::Watch& watch) {
                                auto report = std::make_shared<Result<workflow::BatchReport>>(
                                    workflow::import_any(project, action.path, action.format, user, watch));
                                return std::function<void()>([this, report, labels = action.format != "images"] {
                                  tell_report(text_(Text::kImportTitle), *report);
                                  workspace_->photos_are_coming(false);
                                  // Photos alone change nothing of the one on screen, where a shape may be under way.
                                  if (labels) return workspace_->project_changed();
                                  workspace_->photos().refresh();
                                });
                              });
}

void App::recommend(const workflow::RecommendQuery& query) {
  if (!workspace_) return;
  view_.recommend.asked = query;
  view_.recommend.waiting = true;
  view_.recommend.error.reset();
  workspace_->finder().jobs().cancel_all();  // a question before this one is of no interest now
  workspace_->finder().submit({}, [this, query](workflow::Project& project, const workflow::Watch& watch) {
    auto found = std::make_shared<Result<workflow::Recommendations>>(workflow::recommend(project, query, watch));
    return std::function<void()>([this, query, found] {
      RecommendState& state = view_.recommend;
      const bool still_wanted = state.asked.photo == query.photo && state.asked.part == query.part &&
                                state.asked.metric == query.metric && state.asked.change_value == query.change_value &&
                                state.asked.change_attribute == query.change_attribute;
      if (!still_wanted) return;
      state.waiting = false;
      if (found->ok()) {
        state.found = std::move(*found).value();
      } else {
        state.found.reset();
        state.error = found->error();
      }
    });
  });
}

void App::list_folder(const std::string& path) {
  view_.folder.listing.waiting = true;
  setup_.submit({}, [this, path](const workflow::Watch&) {
    return std::function<void()>([this, folder = read_folder(path)] {
      view_.folder.listing = folder;
      view_.folder.typed = folder.path;
    });
  });
}

void App::open_or_create(const OpenProject& action) {
  setup_.submit({}, [this, path = action.path](const workflow::Watch&) {
    return std::function<void()>([this, target = workflow::open_target(path)] {
      if (!target.ok()) return tell(target.error());
      settings_.first_start = false;  // the welcome screen had the same choices
      open_project(target->project);
      if (!target->images.empty()) import_folder({target->images, "images"});
    });
  });
}

}  // namespace jaedan::gui
