#include "labeling/store/program.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace jaedan::labeling {

std::string program_name() { return "jaedan " JAEDAN_VERSION; }

std::string utc_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  const auto since_epoch = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  char day[32];
  std::strftime(day, sizeof(day), "%Y-%m-%dT%H:%M:%S", &utc);
  char text[48];
  std::snprintf(text, sizeof(text), "%s.%03dZ", day, static_cast<int>(since_epoch.count() % 1000));
  return text;
}

}  // namespace jaedan::labeling
