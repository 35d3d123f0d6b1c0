#include "app/gui/project/workspace.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/photo_places.h"

namespace jaedan::gui {
namespace {

constexpr double kPatienceAtClose_s = 10;
constexpr int kMostTried = 50;  // photos that cannot be read, before the first that can: a million may have moved
constexpr double kLookForFirst_s = 0.1;
constexpr double kLookForMore_s = 3;

double megabytes(const Photo& photo) { return 3.0 * photo.width * photo.height / 1e6; }

}  // namespace

Workspace::Workspace(std::string path, const Actor& actor, FirstLook first, Events events)
    : path_(std::move(path)),
      events_(std::move(events)),
      reading_(std::make_shared<ProjectConnection>(path_)),
      writing_(std::make_shared<ProjectConnection>(path_)),
      working_(std::make_shared<ProjectConnection>(path_)),
      reader_(
          reading_, [this](const Error& error) { project_failed(error); }, events_.wake),
      writer_(
          writing_, [this](const Error& error) { project_failed(error); }, events_.wake),
      pictures_(reading_, {}, events_.wake),
      finder_(working_, {}, events_.wake),
      clicker_(
          reading_, [this](const Error& error) { events_.clicks_failed(error); }, events_.wake),
      worker_(
          working_, [this](const Error& error) { events_.failed(error); }, events_.wake),
      mapper_(working_, {}, events_.wake),
      forerunner_(
          working_,
          [this](const Error&) {
            ahead_.gave_up();
            embed_ahead_.gave_up();
          },
          events_.wake),
      photos_(reader_),
      loader_(reader_, actor.name, [this](PhotoId id, const Error& error) { photo_failed(id, error); }),
      saver_(writer_, actor),
      thumbnails_(pictures_),
      ahead_(forerunner_, model_,
             [this](PhotoId id, Prediction prediction) { take_prediction(id, std::move(prediction)); }),
      embed_ahead_(forerunner_, [this](const std::string& model_id) { turn_to_model(model_id); }),
      desk_(writer_, actor, desk_events()),
      reviews_(reader_, writer_, actor, review_events()),
      manage_(finder_, writer_, actor, manage_events()),
      wanted_(first.photo),
      position_(first.photo) {
  if (desk_.sees_tasks_only()) {
    photos_.show_only_tasks_of(actor.name);
    wanted_ = position_ = {};  // whatever is in hand first
  }
  saver_.on_saved([this](const Document& document) {
    photos_.update(document.session.annotation());
    if (document.session.annotation().state == WorkflowState::kApproved) embed_ahead_.look_again();
  });
  saver_.on_failed([this](const Error& error) { events_.failed(error); });
  read_ahead(first);
  ask_whether_known(actor);
  ask_whether_it_may_be_written();
}

void Workspace::read_ahead(const FirstLook& first) {
  if (wanted_) loader_.request(wanted_);
  if (first.order == photos_.order()) {
    photos_.refresh();
  } else {
    photos_.set_order(first.order);
  }
  if (!wanted_ && !desk_.sees_tasks_only()) loader_.request_first(first.order);
}

void Workspace::ask_whether_known(const Actor& actor) {
  // Beside the reading, which takes longer; and nothing of that is drained before the answer.
  writer_.submit({}, [this, actor](workflow::Project& project, const workflow::Watch&) {
    const Result<Actor> known = workflow::as_of_now(project, actor);
    return std::function<void()>([this, known] { let_in(known.ok() ? Status() : Status(known.error())); });
  });
}

void Workspace::let_in(const Status& known) {
  if (!known.ok() && known.error().code == ErrorCode::kForbidden) return events_.shut_out(known.error());
  is_in_ = true;  // what else may be wrong with the project is told by whoever meets it
  desk_.refresh();
  events_.let_in();
}

Workspace::~Workspace() {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto now_s = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  for (const auto& document : open_documents()) Saver::hurry(*document);
  // What waits for a person's word will not be saved by waiting.
  const auto may_be_saved = [](const auto& document) { return !is_safe(*document) && !document->theirs; };
  const auto work_left = [&] {
    const auto open = open_documents();
    return std::any_of(open.begin(), open.end(), may_be_saved);
  };
  while (!cannot_open_ && work_left() && now_s() < kPatienceAtClose_s) {
    for (const auto& document : open_documents()) {
      saver_.save_if_modified(document, now_s());
      saver_.save_shape_if_changed(document, now_s());
    }
    writer_.jobs().wait_idle();
    writer_.drain();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  desk_.give_back_unseen();
  writer_.jobs().wait_idle();
}

std::string Workspace::name() const {
  const std::size_t slash = path_.find_last_of('/');
  std::string name = slash == std::string::npos ? path_ : path_.substr(slash + 1);
  constexpr std::string_view kEnding = ".jaedan";
  if (name.size() > kEnding.size() && name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0) {
    name.resize(name.size() - kEnding.size());
  }
  return name;
}

void Workspace::project_failed(const Error& error) {
  cannot_open_ = error;
  events_.failed(error);
}

void Workspace::ask_whether_it_may_be_written() {
  writer_.submit({}, [this](workflow::Project& project, const workflow::Watch&) {
    const Status status = project.store().may_write();
    return std::function<void()>([this, status] {
      may_be_written_ = status.ok();
      if (status.ok()) return;
      read_only_ = status.error();
      events_.failed(*read_only_);
    });
  });
}

void Workspace::photo_failed(PhotoId id, const Error& error) {
  if (id != wanted_) return;  // a neighbour that nobody has asked to see
  if (error.code == ErrorCode::kNotFound && lost_.empty()) find_out_what_is_lost(id);
  events_.failed(error);
  wanted_ = current();
  if (!document_ && (++unreadable_ > kMostTried || !step(+1, false))) gave_up_ = true;
}

void Workspace::find_out_what_is_lost(PhotoId id) {
  reader_.submit_first({}, [this, id](workflow::Project& project, const workflow::Watch&) {
    const Result<Photo> photo = project.store().photo(id);
    const std::string place = photo.ok() ? workflow::lost_place(project.photo_path(*photo)) : "";
    return std::function<void()>([this, place] { lost_ = place; });
  });
}

void Workspace::photos_relocated() {
  lost_.clear();
  gave_up_ = false;
  unreadable_ = 0;
  thumbnails_.forget_unreadable();
  project_changed();
}

void Workspace::open(PhotoId id) {
  wanted_ = id;
  position_ = id;
  loader_.request(id);
}

void Workspace::project_changed() {
  std::set<PhotoId> unsafe;
  for (const auto& document : loader_.ready()) {
    if (!is_saved(*document)) unsafe.insert(document->id());
  }
  const PhotoId shown = current();
  loader_.forget_everything_except(unsafe);
  if (shown && unsafe.count(shown) == 0) open(shown);
  photos_.refresh();
  embed_ahead_.look_again();
}

std::optional<PhotoId> Workspace::beside(std::int64_t places) const {
  const std::optional<std::int64_t> here = photos_.index_of(current());
  if (!here || *here + places < 0 || *here + places >= photos_.size()) return std::nullopt;
  return photos_.id_at(*here + places);
}

bool Workspace::step(int direction, bool unfinished_only) {
  if (photos_.size() == 0) return false;
  // From where the person wants to be: five presses go five photos on, and past a photo that cannot be read.
  const std::optional<std::int64_t> here = photos_.index_of(position_);
  std::optional<std::int64_t> next;
  if (!here) {
    next = 0;
  } else if (unfinished_only) {
    next = photos_.unfinished_from(*here, direction);
  } else if (*here + direction >= 0 && *here + direction < photos_.size()) {
    next = *here + direction;
  }
  if (!next) return false;
  open(photos_.id_at(*next));
  return true;
}

int Workspace::update(double now_s, bool gesture_under_way) {
  int drained = writer_.drain();
  if (!is_in_) return drained;  // nobody sees what was read meanwhile before they are known
  drained += reader_.drain() + pictures_.drain() + finder_.drain() + clicker_.drain() + worker_.drain() +
             mapper_.drain() + forerunner_.drain();
  if (photos_are_coming_ && photos_.complete() && now_s >= look_again_at_s_) {
    look_again_at_s_ = now_s + (photos_.size() == 0 ? kLookForFirst_s : kLookForMore_s);
    photos_.refresh();
  }
  const bool may_show = !desk_.sees_tasks_only() || (photos_.complete() && desk_.at_rest());
  if (!wanted_ && !gave_up_ && photos_.size() > 0 && may_show && !loader_.finds_first()) open(photos_.id_at(0));
  if (!gesture_under_way) show_wanted();
  if (document_ && std::exchange(prefetched_of_, photos_.size()) != photos_.size()) prefetch_neighbours();
  for (const auto& document : open_documents()) {
    if (gesture_under_way && document == document_) continue;
    saver_.save_if_modified(document, now_s);
    saver_.save_shape_if_changed(document, now_s);
  }
  desk_.follow(current(), now_s);
  now_s_ = now_s;
  show_nothing_of_others();
  hand_out_predictions(gesture_under_way);
  work_ahead(gesture_under_way);
  return drained;
}

void Workspace::show_wanted() {
  if (!wanted_) return;
  const std::shared_ptr<Document> ready = loader_.find(wanted_);
  if (!ready) {
    loader_.request(wanted_);
    return;
  }
  if (ready == document_) return;
  const bool same_photo = current() == wanted_;
  if (same_photo && !is_saved(*document_)) {
    return loader_.keep(document_);  // it was worked on while it was read
  }
  if (same_photo) ready->begun = document_->begun;
  if (document_) choices_[document_->id()] = choices_of(*document_);
  if (const auto seen = choices_.find(wanted_); seen != choices_.end()) take_up(seen->second, *ready);
  document_ = ready;
  prefetch_neighbours();
  events_.photo_changed(same_photo);
}

void Workspace::prefetch_neighbours() {
  std::vector<PhotoId> neighbours;
  if (const std::optional<PhotoId> task = desk_.after(wanted_)) neighbours.push_back(*task);
  if (const std::optional<std::int64_t> index = photos_.index_of(wanted_)) {
    double left_mb = cache_mb_ - megabytes(document_->session.photo());
    for (const std::int64_t step : {1, -1, 2}) {  // mostly one goes on, sometimes back
      const std::int64_t beside = *index + step;
      if (beside < 0 || beside >= photos_.size()) continue;
      const labeling::PhotoRow* row = photos_.row(beside);
      left_mb -= megabytes(row ? row->photo : document_->session.photo());
      if (left_mb >= 0) neighbours.push_back(photos_.id_at(beside));
    }
  }
  std::set<PhotoId> keep = {wanted_};
  for (const auto& document : loader_.ready()) {
    if (!is_safe(*document)) keep.insert(document->id());
  }
  loader_.prefetch(neighbours, keep);
}

std::vector<std::shared_ptr<Document>> Workspace::open_documents() const {
  std::vector<std::shared_ptr<Document>> documents = loader_.ready();
  // The one on screen is read again just now: until that is there, it is what the person works on.
  if (document_ && loader_.find(current()) != document_) documents.push_back(document_);
  return documents;
}

bool Workspace::safe() const {
  const auto open = open_documents();
  return std::all_of(open.begin(), open.end(), [](const auto& document) { return is_safe(*document); });
}

std::vector<PhotoId> Workspace::unsaved() const {
  std::vector<PhotoId> ids;
  for (const auto& document : open_documents()) {
    if (document->save_state == SaveState::kFailed) ids.push_back(document->id());
  }
  return ids;
}

std::optional<Error> Workspace::stuck() const {
  if (cannot_open_) return cannot_open_;
  for (const auto& document : open_documents()) {
    const bool failed = document->save_state == SaveState::kFailed && document->save_error;
    const std::optional<Error>& error = failed ? document->save_error : document->begun_error;
    if (error) {
      return error->with_context({"photo.not_saved", "photo '{0}' is not saved", {document->session.photo().name}});
    }
  }
  return std::nullopt;
}

void Workspace::set_actor(const Actor& actor) {
  saver_.set_actor(actor, open_documents());
  loader_.set_user(actor.name);
  desk_.set_actor(actor);
  reviews_.set_actor(actor);
  manage_.set_actor(actor);
}

bool Workspace::idle() const {
  const bool embeds = may_be_written_ && !embed_ahead_.idle();  // where nothing can be kept it never begins
  return reader_.idle() && writer_.idle() && pictures_.idle() && finder_.idle() && clicker_.idle() && worker_.idle() &&
         mapper_.idle() && ahead_.idle() && !embeds && !loading() && safe() && photos_.complete();
}

}  // namespace jaedan::gui
