#include "labeling/store/log_people.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "labeling/review/project_deed.h"
#include "labeling/store/audit_walk.h"
#include "labeling/store/log_content.h"

namespace jaedan::labeling {
namespace {

using nlohmann::json;
constexpr int kPeopleAtATime = 500;
constexpr int kRecordsAtATime = 50;

/// Something whose state is told whole by each record that has `mark` in it.
struct Told {
  const char* mark;
  std::string now;  ///< as a record would tell it
};

Message word_of(const json& document, const std::string& key) {
  return document.contains(key) ? Message(document[key].dump()) : Message{"log.not_said", "not set"};
}

/// A sentence for each part of what is so that the record tells otherwise.
void compare(const LogSubject& subject, const json& logged, const json& now, std::vector<Message>& problems) {
  std::set<std::string> keys;
  for (const json* document : {&logged, &now}) {
    for (const auto& [key, value] : document->items()) keys.insert(key);
  }
  for (const std::string& key : keys) {
    const bool same = logged.contains(key) && now.contains(key) && logged[key] == now[key];
    if (same) continue;
    problems.push_back({"log.says_else",
                        "{0}: {1} is {2}, but the change log's last word is {3}",
                        {name_of(subject), key, word_of(now, key), word_of(logged, key)}});
  }
}

/// Compares each of `told` with the last record about the subject that tells it. Gives back whether there is any.
Result<bool> compare_last(Store& store, const LogSubject& subject, std::vector<Told> told,
                          std::vector<Message>& problems) {
  LogQuery query;
  query.kind = subject.kind;
  query.name = subject.name;
  std::optional<LogPlace> place;
  bool any = false;
  while (!told.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<LogRecord> page, store.search_log(query, place, kRecordsAtATime));
    for (const LogRecord& record : page) {
      const json logged = json::parse(record.after, nullptr, false);
      for (auto one = told.begin(); one != told.end();) {
        if (!logged.is_object() || !logged.contains(one->mark)) {
          ++one;
          continue;
        }
        compare(subject, logged, json::parse(one->now), problems);
        any = true;
        one = told.erase(one);
      }
    }
    if (static_cast<int>(page.size()) < kRecordsAtATime) break;
    place = LogPlace{page.back().at, page.back().number};
  }
  return any;
}

/// Those that the log says were added.
Result<std::set<std::string>> people_added(Store& store) {
  LogQuery query;
  query.kind = SubjectKind::kUser;
  query.action = id_of(ProjectDeed::kAddUser);
  std::set<std::string> names;
  std::optional<LogPlace> place;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<LogRecord> page, store.search_log(query, place, kPeopleAtATime));
    for (const LogRecord& record : page) names.insert(record.subject.name);
    if (static_cast<int>(page.size()) < kPeopleAtATime) return names;
    place = LogPlace{page.back().at, page.back().number};
  }
}

Status compare_person(Store& store, const User& user, bool must_be_known, std::vector<Message>& problems) {
  const LogSubject subject{SubjectKind::kUser, user.name};
  JAEDAN_ASSIGN_OR_RETURN(const Quota quota, store.quota(user.id));
  JAEDAN_ASSIGN_OR_RETURN(
      const bool known,
      compare_last(store, subject, {{"roles", user_content(user)}, {"most_open", quota_content(quota)}}, problems));
  if (must_be_known && !known) {
    problems.push_back({"log.person_unknown", "{0}: the change log does not say who added them", {name_of(subject)}});
  }
  return {};
}

}  // namespace

Result<std::vector<Message>> people_not_as_logged(Store& store) {
  std::vector<Message> problems;
  JAEDAN_ASSIGN_OR_RETURN(std::set<std::string> added, people_added(store));
  const bool log_knows_people = !added.empty();
  UserId last;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<User> page, store.users(last, kPeopleAtATime));
    if (page.empty()) break;
    for (const User& user : page) {
      added.erase(user.name);
      JAEDAN_RETURN_IF_ERROR(compare_person(store, user, log_knows_people, problems));
    }
    last = page.back().id;
  }
  for (const std::string& name : added) {
    problems.push_back({"log.person_gone",
                        "{0}: the change log says that they were added, and they are not there",
                        {name_of(LogSubject{SubjectKind::kUser, name})}});
  }
  JAEDAN_ASSIGN_OR_RETURN(const QueueRules rules, store.queue_rules());
  const LogSubject stages{SubjectKind::kSetting, kStagesSetting};
  JAEDAN_RETURN_IF_ERROR(compare_last(store, stages, {{"stages", queue_rules_content(rules)}}, problems));
  return problems;
}

}  // namespace jaedan::labeling
