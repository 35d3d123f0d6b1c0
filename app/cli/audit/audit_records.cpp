#include "app/cli/audit/audit_records.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "app/cli/output.h"
#include "app/workflow/audit/seal_log.h"
#include "app/workflow/figures/figure_days.h"
#include "app/workflow/photo/change_words.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

using labeling::LogRecord;

constexpr std::int64_t kUsualLimit = 100;
constexpr int kPage = 500;

/// Whether two digits of `text` are a number below `end`; digits that are left out are one.
bool is_below(const std::string& text, std::size_t at, int end) {
  return at >= text.size() || (text[at] - '0') * 10 + (text[at + 1] - '0') < end;
}

/// A time as far as it was given: of a whole minute, or a day of the calendar. Empty for anything else.
std::string time_asked(std::string text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00.000";
  if (!text.empty() && text.back() == 'Z') text.pop_back();
  const bool whole = text.size() == 10 || text.size() == 16 || text.size() == 19 || text.size() == 23;
  if (!whole) return {};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !is_digit : text[i] != kForm[i]) return {};
  }
  const bool is_time = is_below(text, 11, 24) && is_below(text, 14, 60) && is_below(text, 17, 60);
  return is_time && workflow::day_number(text.substr(0, 10)) ? text : std::string();
}

Result<std::string> time_of(const char* option, const std::string& text) {
  const std::string time = time_asked(text);
  if (!text.empty() && time.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "cli.wrong_time",
                 "{0} is '{1}'; it wants a date such as 2026-01-31, or a time such as 2026-01-31T08:30, in UTC",
                 {option, text}};
  }
  return time;
}

Status ask_about(const std::string& about, labeling::LogQuery& query) {
  if (about.empty()) return {};
  const std::size_t mark = about.find('=');
  const std::string kind = about.substr(0, mark);
  query.kind = labeling::subject_kind_from(kind);
  if (mark != std::string::npos) query.name = about.substr(mark + 1);
  if (labeling::id_of(*query.kind) == kind) return {};
  return Error{ErrorCode::kInvalidArgument,
               "cli.wrong_about",
               "--about is '{0}'; it wants photo, user, task, model, snapshot or setting, or KIND=NAME",
               {about}};
}

Result<labeling::LogQuery> query_of(const workflow::Project& project, const RecordsAsked& asked,
                                    const std::optional<Photo>& photo) {
  labeling::LogQuery query;
  JAEDAN_ASSIGN_OR_RETURN(query.who, workflow::name_in(project, asked.user));
  query.action = asked.deed;
  JAEDAN_ASSIGN_OR_RETURN(query.from, time_of("--from", asked.from));
  JAEDAN_ASSIGN_OR_RETURN(query.until, time_of("--to", asked.to));
  if (!query.until.empty()) query.until += '~';  // behind everything that begins so
  if (!query.until.empty() && query.from > query.until) {
    return Error{ErrorCode::kInvalidArgument,
                 "figures.days_turned",
                 "the first day, {0}, is behind the last, {1}",
                 {asked.from, asked.to}};
  }
  JAEDAN_RETURN_IF_ERROR(ask_about(asked.about, query));
  if (photo) query.photo = photo->id;
  return query;
}

/// The names of photos, each looked up once.
class PhotoNames {
 public:
  explicit PhotoNames(workflow::Project& project) : project_(project) {}
  const std::string& of(PhotoId id) {
    const auto [known, is_new] = names_.try_emplace(id);
    if (is_new && id) {
      if (const Result<Photo> photo = project_.store().photo(id); photo.ok()) known->second = photo->name;
    }
    return known->second;
  }

 private:
  workflow::Project& project_;
  std::map<PhotoId, std::string> names_;
};

nlohmann::json json_of_note(const LogRecord& record) {
  return {{"id", record.number},
          {"at", record.at},
          {"who", record.note.who},
          {"role", record.note.role},
          {"action", record.note.action},
          {"program", record.program},
          {"revision", record.revision},
          {"hash", record.hash},
          {"after", json_within(record.after)}};
}

