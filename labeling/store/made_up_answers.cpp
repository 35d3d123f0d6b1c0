#include "labeling/store/made_up_team.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/quality/measures.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

using sql::Connection;

constexpr std::int64_t kAnswersAStep = 1000;
constexpr std::int64_t kPeopleOfAPanel = 3;
constexpr std::array<const char*, 4> kAskedFor = {"colour", "category", "length", "print"};
constexpr std::array<const char*, 5> kSaidValues = {"black", "white", "navy", "red", "beige"};

/// Makes answers up one after the other.
class AnswersOfTeam {
 public:
  explicit AnswersOfTeam(Connection& connection) : connection_(connection), now_(utc_now()) {}

  Status find_who_and_what() {
    const auto annotators = std::to_string(1 << static_cast<int>(Role::kAnnotator));
    people_ = ids_from("select id from person where roles = " + annotators + " order by id");
    controls_ = ids_from("select distinct photo_id from control order by photo_id");
    const auto approved = std::to_string(static_cast<int>(WorkflowState::kApproved));
    photos_ = ids_from("select id from photo where state = " + approved + " order by id limit 100000");
    if (static_cast<std::int64_t>(people_.size()) >= kPeopleOfAPanel && !controls_.empty() && !photos_.empty()) {
      return {};
    }
    return Error{ErrorCode::kNotFound, "made_up.nobody_to_answer",
                 "the project has no controls, or not enough annotators, to make answers up"};
  }

  Status add_control_answer() {
    const std::int64_t n = number_++;
    const long long person = at(people_, n);
    const auto stage = static_cast<int>(n / static_cast<std::int64_t>(people_.size()) % 3);
    const AnswerId answer = add_answer(0, at(controls_, n), stage, person);
    ControlMeasure measure;
    if (stage == 0) {
      measure.parts[static_cast<std::size_t>(n) % 4] = {1, n % 9 == 0 ? 1u : 0u, 1, share(n)};
    } else {
      const Part part = kAllParts[static_cast<std::size_t>(n) % 4];
      for (std::size_t i = 0; i < kAskedFor.size(); ++i) {
        const bool is_right = share(n * 7 + static_cast<std::int64_t>(i)) > 0.6;
        measure.labels.push_back({kAskedFor[i], part, {is_right ? 1 : 0, 1}});
      }
    }
    JAEDAN_RETURN_IF_ERROR(sql::keep_measure(connection_, answer, 0, measure));
    return {};
  }

  Status add_panel() {
    const std::int64_t n = number_++;
    const long long photo = at(photos_, n);
    const int merged = static_cast<int>(PanelState::kMerged);
    const int people = static_cast<int>(kPeopleOfAPanel);
    long long id = 0;
    connection_.session() << "insert into panel(photo_id, stage, people, free, state, merged_revision)"
                             " values(:photo, 1, :people, 0, :state, 1) returning id",
        soci::use(photo), soci::use(people), soci::use(merged), soci::into(id);
    PanelMeasure measure;
    measure.mean_iou = share(n);
    measure.f1 = 1;
    measure.parts[static_cast<std::size_t>(n) % 4] = {3, 0, 3, 3 * share(n)};
    for (std::int64_t i = 0; i < kPeopleOfAPanel; ++i) {
      const long long person = at(people_, n + i);
      add_answer(id, photo, 1, person);
      measure.people.push_back(UserId{person});
    }
    for (std::size_t i = 0; i < kAskedFor.size(); ++i) {
      SaidLabel& said = measure.said.emplace_back();
      said.attribute = kAskedFor[i];
      said.part = kAllParts[static_cast<std::size_t>(n) % 4];
      for (std::int64_t person = 0; person < kPeopleOfAPanel; ++person) {
        const std::int64_t turn = n * 3 + static_cast<std::int64_t>(i);
        const bool says_other = share(turn * 5 + person) > 0.8;
        const auto value = static_cast<std::size_t>(says_other ? turn + person : n) % kSaidValues.size();
        said.said[static_cast<std::size_t>(person)] = kSaidValues[value];
      }
    }
    JAEDAN_RETURN_IF_ERROR(sql::keep_measure(connection_, PanelId{id}, 0, measure));
    return {};
  }

 private:
  std::vector<long long> ids_from(const std::string& query) {
    std::vector<long long> ids;
    long long id = 0;
    soci::statement select = (connection_.session().prepare << query, soci::into(id));
    select.execute();
    while (select.fetch()) ids.push_back(id);
    return ids;
  }
  static long long at(const std::vector<long long>& ids, std::int64_t n) {
    return ids[static_cast<std::size_t>(n) % ids.size()];
  }
  /// Within 0.5…1, without a pattern that a person would see.
  static double share(std::int64_t n) { return 0.5 + static_cast<double>(n * 7919 % 1000) / 2000; }

  AnswerId add_answer(long long panel, long long photo, int stage, long long person) {
    Annotation annotation;
    annotation.photo = PhotoId{photo};
    const std::string content = annotation_to_json(annotation);
    const std::string history = text_from_bytes("");
    long long id = 0;
    connection_.session() << "insert into answer(panel_id, photo_id, stage, user_id, revision, content, history,"
                             " submitted_at) values(:panel, :photo, :stage, :person, 1, :content, :history, :at)"
                             " returning id",
        soci::use(panel), soci::use(photo), soci::use(stage), soci::use(person), soci::use(content), soci::use(history),
        soci::use(now_), soci::into(id);
    return AnswerId{id};
  }

  Connection& connection_;
  const std::string now_;
  std::vector<long long> people_;
  std::vector<long long> controls_;
  std::vector<long long> photos_;  ///< that panels were about
  std::int64_t number_ = 0;
};

}  // namespace

Status make_up_answers(const ProjectPlace& place, const MadeUpAnswers& wanted,
                       const std::function<bool(std::int64_t, std::int64_t)>& progress) {
  JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<Connection> connection, Connection::open(place.database, place.folder));
  AnswersOfTeam team(*connection);
  JAEDAN_RETURN_IF_ERROR(connection->read([&] { return team.find_who_and_what(); }));
  const std::int64_t total = wanted.answers + wanted.panels;
  for (std::int64_t from = 0; from < total; from += kAnswersAStep) {
    const std::int64_t to = std::min(total, from + kAnswersAStep);
    const Status written = connection->write([&]() -> Status {
      for (std::int64_t i = from; i < to; ++i) {
        JAEDAN_RETURN_IF_ERROR(i < wanted.answers ? team.add_control_answer() : team.add_panel());
      }
      return {};
    });
    JAEDAN_RETURN_IF_ERROR(written);
    if (progress && !progress(to, total)) return log_check_cancelled();
  }
  return {};
}

}  // namespace jaedan::labeling
