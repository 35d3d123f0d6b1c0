#pragma once

#include <vector>

#include "labeling/base/message.h"
#include "labeling/base/result.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {

/// Where what is so of people, quotas, stages and queues is not what the change log's last records of them say, one
/// sentence each: somebody who can write the database gave themselves a role. What the log says nothing of is not
/// compared, but in a project whose log knows its people all of them have to be known to it. Looks through the records
/// about each person; errors of reading the store.
Result<std::vector<Message>> people_not_as_logged(Store& store);

}  // namespace jaedan::labeling
