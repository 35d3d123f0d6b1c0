#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// The end of the change log.
struct LogHead {
  std::int64_t count = 0;
  std::string hash = {};  ///< of record `count`; empty when there is none
};

/// What somebody keeps elsewhere to know later that the log still begins with what it held then: the chain alone cannot
/// tell that its end was cut off, or that all of it was written anew.
struct LogSeal {
  std::string project;  ///< its folder's name, for people
  LogHead head;
  std::string at;         ///< UTC, when it was sealed
  std::string program;    ///< name and version of the program that sealed it
  std::string made = {};  ///< AuditLog::project_made of the project; empty in seals of before
};

/// {"jaedan_seal":1,"project":"spring.jaedan","count":12,"head":"64 hexadecimal
/// digits","at":"…","program":"…","made":"…"}
std::string seal_to_json(const LogSeal& seal);
/// kCorrupt for text that is no seal.
Result<LogSeal> seal_from_json(std::string_view text);

}  // namespace jaedan::labeling
