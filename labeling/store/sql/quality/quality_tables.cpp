#include "labeling/store/sql/quality/quality_tables.h"

#include "labeling/store/sql/quality/measures.h"

namespace jaedan::labeling::sql {

const char* const kQualityKeyColumns = "kind, user_id, stage, part, attribute, word";

std::vector<std::string> tables_of_quality(const Dialect& dialect) {
  const std::string clustered = dialect.clustered();
  return {
      // What waits: kind 1 is an answer, 2 a panel.
      "create table to_measure (kind integer not null, id bigint not null, ticket bigint not null,"
      " primary key (kind, id))" +
          clustered,
      // One row: the last ticket that was given out, and what everything is measured by.
      "create table measuring (tickets bigint not null, rules text not null)",
      "insert into measuring(tickets, rules) values(0, '')",

      // iou: in kIouUnits, -1 for none. known 0: nobody knows what is right. content: store/quality/measure_json.h.
      "create table measured_answer (answer_id bigint not null primary key references answer(id),"
      " photo_id bigint not null references photo(id), user_id bigint not null references person(id),"
      " stage integer not null, known integer not null, iou bigint not null, content text not null)",
      "create index measured_answer_by_person on measured_answer(user_id, stage, answer_id, iou)",
      "create table measured_panel (panel_id bigint not null primary key references panel(id), iou bigint not null,"
      " content text not null)",

      // QualityKey and QualityValue (store/quality/quality_sums.h); user_id 0: of nobody in particular.
      "create table quality_sum (kind integer not null, user_id bigint not null, stage integer not null,"
      " part integer not null, attribute text not null, word text not null, n bigint not null,"
      " unknown bigint not null, ious bigint not null, iou bigint not null, squares bigint not null,"
      " matched bigint not null, alone bigint not null, same_garment bigint not null, outline_iou bigint not null,"
      " right_labels bigint not null, asked bigint not null, primary key (" +
          std::string(kQualityKeyColumns) + "))" + clustered,
  };
}

Status carry_answers(Connection& connection) {
  everything_to_measure(connection);
  const WaitingMeasures waiting = waiting_measures(connection);
  if (waiting.all() == 0) return {};
  connection.tell({"store.measures_wait",
                   "{0|answer} about controls and what people said of {1|photo} unseen by each other are compared once "
                   "more, when somebody looks at how good the work is",
                   {waiting.answers, waiting.panels}});
  return {};
}

}  // namespace jaedan::labeling::sql
