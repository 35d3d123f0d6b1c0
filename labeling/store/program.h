#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace jaedan::labeling {

/// Name and version of this program, as the change log keeps it: "jaedan 0.1.0".
std::string program_name();
/// Now, UTC, to the millisecond: "2026-01-31T23:59:59.123Z". Sorts as text.
std::string utc_now();
/// `seconds` after `utc`, which utc_now() or this gave; `utc` itself when it is no such text.
std::string utc_after(const std::string& utc, std::int64_t seconds);
/// Whether `text` is a day of the calendar, written as utc_now() begins: "2026-01-31".
bool is_day(const std::string& text);
/// Milliseconds since 1970 at `utc`, which utc_now() or utc_after gave; none when it is no such text.
std::optional<std::int64_t> utc_milliseconds(const std::string& utc);

/// The same by the clock on the wall: "14:20"; on another day than `now`, with it in front: "12-31 14:20". `utc` itself
/// when it is no such text.
std::string wall_clock(const std::string& utc, const std::string& now);

}  // namespace jaedan::labeling
