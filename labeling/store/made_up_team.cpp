#include "labeling/store/made_up_team.h"

#include <algorithm>
#include <array>

#include "labeling/review/return_reason.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/storable.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {
namespace {

using sql::Connection;

constexpr std::int64_t kPhotosAStep = 1000;
constexpr std::int64_t kPhotosInARow = 20;  // one person draws so many after another
constexpr std::int64_t kSecondsOfADay = std::int64_t{24} * 60 * 60;
constexpr std::array<const char*, 6> kStyles = {"street", "modern", "romantic", "sporty", "retro", "classic"};
constexpr std::array<const char*, 5> kColours = {"black", "white", "navy", "red", "beige"};

/// Writes the project's past, photo by photo.
class Past {
 public:
  Past(Connection& connection, const MadeUpTeam& team)
      : connection_(connection), team_(team), start_(utc_after(utc_now(), -kSecondsOfADay * team.days)) {}

  void add_people() {
    const int inspectors = std::max(1, team_.people / 10);
    const int experts = std::max(1, team_.people / 5);
    for (int i = 0; i < team_.people; ++i) {
      const Role role = i == 0                      ? Role::kManager
                        : i <= inspectors           ? Role::kInspector
                        : i <= inspectors + experts ? Role::kExpert
                                                    : Role::kAnnotator;
      const Result<User> user = sql::add_user(connection_, "person" + std::to_string(i), {role}, "");
      if (user.ok()) people_[static_cast<std::size_t>(role)].push_back(*user);
    }
  }

  Status add_photo(std::int64_t number) {
    const std::string name = "photo" + std::to_string(number);
    JAEDAN_ASSIGN_OR_RETURN(const auto ids,
                            sql::add_photos(connection_, {{{}, name, kMadeUpFolder + name + ".jpg", 800, 1200}}));
    photo_ = ids.front();
    annotation_ = {};
    annotation_.photo = photo_;
    number_ = number;
    if (number % 10 < 4) return {};  // nobody has come to these yet
    JAEDAN_RETURN_IF_ERROR(deed(Role::kAnnotator, "draw", WorkflowState::kNew));
    JAEDAN_RETURN_IF_ERROR(deed(Role::kAnnotator, "submit", WorkflowState::kDrawn));
    if (number % 10 < 5) return {};
    JAEDAN_RETURN_IF_ERROR(deed(Role::kAnnotator, "submit", WorkflowState::kBasic));
    for (int i = 4; i < team_.records_a_photo; ++i)
      JAEDAN_RETURN_IF_ERROR(deed(Role::kExpert, "label", annotation_.state));
    JAEDAN_RETURN_IF_ERROR(deed(Role::kExpert, "submit", WorkflowState::kExpert));
    if (number % 10 < 6) return {};
    if (number % 17 != 0) return deed(Role::kInspector, "approve", WorkflowState::kApproved);
    JAEDAN_RETURN_IF_ERROR(deed(Role::kInspector, "return", WorkflowState::kReturned));
    return send_back();
  }

 private:
  const User& person_of(Role role) const {
    const std::vector<User>& people = people_[static_cast<std::size_t>(role)];
    if (people.empty()) return people_[0].front();
    return people[static_cast<std::size_t>(number_ / kPhotosInARow) % people.size()];
  }
  /// One person's deeds follow each other closely; all of them fill the days evenly.
  std::string now() {
    const std::int64_t seconds = kSecondsOfADay * team_.days * number_ / std::max<std::int64_t>(1, team_.photos);
    return utc_after(start_, seconds + deeds_++ % 50);
  }

  Status deed(Role role, const char* action, WorkflowState state) {
    const std::size_t turn = static_cast<std::size_t>(number_);
    if (annotation_.garments.empty()) {
      add_garment(kAllParts[turn % 4]);
      if (turn % 2 == 0) add_garment(kAllParts[(turn + 1) % 4]);
    }
    const User& who = person_of(role);
    if (state == WorkflowState::kBasic) say("colour", kColours[turn / 7 % kColours.size()], who.name);
    if (state == WorkflowState::kExpert) {
      annotation_.image_attributes = {{"style", kStyles[turn / 3 % kStyles.size()], "", Provenance::human(who.name)}};
    }
    annotation_.state = state;
    ChangeNote note{who.name, action, std::string(id_of(role))};
    if (role != Role::kInspector) note.worker = who.id;
    JAEDAN_ASSIGN_OR_RETURN(annotation_.revision, sql::save(connection_, annotation_, note, now()));
    return {};
  }

  Status send_back() {
    const ReturnReason reason = kAllReturnReasons[static_cast<std::size_t>(number_) % kAllReturnReasons.size()];
    JAEDAN_RETURN_IF_ERROR(sql::set_returned_to(connection_, photo_, Stage::kBasic));
    write_log(connection_, LogSubject::of_photo(photo_), {person_of(Role::kInspector).name, "send_back"}, 0,
              send_back_content(Stage::kBasic, reason), now());
    return {};
  }

  void add_garment(Part part) {
    Garment garment;
    garment.id = next_garment_id(annotation_);
    garment.part = part;
    garment.region.rings = {{{100, 100}, {600, 100}, {600, 900}, {100, 900}}};
    garment.region_provenance =
        number_ % 3 == 0 ? Provenance::human(person_of(Role::kAnnotator).name) : Provenance::model("made-up-1", 0.9);
    annotation_.garments.push_back(std::move(garment));
  }
  void say(const char* attribute, const char* value, const std::string& who) {
    for (Garment& garment : annotation_.garments) {
      set_value(garment.attributes, {attribute, value, "", Provenance::human(who)});
    }
  }

  Connection& connection_;
  const MadeUpTeam& team_;
  const std::string start_;
  std::array<std::vector<User>, 4> people_;  ///< by role
  std::int64_t number_ = 0;
  std::int64_t deeds_ = 0;
  PhotoId photo_;
  Annotation annotation_;
};

}  // namespace

Status make_up_team(const ProjectPlace& place, const MadeUpTeam& team,
                    const std::function<bool(std::int64_t, std::int64_t)>& progress) {
  JAEDAN_RETURN_IF_ERROR(create_project(place));
  JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<Connection> connection, Connection::open(place.database, place.folder));
  Past past(*connection, team);
  JAEDAN_RETURN_IF_ERROR(connection->write([&]() -> Status {
    past.add_people();
    return {};
  }));
  for (std::int64_t from = 0; from < team.photos; from += kPhotosAStep) {
    const std::int64_t to = std::min(team.photos, from + kPhotosAStep);
    Status written = connection->write([&]() -> Status {
      for (std::int64_t number = from; number < to; ++number) JAEDAN_RETURN_IF_ERROR(past.add_photo(number));
      return {};
    });
    if (!written.ok()) return written;
    if (progress && !progress(to, team.photos)) return log_check_cancelled();
  }
  return {};
}

}  // namespace jaedan::labeling
