#include <deque>
#include <variant>

#include "labeling/store/sql/change_log.h"

namespace jaedan::labeling::sql {
namespace {

/// A LogQuery as SQL. What is rarest, the photo, then the subject, the person, the deed, drives the query through its
/// index, in which records lie by time; the other conditions look at what it finds.
class LogConditions {
 public:
  explicit LogConditions(const LogQuery& query) {
    if (query.photo) drive("l.photo_id = :photo", "photo", static_cast<long long>(query.photo.value));
    if (query.kind) require_kind(query);
    if (!query.who.empty()) {
      // Looked up alone: a join would let the planner begin with the people.
      const std::string known = "(select id from author where name = :who)";
      driven_ ? add("(l.who_id + 0) = " + known, "who", query.who) : drive("l.who_id = " + known, "who", query.who);
    }
    if (!query.action.empty()) {
      driven_ ? add("(l.action || '') = :action", "action", query.action)
              : drive("l.action = :action", "action", query.action);
    }
    if (!query.from.empty()) add("l.at >= :from_time", "from_time", query.from);
    if (!query.until.empty()) add("l.at < :until_time", "until_time", query.until);
  }

  void behind(const LogPlace& place, bool by_time) {
    if (!by_time) return add("l.id < :place_number", "place_number", static_cast<long long>(place.number));
    add("(l.at, l.id) < (:place_at, :place_number)", "place_at", place.at);
    parameters_.push_back({"place_number", static_cast<long long>(place.number)});
  }
  void parameter(const std::string& name, long long value) { parameters_.push_back({name, value}); }

  const std::string& text() const { return text_; }
  void bind(soci::statement& statement) const {
    for (const Parameter& parameter : parameters_) {
      std::visit([&](const auto& value) { statement.exchange(soci::use(value, parameter.name)); }, parameter.value);
    }
  }

 private:
  struct Parameter {
    std::string name;
    std::variant<long long, std::string> value;
  };

  template <typename T>
  void add(const std::string& condition, const std::string& name, T value) {
    text_ += (text_.empty() ? " where " : " and ") + condition;
    parameters_.push_back({name, std::move(value)});
  }
  template <typename T>
  void drive(const std::string& condition, const std::string& name, T value) {
    add(condition, name, std::move(value));
    driven_ = true;
  }

  void require_kind(const LogQuery& query) {
    const std::string kind(id_of(*query.kind));
    // Nearly all records are of photos: no index helps, and there is none.
    if (*query.kind == SubjectKind::kPhoto) return add("l.subject = :kind", "kind", kind);
    // The indexes leave photos out, and the planner wants to be told that the query does.
    if (driven_ || !query.name.empty()) {
      add("l.subject <> 'photo' and (l.subject || '') = :kind", "kind", kind);
    } else {
      drive("l.subject <> 'photo' and l.subject = :kind", "kind", kind);
    }
    if (!query.name.empty()) drive("l.name = :name", "name", query.name);
  }

  std::string text_;
  std::deque<Parameter> parameters_;  // a deque, because SOCI keeps their addresses
  bool driven_ = false;
};

}  // namespace

Result<std::vector<LogRecord>> search_log(Connection& connection, const LogQuery& query,
                                          const std::optional<LogPlace>& place, int limit) {
  const bool by_time = is_by_time(query);
  LogConditions conditions(query);
  if (place) conditions.behind(*place, by_time);
  conditions.parameter("limit", limit);

  std::vector<LogRecord> found;
  LogRow row;
  soci::statement select(connection.session());
  conditions.bind(select);
  row.bind(select);
  select.alloc();
  // By number, those of the page are found in the index alone, before any of them is read.
  const std::string of_page = conditions.text() + (by_time ? " order by l.at desc, l.id desc" : " order by l.id desc");
  select.prepare(LogRow::select() + (by_time ? of_page + " limit :limit"
                                             : " where l.id in (select l.id from change_log l" + of_page +
                                                   " limit :limit) order by l.id desc"));
  select.define_and_bind();
  select.execute();
  while (select.fetch()) found.push_back(row.take());
  return found;
}

}  // namespace jaedan::labeling::sql
