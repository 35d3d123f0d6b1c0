#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/workflow/people/sight.h"
#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// Which records of the change log `audit` lists, as they were asked for.
struct RecordsAsked {
  std::string from;  ///< a date, or a date and a time, UTC: "2026-01-31", "2026-01-31T08:30"
  std::string to;    ///< the same; the whole of that day or minute is among them
  std::string user;
  std::string deed;
  std::string about;  ///< kind of thing, or KIND=NAME
  std::optional<std::int64_t> limit;

  bool any() const {
    return !from.empty() || !to.empty() || !user.empty() || !deed.empty() || !about.empty() || limit.has_value();
  }
};

/// Lists records as who looks may see them, newest first; `photo`: only those about it. With `json` one document:
/// {"records": […], "more": …}.
int audit_records(workflow::Project& project, const RecordsAsked& asked, const std::optional<Photo>& photo,
                  const workflow::Sight& sight, bool json);

/// The changes of one photo's labels, oldest first, with `json` with the labels before and after each.
int audit_photo(const Photo& photo, const workflow::Sight& sight, bool json);

/// Writes the seal of the change log to `file`; `force`: whatever seal lies there.
int audit_seal(workflow::Project& project, const std::string& file, bool force, bool json);

}  // namespace jaedan::cli
