#include "labeling/formats/written_path.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

#include "labeling/formats/file_names.h"
#include "labeling/formats/photo_finder.h"

namespace jaedan::labeling {
namespace {

/// Where "https://host" ends; 0 for what is no address.
std::size_t host_end(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon < 2) return 0;  // one letter is a drive
  const bool scheme = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                                  [](unsigned char c) { return std::isalnum(c) || c == '+' || c == '-' || c == '.'; });
  return scheme ? std::min(text.find_first_of("/?#", colon + 3), text.size()) : 0;
}

std::string without_percents(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const bool escaped = text[i] == '%' && i + 2 < text.size() &&
                         std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr == text.data() + i + 3;
    out += escaped ? static_cast<char>(byte) : text[i];
    if (escaped) i += 2;
  }
  return out;
}

/// "a.jpg?itok=12" of an address without its host; a '?' may also stand in a name of Linux.
std::string without_query(const std::string& path) {
  const std::size_t mark = path.find('?');
  const bool is_query = mark != std::string::npos && looks_like_photo(path.substr(0, mark)) && !looks_like_photo(path);
  return is_query ? path.substr(0, mark) : path;
}

std::string path_of(const std::string& written) {
  if (const std::size_t end = host_end(written)) {
    const std::string path = written.substr(end, written.find_first_of("?#", end) - end);
    return without_percents(path);
  }
  const bool has_drive =
      written.size() > 1 && written[1] == ':' && std::isalpha(static_cast<unsigned char>(written[0]));
  return without_query(has_drive ? written.substr(2) : written);
}

}  // namespace

WrittenPath read_written_path(const std::string& written) {
  std::string path = path_of(written);
  std::replace(path.begin(), path.end(), '\\', '/');
  WrittenPath read;
  read.file_name = last_part_of(path);
  if (read.file_name.empty()) return {};
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    begin = end + 1;
    if (begin > path.size() || part.empty() || part == "." || part == "..") continue;
    read.below += plain_file_name(part) + "/";
  }
  read.below += read.file_name;
  return read;
}

}  // namespace jaedan::labeling
