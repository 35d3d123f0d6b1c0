#include "app/workflow/project/photo_files.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <unordered_set>

#include "labeling/base/utf8.h"
#include "labeling/formats/photo_finder.h"
#include "labeling/io/own_picture.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

namespace {

bool is_in_label_folder(const fs::path& file) {
  const fs::path folder = file.parent_path().filename();
  return folder == "masks" || folder == "overlay";
}

/// `inner` as it stands below `outer`, links in both followed; empty when it does not lie below it.
fs::path path_below(const fs::path& outer, const fs::path& inner) {
  std::error_code failed;
  const fs::path real_outer = fs::canonical(outer, failed);
  const fs::path real_inner = fs::weakly_canonical(fs::absolute(inner, failed).lexically_normal(), failed);
  fs::path relative = real_inner.lexically_relative(real_outer);
  if (!relative.has_filename()) relative = relative.parent_path();
  const bool below = !failed && !relative.empty() && relative != "." && *relative.begin() != "..";
  return below ? relative : fs::path();
}

bool lies_below(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

/// ._NAME holds what a Mac knows of NAME and its disk cannot; a Mac's ZIP has such files, and a folder of them.
bool is_of_macos(const fs::path& file) { return file.filename().string().rfind("._", 0) == 0; }
bool is_folder_of_macos(const fs::path& folder) { return folder.filename() == "__MACOSX"; }
/// Hidden, or the thumbnails of a Synology disk.
bool is_kept_by_a_program(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.rfind('.', 0) == 0 || name == "@eaDir";
}

std::int64_t files_in(const fs::path& folder) {
  std::error_code failed;
  std::int64_t count = 0;
  for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (it->is_regular_file(failed)) ++count;
  }
  return count;
}

/// Links whose photo is in the list itself (an export for trainers has such) would make it two.
void drop_links_to_others(std::vector<fs::path>& files) {
  std::error_code failed;
  const auto is_link = [&](const fs::path& file) { return fs::is_symlink(file, failed); };
  if (std::none_of(files.begin(), files.end(), is_link)) return;
  std::unordered_set<std::string> real;
  for (const fs::path& file : files) {
    if (!is_link(file)) real.insert(fs::canonical(file, failed).string());
  }
  const auto is_second = [&](const fs::path& file) {
    return is_link(file) && real.count(fs::canonical(file, failed).string()) != 0;
  };
  files.erase(std::remove_if(files.begin(), files.end(), is_second), files.end());
}

/// The only name in `folder` that reads as `name`.
std::optional<fs::path> name_alike(const fs::path& folder, const fs::path& name) {
  const std::string wanted = utf8_composed(name.string());
  std::optional<fs::path> alike;
  std::error_code failed;
  for (fs::directory_iterator it(folder.empty() ? "." : folder, failed), end; !failed && it != end;
       it.increment(failed)) {
    if (utf8_composed(it->path().filename().string()) != wanted) continue;
    if (alike) return std::nullopt;
    alike = it->path().filename();
  }
  return alike;
}

}  // namespace

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return extension;
}

bool looks_like_photo(const fs::path& file) { return labeling::looks_like_photo(file.string()); }

bool same_bytes(const fs::path& a, const fs::path& b) {
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(a, failed);
  if (failed || fs::file_size(b, failed) != size || failed) return false;
  std::ifstream first(a, std::ios::binary);
  std::ifstream second(b, std::ios::binary);
  using Bytes = std::istreambuf_iterator<char>;
  return first && second && std::equal(Bytes(first), Bytes(), Bytes(second), Bytes());
}

fs::path real_path(const fs::path& path) {
  std::error_code failed;
  fs::path absolute = fs::absolute(path, failed).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path();  // "photos/"
  fs::path real = fs::weakly_canonical(absolute, failed);
  return failed ? absolute : real;
}

std::string shown_from(const fs::path& folder, const fs::path& path) {
  const fs::path way = path.lexically_relative(folder);
  return (way.empty() ? path : way).string();
}

Result<Photo> photo_of_file(const fs::path& file) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::ImageSize size, labeling::probe_image_file(file.string()));
  std::error_code failed;
  const fs::path folder = fs::canonical(file.parent_path(), failed);
  const fs::path path = failed ? file : folder / file.filename();
  return Photo{PhotoId{}, utf8_composed(file.stem().string()), path.string(), size.width, size.height};
}

std::string path_on_disk(const std::string& written) {
  std::error_code failed;
  if (fs::exists(written, failed)) return written;
  fs::path found;
  for (const fs::path& part : fs::path(written)) {
    if (part.empty() || fs::exists(found / part, failed)) {
      found /= part;
      continue;
    }
    const std::optional<fs::path> alike = name_alike(found, part);
    if (!alike) return written;
    found /= *alike;
  }
  return found.string();
}

