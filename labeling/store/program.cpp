#include "labeling/store/program.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>

namespace jaedan::labeling {

std::string program_name() { return "jaedan " JAEDAN_VERSION; }

namespace {

/// `seconds` and `milliseconds` since 1970.
std::string utc_text(std::time_t seconds, int milliseconds) {
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  char day[32];
  std::strftime(day, sizeof(day), "%Y-%m-%dT%H:%M:%S", &utc);
  char text[48];
  std::snprintf(text, sizeof(text), "%s.%03dZ", day, milliseconds);
  return text;
}

std::string local_text(std::time_t seconds, const char* format) {
  std::tm local{};
  ::localtime_r(&seconds, &local);
  char text[32];
  std::strftime(text, sizeof(text), format, &local);
  return text;
}

}  // namespace

std::string utc_now() {
  const auto now = std::chrono::system_clock::now();
  const auto since_epoch = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
  return utc_text(std::chrono::system_clock::to_time_t(now), static_cast<int>(since_epoch.count() % 1000));
}

std::string utc_after(const std::string& utc, std::int64_t seconds) {
  const std::optional<std::int64_t> since_epoch = utc_milliseconds(utc);
  if (!since_epoch) return utc;
  return utc_text(static_cast<std::time_t>(*since_epoch / 1000 + seconds), static_cast<int>(*since_epoch % 1000));
}

bool is_day(const std::string& text) {
  const std::string midnight = text + "T00:00:00.000Z";
  return utc_milliseconds(midnight) && utc_after(midnight, 0) == midnight;  // 31 February is another day there
}

std::string wall_clock(const std::string& utc, const std::string& now) {
  const std::optional<std::int64_t> moment = utc_milliseconds(utc), today = utc_milliseconds(now);
  if (!moment) return utc;
  constexpr const char* kDay = "%Y-%m-%d";
  const bool is_today = today && local_text(*moment / 1000, kDay) == local_text(*today / 1000, kDay);
  return local_text(*moment / 1000, is_today ? "%H:%M" : "%m-%d %H:%M");
}

std::optional<std::int64_t> utc_milliseconds(const std::string& utc) {
  std::tm parts{};
  int milliseconds = 0;
  const int read = std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d.%3dZ", &parts.tm_year, &parts.tm_mon,
                               &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &milliseconds);
  if (read != 7) return std::nullopt;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return std::int64_t{::timegm(&parts)} * 1000 + milliseconds;
}

}  // namespace jaedan::labeling
