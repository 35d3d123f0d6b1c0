#include "labeling/store/sql/schema.h"

#include "labeling/store/sql/carry_log.h"
#include "labeling/store/sql/carry_settings.h"
#include "labeling/store/sql/counts/carry_returns.h"
#include "labeling/store/sql/counts/count_tables.h"
#include "labeling/store/sql/people/answer_tables.h"
#include "labeling/store/sql/photo_paths.h"
#include "labeling/store/sql/quality/quality_tables.h"
#include "labeling/store/sql/recommend/recommend_tables.h"

namespace jaedan::labeling::sql {
namespace {

std::string table(const std::string& name, const std::string& columns, const char* options = "") {
  return "create table " + name + " (" + columns + ")" + options;
}

std::string index(const std::string& name, const std::string& on) { return "create index " + name + " on " + on; }

std::string own_key(const Dialect& dialect) { return std::string("id ") + dialect.key_type(); }

const std::string kPhotoKey = "photo_id bigint not null primary key references photo(id)";
const std::string kPhoto = "photo_id bigint not null references photo(id)";

/// The schema of version 1. README.md says why it looks like this.
std::vector<std::string> first_schema(const Dialect& dialect) {
  const std::string id = own_key(dialect);
  std::vector<std::string> statements = {
      // A person, a model or a file format: whoever says something.
      table("author", id + ", name text not null unique"),
      table("term", id + ", attribute text not null, value text not null, unique (attribute, value)"),

      // A photo with a summary of its annotation and its prediction, so that lists and counts read this table
      // only. part_mask has bit 2^n for part number n.
      table("photo", id + ", path text not null unique, name text not null, name_folded text not null,"
                          " width integer not null, height integer not null,"
                          " state integer not null default 0, revision bigint not null default 0,"
                          " garment_count integer not null default 0, part_mask integer not null default 0,"
                          " has_prediction integer not null default 0,"
                          " worst_score double precision not null default 1,"
                          " worker_id bigint references author(id), changed_at text not null default ''"),
      index("photo_by_name", "photo(name)"),
      index("photo_by_state", "photo(state, id)"),
      index("photo_by_worker", "photo(worker_id, id)"),
      index("photo_by_time", "photo(changed_at)"),
      index("photo_by_score", "photo(worst_score, id) where has_prediction = 1"),

      // region and rect: store/region_codec.h; rect is empty when the file gave none.
      table("garment", kPhoto +
                           ", garment_id bigint not null, position integer not null, part integer not null,"
                           " region text not null, region_source integer not null,"
                           " region_author_id bigint not null references author(id),"
                           " region_score double precision not null, rect text not null,"
                           " locked integer not null, hidden integer not null, primary key (photo_id, garment_id)"),
      index("garment_by_part", "garment(part, photo_id)"),

      // garment_id 0: said of the whole photo.
      table("attribute_value",
            kPhoto +
                ", garment_id bigint not null, position integer not null, term_id bigint not null references term(id),"
                " spelling text not null, source integer not null, author_id bigint not null references author(id),"
                " score double precision not null, primary key (photo_id, garment_id, position)",
            dialect.clustered()),
      index("attribute_value_by_term", "attribute_value(term_id, photo_id)"),

      // bytes: store/byte_codec.h.
      table("edit_history", kPhotoKey + ", bytes text not null"),
      table("source_file", kPhotoKey + ", bytes text not null"),
      table("prediction", kPhotoKey + ", model_id bigint not null references author(id), content text not null"),
      table("embedding",
            "model_id bigint not null references author(id), " + kPhoto +
                ", garment_id bigint not null, vector text not null, primary key (model_id, photo_id, garment_id)"),
      index("embedding_by_photo", "embedding(photo_id, garment_id)"),

      // `after` is the annotation as JSON. What it was before is `after` of the same photo's record before: see
      // the view. hash is for a chain of hashes over the records.
      table("change_log", id + ", " + kPhoto +
                              ", revision bigint not null, at text not null,"
                              " who_id bigint not null references author(id), action text not null,"
                              " program text not null, after text not null, hash text,"
                              " unique (photo_id, revision)"),
      index("change_log_by_worker", "change_log(who_id, at)"),
      index("change_log_by_time", "change_log(at)"),
      "create view change_log_with_before as select l.id, l.photo_id, l.revision, l.at, a.name as who, l.action,"
      " l.program, coalesce(b.after, '') as before, l.after, l.hash"
      " from change_log l join author a on a.id = l.who_id"
      " left join change_log b on b.photo_id = l.photo_id and b.revision = l.revision - 1",

      table("snapshot", id + ", made_at text not null, who text not null, hash text not null unique,"
                             " photo_count bigint not null, folder text not null"),
      table("setting", "name text not null primary key, value text not null"),
  };
  for (const std::string& statement : dialect.append_only("change_log")) statements.push_back(statement);
  return statements;
}

/// Champions and begun shapes were values of `setting` under names made up of text; with them it is empty.
std::vector<std::string> tables_of_settings(const Dialect& dialect) {
  return {
      // Promoted models in their order, the present champion last.
      table("champion", own_key(dialect) + ", model_id text not null"),
      // Of each person on a photo; bytes: store/byte_codec.h.
      table("begun_shape", kPhoto + ", who_id bigint not null references author(id), bytes text not null,"
                                    " primary key (photo_id, who_id)"),
  };
}

/// Where the project's folder was when its photos were found last; one row.
std::vector<std::string> table_of_place() { return {table("place", "folder text not null")}; }

/// What people did with a garment and with a model's word, beside who said it. Before, an approval made a model's word
/// the inspector's; what became of it then is in the change log only.
std::vector<std::string> facts_of_handling() {
  const auto add_name = [](const std::string& name_of_table, const std::string& column) {
    return "alter table " + name_of_table + " add column " + column + " bigint references author(id)";
  };
  return {
      add_name("attribute_value", "confirmed_by_id"),
      add_name("garment", "region_confirmed_by_id"),
      add_name("garment", "accepted_by_id"),
      add_name("garment", "looked_by_id"),
      add_name("garment", "approved_by_id"),
      "alter table photo add column unseen_count integer not null default 0",
      // 1 is Source::kModel: in such a project nobody is known to have looked at what is still a model's.
      "update photo set unseen_count = (select count(*) from garment g where g.photo_id = photo.id"
      " and g.region_source = 1) where garment_count > 0",
      "create index photo_unseen on photo(id) where unseen_count > 0",
  };
}

/// Orders of the photo list, each with an index to walk along, also for those that have no score; and what a model
/// would have said next (store/annotation_json.h), empty for none.
std::vector<std::string> orders_and_alternatives() {
  return {
      index("photo_by_folded_name", "photo(name_folded, id)"),
      "drop index photo_by_time",
      index("photo_by_change", "photo(changed_at, id)"),
      index("photo_without_score", "photo(id) where has_prediction = 0"),
      "alter table attribute_value add column alternatives text not null default ''",
  };
}

/// The people of a project; none in those of before.
std::vector<std::string> table_of_people(const Dialect& dialect) {
  // roles has bit 2^n for role number n. name_key: review/user.h. password_hash: base/password.h, empty for none.
  return {table("person", own_key(dialect) + ", name text not null, name_key text not null unique,"
                                             " roles integer not null, disabled integer not null default 0,"
                                             " password_hash text not null default '',"
                                             " failed_logins integer not null default 0, created_at text not null")};
}

/// Who works on which photo at which stage, and what people say of photos to each other.
std::vector<std::string> tables_of_tasks(const Dialect& dialect) {
  const std::string person = "user_id bigint not null references person(id)";
  return {
      // The task that has the photo in hand (0: none), and the stage that an inspector sent it to (-1: none). They and
      // the state make the queues, each in the order of an index of what is in nobody's hands.
      "alter table photo add column claim bigint not null default 0",
      "alter table photo add column returned_stage integer not null default -1",
      "alter table photo add column priority integer not null default 0",
      index("photo_queue", "photo(state, returned_stage, priority desc, id) where claim = 0"),
      index("photo_queue_uncertain", "photo(state, returned_stage, priority desc, worst_score, id) where claim = 0"),

      // state 0: in hand.
      table("task", own_key(dialect) + ", " + kPhoto + ", stage integer not null, " + person +
                        ", state integer not null default 0, claimed_at text not null, expires_at text not null,"
                        " ended_at text not null default '', reason text not null default ''"),
      index("task_by_photo", "task(photo_id, user_id)"),
      index("task_by_person", "task(user_id, claimed_at)"),
      index("task_in_hand_by_end", "task(expires_at) where state = 0"),
      index("task_in_hand_by_person", "task(user_id) where state = 0"),

      // Who worked on a photo is not given it to inspect.
      table("photo_worker", kPhoto + ", " + person + ", primary key (photo_id, user_id)", dialect.clustered()),
      // Stages as bits; one row, or none where nothing was changed.
      table("queue_rules", "stages integer not null, uncertain_first integer not null, claim_seconds bigint not null"),
      // 0: no limit.
      table("quota",
            "user_id bigint not null primary key references person(id), most_open integer not null,"
            " most_a_day integer not null"),

      // stage and reason (empty: none) are those of a photo that was returned with it.
      table("comment", own_key(dialect) + ", " + kPhoto +
                           ", who_id bigint not null references author(id), at text not null, text text not null,"
                           " has_place integer not null, x double precision not null, y double precision not null,"
                           " stage integer not null, reason text not null,"
                           " resolved_by_id bigint references author(id), resolved_at text not null default ''"),
      index("comment_by_photo", "comment(photo_id, id)"),
  };
}

/// The counts of the log, and the days by which work is to be done; empty for none.
std::vector<std::string> counts_and_deadlines(const Dialect& dialect) {
  std::vector<std::string> statements = tables_of_counts(dialect);
  for (const char* const name : {"queue_rules", "quota"}) {
    statements.push_back(std::string("alter table ") + name + " add column deadline text not null default ''");
  }
  return statements;
}

/// … who ended a stage of a photo without changing it is its worker, too (before, a submission alone was not noted),
/// and a lock by wrong passwords ends by itself.
std::vector<std::string> answers_workers_and_locks(const Dialect& dialect) {
  std::vector<std::string> statements = tables_of_answers(dialect);
  // State 1: submitted; stage 3: the inspection.
  statements.push_back(
      "insert into photo_worker(photo_id, user_id) select distinct photo_id, user_id from task"
      " where state = 1 and stage <> 3 on conflict do nothing");
  statements.push_back("alter table person add column failed_at text not null default ''");
  return statements;
}

}  // namespace

std::vector<Migration> migrations(const Dialect& dialect) {
  return {{1, first_schema(dialect)},
          {2, tables_of_settings(dialect), carry_settings},
          {3, table_of_place(), carry_photo_paths},
          {4, facts_of_handling()},
          {5, orders_and_alternatives()},
          {6, tables_of_chain(dialect), carry_log},
          {7, table_of_people(dialect)},
          {8, tables_of_tasks(dialect)},
          {9, answers_workers_and_locks(dialect)},
          {10, counts_and_deadlines(dialect), carry_returns},
          {11, tables_of_quality(dialect), carry_answers},
          {12, tables_of_recommender(dialect)}};
}

}  // namespace jaedan::labeling::sql
