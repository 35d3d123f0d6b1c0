#pragma once

#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/base/result.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// A file with code that a person has vouched for. What counts is the hash: another file at the same path is not
/// trusted, and the same file elsewhere is.
struct TrustedScript {
  std::string sha256;
  std::string path;  ///< where it lay then
};

/// All of them, the oldest first; none when nothing was ever trusted. kCorrupt when the list cannot be read: then
/// nothing is trusted.
Result<std::vector<TrustedScript>> trusted_scripts();
/// Adds the file's hash to the list, of a folder with a script pair (inference/clicks/script_pair.h) both; what is on
/// it already stays once. kInvalidArgument for anything else that is no file, and for a file that is no
/// TorchScript archive; kNotFound, kIo.
Result<std::vector<TrustedScript>> trust_script(const std::string& path);
/// Takes off the list what has this path, the file's hash, or this hash itself. kNotFound when that is nothing.
Status distrust_script(const std::string& path_or_hash);

/// Who trusts a file, and the project in whose change log it is to stand: the list itself is the machine's.
struct TrustLogged {
  Project& project;
  Actor manager;
};
/// The same, written down in the log first: what cannot be is not trusted, and not distrusted. kForbidden for who is no
/// manager of the project.
Result<std::vector<TrustedScript>> trust_script(const std::string& path, const TrustLogged& logged);
Status distrust_script(const std::string& path_or_hash, const TrustLogged& logged);

}  // namespace jaedan::workflow
