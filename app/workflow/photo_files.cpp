#include "app/workflow/photo_files.h"

#include <algorithm>
#include <cctype>

namespace jaedan::workflow {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return extension;
}

bool looks_like_photo(const fs::path& file) {
  const std::string extension = lower_extension(file);
  return extension == ".jpg" || extension == ".jpeg" || extension == ".png" || extension == ".bmp" ||
         extension == ".webp";
}

Result<std::vector<fs::path>> files_below(const std::string& source, bool (*wanted)(const fs::path&)) {
  std::error_code error;
  const fs::path root = fs::absolute(source, error).lexically_normal();
  if (!fs::exists(root, error)) return Error{ErrorCode::kNotFound, source + ": no such file or folder"};
  std::vector<fs::path> files;
  if (fs::is_regular_file(root, error)) {
    files.push_back(root);
    return files;
  }
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(root, options, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error) && wanted(it->path())) files.push_back(it->path());
  }
  if (error) return Error{ErrorCode::kIo, source + ": " + error.message()};
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace jaedan::workflow
