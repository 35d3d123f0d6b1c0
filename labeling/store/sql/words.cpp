#include "labeling/store/sql/words.h"

namespace jaedan::labeling::sql {

long long Words::author(soci::session& session, const std::string& name) {
  if (const auto known = authors_.find(name); known != authors_.end()) return known->second;
  session << "insert into author(name) values(:name) on conflict do nothing", soci::use(name);
  long long id = 0;
  session << "select id from author where name = :name", soci::use(name), soci::into(id);
  return authors_[name] = id;
}

long long Words::term(soci::session& session, const std::string& attribute, const std::string& value) {
  const std::pair<std::string, std::string> key(attribute, value);
  if (const auto known = terms_.find(key); known != terms_.end()) return known->second;
  session << "insert into term(attribute, value) values(:attribute, :value) on conflict do nothing",
      soci::use(attribute), soci::use(value);
  long long id = 0;
  session << "select id from term where attribute = :attribute and value = :value", soci::use(attribute),
      soci::use(value), soci::into(id);
  return terms_[key] = id;
}

void Words::forget() {
  authors_.clear();
  terms_.clear();
}

}  // namespace jaedan::labeling::sql
