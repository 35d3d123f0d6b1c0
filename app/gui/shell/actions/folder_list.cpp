#include "app/gui/shell/actions/folder_list.h"

#include <algorithm>
#include <filesystem>

#include "app/workflow/project/photo_files.h"

namespace jaedan::gui {

namespace fs = std::filesystem;

FolderView read_folder(const std::string& path) {
  FolderView view;
  std::error_code error;
  fs::path folder = path.empty() ? fs::current_path(error) : fs::absolute(path, error);
  view.path = folder.lexically_normal().string();
  if (view.path.size() > 1 && view.path.back() == '/') view.path.pop_back();
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (name.empty() || name.front() == '.') continue;
    if (it->is_directory(ignored)) {
      (it->path().extension() == ".jaedan" ? view.projects : view.folders).push_back(name);
    } else if (workflow::looks_like_photo(it->path())) {
      ++view.photos;
    }
  }
  if (error) view.error = Error{ErrorCode::kIo, in_context(view.path, system_message(error))};
  std::sort(view.folders.begin(), view.folders.end());
  std::sort(view.projects.begin(), view.projects.end());
  return view;
}

}  // namespace jaedan::gui
