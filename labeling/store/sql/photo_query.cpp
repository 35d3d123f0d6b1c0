#include "labeling/store/sql/photo_query.h"

#include "labeling/review/user.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

const std::string kSaysTerm = "d.term_id = (select id from term where attribute = :attribute and value = :value)";

long long number_of(Part part) { return static_cast<long long>(part); }

/// "(3, 1, 7)"
std::string list_of(const std::vector<PhotoId>& ids) {
  std::string list;
  for (const PhotoId id : ids) list += (list.empty() ? "(" : ", ") + std::to_string(id.value);
  return list + ")";
}

}  // namespace

PhotoQuery::PhotoQuery(const PhotoFilter& filter, Purpose purpose, const Dialect& dialect) {
  if (purpose == Purpose::kListInOrder) {
    look_up(filter);
    require_of_photo(filter, purpose, dialect);
    return;
  }
  const bool by_value = !filter.attribute.empty();
  const bool by_summary = filter.state || (filter.part && by_value) || !filter.text.empty() || !filter.worker.empty() ||
                          !filter.in_hands_of.empty() || filter.looked || filter.min_score || filter.max_score ||
                          !filter.only.empty();
  const bool with_photo = by_summary || purpose == Purpose::kList;
  if (by_value) {
    drive_by("attribute_value", with_photo);
    require(kSaysTerm, "attribute", filter.attribute);
    parameters_.push_back({"value", filter.value});
  } else if (filter.part) {
    drive_by("garment", with_photo);
    require("d.part = :part", "part", number_of(*filter.part));
  }
  if (by_summary) require_of_photo(filter, purpose, dialect);
}

void PhotoQuery::drive_by(const std::string& index_table, bool with_photo) {
  key_ = "d.photo_id";
  from_ = "from " + index_table + " d";
  if (!with_photo) return;
  from_ += " cross join photo p";  // `cross` keeps SQLite from turning the two loops around
  require("p.id = d.photo_id");
}

void PhotoQuery::look_up(const PhotoFilter& filter) {
  if (filter.part) require_part(*filter.part);
  if (filter.attribute.empty()) return;
  require("exists (select 1 from attribute_value d where d.photo_id = p.id and " + kSaysTerm + ")", "attribute",
          filter.attribute);
  parameters_.push_back({"value", filter.value});
}

void PhotoQuery::require_part(Part part) {
  require("(p.part_mask & :part_bit) <> 0", "part_bit", 1LL << number_of(part));
}

void PhotoQuery::require_of_photo(const PhotoFilter& filter, Purpose purpose, const Dialect& dialect) {
  // An index helps to find what is asked for, by id; in another order everything it finds would have to be sorted. The
  // plus sign hides the column from the planner.
  const std::string p = purpose == Purpose::kListInOrder ? "+p." : "p.";
  if (purpose != Purpose::kListInOrder && filter.part && !filter.attribute.empty()) require_part(*filter.part);
  if (filter.state) require(p + "state = :state", "state", static_cast<long long>(*filter.state));
  if (filter.looked) require(*filter.looked ? p + "garment_count > 0 and p.unseen_count = 0" : p + "unseen_count > 0");
  if (!filter.worker.empty()) {
    require(p + "worker_id = (select id from author where name = :worker)", "worker", filter.worker);
  }
  if (!filter.in_hands_of.empty()) {
    require(p + "id in (select t.photo_id from task t where t.state = 0 and t.user_id = "
                "(select id from person where name_key = :holder))",
            "holder", user_key(filter.in_hands_of));
  }
  if (!filter.only.empty()) require(p + "id in " + list_of(filter.only));
  if (!filter.text.empty()) require(dialect.contains("p.name_folded", ":text"), "text", search_key(filter.text));
  if (!filter.min_score && !filter.max_score) return;
  // The index by score helps to count only.
  const bool counts = purpose == Purpose::kCount;
  require(counts || purpose == Purpose::kList ? "p.has_prediction = 1" : "+p.has_prediction = 1");
  const std::string score = counts ? "p.worst_score" : "+p.worst_score";
  if (filter.min_score) require(score + " >= :min_score", "min_score", *filter.min_score);
  if (filter.max_score) require(score + " <= :max_score", "max_score", *filter.max_score);
}

void PhotoQuery::bind(soci::statement& statement) const {
  for (const Parameter& parameter : parameters_) {
    std::visit([&](const auto& value) { statement.exchange(soci::use(value, parameter.name)); }, parameter.value);
  }
}

}  // namespace jaedan::labeling::sql
