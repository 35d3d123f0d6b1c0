#include "labeling/store/sql/counts/carry_returns.h"

#include <string>
#include <vector>

#include "labeling/domain/workflow_state.h"
#include "labeling/store/counts/count_record.h"
#include "labeling/store/log_content.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/people/tasks.h"

namespace jaedan::labeling::sql {
namespace {

struct OldReturn {
  long long photo = 0;
  int stage = -1;
  std::string at;
  std::string who;
  std::string role;
  std::string reason;
};

/// All of them before the first record is written: the log that is read must not grow meanwhile.
std::vector<OldReturn> old_returns(Connection& connection) {
  std::vector<OldReturn> returns;
  OldReturn row;
  const int returned = static_cast<int>(WorkflowState::kReturned);
  soci::statement select =
      (connection.session().prepare
           << "select r.id, r.returned_stage, r.at, r.who, r.role, r.reason from (select p.id, p.returned_stage, l.at,"
              " coalesce(a.name, '') as who, l.role, coalesce((select c.reason from comment c where c.photo_id = p.id"
              " and c.stage = p.returned_stage and c.at >= l.at order by c.id desc limit 1), '') as reason"
              " from photo p join change_log l on l.photo_id = p.id and l.revision = (select max(n.revision)"
              " from change_log n where n.photo_id = p.id and n.action = 'return')"
              " left join author a on a.id = l.who_id where p.state = :returned) r"
              " where r.returned_stage >= 0 or r.reason <> '' order by r.id",
       soci::use(returned), soci::into(row.photo), soci::into(row.stage), soci::into(row.at), soci::into(row.who),
       soci::into(row.role), soci::into(row.reason));
  select.execute();
  while (select.fetch()) returns.push_back(row);
  return returns;
}

}  // namespace

Status carry_returns(Connection& connection) {
  for (const OldReturn& one : old_returns(connection)) {
    write_log(connection, LogSubject::of_photo(PhotoId{one.photo}), {one.who, kSendBackDeed, one.role}, 0,
              send_back_content(stage_of(one.stage), return_reason_from_id(one.reason)), one.at);
  }
  return {};
}

}  // namespace jaedan::labeling::sql
