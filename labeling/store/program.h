#pragma once

#include <string>

namespace jaedan::labeling {

/// Name and version of this program, as the change log keeps it: "jaedan 0.1.0".
std::string program_name();
/// Now, UTC, to the millisecond: "2026-01-31T23:59:59.123Z". Sorts as text.
std::string utc_now();

}  // namespace jaedan::labeling