nlohmann::json json_of_record(const LogRecord& record, PhotoNames& names) {
  nlohmann::json json = json_of_note(record);
  json["subject"] = labeling::id_of(record.subject.kind);
  json["name"] = record.subject.photo ? names.of(record.subject.photo) : record.subject.name;
  json["photo"] = record.subject.photo ? nlohmann::json(record.subject.photo.value) : nlohmann::json();
  if (record.subject.kind != labeling::SubjectKind::kPhoto) json["name"] = record.subject.name;
  return json;
}

void print_record(const LogRecord& record, PhotoNames& names) {
  std::string about = record.subject.kind == labeling::SubjectKind::kPhoto
                          ? "photo " + std::to_string(record.subject.photo.value) + " " + names.of(record.subject.photo)
                          : std::string(labeling::id_of(record.subject.kind)) + " " + record.subject.name;
  std::printf("%s  %-12s %-10s %-10s %s\n", record.at.c_str(), one_line(record.note.who).c_str(),
              one_line(record.note.role).c_str(), one_line(record.note.action).c_str(), one_line(about).c_str());
}

}  // namespace

int audit_records(workflow::Project& project, const RecordsAsked& asked, const std::optional<Photo>& photo,
                  const workflow::Sight& sight, bool json) {
  const Result<labeling::LogQuery> query = query_of(project, asked, photo);
  if (!query.ok()) return fail(query.error());
  const std::int64_t limit = asked.limit.value_or(kUsualLimit);
  PhotoNames names(project);
  nlohmann::json records = nlohmann::json::array();
  std::optional<labeling::LogPlace> place;
  std::int64_t shown = 0;
  bool more = true;
  while (more && shown <= limit) {
    // One more than is shown: it says that there are more.
    const int wanted = static_cast<int>(std::min<std::int64_t>(kPage, limit + 1 - shown));
    const Result<std::vector<LogRecord>> page = project.store().search_log(sight.query(*query), place, wanted);
    if (!page.ok()) return fail(page.error());
    more = static_cast<int>(page->size()) == wanted;
    for (const LogRecord& found : *page) {
      const std::optional<LogRecord> record = sight.record(found, *query);
      if (!record) continue;
      if (++shown > limit) break;
      json ? records.push_back(json_of_record(*record, names)) : print_record(*record, names);
    }
    if (!page->empty()) place = labeling::LogPlace{page->back().at, page->back().number};
  }
  more = shown > limit;
  if (json) {
    print_json({{"records", std::move(records)}, {"more", more}});
  } else if (more) {
    std::printf("… and older ones; --limit shows more than %lld\n", static_cast<long long>(limit));
  }
  return kDone;
}

int audit_photo(const Photo& photo, const workflow::Sight& sight, bool json) {
  const Result<std::vector<labeling::ChangeRecord>> changes = sight.changes(photo.id);
  if (!changes.ok()) return fail(changes.error());
  nlohmann::json document = nlohmann::json::array();
  for (const labeling::ChangeRecord& change : *changes) {
    if (json) {
      document.push_back(json_of_note(change));
      document.back()["changed"] = workflow::change_words(change);
      document.back()["before"] = json_within(change.before);
    } else {
      std::printf("%s  %-12s %-10s %s\n", change.at.c_str(), one_line(change.note.who).c_str(),
                  change.note.action.c_str(), change.program.c_str());
      for (const std::string& words : workflow::change_words(change)) std::printf("    %s\n", one_line(words).c_str());
    }
  }
  if (json) print_json(document);
  return kDone;
}

int audit_seal(workflow::Project& project, const std::string& file, bool force, bool json) {
  Console console;
  const Result<labeling::LogSeal> seal = workflow::seal_log(
      project, file, force ? workflow::OldSeal::kGives : workflow::OldSeal::kMustHold, console.watch());
  if (!seal.ok()) return fail(seal.error());
  if (json) {
    print_json({{"seal", file},
                {"project", seal->project},
                {"count", seal->head.count},
                {"head", seal->head.hash},
                {"at", seal->at},
                {"program", seal->program}});
  } else {
    std::printf("sealed %s in %s; keep it where nobody who works on the project can write\n",
                counted(seal->head.count, "record").c_str(), one_line(file).c_str());
  }
  return kDone;
}

}  // namespace jaedan::cli
