#include "app/workflow/figures/figure_days.h"

#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

constexpr std::int64_t kDaySeconds = 24 * 60 * 60;
constexpr std::size_t kDayTextLength = 10;

}  // namespace

std::optional<std::int64_t> day_number(const std::string& day) {
  if (!labeling::is_day(day)) return std::nullopt;
  return *labeling::utc_milliseconds(day + "T00:00:00.000Z") / (1000 * kDaySeconds);
}

std::string day_of(std::int64_t number) {
  return labeling::utc_after("1970-01-01T00:00:00.000Z", number * kDaySeconds).substr(0, kDayTextLength);
}

Status check_day(const char* which, const std::string& day) {
  if (day.empty() || day_number(day)) return {};
  return Error{ErrorCode::kInvalidArgument,
               "figures.wrong_day",
               "{0} is '{1}'; it wants a day of the calendar such as 2026-01-31",
               {which, day}};
}

}  // namespace jaedan::workflow
