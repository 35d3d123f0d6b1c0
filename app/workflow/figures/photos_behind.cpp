#include <set>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/work_figures.h"
#include "labeling/review/deed.h"
#include "labeling/store/counts/count_record.h"
#include "labeling/store/counts/record_facts.h"

namespace jaedan::workflow {
namespace {

using labeling::LogPlace;
using labeling::LogQuery;
using labeling::LogRecord;

/// How a photo was before one of its records.
struct Earlier {
  WorkflowState state = WorkflowState::kNew;
  std::optional<Stage> sent_to;  ///< of one that was returned
};

/// Goes back along the photo's records as far as that takes: to the one before, and to the return of one that was
/// returned.
Result<Earlier> before_record(labeling::Store& store, const LogRecord& record) {
  constexpr int kFew = 8;
  LogQuery query;
  query.photo = record.subject.photo;
  query.kind = labeling::SubjectKind::kPhoto;
  Earlier earlier;
  bool was_sent = false, knows_state = false;
  LogPlace place{record.at, record.number};
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const auto page, store.search_log(query, place, kFew));
    for (const LogRecord& one : page) {
      if (one.revision == 0) {
        if (!was_sent && one.note.action == labeling::kSendBackDeed) {
          was_sent = true;
          earlier.sent_to = labeling::stage_sent_to(one.after);
        }
        continue;
      }
      JAEDAN_ASSIGN_OR_RETURN(const labeling::RecordFacts facts, labeling::record_facts(one.after));
      if (!knows_state) earlier.state = facts.state;
      knows_state = true;
      const bool is_known = was_sent || one.note.action == id_of(Deed::kReturn);
      if (is_known || facts.state != WorkflowState::kReturned) return earlier;
    }
    if (static_cast<int>(page.size()) < kFew) return earlier;
    place = {page.back().at, page.back().number};
  }
}

/// Whether the record is of a deed at `stage`, as the counts have it (labeling/store/counts).
Result<bool> is_at(labeling::Store& store, const LogRecord& record, Stage stage) {
  if (record.revision == 0) return false;  // about something else than its labels
  const std::string& deed = record.note.action;
  if (deed == id_of(Deed::kApprove) || deed == id_of(Deed::kReturn)) return stage == Stage::kInspect;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::RecordFacts after, labeling::record_facts(record.after));
  JAEDAN_ASSIGN_OR_RETURN(const Earlier before, before_record(store, record));
  return labeling::stage_of_deed(deed, before.state, after.state, before.sent_to) == stage;
}

}  // namespace

Result<PhotosBehind> photos_behind(const Project& project, const std::string& who, const std::string& deed,
                                   const std::string& from, const std::string& to, int limit,
                                   std::optional<Stage> stage) {
  constexpr int kPage = 500;
  JAEDAN_RETURN_IF_ERROR(check_day("from", from));
  JAEDAN_RETURN_IF_ERROR(check_day("to", to));
  labeling::Store& store = project.store();
  LogQuery query;
  query.who = who;
  query.action = deed;
  query.from = from;
  query.until = to.empty() ? to : to + "~";  // behind all times of that day
  query.kind = labeling::SubjectKind::kPhoto;
  const auto most_listed = static_cast<std::size_t>(limit);
  const std::size_t most_counted = most_listed * kCountedPerListed;
  PhotosBehind behind;
  std::set<PhotoId> seen;
  for (std::optional<LogPlace> place; !behind.total.or_more;) {
    JAEDAN_ASSIGN_OR_RETURN(const auto page, store.search_log(query, place, kPage));
    for (const LogRecord& record : page) {
      if (seen.count(record.subject.photo) > 0) continue;
      if (stage) {
        JAEDAN_ASSIGN_OR_RETURN(const bool is_there, is_at(store, record, *stage));
        if (!is_there) continue;
      }
      behind.total.or_more = seen.size() == most_counted;
      if (behind.total.or_more) break;
      seen.insert(record.subject.photo);
      if (behind.photos.size() < most_listed) behind.photos.push_back(record.subject.photo);
    }
    if (static_cast<int>(page.size()) < kPage) break;
    place = LogPlace{page.back().at, page.back().number};
  }
  behind.total.count = static_cast<std::int64_t>(seen.size());
  return behind;
}

}  // namespace jaedan::workflow
