#include "labeling/store/sql/people/answer_tables.h"

namespace jaedan::labeling::sql {

std::vector<std::string> tables_of_answers(const Dialect& dialect) {
  const std::string id = std::string("id ") + dialect.key_type();
  const std::string photo = "photo_id bigint not null references photo(id)";
  const std::string person = "user_id bigint not null references person(id)";
  return {
      // photo.claim is -1 while a panel is open: in no queue, and in nobody's hands.
      "create table panel (" + id + ", " + photo +
          ", stage integer not null, people integer not null, free integer not null,"
          " state integer not null default 0, merged_revision bigint not null default 0)",
      "create index panel_by_photo on panel(photo_id, id)",
      "create index panel_to_take on panel(stage, photo_id) where state = 0 and free > 0",

      // panel_id 0: of a control. content: store/annotation_json.h; history: store/byte_codec.h.
      "create table answer (" + id + ", panel_id bigint not null, " + photo + ", stage integer not null, " + person +
          ", revision bigint not null default 0, content text not null, history text not null,"
          " submitted_at text not null default '')",
      "create index answer_by_panel on answer(panel_id, id)",
      "create index answer_by_photo on answer(photo_id, user_id)",
      "alter table task add column answer_id bigint not null default 0",

      // Both JSON as in `answer`.
      "create table control (" + photo +
          ", stage integer not null, start text not null, truth text not null,"
          " primary key (photo_id, stage))",
      "create index control_by_stage on control(stage, photo_id)",
      // How many photos of a stage's queue a person has taken.
      "create table pace (" + person +
          ", stage integer not null, claims bigint not null,"
          " primary key (user_id, stage))",
      // stage, least_accepted, most_returned: -1 for none; user_id 0: nobody in particular. The rest has photo.claim -2
      // while a sample is open.
      "create table sample (" + id +
          ", at text not null, percent double precision not null, seed bigint not null,"
          " stage integer not null, least_accepted integer not null,"
          " most_returned integer not null, state integer not null default 0)",
      "create table sample_photo (sample_id bigint not null references sample(id), " + photo +
          ", user_id bigint not null, chosen integer not null, revision bigint not null, approved bigint not null "
          "default 0,"
          " primary key (sample_id, photo_id))",

      // user_id 0: of a project without users. Columns: domain/quality_measures.h.
      "create table proposal_distance (" + id + ", " + photo +
          ", user_id bigint not null, stage integer not null,"
          " at text not null, model text not null, proposed bigint not null, kept bigint not null,"
          " redrawn bigint not null, removed bigint not null, added bigint not null,"
          " iou_sum double precision not null, labels_proposed bigint not null, labels_kept bigint not null,"
          " labels_changed bigint not null, labels_added bigint not null)",
      "create index proposal_distance_by_time on proposal_distance(at)",

      "alter table queue_rules add column control_percent integer not null default 0",
      "alter table queue_rules add column control_seed bigint not null default 1",
  };
}

}  // namespace jaedan::labeling::sql