Status check_source(const std::string& source) {
  std::error_code failed;
  if (fs::exists(source, failed)) return {};
  return Error{ErrorCode::kNotFound, "path.not_there", "{0}: no such file or folder", {source}};
}

bool is_passed_over(const fs::directory_entry& entry) {
  std::error_code failed;
  if (!entry.is_directory(failed)) return is_of_macos(entry.path());
  return is_folder_of_macos(entry.path()) || is_kept_by_a_program(entry.path());
}

Result<std::vector<fs::path>> files_below(const std::string& source, const std::function<bool(const fs::path&)>& wanted,
                                          int deepest, LeftOut* left_out) {
  std::error_code error;
  LeftOut passed_over;
  const fs::path root = fs::absolute(source, error).lexically_normal();
  JAEDAN_RETURN_IF_ERROR(check_source(source));
  std::vector<fs::path> files;
  if (fs::is_regular_file(root, error)) {
    files.push_back(root);
    return files;
  }
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(root, options, error), end; !error && it != end; it.increment(error)) {
    if (it.depth() >= deepest) it.disable_recursion_pending();
    if (it->is_directory(error)) {
      const bool of_macos = is_folder_of_macos(it->path());
      if (!of_macos && !is_kept_by_a_program(it->path())) continue;
      it.disable_recursion_pending();
      if (it.depth() >= deepest) continue;
      if (of_macos && left_out) passed_over.of_macos += files_in(it->path());
      if (!of_macos) ++passed_over.folders[it->path().filename().string()];
    } else if (it->is_regular_file(error)) {
      if (is_of_macos(it->path())) {
        ++passed_over.of_macos;
      } else if (wanted(it->path())) {
        files.push_back(it->path());
      }
    }
  }
  if (error) return Error{ErrorCode::kIo, in_context(source, system_message(error))};
  std::sort(files.begin(), files.end());
  if (left_out) {
    left_out->of_macos += passed_over.of_macos;
    for (const auto& [name, count] : passed_over.folders) left_out->folders[name] += count;
  }
  return files;
}

std::vector<Message> left_out_sentences(const LeftOut& left_out) {
  std::vector<Message> told;
  std::int64_t files = 0;
  std::string kinds;
  for (const auto& [kind, count] : left_out.kinds) {
    files += count;
    kinds += (kinds.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
  }
  if (files > 0) told.push_back({"import.left_out", "{0|file} left out, not read here: {1}", {files, kinds}});
  if (left_out.drawings > 0) {
    told.push_back(
        {"import.drawings_left_out",
         "{0|picture} left out, drawn from labels by this program (overlay, mask or contact sheet): no photos",
         {left_out.drawings}});
  }
  if (left_out.of_macos > 0) {
    told.push_back({"import.macos_left_out", "{0|file} of macOS left out (._NAME, __MACOSX)", {left_out.of_macos}});
  }
  std::int64_t folders = 0;
  std::string names;
  for (const auto& [name, count] : left_out.folders) {
    folders += count;
    names += (names.empty() ? "" : ", ") + name;
  }
  if (folders > 0) {
    told.push_back({"import.folders_left_out", "{0|folder} left out, hidden or of thumbnails: {1}", {folders, names}});
  }
  return told;
}

Result<std::vector<fs::path>> photos_below(const std::string& source, const std::string& written_into,
                                           LeftOut* left_out, int deepest) {
  const auto wanted = [left_out](const fs::path& file) {
    if (looks_like_photo(file)) return true;
    if (left_out == nullptr) return false;
    const std::string kind = labeling::unread_picture_kind(file.string());
    if (!kind.empty()) ++left_out->kinds[kind];
    return false;
  };
  JAEDAN_ASSIGN_OR_RETURN(std::vector<fs::path> files, files_below(source, wanted, deepest, left_out));
  if (const fs::path below = written_into.empty() ? fs::path() : path_below(source, written_into); !below.empty()) {
    std::error_code failed;
    const fs::path folder = (fs::absolute(source, failed) / below).lexically_normal();
    const auto is_written = [&](const fs::path& file) { return lies_below(file, folder); };
    files.erase(std::remove_if(files.begin(), files.end(), is_written), files.end());
  }
  drop_links_to_others(files);
  std::unordered_set<std::string> photos;
  for (const fs::path& file : files) {
    if (!is_in_label_folder(file)) photos.insert(file.stem().string());
  }
  const auto is_label = [&](const fs::path& file) {
    return is_in_label_folder(file) && photos.count(file.stem().string()) != 0;
  };
  files.erase(std::remove_if(files.begin(), files.end(), is_label), files.end());
  const auto is_drawing = [](const fs::path& file) { return labeling::is_own_picture(file.string()); };
  const auto photos_end = std::remove_if(files.begin(), files.end(), is_drawing);
  if (left_out) left_out->drawings += std::distance(photos_end, files.end());
  files.erase(photos_end, files.end());
  return files;
}

}  // namespace jaedan::workflow
