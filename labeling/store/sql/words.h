#pragma once

#include <map>
#include <string>
#include <utility>

#include "labeling/store/sql/soci_headers.h"

namespace jaedan::labeling::sql {

/// The dictionary tables: each author (person, model, file format) and each attribute value is stored once
/// and named by an integer elsewhere. Remembers what it met, so a save asks the database for new words only.
class Words {
 public:
  /// The id of an author, made when there is none. Call inside a writing transaction.
  long long author(soci::session& session, const std::string& name);
  /// The id of a value of an attribute, made when there is none.
  long long term(soci::session& session, const std::string& attribute, const std::string& value);
  /// After a rollback: some ids may be gone with it.
  void forget();

 private:
  std::map<std::string, long long> authors_;
  std::map<std::pair<std::string, std::string>, long long> terms_;
};

}  // namespace jaedan::labeling::sql
