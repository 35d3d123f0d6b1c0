#include "inference/clicks/script_pair.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "labeling/base/sha256.h"

namespace jaedan::inference {
namespace {

constexpr std::uintmax_t kMostScriptBytes = std::uintmax_t(4) << 30;

}  // namespace

bool holds_script_pair(const std::string& folder) {
  std::error_code unknown;
  const std::filesystem::path path(folder);
  return !folder.empty() && std::filesystem::is_regular_file(path / kScriptEncoder, unknown) &&
         std::filesystem::is_regular_file(path / kScriptDecoder, unknown);
}

Result<std::string> read_trusted(const std::string& path, const std::vector<std::string>& trusted) {
  std::ifstream in(path, std::ios::binary);
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!in || unknown) return Error{ErrorCode::kNotFound, "file.cannot_open", "{0}: cannot be opened", {path}};
  if (size > kMostScriptBytes) {
    return Error{ErrorCode::kTooLarge, "script.too_large", "{0}: is larger than 4 GB", {path}};
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in) return Error{ErrorCode::kIo, "script.cut_short", "{0}: could not be read to its end", {path}};
  if (std::find(trusted.begin(), trusted.end(), hex_of(sha256_of(bytes))) != trusted.end()) return bytes;
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return Error{ErrorCode::kUnsupported,
               "script.untrusted",
               "{0}: is a TorchScript, which can hold code, and nobody here has trusted it; if you know where it "
               "comes from, run: jaedan models trust '{1}'",
               {path, folder}};
}

}  // namespace jaedan::inference
