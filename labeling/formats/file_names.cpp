#include "labeling/formats/file_names.h"

#include <algorithm>
#include <cctype>

namespace jaedan::labeling {
namespace {

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return text;
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
  return last.empty() ? last : plain_file_name(last);
}

std::string image_file_of(const Photo& photo) {
  const std::string file = last_part_of(photo.path);
  return file.empty() ? photo.name : file;
}

std::string file_name_of(const ExportItem& item) {
  return plain_file_name(item.file_name.empty() ? item.photo.name : item.file_name);
}

void FileNames::reserve(const std::string& name) { taken_.insert(lower_case(name)); }

std::string FileNames::name_for(const Photo& photo) {
  const std::string wanted = plain_file_name(photo.name);
  std::string name = wanted;
  std::int64_t number = photo.id.value;
  while (!taken_.insert(lower_case(name)).second) name = wanted + "-" + std::to_string(number++);
  return name;
}

}  // namespace jaedan::labeling
