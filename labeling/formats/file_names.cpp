#include "labeling/formats/file_names.h"

#include <algorithm>
#include <cctype>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return text;
}

/// Disks take 255 bytes, ".json" among them.
constexpr std::size_t kLongestName = 250;

/// At most `bytes` of it, whole characters.
std::string cut_to(const std::string& name, std::size_t bytes) {
  std::size_t end = 0;
  while (end < name.size()) {
    const std::size_t next = end + std::max<std::size_t>(utf8_length_at(name, end), 1);
    if (next > bytes) break;
    end = next;
  }
  return name.substr(0, end);
}

}  // namespace

std::string plain_file_name(const std::string& name) {
  std::string plain = name;
  for (char& c : plain) {
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20) c = '_';
  }
  return plain.empty() || plain == "." || plain == ".." ? "_" : plain;
}

std::string last_part_of(const std::string& path) {
  const std::string last = path.substr(path.find_last_of("/\\") + 1);
  return last.empty() ? last : plain_file_name(utf8_composed(last));
}

std::string name_as_text(std::string_view name) { return utf8_composed(valid_utf8(name)); }

std::string image_file_of(const Photo& photo) {
  const std::string file = last_part_of(photo.path);
  return name_as_text(file.empty() ? photo.name : file);
}

std::string image_name_of(const ExportItem& item) {
  return item.names.image.empty() ? image_file_of(item.photo) : item.names.image;
}

std::string file_name_of(const ExportItem& item) {
  return plain_file_name(item.names.file.empty() ? item.photo.name : item.names.file);
}

std::string numbered_name(const std::string& name, std::int64_t number) {
  return plain_file_name(name) + "-" + std::to_string(number);
}

void FileNames::reserve(const std::string& name) { taken_.insert(lower_case(name)); }

std::string FileNames::name_for(const Photo& photo) {
  const std::string wanted = plain_file_name(utf8_composed(photo.name));
  std::string name = cut_to(wanted, kLongestName);
  std::int64_t number = photo.id.value;
  while (!taken_.insert(lower_case(name)).second) {
    const std::string ending = "-" + std::to_string(number++);
    name = cut_to(wanted, kLongestName - ending.size()) + ending;
  }
  return name;
}

}  // namespace jaedan::labeling
