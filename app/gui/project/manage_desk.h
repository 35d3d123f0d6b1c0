#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/project/project_thread.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/quality/quality_rows.h"
#include "app/workflow/quality/samples.h"
#include "labeling/review/actor.h"
#include "labeling/review/user.h"
#include "labeling/store/store.h"

namespace jaedan::gui {

/// A question to the project, and its last answer, which stays until another one comes.
template <typename T>
struct Asked {
  std::shared_ptr<const T> found;  ///< null: none yet
  std::optional<Error> error;      ///< why the last question has no answer
  bool waiting = false;
  int number = 0;  ///< of the last question; answers to older ones are thrown away
};

/// A person and how much they may take.
struct TeamMember {
  User user;
  labeling::Quota quota;
};
/// Who works on the project, and how.
struct Team {
  std::vector<TeamMember> members;  ///< in the order in which they joined
  labeling::QueueRules rules;
  std::size_t controls = 0;                     ///< photos that are mixed in unseen
  std::size_t open_panels = 0;                  ///< photos that several people do
  std::vector<workflow::SampleReport> samples;  ///< the newest first, some
};

/// Records of the change log as far as they were asked for.
struct FoundRecords {
  std::vector<labeling::LogRecord> records;  ///< the newest first
  std::vector<std::string> photos;           ///< name of each record's photo; empty for another subject
  bool complete = false;                     ///< there are no more
};

/// Answers a manager's questions on a thread for questions, and changes the team on the one that saves. Used on the
/// window's thread.
class ManageDesk {
 public:
  struct Events {
    std::function<void(const Error&)> failed;
    std::function<void(const Error&)> shut_out;  ///< who works is nobody who may any more
    /// Those that were asked for, none where `only` is empty, and of how many they are.
    std::function<void(labeling::PhotoFilter, workflow::PhotoTotal)> photos;
    std::function<void(const Message&)> done;  ///< something that a person wants to know
  };
  using Change = std::function<Status(workflow::Project&, const Actor&)>;
  using FindPhotos = std::function<Result<workflow::PhotosBehind>(workflow::Project&)>;

  ManageDesk(ProjectThread& finder, ProjectThread& writer, Actor who, Events events);

  void set_actor(const Actor& who) { who_ = who; }

  const Asked<workflow::WorkFigures>& work() const { return work_; }
  const Asked<workflow::QualityRows>& quality() const { return quality_; }
  const Asked<Team>& team() const { return team_; }
  const Asked<FoundRecords>& records() const { return records_; }
  /// Why the last change was refused; none after one that was not.
  const std::optional<Error>& refused() const { return refused_; }

  void ask_work(const workflow::FigureWish& wish);
  void ask_quality(const std::string& user);
  void ask_team();
  /// `query.from` and `until` are days here, both included. `photo`: name of the one that records are about; empty:
  /// any. `more`: the next page of what was asked for last.
  void search(const labeling::LogQuery& query, const std::string& photo, bool more);
  /// `rest` narrows further (Events::photos).
  void find_photos(FindPhotos find, const labeling::PhotoFilter& rest);
  void seal(const std::string& file);
  /// Afterwards the team is read again.
  void change(Change change);

 private:
  template <typename T>
  void ask(Asked<T>& asked, std::function<Result<T>(workflow::Project&, const workflow::Watch&)> find);

  ProjectThread& finder_;
  ProjectThread& writer_;
  Actor who_;
  Events events_;
  Asked<workflow::WorkFigures> work_;
  Asked<workflow::QualityRows> quality_;
  Asked<Team> team_;
  Asked<FoundRecords> records_;
  labeling::LogQuery query_;  ///< of records_
  std::string photo_;         ///< … and the photo that it names
  std::optional<Error> refused_;
};

}  // namespace jaedan::gui
