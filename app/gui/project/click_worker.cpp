#include "app/gui/project/click_worker.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "app/workflow/predict/segment_photo.h"
#include "inference/clicks/clicked_photo.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::gui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kQuick_s = 0.3;

}  // namespace

/// What the worker has in hand: a model, a photo it looked at, and what was said of one object.
struct ClickWorker::Desk {
  /// While GrabCut stands in, a model that has come meanwhile is looked for at every photo.
  Status open_segmenter(workflow::Project& project) {
    if (segmenter && !stands_in) return {};
    JAEDAN_ASSIGN_OR_RETURN(workflow::OpenedClicks opened, workflow::open_clicks_or_grab_cut(&project, 0));
    says_so = opened.stands_in && !stands_in;
    clicked.reset();
    segmenter = std::move(opened.segmenter);
    stands_in = opened.stands_in;
    return {};
  }

  Status look_at(workflow::Project& project, PhotoId id) {
    if (clicked && photo == id) return {};
    JAEDAN_RETURN_IF_ERROR(open_segmenter(project));
    clicked.reset();
    JAEDAN_ASSIGN_OR_RETURN(const Photo found, project.store().photo(id));
    JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(project.photo_path(found)));
    JAEDAN_ASSIGN_OR_RETURN(clicked, inference::ClickedPhoto::look_at(*segmenter, image.view()));
    photo = id;
    start = {};
    said.clear();
    return {};
  }

  Status say(const ClickWord& word) {
    const auto* click = std::get_if<inference::Click>(&word);
    JAEDAN_RETURN_IF_ERROR(click ? clicked->click(*click) : clicked->box(std::get<Rect>(word)));
    said.push_back(word);
    return {};
  }

  /// From what was said before to what is said now, by the shortest way.
  Status follow(const ClickQuestion& question, const workflow::Watch& watch) {
    if (!(start == question.start)) {
      clicked->begin(question.start);
      start = question.start;
      said.clear();
    }
    const std::size_t both = std::min(said.size(), question.said.size());
    const auto parted = std::mismatch(said.begin(), said.begin() + std::ptrdiff_t(both), question.said.begin());
    while (said.end() != parted.first) clicked->take_back(), said.pop_back();
    for (std::size_t i = said.size(); i < question.said.size(); ++i) {
      if (watch.cancelled()) return Error{ErrorCode::kCancelled, "clicks.stopped", "clicking: stopped"};
      JAEDAN_RETURN_IF_ERROR(say(question.said[i]));
    }
    return {};
  }

  Status answer(const ClickQuestion& question, const workflow::Watch& watch, Outcome& outcome);

  std::unique_ptr<inference::InteractiveSegmenter> segmenter;
  bool stands_in = false;
  bool says_so = false;  ///< once, when that begins
  PhotoId photo;
  std::unique_ptr<inference::ClickedPhoto> clicked;
  inference::ObjectStart start;
  std::vector<ClickWord> said;
};

/// What a job brings back.
struct ClickWorker::Outcome {
  Status status;
  Region region;
  std::optional<Region> maybe;
  bool stands_in = false;
  double seconds = 0;
};

Status ClickWorker::Desk::answer(const ClickQuestion& question, const workflow::Watch& watch, Outcome& outcome) {
  const auto from = Clock::now();
  JAEDAN_RETURN_IF_ERROR(follow(question, watch));
  outcome.region = clicked->region();
  if (question.maybe) {
    JAEDAN_ASSIGN_OR_RETURN(outcome.maybe, clicked->region_after(*question.maybe));
  }
  outcome.seconds = std::chrono::duration<double>(Clock::now() - from).count();
  return {};
}

ClickWorker::ClickWorker(ProjectThread& thread, Events events)
    : thread_(thread),
      events_(std::move(events)),
      desk_(std::make_shared<Desk>()),
      alive_(std::make_shared<bool>(true)) {}

ClickWorker::~ClickWorker() { *alive_ = false; }

void ClickWorker::look_at(PhotoId photo) {
  if (looked_at_ == photo) return;
  looked_at_ = photo;
  look_waits_ = true;
  if (!is_busy_) start();
}

void ClickWorker::ask(const ClickQuestion& question) {
  if (under_way_ && *under_way_ == question) return drop_waiting();
  waiting_ = question;
  if (!is_busy_) start();
}

void ClickWorker::start() {
  under_way_ = std::exchange(waiting_, std::nullopt);
  is_busy_ = under_way_ || look_waits_;
  if (!is_busy_) return;
  if (under_way_) looked_at_ = under_way_->photo;
  look_waits_ = false;
  submit(under_way_, looked_at_);
}

void ClickWorker::submit(std::optional<ClickQuestion> question, PhotoId photo) {
  thread_.submit({}, [this, desk = desk_, alive = alive_, question = std::move(question), photo](
                         workflow::Project& project, const workflow::Watch& watch) {
    auto outcome = std::make_shared<Outcome>();
    try {
      outcome->status = desk->look_at(project, photo);
      if (outcome->status.ok() && question) outcome->status = desk->answer(*question, watch, *outcome);
    } catch (const std::exception& e) {
      // Memory that ran out, mostly: the thread must not go down with it, and the photo on it is let go.
      desk->clicked.reset();
      outcome->status = Error{ErrorCode::kInternal, "clicks.failed", "clicking: {0}", {e.what()}};
    }
    outcome->stands_in = std::exchange(desk->says_so, false);
    return std::function<void()>([this, alive, question, outcome] {
      if (*alive) take(question, std::move(*outcome));
    });
  });
}

void ClickWorker::take(const std::optional<ClickQuestion>& question, Outcome outcome) {
  if (outcome.stands_in) {
    is_quick_ = false;
    events_.stands_in();
  }
  // An error shows at the first click: until then nobody has asked for anything.
  if (question && outcome.status.ok()) {
    is_quick_ = outcome.seconds < kQuick_s;
    events_.answered(*question, std::move(outcome.region), std::move(outcome.maybe));
  } else if (question) {
    events_.refused(*question, outcome.status.error());
  }
  start();
}

void ClickWorker::gave_up(const Error& error) {
  if (!is_busy_) return;
  if (under_way_) events_.refused(*under_way_, error);
  under_way_.reset();
  looked_at_ = {};
  waiting_.reset();
  look_waits_ = is_busy_ = false;
}

}  // namespace jaedan::gui
